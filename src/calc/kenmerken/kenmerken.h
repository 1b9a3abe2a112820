// The same posts by their kenmerken: which have one, and what those of each come to.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "calc/balances.h"
#include "plan/model.h"

namespace saldo {

// `--where financier=Provincie`: posts that have this, of themselves or from what they are in.
struct Where {
  std::string sleutel;
  std::string waarde;
};

// Which posts count, by Project::first_post and their position.
using PostSelection = std::vector<bool>;

// The posts that have all of these; all posts where there is none.
PostSelection posts_with(const Plan& plan, const std::vector<Where>& all);

// The amounts of these posts; what stands on all others is absent.
Amounts amounts_of(const Plan& plan, const Amounts& amounts, const PostSelection& posts);

// What the posts with one value of a kenmerk come to, per plan year.
struct KenmerkSums {
  std::string waarde;  // "": those without this kenmerk
  std::vector<BothSides<Amount>> years;
};

// In the order of the values, and what has none last, so that together they are all posts of the selected projects. A
// value of which every amount is absent is left out.
std::vector<KenmerkSums> sums_by_kenmerk(const Plan& plan, const Amounts& amounts, const Selection& projects,
                                         std::string_view sleutel);

// The keys that the plan has, in order.
std::vector<std::string_view> kenmerken_in(const Plan& plan);

}  // namespace saldo
