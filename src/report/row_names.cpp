#include "report/row_names.h"

#include <cstddef>

namespace saldo {

std::string text_of(const Cell& cell) {
  if (const auto* id = std::get_if<Id>(&cell)) return id->text;
  const auto* text = std::get_if<std::string>(&cell);
  return text == nullptr ? "" : *text;
}

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

}  // namespace saldo
