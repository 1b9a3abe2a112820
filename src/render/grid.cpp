#include "render/grid.h"

#include <algorithm>
#include <numeric>
#include <optional>
#include <string_view>
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

bool can_share(const TableSource& table, const Sources& left, std::size_t column) {
  if (table.head.columns[left.front()].type == ColumnType::text) return false;
  bool is_free = true;
  table.each_row([&](const Row& row) {
    const auto holds_none = [&row](std::size_t source) { return holds_nothing(row.cells.at(source)); };
    return is_free = is_blank(row.cells.at(column)) || std::all_of(left.begin(), left.end(), holds_none);
  });
  return is_free;
}

std::vector<Sources> visible_columns(const TableSource& table) {
  std::vector<Sources> visible;
  for (std::size_t i = 0; i < table.head.columns.size(); ++i) {
    const ColumnUse use = table.head.columns[i].use;
    if (use == ColumnUse::machines) continue;
    const bool shares = use == ColumnUse::shared && !visible.empty() && can_share(table, visible.back(), i);
    if (!shares) visible.emplace_back();
    visible.back().push_back(i);
  }
  return visible;
}

// "lasten" stands above as "Lasten".
bool stands_for(std::string_view heading, std::string_view word) {
  return heading.size() == word.size() && !word.empty() && heading.substr(1) == word.substr(1) &&
         (heading[0] | 0x20) == word[0];
}

std::string heading_of(const std::string& label, const Style& style) {
  for (const Heading& own : style.headings)
    if (stands_for(label, own.of)) return own.words;
  return label;
}

// A column is known by the last word of its key too: the heading of an opening is that of the balance it is.
std::string heading_of(const Column& column, const Style& style) {
  for (const Heading& own : style.headings)
    if (column.key == own.of || column.key.ends_with('.' + own.of)) return own.words;
  return heading_of(column.label.text(), style);
}

std::vector<GridColumn> grid_columns(const Table& table, const std::vector<Sources>& visible, const Style& style) {
  const auto is_naam = [&table](const Sources& sources) { return table.columns[sources.front()].key == "naam"; };
  const bool has_naam = std::any_of(visible.begin(), visible.end(), is_naam);
  bool found = false;
  std::vector<GridColumn> columns;
  for (const Sources& sources : visible) {
    const Column& column = table.columns[sources.front()];
    const bool is_name = !found && (has_naam ? is_naam(sources) : column.type == ColumnType::text);
    columns.push_back({heading_of(column, style), column.type, heading_of(column.group.text(), style), is_name});
    found = found || is_name;
  }
  return columns;
}

// Where a row says which of its sides it shows: where standings stand beside each other.
std::optional<std::size_t> column_of_kant(const Table& table) {
  for (std::size_t i = 0; i < table.columns.size(); ++i)
    if (table.columns[i].key == "kant") return i;
  return std::nullopt;
}

// "lasten" in a row of standings is what stands above a column elsewhere.
std::string own_word(const std::string& text, std::string_view key, const Style& style) {
  for (const Heading& own : style.headings)
    if (key == "kant" && own.of == text) return own.words;
  return text;
}

// The column that fills this place in a row: the last of those that share it.
std::size_t filled_source(const Row& row, const Sources& sources) {
  const auto filled = std::find_if(sources.rbegin(), sources.rend(),
                                   [&row](std::size_t source) { return !is_blank(row.cells.at(source)); });
  return filled == sources.rend() ? sources.front() : *filled;
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

std::string title_line(const GridHead& grid, const std::string& title, const Style& style) {
  const std::string remark = unit_remark(style);
  const bool has_amounts = std::any_of(grid.columns.begin(), grid.columns.end(),
                                       [](const GridColumn& column) { return column.type == ColumnType::amount; });
  if (remark.empty() || !has_amounts) return title;
  return title.empty() ? remark : title + " (" + remark + ")";
}

constexpr std::string_view nothing_to_show = "Er is niets te tonen.";

}  // namespace

