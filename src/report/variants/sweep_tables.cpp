#include "report/variants/sweep_tables.h"

#include <fmt/format.h>

#include "base/say.h"

namespace saldo {

namespace {

Decimal percentage_at(const Sweep& sweep, std::size_t position) {
  Decimal percentage{value_at(sweep, position), decimals_of(sweep)};
  std::int64_t unit = billion;
  for (int i = 0; i < percentage.decimals; ++i) unit /= 10;
  percentage.units /= unit;
  return percentage;
}

Cell value_cell(const Sweep& sweep, std::size_t position) {
  if (sweep.unit == SweepUnit::cent) return Amount(Money::of_cents(value_at(sweep, position)));
  return percentage_at(sweep, position);
}

}  // namespace

std::string shown_value(const Sweep& sweep, std::size_t position) {
  if (sweep.unit == SweepUnit::cent) return to_dutch_exact(Money::of_cents(value_at(sweep, position)));
  std::string text = to_plain(percentage_at(sweep, position));
  if (const std::size_t point = text.find('.'); point != std::string::npos) text[point] = ',';
  return text + "%";
}

namespace {

Column value_column(const Sweep& sweep) {
  const bool is_amount = sweep.unit == SweepUnit::cent;
  return {sweep.address, sweep.address + (is_amount ? "" : " (%)"),
          is_amount ? ColumnType::amount : ColumnType::decimal};
}

Dutch range_words(const Sweep& sweep) {
  return Dutch("{} van {} tot en met {}", sweep.address, shown_value(sweep, 0),
               shown_value(sweep, count_values(sweep) - 1));
}

}  // namespace

std::string plain_value(const Sweep& sweep, std::size_t position) {
  if (sweep.unit == SweepUnit::cent) return to_plain(Money::of_cents(value_at(sweep, position)));
  return to_plain(percentage_at(sweep, position));
}

Table report_sweep(const SweepReport& report) {
  const Sweep& sweep = report.sweeps.front();
  const std::string last = word(report.years.last);
  Table table{"reeks", Dutch("Reeks: {}", range_words(sweep)), {value_column(sweep)}, {}};
  for (std::size_t y = 0; y < report.years.size(); ++y)
    table.columns.push_back({word(report.years.at(y)) + (report.is_stand ? ".eindsaldo" : ".resultaat"),
                             word(report.years.at(y)), ColumnType::amount,
                             report.is_stand ? Dutch("Eindsaldo totaal") : Dutch("Resultaat")});
  table.columns.push_back({"bedrag", Dutch("Bedrag"), ColumnType::amount, report.figure,
                           report.is_default ? ColumnUse::machines : ColumnUse::everywhere});
  table.columns.push_back({"verschil", Dutch("Verschil"), ColumnType::amount, report.figure});
  if (report.has_rib) {
    table.columns.push_back({last + ".stand", last, ColumnType::amount, Dutch("Investeringsbudget")});
    table.columns.push_back({"laagste", Dutch("Laagste"), ColumnType::amount, Dutch("Investeringsbudget")});
    table.columns.push_back({"laagste.jaar", Dutch("Jaar"), ColumnType::integer, Dutch("Investeringsbudget")});
  }
  for (std::size_t i = 0; i < report.figures.size(); ++i) {
    const SweepFigures& figures = report.figures[i];
    Row row{RowKind::item, 0, {value_cell(sweep, i)}, false};
    for (const Money money : figures.uitkomst) row.cells.emplace_back(Amount(money));
    row.cells.emplace_back(figures.figure);
    row.cells.emplace_back(figures.verschil);
    if (figures.rib) {
      row.cells.emplace_back(Amount(figures.rib->stand.back()));
      row.cells.emplace_back(Amount(figures.rib->laagste));
      row.cells.emplace_back(std::int64_t{figures.rib->laagste_jaar.value});
    }
    table.rows.push_back(std::move(row));
  }
  return table;
}

Table report_grid(const SweepReport& report) {
  const Sweep &rows = report.sweeps[0], &columns = report.sweeps[1];
  const std::size_t width = count_values(columns);
  Table table{"raster",
              Dutch("{}: {} (rij), {} (kolom)", report.figure, range_words(rows), range_words(columns)),
              {value_column(rows)},
              {}};
  for (std::size_t c = 0; c < width; ++c)
    table.columns.push_back({columns.address + "=" + plain_value(columns, c), shown_value(columns, c)});
  for (std::size_t r = 0; r < count_values(rows); ++r) {
    Row row{RowKind::item, 0, {value_cell(rows, r)}, false};
    for (std::size_t c = 0; c < width; ++c) row.cells.emplace_back(report.figures[r * width + c].figure);
    table.rows.push_back(std::move(row));
  }
  return table;
}

}  // namespace saldo
