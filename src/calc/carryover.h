// The regionaal investeringsbudget (RIB): what flows in and out of its running balance, and what is still open.
#pragma once

#include <cstdint>
#include <optional>
#include <vector>

#include "calc/balances.h"
#include "calc/overdrachten.h"
#include "plan/model.h"

namespace saldo {

// What one counterpart brings (vrijval, positive) or takes (onttrekking, negative), per plan year.
struct Movement {
  ProjectId counterpart{};
  std::vector<Amount> bedrag;
};

enum class OpenKind {
  niet_ontvangen,      // sent to the RIB, received nowhere: settled, it adds to the stand
  verschil_ontvangst,  // the RIB receives less, or more, than was sent
  niet_geboekt,        // sent by the RIB, received nowhere: the stand has it already
  zonder_besluit,      // a project ends, or the plan does, with a balance and no `restant`
  terugbetalen,        // a balance that has to be paid back: an obligation, not for the RIB
  na_het_plan,         // sent to the RIB in the plan, received after it: it will come by itself
  pm,                  // an amount not known yet, on either side
};

struct OpenEnd {
  OpenKind kind{};
  ProjectId project{};
  std::optional<std::uint32_t> post;  // of that project, where one post makes it
  Year year;
  Amount bedrag;
  Money effect;   // on the stand from `year` on, once settled
  Money settled;  // the stand at the end of the plan with this one settled
  Place place;
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

// The stand at the end of the plan with the open ends of one kind settled.
Money settled_stand(const Carryover& carryover, OpenKind kind);

// Every year: opening + vrijval + own posts + onttrekkingen = stand.
// The plan must name an investeringsbudget.
Carryover work_out_carryover(const Plan& plan, const Amounts& amounts, const Balances& balances,
                             const std::vector<Overdracht>& overdrachten);

}  // namespace saldo
