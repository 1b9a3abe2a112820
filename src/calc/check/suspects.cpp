#include "calc/check/suspects.h"

#include <algorithm>
#include <cstdint>
#include <tuple>
#include <utility>

#include "calc/check/verdacht/search.h"

namespace saldo {

namespace {

constexpr int more_digits_of_sum = 2;  // as there are so many more sums than amounts

using Posts = std::vector<std::uint32_t>;

Posts posts_of(const PostsKey& key) {
  Posts posts;
  for (const std::uint32_t post : key)
    if (post > 0) posts.push_back(post - 1);
  return posts;
}

Suspect as_suspect(const MatchKey& key, const Match& match) {
  const auto& [van, naar, zendt, ontvangt, between] = key;
  return {van,
          naar,
          posts_of(zendt),
          posts_of(ontvangt),
          {match.years.begin(), match.years.end()},
          match.names_other,
          match.shared_words,
          match.digits};
}

// The likeliest first.
auto rank(const Suspect& suspect) {
  const bool later = suspect.years.front().jaar != suspect.years.front().ontvangen_in;
  return std::tuple(!suspect.names_other, -static_cast<int>(suspect.years.size()) - suspect.digits,
                    suspect.zendt.size() + suspect.ontvangt.size(), later, -suspect.shared_words);
}

std::vector<std::uint64_t> cells_of(const Plan& plan, const Amounts& amounts, const Suspect& suspect) {
  std::vector<std::uint64_t> cells;
  const auto add = [&](ProjectId project, const Posts& posts, Direction direction, Year year) {
    for (const std::uint32_t post : posts)
      cells.push_back(position(amounts.id(plan.project(project), post, direction, plan.years.index(year))));
  };
  for (const SuspectYear& year : suspect.years) {
    add(suspect.van, suspect.zendt, Direction::lasten, year.jaar);
    add(suspect.naar, suspect.ontvangt, Direction::baten, year.ontvangen_in);
  }
  return cells;
}

// In order of likelihood, each amount in one of them at most.
void choose(const Plan& plan, const Amounts& amounts, std::vector<Suspect>& all) {
  std::stable_sort(all.begin(), all.end(), [](const Suspect& a, const Suspect& b) { return rank(a) < rank(b); });
  std::vector<bool> used(amounts.size());
  std::erase_if(all, [&](Suspect& suspect) {
    std::sort(suspect.years.begin(), suspect.years.end(),
              [](const SuspectYear& a, const SuspectYear& b) { return a.jaar < b.jaar; });
    const std::vector<std::uint64_t> cells = cells_of(plan, amounts, suspect);
    if (std::any_of(cells.begin(), cells.end(), [&](std::uint64_t cell) { return used[cell]; })) return true;
    for (const std::uint64_t cell : cells) used[cell] = true;
    return false;
  });
}

// How many digits and years an amount takes to be more than chance among so many: pairs of amounts have twice the digits.
int digits_of_chance(std::size_t amounts) {
  int digits = 0;
  for (; amounts > 0; amounts /= 10) digits += 2;
  return digits;
}

bool keep_all(const Match&, std::size_t) { return true; }

// What is left out is less likely than all that chance does not explain, and so takes no amount from that.
bool keep_telling(const Match& match, std::size_t amounts) {
  return match.names_other || match.digits + static_cast<int>(match.years.size()) - 1 >= digits_of_chance(amounts);
}

Suspects chosen(const Plan& plan, const Amounts& amounts, KeepMatch keep) {
  FoundMatches found = find_matches(plan, amounts, keep);
  Suspects suspects{{}, found.amounts, found.stopped};
  for (; !found.matches.empty(); found.matches.erase(found.matches.begin()))
    suspects.found.push_back(as_suspect(found.matches.begin()->first, found.matches.begin()->second));
  choose(plan, amounts, suspects.found);
  return suspects;
}

}  // namespace

bool may_be_chance(const Suspect& suspect, const Suspects& among) {
  if (suspect.names_other) return false;
  const bool sum = suspect.zendt.size() + suspect.ontvangt.size() > 2;
  const int needed = digits_of_chance(among.amounts) + (sum ? more_digits_of_sum : 0);
  return suspect.digits + static_cast<int>(suspect.years.size()) - 1 < needed;
}

Suspects find_suspects(const Plan& plan, const Amounts& amounts) { return chosen(plan, amounts, keep_all); }

Suspects find_telling_suspects(const Plan& plan, const Amounts& amounts) {
  Suspects suspects = chosen(plan, amounts, keep_telling);
  std::erase_if(suspects.found, [&](const Suspect& suspect) { return may_be_chance(suspect, suspects); });
  return suspects;
}

}  // namespace saldo
