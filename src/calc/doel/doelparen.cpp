#include "calc/doel/doelparen.h"

#include <string_view>
#include <unordered_map>

namespace saldo {

namespace {

// The goals of the old plan by the names that a `was` may have.
class OldGoals {
 public:
  explicit OldGoals(const Plan& plan) {
    for (std::uint32_t i = 0; i < plan.doelen.size(); ++i) {
      ids_.try_emplace(plan.doelen[i].id, i);
      if (plan.doelen[i].nr.empty()) continue;
      const auto [found, is_new] = numbers_.try_emplace(plan.doelen[i].nr, i);
      if (!is_new) found->second = none;
    }
  }

  std::optional<std::uint32_t> with_id(std::string_view id) const { return find(ids_, id); }
  std::optional<std::uint32_t> with_name(std::string_view name) const {
    const auto found = with_id(name);
    return found ? found : find(numbers_, name);
  }

 private:
  using Names = std::unordered_map<std::string_view, std::uint32_t>;
  static constexpr std::uint32_t none = UINT32_MAX;  // a nr of more than one

  static std::optional<std::uint32_t> find(const Names& names, std::string_view name) {
    const auto found = names.find(name);
    return found == names.end() || found->second == none ? std::nullopt : std::optional(found->second);
  }

  Names ids_, numbers_;
};

}  // namespace

std::vector<Doelpaar> pair_doelen(const Plan& oud, const Plan& nieuw) {
  const OldGoals goals(oud);
  std::vector<Doelpaar> pairs(nieuw.doelen.size());
  std::vector<bool> taken(oud.doelen.size());
  for (std::uint32_t i = 0; i < pairs.size(); ++i) {
    pairs[i].nieuw = i;
    pairs[i].oud = goals.with_id(nieuw.doelen[i].id);
    if (pairs[i].oud) taken[*pairs[i].oud] = true;
  }
  for (Doelpaar& pair : pairs)
    for (const Named& was : nieuw.doelen[*pair.nieuw].was) {
      const std::optional<std::uint32_t> before = goals.with_name(was.name);
      if (!before || taken[*before]) continue;
      taken[*before] = true;
      if (pair.oud) continue;
      pair.oud = before;
      pair.by_was = true;
    }
  for (std::uint32_t i = 0; i < taken.size(); ++i)
    if (!taken[i]) pairs.push_back({i, {}, false});
  return pairs;
}

}  // namespace saldo
