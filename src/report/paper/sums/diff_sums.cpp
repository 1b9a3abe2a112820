// The plan beside an earlier one: each difference leads to what was changed, and that to the posts in which it was.
#include <optional>
#include <utility>

#include "base/say.h"
#include "calc/diff/bridge/bridge.h"
#include "report/diff/tables.h"
#include "report/paper/sums/sums.h"
#include "report/paper/sums/verschil_sums.h"
#include "report/picture/charts.h"
#include "report/why/sum_words.h"

namespace saldo {

namespace {

PlansShown shown_of(const PaperMaking& making, const PaperDiff& paper) {
  return {paper.names, paper.old_file, making.in.file_name, false};
}

class DiffLeads {
 public:
  DiffLeads(PaperMaking& making, const PaperDiff& paper, SumList& sums)
      : paper_(paper),
        diff_(paper.diff),
        sums_(sums),
        anchors_(making),
        verschillen_(making, sums, paper.diff, shown_of(making, paper)) {}

  PageTable bridge(Table table, const BridgedFigure& figure) {
    const std::vector<SumPart> steps = verschillen_.steps(figure);
    const std::size_t end = table.rows.size() - 1;
    return with_leads({std::move(table)}, [&](const FigureCell& cell) {
      if (cell.row == 0) return old_figure(figure);
      if (cell.row == end) return new_figure(figure);
      if (cell.row == end - 1 && end - 1 < steps.size()) return rest(cell, {steps.begin() + at(cell), steps.end()});
      return steps[cell.row - 1].anchor;
    });
  }

  PageTable changes(Table table) {
    auto verschil = diff_.verschillen.begin();
    const std::size_t end = table.rows.size() - 1;
    std::size_t row = 0;
    return with_leads({std::move(table)}, [&](const FigureCell& cell) {
      if (cell.row == end) return total(cell);
      for (; row < cell.row; ++row) ++verschil;
      return verschillen_.anchor_of(verschil->first);
    });
  }

 private:
  static std::ptrdiff_t at(const FigureCell& cell) { return static_cast<std::ptrdiff_t>(cell.row) - 1; }

  // Of the earlier plan the paper has no more than this.
  std::string old_figure(const BridgedFigure& figure) {
    const Worked& oud = diff_.two.oud;
    const SumOf& sum = std::get<SumOf>(*figure.oud);
    return sums_.tell({"oud", Dutch("Oud, in {}", paper_.names.oud).text()},
                      {plain(sum_words(oud, sum, parts_of(oud, sum).size()).text())});
  }

  std::string new_figure(const BridgedFigure& figure) const {
    const SumOf& sum = std::get<SumOf>(*figure.nieuw);
    return anchors_.figure(sum.whose, sum.figure, figure.year);
  }

  std::string rest(const FigureCell& cell, std::vector<SumPart> parts) {
    return sums_.tell({"overig", Dutch("Overige wijzigingen").text()}, "", amount_of(cell), std::move(parts), true);
  }

  // What one plan has more than the other: both sides of it.
  std::string total(const FigureCell& cell) {
    const YearKey key = year_key(cell.key);
    const bool is_rib = key.figure == "investeringsbudget";
    const Figure figure = key.figure == "saldo"       ? Figure::saldo
                          : key.figure == "resultaat" ? Figure::resultaat
                                                      : Figure::eindsaldo;
    const auto side = [&](const Worked& version) -> SumOf {
      const std::size_t year = version.plan.years.index(*key.year);
      if (!is_rib) return {{}, figure, year};
      return {{Of::project, position(*version.plan.investeringsbudget->id)}, figure, year};
    };
    const SumOf oud = side(diff_.two.oud), nieuw = side(diff_.two.nieuw);
    const SumPart now{Dutch("nu").text(), figure_of(diff_.two.nieuw, nieuw),
                      anchors_.figure(nieuw.whose, figure, *key.year)};
    const SumPart before{paper_.names.oud, -figure_of(diff_.two.oud, oud)};
    return sums_.tell({"verschil", Dutch("Verschil met {}", paper_.names.oud).text()},
                      Dutch("{} {}", key.figure, *key.year).text(), amount_of(cell), {now, before});
  }

  const PaperDiff& paper_;
  const PlanDiff& diff_;
  SumList& sums_;
  BudgetAnchors anchors_;
  VerschilSums verschillen_;
};

}  // namespace

void add_diff_pages(PaperMaking& making, const PaperDiff& paper) {
  const Years years = making.in.years;
  const Plan& plan = making.in.worked.plan;
  SumList sums("aansluiting-uitleg", Dutch("Aansluiting met de vorige begroting"));
  std::optional<DiffLeads> leads;
  if (making.explains() && paper.diff.two.common) leads.emplace(making, paper, sums);
  if (paper.diff.two.common) {
    Table bridge = bridge_of(paper, plan, years);
    making.page.add(PagePicture{chart_of_bridge(bridge)});
    making.page.add(leads ? leads->bridge(std::move(bridge), bridged_figure(paper, plan, years))
                          : PageTable{std::move(bridge)});
  }
  Table changes = report_changes(paper.diff, paper.names, years);
  making.page.add(leads ? leads->changes(std::move(changes)) : PageTable{std::move(changes)});
  making.keep(std::move(sums));
}

}  // namespace saldo
