#include <algorithm>

#include "report/workbook/sheets.h"
#include "report/workbook/total_row.h"

namespace saldo {

namespace {

// What the law wants below the saldo of baten and lasten (BBV art. 17): reserves, and the result.
class ReserveRows {
 public:
  ReserveRows(BookFrame& frame, BookSheet& sheet, std::size_t columns)
      : frame_(frame), plan_(frame.plan), balances_(frame.worked.balances), sheet_(sheet), columns_(columns) {}

  void add() {
    const std::size_t to = add_mutaties(Direction::lasten, Dutch("Toevoegingen aan reserves"), frame_.to_reserves);
    const std::size_t from = add_mutaties(Direction::baten, Dutch("Onttrekkingen aan reserves"), frame_.from_reserves);
    TotalRowMaker row(frame_, sheet_, {"", Dutch("Resultaat"), 0, BookStyle::total, BookStyle::strong}, columns_);
    std::vector<CellAt> cells;
    std::vector<Amount> amounts = {};
    for (std::size_t year = 0; year < frame_.years; ++year) {
      const std::size_t column = frame_.figure_column(Figure::saldo, year);
      CellSum sum;
      sum.add({frame_.total_row(), column});
      sum.add({from, frame_.figure_column(Figure::baten, year)});
      sum.add({to, frame_.figure_column(Figure::lasten, year)}, -1);
      cells.push_back({row.row(), column});
      amounts.push_back(balances_.total.years[year].resultaat());
      row.put(column, sum, amounts.back());
    }
    row.check(Dutch("resultaat"), std::move(cells), std::move(amounts));
  }

 private:
  // A row for all, and below it one for each project that has any.
  std::size_t add_mutaties(Direction direction, const Dutch& title, std::map<std::size_t, std::size_t>& rows) {
    const bool lasten = direction == Direction::lasten;
    const auto amount = [lasten](const YearFigures& year) { return lasten ? year.toevoeging : year.onttrekking; };
    TotalRowMaker all(frame_, sheet_, {"", title, 0, BookStyle::subtotal, BookStyle::subtotal_name}, columns_);
    const std::size_t at = all.row();
    std::vector<std::size_t> with;
    for (const std::size_t p : frame_.projects)
      if (!frame_.posts.mutaties(plan_, p, direction).empty()) with.push_back(p);
    for (std::size_t i = 0; i < with.size(); ++i) rows[with[i]] = at + 1 + i;
    std::vector<CellAt> cells;
    std::vector<Amount> amounts = {};
    for (std::size_t year = 0; year < frame_.years; ++year) {
      const std::size_t column = frame_.figure_column(lasten ? Figure::lasten : Figure::baten, year);
      CellSum sum;
      sum.add_run(at + 1, at + 1 + with.size(), column);
      cells.push_back({at, column});
      amounts.push_back(amount(balances_.total.years[year]));
      all.put(column, sum, amounts.back());
    }
    all.check(title, std::move(cells), std::move(amounts));
    for (const std::size_t p : with) {
      TotalRowMaker row(frame_, sheet_, {plan_.projects[p].nr, plan_.projects[p].naam, 1}, columns_);
      const RowRun run = frame_.posts.mutaties(plan_, p, direction);
      for (std::size_t year = 0; year < frame_.years; ++year) {
        CellSum sum(sheet_prefix(posts_sheet_name));
        sum.add_run(run.first, run.last, frame_.first_year_column + year);
        row.put(frame_.figure_column(lasten ? Figure::lasten : Figure::baten, year), sum,
                amount(balances_.projects[p].years[year]));
      }
    }
    return at;
  }

  BookFrame& frame_;
  const Plan& plan_;
  const Balances& balances_;
  BookSheet& sheet_;
  std::size_t columns_;
};

class ProjectsSheet {
 public:
  explicit ProjectsSheet(BookFrame& frame) : frame_(frame), plan_(frame.plan), balances_(frame.worked.balances) {}

  BookSheet make() {
    const Dutch plain(
        "Alles op dit blad is uitgerekend uit het blad Posten. Eindsaldo = eindsaldo van het jaar ervoor + baten - "
        "lasten; "
        "rood is onder de ondergrens.");
    const Dutch with_kinds(
        "Alles op dit blad is uitgerekend uit het blad Posten. Saldo = baten - lasten; wat projecten aan "
        "reserves geven en eruit halen staat onder het totaal.");
    sheet_ = start_sheet(frame_, projects_sheet_name, Dutch("Tabel 4 - Overzicht per project"),
                         frame_.has_soorten ? with_kinds : plain);
    columns_ = add_budget_heads(frame_, sheet_, frame_.nr_width, Dutch("Nr"), Dutch("Project"));
    for (const TotalRow& row : frame_.totals) add(row);
    if (!frame_.has_soorten) add_floors_of_stands();
    if (plan_.has_reserve()) ReserveRows(frame_, sheet_, columns_).add();
    return std::move(sheet_);
  }

