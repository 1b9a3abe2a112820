#include <algorithm>

#include "calc/told/told.h"
#include "report/workbook/sheets.h"
#include "report/workbook/total_row.h"

namespace saldo {

namespace {

// Every row is that of Tabel 4 of the same programmalijn: what is added up is told there, once.
class LinesSheet {
 public:
  explicit LinesSheet(BookFrame& frame)
      : frame_(frame), plan_(frame.plan), prefix_(sheet_prefix(projects_sheet_name)) {}

  BookSheet make() {
    sheet_ = start_sheet(frame_, "Tabel 3", Dutch("Tabel 3 - Overzicht per programmalijn"),
                         Dutch("De rijen van de programmalijnen op het blad Tabel 4, zonder hun projecten."));
    columns_ = add_budget_heads(frame_, sheet_, 3, Dutch(""), Dutch("Programmalijn"));
    for (const TotalRow& row : frame_.totals)
      if (row.whose.of == Of::programmalijn) add(row);
    add_alone();
    add(frame_.totals.back());
    if (plan_.has_reserve()) add_reserves();
    return std::move(sheet_);
  }

 private:
  struct FigureOfYear {
    Figure figure{};
    std::size_t year = 0;
  };
  FigureOfYear figure_in(std::size_t column) const {
    const Figure last = frame_.has_soorten ? Figure::saldo : Figure::eindsaldo;
    for (std::size_t year = 0; year < frame_.years; ++year)
      for (const Figure figure : {Figure::baten, Figure::lasten, last})
        if (column == frame_.figure_column(figure, year)) return {figure, year};
    return {Figure::opening, 0};
  }
  Amount outcome(const Balance& balance, std::size_t column) const {
    const FigureOfYear in = figure_in(column);
    return figure_of(balance, in.figure, in.year);
  }

  void add(const TotalRow& from) {
    const bool is_total = from.whose.of == Of::plan;
    const bool is_whole = std::any_of(from.parts.begin(), from.parts.end(), [&](std::size_t part) {
      return frame_.totals[part - BookFrame::first_total].whose.of == Of::programmalijn;
    });
    RowLook look{"", Dutch("Totaal"), 0, BookStyle::total, BookStyle::strong};
    if (!is_total) {
      const Programmalijn& line = plan_.lines[from.whose.index];
      look = {"", line.naam, from.level, is_whole ? BookStyle::subtotal : BookStyle::amount,
              is_whole ? BookStyle::subtotal_name : BookStyle::plain};
    }
    const std::size_t row_there = is_total ? frame_.total_row() : frame_.row_of_line(LineId(from.whose.index));
    const Balance& balance = frame_.worked.balances.of(from.whose);
    TotalRowMaker row(frame_, sheet_, look, columns_);
    for (std::size_t column = 2; column < 2 + columns_; ++column) {
      CellSum sum(prefix_);
      sum.add({row_there, column});
      row.put(column, sum, outcome(balance, column));
    }
  }

  // The projects that are in no programmalijn, together.
  void add_alone() {
    std::vector<std::size_t> alone;
    for (const TotalRow& row : frame_.totals)
      if (row.whose.of == Of::project && row.level == 0) alone.push_back(row.whose.index);
    if (alone.empty()) return;
    TotalRowMaker row(frame_, sheet_, {"", Dutch("Zonder programmalijn")}, columns_);
    for (std::size_t column = 2; column < 2 + columns_; ++column) {
      CellSum sum(prefix_);
      for (const std::size_t project : alone) sum.add({frame_.row_of_project(project), column});
      const FigureOfYear in = figure_in(column);
      row.put(column, sum, add_up(frame_.worked, alone, in.figure, in.year));
    }
  }

  void add_reserves() {
    add_mutaties(Direction::lasten, Dutch("Toevoegingen aan reserves"), frame_.to_reserves);
    add_mutaties(Direction::baten, Dutch("Onttrekkingen aan reserves"), frame_.from_reserves);
    TotalRowMaker row(frame_, sheet_, {"", Dutch("Resultaat"), 0, BookStyle::total, BookStyle::strong}, columns_);
    for (std::size_t year = 0; year < frame_.years; ++year) {
      CellSum sum(prefix_);
      const std::size_t column = frame_.figure_column(Figure::saldo, year);
      sum.add({frame_.result_row(), column});
      row.put(column, sum, frame_.worked.balances.total.years[year].resultaat());
    }
  }

  // What stands behind the projects of each programmalijn that nothing is above, in Tabel 4.
  void add_mutaties(Direction direction, const Dutch& title, const std::map<std::size_t, std::size_t>& rows) {
    const bool lasten = direction == Direction::lasten;
    const auto add_row = [&](const RowLook& look, const std::vector<std::size_t>& of, auto outcome_of) {
      TotalRowMaker row(frame_, sheet_, look, columns_);
      for (std::size_t year = 0; year < frame_.years; ++year) {
        const std::size_t column = frame_.figure_column(lasten ? Figure::lasten : Figure::baten, year);
        CellSum sum(prefix_);
        for (const std::size_t at : of) sum.add({at, column});
        const YearFigures& figures = outcome_of(year);
        row.put(column, sum, lasten ? figures.toevoeging : figures.onttrekking);
      }
    };
    const std::size_t all = lasten ? frame_.additions_row() : frame_.withdrawals_row();
    const Balances& balances = frame_.worked.balances;
    add_row({"", title, 0, BookStyle::subtotal, BookStyle::subtotal_name}, {all},
            [&](std::size_t year) -> const YearFigures& { return balances.total.years[year]; });
    for (std::size_t line = 0; line < plan_.lines.size(); ++line) {
      if (plan_.lines[line].onder) continue;
      std::vector<std::size_t> of;
      for (const auto& [project, row] : rows)
        if (plan_.is_in(plan_.projects[project], LineId(line))) of.push_back(row);
      if (!of.empty())
        add_row({"", plan_.lines[line].naam, 1}, of,
                [&](std::size_t year) -> const YearFigures& { return balances.lines[line].years[year]; });
    }
  }

  BookFrame& frame_;
  const Plan& plan_;
  std::string prefix_;
  BookSheet sheet_;
  std::size_t columns_ = 0;
};

}  // namespace

std::optional<BookSheet> lines_sheet(BookFrame& frame) {
  if (frame.plan.lines.empty()) return std::nullopt;
  return LinesSheet(frame).make();
}

}  // namespace saldo
