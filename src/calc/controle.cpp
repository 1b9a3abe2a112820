#include "calc/controle.h"

namespace saldo {

namespace {

Money unit_of(const Controle& controle, const Printed& printed) {
  if (controle.eenheid) return *controle.eenheid;
  return Money::of_cents(printed.amount.cents() % 100 == 0 ? 100 : 1);
}

bool holds(const Controle& controle, const Printed& printed, Money exact) {
  const Money shown = rounded(Ratio::of(exact), {unit_of(controle, printed)});
  const Money difference = shown - printed.amount;
  return (difference < Money() ? -difference : difference) <= controle.tolerantie;
}

struct Whose {
  std::string words;
  std::string name;
};

void check(const Plan& plan, const std::vector<Controle>& controles, const Balance& balance, const Whose& whose,
           Findings& findings) {
  for (const Controle& controle : controles)
    for (const Printed& printed : controle.printed) {
      const Year year = printed.year.value_or(plan.years.first);
      const Amount amount = figure_of(balance, printed.figure, plan.years.index(year));
      if (holds(controle, printed, amount.counted())) continue;
      const Money difference = amount.counted() - printed.amount;
      findings.push_back(
          {Rule::controle,
           printed.place,
           say("{} {} of {} is {}, but {} says {}: a difference of {}", to_text(printed.figure), year, whose.words,
               amount, controle.bron.empty() ? "the controle" : controle.bron, printed.amount, difference),
           {},
           {},
           {whose.name, "", std::string(to_text(printed.figure)), year}});
    }
}

}  // namespace

void check_controles(const CheckInput& input, Findings& findings) {
  const Plan& plan = input.plan;
  check(plan, plan.controles, input.balances.total, {"the plan", ""}, findings);
  for (std::size_t l = 0; l < plan.lines.size(); ++l)
    check(plan, plan.lines[l].controles, input.balances.lines[l],
          {"programmalijn " + plan.lines[l].id, plan.lines[l].id}, findings);
  for (std::size_t p = 0; p < plan.projects.size(); ++p)
    check(plan, plan.projects[p].controles, input.balances.projects[p],
          {"project " + plan.projects[p].nr, plan.projects[p].nr}, findings);
}

}  // namespace saldo
