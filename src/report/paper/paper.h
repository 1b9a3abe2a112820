// What was worked out -> Page: a budget as a board reads it. Which parts, in which order, and what leads to what; every
// table and picture is one that another command shows too.
#pragma once

#include <cstddef>
#include <cstdint>
#include <functional>
#include <iterator>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "base/date.h"
#include "base/finding/diagnostic.h"
#include "base/page/page.h"
#include "calc/close/rekening.h"
#include "calc/diff/plan_diff.h"
#include "calc/risk/risk.h"
#include "calc/variants/compare.h"
#include "calc/worked.h"
#include "report/diff/tables.h"

namespace saldo {

// Parts that may be left out. What was found and what the figures were made with are always there.
enum class PaperPart : std::uint8_t {
  kern,          // at a glance, and what is to be decided
  tabellen,      // per programmalijn, per project, and the relaties
  rib,           // the investeringsbudget, or the reserves
  overdrachten,  // what is counted twice
  aansluiting,   // from an earlier plan, where one is given
  scenarios,     // where any are given
  risico,        // where the plan has something uncertain
  doelen,        // where it has goals
  afsluiting,    // where years are closed
  onderbouwing,  // how every figure came about
};
inline constexpr std::string_view paper_part_words[] = {"kern",        "tabellen",    "rib",    "overdrachten",
                                                        "aansluiting", "scenarios",   "risico", "doelen",
                                                        "afsluiting",  "onderbouwing"};
static_assert(std::size(paper_part_words) == static_cast<std::size_t>(PaperPart::onderbouwing) + 1);

// The plan beside an earlier one.
struct PaperDiff {
  const PlanDiff& diff;
  VersionNames names;
  std::function<std::string(FileId)> old_file = {};  // names of the files of the earlier plan
  std::size_t most = 10;                             // changes with a line of their own
};

// The figure that the bridge is of.
BridgedFigure bridged_figure(const PaperDiff& paper, const Plan& plan, Years years);

// From the old figure to the new one of the last year that both plans have, which must have one in common.
Table bridge_of(const PaperDiff& paper, const Plan& plan, Years years);

struct PaperRisk {
  RiskProgram program;
  RiskResult result;
  RiskOptions options;
};

// A begrotingswijziging that counts.
struct PaperChange {
  std::string nr, datum, naam, besluit;
};

// A text of the author, by the part of the paper that it belongs in: "beslispunten".
struct PaperText {
  std::string part;
  TextBlocks blocks;
};

struct PaperInput {
  const Worked& worked;
  const Trace& trace;
  Years years;
  std::vector<PaperPart> parts;  // all that are wanted, in no order
  std::string standing;
  std::string date;  // "" tells none
  bool draft = false;
  Language language = Language::nl;  // of findings
  const Findings& findings;
  std::function<std::string(FileId)> file_name;
  std::function<std::optional<LinePart>(const Place&, std::size_t around)> line;
  std::vector<PaperChange> changes = {};
  std::vector<PaperText> texts = {};
  const PaperDiff* diff = nullptr;
  const Comparison* comparison = nullptr;
  std::span<const PlanDiff> beside = {};  // from the plan to each variant but the base, where reasons are told
  const PaperRisk* risk = nullptr;
  const Worked* primitief = nullptr;  // where years are closed: the plan without what was adopted
  std::optional<Date> as_of = {};
  std::vector<std::pair<std::string, std::string>> account = {};  // what it was made with: "Versie", "saldo 0.4"

  bool wants(PaperPart part) const;
};

Page report_paper(const PaperInput& input);

}  // namespace saldo
