#include <algorithm>
#include <functional>
#include <optional>

#include "calc/carryover/carryover.h"
#include "report/workbook/sheets.h"
#include "report/workbook/total_row.h"

namespace saldo {

namespace {

// The pictures of two figures of the table above them, side by side.
class GlancePictures {
 public:
  // `head_row` has the years above the columns.
  GlancePictures(const BookFrame& frame, BookSheet& sheet, std::size_t head_row)
      : frame_(frame), plan_(frame.plan), total_(frame.worked.balances.total), sheet_(sheet), head_row_(head_row) {}

  void add_bars(std::size_t lasten, std::size_t baten) {
    BookChart chart = chart_of(BookChart::Kind::bars, 1);
    chart.is_from_zero = true;
    chart.width = 470;
    for (const YearFigures& year : total_.years)
      if (year.lasten.counted() < Money() || year.baten.counted() < Money()) chart.is_from_zero = false;
    chart.title = Dutch("Lasten en baten per jaar");
    const YearFigures &first = total_.years.front(), &last = total_.years.back();
    chart.message = Dutch("Lasten en baten per jaar: in {} {} lasten en {} baten, in {} {} lasten en {} baten.",
                          plan_.years.first, first.lasten, first.baten, plan_.years.last, last.lasten, last.baten);
    chart.series = {{Dutch("Lasten"), years_of(lasten), BookChart::Look::lasten},
                    {Dutch("Baten"), years_of(baten), BookChart::Look::baten}};
    sheet_.charts.push_back(std::move(chart));
  }

  // `floor` is the row of what it may not fall below.
  void add_line(std::size_t shown, const Dutch& naam, const std::vector<Amount>& amounts,
                std::optional<std::size_t> floor) {
    BookChart chart = chart_of(BookChart::Kind::line, 3);
    chart.width = std::max<std::size_t>(350, 117 * (frame_.years - 1));
    chart.title = naam;
    std::optional<std::size_t> lowest;  // what is PM is not low
    for (std::size_t year = 0; year < amounts.size(); ++year)
      if (amounts[year].is_money() && (!lowest || amounts[year].counted() < amounts[*lowest].counted())) lowest = year;
    chart.message =
        lowest ? Dutch("{}: laagste {} in {}.", naam.text(), amounts[*lowest], plan_.years.at(*lowest)) : naam;
    chart.series = {{floor ? Dutch("Stand").text() : "", years_of(shown), BookChart::Look::stand}};
    if (floor) chart.series.push_back({Dutch("Ondergrens"), years_of(*floor), BookChart::Look::floor});
    sheet_.charts.push_back(std::move(chart));
  }

 private:
  BookRange years_of(std::size_t row) const { return {row, 2, row, 1 + frame_.years}; }

  BookChart chart_of(BookChart::Kind kind, std::size_t column) const {
    BookChart chart;
    chart.kind = kind;
    chart.sheet = sheet_.name;
    chart.categories = years_of(head_row_);
    chart.row = sheet_.rows.size() + 1;
    chart.column = column;
    return chart;
  }

  const BookFrame& frame_;
  const Plan& plan_;
  const Balance& total_;
  BookSheet& sheet_;
  std::size_t head_row_;
};

class GlanceSheet {
 public:
  explicit GlanceSheet(BookFrame& frame) : frame_(frame), plan_(frame.plan), total_(frame.worked.balances.total) {}

  BookSheet make() {
    sheet_ = start_sheet(frame_, "Oogopslag", Dutch("De begroting in één oogopslag"), Dutch(plan_.naam));
    std::vector<std::string> heads = {"", Dutch("Bedragen in euro's")};
    sheet_.widths = {3, 50};
    for (std::size_t year = 0; year < frame_.years; ++year) {
      heads.push_back(head_of_year(frame_, year));
      sheet_.widths.push_back(16);
    }
    sheet_.rows.emplace_back();
    add_heads(sheet_, heads, 2);
    head_row_ = sheet_.rows.size() - 1;
    const std::size_t lasten = add_figure(Dutch("Lasten"), Figure::lasten, frame_.total_row());
    const std::size_t baten = add_figure(Dutch("Baten"), Figure::baten, frame_.total_row());
    std::size_t shown = add_saldo(lasten, baten);
    Dutch shown_name = Dutch("Saldo van baten en lasten");
    if (plan_.has_reserve()) shown = add_result(), shown_name = Dutch("Resultaat");
    if (!frame_.has_soorten) {
      shown = add_figure(Dutch("Eindsaldo"), Figure::eindsaldo, frame_.total_row());
      shown_name = Dutch("Eindsaldo");
    }
    add_funds(shown, shown_name);
    add_state();
    GlancePictures pictures(frame_, sheet_, head_row_);
    pictures.add_bars(lasten, baten);
    pictures.add_line(shown, shown_name, shown_amounts_[shown - head_row_ - 1], floor_);
    return std::move(sheet_);
  }

