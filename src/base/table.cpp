#include "base/table.h"

#include <fmt/format.h>

#include <memory>
#include <utility>

namespace saldo {

std::string to_plain(Decimal decimal) {
  std::string digits = fmt::format("{:0{}}", decimal.units < 0 ? -decimal.units : decimal.units, decimal.decimals + 1);
  if (decimal.decimals > 0) digits.insert(digits.size() - static_cast<std::size_t>(decimal.decimals), 1, '.');
  return (decimal.units < 0 ? "-" : "") + digits;
}

Sense sense_of(std::string_view word) {
  if (word == "baten") return Sense::baten;
  if (word == "lasten") return Sense::lasten;
  return word == "saldo" ? Sense::saldo : Sense::other;
}

Sense sense_of(const Column& column) {
  const std::string_view key = column.key;
  return sense_of(key.substr(key.find_last_of("._") + 1));  // npos + 1 is 0
}

TableSource source_of(const Table& table) {
  return {{table.id, table.title, table.columns, {}, table.footnotes, table.when_empty}, [&table](const TakeRow& take) {
            for (const Row& row : table.rows)
              if (!take(row)) return;
          }};
}

TableSource source_of(Table&& table) {
  const auto owned = std::make_shared<const Table>(std::move(table));
  TableSource source = source_of(*owned);
  source.each_row = [owned, each = std::move(source.each_row)](const TakeRow& take) { each(take); };
  return source;
}

std::vector<TableSource> sources_of(std::span<const Table> tables) {
  std::vector<TableSource> sources;
  for (const Table& table : tables) sources.push_back(source_of(table));
  return sources;
}

Table kept(const TableSource& source) {
  Table table = source.head;
  source.each_row([&table](const Row& row) {
    table.rows.push_back(row);
    return true;
  });
  return table;
}

}  // namespace saldo
