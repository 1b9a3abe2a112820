// [[afsluiting]]: what a year came to, as a plan keeps it. It holds facts and decisions; openings, sluitposten, spiegels,
// restanten and the investeringsbudget follow from them. Nothing of the budget itself is changed by one: a closed year has
// two layers, what was budgeted and what was realised (calc/realisatie.h says who looks at which).
//
// The law: the college accounts for the year that has ended, and the council adopts the accounts (Gemeentewet art. 197
// and 198), with the budget before and after its changes beside what was realised (BBV art. 27 and 28).
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "base/date.h"
#include "base/money.h"
#include "base/year.h"
#include "plan/reference.h"

namespace saldo {

// How sure a record is: it may be replaced while it is voorlopig, and not any more once it is vastgesteld.
enum class Stand : std::uint8_t { voorlopig, vastgesteld };
constexpr std::string_view to_text(Stand stand) {
  constexpr std::string_view words[] = {"voorlopig", "vastgesteld"};
  return words[static_cast<std::size_t>(stand)];
}

// An amount as it was booked.
struct Booked {
  Money amount;
  Place place;
};

// What was booked on a post. A side without an amount is not known: that is not nothing.
struct BookedPost {
  Named post;            // its nr, or its naam
  bool by_naam = false;  // a naam that no post of the project has is something that was not budgeted
  BothSides<std::optional<Booked>> realisatie;
  std::string toelichting;
  Place place;
  std::optional<std::uint32_t> position = {};  // in its project, once linked
};

struct BookedProject {
  Reference<ProjectId> project;
  std::optional<Booked> eindsaldo;  // of a year of the plan: what must come out; of the year before it: the fact itself
  std::vector<BookedPost> posts;
};

struct Afsluiting {
  Year jaar;
  Stand stand = Stand::voorlopig;
  std::optional<Date> datum;  // of the decision
  std::string besluit;
  std::vector<BookedProject> projects;
  Place place;  // of its jaar
};

}  // namespace saldo
