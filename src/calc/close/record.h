// A record of a year made whole: what was budgeted beside what was booked, what follows from it, and what was decided
// in the record that it takes the place of.
#pragma once

#include "calc/worked.h"
#include "plan/model.h"
#include "plan/posts_by_name.h"

namespace saldo {

// Of `worked`, which has the record of that year: adds the amounts that nobody books as they follow from others (a
// sluitpost, a spiegel and, `with_overdrachten`, each side of an overdracht), what each project ends with, and what is
// underway. In the order of the plan.
void add_derived(const Worked& worked, bool with_overdrachten, Afsluiting& record);

// Keeps what was budgeted for every post of the record and for every other that has a budget in that year.
void keep_budget(const Worked& worked, Afsluiting& record);

// What people wrote into the record before: explanations, judgements, advances, corrections.
void keep_decisions(const Afsluiting& before, Afsluiting& record);

// What one record says otherwise than another, amount by amount; what was put right since in `before` counts as that.
struct RecordDifference {
  std::string project;
  std::string post;  // "": its eindsaldo
  std::optional<Direction> direction;
  std::optional<Money> before, after;
};
std::vector<RecordDifference> compare_records(const Afsluiting& before, const Afsluiting& after);

// What a record says that was booked, without what follows from other amounts: what its bronnen add up to.
BothSides<Money> booked_outside(const Afsluiting& record);
// The same as the bronnen of the record state it.
BothSides<Money> stated_by_bronnen(const Afsluiting& record);

}  // namespace saldo
