// The accounts of a year: what was budgeted at first, what after its changes, and what was realised (BBV art. 27 and 28).
#pragma once

#include <map>
#include <string>
#include <utility>
#include <vector>

#include "calc/worked.h"
#include "plan/model.h"

namespace saldo {

// The same figure in three standings.
struct Standings {
  Amount primitief;  // as it was adopted
  Amount begroot;    // after the begrotingswijzigingen
  Amount realisatie;

  // How far the realisatie is off, for the balance: above zero is voordelig. A budget of PM counts as nothing, so that all
  // that was realised deviates.
  Money verschil(Direction direction) const { return in_saldo(realisatie.counted() - begroot.counted(), direction); }
};

struct RekeningRow {
  // Mutaties are what goes to reserves (its lasten) and comes from them (its baten): with the plan they are the resultaat.
  enum class Of : std::uint8_t { programmalijn, project, post, plan, mutaties, resultaat };
  Of of{};
  std::string nr;  // or the id of a programmalijn
  std::string naam;
  BothSides<Standings> sides;
  std::string toelichting;  // of a post
  bool of_reserve = false;  // of which baten are toevoegingen, and lasten onttrekkingen

  Money verschil() const { return sides.baten.verschil(Direction::baten) + sides.lasten.verschil(Direction::lasten); }
};

// The three standings a year is told in.
struct YearEnd {
  const Worked& primitief;  // the plan without any begrotingswijziging
  const Worked& realised;   // with what was booked; its budget() is what it is held against
  Year year;
};

// What was said beside the amounts of a record, by project and post; nothing where there is no record.
using Toelichtingen = std::map<std::pair<std::size_t, std::size_t>, std::string>;
Toelichtingen toelichtingen(const Afsluiting* record);

// Every programmalijn, then its projects, then their posts, and the plan at the end; with a reserve as the law ends it (BBV
// art. 17 and 27). Posts of which all is absent are left out.
std::vector<RekeningRow> work_out_rekening(const YearEnd& year_end);

}  // namespace saldo
