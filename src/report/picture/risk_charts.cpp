#include <algorithm>
#include <array>

#include "base/say.h"
#include "report/picture/charts.h"
#include "report/picture/euros.h"

namespace saldo {

namespace {

// The place of a percentile among those that are told.
std::size_t percentile(int percent) {
  const auto* found = std::find(std::begin(risk_percentiles), std::end(risk_percentiles), percent);
  return static_cast<std::size_t>(found - std::begin(risk_percentiles));
}

// The spread of the plan as a whole, per year.
std::vector<const Spread*> totals_of(const RiskResult& result) {
  std::vector<const Spread*> totals;
  for (const Spread& spread : result.spreads)
    if (spread.figure.subject == RiskSubject::total) totals.push_back(&spread);
  return totals;
}

std::string uitkomst_of(const Plan& plan) { return plan.has_exploitatie() ? "resultaat" : "eindsaldo"; }

constexpr std::size_t share_column = 3;  // of report_histogram

}  // namespace

Chart chart_of_histogram(const Plan& plan, const Table& histogram, const RiskResult& result) {
  const std::vector<const Spread*> totals = totals_of(result);
  const std::string uitkomst = uitkomst_of(plan), last = word(plan.years.last);
  Chart chart{histogram.id,
              Dutch("Verdeling van het {} van het plan eind {}", uitkomst, last),
              {},
              ChartKind::histogram,
              Dutch("van de 100 trekkingen, naar {}", uitkomst)};
  chart.series = {{"aandeel", Dutch("trekkingen"), {}}};
  for (std::size_t i = 0; i < result.histogram.size(); ++i) {
    const HistogramBar& bar = result.histogram[i];
    chart.categories.emplace_back(Dutch("{} tot {}", in_euros(bar.from), in_euros(bar.to)));
    chart.edges.emplace_back(Amount(bar.from));
    chart.series[0].values.push_back(histogram.rows[i].cells[share_column]);
  }
  if (!result.histogram.empty()) chart.edges.emplace_back(Amount(result.histogram.back().to));
  if (totals.empty()) return chart;
  const Spread& spread = *totals.back();
  const Money low = spread.percentiles[percentile(5)], middle = spread.percentiles[percentile(50)],
              high = spread.percentiles[percentile(95)];
  chart.message = Dutch(
      "In 5 van de 100 trekkingen is het {} eind {} niet meer dan {} euro, in 50 niet meer dan {} en "
      "in 95 niet meer dan {}.",
      uitkomst, last, in_euros(low), in_euros(middle), in_euros(high));
  chart.marks = {{Dutch("5% is niet meer dan"), Amount(low)},
                 {Dutch("50%"), Amount(middle)},
                 {Dutch("95%"), Amount(high)},
                 {Dutch("plan"), Amount(spread.figure.plan)}};
  return chart;
}

Chart chart_of_spread(const Plan& plan, const RiskResult& result) {
  const std::string uitkomst = uitkomst_of(plan);
  Chart chart{"spreiding",
              Dutch("Spreiding van het {} van het plan", uitkomst),
              {},
              ChartKind::fan,
              Dutch("{} per 31 december", uitkomst)};
  constexpr std::array fan = {5, 25, 50, 75, 95};
  for (const int percent : fan)
    chart.series.push_back({"p" + std::to_string(percent), std::to_string(percent) + "%", {}});
  chart.series.push_back({"plan", Dutch("plan"), {}});
  const std::vector<const Spread*> totals = totals_of(result);
  for (const Spread* spread : totals) {
    chart.categories.emplace_back(word(plan.years.at(spread->figure.year)));
    for (std::size_t i = 0; i < fan.size(); ++i)
      chart.series[i].values.emplace_back(Amount(spread->percentiles[percentile(fan[i])]));
    chart.series.back().values.emplace_back(Amount(spread->figure.plan));
  }
  if (totals.empty()) return chart;
  const Spread& last = *totals.back();
  chart.message = Dutch("Eind {} ligt het {} in 90 van de 100 trekkingen tussen {} en {} euro; het plan zegt {}.",
                        plan.years.at(last.figure.year), uitkomst, in_euros(last.percentiles[percentile(5)]),
                        in_euros(last.percentiles[percentile(95)]), in_euros(last.figure.plan));
  return chart;
}

Chart chart_of_causes(const Table& causes) {
  Chart chart{causes.id, causes.title, {}, ChartKind::tornado, Dutch("aandeel in de spreiding, in procenten")};
  std::size_t name = 0;
  for (std::size_t c = 0; c < causes.columns.size(); ++c) {
    const Column& column = causes.columns[c];
    if (column.key == "naam") name = c;
    if (!column.key.starts_with("aandeel_")) continue;
    chart.series.push_back(
        {column.key,
         column.key == "aandeel_totaal" ? Dutch("van het totaal") : Dutch("van het investeringsbudget"),
         {}});
    for (const Row& row : causes.rows) chart.series.back().values.push_back(row.cells[c]);
  }
  for (const Row& row : causes.rows) {
    const auto* text = std::get_if<std::string>(&row.cells[name]);
    chart.categories.emplace_back(text == nullptr ? std::string() : *text);
  }
  if (chart.categories.empty() || chart.series.empty()) return chart;
  if (const auto* share = std::get_if<Decimal>(&chart.series.front().values.front())) {
    std::string percent = to_plain(*share);
    std::replace(percent.begin(), percent.end(), '.', ',');
    chart.message = Dutch("Het meeste komt van {}: {}%.", chart.categories.front().text(), percent);
  }
  return chart;
}

}  // namespace saldo
