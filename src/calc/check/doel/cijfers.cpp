// Figures of goals that belong together: whether they agree, and what percentages are of.
#include <unordered_map>
#include <unordered_set>

#include "calc/check/doel/telling.h"

namespace saldo {

namespace {

// The same text for the same number, unit and years.
std::string key_of(const Streef& streef) {
  return to_text(streef.waarde->getal) + (streef.is_relatief ? "x " : " ") + streef.maat.eenheid + " " +
         to_text(streef.years());
}

void report_same(const Doel& doel, const Streef& streef, Message message, Related other, Findings& findings) {
  findings.push_back({Rule::streef_tegenspraak,
                      streef.place,
                      std::move(message),
                      {std::move(other)},
                      say("keep one of them, or give the second its own figure"),
                      subject_of(doel)});
}

// One figure as a minimum and as something else.
void check_readings(const Doel& doel, Findings& findings) {
  std::unordered_map<std::string, const Streef*> seen;
  for (const Streef& streef : doel.streven) {
    if (!streef.is_number() || !streef.maat.is_percentage() || streef.norm_bij) continue;
    const auto [first, is_new] = seen.try_emplace(key_of(streef), &streef);
    if (!is_new && first->second->soort != streef.soort)
      report_same(
          doel, streef,
          say("{}: {}, and also {}", named(doel), in_plan_words(doel, *first->second), in_plan_words(doel, streef)),
          {first->second->place, say("the first one is here")}, findings);
  }
}

// The targets with a number of each goal by what they ask: made once, for whoever is compared with it.
class Asked {
 public:
  explicit Asked(const Plan& plan) : plan_(plan) {}

  // The first target of one goal that the other asks as well; null: there is none. In the time of the shorter of the two.
  std::pair<const Streef*, const Streef*> shared(std::size_t a, std::size_t b) {
    const std::size_t fewer = of(a).size() <= of(b).size() ? a : b;
    const auto& others = of(fewer == a ? b : a);
    for (const Streef& streef : plan_.doelen[fewer].streven) {
      if (!streef.is_number()) continue;
      const auto same = others.find(asked_key(streef));
      if (same == others.end()) continue;
      return fewer == a ? std::pair{&streef, same->second} : std::pair{same->second, &streef};
    }
    return {nullptr, nullptr};
  }

 private:
  using ByKey = std::unordered_map<std::string, const Streef*>;

  static std::string asked_key(const Streef& streef) { return std::string(to_text(streef.soort)) + key_of(streef); }

  const ByKey& of(std::size_t doel) {
    const auto [made, is_new] = made_.try_emplace(doel);
    if (is_new)
      for (const Streef& streef : plan_.doelen[doel].streven)
        if (streef.is_number()) made->second.try_emplace(asked_key(streef), &streef);
    return made->second;
  }

