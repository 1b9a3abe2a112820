#include "render/page/chart_table.h"

#include <algorithm>

#include "base/say.h"

namespace saldo {

namespace {

ColumnType type_of(const ChartSeries& series) {
  const auto is_amount = [](const Cell& cell) { return std::holds_alternative<Amount>(cell); };
  if (std::any_of(series.values.begin(), series.values.end(), is_amount)) return ColumnType::amount;
  const auto is_text = [](const Cell& cell) { return std::holds_alternative<std::string>(cell); };
  return std::any_of(series.values.begin(), series.values.end(), is_text) ? ColumnType::text : ColumnType::decimal;
}

void add_nodes(const Chart& chart, Table& table) {
  table.columns.push_back({"stand", Dutch("Hoe het staat"), ColumnType::text});
  for (const ChartNode& node : chart.nodes)
    table.rows.push_back({RowKind::item, node.level, {node.name.text(), node.word.text()}, false});
}

// What stands across the picture, such as a floor: a row of its own.
void add_marks(const Chart& chart, Table& table) {
  for (const ChartMark& mark : chart.marks) {
    Row row{RowKind::item, 0, {mark.name.text(), mark.at}, false};
    row.cells.resize(table.columns.size(), Blank());
    table.rows.push_back(std::move(row));
  }
}

}  // namespace

Table table_of(const Chart& chart) {
  Table table{chart.id + "-cijfers", chart.title, {}, {}};
  table.columns = {{"naam", Label(std::string()), ColumnType::text}};
  if (chart.kind == ChartKind::tree) {
    add_nodes(chart, table);
    return table;
  }
  for (const ChartSeries& series : chart.series) table.columns.push_back({series.key, series.name, type_of(series)});
  for (std::size_t i = 0; i < chart.categories.size(); ++i) {
    Row row{RowKind::item, 0, {chart.categories[i].text()}, false};
    for (const ChartSeries& series : chart.series)
      row.cells.push_back(i < series.values.size() ? series.values[i] : Cell(Blank()));
    table.rows.push_back(std::move(row));
  }
  if (!chart.series.empty()) add_marks(chart, table);
  return table;
}

}  // namespace saldo
