#include "report/wijziging/standings.h"

#include <map>
#include <string>

namespace saldo {

namespace {

std::string text_of(const Cell& cell) {
  if (const auto* id = std::get_if<Id>(&cell)) return id->text;
  const auto* text = std::get_if<std::string>(&cell);
  return text == nullptr ? "" : *text;
}

// A row is known by its number and those of the rows it stands under: posts of two projects may have one number.
std::vector<std::string> row_names(const Table& table) {
  std::vector<std::string> names, above;
  for (const Row& row : table.rows) {
    above.resize(static_cast<std::size_t>(row.level));
    above.push_back(text_of(row.cells.front()));
    std::string name;
    for (const std::string& part : above) name += part + '\n';
    names.push_back(std::move(name));
  }
  return names;
}

Amount amount_in(const Row* row, std::size_t column) {
  const Amount* amount = row == nullptr ? nullptr : std::get_if<Amount>(&row->cells[column]);
  return amount == nullptr ? Amount() : *amount;
}

Row difference_row(const Table& table, const Row* was, const Row* is) {
  Row row = is == nullptr ? *was : *is;
  for (std::size_t c = 0; c < row.cells.size(); ++c) {
    if (table.columns[c].type != ColumnType::amount) continue;
    const bool blank = (was == nullptr || std::holds_alternative<Blank>(was->cells[c])) &&
                       (is == nullptr || std::holds_alternative<Blank>(is->cells[c]));
    if (blank) row.cells[c] = Blank();
    else row.cells[c] = amount_in(is, c) - amount_in(was, c);
  }
  return row;
}

}  // namespace

Table report_difference(const Table& was, const Table& is) {
  Table table{is.id, is.title, is.columns, {}};
  const std::vector<std::string> names_was = row_names(was), names_is = row_names(is);
  std::map<std::string, const Row*> rows_was, rows_is;
  for (std::size_t i = 0; i < names_was.size(); ++i) rows_was.emplace(names_was[i], &was.rows[i]);
  for (std::size_t i = 0; i < names_is.size(); ++i) rows_is.emplace(names_is[i], &is.rows[i]);
  std::size_t next = 0;
  const auto add_gone = [&](const std::string& until) {  // rows that are only in `was` stand where they stood there
    for (; next < names_was.size() && names_was[next] != until; ++next)
      if (!rows_is.contains(names_was[next])) table.rows.push_back(difference_row(table, &was.rows[next], nullptr));
    if (next < names_was.size()) ++next;
  };
  for (std::size_t i = 0; i < names_is.size(); ++i) {
    const auto before = rows_was.find(names_is[i]);
    if (before != rows_was.end()) add_gone(names_is[i]);
    table.rows.push_back(difference_row(table, before == rows_was.end() ? nullptr : before->second, &is.rows[i]));
  }
  return table;
}

}  // namespace saldo
