#include "report/doel/doel_words.h"

#include <fmt/format.h>

#include <span>

#include "base/say.h"

namespace saldo {

namespace {

std::string as_percentage(const Maat& maat, const std::string& number) {
  return maat.is_percentage() ? number + "%" : number;
}

std::string_view before_number(StreefSoort soort) {
  switch (soort) {
    case StreefSoort::minimaal: return "minimaal ";
    case StreefSoort::maximaal: return "maximaal ";
    case StreefSoort::meer_dan: return "meer dan ";
    case StreefSoort::minder_dan: return "minder dan ";
    case StreefSoort::ongeveer: return "ongeveer ";
    case StreefSoort::omhoog_naar: return "omhoog naar ";
    case StreefSoort::omlaag_naar: return "omlaag naar ";
    case StreefSoort::omhoog_met: return "omhoog met ";
    case StreefSoort::omlaag_met: return "omlaag met ";
    case StreefSoort::precies:
    case StreefSoort::richting:
    case StreefSoort::schaal:
    case StreefSoort::aandeel:
    case StreefSoort::product:
    case StreefSoort::inspanning: break;
  }
  return "";
}

// In whole percents, cut off below: 100 is all of it.
Wide percent_of(Ratio share) {
  const Wide hundreds = share.num * 100;
  return hundreds / share.den - (hundreds % share.den < 0 ? 1 : 0);
}

std::string without_number(const Streef& streef) {
  if (streef.soort == StreefSoort::richting) return std::string(to_text(streef.richting));
  if (streef.soort == StreefSoort::aandeel) return std::string(to_text(streef.aandeel));
  if (streef.soort == StreefSoort::schaal) return "‘" + streef.woord + "’";
  return streef.woord;
}

}  // namespace

std::string date_words(Date date) { return fmt::format("{}-{}-{}", date.day, date.month, date.year); }

std::string asked_words(const Streef& streef) {
  if (!asks_number(streef.soort)) return without_number(streef);
  const std::string before(before_number(streef.soort));
  if (streef.is_pm()) return before + "PM";
  if (streef.is_relatief) return before + to_percentage(streef.waarde->getal);
  const std::string number = in_figures(streef.waarde->getal);
  if (asks_change(streef.soort) && streef.maat.is_percentage()) return before + number + " procentpunt";
  return before + as_percentage(streef.maat, number);
}

std::string streef_words(const Streef& streef) {
  std::string text = asked_words(streef);
  if (!streef.maat.eenheid.empty() && !streef.maat.is_percentage()) text += " " + streef.maat.eenheid;
  if (streef.per) text += fmt::format(" per {}", to_text(*streef.per));
  if (streef.wat.empty()) return text;
  return streef.maat.eenheid.empty() || streef.maat.is_percentage() ? text + " " + streef.wat
                                                                    : text + ": " + streef.wat;
}

std::string when_words(const Streef& streef) {
  std::string text;
  if (streef.datum) text = date_words(*streef.datum);
  else if (!streef.jaren.empty()) text = to_text(std::span(streef.jaren));
  return streef.jaar_afgeleid ? "(" + text + ")" : text;
}

std::string moment_words(const std::optional<Moment>& moment) {
  if (!moment) return "";
  return moment->datum ? date_words(*moment->datum) : word(moment->jaar);
}

namespace {

// Without when it was measured.
std::string bare_figure(const Resultaat& resultaat, const Streef* streef) {
  const Maat& own = resultaat.maat;
  const bool has_own = !own.eenheid.empty() || own.van_aantal;
  const Maat& maat = has_own || streef == nullptr ? own : streef->maat;
  std::string text = as_percentage(maat, in_figures(resultaat.waarde->getal));
  if (own.van_aantal) text += " van " + in_figures(own.van_aantal->getal);
  return text;
}

}  // namespace

std::string figure_words(const Resultaat& resultaat, const Streef* streef) {
  if (!resultaat.waarde) return "";
  std::string text = bare_figure(resultaat, streef);
  if (resultaat.procent) text += fmt::format(", gedrukt als {}%", in_figures(resultaat.procent->getal));
  const std::string when = moment_words(resultaat.moment);
  return when.empty() ? text : text + " (" + when + ")";
}

std::string short_when(const Streef& streef) {
  if (!streef.datum) return when_words(streef);
  const std::string year = word(Year{streef.datum->year});
  return streef.jaar_afgeleid ? "(" + year + ")" : year;
}

std::string short_result(const Voortgang& voortgang, const Streef& streef) {
  if (voortgang.resultaat != nullptr) return bare_figure(*voortgang.resultaat, &streef);
  if (voortgang.bewering == nullptr) return "";
  return "‘" + std::string(to_text(*voortgang.bewering->beweerd)) + "’";
}

std::string short_stand(const Voortgang& voortgang) {
  std::string text(to_text(voortgang.stand));
  if (voortgang.weg) text += " " + to_dutch(Ratio{percent_of(voortgang.weg->deel), 1}, 0, 0) + "%";
  return text;
}

std::string base_words(const Streef& streef) {
  if (!streef.nulmeting) return "";
  const Nulmeting& base = *streef.nulmeting;
  if (!base.groep.empty()) return base.groep;
  const std::string value = base.waarde ? as_percentage(streef.maat, in_figures(base.waarde->getal)) : "onbekend";
  const std::string when = moment_words(base.moment);
  return value + (when.empty() ? "" : " (" + when + ")") + (base.afgeleid ? ", afgeleid" : "");
}

std::string stand_words(const Voortgang& voortgang) {
  std::string text(to_text(voortgang.stand));
  if (voortgang.bewering == nullptr) return text;
  const std::string_view claim = to_text(*voortgang.bewering->beweerd);
  return claim == text ? text : fmt::format("{}; gezegd: {}", text, claim);
}

Cell way_cell(const std::optional<Weg>& weg) {
  if (!weg) return Blank();
  const Wide tenths = weg->deel.num * 1000 / weg->deel.den;
  constexpr Wide most = 1'000'000'000;
  if (tenths > most || tenths < -most) return Blank();
  return Decimal{static_cast<std::int64_t>(tenths), 1};
}

Cell figure_cell(const std::optional<Cijfer>& cijfer) {
  if (!cijfer) return Blank();
  Wide scale = 1;
  for (int decimals = 0; decimals <= 6; ++decimals, scale *= 10)
    if (cijfer->getal.num * scale % cijfer->getal.den == 0)
      return Decimal{static_cast<std::int64_t>(cijfer->getal.num * scale / cijfer->getal.den), decimals};
  return Blank();
}

}  // namespace saldo
