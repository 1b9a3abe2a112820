#include "calc/diff/pairing.h"

#include <algorithm>
#include <string>
#include <tuple>
#include <unordered_map>

#include "base/text.h"
#include "calc/diff/likeness.h"

namespace saldo {

namespace {

constexpr int alike = 60;    // percent: a corrected or lengthened name
constexpr int faintly = 30;  // enough when nr or content say the same

class PairFinder {
 public:
  PairFinder(std::span<const Pairable> oud, std::span<const Pairable> nieuw, const PairingOptions& options)
      : oud_(oud), nieuw_(nieuw), options_(options), new_of_old_(oud.size()), taken_(nieuw.size()) {}

  std::vector<Pairing> run() {
    match_in_place();
    match_by_key(MatchedBy::nr_en_naam,
                 [](const Pairable& named) { return std::string(named.nr) + '\x1f' + folded(named.naam); });
    match_by_key(MatchedBy::naam, [](const Pairable& named) { return folded(named.naam); });
    if (options_.nr_is_position) match_by_nr(true);
    else match_by_nr(false);
    match_alike(true);
    match_alike(false);
    if (options_.nr_is_position) match_by_nr(false);
    return in_order();
  }

 private:
  struct Found {
    std::uint32_t nieuw;
    MatchedBy by;
  };

  void take(std::uint32_t oud, std::uint32_t nieuw, MatchedBy by) {
    new_of_old_[oud] = Found{nieuw, by};
    taken_[nieuw] = true;
  }

  // Most lists are as they were.
  void match_in_place() {
    const auto count = static_cast<std::uint32_t>(std::min(oud_.size(), nieuw_.size()));
    for (std::uint32_t i = 0; i < count; ++i) {
      if (oud_[i].nr != nieuw_[i].nr || oud_[i].naam != nieuw_[i].naam) return;
      take(i, i, MatchedBy::nr_en_naam);
    }
  }

  bool all_matched() const {
    return std::all_of(new_of_old_.begin(), new_of_old_.end(), [](const auto& found) { return found.has_value(); }) ||
           std::all_of(taken_.begin(), taken_.end(), [](bool taken) { return taken; });
  }

  static constexpr std::uint32_t none = UINT32_MAX, more = UINT32_MAX - 1;
  struct Owners {  // of a key
    std::uint32_t oud = UINT32_MAX, nieuw = UINT32_MAX;
  };

  // What has a key that no other of its list has, among those left.
  template <class KeyOf>
  void match_by_key(MatchedBy by, KeyOf key_of, bool only_alike = false) {
    if (all_matched()) return;
    std::unordered_map<std::string, Owners> owners;
    const auto add = [](std::uint32_t& owner, std::uint32_t i) { owner = owner == none ? i : more; };
    for (std::uint32_t i = 0; i < oud_.size(); ++i)
      if (!new_of_old_[i]) add(owners[key_of(oud_[i])].oud, i);
    for (std::uint32_t i = 0; i < nieuw_.size(); ++i)
      if (!taken_[i]) add(owners[key_of(nieuw_[i])].nieuw, i);
    for (const auto& [key, owner] : owners)
      if (owner.oud < more && owner.nieuw < more && (!only_alike || somewhat_alike(owner.oud, owner.nieuw)))
        take(owner.oud, owner.nieuw, by);
  }

  void match_by_nr(bool only_alike) {
    match_by_key(
        MatchedBy::nr, [](const Pairable& named) { return std::string(named.nr); }, only_alike);
  }

  bool same_content(std::uint32_t oud, std::uint32_t nieuw) const {
    return options_.same_content && options_.same_content(oud, nieuw);
  }

  bool somewhat_alike(std::uint32_t oud, std::uint32_t nieuw) const {
    return likeness(oud_[oud].naam, nieuw_[nieuw].naam) >= faintly || same_content(oud, nieuw);
  }

  struct Likeness {
    int percent;
    std::uint32_t oud, nieuw;
    // Most alike first; of equals the first in the files.
    friend bool operator<(const Likeness& a, const Likeness& b) {
      return std::tie(b.percent, a.oud, a.nieuw) < std::tie(a.percent, b.oud, b.nieuw);
    }
  };

  void match_alike(bool same_group) {
    if (all_matched()) return;
    std::vector<Likeness> found = likenesses(same_group);
    std::sort(found.begin(), found.end());
    for (const Likeness& pair : found)
      if (!new_of_old_[pair.oud] && !taken_[pair.nieuw]) take(pair.oud, pair.nieuw, MatchedBy::gelijkenis);
  }

  // Only names that share a run which few have are held against each other.
  std::vector<Likeness> likenesses(bool same_group) const {
    NameRuns names(nieuw_.size());
    for (std::uint32_t n = 0; n < nieuw_.size(); ++n)
      if (!taken_[n]) names.add(n, nieuw_[n].naam);
    std::vector<Likeness> found;
    for (std::uint32_t o = 0; o < oud_.size(); ++o) {
      if (new_of_old_[o]) continue;
      const Runs own = runs_of(oud_[o].naam);
      for (const std::uint32_t n : names.sharing(own)) {
        if (same_group && oud_[o].group != nieuw_[n].group) continue;
        const int percent = likeness(own, names.at(n));
        if (percent >= alike || (percent >= faintly && same_content(o, n))) found.push_back({percent, o, n});
      }
    }
    return found;
  }

  std::vector<Pairing> in_order() const {
    std::vector<std::optional<std::uint32_t>> old_of_new(nieuw_.size());
    for (std::uint32_t o = 0; o < oud_.size(); ++o)
      if (new_of_old_[o]) old_of_new[new_of_old_[o]->nieuw] = o;
    std::vector<Pairing> pairs;
    const auto add_removed_from = [&](std::uint32_t o) {
      for (; o < oud_.size() && !new_of_old_[o]; ++o) pairs.push_back({o, std::nullopt, MatchedBy::nr_en_naam});
    };
    add_removed_from(0);
    for (std::uint32_t n = 0; n < nieuw_.size(); ++n) {
      const std::optional<std::uint32_t> o = old_of_new[n];
      pairs.push_back({o, n, o ? new_of_old_[*o]->by : MatchedBy::nr_en_naam});
      if (o) add_removed_from(*o + 1);
    }
    return pairs;
  }

  std::span<const Pairable> oud_, nieuw_;
  const PairingOptions& options_;
  std::vector<std::optional<Found>> new_of_old_;
  std::vector<bool> taken_;
};

}  // namespace

std::vector<Pairing> pair_up(std::span<const Pairable> oud, std::span<const Pairable> nieuw,
                             const PairingOptions& options) {
  return PairFinder(oud, nieuw, options).run();
}

}  // namespace saldo
