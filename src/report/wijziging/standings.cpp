#include "report/wijziging/standings.h"

#include <algorithm>
#include <list>
#include <map>
#include <string>
#include <unordered_map>

#include "base/ratio.h"
#include "report/figures.h"
#include "report/row_names.h"

namespace saldo {

namespace {

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

// A row as it is in every table: null where it is not there.
using MergedRow = std::vector<const Row*>;

// In the order of the last table; what only an earlier one has stands after the row that it followed there.
std::list<MergedRow> merge(const std::vector<StandingTable>& standings) {
  std::list<MergedRow> merged;
  std::unordered_map<std::string, std::list<MergedRow>::iterator> by_name;
  for (std::size_t s = standings.size(); s-- > 0;) {
    const std::vector<Row>& rows = standings[s].table.rows;
    const std::vector<std::string> names = row_names(standings[s].table);
    auto next = merged.begin();  // what a row that is not there yet would stand before
    for (std::size_t i = 0; i < rows.size(); ++i) {
      const auto [known, is_new] = by_name.try_emplace(names[i]);
      if (is_new) known->second = merged.insert(next, MergedRow(standings.size()));
      (*known->second)[s] = &rows[i];
      next = std::next(known->second);
    }
  }
  return merged;
}

std::size_t column_of(const Table& table, const std::string& key) {
  for (std::size_t c = 0; c < table.columns.size(); ++c)
    if (table.columns[c].key == key) return c;
  return table.columns.size();
}

class StandingsTable {
 public:
  StandingsTable(const std::vector<StandingTable>& standings, Year year, const ColumnChoice& kolommen)
      : standings_(standings),
        year_(word(year)),
        kanten_(kanten_of(kolommen)),
        has_procent_(kolommen.empty() || names(kolommen, Kolom::procent)) {
    const Table& last = standings.back().table;
    table_.id = "standen";
    table_.title = Dutch("{}: {}", last.title.text(), year);
    table_.columns = {last.columns[0], last.columns[1], {"kant", Dutch("Kant"), ColumnType::text}};
    for (const StandingTable& one : standings)
      table_.columns.push_back({std::string(to_text(one.standing)), heading(one.standing)});
    table_.columns.push_back({"verschil", Dutch("Verschil")});
    table_.columns.push_back({"voordeel", Dutch("V/N"), ColumnType::text});
    if (has_procent_) table_.columns.push_back({"procent", Dutch("%"), ColumnType::decimal});
    table_.footnotes = last.footnotes;
  }

  Table build() {
    for (const MergedRow& row : merge(standings_)) {
      is_first_ = true;
      for (const Kolom kant : kanten_) add(row, std::string(to_text(kant)), sign_of(kant));
    }
    return std::move(table_);
  }

 private:
  // A year beside itself has no balance to begin with that differs.
  static ColumnChoice kanten_of(ColumnChoice kolommen) {
    if (kolommen.empty()) return {Kolom::baten, Kolom::lasten, Kolom::saldo, Kolom::eindsaldo};
    std::erase_if(kolommen, [](Kolom kolom) { return kolom == Kolom::opening || kolom == Kolom::procent; });
    return kolommen;
  }

  // More of it is good for the balance, or bad.
  static int sign_of(Kolom kant) { return kant == Kolom::lasten || kant == Kolom::toevoeging ? -1 : +1; }

  static Dutch heading(Standing standing) {
    switch (standing) {
      case Standing::primitief: return Dutch("Primitief");
      case Standing::actueel: return Dutch("Na wijziging");
      case Standing::realisatie: return Dutch("Realisatie");
      case Standing::prognose: break;
    }
    return Dutch("Prognose");
  }

  static Cell percentage(const std::vector<Cell>& amounts) {
    const Money is = amount_of(amounts.back()), was = amount_of(amounts[amounts.size() - 2]);
    if (was == Money()) return Blank();
    const Wide sign = was < Money() ? -1 : 1;
    const Money tenths = rounded({sign * 1000 * is.cents(), sign * was.cents()}, {});
    return tenths.is_overflow() ? Cell(Blank()) : Cell(Decimal{tenths.cents(), 1});
  }

  void add(const MergedRow& merged, const std::string& kant, int sign) {
    std::vector<Cell> amounts;
    bool any = false;
    for (std::size_t s = 0; s < standings_.size(); ++s) {
      const std::size_t column = column_of(standings_[s].table, year_ + "." + kant);
      const Row* row = merged[s];
      amounts.push_back(row == nullptr || column == row->cells.size() ? Cell(Blank()) : row->cells[column]);
      const Amount* amount = std::get_if<Amount>(&amounts.back());
      any = any || (amount != nullptr && !amount->is_absent());
    }
    if (!any) return;
    const Row& like = *first_of(merged);
    Row row{like.kind, like.level, {}};
    for (std::size_t c = 0; c < 2; ++c) row.cells.push_back(is_first_ ? like.cells[c] : Id{text_of(like.cells[c])});
    row.cells.emplace_back(kant);
    add_difference(row, amounts, sign);
    if (has_procent_) row.cells.push_back(kant == "baten" || kant == "lasten" ? percentage(amounts) : Cell(Blank()));
    table_.rows.push_back(std::move(row));
    is_first_ = false;
  }

  static const Row* first_of(const MergedRow& merged) {
    for (auto row = merged.rbegin(); row != merged.rend(); ++row)
      if (*row != nullptr) return *row;
    return nullptr;
  }

  static void add_difference(Row& row, const std::vector<Cell>& amounts, int sign) {
    const Money is = amount_of(amounts.back()), was = amount_of(amounts[amounts.size() - 2]);
    row.cells.insert(row.cells.end(), amounts.begin(), amounts.end());
    const Money better = sign > 0 ? is - was : was - is;
    row.cells.push_back(better == Money() ? Cell(Blank()) : Cell(Amount(better.size())));
    row.cells.push_back(favour(better));
  }

  static Money amount_of(const Cell& cell) {
    const Amount* amount = std::get_if<Amount>(&cell);
    return amount == nullptr ? Money() : difference(*amount, Amount());
  }

  const std::vector<StandingTable>& standings_;
  std::string year_;
  ColumnChoice kanten_;
  bool has_procent_;
  bool is_first_ = true;
  Table table_;
};

}  // namespace

Table report_standings(const std::vector<StandingTable>& standings, Year year, const ColumnChoice& kolommen) {
  return StandingsTable(standings, year, kolommen).build();
}

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