 private:
  RowLook look_of(const TotalRow& row) const {
    const std::size_t at = row.whose.index;
    if (row.whose.of == Of::project)
      return {plan_.projects[at].nr, plan_.projects[at].naam, row.level, BookStyle::amount, BookStyle::plain};
    if (row.whose.of == Of::programmalijn)
      return {"", plan_.lines[at].naam, row.level, BookStyle::subtotal, BookStyle::subtotal_name};
    return {"", Dutch("Totaal"), 0, BookStyle::total, BookStyle::strong};
  }

  void add(const TotalRow& from) {
    const Balance& balance = balances_.of(from.whose);
    TotalRowMaker row(frame_, sheet_, look_of(from), columns_);
    for (std::size_t year = 0; year < frame_.years; ++year)
      for (const Direction direction : both_directions) {
        const YearFigures& figures = balance.years[year];
        const bool baten = direction == Direction::baten;
        const std::size_t column = frame_.figure_column(baten ? Figure::baten : Figure::lasten, year);
        row.put(column, sum_of(from, direction, year, column), baten ? figures.baten : figures.lasten);
      }
    if (frame_.has_soorten) add_saldi(row, balance);
    else add_stands(from, row, balance);
    check(row, balance, Figure::baten, Dutch("baten"));
    check(row, balance, Figure::lasten, Dutch("lasten"));
    check(row, balance, frame_.has_soorten ? Figure::saldo : Figure::eindsaldo,
          frame_.has_soorten ? Dutch("saldo") : Dutch("eindsaldo"));
  }

  // A project adds up its posts, all else the rows under it.
  CellSum sum_of(const TotalRow& from, Direction direction, std::size_t year, std::size_t column) const {
    if (from.whose.of != Of::project) return sum_of_parts(from, column);
    CellSum sum(sheet_prefix(posts_sheet_name));
    const RowRun run = frame_.posts.own(plan_, from.whose.index, direction);
    sum.add_run(run.first, run.last, frame_.first_year_column + year);
    return sum;
  }

  static CellSum sum_of_parts(const TotalRow& from, std::size_t column) {
    CellSum sum;
    for (const std::size_t part : from.parts) sum.add({part, column});
    return sum;
  }

  void add_saldi(TotalRowMaker& row, const Balance& balance) const {
    for (std::size_t year = 0; year < frame_.years; ++year) {
      CellSum sum;
      sum.add({row.row(), frame_.figure_column(Figure::baten, year)});
      sum.add({row.row(), frame_.figure_column(Figure::lasten, year)}, -1);
      row.put(frame_.figure_column(Figure::saldo, year), sum, balance.years[year].saldo());
    }
  }

  void add_stands(const TotalRow& from, TotalRowMaker& row, const Balance& balance) {
    const std::size_t opening = frame_.opening_column();
    if (from.whose.of == Of::project) row.put(opening, {Amount(balance.opening), BookStyle::typed});
    else row.put(opening, sum_of_parts(from, opening), balance.opening);
    for (std::size_t year = 0; year < frame_.years; ++year) {
      CellSum sum;
      sum.add_other(cell_name(row.row(), year == 0 ? opening : frame_.stand_column(year - 1)));
      sum.add_other(cell_name(row.row(), frame_.figure_column(Figure::baten, year)));
      sum.add({row.row(), frame_.figure_column(Figure::lasten, year)}, -1);
      row.put(frame_.stand_column(year), sum, balance.years[year].eindsaldo);
    }
    floors_.push_back({row.row(), floor_of(from.whose)});
  }

  Money floor_of(const Whose& whose) const {
    if (whose.of == Of::project) return plan_.projects[whose.index].more->ondergrens.value_or(Money());
    if (whose.of == Of::programmalijn) return plan_.lines[whose.index].ondergrens.value_or(Money());
    return {};
  }

  void add_floors_of_stands() {
    std::vector<std::size_t> columns;
    for (std::size_t year = 0; year < frame_.years; ++year) columns.push_back(frame_.stand_column(year));
    add_floors(sheet_, floors_, columns);
  }

  void check(const TotalRowMaker& row, const Balance& balance, Figure figure, const Dutch& word) const {
    std::vector<CellAt> cells;
    std::vector<Amount> amounts = {};
    for (std::size_t year = 0; year < frame_.years; ++year) {
      cells.push_back({row.row(), frame_.figure_column(figure, year)});
      amounts.push_back(figure_of(balance, figure, year));
    }
    row.check(word, std::move(cells), std::move(amounts));
  }

  BookFrame& frame_;
  const Plan& plan_;
  const Balances& balances_;
  BookSheet sheet_;
  std::size_t columns_ = 0;
  std::vector<FlooredRow> floors_;
};

}  // namespace

BookSheet projects_sheet(BookFrame& frame) { return ProjectsSheet(frame).make(); }

}  // namespace saldo
