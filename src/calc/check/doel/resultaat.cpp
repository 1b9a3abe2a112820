// What is said to have come of a target, and what its figures say.
#include <algorithm>

#include "calc/check/doel/telling.h"

namespace saldo {

namespace {

std::string told_of(const Doel& doel, const Resultaat& result) {
  if (!result.wat.empty()) return result.wat;
  const Streef* streef = doel.streef_of(result);
  return streef == nullptr ? doel.naam : subject_name(doel, *streef);
}

void report_result(Rule rule, const Doel& doel, Place place, Message message, Message help, Findings& findings) {
  findings.push_back({rule, place, std::move(message), {}, std::move(help), subject_of(doel)});
}

bool is_reached(const Streef& streef, const Ratio& value) {
  const int against = compare(value, streef.waarde->getal);
  switch (streef.soort) {
    case StreefSoort::maximaal:
    case StreefSoort::omlaag_naar: return against <= 0;
    case StreefSoort::minder_dan: return against < 0;
    case StreefSoort::meer_dan: return against > 0;
    case StreefSoort::minimaal:
    case StreefSoort::precies:
    case StreefSoort::ongeveer:
    case StreefSoort::omhoog_naar: return against >= 0;
    case StreefSoort::omhoog_met:
    case StreefSoort::omlaag_met:
    case StreefSoort::richting:
    case StreefSoort::schaal:
    case StreefSoort::aandeel:
    case StreefSoort::product:
    case StreefSoort::inspanning: return false;
  }
  return false;
}

// What follows from a measured value, on the day it was measured; never from a claim.
Vergelijking compared(const Streef& streef, const Resultaat& result) {
  if (!result.waarde || !streef.is_number() || asks_change(streef.soort)) return Vergelijking::onbekend;
  const bool other_unit = !result.maat.eenheid.empty() && result.maat.eenheid != streef.maat.eenheid;
  if (other_unit) return Vergelijking::onbekend;
  if (is_reached(streef, result.waarde->getal)) return Vergelijking::gehaald;
  const std::optional<Date> due = streef.last_day();
  if (due && result.moment && result.moment->last_day() < *due) return Vergelijking::onbekend;
  return result.waarde->getal.num > 0 ? Vergelijking::deels : Vergelijking::niet;
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
  const Vergelijking found = compared(*streef, result);
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

// Whether a result says anything of this target, or of the goal as a whole; what only says when it will be known does not.
bool has_result(const Doel& doel, const Streef& streef) {
  return std::any_of(doel.resultaten.begin(), doel.resultaten.end(), [&](const Resultaat& result) {
    const Streef* of = doel.streef_of(result);
    const bool says = result.waarde || result.beweerd;
    return says && (of == &streef || (of == nullptr && result.wat.empty() && !result.streef));
  });
}

// The last closed year in which a result of this target was due; null: it is not due yet.
const Afsluiting* due_in(const Plan& plan, const Doel& doel, const Streef& streef) {
  const std::optional<Date> last_day = streef.last_day();
  if (!last_day || streef.norm_bij) return nullptr;
  Year due{last_day->year};
  if (streef.bekend_na) due = std::max(due, streef.bekend_na->jaar);
  for (const Resultaat& result : doel.resultaten)
    if (doel.streef_of(result) == &streef && result.bekend_na) due = std::max(due, result.bekend_na->jaar);
  return plan.find_afsluiting(due);
}

}  // namespace

// One finding for each goal, on the first of its targets that was due in a closed year.
void check_resultaat_ontbreekt(const CheckInput& input, Findings& findings) {
  if (input.plan.afsluitingen.empty()) return;
  for (const Doel& doel : input.plan.doelen) {
    std::size_t missing = 0;
    for (const Streef& streef : doel.streven) {
      const Afsluiting* record = due_in(input.plan, doel, streef);
      if (record == nullptr || has_result(doel, streef) || ++missing > 1) continue;
      report_result(Rule::resultaat_ontbreekt, doel, streef.place,
                    say("{}: {} closed, and nothing says what came of {}", named(doel), record->jaar,
                        in_plan_words(doel, streef)),
                    say("write it in resultaat, or bekend_na if it is not known yet"), findings);
      findings.back().subject.year = record->jaar;
      findings.back().related.push_back({record->place, say("the year was closed here")});
      if (record->stand == Stand::voorlopig) findings.back().severity = Severity::warning;
    }
    if (missing > 1) findings.back().extent = missing;
  }
}

}  // namespace saldo
