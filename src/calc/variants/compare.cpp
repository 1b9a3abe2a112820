#include "calc/variants/compare.h"

#include <algorithm>
#include <unordered_set>

#include "calc/check/checks.h"
#include "calc/check/fingerprint.h"
#include "calc/line_order.h"

namespace saldo {

namespace {

Compared against(Amount base, Amount bedrag) { return {bedrag, bedrag - base}; }
Compared of_base(Amount bedrag) { return {bedrag, {}}; }

ComparedYear compared_year(const YearFigures* base, const YearFigures* figures) {
  const auto compared = [&](auto figure) {
    const Amount here = figures == nullptr ? Amount() : figure(*figures);
    return against(base == nullptr ? Amount() : figure(*base), here);
  };
  return {compared([](const YearFigures& f) { return f.baten; }),
          compared([](const YearFigures& f) { return f.lasten; }),
          compared([](const YearFigures& f) { return Amount(f.eindsaldo); })};
}

ComparedYears compared_years(const Balance* base, const Balance* balance, std::size_t years) {
  ComparedYears all;
  for (std::size_t y = 0; y < years; ++y)
    all.push_back(compared_year(base ? &base->years[y] : nullptr, balance ? &balance->years[y] : nullptr));
  return all;
}

void forget_differences(ComparedYears& years) {
  for (ComparedYear& year : years)
    for (Compared* compared : {&year.baten, &year.lasten, &year.eindsaldo}) compared->verschil = Amount();
}

// `find` gives the balance of the thing in an outcome, if it is there.
template <class Find>
ComparedThing compare_thing(std::string nr, std::string naam, const std::vector<VariantOutcome>& outcomes, Find find) {
  ComparedThing thing{std::move(nr), std::move(naam), 0, {}};
  const std::size_t years = outcomes.front().variant.plan.years.size();
  const Balance* base = find(outcomes.front().variant);
  for (const VariantOutcome& outcome : outcomes)
    thing.variants.push_back(compared_years(base, find(outcome.variant), years));
  forget_differences(thing.variants.front());
  return thing;
}

std::optional<std::size_t> find_line(const Plan& plan, const std::string& id) {
  const auto found =
      std::find_if(plan.lines.begin(), plan.lines.end(), [&id](const Programmalijn& line) { return line.id == id; });
  if (found == plan.lines.end()) return std::nullopt;
  return static_cast<std::size_t>(found - plan.lines.begin());
}

const Balance* line_balance(const Variant& variant, const std::string& id) {
  const auto line = find_line(variant.plan, id);
  return line ? &variant.balances.lines[*line] : nullptr;
}

const Balance* project_balance(const Variant& variant, const std::string& nr) {
  const auto project = variant.plan.find_project(nr);
  return project ? &variant.balances.projects[position(*project)] : nullptr;
}

std::vector<ComparedThing> compare_lines(const std::vector<VariantOutcome>& outcomes) {
  std::vector<ComparedThing> things;
  for (const PlacedLine& placed : lines_in_order(outcomes.front().variant.plan)) {
    const Programmalijn& line = outcomes.front().variant.plan.line(placed.id);
    things.push_back(compare_thing(line.id, line.naam, outcomes,
                                   [&line](const Variant& variant) { return line_balance(variant, line.id); }));
    things.back().level = placed.level;
  }
  return things;
}

std::vector<ComparedThing> compare_projects(const std::vector<VariantOutcome>& outcomes) {
  std::vector<ComparedThing> things;
  std::unordered_set<std::string> seen;
  for (const VariantOutcome& outcome : outcomes)
    for (const Project& project : outcome.variant.plan.projects)
      if (seen.insert(project.nr).second)
        things.push_back(compare_thing(project.nr, project.naam, outcomes, [&project](const Variant& variant) {
          return project_balance(variant, project.nr);
        }));
  return things;
}

std::vector<ComparedRib> compare_ribs(const std::vector<VariantOutcome>& outcomes) {
  std::vector<std::optional<RibFigures>> ribs;
  for (const VariantOutcome& outcome : outcomes)
    ribs.push_back(rib_figures(outcome.variant.plan, outcome.variant.balances));
  const auto there = [](const auto& rib) { return rib.has_value(); };
  if (std::none_of(ribs.begin(), ribs.end(), there)) return {};
  std::vector<ComparedRib> compared(outcomes.size());
  const std::size_t years = outcomes.front().variant.plan.years.size();
  for (std::size_t o = 0; o < outcomes.size(); ++o) {
    const auto pair = [&](auto figure) {
      const Amount here = ribs[o] ? Amount(figure(*ribs[o])) : Amount();
      return o == 0 ? of_base(here) : against(ribs[0] ? Amount(figure(*ribs[0])) : Amount(), here);
    };
    for (std::size_t y = 0; y < years; ++y)
      compared[o].stand.push_back(pair([y](const RibFigures& rib) { return rib.stand[y]; }));
    compared[o].laagste = pair([](const RibFigures& rib) { return rib.laagste; });
    if (ribs[o]) compared[o].laagste_jaar = ribs[o]->laagste_jaar;
  }
  return compared;
}

std::vector<std::vector<ComparedNetto>> compare_netto(const std::vector<VariantOutcome>& outcomes) {
  std::vector<std::vector<ComparedNetto>> compared;
  const NettoFigures& base = outcomes.front().netto;
  for (std::size_t o = 0; o < outcomes.size(); ++o) {
    compared.emplace_back();
    for (std::size_t y = 0; y < base.size(); ++y) {
      const NettoYear& year = outcomes[o].netto[y];
      const auto pair = [&](Amount from, Amount here) { return o == 0 ? of_base(here) : against(from, here); };
      compared.back().push_back(
          {pair(base[y].netto_baten(), year.netto_baten()), pair(base[y].netto_lasten(), year.netto_lasten())});
    }
  }
  return compared;
}

void add_findings_missing_in(const Findings& findings, const Findings& other, std::size_t variant, bool appears,
                             std::vector<FindingChange>& changes) {
  const std::vector<std::string> there = fingerprints(other);
  const std::unordered_set<std::string> known(there.begin(), there.end());
  const std::vector<std::string> prints = fingerprints(findings);
  std::optional<std::size_t> controles;  // where they are counted
  for (std::size_t i = 0; i < findings.size(); ++i) {
    if (known.contains(prints[i])) continue;
    if (findings[i].rule == Rule::controle && controles) {
      ++changes[*controles].count;
      continue;
    }
    if (findings[i].rule == Rule::controle) controles = changes.size();
    changes.push_back({variant, appears, findings[i]});
  }
}

bool overflows(const Compared& compared) { return compared.bedrag.is_overflow() || compared.verschil.is_overflow(); }

bool overflows(const ComparedThing& thing) {
  return std::any_of(thing.variants.begin(), thing.variants.end(), [](const ComparedYears& years) {
    return std::any_of(years.begin(), years.end(), [](const ComparedYear& year) {
      return overflows(year.baten) || overflows(year.lasten) || overflows(year.eindsaldo);
    });
  });
}

bool overflows(const Comparison& comparison) {
  const auto any = [](const auto& items) {
    return std::any_of(items.begin(), items.end(), [](const auto& item) { return overflows(item); });
  };
  const bool rib = std::any_of(comparison.ribs.begin(), comparison.ribs.end(),
                               [&](const ComparedRib& of) { return any(of.stand) || overflows(of.laagste); });
  const bool netto = std::any_of(comparison.netto.begin(), comparison.netto.end(), [](const auto& years) {
    return std::any_of(years.begin(), years.end(),
                       [](const ComparedNetto& year) { return overflows(year.baten) || overflows(year.lasten); });
  });
  return rib || netto || any(comparison.lines) || any(comparison.projects) || overflows(comparison.total);
}

}  // namespace

bool ComparedThing::differs(std::size_t variant) const {
  const ComparedYears &base = variants.front(), &here = variants[variant];
  for (std::size_t y = 0; y < base.size(); ++y)
    if (base[y].baten.bedrag != here[y].baten.bedrag || base[y].lasten.bedrag != here[y].lasten.bedrag ||
        base[y].eindsaldo.bedrag != here[y].eindsaldo.bedrag)
      return true;
  return false;
}

VariantOutcome work_out_outcome(std::string naam, Variant variant) {
  const std::vector<Overdracht> overdrachten = find_overdrachten(variant.plan, *variant.amounts);
  NettoFigures netto = work_out_netto(variant.plan, variant.balances, overdrachten).total;
  Findings checks = check_plan(variant.plan, *variant.amounts, variant.balances);
  return {std::move(naam), std::move(variant), std::move(netto), std::move(checks)};
}

Comparison compare(const std::vector<VariantOutcome>& outcomes) {
  Comparison comparison;
  comparison.years = outcomes.front().variant.plan.years;
  for (const VariantOutcome& outcome : outcomes) comparison.names.push_back(outcome.naam);
  comparison.lines = compare_lines(outcomes);
  comparison.projects = compare_projects(outcomes);
  comparison.total = compare_thing("totaal", "Totaal", outcomes, [](const Variant& v) { return &v.balances.total; });
  comparison.ribs = compare_ribs(outcomes);
  comparison.netto = compare_netto(outcomes);
  const Findings& base = outcomes.front().checks;
  for (std::size_t o = 1; o < outcomes.size(); ++o) {
    add_findings_missing_in(outcomes[o].checks, base, o, true, comparison.findings);
    add_findings_missing_in(base, outcomes[o].checks, o, false, comparison.findings);
  }
  comparison.overflows = overflows(comparison);
  return comparison;
}

}  // namespace saldo
