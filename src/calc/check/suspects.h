// Overdrachten that nobody declared: money that leaves one project and, by the look of the amounts, enters another.
#pragma once

#include <vector>

#include "calc/cells.h"
#include "calc/check/verdacht/search.h"
#include "plan/model.h"

namespace saldo {

// One to three posts on one side against one on the other, in every year in which they match.
struct Suspect {
  ProjectId van{};
  ProjectId naar{};
  std::vector<std::uint32_t> zendt;     // posts of `van`
  std::vector<std::uint32_t> ontvangt;  // posts of `naar`
  std::vector<SuspectYear> years;
  bool names_other = false;  // a post names the other project, or the investeringsbudget
  int shared_words = 0;      // words of the posts that also stand in posts of the other project
  int digits = 0;            // significant digits of its most telling amount: 402.217 has six, 5.000 one
};

struct Suspects {
  std::vector<Suspect> found;  // the least likely coincidence first
  std::size_t amounts = 0;     // that were looked at
  bool stopped = false;        // the search was cut off: too many posts to try all sums, or too many finds to read
};

// Looks only at amounts that belong to no declared overdracht. An amount is used for one suspect at most, the likeliest.
// Equal amounts cost no more than a look at each; of sums so many are tried, for each amount of the plan, as all projects of
// a usual size have. `stopped` is left for a project with hundreds of posts on a side, and for a plan in which amounts meet
// everywhere.
Suspects find_suspects(const Plan& plan, const Amounts& amounts);

// Whether it is what chance gives among so many amounts: of a thousand, some are equal to five digits. Never where a post
// names the other project; else it takes as many digits, and years, as the number of pairs of amounts has.
bool may_be_chance(const Suspect& suspect, const Suspects& among);

// Those of find_suspects that are not, which takes less time than to find all.
Suspects find_telling_suspects(const Plan& plan, const Amounts& amounts);

}  // namespace saldo
