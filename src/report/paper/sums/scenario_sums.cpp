// Scenarios beside the plan: each difference with it leads to what the scenario changes, and that to the posts.
#include <deque>
#include <map>
#include <optional>
#include <utility>

#include "base/say.h"
#include "calc/diff/bridge/bridge.h"
#include "calc/variants/compare.h"
#include "report/paper/sums/sums.h"
#include "report/paper/sums/verschil_sums.h"
#include "report/picture/charts.h"
#include "report/variants/compare_tables.h"

namespace saldo {

namespace {

class ScenarioLeads {
 public:
  ScenarioLeads(PaperMaking& making, const Comparison& comparison, SumList& sums)
      : making_(making), plan_(making.in.worked.plan), comparison_(comparison), sums_(sums), anchors_(making) {
    for (const PlanDiff& diff : making.in.beside) {
      lists_.emplace_back("variant-" + std::to_string(lists_.size() + 1),
                          Dutch("Wat {} verandert", comparison.names[lists_.size() + 1]));
      verschillen_.emplace_back(making, lists_.back(), diff,
                                PlansShown{{"", "", {}, {}}, making.in.file_name, making.in.file_name, true});
    }
  }

  PageTable balances(Table table) {
    const std::size_t variants = comparison_.names.size();
    const Table own = table;
    return with_leads({std::move(table)}, [&, variants](const FigureCell& cell) {
      const std::string& nr = std::get<Id>(own.rows[cell.row].cells[0]).text;
      const std::string& naam = std::get<std::string>(own.rows[cell.row - cell.row % variants].cells[2]);
      const YearKey key = year_key(cell.key);
      const Whose whose = whose_of(nr);
      const std::string base = anchors_.figure(whose, comparison_.uitkomst, *key.year);
      return lead(own, cell, {nr, naam, cell.row % variants, base}, {whose, comparison_.uitkomst, index(*key.year)});
    });
  }

  PageTable rib(Table table) {
    const Whose whose{Of::project, position(*plan_.investeringsbudget->id)};
    const Table own = table;
    const std::string naam = Dutch("Investeringsbudget").text();
    return with_leads({std::move(table)}, [&](const FigureCell& cell) {
      if (cell.key.starts_with("laagste")) return lowest(cell, whose);
      const Year year = *year_key(cell.key).year;
      return lead(own, cell, {"rib", naam, cell.row, anchors_.figure(whose, Figure::eindsaldo, year)},
                  {whose, Figure::eindsaldo, index(year)});
    });
  }

  PageTable netto(Table table) {
    const Table own = table;
    return with_leads({std::move(table)}, [&](const FigureCell& cell) {
      const YearKey key = year_key(cell.key);
      const Figure side = key.figure.ends_with("baten") ? Figure::baten : Figure::lasten;
      const std::string naam = Dutch(side == Figure::baten ? "Baten netto" : "Lasten netto").text();
      const std::string name = "netto/" + std::string(to_text(side));
      return lead(own, cell, {name, naam, cell.row, netto_of_base(own, cell, side, *key.year)},
                  {{}, side, index(*key.year)});
    });
  }

  void keep() {
    making_.keep(std::move(sums_));
    for (SumList& list : lists_) making_.keep(std::move(list));
  }

 private:
  struct Thing {
    std::string name, naam;
    std::size_t variant;
    std::string base;  // what leads to the figure of the plan itself
  };

  std::size_t index(Year year) const { return plan_.years.index(year); }

  Whose whose_of(const std::string& nr) const {
    for (std::size_t l = 0; l < plan_.lines.size(); ++l)
      if (plan_.lines[l].id == nr) return {Of::programmalijn, l};
    for (std::size_t p = 0; p < plan_.projects.size(); ++p)
      if (plan_.projects[p].nr == nr) return {Of::project, p};
    return {};
  }

  SumList::Of item(const Thing& thing) const {
    return {thing.name + "/" + std::to_string(thing.variant), thing.naam + ", " + comparison_.names[thing.variant]};
  }

  static bool is_difference(const FigureCell& cell) { return year_key(cell.key).figure.starts_with("verschil"); }

