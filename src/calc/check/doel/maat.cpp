// Whether anybody can say afterwards that a goal was reached.
#include <algorithm>

#include "calc/check/doel/telling.h"

namespace saldo {

namespace {

// Of a goal with all that is under it.
struct Below {
  std::size_t goals = 0;  // under it
  bool has_number = false;
  bool is_measurable = false;
};

// PM is told by another rule: it may become a number.
bool can_be_measured(const Streef& streef) {
  return asks_number(streef.soort) || streef.soort == StreefSoort::product || streef.soort == StreefSoort::aandeel;
}

std::vector<Below> look_below(const Plan& plan) {
  std::vector<Below> all(plan.doelen.size());
  for (auto id = plan.doelen_outside_in.rbegin(); id != plan.doelen_outside_in.rend(); ++id) {
    const Doel& doel = plan.doel(*id);
    Below& below = all[position(*id)];
    for (const Streef& streef : doel.streven) {
      below.has_number |= streef.is_number();
      below.is_measurable |= can_be_measured(streef);
    }
    if (!doel.onder) continue;
    Below& above = all[position(*doel.onder->id)];
    above.goals += 1 + below.goals;
    above.has_number |= below.has_number;
    above.is_measurable |= below.is_measurable;
  }
  return all;
}

// The most that a goal has which cannot be measured: a word of a scale, else a direction, else an effort.
const Streef* best_of(const Doel& doel) {
  for (const StreefSoort soort : {StreefSoort::schaal, StreefSoort::richting, StreefSoort::inspanning})
    for (const Streef& streef : doel.streven)
      if (streef.soort == soort) return &streef;
  return nullptr;
}

void report_unmeasured(const Doel& doel, Place place, Message message, Findings& findings) {
  findings.push_back({Rule::doel_zonder_maat,
                      place,
                      std::move(message),
                      {},
                      say("write what can be counted, or what will be there: minimaal = 250, product = \"…\""),
                      subject_of(doel)});
}

}  // namespace

// A prestatie or indicator that nothing below it measures either, and a project without any number in it.
void check_doel_zonder_maat(const CheckInput& input, Findings& findings) {
  const std::vector<Below> all = look_below(input.plan);
  for (std::size_t at = 0; at < all.size(); ++at) {
    const Doel& doel = input.plan.doelen[at];
    if (doel.soort == DoelSoort::project && !all[at].has_number)
      report_unmeasured(doel, doel.place,
                        say("{}: there is no number in it, nor in the {} goals below it", named(doel), all[at].goals),
                        findings);
    if ((doel.soort != DoelSoort::prestatie && doel.soort != DoelSoort::indicator) || all[at].is_measurable) continue;
    const Streef* best = best_of(doel);
    if (best == nullptr) report_unmeasured(doel, doel.place, say("{} has no target", named(doel)), findings);
    else
      report_unmeasured(doel, best->place,
                        say("{}: no more than this to hold it against: {}", named(doel), in_plan_words(doel, *best)),
                        findings);
  }
}

// Only of goals with others below them: those that are measured in their place.
void check_doel_richting(const CheckInput& input, Findings& findings) {
  const std::vector<Below> all = look_below(input.plan);
  for (std::size_t at = 0; at < all.size(); ++at) {
    const Doel& doel = input.plan.doelen[at];
    if ((doel.soort != DoelSoort::hoofddoel && doel.soort != DoelSoort::doelstelling) || all[at].goals == 0) continue;
    const bool is_bare =
        !doel.streven.empty() && std::all_of(doel.streven.begin(), doel.streven.end(), [](const Streef& streef) {
          return streef.soort == StreefSoort::richting && streef.years().empty();
        });
    if (is_bare)
      findings.push_back({Rule::doel_richting,
                          doel.streven.front().place,
                          say("{} says of itself only {}, and not how far or by when", named(doel),
                              to_text(doel.streven.front().richting)),
                          {},
                          say("write the value and the year to aim at, or the year at least"),
                          subject_of(doel)});
  }
}

void check_streef_aandeel(const CheckInput& input, Findings& findings) {
  for_each_streef(input.plan, [&](const Doel& doel, const Streef& streef) {
    if (streef.soort != StreefSoort::aandeel) return;
    findings.push_back({Rule::streef_aandeel,
                        streef.place,
                        say("{}: {}, that is {}", named(doel), in_plan_words(doel, streef),
                            streef.aandeel == Aandeel::alle ? "100%" : "0%"),
                        {},
                        say("write the figure if less is meant: minimaal = 95, eenheid = \"%\""),
                        subject_of(doel)});
  });
}

// A target that is PM, and a document elsewhere that has the figures of a goal.
void check_streef_open(const CheckInput& input, Findings& findings) {
  for (const Doel& doel : input.plan.doelen) {
    for (const Streef& streef : doel.streven)
      if (streef.is_pm())
        findings.push_back({Rule::streef_open,
                            streef.place,
                            say("{}: the target is PM: {}", named(doel), doel.wat_of(streef)),
                            {},
                            say("write the number once it is known"),
                            subject_of(doel)});
    for (const Named& document : doel.elders)
      findings.push_back({Rule::streef_open,
                          document.place,
                          say("{}: its figures are said to stand in another document: {}", named(doel), document.name),
                          {},
                          say("write the targets of that document here"),
                          subject_of(doel)});
  }
}

}  // namespace saldo
