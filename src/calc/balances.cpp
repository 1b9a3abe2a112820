#include "calc/balances.h"

#include <algorithm>
#include <span>

#include "base/say.h"

namespace saldo {

namespace {

// What a reserve gets or gives by a post of its own, and not because another project pays it.
bool is_own(const Plan& plan, const Project& reserve, std::size_t post, Direction direction) {
  const Leg* leg = reserve.find_leg(post, direction);
  return leg == nullptr || plan.project(*leg->other.id).is_reserve();
}

Amount& amount_of(YearFigures& year, Figure figure) {
  switch (figure) {
    case Figure::baten: return year.baten;
    case Figure::lasten: return year.lasten;
    case Figure::toevoeging: return year.toevoeging;
    case Figure::onttrekking:
    case Figure::opening:
    case Figure::saldo:
    case Figure::eindsaldo:
    case Figure::resultaat: break;
  }
  return year.onttrekking;
}

constexpr Figure mutatie(Direction direction) {
  return direction == Direction::lasten ? Figure::toevoeging : Figure::onttrekking;
}

Balance project_balance(const Plan& plan, const Amounts& amounts, const Project& project) {
  Balance balance{project.opening(), std::vector<YearFigures>(plan.years.size()), project.soort};
  project.for_each_side([&](std::size_t post, Direction direction) {
    const std::span<const Amount> of_side = amounts.of(project, post, direction);
    if (of_side.empty()) return;
    const CountsAs as = counts_as(plan, project, post, direction);
    for (std::size_t y = 0; y < of_side.size(); ++y) {
      amount_of(balance.years[y], as.figure) += of_side[y];
      if (as.also) amount_of(balance.years[y], *as.also) += of_side[y];
    }
  });
  run_on(balance);
  return balance;
}

// A line, or the plan, of which every project is an exploitatie, has no stand either.
void find_stands(const Plan& plan, const Selection& selection, Balances& balances) {
  std::vector<bool> has_stand(plan.lines.size()), has_any(plan.lines.size());
  bool total_has_stand = false, total_has_any = false;
  for (std::size_t p = 0; p < plan.projects.size(); ++p) {
    if (!selection[p]) continue;
    const bool stands = !plan.projects[p].is_exploitatie();
    total_has_any = true;
    total_has_stand = total_has_stand || stands;
    for (auto line = plan.projects[p].programmalijn.id; line; line = plan.line_above(*line)) {
      has_any[position(*line)] = true;
      if (stands) has_stand[position(*line)] = true;
    }
  }
  for (std::size_t l = 0; l < plan.lines.size(); ++l)
    if (has_any[l] && !has_stand[l]) balances.lines[l].soort = Soort::exploitatie;
  if (total_has_any && !total_has_stand) balances.total.soort = Soort::exploitatie;
}

void add(Balance& sum, const Balance& part) {
  sum.opening += part.opening;
  for (std::size_t year = 0; year < sum.years.size(); ++year) {
    YearFigures& to = sum.years[year];
    const YearFigures& from = part.years[year];
    if (part.soort != Soort::reserve) {
      to.baten += from.baten;
      to.lasten += from.lasten;
    }
    to.eindsaldo += from.eindsaldo;
    to.toevoeging += from.toevoeging;
    to.onttrekking += from.onttrekking;
  }
}

bool overflows(const Balance& balance) {
  return balance.opening.is_overflow() ||
         std::any_of(balance.years.begin(), balance.years.end(), [](const YearFigures& year) {
           return year.baten.is_overflow() || year.lasten.is_overflow() || year.eindsaldo.is_overflow() ||
                  year.toevoeging.is_overflow() || year.onttrekking.is_overflow() || year.resultaat().is_overflow();
         });
}

}  // namespace

CountsAs counts_as(const Plan& plan, const Project& project, std::size_t post, Direction direction) {
  const Figure side = direction == Direction::baten ? Figure::baten : Figure::lasten;
  if (!project.is_reserve()) return {plan.is_mutatie(project, post, direction) ? mutatie(direction) : side, {}};
  return {side, is_own(plan, project, post, direction) ? std::optional(mutatie(opposite(direction))) : std::nullopt};
}

void run_on(Balance& balance) {
  if (!balance.has_stand()) return;
  const bool of_reserve = balance.soort == Soort::reserve;
  Money standing = balance.opening;
  for (YearFigures& year : balance.years) {
    standing += year.baten.counted() - year.lasten.counted();
    if (!of_reserve) standing += year.onttrekking.counted() - year.toevoeging.counted();
    year.eindsaldo = standing;
  }
}

Amount figure_of(const Balance& balance, Figure figure, std::size_t year) {
  const YearFigures& figures = balance.years[year];
  const bool of_reserve = balance.soort == Soort::reserve;
  switch (figure) {
    case Figure::opening: return balance.has_stand() ? Amount(balance.opening_of(year)) : Amount();
    case Figure::baten: return figures.baten;
    case Figure::lasten: return figures.lasten;
    case Figure::saldo: return figures.saldo();
    case Figure::eindsaldo: return balance.has_stand() ? Amount(figures.eindsaldo) : Amount();
    case Figure::toevoeging: return of_reserve ? figures.baten : figures.toevoeging;
    case Figure::onttrekking: return of_reserve ? figures.lasten : figures.onttrekking;
    case Figure::resultaat: return of_reserve ? Amount() : figures.resultaat();
  }
  return {};
}

const Balance& Balances::of(const Whose& whose) const {
  if (whose.of == Of::project) return projects[whose.index];
  return whose.of == Of::programmalijn ? lines[whose.index] : total;
}

Amount figure_at(const Target& target, const Plan& plan, const Amounts& amounts, const Balances& balances) {
  if (const auto* cell = std::get_if<AmountOf>(&target))
    return amounts.at(plan.projects[cell->project], cell->post, cell->direction, cell->year);
  const SumOf& sum = std::get<SumOf>(target);
  return figure_of(balances.of(sum.whose), sum.figure, sum.year);
}

Balances work_out_balances(const Plan& plan, const Amounts& amounts, const Selection& selection) {
  const Balance nothing{Money(), std::vector<YearFigures>(plan.years.size())};
  Balances balances{{}, std::vector<Balance>(plan.lines.size(), nothing), nothing};
  balances.projects.reserve(plan.projects.size());
  for (std::size_t p = 0; p < plan.projects.size(); ++p) {
    balances.projects.push_back(project_balance(plan, amounts, plan.projects[p]));
    if (!selection[p]) continue;
    if (const auto& line = plan.projects[p].programmalijn.id)
      add(balances.lines[position(*line)], balances.projects.back());
    add(balances.total, balances.projects.back());
  }
  for (auto line = plan.lines_outside_in.rbegin(); line != plan.lines_outside_in.rend(); ++line)
    if (const auto& onder = plan.line(*line).onder)
      add(balances.lines[position(*onder->id)], balances.lines[position(*line)]);
  find_stands(plan, selection, balances);
  return balances;
}

Balances work_out_balances(const Plan& plan, const Amounts& amounts) {
  return work_out_balances(plan, amounts, Selection(plan.projects.size(), true));
}

Findings check_range(const Plan& plan, const Balances& balances) {
  Findings findings;
  const auto report = [&findings](Place place, Message message) {
    findings.push_back({Rule::overloop, place, std::move(message)});
  };
  for (std::size_t p = 0; p < balances.projects.size(); ++p)
    if (overflows(balances.projects[p]))
      report(plan.projects[p].place,
             say("the balance of project {} goes beyond ±90.000.000.000.000.000,00 euro", plan.projects[p].nr));
  for (std::size_t l = 0; l < balances.lines.size(); ++l)
    if (overflows(balances.lines[l]))
      report(plan.lines[l].place,
             say("the balance of programmalijn {} goes beyond ±90.000.000.000.000.000,00 euro", plan.lines[l].id));
  if (overflows(balances.total))
    report(plan.place, say("the balance of the plan goes beyond ±90.000.000.000.000.000,00 euro"));
  sort_by_place(findings);
  return findings;
}

}  // namespace saldo
