// What is not settled yet around the regionaal investeringsbudget (RIB): money sent and not received, balances that stay
// behind, amounts nobody knows.
#pragma once

#include <cstdint>
#include <optional>
#include <vector>

#include "calc/overdrachten.h"
#include "calc/worked.h"
#include "plan/model.h"

namespace saldo {

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

// By kind, then project, post and year. `overdrachten` are those of the plan. What ends without a decision about its
// restant is open around the investeringsbudget only.
std::vector<OpenEnd> find_open_ends(const Worked& worked, const std::vector<Overdracht>& overdrachten, ProjectId fund);

}  // namespace saldo
