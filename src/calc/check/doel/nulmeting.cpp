// What a target starts from.
#include "calc/check/doel/telling.h"

namespace saldo {

namespace {

void report_base(Rule rule, const Doel& doel, Place place, Message message, Message help, Findings& findings) {
  findings.push_back({rule, place, std::move(message), {}, std::move(help), subject_of(doel)});
}

bool has_value(const Streef& streef) { return streef.nulmeting && streef.nulmeting->waarde; }

// What is wrong with a nulmeting that is there; empty: nothing.
Message lack_of(const Doel& doel, const Streef& streef) {
  const Nulmeting& base = *streef.nulmeting;
  const std::string& name = doel.wat_of(streef);
  if (base.waarde && !base.moment) return say("{}: the nulmeting of {} is of no year", named(doel), name);
  if (base.waarde) return {};
  if (!base.groep.empty())
    return streef.is_number()
               ? say("{}: {} is held against {}, of which no figure is given", named(doel), name, base.groep)
               : Message{};
  if (base.moment)
    return say("{}: the nulmeting of {} has a year, {}, and no value", named(doel), name, base.moment->jaar);
  return say("{}: the nulmeting of {} has no value", named(doel), name);
}

}  // namespace

// One finding for each nulmeting that has no value, or a value of no year.
void check_nulmeting_onvolledig(const CheckInput& input, Findings& findings) {
  for_each_streef(input.plan, [&](const Doel& doel, const Streef& streef) {
    if (!streef.nulmeting) return;
    Message lack = lack_of(doel, streef);
    if (lack.empty()) return;
    report_base(Rule::nulmeting_onvolledig, doel, streef.nulmeting->place, std::move(lack),
                say("write what was measured, and when: nulmeting = {{ jaar = 2024, waarde = 190 }}"), findings);
  });
}

void check_nulmeting_afgeleid(const CheckInput& input, Findings& findings) {
  for_each_streef(input.plan, [&](const Doel& doel, const Streef& streef) {
    if (!has_value(streef) || !streef.nulmeting->afgeleid) return;
    const std::string value = in_figures(streef.nulmeting->waarde->getal, streef.maat);
    report_base(Rule::nulmeting_afgeleid, doel, streef.nulmeting->waarde->place,
                streef.nulmeting->moment ? say("{}: the {} of {} is worked out, not printed", named(doel), value,
                                               streef.nulmeting->moment->jaar)
                                         : say("{}: the nulmeting {} is worked out, not printed", named(doel), value),
                say("write the measurement itself once it is there, and leave `afgeleid` out"), findings);
  });
}

// Each rise or fall from nowhere. And once for a plan of four targets or more, as a note, where most have no nulmeting.
void check_nulmeting_ontbreekt(const CheckInput& input, Findings& findings) {
  std::size_t numbers = 0, without = 0;
  const Doel* first_doel = nullptr;
  const Streef* first = nullptr;
  for_each_streef(input.plan, [&](const Doel& doel, const Streef& streef) {
    if (!streef.is_number() || streef.norm_bij) return;
    ++numbers;
    if (streef.nulmeting) return;
    if (++without == 1) first_doel = &doel, first = &streef;
    if (streef.soort != StreefSoort::omhoog_naar && streef.soort != StreefSoort::omlaag_naar &&
        !asks_change(streef.soort))
      return;
    report_base(Rule::nulmeting_ontbreekt, doel, streef.place,
                streef.years().empty()
                    ? say("{}: {}, and from where is not said", named(doel), in_plan_words(doel, streef))
                    : say("{}: {} in {}, and from where is not said", named(doel), in_plan_words(doel, streef),
                          streef.years().back()),
                say("write what it was: nulmeting = {{ jaar = 2024, waarde = 190 }}"), findings);
  });
  if (numbers < 4 || 2 * without <= numbers) return;
  report_base(Rule::nulmeting_ontbreekt, *first_doel, first->place,
              say("{} of the {} targets with a number have no nulmeting; this is the first", without, numbers),
              say("write what was measured beside each of them: nulmeting = {{ jaar = 2024, waarde = 190 }}"),
              findings);
  findings.back().severity = Severity::note;
  findings.back().subject = {"", "", "nulmeting", {}};
  findings.back().extent = without;
}

void check_nulmeting_zonder_streef(const CheckInput& input, Findings& findings) {
  for_each_streef(input.plan, [&](const Doel& doel, const Streef& streef) {
    if (!has_value(streef) || streef.soort != StreefSoort::richting) return;
    report_base(Rule::nulmeting_zonder_streef, doel, streef.place,
                say("{}: {} was {}, and the target says no more than {}", named(doel), doel.wat_of(streef),
                    in_figures(streef.nulmeting->waarde->getal, streef.maat), to_text(streef.richting)),
                say("write the value to aim at: omhoog_naar, omlaag_naar or minimaal in the place of richting"),
                findings);
  });
}

}  // namespace saldo