  const Plan& plan_;
  std::unordered_map<std::size_t, ByKey> made_;
};

// Two goals that refer to each other and ask the same: told on the later of the two.
void report_shared(const Doel& doel, const Doel& other, std::pair<const Streef*, const Streef*> both,
                   Findings& findings) {
  if (both.first == nullptr) return;
  report_same(doel, *both.first,
              say("{}: {} is asked by {} as well, and each refers to the other: one may count in both", named(doel),
                  in_plan_words(doel, *both.first), named(other)),
              {both.second->place, say("the other one is here")}, findings);
  findings.back().help = say("say what counts in which of the two");
  findings.back().severity = Severity::note;
}

std::uint64_t pair_of(std::size_t a, std::size_t b) { return (std::uint64_t{a} << 32) | b; }

}  // namespace

void check_streef_tegenspraak(const CheckInput& input, Findings& findings) {
  Asked asked(input.plan);
  std::unordered_set<std::uint64_t> refers;
  for (std::size_t at = 0; at < input.plan.doelen.size(); ++at)
    for (const auto& other : input.plan.doelen[at].zie) refers.insert(pair_of(at, position(*other.id)));
  for (std::size_t at = 0; at < input.plan.doelen.size(); ++at) {
    const Doel& doel = input.plan.doelen[at];
    check_readings(doel, findings);
    for (const auto& other : doel.zie) {
      const std::size_t to = position(*other.id);
      if (to < at && refers.contains(pair_of(to, at)))
        report_shared(doel, input.plan.doelen[to], asked.shared(at, to), findings);
    }
  }
}

namespace {

void report_sum(const Doel& doel, Place place, Message message, Findings& findings) {
  findings.push_back({Rule::streef_som,
                      place,
                      std::move(message),
                      {},
                      say("one of these figures is of something else: look up which, and write of what it is"),
                      subject_of(doel)});
}

// A percentage of a number that is a target itself comes to a third one: half of 500 is 250.
void check_share(const Doel& doel, Findings& findings) {
  std::unordered_set<std::string> counts;
  for (const Streef& streef : doel.streven)
    if (streef.is_number() && !streef.is_relatief && !streef.maat.is_percentage())
      counts.insert(to_text(streef.waarde->getal * Ratio{1, 1}));
  if (counts.size() < 2) return;
  for (const Streef& streef : doel.streven) {
    if (!streef.is_number() || !streef.maat.is_percentage() || streef.is_relatief || !streef.maat.van_aantal) continue;
    const Ratio whole = streef.maat.van_aantal->getal;
    const Ratio part = streef.waarde->getal * whole * Ratio{1, 100};
    if (counts.contains(to_text(whole)) && !counts.contains(to_text(part)))
      report_sum(doel, streef.place,
                 say("{}: {} of {} is {}, and that is none of the other targets", named(doel), number_of(streef),
                     in_figures(whole), in_figures(part)),
                 findings);
  }
}

// What stands as part of a target, and all of it together.
struct Parts {
  Ratio sum{0, 1};
  const Doel* doel = nullptr;  // the last one
  const Streef* streef = nullptr;
};

const Streef* first_number(const Doel& doel) {
  for (const Streef& streef : doel.streven)
    if (streef.is_number()) return &streef;
  return nullptr;
}

// 400 is 81% of something between 490,8 and 496,9.
bool fits(const Resultaat& result, Ratio whole) {
  return is_percentage_of(*result.procent, result.waarde->getal, whole);
}

// Of a result printed with its percentage and not with what that is of: the whole, the parts, or what they leave.
void check_readings_of(const Doel& whole, const Streef& target, const Parts& parts, Findings& findings) {
  const Ratio rest = target.waarde->getal + parts.sum * Ratio{-1, 1};
  for (const Resultaat& result : whole.resultaten) {
    if (!result.procent || !result.waarde || result.maat.van_aantal) continue;
    if (fits(result, target.waarde->getal) || fits(result, parts.sum) || fits(result, rest)) continue;
    if (rest == result.waarde->getal) continue;
    report_sum(*parts.doel, parts.streef->place,
               say("{} of {} less {} for {} leaves {}: {} is {}% of none of these", in_figures(target.waarde->getal),
                   named(whole), in_figures(parts.sum), named(*parts.doel), in_figures(rest),
                   in_figures(result.waarde->getal), in_figures(result.procent->getal)),
               findings);
    findings.back().related.push_back({result.place, say("that result is here")});
  }
}

void check_parts(const Plan& plan, Findings& findings) {
  std::vector<Parts> all(plan.doelen.size());
  for_each_streef(plan, [&](const Doel& doel, const Streef& streef) {
    if (!streef.deel_van || !streef.is_number()) return;
    Parts& parts = all[position(*streef.deel_van->id)];
    parts = {parts.sum + streef.waarde->getal, &doel, &streef};
  });
  for (std::size_t at = 0; at < all.size(); ++at) {
    const Streef* target = all[at].doel == nullptr ? nullptr : first_number(plan.doelen[at]);
    if (target == nullptr) continue;
    const Doel& whole = plan.doelen[at];
    if (sign_of_difference(all[at].sum, target->waarde->getal) > 0)
      report_sum(*all[at].doel, all[at].streef->place,
                 say("the parts of {} are {} together, and the whole is {}", named(whole), in_figures(all[at].sum),
                     in_figures(target->waarde->getal)),
                 findings);
    else check_readings_of(whole, *target, all[at], findings);
  }
}

}  // namespace

void check_streef_som(const CheckInput& input, Findings& findings) {
  for (const Doel& doel : input.plan.doelen) check_share(doel, findings);
  check_parts(input.plan, findings);
}

namespace {

void report_share(const Doel& doel, Place place, Message message, Message help, Findings& findings) {
  findings.push_back({Rule::procent_noemer, place, std::move(message), {}, std::move(help), subject_of(doel)});
}

Message of_what(const Doel& doel, const std::string& figure, const Maat& maat) {
  return maat.van.empty() ? say("{}: {}, and of what is not said", named(doel), figure)
                          : say("{}: {} of {}, and how many those are is not said", named(doel), figure, maat.van);
}

Message say_how_many() { return say("write how many it is of: van_aantal = 400"); }

// A rise by a share: of what is not known, or of what is a share itself.
void check_rise(const Doel& doel, const Streef& streef, Findings& findings) {
  if (!streef.nulmeting || !streef.nulmeting->waarde)
    report_share(doel, streef.place,
                 say("{}: {}, of a number that is not given", named(doel), in_plan_words(doel, streef)),
                 say("write what it is a part of: nulmeting = {{ jaar = 2024, waarde = 190 }}"), findings);
  if (streef.maat.is_percentage())
    report_share(doel, streef.place,
                 say("{}: {}, which is a percentage itself: {} of it, or as many points", named(doel),
                     in_plan_words(doel, streef), number_of(streef)),
                 say("write the percentage to reach, with omhoog_naar or omlaag_naar"), findings);
}

void check_share_of(const Doel& doel, const Streef& streef, Findings& findings) {
  const bool has_base = streef.nulmeting && streef.nulmeting->waarde;
  if (streef.is_number() && streef.is_relatief) return check_rise(doel, streef, findings);
  if (!streef.maat.is_percentage() || streef.maat.van_aantal) return;
  if (streef.is_number())
    report_share(doel, streef.place, of_what(doel, number_of(streef), streef.maat), say_how_many(), findings);
  else if (has_base)
    report_share(doel, streef.nulmeting->waarde->place,
                 of_what(doel, in_figures(streef.nulmeting->waarde->getal, streef.maat), streef.maat), say_how_many(),
                 findings);
}

// The facts of one goal are often of one survey: told once.
void check_facts(const Doel& doel, Findings& findings) {
  bool told = false;
  for (const Feit& fact : doel.feiten) {
    if (!fact.maat.is_percentage() || fact.maat.van_aantal) continue;
    if (told) {
      findings.back().related.push_back(
          {fact.waarde.place, say("and {} here", in_figures(fact.waarde.getal, fact.maat))});
      continue;
    }
    report_share(doel, fact.waarde.place, of_what(doel, in_figures(fact.waarde.getal, fact.maat), fact.maat),
                 say_how_many(), findings);
    told = true;
  }
}

}  // namespace

void check_procent_noemer(const CheckInput& input, Findings& findings) {
  for (const Doel& doel : input.plan.doelen) {
    for (const Streef& streef : doel.streven) check_share_of(doel, streef, findings);
    for (const Resultaat& result : doel.resultaten)
      if (result.procent && !result.maat.van_aantal)
        report_share(doel, result.procent->place, of_what(doel, in_figures(result.procent->getal) + "%", result.maat),
                     say_how_many(), findings);
    check_facts(doel, findings);
  }
}

}  // namespace saldo
