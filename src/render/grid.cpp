#include "render/grid.h"

#include <algorithm>
#include <utility>

#include "render/rounding.h"

namespace saldo {

namespace {

// The table columns that one visible column shows: itself and the shared ones to its right.
using Sources = std::vector<std::size_t>;

bool is_blank(const Cell& cell) { return std::holds_alternative<Blank>(cell); }

bool holds_nothing(const Cell& cell) {
  const Amount* amount = std::get_if<Amount>(&cell);
  return is_blank(cell) || (amount != nullptr && amount->is_absent());
}

bool can_share(const Table& table, const Sources& left, std::size_t column) {
  if (table.columns[left.front()].type == ColumnType::text) return false;
  return std::all_of(table.rows.begin(), table.rows.end(), [&](const Row& row) {
    const auto is_free = [&row](std::size_t source) { return holds_nothing(row.cells.at(source)); };
    return is_blank(row.cells.at(column)) || std::all_of(left.begin(), left.end(), is_free);
  });
}

std::vector<Sources> visible_columns(const Table& table) {
  std::vector<Sources> visible;
  for (std::size_t i = 0; i < table.columns.size(); ++i) {
    const ColumnUse use = table.columns[i].use;
    if (use == ColumnUse::machines) continue;
    const bool shares = use == ColumnUse::shared && !visible.empty() && can_share(table, visible.back(), i);
    if (!shares) visible.emplace_back();
    visible.back().push_back(i);
  }
  return visible;
}

std::vector<GridColumn> grid_columns(const Table& table, const std::vector<Sources>& visible) {
  const auto is_naam = [&table](const Sources& sources) { return table.columns[sources.front()].key == "naam"; };
  const bool has_naam = std::any_of(visible.begin(), visible.end(), is_naam);
  bool found = false;
  std::vector<GridColumn> columns;
  for (const Sources& sources : visible) {
    const Column& column = table.columns[sources.front()];
    const bool is_name = !found && (has_naam ? is_naam(sources) : column.type == ColumnType::text);
    columns.push_back({column.label, column.type, column.group, is_name});
    found = found || is_name;
  }
  return columns;
}

GridCell grid_cell(const Row& row, const Sources& sources, const Style& style) {
  const auto filled = std::find_if(sources.rbegin(), sources.rend(),
                                   [&row](std::size_t source) { return !is_blank(row.cells.at(source)); });
  if (filled == sources.rend()) return {};
  const Cell& cell = row.cells.at(*filled);
  GridCell shown{dress(cell, style)};
  const bool is_number = !std::holds_alternative<std::string>(cell);
  shown.negative = is_number && shown.text.size() > 1 && shown.text.starts_with('-');
  return shown;
}

GridRow grid_row(const Row& row, const std::vector<Sources>& visible, const Style& style) {
  GridRow shown{row.kind, static_cast<std::size_t>(std::max(0, row.level)), {}};
  for (const Sources& sources : visible) shown.cells.push_back(grid_cell(row, sources, style));
  return shown;
}

std::string note_text(const Row& row, const std::vector<Sources>& visible) {
  std::string note;
  for (const Sources& sources : visible) {
    const std::string* text = std::get_if<std::string>(&row.cells.at(sources.front()));
    if (text == nullptr || text->empty()) continue;
    if (!note.empty()) note += ' ';
    note += *text;
  }
  return note;
}

std::string title_line(const Grid& grid, const std::string& title, const Style& style) {
  const std::string remark = unit_remark(style);
  const bool has_amounts = std::any_of(grid.columns.begin(), grid.columns.end(),
                                       [](const GridColumn& column) { return column.type == ColumnType::amount; });
  if (remark.empty() || !has_amounts) return title;
  return title.empty() ? remark : title + " (" + remark + ")";
}

constexpr std::string_view nothing_to_show = "Er is niets te tonen.";

bool has_rows(const Table& table) {
  return std::any_of(table.rows.begin(), table.rows.end(),
                     [&](const Row& row) { return row.kind != RowKind::total || table.when_empty.empty(); });
}

}  // namespace

Grid visible_grid(const Table& table, const Style& style) {
  const std::vector<Sources> visible = visible_columns(table);
  Grid grid;
  grid.columns = grid_columns(table, visible);
  grid.title = title_line(grid, table.title, style);
  if (!has_rows(table)) {
    grid.columns.clear();
    if (!table.when_empty.empty()) grid.notes.push_back(table.when_empty);
    else if (table.footnotes.empty()) grid.notes.emplace_back(nothing_to_show);
    for (const Dutch& note : style.notes) grid.notes.push_back(note.text());
    for (const Dutch& footnote : table.footnotes) grid.notes.push_back(footnote.text());
    return grid;
  }
  for (const Row& row : table.rows) {
    if (row.kind == RowKind::note) grid.notes.push_back(note_text(row, visible));
    else grid.rows.push_back(grid_row(row, visible, style));
  }
  for (const Dutch& note : style.notes) grid.notes.push_back(note.text());
  for (const Dutch& footnote : table.footnotes) grid.notes.push_back(footnote.text());
  if (!rounded_rows_add_up(table, style)) grid.notes.emplace_back(rounding_note);
  return grid;
}

}  // namespace saldo
