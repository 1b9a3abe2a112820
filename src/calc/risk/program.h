// A plan as a small program over the amounts that depend on what is drawn: what is sure is worked out once and for all,
// and one run of the steps gives what resolve() and work_out_balances() would give for a plan with the drawn amounts.
#pragma once

#include <cstdint>
#include <optional>
#include <vector>

#include "base/finding/diagnostic.h"
#include "calc/balances.h"
#include "calc/risk/causes.h"
#include "plan/model.h"

namespace saldo {

// A place for one amount in cents, for each draw that is worked out at the same time.
using Slot = std::uint32_t;

enum class StepKind : std::uint8_t {
  draw,   // an amount that comes or not, from a range or as the plan says
  sum,    // start + plus - minus
  scale,  // from x rate, rounded
  split,  // from divided over the slots of `plus`
  least,  // the smallest of start and the slots of `plus`
};

struct RiskStep {
  StepKind kind{};
  Slot to = 0;
  Slot from = 0;
  std::int64_t start = 0;  // cents
  std::vector<Slot> plus = {}, minus = {};
  std::uint32_t cause = 0;
  bool has_chance = false, has_range = false;
  Range range = {};
  Ratio rate = {};
  Rounding rounding = {};
  bool is_small = false;  // every number on the way of a scale stays below 2^49
  std::vector<Ratio> shares = {};
};

enum class RiskSubject : std::uint8_t { line, total, investeringsbudget, lowest };

// A figure to look at in every draw: a closing balance, or the lowest one of the investeringsbudget.
struct RiskFigure {
  RiskSubject subject{};
  LineId line{};             // where the subject is one
  std::size_t year = 0;      // of the plan's; for `lowest`, none
  Money plan;                // without any draw
  std::optional<Slot> slot;  // none: no draw changes it
};

struct RiskProgram {
  std::vector<Cause> causes;
  std::vector<RiskStep> steps;  // in the order in which they need each other
  std::size_t slots = 0;
  std::vector<Money> capacity;      // per year, of the funds that the plan names; empty: it names none
  std::vector<RiskFigure> figures;  // lines in plan order, the total, the investeringsbudget; years in order
  std::vector<Slot> drawn;          // of each amount that is drawn, in the order of find_uncertain()
  std::vector<Slot> effects;        // per cause: all it brings to baten - lasten, over the years; or the opposite
  bool is_small = false;            // no amount of any draw reaches 2^50 cents, nor a figure of the plan
  Findings findings;  // ranges too large, draws that could leave the range of Money; then nothing else counts
};

// `balances` are those of the whole plan, within range.
RiskProgram compile_risk(const Plan& plan, const Balances& balances);

}  // namespace saldo
