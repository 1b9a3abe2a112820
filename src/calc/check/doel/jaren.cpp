// The years that targets are for.
#include <algorithm>
#include <set>

#include "calc/check/doel/telling.h"

namespace saldo {

namespace {

Place place_of_year(const Streef& streef) { return streef.jaar_place.line == 0 ? streef.place : streef.jaar_place; }

void report_outside(const Doel& doel, Place place, Message message, Year year, Findings& findings) {
  findings.push_back({Rule::streef_buiten_plan,
                      place,
                      std::move(message),
                      {},
                      say("leave it where it is if it was promised so: no account of this plan comes back to it"),
                      subject_of(doel, year)});
}

void check_late(const Plan& plan, const Doel& doel, const Streef& streef, Findings& findings) {
  const std::vector<Year> years = streef.years();
  if (!years.empty() && years.back() > plan.years.last)
    report_outside(doel, place_of_year(streef),
                   say("{}: {} is for {}, after the last year of the plan", named(doel), in_plan_words(doel, streef),
                       years.back()),
                   years.back(), findings);
  else if (streef.bekend_na && streef.bekend_na->jaar > plan.years.last)
    report_outside(doel, streef.bekend_na->place,
                   say("{}: what came of {} is known in {}, after the last year of the plan", named(doel),
                       in_plan_words(doel, streef), streef.bekend_na->jaar),
                   streef.bekend_na->jaar, findings);
}

void report_years(const Doel& doel, const Streef& streef, Message message, Findings& findings) {
  findings.push_back({Rule::streef_jaren,
                      place_of_year(streef),
                      std::move(message),
                      {},
                      say("write a target of the same thing for each year"),
                      subject_of(doel)});
}

// Targets of one goal for different years that are of different things. The same thing in more years is a path.
void check_measures(const Doel& doel, Findings& findings) {
  std::set<std::string_view> seen;
  const Streef* previous = nullptr;
  for (const Streef& streef : doel.streven) {
    if (!streef.is_number() || streef.norm_bij || streef.years().empty()) continue;
    const bool is_new = seen.insert(doel.wat_of(streef)).second;
    if (previous != nullptr && is_new && previous->years() != streef.years()) {
      report_years(
          doel, streef,
          say("{}: {} is for {}, {} for {}: each year another measure", named(doel), in_plan_words(doel, *previous),
              to_text(previous->years()), in_plan_words(doel, streef), to_text(streef.years())),
          findings);
      findings.back().severity = Severity::note;
    }
    previous = &streef;
  }
}

}  // namespace

// Each target with a number and no year; and, once for a goal and as a note, a year that stands elsewhere.
void check_streef_jaar(const CheckInput& input, Findings& findings) {
  for (const Doel& doel : input.plan.doelen) {
    bool told = false;
    for (const Streef& streef : doel.streven) {
      if (!streef.is_number() || streef.norm_bij) continue;
      const std::vector<Year> years = streef.years();
      if (years.empty()) {
        findings.push_back({Rule::streef_jaar,
                            streef.place,
                            say("{}: {} is for no year", named(doel), in_plan_words(doel, streef)),
                            {},
                            say("write the year it is due: jaar = {}", input.plan.years.last),
                            subject_of(doel)});
      } else if (streef.jaar_afgeleid && !told) {
        findings.push_back(
            {Rule::streef_jaar,
             place_of_year(streef),
             say("{}: that it is for {} is not said with the target itself", named(doel), to_text(years)),
             {},
             say("leave `jaar_afgeleid` out once the document says so"),
             subject_of(doel)});
        findings.back().severity = Severity::note;
        told = true;
      }
    }
  }
}

// Whatever a target asks: too early and too late are told apart.
void check_streef_buiten_plan(const CheckInput& input, Findings& findings) {
  for_each_streef(input.plan, [&](const Doel& doel, const Streef& streef) {
    const std::vector<Year> years = streef.years();
    if (!years.empty() && years.front() < input.plan.years.first)
      report_outside(doel, place_of_year(streef),
                     say("{}: {} is for {}, before the first year of the plan", named(doel),
                         in_plan_words(doel, streef), years.front()),
                     years.front(), findings);
    check_late(input.plan, doel, streef, findings);
  });
}

void check_streef_jaren(const CheckInput& input, Findings& findings) {
  for (const Doel& doel : input.plan.doelen) {
    for (const Streef& streef : doel.streven)
      if (streef.jaren.size() > 1)
        report_years(doel, streef, say("{}: one target for {}", named(doel), to_text(streef.jaren)), findings);
    check_measures(doel, findings);
  }
}

}  // namespace saldo
