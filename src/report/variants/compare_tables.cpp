#include "report/variants/compare_tables.h"

#include <fmt/format.h>

#include "base/say.h"
#include "report/figures.h"

namespace saldo {

namespace {

void add_pair(Row& row, const Compared& compared) {
  row.cells.emplace_back(compared.bedrag);
  row.cells.push_back(or_blank(compared.verschil));
}

class ComparedBalances {
 public:
  ComparedBalances(const Comparison& comparison, ComparedBy by, Years years)
      : comparison_(comparison), by_(by), years_(years), first_(comparison.years.index(years.first)) {}

  Table build() {
    make_columns();
    const bool projects = by_ == ComparedBy::project;
    for (const ComparedThing& thing : projects ? comparison_.projects : comparison_.lines) add_thing(thing);
    if (projects && table_.rows.empty()) table_.footnotes.push_back(Dutch("Geen enkel project verandert."));
    add_rows(RowKind::total, comparison_.total);
    return std::move(table_);
  }

 private:
  void make_columns() {
    const bool projects = by_ == ComparedBy::project;
    table_.id = "eindsaldo";
    const bool is_stand = comparison_.uitkomst == Figure::eindsaldo;
    if (is_stand)
      table_.title = Dutch(projects ? "Eindsaldo per project dat verandert, en het verschil met de basis"
                                    : "Eindsaldo per programmalijn, en het verschil met de basis");
    else
      table_.title = Dutch(projects ? "Resultaat per project dat verandert, en het verschil met de basis"
                                    : "Resultaat per programmalijn, en het verschil met de basis");
    table_.columns = {{"nr", Dutch("Nr"), ColumnType::text, {}, projects ? ColumnUse::everywhere : ColumnUse::machines},
                      {"variant", Dutch("Variant"), ColumnType::text, {}, ColumnUse::machines},
                      {"naam", Dutch(projects ? "Project" : "Programmalijn"), ColumnType::text}};
    for (std::size_t y = 0; y < years_.size(); ++y) {
      const std::string year = word(years_.at(y));
      table_.columns.push_back({year + "." + std::string(to_text(comparison_.uitkomst)),
                                is_stand ? Dutch("Eindsaldo") : Dutch("Resultaat"), ColumnType::amount, year});
      table_.columns.push_back({year + ".verschil", Dutch("Verschil"), ColumnType::amount, year});
      for (const char* side : {"baten", "lasten"})
        table_.columns.push_back(
            {fmt::format("{}.verschil_{}", year, side), Dutch(side), ColumnType::amount, year, ColumnUse::machines});
    }
  }

  void add_thing(const ComparedThing& thing) {
    bool differs = by_ == ComparedBy::programmalijn;
    for (std::size_t v = 1; v < thing.variants.size(); ++v) differs = differs || thing.differs(v);
    if (differs) add_rows(RowKind::item, thing);
  }

  // The base, and under it the variants: of a project only those in which it is another.
  void add_rows(RowKind kind, const ComparedThing& thing) {
    for (std::size_t v = 0; v < thing.variants.size(); ++v) {
      const bool of_project = by_ == ComparedBy::project && kind == RowKind::item;
      if (v > 0 && of_project && !thing.differs(v)) continue;
      const bool shows_nr = of_project && v == 0;
      Row row{kind, thing.level + (v > 0 ? 1 : 0), {}, v == 0};
      row.cells.push_back(shows_nr ? Cell(thing.nr) : Cell(Id{thing.nr}));
      row.cells.emplace_back(comparison_.names[v]);
      row.cells.emplace_back(v == 0 ? thing.naam : comparison_.names[v]);
      for (std::size_t y = first_; y < first_ + years_.size(); ++y) {
        const ComparedYear& year = thing.variants[v][y];
        add_pair(row, year.uitkomst);
        row.cells.push_back(or_blank(year.baten.verschil));
        row.cells.push_back(or_blank(year.lasten.verschil));
      }
      table_.rows.push_back(std::move(row));
    }
  }