GridCell figure_cell(Amount amount, Sense sense, const Style& style) {
  const bool has_letter = style.teken == Voorteken::vn && sense == Sense::saldo;
  const bool below = amount.counted() < Money();
  const bool is_other = has_letter ? below : is_turned(style.teken, sense);
  GridCell shown{dress(is_other ? -amount : amount, style)};
  const bool is_zero = shown.text.find_first_of("123456789#") == std::string::npos;
  shown.negative = below && !is_zero;
  if (has_letter) shown.text += is_zero ? "  " : below ? " N" : " V";
  return shown;
}

DressedRows::DressedRows(const TableSource& table, const Style& style, const See& seen)
    : table_(table),
      style_(style),
      visible_(visible_columns(table)),
      all_(visible_.size()),
      kant_(column_of_kant(table.head)) {
  std::iota(all_.begin(), all_.end(), std::size_t{0});
  head_.columns = grid_columns(table.head, visible_, style);
  head_.title = title_line(head_, table.head.title, style);
  find_notes(seen);
}

void DressedRows::find_notes(const See& seen) {
  const Table& head = table_.head;
  RoundingCheck rounding(head, style_);
  std::vector<std::string> notes;
  std::size_t number = 0;
  table_.each_row([&](const Row& row) {
    has_rows_ = has_rows_ || row.kind != RowKind::total || head.when_empty.empty();
    if (!style_.cents) rounding.take(row);
    if (row.kind == RowKind::note) notes.push_back(note_text(row, visible_));
    else if (seen) seen(head_, dressed(row, number, all_));
    ++number;
    return true;
  });
  if (!has_rows_) {
    head_.columns.clear();
    notes.clear();
    if (!head.when_empty.empty()) notes.push_back(head.when_empty);
    else if (head.footnotes.empty()) notes.emplace_back(nothing_to_show);
  }
  for (const Dutch& note : style_.notes) notes.push_back(note.text());
  for (const Dutch& footnote : head.footnotes) notes.push_back(footnote.text());
  if (has_rows_ && !style_.cents && !rounding.adds_up()) notes.emplace_back(rounding_note);
  head_.notes = std::move(notes);
}

void DressedRows::each(std::span<const std::size_t> columns, const Take& take) const {
  if (!has_rows_) return;
  std::size_t number = 0;
  table_.each_row([&](const Row& row) {
    const std::size_t own = number++;
    return row.kind == RowKind::note || take(dressed(row, own, columns));
  });
}

GridRow DressedRows::dressed(const Row& row, std::size_t number, std::span<const std::size_t> columns) const {
  GridRow shown{row.kind, static_cast<std::size_t>(std::max(0, row.level)), {}, number};
  shown.cells.resize(visible_.size());
  for (const std::size_t column : columns) {
    const std::size_t source = filled_source(row, visible_[column]);
    shown.cells[column] = cell(row, source);
    shown.cells[column].column = source;
  }
  return shown;
}

GridCell DressedRows::cell(const Row& row, std::size_t source) const {
  const Cell& cell = row.cells.at(source);
  if (is_blank(cell)) return {};
  if (const auto* amount = std::get_if<Amount>(&cell)) return figure_cell(*amount, sense_in(row, source), style_);
  GridCell shown{dress(cell, style_)};
  if (const auto* text = std::get_if<std::string>(&cell)) {
    shown.text = own_word(*text, table_.head.columns[source].key, style_);
    if (row.kind == RowKind::total && *text == "Totaal") shown.text = heading_of(*text, style_);
    return shown;
  }
  shown.negative = shown.text.size() > 1 && shown.text.starts_with('-');
  return shown;
}

// What the figures of a cell are: told by its row, else by its column.
Sense DressedRows::sense_in(const Row& row, std::size_t column) const {
  if (!kant_) return sense_of(table_.head.columns[column]);
  const auto* kant = std::get_if<std::string>(&row.cells.at(*kant_));
  const bool is_size = table_.head.columns[column].key == "verschil";  // with a letter of its own
  return kant == nullptr || is_size ? Sense::other : sense_of(*kant);
}

Grid visible_grid(const Table& table, const Style& style) {
  Grid grid;
  const TableSource source = source_of(table);
  const DressedRows rows(source, style, [&grid](const GridHead&, const GridRow& row) { grid.rows.push_back(row); });
  static_cast<GridHead&>(grid) = rows.head();
  if (!rows.has_rows()) grid.rows.clear();
  return grid;
}

}  // namespace saldo
