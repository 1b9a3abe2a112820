#include "calc/risk/weerstandsvermogen.h"

#include <algorithm>

namespace saldo {

namespace {

// The table of norms that Dutch municipalities use, from the NAR and the Universiteit Twente: A excellent (above 2,0),
// B amply sufficient (1,4), C sufficient (1,0), D moderate (0,8), E insufficient (0,6), F amply insufficient. A class
// begins at its lower bound.
RatioClass class_of(Ratio ratio) {
  const auto is_least = [&](int tenths) { return ratio.num * 10 >= ratio.den * tenths; };
  if (ratio.num > ratio.den * 2) return RatioClass::a;
  if (is_least(14)) return RatioClass::b;
  if (is_least(10)) return RatioClass::c;
  if (is_least(8)) return RatioClass::d;
  return is_least(6) ? RatioClass::e : RatioClass::f;
}

void rate(Money available, Weerstandsvermogen& year) {
  if (year.needed == Money()) return;
  const Ratio ratio = Ratio::of(available) * Ratio{1, year.needed.cents()};
  const Money hundredths = rounded(ratio * Ratio{100, 1}, {});
  if (!hundredths.is_overflow()) year.ratio = hundredths.cents();
  year.ratio_class = class_of(ratio);
}

}  // namespace

std::vector<Weerstandsvermogen> work_out_weerstandsvermogen(const RiskProgram& program,
                                                            const std::vector<Spread>& spreads) {
  std::vector<Weerstandsvermogen> years;
  for (const Spread& spread : spreads) {
    if (spread.figure.subject != RiskSubject::total) continue;
    const Money plan = spread.figure.plan, low = spread.at_certainty;
    Weerstandsvermogen year{spread.figure.year, plan, low, std::max(plan - low, Money()), {}, {}, {}};
    for (const RiskFigure& figure : program.figures)
      if (figure.subject == RiskSubject::investeringsbudget && figure.year == year.year) year.available = figure.plan;
    if (!program.capacity.empty()) year.available = program.capacity[year.year];
    if (year.available) rate(*year.available, year);
    years.push_back(year);
  }
  return years;
}

}  // namespace saldo
