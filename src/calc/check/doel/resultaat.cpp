// What is said to have come of a target, and what its figures say.
#include <algorithm>

#include "calc/check/doel/telling.h"
#include "calc/doel/voortgang.h"

namespace saldo {

namespace {

std::string told_of(const Doel& doel, const Resultaat& result) {
  if (!result.wat.empty()) return result.wat;
  const Streef* streef = doel.streef_of(result);
  return streef == nullptr ? doel.naam : doel.wat_of(*streef);
}

void report_result(Rule rule, const Doel& doel, Place place, Message message, Message help, Findings& findings) {
  findings.push_back({rule, place, std::move(message), {}, std::move(help), subject_of(doel)});
}

// Known only after it was claimed to be met.
bool is_early(const Resultaat& result) {
  return result.beweerd == Bewering::gehaald && !result.waarde && result.bekend_na;
}

}  // namespace

void check_resultaat_procent(const CheckInput& input, Findings& findings) {
  for (const Doel& doel : input.plan.doelen)
    for (const Resultaat& result : doel.resultaten) {
      if (!result.procent || !result.waarde || !result.maat.van_aantal || result.maat.is_percentage()) continue;
      const Ratio whole = result.maat.van_aantal->getal;
      if (whole.num <= 0 || is_percentage_of(*result.procent, result.waarde->getal, whole)) continue;
      report_result(
          Rule::resultaat_procent, doel, result.procent->place,
          say("{}: {} of {} is {}, printed as {}%", named(doel), in_figures(result.waarde->getal), in_figures(whole),
              to_percentage(result.waarde->getal * Ratio{whole.den, whole.num}), in_figures(result.procent->getal)),
          say("look up which of the figures is wrong; what is printed stays here as it is"), findings);
    }
}

// A claim that it is met while that can only be known later is told by resultaat-oordeel.
void check_resultaat_zonder_cijfer(const CheckInput& input, Findings& findings) {
  for (const Doel& doel : input.plan.doelen)
    for (const Resultaat& result : doel.resultaten)
      if (result.beweerd && !result.waarde && !is_early(result))
        report_result(
            Rule::resultaat_zonder_cijfer, doel, result.beweerd_place,
            say("{}: \"{}\", and no figure: {}", named(doel), to_text(*result.beweerd), told_of(doel, result)),
            say("write what it came to: waarde = 190"), findings);
}

namespace {

// What the figures say, against what is said of them.
void check_verdict(const Doel& doel, const Resultaat& result, Findings& findings) {
  const Streef* streef = doel.streef_of(result);
  if (is_early(result))
    report_result(Rule::resultaat_oordeel, doel, result.beweerd_place,
                  say("{}: \"{}\" is said, and what it came to is known only after {}", named(doel), "gehaald",
                      to_text(result.bekend_na->last_day())),
                  say("write the figure once it is there: waarde = 190"), findings);
  if (streef == nullptr) return;
  const Vergelijking found = compare(*streef, result);
  if (result.waarde && result.beweerd == Bewering::gehaald && found != Vergelijking::gehaald)
    report_result(Rule::resultaat_oordeel, doel, result.beweerd_place,
                  say("{}: \"{}\" is said, and {} against {} is: {}", named(doel), "gehaald",
                      in_figures(result.waarde->getal, result.maat), in_plan_words(doel, *streef), to_text(found)),
                  say("the figures count, not the claim"), findings);
  if (result.vergeleken && *result.vergeleken != found)
    report_result(Rule::resultaat_oordeel, doel, result.vergeleken_place,
                  say("{}: vergeleken is \"{}\", and from the figures follows \"{}\": {}", named(doel),
                      to_text(*result.vergeleken), to_text(found), in_plan_words(doel, *streef)),
                  say("write what follows, or mend the figures"), findings);
}

}  // namespace

void check_resultaat_oordeel(const CheckInput& input, Findings& findings) {
  for (const Doel& doel : input.plan.doelen)
    for (const Resultaat& result : doel.resultaten) check_verdict(doel, result, findings);
}

namespace {

// The first year that was closed with what was due on that day, or after it.
const Afsluiting& closed_with(const Plan& plan, Date due) {
  for (const Afsluiting& record : plan.afsluitingen)
    if (record.jaar.value >= due.year) return record;
  return plan.afsluitingen.back();
}

}  // namespace

// One finding for each goal, on the first of its targets that was due in a closed year. What is only claimed is told by
// resultaat-zonder-cijfer.
void check_resultaat_ontbreekt(const CheckInput& input, Findings& findings) {
  const std::optional<Date> until = due_until(input.plan, std::nullopt);
  if (!until) return;
  for (const Doel& doel : input.plan.doelen) {
    std::size_t missing = 0;
    const std::vector<Voortgang> all = voortgangen_of(doel, until);
    for (std::size_t s = 0; s < all.size(); ++s) {
      const Streef& streef = doel.streven[s];
      const Voortgang& found = all[s];
      const bool is_missing = found.stand == StreefStand::ontbreekt && found.bewering == nullptr;
      if (!is_missing || ++missing > 1) continue;
      const Date due = *found.due_after;
      const Afsluiting& record = closed_with(input.plan, due);
      report_result(Rule::resultaat_ontbreekt, doel, streef.place,
                    say("{}: {} is closed, and nothing says what came of {}", named(doel), record.jaar,
                        in_plan_words(doel, streef)),
                    say("write it in resultaat, or bekend_na if it is not known yet"), findings);
      findings.back().subject.year = record.jaar;
      findings.back().related.push_back({record.place, say("the year was closed here")});
    }
    if (missing > 1) findings.back().extent = missing;
  }
}

}  // namespace saldo
