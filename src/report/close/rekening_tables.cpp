// What was budgeted and realised, and whether that was allowed.
#include "report/close/close_tables.h"
#include "report/figures.h"

namespace saldo {

namespace {

// A deviation is shown without a sign: V or N says which way it is.
Cell deviation(Money verschil) { return verschil == Money() ? Cell(Blank()) : Cell(Amount(verschil.size())); }

int level_of(RekeningRow::Of of) {
  switch (of) {
    case RekeningRow::Of::plan:
    case RekeningRow::Of::mutaties:
    case RekeningRow::Of::resultaat:
    case RekeningRow::Of::programmalijn: return 0;
    case RekeningRow::Of::project: return 1;
    case RekeningRow::Of::post: return 2;
  }
  return 0;
}

std::string_view soort_of(RekeningRow::Of of) {
  switch (of) {
    case RekeningRow::Of::plan: return "plan";
    case RekeningRow::Of::programmalijn: return "programmalijn";
    case RekeningRow::Of::project: return "project";
    case RekeningRow::Of::post: return "post";
    case RekeningRow::Of::mutaties: return "mutaties";
    case RekeningRow::Of::resultaat: return "resultaat";
  }
  return "";
}

// What stands at the end has no name in the plan.
std::string name_of(const RekeningRow& row) {
  switch (row.of) {
    case RekeningRow::Of::plan: return Dutch("Totaal").text();
    case RekeningRow::Of::mutaties: return Dutch("Toevoegingen en onttrekkingen").text();
    case RekeningRow::Of::resultaat: return Dutch("Resultaat").text();
    case RekeningRow::Of::programmalijn:
    case RekeningRow::Of::project:
    case RekeningRow::Of::post: break;
  }
  return row.naam;
}

bool is_at_the_end(RekeningRow::Of of) { return level_of(of) == 0 && of != RekeningRow::Of::programmalijn; }

// Between the plan and its reserves, baten of the one are an onttrekking of the other.
std::string_view kant_of(const RekeningRow& row, Direction direction) {
  if (row.of != RekeningRow::Of::mutaties && !row.of_reserve) return to_text(direction);
  const bool goes_in = row.of_reserve == (direction == Direction::baten);
  return to_text(goes_in ? Figure::toevoeging : Figure::onttrekking);
}

bool is_shown(const RekeningRow& row, RekeningBy by) {
  switch (row.of) {
    case RekeningRow::Of::plan:
    case RekeningRow::Of::mutaties:
    case RekeningRow::Of::resultaat:
    case RekeningRow::Of::programmalijn: return true;
    case RekeningRow::Of::project: return by != RekeningBy::programmalijn;
    case RekeningRow::Of::post: return by == RekeningBy::post;
  }
  return false;
}

class RekeningTable {
 public:
  RekeningTable(RekeningBy by, Year year) : by_(by) {
    table_.id = "rekening";
    table_.title = Dutch("Rekening {}", word(year));
    table_.columns = {{"soort", Dutch("Soort"), ColumnType::text, {}, ColumnUse::machines},
                      {"nr", Dutch("Nr"), ColumnType::text},
                      {"naam", Dutch("Naam"), ColumnType::text},
                      {"kant", Dutch("Kant"), ColumnType::text},
                      {"primitief", Dutch("Primitief")},
                      {"begroot", Dutch("Na wijziging")},
                      {"realisatie", Dutch("Realisatie")},
                      {"verschil", Dutch("Verschil")},
                      {"voordeel", Dutch("V/N"), ColumnType::text},
                      {"toelichting", Dutch("Toelichting"), ColumnType::text}};
  }

