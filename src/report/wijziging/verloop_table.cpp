#include "report/wijziging/verloop_table.h"

#include <algorithm>

#include "base/say.h"
#include "report/figures.h"

namespace saldo {

namespace {

class VerloopTable {
 public:
  VerloopTable(const Plan& plan, const Verloop& verloop, const std::vector<ChangeRow>& rows, bool by_project)
      : plan_(plan), verloop_(verloop), rows_(rows), by_project_(by_project) {}

  Table build() {
    table_.id = "verloop";
    table_.title = Dutch("{}: van primitief naar actueel", plan_.naam);
    add_columns();
    if (by_project_)
      for (const VerloopOf& project : verloop_.projects) add(project);
    add(verloop_.total);
    if (rows_.empty()) table_.footnotes.push_back(Dutch("Dit plan heeft geen begrotingswijzigingen."));
    for (const ChangeRow& row : rows_)
      if (!row.besluit.empty()) table_.footnotes.push_back(Dutch("Besluit bij {}: {}.", row.nr, row.besluit));
    return std::move(table_);
  }

 private:
  void add_columns() {
    const auto add = [this](Column column) { table_.columns.push_back(std::move(column)); };
    if (by_project_) {
      add({"project", Dutch("Nr"), ColumnType::text});
      add({"project_naam", Dutch("Project"), ColumnType::text});
    }
    add({"soort", Dutch("Soort"), ColumnType::text, {}, ColumnUse::machines});
    add({"nr", by_project_ ? Dutch("Wijziging") : Dutch("Nr"), ColumnType::text});
    add({"datum", Dutch("Datum"), ColumnType::text, {}, by_project_ ? ColumnUse::machines : ColumnUse::everywhere});
    add({"naam", by_project_ ? Dutch("Naam") : Dutch("Wijziging"), ColumnType::text});
    add({"besluit", Dutch("Besluit"), ColumnType::text, {}, ColumnUse::machines});
    add({"opening", Dutch("Eindsaldo"), ColumnType::amount, word(plan_.years.first - 1),
         moves_openings() ? ColumnUse::everywhere : ColumnUse::machines});
    for (std::size_t y = 0; y < plan_.years.size(); ++y) {
      const std::string year = word(plan_.years.at(y));
      add({year + ".baten", Dutch("Baten"), ColumnType::amount, year});
      add({year + ".lasten", Dutch("Lasten"), ColumnType::amount, year});
      add({year + ".saldo", Dutch("Saldo"), ColumnType::amount, year});
    }
  }

  bool moves_openings() const {
    const std::vector<VerloopOf>& all = verloop_.projects;
    const auto moves = [](const VerloopOf& of) { return of.moves_opening(); };
    return verloop_.total.moves_opening() || (by_project_ && std::any_of(all.begin(), all.end(), moves));
  }

  // Of a project only the changes that do something to it.
  void add(const VerloopOf& of) {
    add_row(RowKind::item, of, {"begin", "", "", Dutch("Primitief"), "", {}}, of.begin);
    for (const VerloopStep& step : of.steps) add_row(RowKind::item, of, rows_[step.change], step.figures);
    // Only the whole is told as a total: the projects stand beside it.
    add_row(of.nr.empty() ? RowKind::total : RowKind::item, of, {"eind", "", "", Dutch("Na wijziging"), "", {}},
            of.eind);
  }

  void add_row(RowKind kind, const VerloopOf& of, const ChangeRow& words, const VerloopFigures& figures) {
    Row row{kind, 0, {}, of.nr.empty()};
    if (by_project_) add_project(row, of, words.soort == "begin");
    for (const std::string* text : {&words.soort, &words.nr, &words.datum, &words.naam, &words.besluit})
      row.cells.push_back(or_blank(*text));
    row.cells.emplace_back(Amount(figures.opening));
    for (const VerloopYear& year : figures.years)
      for (const Amount amount : {year.baten, year.lasten, year.saldo}) row.cells.emplace_back(amount);
    table_.rows.push_back(std::move(row));
  }

  // People read it once, machines in every row.
  static void add_project(Row& row, const VerloopOf& of, bool is_first) {
    const bool is_plan = of.nr.empty();
    const std::string nr = is_plan ? "totaal" : of.nr, naam = is_plan ? "Totaal" : of.naam;
    row.cells.push_back(is_first && !is_plan ? Cell(nr) : Cell(Id{nr}));
    row.cells.push_back(is_first ? Cell(naam) : Cell(Id{naam}));
  }

  const Plan& plan_;
  const Verloop& verloop_;
  const std::vector<ChangeRow>& rows_;
  bool by_project_;
  Table table_;
};

}  // namespace

Table report_verloop(const Plan& plan, const Verloop& verloop, const std::vector<ChangeRow>& rows, bool by_project) {
  return VerloopTable(plan, verloop, rows, by_project).build();
}

}  // namespace saldo