  // A figure of a variant is that of the plan and the difference; a difference, all that the variant changes.
  std::string lead(const Table& table, const FigureCell& cell, const Thing& thing, const SumOf& sum) {
    if (thing.variant == 0) return thing.base;
    const Year year = plan_.years.at(sum.year);
    if (is_difference(cell)) {
      std::vector<SumPart> parts = verschillen_[thing.variant - 1].steps(in_both(of(thing).two, sum, true));
      add_rest(amount_of(cell), Dutch("telt anders dubbel").text(), parts);
      return sums_.tell(item(thing), Dutch("verschil {}", year).text(), amount_of(cell), std::move(parts), true);
    }
    const auto* base = std::get_if<Amount>(&table.rows[cell.row - thing.variant].cells[cell.column]);
    std::vector<SumPart> parts;
    if (base != nullptr) parts.push_back({Dutch("basis").text(), *base, thing.base});
    const Money more = difference(amount_of(cell), base != nullptr ? *base : Amount());
    if (more != Money()) parts.push_back({Dutch("verschil").text(), Amount(more)});
    return sums_.tell(item(thing), word(year), amount_of(cell), std::move(parts));
  }

  const PlanDiff& of(const Thing& thing) const { return making_.in.beside[thing.variant - 1]; }

  // The lowest stand is that of its year; how much it differs, the two.
  std::string lowest(const FigureCell& cell, const Whose& whose) {
    const ComparedRib &base = comparison_.ribs.front(), &rib = comparison_.ribs[cell.row];
    const Thing thing{"rib", Dutch("Investeringsbudget").text(), cell.row, ""};
    const std::string own = anchors_.figure(whose, Figure::eindsaldo, *base.laagste_jaar);
    if (cell.row == 0) return own;
    if (cell.key == "laagste.verschil")
      return sums_.tell(item(thing), Dutch("verschil van de laagste").text(), amount_of(cell),
                        {{Dutch("laagste").text(), rib.laagste.bedrag},
                         {Dutch("laagste in de basis").text(), -base.laagste.bedrag, own}});
    return sums_.tell(item(thing), Dutch("laagste").text(), amount_of(cell),
                      {{Dutch("stand eind {}", *rib.laagste_jaar).text(), rib.laagste.bedrag}});
  }

  std::string netto_of_base(const Table& table, const FigureCell& cell, Figure side, Year year) {
    const std::string key = word(year) + std::string(to_text(side));
    if (const auto told = netto_.find(key); told != netto_.end()) return told->second;
    const Amount bruto = figure_of(making_.in.worked.balances.total, side, index(year));
    const Money twice = difference(std::get<Amount>(table.rows[0].cells[cell.column]), bruto);
    std::vector<SumPart> parts{{Dutch("bruto").text(), bruto, anchors_.figure({}, side, year)}};
    if (twice != Money()) parts.push_back({Dutch("dubbel").text(), Amount(twice), "wie-wie-betaalt/netto/totaal"});
    const SumList::Of item{"netto", Dutch("Netto in de basis").text()};
    return netto_[key] = sums_.tell(item, Dutch("{} {}", to_text(side), year).text(),
                                    std::get<Amount>(table.rows[0].cells[cell.column]), std::move(parts));
  }

  PaperMaking& making_;
  const Plan& plan_;
  const Comparison& comparison_;
  SumList& sums_;
  BudgetAnchors anchors_;
  std::deque<SumList> lists_;  // of each variant but the base
  std::deque<VerschilSums> verschillen_;
  std::map<std::string, std::string> netto_;  // what leads to a figure of the base, by year and side
};

}  // namespace

void add_scenario_pages(PaperMaking& making, const Comparison& comparison) {
  const Years years = making.in.years;
  SumList sums("scenarios-uitleg", Dutch("Scenario's naast het plan"));
  std::optional<ScenarioLeads> leads;
  if (!making.in.beside.empty()) leads.emplace(making, comparison, sums);
  making.page.add(PagePicture{chart_of_comparison(comparison, years)});
  Table balances = report_compared_balances(comparison, ComparedBy::programmalijn, years);
  making.page.add(leads ? leads->balances(std::move(balances)) : PageTable{std::move(balances)});
  if (!comparison.ribs.empty()) {
    Table ribs = report_compared_rib(comparison, years);
    const bool in_plan = leads && making.in.worked.plan.investeringsbudget;
    making.page.add(in_plan ? leads->rib(std::move(ribs)) : PageTable{std::move(ribs)});
  }
  Table netto = report_compared_netto(comparison, years);
  making.page.add(leads ? leads->netto(std::move(netto)) : PageTable{std::move(netto)});
  if (leads) leads->keep();
}

}  // namespace saldo
