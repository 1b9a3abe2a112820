#include <algorithm>
#include <optional>

#include "base/say.h"
#include "report/figures.h"
#include "report/picture/charts.h"
#include "report/picture/euros.h"

namespace saldo {

namespace {

std::vector<Label> labels_of(Years years) {
  std::vector<Label> labels;
  for (std::size_t y = 0; y < years.size(); ++y) labels.emplace_back(word(years.at(y)));
  return labels;
}

std::size_t column_of(const Table& table, std::string_view key) {
  const auto found = std::find_if(table.columns.begin(), table.columns.end(),
                                  [key](const Column& column) { return column.key == key; });
  return static_cast<std::size_t>(found - table.columns.begin());
}

std::string text_at(const Row& row, std::size_t column) {
  const std::string* text = column < row.cells.size() ? std::get_if<std::string>(&row.cells[column]) : nullptr;
  return text == nullptr ? "" : *text;
}

Amount amount_at(const Row& row, std::size_t column) {
  const Amount* amount = column < row.cells.size() ? std::get_if<Amount>(&row.cells[column]) : nullptr;
  return amount == nullptr ? Amount() : *amount;
}

// In which years more goes out than comes in.
Label budget_message(const Plan& plan, const Balance& total, Years years) {
  std::vector<Year> short_of;
  bool any = false, any_pm = false;
  for (std::size_t y = 0; y < years.size(); ++y) {
    const YearFigures& year = total.years[plan.years.index(years.at(y))];
    any = any || year.baten.is_money() || year.lasten.is_money();
    any_pm = any_pm || year.baten.is_pm() || year.lasten.is_pm();
    if (year.baten.counted() < year.lasten.counted()) short_of.push_back(years.at(y));
  }
  const std::string pm = any_pm ? Dutch(" Wat PM is, heeft nog geen bedrag.").text() : "";
  if (!any) return Dutch("Er zijn geen bedragen.{}", pm);
  if (short_of.empty()) return Dutch("In geen jaar zijn de lasten hoger dan de baten.{}", pm);
  if (short_of.size() == years.size()) return Dutch("De lasten zijn elk jaar hoger dan de baten.{}", pm);
  return Dutch("De lasten zijn hoger dan de baten in {}.{}", to_text(short_of), pm);
}

// The first of these years in which no other has a lower stand.
std::size_t lowest_of(const Plan& plan, const Carryover& carryover, Years years) {
  std::size_t lowest = plan.years.index(years.first);
  for (std::size_t y = lowest; y <= plan.years.index(years.last); ++y)
    if (carryover.stand[y] < carryover.stand[lowest]) lowest = y;
  return lowest;
}

Label fund_message(const Plan& plan, const Carryover& carryover, Years years, std::optional<Money> floor) {
  const std::size_t lowest = lowest_of(plan, carryover, years);
  const std::string stand = in_euros(carryover.stand[lowest]);
  const Year year = plan.years.at(lowest);
  if (!floor) return Dutch("De laagste stand is {} euro, eind {}.", stand, year);
  const std::string least = in_euros(*floor);
  return carryover.stand[lowest] < *floor
             ? Dutch("De laagste stand is {} euro, eind {}: onder de ondergrens van {} euro.", stand, year, least)
             : Dutch("De laagste stand is {} euro, eind {}: niet onder de ondergrens van {} euro.", stand, year, least);
}

// From the first to the last, and the row between them that does the most.
Label bridge_message(const Table& bridge, std::size_t name, std::size_t amount) {
  if (bridge.rows.size() < 2) return {};
  const Amount from = amount_at(bridge.rows.front(), amount), to = amount_at(bridge.rows.back(), amount);
  if (bridge.rows.size() == 2) return Dutch("Er verandert niets aan {} euro.", in_euros(to));
  const Row& most = bridge.rows[1];
  return Dutch("Van {} naar {} euro; het meeste doet: {} ({}).", in_euros(from), in_euros(to), text_at(most, name),
               step_in_euros(amount_at(most, amount).counted()));
}

struct Payment {
  std::string from, to;
  std::optional<Money> amount;
};

Label matrix_message(const std::optional<Payment>& most) {
  if (!most) return Dutch("Geen enkel project betaalt in deze jaren een ander project.");
  return Dutch("Het meeste gaat van {} naar {}: {} euro.", most->from, most->to, in_euros(*most->amount));
}

// Each variant against the base, and which of them is the lowest.
template <class Outcome>
void add_compared(const Comparison& comparison, Chart& chart, const Outcome& outcome_of) {
  chart.series = {{"basis", comparison.names.front(), {}},
                  {"variant", Dutch("variant"), {}},
                  {"verschil", Dutch("verschil met de basis"), {}}};
  std::size_t lowest = 0;
  for (std::size_t v = 1; v < comparison.names.size(); ++v) {
    const Compared& outcome = outcome_of(v);
    chart.categories.emplace_back(comparison.names[v]);
    chart.series[0].values.emplace_back(outcome_of(0).bedrag);
    chart.series[1].values.emplace_back(outcome.bedrag);
    chart.series[2].values.push_back(or_blank(outcome.verschil));
    if (!outcome.bedrag.is_money()) continue;
    if (lowest == 0 || outcome.bedrag.counted() < outcome_of(lowest).bedrag.counted()) lowest = v;
  }
  if (lowest > 0)
    chart.message = Dutch("Het laagst komt ‘{}’ uit: {} euro, tegen {} euro in de basis.", comparison.names[lowest],
                          in_euros(outcome_of(lowest).bedrag), in_euros(outcome_of(0).bedrag));
}

}  // namespace

Chart chart_of_budget(const Plan& plan, const Balances& balances, Years years) {
  Chart chart{"begroting", Dutch("Baten en lasten per jaar: {}", plan.naam),
              budget_message(plan, balances.total, years)};
  chart.categories = labels_of(years);
  if (plan.has_reserve()) chart.axis = Dutch("zonder toevoegingen aan en onttrekkingen uit reserves");
  chart.series = {{"baten", Dutch("baten"), {}}, {"lasten", Dutch("lasten"), {}}};
  for (std::size_t y = 0; y < years.size(); ++y) {
    const YearFigures& year = balances.total.years[plan.years.index(years.at(y))];
    chart.series[0].values.emplace_back(year.baten);
    chart.series[1].values.emplace_back(year.lasten);
  }
  return chart;
}

Chart chart_of_fund(const Plan& plan, const Carryover& carryover, Years years, std::optional<Money> floor) {
  const Project& project = plan.project(carryover.project);
  const bool is_rib = plan.investeringsbudget && plan.investeringsbudget->id == carryover.project;
  Chart chart{is_rib ? "investeringsbudget" : "reserve",
              is_rib ? Dutch("Regionaal investeringsbudget: {} {}", project.nr, project.naam)
                     : Dutch("Reserve: {} {}", project.nr, project.naam),
              fund_message(plan, carryover, years, floor), ChartKind::line, Dutch("stand per 31 december")};
  chart.categories = labels_of(years);
  chart.series = {{"stand", Dutch("stand"), {}}};
  for (std::size_t y = 0; y < years.size(); ++y)
    chart.series[0].values.emplace_back(Amount(carryover.stand[plan.years.index(years.at(y))]));
  if (floor) chart.marks.push_back({Dutch("ondergrens"), Amount(*floor), true});
  return chart;
}

Chart chart_of_bridge(const Table& bridge) {
  const std::size_t kind = column_of(bridge, "soort"), name = column_of(bridge, "naam"), nr = column_of(bridge, "nr"),
                    amount = column_of(bridge, "bedrag");
  Chart chart{bridge.id, bridge.title, bridge_message(bridge, name, amount), ChartKind::waterfall};
  chart.series = {{"bedrag", Dutch("bedrag"), {}}};
  for (const Row& row : bridge.rows) {
    const std::string of = text_at(row, nr);
    chart.categories.emplace_back((of.empty() ? "" : of + " ") + text_at(row, name));
    chart.series[0].values.emplace_back(amount_at(row, amount));
    chart.sums.push_back(text_at(row, kind) == "oud" || text_at(row, kind) == "nieuw");
  }
  return chart;
}

Chart chart_of_matrix(const Table& matrix) {
  Chart chart{matrix.id, matrix.title, {}, ChartKind::matrix};
  const std::size_t nr = column_of(matrix, "nr"), name = column_of(matrix, "naam"), total = column_of(matrix, "totaal");
  for (std::size_t c = name + 1; c < total; ++c)
    chart.series.push_back({matrix.columns[c].key, matrix.columns[c].label, {}});
  std::optional<Payment> most;
  for (const Row& row : matrix.rows) {
    if (row.kind == RowKind::total) continue;
    chart.categories.emplace_back(text_at(row, nr) + " " + text_at(row, name));
    for (std::size_t c = name + 1; c < total; ++c) {
      const Amount amount = amount_at(row, c);
      chart.series[c - name - 1].values.push_back(or_blank(amount));
      if (amount.is_money() && (!most || most->amount->size() < amount.counted().size()))
        most = Payment{text_at(row, nr), matrix.columns[c].label, amount.counted()};
    }
  }
  chart.message = matrix_message(most);
  return chart;
}

Chart chart_of_comparison(const Comparison& comparison, Years years) {
  const bool is_stand = comparison.uitkomst == Figure::eindsaldo;
  const Year last = years.last;
  Chart chart{"eindsaldo",
              is_stand ? Dutch("Varianten: eindsaldo eind {}", last) : Dutch("Varianten: resultaat van {}", last),
              {},
              ChartKind::dumbbell,
              is_stand ? Dutch("eindsaldo per 31 december {}", last) : Dutch("resultaat van {}", last)};
  const std::size_t year = comparison.years.index(last);
  add_compared(comparison, chart,
               [&](std::size_t v) -> const Compared& { return comparison.total.variants[v][year].uitkomst; });
  return chart;
}

Chart chart_of_compared_rib(const Comparison& comparison, Years years) {
  const Year last = years.last;
  Chart chart{"investeringsbudget",
              Dutch("Varianten: investeringsbudget eind {}", last),
              {},
              ChartKind::dumbbell,
              Dutch("stand per 31 december {}", last)};
  const std::size_t year = comparison.years.index(last);
  add_compared(comparison, chart, [&](std::size_t v) -> const Compared& { return comparison.ribs[v].stand[year]; });
  return chart;
}

Chart chart_of_sweep(const Table& sweep, const std::vector<std::string>& values) {
  const std::size_t figure = column_of(sweep, "bedrag");
  const Label of = sweep.columns[figure].group;
  const std::string first = in_euros(amount_at(sweep.rows.front(), figure)),
                    last = in_euros(amount_at(sweep.rows.back(), figure));
  Chart chart{sweep.id, sweep.title,
              Dutch("Van {} euro bij {} naar {} euro bij {}.", first, values.front(), last, values.back()),
              ChartKind::line, of};
  chart.series = {{"bedrag", of, {}}};
  for (std::size_t i = 0; i < sweep.rows.size(); ++i) {
    chart.categories.emplace_back(values[i]);
    chart.series[0].values.emplace_back(amount_at(sweep.rows[i], figure));
  }
  return chart;
}

}  // namespace saldo