 private:
  std::size_t add_row(const Dutch& naam, BookStyle style, const std::function<CellSum(std::size_t)>& sum_of,
                      const std::function<Amount(std::size_t)>& outcome) {
    TotalRowMaker row(frame_, sheet_,
                      {"", naam, 0, style, style == BookStyle::amount ? BookStyle::plain : BookStyle::strong},
                      frame_.years);
    std::vector<CellAt> cells;
    std::vector<Amount> amounts = {};
    for (std::size_t year = 0; year < frame_.years; ++year) {
      cells.push_back({row.row(), 2 + year});
      amounts.push_back(outcome(year));
      row.put(2 + year, sum_of(year), amounts.back());
    }
    shown_amounts_.push_back(amounts);
    row.check(Dutch("hoofdcijfer"), std::move(cells), std::move(amounts));
    return row.row();
  }

  // A figure of the whole plan in Tabel 4.
  std::size_t add_figure(const Dutch& naam, Figure figure, std::size_t row_there) {
    const auto sum_of = [&](std::size_t year) {
      CellSum sum(sheet_prefix(projects_sheet_name));
      sum.add({row_there, frame_.figure_column(figure, year)});
      return sum;
    };
    const bool is_last = figure == Figure::eindsaldo;
    return add_row(naam, is_last ? BookStyle::total : BookStyle::amount, sum_of,
                   [&](std::size_t year) { return figure_of(total_, figure, year); });
  }

  std::size_t add_saldo(std::size_t lasten, std::size_t baten) {
    const auto sum_of = [&](std::size_t year) {
      CellSum sum;
      sum.add({baten, 2 + year});
      sum.add({lasten, 2 + year}, -1);
      return sum;
    };
    return add_row(Dutch("Saldo van baten en lasten"), frame_.has_soorten ? BookStyle::total : BookStyle::amount,
                   sum_of, [&](std::size_t year) { return total_.years[year].saldo(); });
  }

  std::size_t add_result() {
    add_figure(Dutch("Toevoegingen aan reserves"), Figure::toevoeging, frame_.additions_row());
    add_figure(Dutch("Onttrekkingen aan reserves"), Figure::onttrekking, frame_.withdrawals_row());
    const auto sum_of = [&](std::size_t year) {
      CellSum sum(sheet_prefix(projects_sheet_name));
      sum.add({frame_.result_row(), frame_.figure_column(Figure::saldo, year)});
      return sum;
    };
    return add_row(Dutch("Resultaat"), BookStyle::total, sum_of,
                   [&](std::size_t year) { return total_.years[year].resultaat(); });
  }

  // What the region has left to spend is what the line shows, where there is such a fund.
  void add_funds(std::size_t& shown, Dutch& shown_name) {
    const std::vector<ProjectId> funds = funds_of(plan_);
    constexpr std::size_t most = 3;
    for (std::size_t i = 0; i < std::min(most, funds.size()); ++i) {
      const std::size_t p = position(funds[i]);
      const auto sum_of = [&](std::size_t year) {
        CellSum sum(sheet_prefix(frame_.stands_sheet()));
        sum.add({frame_.stand_row(p), frame_.stand_column(year)});
        return sum;
      };
      const bool is_rib = plan_.investeringsbudget && plan_.investeringsbudget->id == funds[i];
      const Dutch naam = is_rib ? Dutch("Regionaal investeringsbudget, 31 december")
                                : Dutch("{}, 31 december", plan_.projects[p].naam);
      const std::size_t row = add_row(naam, BookStyle::amount, sum_of, [&](std::size_t year) {
        return Amount(frame_.worked.balances.projects[p].years[year].eindsaldo);
      });
      if (is_rib) shown = row, shown_name = naam;
      if (is_rib) add_floor(plan_.projects[p].more->ondergrens);
    }
  }

  // No formula: it is written with the project, and changes in no other way.
  void add_floor(std::optional<Money> floor) {
    if (!floor) return;
    floor_ = sheet_.rows.size();
    shown_amounts_.emplace_back(frame_.years, *floor);
    std::vector<BookCell>& row = sheet_.rows.emplace_back();
    row = {{}, words(Dutch("Ondergrens daarvan"))};
    row.resize(2 + frame_.years, {Amount(*floor), BookStyle::amount});
  }

  void add_state() {
    sheet_.rows.emplace_back();
    const auto add = [&](const Dutch& naam, BookCell cell) {
      sheet_.rows.push_back({{}, words(naam), std::move(cell)});
    };
    const std::size_t count = frame_.input.findings.size();
    add(Dutch("Bevindingen in dit plan"), words(count == 0 ? Dutch("geen").text() : std::to_string(count)));
    const std::string klopt = Dutch("klopt");
    add(Dutch("De totalen van dit werkboek en die van saldo"), {BookFormula{"Controle!C3", klopt}, BookStyle::strong});
    const std::size_t row = sheet_.rows.size() - 1;
    sheet_.conditions.push_back({{row, 2, row, 2}, klopt, true});
    sheet_.conditions.push_back({{row, 2, row, 2}, Dutch("verschil").text()});
  }

  BookFrame& frame_;
  const Plan& plan_;
  const Balance& total_;
  BookSheet sheet_;
  std::size_t head_row_ = 0;
  std::vector<std::vector<Amount>> shown_amounts_;  // of the rows below the heads
  std::optional<std::size_t> floor_;                // the row of that of the investeringsbudget
};

}  // namespace

BookSheet glance_sheet(BookFrame& frame) { return GlanceSheet(frame).make(); }

}  // namespace saldo
