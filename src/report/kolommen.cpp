#include "report/kolommen.h"

#include <algorithm>
#include <cstddef>
#include <optional>
#include <string_view>

namespace saldo {

namespace {

std::optional<Kolom> kolom_of(const Column& column) {
  const std::string_view key = column.key;
  const std::string_view word = key.substr(key.rfind('.') + 1);  // npos + 1 is 0
  const auto* found = std::find(std::begin(kolom_words), std::end(kolom_words), word);
  if (found == std::end(kolom_words)) return std::nullopt;
  return static_cast<Kolom>(found - std::begin(kolom_words));
}

// Columns of a table by their positions.
using Positions = std::vector<std::size_t>;

std::size_t end_of_group(const Table& table, std::size_t first) {
  std::size_t end = first + 1;
  while (end < table.columns.size() && table.columns[end].group.text() == table.columns[first].group.text()) ++end;
  return end;
}

void add_named(const Table& table, std::size_t first, std::size_t end, const ColumnChoice& kolommen,
               Positions& chosen) {
  for (std::size_t i = first; i < end; ++i)
    if (!kolom_of(table.columns[i])) chosen.push_back(i);
  for (const Kolom kolom : kolommen)
    for (std::size_t i = first; i < end; ++i)
      if (kolom_of(table.columns[i]) == kolom) chosen.push_back(i);
}

template <class Item>
void keep(std::vector<Item>& items, const Positions& chosen) {
  std::vector<Item> kept;
  kept.reserve(chosen.size());
  for (const std::size_t i : chosen) kept.push_back(std::move(items[i]));
  items = std::move(kept);
}

}  // namespace

bool names(const ColumnChoice& kolommen, Kolom kolom) {
  return std::find(kolommen.begin(), kolommen.end(), kolom) != kolommen.end();
}

void choose_columns(Table& table, const ColumnChoice& kolommen) {
  if (kolommen.empty()) return;
  Positions chosen;
  for (std::size_t first = 0, end = 0; first < table.columns.size(); first = end) {
    end = end_of_group(table, first);
    add_named(table, first, end, kolommen, chosen);
  }
  keep(table.columns, chosen);
  for (Row& row : table.rows) keep(row.cells, chosen);
  for (Column& column : table.columns)
    if (kolom_of(column) && column.use == ColumnUse::machines) column.use = ColumnUse::everywhere;
}

}  // namespace saldo