  const Comparison& comparison_;
  ComparedBy by_;
  Years years_;
  std::size_t first_;
  Table table_;
};

Row variant_row(const Comparison& comparison, std::size_t variant) {
  return {RowKind::item, 0, {comparison.names[variant]}, false};
}

std::vector<Column> variant_columns() { return {{"variant", Dutch("Variant"), ColumnType::text}}; }

void add_place(Row& row, const Place& place, const std::function<std::string(FileId)>& file_name) {
  const auto number = [](std::uint32_t n) { return n == 0 ? Cell(Blank()) : Cell(std::int64_t{n}); };
  row.cells.emplace_back(file_name(place.file));
  row.cells.push_back(number(place.line));
  row.cells.push_back(number(place.column));
}

Message count_words(const FindingChange& change) {
  return change.appears ? say("{} findings: printed figures are no longer what the plan comes to", change.count)
                        : say("{} findings: printed figures are now what the plan comes to", change.count);
}

}  // namespace

Table report_compared_balances(const Comparison& comparison, ComparedBy by, Years years) {
  return ComparedBalances(comparison, by, years).build();
}

Table report_compared_rib(const Comparison& comparison, Years years) {
  Table table{
      "investeringsbudget", Dutch("Regionaal investeringsbudget, stand per 31 december"), variant_columns(), {}};
  for (std::size_t y = 0; y < years.size(); ++y) {
    const std::string year = word(years.at(y));
    table.columns.push_back({year + ".stand", Dutch("Stand"), ColumnType::amount, year});
    table.columns.push_back({year + ".verschil", Dutch("Verschil"), ColumnType::amount, year});
  }
  table.columns.push_back({"laagste", Dutch("Stand"), ColumnType::amount, Dutch("Laagste")});
  table.columns.push_back({"laagste.verschil", Dutch("Verschil"), ColumnType::amount, Dutch("Laagste")});
  table.columns.push_back({"laagste.jaar", Dutch("Jaar"), ColumnType::integer, Dutch("Laagste")});
  for (std::size_t v = 0; v < comparison.ribs.size(); ++v) {
    const ComparedRib& rib = comparison.ribs[v];
    Row row = variant_row(comparison, v);
    for (std::size_t y = 0; y < years.size(); ++y) add_pair(row, rib.stand[comparison.years.index(years.at(y))]);
    add_pair(row, rib.laagste);
    row.cells.push_back(rib.laagste_jaar ? Cell(std::int64_t{rib.laagste_jaar->value}) : Cell(Blank()));
    table.rows.push_back(std::move(row));
  }
  return table;
}

Table report_compared_netto(const Comparison& comparison, Years years) {
  Table table{"netto", Dutch("Baten en lasten zonder dubbelingen"), variant_columns(), {}};
  for (std::size_t y = 0; y < years.size(); ++y) {
    const std::string year = word(years.at(y));
    table.columns.push_back({year + ".netto_baten", Dutch("Baten"), ColumnType::amount, year});
    table.columns.push_back({year + ".verschil_baten", Dutch("Verschil"), ColumnType::amount, year});
    table.columns.push_back({year + ".netto_lasten", Dutch("Lasten"), ColumnType::amount, year});
    table.columns.push_back({year + ".verschil_lasten", Dutch("Verschil"), ColumnType::amount, year});
  }
  for (std::size_t v = 0; v < comparison.netto.size(); ++v) {
    Row row = variant_row(comparison, v);
    for (std::size_t y = 0; y < years.size(); ++y) {
      const ComparedNetto& year = comparison.netto[v][comparison.years.index(years.at(y))];
      add_pair(row, year.baten);
      add_pair(row, year.lasten);
    }
    table.rows.push_back(std::move(row));
  }
  return table;
}

Table report_compared_findings(const Comparison& comparison, const std::function<std::string(FileId)>& file_name,
                               Language language) {
  Table table{"bevindingen", Dutch("Bevindingen die erbij komen of vervallen"), {}, {}};
  table.columns = {{"variant", Dutch("Variant"), ColumnType::text},
                   {"soort", Dutch("Bevinding"), ColumnType::text},
                   {"rule", Dutch("Regel"), ColumnType::text},
                   {"severity", std::string("severity"), ColumnType::text, {}, ColumnUse::machines},
                   {"file", std::string("file"), ColumnType::text, {}, ColumnUse::machines},
                   {"line", std::string("line"), ColumnType::integer, {}, ColumnUse::machines},
                   {"column", std::string("column"), ColumnType::integer, {}, ColumnUse::machines},
                   {"aantal", Dutch("aantal"), ColumnType::integer, {}, ColumnUse::machines},
                   {"message", Dutch("Wat er staat"), ColumnType::text}};
  for (const FindingChange& change : comparison.findings) {
    const Diagnostic& finding = comparison.finding_of(change);
    Row row{RowKind::item, 0, {comparison.names[change.variant], Dutch(change.appears ? "nieuw" : "vervalt")}};
    row.cells.emplace_back(std::string(info(finding.rule).id));
    row.cells.emplace_back(std::string(to_text(finding.severity)));
    if (change.count == 1) add_place(row, finding.place, file_name);
    else row.cells.resize(row.cells.size() + 3);
    row.cells.emplace_back(static_cast<std::int64_t>(change.count));
    row.cells.emplace_back(to_text(change.count == 1 ? finding.message : count_words(change), language));
    table.rows.push_back(std::move(row));
  }
  table.when_empty = Dutch("Er komt niets bij en er vervalt niets.");
  return table;
}

}  // namespace saldo
