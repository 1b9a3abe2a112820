#include "calc/variants/compare.h"

#include <algorithm>
#include <cstdint>
#include <string_view>
#include <unordered_map>
#include <unordered_set>

#include "base/on_threads.h"
#include "calc/check/baseline/fingerprint.h"
#include "calc/check/checks.h"
#include "calc/variants/rib_figures.h"
#include "plan/line_order.h"

namespace saldo {

namespace {

Compared against(Amount base, Amount bedrag) { return {bedrag, bedrag - base}; }
Compared of_base(Amount bedrag) { return {bedrag, {}}; }

// Of a reserve, which has no resultaat, what it gained.
Amount uitkomst_of(const Balance& balance, Figure uitkomst, std::size_t year) {
  const bool gained = uitkomst == Figure::resultaat && balance.soort == Soort::reserve;
  return figure_of(balance, gained ? Figure::saldo : uitkomst, year);
}

ComparedYear compared_year(const Balance* base, const Balance* balance, Figure uitkomst, std::size_t year) {
  const auto compared = [&](auto figure) {
    return against(base ? figure(*base) : Amount(), balance ? figure(*balance) : Amount());
  };
  return {compared([&](const Balance& of) { return of.years[year].baten; }),
          compared([&](const Balance& of) { return of.years[year].lasten; }),
          compared([&](const Balance& of) { return uitkomst_of(of, uitkomst, year); })};
}

Figure uitkomst_in(const std::vector<Variant>& variants) {
  return variants.front().worked.plan.has_exploitatie() ? Figure::resultaat : Figure::eindsaldo;
}

ComparedYears compared_years(const Balance* base, const Balance* balance, Figure uitkomst, std::size_t years) {
  ComparedYears all;
  for (std::size_t y = 0; y < years; ++y) all.push_back(compared_year(base, balance, uitkomst, y));
  return all;
}

void forget_differences(ComparedYears& years) {
  for (ComparedYear& year : years)
    for (Compared* compared : {&year.baten, &year.lasten, &year.uitkomst}) compared->verschil = Amount();
}

// `balance_in` gives the balance of the thing in an outcome, if it is there.
template <class BalanceIn>
ComparedThing compare_thing(std::string nr, std::string naam, const std::vector<Variant>& variants, Figure uitkomst,
                            BalanceIn balance_in) {
  ComparedThing thing{std::move(nr), std::move(naam), 0, {}};
  const std::size_t years = variants.front().worked.plan.years.size();
  const Balance* base = balance_in(0);
  for (std::size_t v = 0; v < variants.size(); ++v)
    thing.variants.push_back(compared_years(base, balance_in(v), uitkomst, years));
  forget_differences(thing.variants.front());
  return thing;
}

// The balances of one outcome by the names of what they are of.
using BalanceByName = std::unordered_map<std::string_view, const Balance*>;

template <class Things, class NameOf>
BalanceByName by_name(const Things& things, NameOf name_of, const std::vector<Balance>& balances) {
  BalanceByName named;
  for (std::size_t i = 0; i < things.size(); ++i) named.try_emplace(name_of(things[i]), &balances[i]);
  return named;
}

const Balance* find(const BalanceByName& named, const std::string& name) {
  const auto found = named.find(name);
  return found == named.end() ? nullptr : found->second;
}

std::vector<BalanceByName> balances_of_projects(const std::vector<Variant>& variants) {
  std::vector<BalanceByName> balances;
  for (const Variant& variant : variants)
    balances.push_back(by_name(
        variant.worked.plan.projects, [](const Project& project) -> std::string_view { return project.nr; },
        variant.worked.balances.projects));
  return balances;
}

ComparedThing compare_project(const Project& project, const std::vector<Variant>& variants, Figure uitkomst,
                              const std::vector<BalanceByName>& balances) {
  return compare_thing(project.nr, project.naam, variants, uitkomst,
                       [&](std::size_t of) { return find(balances[of], project.nr); });
}

// And the projects that are in no line, which are rows beside those.
std::vector<ComparedThing> compare_lines(const std::vector<Variant>& variants, Figure uitkomst) {
  std::vector<BalanceByName> balances;
  for (const Variant& variant : variants)
    balances.push_back(by_name(
        variant.worked.plan.lines, [](const Programmalijn& line) -> std::string_view { return line.id; },
        variant.worked.balances.lines));
  std::vector<ComparedThing> things;
  for (const PlacedLine& placed : lines_in_order(variants.front().worked.plan)) {
    const Programmalijn& line = variants.front().worked.plan.line(placed.id);
    things.push_back(compare_thing(line.id, line.naam, variants, uitkomst,
                                   [&](std::size_t variant) { return find(balances[variant], line.id); }));
    things.back().level = placed.level;
  }
  const std::vector<BalanceByName> of_projects = balances_of_projects(variants);
  for (const Project& project : variants.front().worked.plan.projects)
    if (!project.programmalijn.id) things.push_back(compare_project(project, variants, uitkomst, of_projects));
  return things;
}

std::vector<ComparedThing> compare_projects(const std::vector<Variant>& variants, Figure uitkomst) {
  const std::vector<BalanceByName> balances = balances_of_projects(variants);
  std::vector<ComparedThing> things;
  std::unordered_set<std::string_view> seen;
  for (const Variant& variant : variants)
    for (const Project& project : variant.worked.plan.projects)
      if (seen.insert(project.nr).second) things.push_back(compare_project(project, variants, uitkomst, balances));
  return things;
}

std::vector<ComparedRib> compare_ribs(const std::vector<Variant>& variants) {
  std::vector<std::optional<RibFigures>> ribs;
  for (const Variant& variant : variants) ribs.push_back(rib_figures(variant.worked));
  const auto there = [](const auto& rib) { return rib.has_value(); };
  if (std::none_of(ribs.begin(), ribs.end(), there)) return {};
  std::vector<ComparedRib> compared(variants.size());
  const std::size_t years = variants.front().worked.plan.years.size();
  for (std::size_t o = 0; o < variants.size(); ++o) {
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

std::vector<std::vector<ComparedNetto>> compare_netto(const std::vector<Variant>& variants) {
  std::vector<std::vector<ComparedNetto>> compared;
  const NettoFigures& base = variants.front().netto;
  for (std::size_t o = 0; o < variants.size(); ++o) {
    compared.emplace_back();
    for (std::size_t y = 0; y < base.size(); ++y) {
      const NettoYear& year = variants[o].netto[y];
      const auto pair = [&](Amount from, Amount here) { return o == 0 ? of_base(here) : against(from, here); };
      compared.back().push_back(
          {pair(base[y].netto_baten(), year.netto_baten()), pair(base[y].netto_lasten(), year.netto_lasten())});
    }
  }
  return compared;
}

// The findings of a variant, and by what each of them is known again.
struct Printed {
  const Findings& findings;
  std::vector<std::uint64_t> prints;
  std::vector<std::uint64_t> sorted;  // to look one up in

  explicit Printed(const Findings& of) : findings(of) {}
  void print() {
    prints = sorted = fingerprint_numbers(findings);
    std::sort(sorted.begin(), sorted.end());
  }
  bool has(std::uint64_t print) const { return std::binary_search(sorted.begin(), sorted.end(), print); }
};

void add_findings_missing_in(const Printed& here, const Printed& other, std::size_t variant, bool appears,
                             std::vector<FindingChange>& changes) {
  std::optional<std::size_t> controles;  // where they are counted
  for (std::size_t i = 0; i < here.findings.size(); ++i) {
    if (other.has(here.prints[i])) continue;
    const bool is_controle = here.findings[i].rule == Rule::controle;
    if (is_controle && controles) {
      ++changes[*controles].count;
      continue;
    }
    if (is_controle) controles = changes.size();
    changes.push_back({variant, appears, i});
  }
}

std::vector<FindingChange> compare_findings(const std::vector<Findings>& checks) {
  std::vector<Printed> printed(checks.begin(), checks.end());
  on_threads(printed.size(), all_cores(), [&] { return [&](std::size_t i) { printed[i].print(); }; });
  std::vector<FindingChange> changes;
  for (std::size_t o = 1; o < printed.size(); ++o) {
    add_findings_missing_in(printed[o], printed.front(), o, true, changes);
    add_findings_missing_in(printed.front(), printed[o], o, false, changes);
  }
  return changes;
}

std::vector<Findings> check_all(const std::vector<Variant>& variants) {
  std::vector<ToCheck> plans;
  for (const Variant& variant : variants) plans.push_back({variant.worked, variant.overdrachten});
  return all_findings(plans);
}

bool overflows(const Compared& compared) { return compared.bedrag.is_overflow() || compared.verschil.is_overflow(); }

bool overflows(const ComparedThing& thing) {
  return std::any_of(thing.variants.begin(), thing.variants.end(), [](const ComparedYears& years) {
    return std::any_of(years.begin(), years.end(), [](const ComparedYear& year) {
      return overflows(year.baten) || overflows(year.lasten) || overflows(year.uitkomst);
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
        base[y].uitkomst.bedrag != here[y].uitkomst.bedrag)
      return true;
  return false;
}

Variant variant_of(std::string naam, Worked worked) {
  std::vector<Overdracht> overdrachten = find_overdrachten(worked.plan, worked.amounts);
  NettoFigures netto = work_out_netto(worked.plan, worked.balances, overdrachten).total;
  return {std::move(naam), std::move(worked), std::move(overdrachten), std::move(netto)};
}

Comparison compare(const std::vector<Variant>& variants) {
  Comparison comparison;
  comparison.years = variants.front().worked.plan.years;
  comparison.uitkomst = uitkomst_in(variants);
  for (const Variant& variant : variants) comparison.names.push_back(variant.naam);
  comparison.lines = compare_lines(variants, comparison.uitkomst);
  comparison.projects = compare_projects(variants, comparison.uitkomst);
  comparison.total = compare_thing("totaal", "Totaal", variants, comparison.uitkomst,
                                   [&](std::size_t variant) { return &variants[variant].worked.balances.total; });
  comparison.ribs = compare_ribs(variants);
  comparison.netto = compare_netto(variants);
  comparison.checks = check_all(variants);
  comparison.findings = compare_findings(comparison.checks);
  comparison.overflows = overflows(comparison);
  return comparison;
}

}  // namespace saldo
