#include "report/close/rows_table.h"

#include <algorithm>

#include "report/figures.h"

namespace saldo {

namespace {

Cell or_blank_if_none(Money money) { return money == Money() ? Cell(Blank()) : Cell(Amount(money)); }

std::vector<Cell> amounts_of(const ReadRow& row, bool has_balances) {
  if (has_balances) return {row.eindsaldo ? Cell(Amount(*row.eindsaldo)) : Blank()};
  return {or_blank_if_none(row.euros.baten), or_blank_if_none(row.euros.lasten)};
}

}  // namespace

Table report_rows(const std::vector<ReadRow>& rows) {
  const bool has_balances =
      std::any_of(rows.begin(), rows.end(), [](const ReadRow& row) { return row.eindsaldo.has_value(); });
  Table table{"regels", Dutch("Wat er met elke regel van het bestand is gebeurd"), {}, {}};
  table.columns = {{"regel", Dutch("Regel"), ColumnType::integer},  {"sleutel", Dutch("Sleutel"), ColumnType::text},
                   {"lot", Dutch("Lot"), ColumnType::text},         {"reden", Dutch("Reden"), ColumnType::text},
                   {"project", Dutch("Project"), ColumnType::text}, {"post", Dutch("Post"), ColumnType::text}};
  if (has_balances) table.columns.push_back({"eindsaldo", Dutch("Eindsaldo")});
  else {
    table.columns.push_back({"baten", Dutch("Baten")});
    table.columns.push_back({"lasten", Dutch("Lasten")});
  }
  table.when_empty = Dutch("Er is geen bestand gelezen.");
  for (const ReadRow& row : rows) {
    std::vector<Cell> cells{std::int64_t{row.line},
                            or_blank(row.key),
                            row.lot,
                            or_blank(row.reason),
                            row.to ? or_blank(row.to->project) : Blank(),
                            row.to ? or_blank(row.to->post) : Blank()};
    for (Cell& amount : amounts_of(row, has_balances)) cells.push_back(std::move(amount));
    table.rows.push_back({RowKind::item, 0, std::move(cells), false});
  }
  return table;
}

}  // namespace saldo
