// The declared dubbelingen between projects (table 5) beside the money that really moves between them.
#pragma once

#include <vector>

#include "calc/overdrachten.h"
#include "plan/model.h"

namespace saldo {

// One direction of a relation, as a project declares it, or as money moves without any declaration.
struct Relatie {
  ProjectId project{};
  ProjectId met{};
  bool aangegeven = false;     // `project` names `met` in dubbeling_met
  bool wederzijds = false;     // `met` names `project` as well
  std::vector<Amount> bedrag;  // per plan year, what goes either way: as sent, or as received where nothing was sent
  Place place;                 // of the declaration, else of an overdracht
  Place place_met;             // of that of `met`, where it has one

  bool has_money() const;
};

// In project order, each project's declarations first as written. A relation nobody declared is there once.
std::vector<Relatie> find_relaties(const Plan& plan, const std::vector<Overdracht>& overdrachten);

}  // namespace saldo
