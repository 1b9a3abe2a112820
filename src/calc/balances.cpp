#include "calc/balances.h"

#include <algorithm>

#include "base/say.h"

namespace saldo {

namespace {

void run_on(Balance& balance) {
  Money standing = balance.opening;
  for (YearFigures& year : balance.years) {
    standing += year.baten.counted() - year.lasten.counted();
    year.eindsaldo = standing;
  }
}

Balance project_balance(const Plan& plan, const Amounts& amounts, const Project& project) {
  Balance balance{project.opening(), std::vector<YearFigures>(plan.years.size())};
  for (std::size_t post = 0; post < project.posts.size(); ++post)
    for (std::size_t year = 0; year < plan.years.size(); ++year) {
      balance.years[year].baten += amounts.at(project, post, Direction::baten, year);
      balance.years[year].lasten += amounts.at(project, post, Direction::lasten, year);
    }
  run_on(balance);
  return balance;
}

void add(Balance& sum, const Balance& part) {
  sum.opening += part.opening;
  for (std::size_t year = 0; year < sum.years.size(); ++year) {
    sum.years[year].baten += part.years[year].baten;
    sum.years[year].lasten += part.years[year].lasten;
    sum.years[year].eindsaldo += part.years[year].eindsaldo;
  }
}

bool overflows(const Balance& balance) {
  return balance.opening.is_overflow() ||
         std::any_of(balance.years.begin(), balance.years.end(), [](const YearFigures& year) {
           return year.baten.is_overflow() || year.lasten.is_overflow() || year.eindsaldo.is_overflow();
         });
}

}  // namespace

Amount figure_of(const Balance& balance, Figure figure, std::size_t year) {
  const YearFigures& figures = balance.years[year];
  switch (figure) {
    case Figure::opening: return balance.opening_of(year);
    case Figure::baten: return figures.baten;
    case Figure::lasten: return figures.lasten;
    case Figure::saldo: return figures.saldo();
    case Figure::eindsaldo: return figures.eindsaldo;
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
