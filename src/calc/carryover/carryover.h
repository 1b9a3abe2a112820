// A fund, the regionaal investeringsbudget (RIB) or a reserve: what flows in and out of its running balance, and what is
// still open.
#pragma once

#include <cstdint>
#include <optional>
#include <vector>

#include "calc/carryover/open_ends.h"
#include "calc/overdrachten.h"
#include "calc/worked.h"
#include "plan/model.h"

namespace saldo {

// What one counterpart brings (vrijval or toevoeging, positive) or takes (onttrekking, negative), per plan year.
struct Movement {
  ProjectId counterpart{};
  std::vector<Amount> bedrag;
};

struct Carryover {
  ProjectId project{};
  Money opening;
  std::vector<Movement> vrijval;        // by source project
  std::vector<Amount> structureel;      // baten - lasten of the own posts marked structureel
  std::vector<Amount> overig;           // and of the other own posts
  std::vector<Movement> onttrekkingen;  // by receiving project
  std::vector<Money> stand;             // per 31 december
  std::vector<OpenEnd> open;            // by kind, then project and year
};

// A line of how a fund runs, by year.
struct FundLine {
  enum class Of : std::uint8_t { opening, vrijval, structureel, overig, onttrekking, stand } of{};
  ProjectId counterpart{};  // of vrijval and onttrekking
  std::vector<Amount> bedrag;
};

// Its lines in the order in which they are told, from stand to stand. What has nothing in any year has none.
std::vector<FundLine> fund_lines(const Carryover& carryover);

// The open ends of one kind: what they come to together, and the stand at the end of the plan with all of them settled.
Amount open_amount(const Carryover& carryover, OpenKind kind);
Money settled_stand(const Carryover& carryover, OpenKind kind);

// Every year: opening + vrijval + own posts + onttrekkingen = stand.
// `overdrachten` are those of the plan. Without `fund` of the investeringsbudget, which the plan must name.
Carryover work_out_carryover(const Worked& worked, const std::vector<Overdracht>& overdrachten,
                             std::optional<ProjectId> fund = std::nullopt);

// The reserves and the investeringsbudget, in the order of the plan.
std::vector<ProjectId> funds_of(const Plan& plan);

// What all funds stand at together, with what went in and out; their toevoegingen as baten.
Balance add_up_funds(const Plan& plan, const Balances& balances);

}  // namespace saldo