  void add(const RekeningRow& row) {
    bool is_first = true;
    for (const Direction direction : both_directions) {
      const Standings& side = row.sides[direction];
      if ((side.primitief + side.begroot + side.realisatie).is_absent()) continue;
      add(row, kant_of(row, direction), side, side.verschil(direction), is_first);
      is_first = false;
    }
    // Of nothing there is no saldo either, but of the plan.
    if (row.of == RekeningRow::Of::post || (is_first && !is_at_the_end(row.of))) return;
    const auto& [baten, lasten] = row.sides;
    add(row, "saldo",
        {baten.primitief + -lasten.primitief, baten.begroot + -lasten.begroot, baten.realisatie + -lasten.realisatie},
        row.verschil(), is_first);
  }

  Table take() { return std::move(table_); }

 private:
  void add(const RekeningRow& row, std::string_view kant, const Standings& amounts, Money verschil, bool is_first) {
    const bool is_total = is_at_the_end(row.of);
    const bool is_lowest =
        row.of == RekeningRow::Of::post || (row.of == RekeningRow::Of::project && by_ != RekeningBy::post);
    Row cells{is_total ? RowKind::total : is_lowest ? RowKind::item : RowKind::subtotal, level_of(row.of), {}, false};
    cells.cells = {std::string(soort_of(row.of)),
                   is_first && !is_total ? or_blank(row.nr) : Blank(),
                   is_first ? or_blank(name_of(row)) : Blank(),
                   std::string(kant),
                   or_blank(amounts.primitief),
                   or_blank(amounts.begroot),
                   or_blank(amounts.realisatie),
                   deviation(verschil),
                   favour(verschil),
                   is_first ? or_blank(row.toelichting) : Blank()};
    table_.rows.push_back(std::move(cells));
  }

  RekeningBy by_;
  Table table_;
};

Cell oordeel_cell(const Rechtmatigheid& row) {
  if (row.oordeel != nullptr) return std::string(row.oordeel->acceptabel ? "acceptabel" : "niet acceptabel");
  if (row.overschrijding() == Money()) return Blank();
  return Dutch("nog te geven").text();
}

Cell reason_cell(const Rechtmatigheid& row) {
  if (row.oordeel != nullptr) return row.oordeel->toelichting;
  if (row.covered) return Dutch("voorstel: gedekt door hogere baten van buiten").text();
  return Blank();
}

Amount if_any(Money money) { return money == Money() ? Amount() : Amount(money); }

}  // namespace

Table report_rekening(const std::vector<RekeningRow>& rows, RekeningBy by, Year year) {
  RekeningTable table(by, year);
  for (const RekeningRow& row : rows)
    if (is_shown(row, by)) table.add(row);
  return table.take();
}

Table report_rechtmatigheid(const std::vector<Rechtmatigheid>& rows) {
  Table table{"rechtmatigheid",
              Dutch("Rechtmatigheid: lasten boven de begroting, zonder overdrachten tussen projecten"),
              {},
              {}};
  table.columns = {{"nr", Dutch("Nr"), ColumnType::text, {}, ColumnUse::machines},
                   {"naam", Dutch("Programmalijn"), ColumnType::text},
                   {"lasten_begroot", Dutch("Lasten na wijziging")},
                   {"lasten", Dutch("Realisatie")},
                   {"overschrijding", Dutch("Overschrijding")},
                   {"oordeel", Dutch("Oordeel"), ColumnType::text},
                   {"baten_achter", Dutch("Baten achter")},
                   {"toelichting", Dutch("Toelichting"), ColumnType::text}};
  if (!rows.empty() && rows.front().of_project) table.columns[1].label = Dutch("Project");
  table.when_empty = Dutch("Niet gevraagd: [jaareinde] rechtmatigheid = \"uit\".");
  for (const Rechtmatigheid& row : rows)
    table.rows.push_back({RowKind::item,
                          0,
                          {row.id, row.naam, or_blank(row.extern_.lasten.begroot),
                           or_blank(row.extern_.lasten.realisatie), or_blank(if_any(row.overschrijding())),
                           oordeel_cell(row), or_blank(if_any(row.baten_achter())), reason_cell(row)},
                          false});
  return table;
}

}  // namespace saldo
