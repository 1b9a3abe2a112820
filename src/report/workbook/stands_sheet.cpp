#include "report/workbook/sheets.h"
#include "report/workbook/total_row.h"

namespace saldo {

namespace {

class StandsSheet {
 public:
  explicit StandsSheet(BookFrame& frame) : frame_(frame), plan_(frame.plan) {}

  BookSheet make() {
    sheet_ =
        start_sheet(frame_, stands_sheet_name, Dutch("Standen van projecten en reserves"),
                    Dutch("Stand 31 december = stand van het jaar ervoor + bij - af. Een exploitatie heeft geen stand: "
                          "elk jaar staat op zichzelf. Rood is onder de ondergrens."));
    columns_ = add_year_heads(frame_, sheet_, frame_.nr_width,
                              {Dutch("Nr"), Dutch("Project"), Dutch("Stand 1 januari {}", plan_.years.first)},
                              {Dutch("Bij"), Dutch("Af"), Dutch("Stand 31-12")});
    std::vector<FlooredRow> floors;
    for (const std::size_t p : frame_.projects) {
      if (plan_.projects[p].is_exploitatie()) continue;
      floors.push_back({sheet_.rows.size(), plan_.projects[p].more->ondergrens.value_or(Money())});
      add(p);
    }
    std::vector<std::size_t> stands;
    for (std::size_t year = 0; year < frame_.years; ++year) stands.push_back(frame_.stand_column(year));
    add_floors(sheet_, floors, stands);
    add_total();
    return std::move(sheet_);
  }

 private:
  void add(std::size_t p) {
    const Project& project = plan_.projects[p];
    const Balance& balance = frame_.worked.balances.projects[p];
    TotalRowMaker row(frame_, sheet_, {project.nr, project.naam}, columns_);
    row.put(frame_.opening_column(), {Amount(balance.opening), BookStyle::typed});
    for (std::size_t year = 0; year < frame_.years; ++year) {
      const YearFigures& figures = balance.years[year];
      for (const Direction direction : both_directions) {
        CellSum sum(sheet_prefix(posts_sheet_name));
        const RowRun run = frame_.posts.side(p, direction);
        sum.add_run(run.first, run.last, frame_.first_year_column + year);
        const bool baten = direction == Direction::baten;
        const Amount whole = project.is_reserve() ? (baten ? figures.baten : figures.lasten)
                             : baten              ? figures.all_baten()
                                                  : figures.all_lasten();
        row.put(frame_.stand_column(year) - (baten ? 2 : 1), sum, whole);
      }
      add_stand(row, year, figures.eindsaldo);
    }
    check(row, balance);
  }

  void add_stand(TotalRowMaker& row, std::size_t year, Money stand) const {
    const std::size_t column = frame_.stand_column(year);
    CellSum sum;
    sum.add_other(cell_name(row.row(), year == 0 ? frame_.opening_column() : frame_.stand_column(year - 1)));
    sum.add_other(cell_name(row.row(), column - 2));
    sum.add({row.row(), column - 1}, -1);
    row.put(column, sum, stand);
  }

  void check(const TotalRowMaker& row, const Balance& balance) const {
    std::vector<CellAt> cells;
    std::vector<Amount> amounts = {};
    for (std::size_t year = 0; year < frame_.years; ++year) {
      cells.push_back({row.row(), frame_.stand_column(year)});
      amounts.push_back(balance.years[year].eindsaldo);
    }
    row.check(Dutch("eindsaldo"), std::move(cells), std::move(amounts));
  }

  void add_total() {
    const std::size_t first = BookFrame::first_total, end = sheet_.rows.size();
    const Balance& total = frame_.worked.balances.total;
    TotalRowMaker row(frame_, sheet_, {"", Dutch("Totaal"), 0, BookStyle::total, BookStyle::strong}, columns_);
    const auto put = [&](std::size_t column, Amount outcome) {
      CellSum sum;
      sum.add_run(first, end, column);
      row.put(column, sum, outcome);
    };
    put(frame_.opening_column(), total.opening);
    for (std::size_t year = 0; year < frame_.years; ++year) put(frame_.stand_column(year), total.years[year].eindsaldo);
    check(row, total);
  }

  BookFrame& frame_;
  const Plan& plan_;
  BookSheet sheet_;
  std::size_t columns_ = 0;
};

}  // namespace

std::optional<BookSheet> stands_sheet(BookFrame& frame) {
  if (!frame.has_soorten || !frame.worked.balances.total.has_stand()) return std::nullopt;
  return StandsSheet(frame).make();
}

}  // namespace saldo
