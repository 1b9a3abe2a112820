#include "report/split_table.h"

#include <algorithm>
#include <map>
#include <string>

#include "base/say.h"
#include "report/row_names.h"

namespace saldo {

namespace {

bool has_amounts(const Row& row) {
  return std::any_of(row.cells.begin(), row.cells.end(), [](const Cell& cell) {
    const auto* amount = std::get_if<Amount>(&cell);
    return amount != nullptr && !amount->is_absent();
  });
}

// What stands before the figures of a row: its number and name.
std::size_t count_names(const Table& table) {
  const auto is_text = [](const Column& column) { return column.type == ColumnType::text; };
  return static_cast<std::size_t>(std::find_if_not(table.columns.begin(), table.columns.end(), is_text) -
                                  table.columns.begin());
}

Dutch unmarked_note(std::size_t unmarked) {
  return unmarked == 1
             ? Dutch("Eén post zegt niet of hij structureel is: onbekend. Schrijf structureel = true of false.")
             : Dutch(
                   "{} posten zeggen niet of zij structureel zijn: onbekend. Schrijf structureel = true of "
                   "false.",
                   unmarked);
}

class SplitTable {
 public:
  explicit SplitTable(SplitTables tables) : from_(std::move(tables)), names_(count_names(from_.all)) {
    for (const auto& [aard, part] : from_.parts) {
      const std::vector<std::string> rows = row_names(part);
      for (std::size_t i = 0; i < rows.size(); ++i) part_rows_[aard].emplace(rows[i], &part.rows[i]);
    }
  }

  Table build() {
    Table table{"delen", from_.all.title, from_.all.columns, {}, from_.all.footnotes};
    table.columns.insert(table.columns.begin() + static_cast<std::ptrdiff_t>(names_),
                         {"deel", Dutch("Deel"), ColumnType::text});
    const std::vector<std::string> rows = row_names(from_.all);
    for (std::size_t i = 0; i < rows.size(); ++i) add(from_.all.rows[i], rows[i], table.rows);
    if (from_.unmarked > 0) table.footnotes.push_back(unmarked_note(from_.unmarked));
    return table;
  }

 private:
  void add(const Row& all, const std::string& name, std::vector<Row>& rows) const {
    const bool is_post = from_.of_posts && all.kind == RowKind::item;
    rows.push_back(with_part(all, all, is_post ? aard_of_post(name) : "totaal"));
    if (is_post) return;
    for (const Aard aard : every_aard) {
      const Row* part = find(aard, name);
      const bool is_any = part != nullptr && has_amounts(*part);
      const bool is_asked = all.kind == RowKind::total && aard != Aard::onbekend;
      if (!is_any && !is_asked) continue;
      rows.push_back(with_part(all, is_any ? *part : without_amounts(all), std::string(to_text(aard))));
      for (std::size_t c = 0; c < names_; ++c) rows.back().cells[c] = Id{text_of(all.cells[c])};
      rows.back().addend = false;
    }
  }

  std::string aard_of_post(const std::string& name) const {
    for (const Aard aard : every_aard)
      if (const Row* part = find(aard, name); part != nullptr && has_amounts(*part)) return std::string(to_text(aard));
    return "";
  }

  const Row* find(Aard aard, const std::string& name) const {
    const auto part = part_rows_.find(aard);
    if (part == part_rows_.end()) return nullptr;
    const auto row = part->second.find(name);
    return row == part->second.end() ? nullptr : row->second;
  }

  static Row without_amounts(Row row) {
    for (Cell& cell : row.cells)
      if (std::holds_alternative<Amount>(cell)) cell = Amount();
    return row;
  }

  // The figures of `figures` behind the names of `names`.
  Row with_part(const Row& names, const Row& figures, const std::string& deel) const {
    Row row = names;
    row.cells = figures.cells;
    for (std::size_t c = 0; c < names_; ++c) row.cells[c] = names.cells[c];
    row.cells.insert(row.cells.begin() + static_cast<std::ptrdiff_t>(names_),
                     deel.empty() ? Cell(Blank()) : Cell(deel));
    return row;
  }

  SplitTables from_;
  std::size_t names_;
  std::map<Aard, std::map<std::string, const Row*>> part_rows_;
};

std::string in_balance(const StructuralYear& of) {
  if (!of.is_certain()) return "onbekend";
  return of.is_covered() ? "JA" : "NEE";
}

}  // namespace

Table report_split(SplitTables tables) { return SplitTable(std::move(tables)).build(); }

Table report_structural_balance(const Plan& plan, const std::vector<StructuralYear>& balance, Years years,
                                std::size_t unmarked) {
  Table table{"evenwicht", Dutch("Structureel evenwicht"), {}, {}};
  table.columns = {{"jaar", Dutch("Jaar"), ColumnType::integer},
                   {"baten", Dutch("Structurele baten")},
                   {"lasten", Dutch("Structurele lasten")},
                   {"saldo", Dutch("Structureel saldo")},
                   {"evenwicht", Dutch("In evenwicht"), ColumnType::text}};
  for (std::size_t y = 0; y < years.size(); ++y) {
    const StructuralYear& of = balance[plan.years.index(years.at(y))];
    table.rows.push_back(
        {RowKind::item,
         0,
         {std::int64_t{years.at(y).value}, Amount(of.baten), Amount(of.lasten), Amount(of.saldo()), in_balance(of)}});
  }
  if (unmarked > 0)
    table.footnotes.push_back(Dutch("Onbekend: het hangt af van wat niet zegt of het structureel is ({}).",
                                    unmarked == 1 ? "één post" : std::to_string(unmarked) + " posten"));
  table.footnotes.push_back(Dutch(
      "JA: de structurele baten dekken de structurele lasten. Of de ramingen reëel zijn is hiermee niet gezegd."));
  return table;
}

}  // namespace saldo
