// Lasten against what the council allowed (Gemeentewet art. 189; Kadernota rechtmatigheid of the commissie BBV): what
// projects pay each other is nobody's spending, and a sluitpost passes on what is left, so both are left out.
#pragma once

#include <string>
#include <vector>

#include "calc/close/rekening.h"

namespace saldo {

struct Rechtmatigheid {
  std::string id;  // of a programmalijn, or nr of a project
  std::string naam;
  bool of_project = false;
  BothSides<Standings> extern_;  // without overdrachten, sluitposten and restanten; `primitief` is not told
  Place place;                   // of the programmalijn or project
  const Oordeel* oordeel = nullptr;
  bool covered = false;  // each overrun project has at least as much more baten from outside

  // Zero where lasten stayed within the budget.
  Money overschrijding() const;
  // By how much baten from outside stayed behind; zero where they did not.
  Money baten_achter() const;
};

// By programmalijn or by project, as [jaareinde] says; none where it says uit. `record` may be null.
std::vector<Rechtmatigheid> work_out_rechtmatigheid(const Worked& realised, Year year, const Afsluiting* record);

// Whether this side of a post is paid to or received from another project, or passes on what is left, in this year.
bool is_internal(const Plan& plan, const Project& project, std::size_t post, Direction direction, std::size_t year);

}  // namespace saldo
