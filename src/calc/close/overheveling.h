// What is left of a budget that could only be spent in its year, and whether the rules of the organisation let it be
// proposed for the next. The balance comes along by itself; the right to spend it does not: that takes a decision of the
// council (a begrotingswijziging of the next year).
#pragma once

#include <vector>

#include "calc/close/rekening.h"

namespace saldo {

enum class NotCarried : std::uint8_t {
  te_klein,      // less than `minimaal`
  soort,         // the post is structureel, or incidenteel, and that is not what may be proposed
  geen_plan,     // nothing says what it is for
  beeindigd,     // the project or post has ended
  overschreden,  // the project spent more than its budget as a whole
};

struct Leftover {
  std::size_t project = 0;
  std::size_t post = 0;
  Money over;
  std::optional<NotCarried> refused;  // none: it may be proposed
  std::string toelichting;
};

// Lasten with others than projects of which less was spent than budgeted, in the order of the plan, without what a change
// has carried over already. The plan must have `[jaareinde] overheveling`, and the year after this one.
std::vector<Leftover> find_leftovers(const Worked& realised, Year year);

// What is left of a project that has ended: on its balance, or on its way to the investeringsbudget. Of a project without
// posts, what it ended the year before the plan with.
struct RestantOf {
  std::size_t project = 0;
  Money over;
};
std::vector<RestantOf> find_restanten(const Worked& realised, Year year);

// A scenario that proposes them, with what is not proposed, and why, as remarks.
std::string write_overheveling(const Worked& realised, Year year);

}  // namespace saldo
