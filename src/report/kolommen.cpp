#include "report/kolommen.h"

#include <algorithm>
#include <cstddef>
#include <optional>
#include <string_view>

#include "calc/cells.h"

namespace saldo {

namespace {

std::optional<Kolom> kolom_of(const Column& column) {
  const std::string_view key = column.key;
  const std::string_view word = key.substr(key.rfind('.') + 1);  // npos + 1 is 0
  const auto* found = std::find(std::begin(kolom_words), std::end(kolom_words), word);
  if (found == std::end(kolom_words)) return std::nullopt;
  return static_cast<Kolom>(found - std::begin(kolom_words));
}

std::size_t end_of_group(const Table& table, std::size_t first) {
  std::size_t end = first + 1;
  while (end < table.columns.size() && table.columns[end].group.text() == table.columns[first].group.text()) ++end;
  return end;
}

void add_named(const Table& table, std::size_t first, std::size_t end, const ColumnChoice& kolommen,
               std::vector<std::size_t>& chosen) {
  for (std::size_t i = first; i < end; ++i)
    if (!kolom_of(table.columns[i])) chosen.push_back(i);
  for (const Kolom kolom : kolommen)
    for (std::size_t i = first; i < end; ++i)
      if (kolom_of(table.columns[i]) == kolom) chosen.push_back(i);
}

}  // namespace

bool names(const ColumnChoice& kolommen, Kolom kolom) {
  return std::find(kolommen.begin(), kolommen.end(), kolom) != kolommen.end();
}

Label year_heading(const Plan& plan, Year year) {
  if (!plan.begrotingsjaar || !plan.years.contains(year)) return word(year);
  if (const BookedCell* booked = find_booked(plan, year))
    return booked->is_expected ? Dutch("Prognose {}", year) : Dutch("Rekening {}", year);
  return *plan.begrotingsjaar < year ? Dutch("Raming {}", year) : Dutch("Begroting {}", year);
}

ChosenColumns choose_of_head(Table& head, const ColumnChoice& kolommen) {
  if (kolommen.empty()) return {};
  std::vector<std::size_t> chosen;
  for (std::size_t first = 0, end = 0; first < head.columns.size(); first = end) {
    end = end_of_group(head, first);
    add_named(head, first, end, kolommen, chosen);
  }
  ChosenColumns columns(std::move(chosen));
  columns.keep(head.columns);
  for (Column& column : head.columns)
    if (kolom_of(column) && column.use == ColumnUse::machines) column.use = ColumnUse::everywhere;
  return columns;
}

void choose_columns(Table& table, const ColumnChoice& kolommen) {
  const ChosenColumns chosen = choose_of_head(table, kolommen);
  for (Row& row : table.rows) chosen.keep(row.cells);
}

}  // namespace saldo
