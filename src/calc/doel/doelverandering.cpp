#include "calc/doel/doelverandering.h"

#include <algorithm>
#include <string>
#include <unordered_map>

namespace saldo {

namespace {

using Soort = DoelveranderingSoort;

bool same_direction(const Streef& a, const Streef& b) { return asks_less(a.soort) == asks_less(b.soort); }

// Two levels that can be laid beside each other; a change says nothing of a level.
bool comparable(const Streef& a, const Streef& b) {
  return a.is_number() && b.is_number() && !asks_change(a.soort) && !asks_change(b.soort) && same_direction(a, b) &&
         a.maat.eenheid == b.maat.eenheid && !a.norm_bij && !b.norm_bij;
}

bool is_easier(const Streef& was, const Streef& is) {
  const int sign = sign_of_difference(is.waarde->getal, was.waarde->getal);
  return asks_less(was.soort) ? sign > 0 : sign < 0;
}

// Goals that are one, and which of their targets are found in the other.
struct Pair {
  const Doel& oud;
  const Doel& nieuw;

  // By what is counted; of several of them, such as one for each year, the one for the same day, else that with the same nr.
  const Streef* same_in_new(const Streef& was) const {
    const Streef* best = nullptr;
    int best_likeness = -1;
    for (const Streef& is : nieuw.streven) {
      if (nieuw.wat_of(is) != oud.wat_of(was) || asks_number(is.soort) != asks_number(was.soort)) continue;
      const int likeness = (is.last_day() == was.last_day() ? 2 : 0) + (is.nr == was.nr ? 1 : 0);
      if (likeness > best_likeness) best = &is;
      best_likeness = std::max(likeness, best_likeness);
    }
    return best;
  }
  bool is_new(const Streef& is) const {
    return std::none_of(oud.streven.begin(), oud.streven.end(),
                        [&](const Streef& was) { return oud.wat_of(was) == nieuw.wat_of(is); });
  }
};

// A number or a direction that was to be reached in a year of the new plan.
bool is_still_due(const Streef& streef, Years years) {
  const std::optional<Date> day = streef.last_day();
  return (streef.is_number() || streef.soort == StreefSoort::richting) && !streef.norm_bij && day &&
         years.contains(Year{day->year});
}

class Finder {
 public:
  Finder(const Plan& oud, const Plan& nieuw) : oud_(oud), nieuw_(nieuw) {}

  std::vector<Doelverandering> find(const std::vector<Doelpaar>& pairs) {
    for (const Doelpaar& pair : pairs) {
      if (!pair.nieuw) add(Soort::doel_verdwenen, pair, first_streef(oud_.doelen[*pair.oud]));
      if (pair.oud) find_gone_targets(pair);
      if (pair.oud && pair.nieuw) find_in_pair(pair);
    }
    find_used_again(pairs);
    std::stable_sort(found_.begin(), found_.end(), [](const auto& a, const auto& b) { return a.soort < b.soort; });
    return std::move(found_);
  }

 private:
  static const Streef* first_streef(const Doel& doel) { return doel.streven.empty() ? nullptr : &doel.streven.front(); }

  void add(Soort soort, const Doelpaar& pair, const Streef* was = nullptr, const Streef* is = nullptr,
           const Feit* feit = nullptr) {
    found_.push_back({soort, pair.oud, pair.nieuw, was, is, feit});
  }

  void find_gone_targets(const Doelpaar& pair) {
    const Doel& oud = oud_.doelen[*pair.oud];
    for (const Streef& was : oud.streven) {
      if (!is_still_due(was, nieuw_.years)) continue;
      const bool stays = pair.nieuw && Pair{oud, nieuw_.doelen[*pair.nieuw]}.same_in_new(was) != nullptr;
      if (!stays) add(Soort::streef_verdwenen, pair, &was);
    }
  }

  void find_in_pair(const Doelpaar& at) {
    const Pair pair{oud_.doelen[*at.oud], nieuw_.doelen[*at.nieuw]};
    if (!pair.oud.nr.empty() && !pair.nieuw.nr.empty() && pair.oud.nr != pair.nieuw.nr) add(Soort::doel_hernummerd, at);
    for (const Streef& was : pair.oud.streven) {
      if (!was.is_number() || was.norm_bij) continue;
      if (const Streef* is = pair.same_in_new(was)) {
        if (comparable(was, *is) && is_easier(was, *is)) add(Soort::streef_lager, at, &was, is);
      } else if (!is_still_due(was, nieuw_.years)) {
        find_in_its_place(at, pair, was);
      }
    }
  }

  // A target that is not there any more, for a year that is over: the hardest of those that are new, or a fact. Of other
  // things only shares can be laid side by side: five projects are not more than three plans.
  void find_in_its_place(const Doelpaar& at, const Pair& pair, const Streef& was) {
    const Streef* hardest = nullptr;
    for (const Streef& is : pair.nieuw.streven)
      if (comparable(was, is) && !was.maat.eenheid.empty() && pair.is_new(is) &&
          (hardest == nullptr || is_easier(is, *hardest)))
        hardest = &is;
    if (hardest != nullptr) {
      if (is_easier(was, *hardest)) add(Soort::streef_andere_maat, at, &was, hardest);
      return;
    }
    if (asks_less(was.soort) || asks_change(was.soort)) return;
    for (const Feit& feit : pair.nieuw.feiten)
      if (feit.maat.eenheid == was.maat.eenheid && feit.wat.starts_with(pair.oud.wat_of(was)) &&
          sign_of_difference(feit.waarde.getal, was.waarde->getal) < 0)
        add(Soort::feit_onder_streef, at, &was, nullptr, &feit);
  }

  // Two targets with the same number where there are such: it is easily taken for the same target.
  void add_used_again(const Doelpaar& at) {
    const Doel &oud = oud_.doelen[*at.oud], &nieuw = nieuw_.doelen[*at.nieuw];
    for (const Streef& was : oud.streven)
      for (const Streef& is : nieuw.streven)
        if (was.is_number() && is.is_number() && was.waarde == is.waarde)
          return add(Soort::nummer_hergebruikt, at, &was, &is);
    add(Soort::nummer_hergebruikt, at, first_streef(oud), first_streef(nieuw));
  }

  void find_used_again(const std::vector<Doelpaar>& pairs) {
    std::unordered_map<std::string_view, std::uint32_t> by_nr;
    for (std::uint32_t i = 0; i < oud_.doelen.size(); ++i)
      if (!oud_.doelen[i].nr.empty()) by_nr.try_emplace(oud_.doelen[i].nr, i);
    for (const Doelpaar& pair : pairs) {
      if (!pair.nieuw) continue;
      const auto had = by_nr.find(nieuw_.doelen[*pair.nieuw].nr);
      if (had == by_nr.end() || had->second == pair.oud) continue;
      add_used_again({had->second, pair.nieuw, false});
    }
  }

  const Plan& oud_;
  const Plan& nieuw_;
  std::vector<Doelverandering> found_;
};

}  // namespace

std::vector<Doelverandering> find_doelveranderingen(const Plan& oud, const Plan& nieuw,
                                                    const std::vector<Doelpaar>& pairs) {
  return Finder(oud, nieuw).find(pairs);
}

}  // namespace saldo
