// A table of the document that does not tell all: it leaves projects out, or stops while they go on.
#include <algorithm>
#include <map>
#include <set>
#include <string_view>

#include "base/say.h"
#include "calc/check/checks.h"

namespace saldo {

namespace {

constexpr std::size_t least_projects = 3;  // of a table that has many

// What one bron prints of the projects.
struct PrintedTable {
  std::vector<std::size_t> projects;  // in plan order
  std::set<Year> years;               // with baten or lasten
};

using Tables = std::map<std::string_view, PrintedTable>;

Tables tables_of(const Plan& plan) {
  Tables tables;
  for (std::size_t p = 0; p < plan.projects.size(); ++p)
    for (const Controle& controle : *plan.projects[p].controles) {
      if (controle.bron.empty()) continue;
      PrintedTable& table = tables[controle.bron];
      if (table.projects.empty() || table.projects.back() != p) table.projects.push_back(p);
      for (const Printed& printed : controle.printed)
        if (printed.year && (printed.figure == Figure::baten || printed.figure == Figure::lasten))
          table.years.insert(*printed.year);
    }
  return tables;
}

bool has_figures(const Balance& balance, std::size_t from) {
  return std::any_of(
      balance.years.begin() + static_cast<std::ptrdiff_t>(from), balance.years.end(),
      [](const YearFigures& year) { return year.baten.counted() != Money() || year.lasten.counted() != Money(); });
}

// A table of programmes has no reserves, which stand in a table of their own.
bool has_reserves(const PrintedTable& table, const Plan& plan) {
  return std::any_of(table.projects.begin(), table.projects.end(),
                     [&](std::size_t p) { return plan.projects[p].is_reserve(); });
}

std::size_t projects_like_these(const PrintedTable& table, const Plan& plan) {
  if (has_reserves(table, plan)) return plan.projects.size();
  return static_cast<std::size_t>(std::count_if(plan.projects.begin(), plan.projects.end(),
                                                [](const Project& project) { return !project.is_reserve(); }));
}

// Three quarters of all projects or more: the others were meant to be there too.
bool is_of_all(const PrintedTable& table, const Plan& plan) {
  return table.projects.size() >= least_projects && table.projects.size() * 4 >= projects_like_these(table, plan) * 3;
}

void check_left_out(const CheckInput& input, const std::string& bron, const PrintedTable& table, Findings& findings) {
  const Plan& plan = input.plan;
  for (std::size_t p = 0; p < plan.projects.size(); ++p) {
    const Balance& balance = input.balances.projects[p];
    if (std::binary_search(table.projects.begin(), table.projects.end(), p)) continue;
    if (balance.opening == Money() && !has_figures(balance, 0)) continue;
    const Project& project = plan.projects[p];
    if (project.is_reserve() && !has_reserves(table, plan)) continue;
    findings.push_back({Rule::controle_onvolledig,
                        project.place,
                        say("{} has {} of the {} projects, but not project {}", bron, table.projects.size(),
                            projects_like_these(table, plan), project.nr),
                        {},
                        say("add what {} prints of it, or say in a [[negeer]] why it is not there", bron),
                        {project.nr, "", bron, {}}});
  }
}

const Printed& first_of(const Project& project, std::string_view bron) {
  const auto found =
      std::find_if(project.controles->begin(), project.controles->end(),
                   [bron](const Controle& controle) { return controle.bron == bron && !controle.printed.empty(); });
  return found->printed.front();
}

bool prints(const Project& project, std::string_view bron) {
  return std::any_of(project.controles->begin(), project.controles->end(),
                     [bron](const Controle& controle) { return controle.bron == bron && !controle.printed.empty(); });
}

// Of one year alone it is the budget of that year, which need not go on.
void check_stops(const CheckInput& input, const std::string& bron, const PrintedTable& table, Findings& findings) {
  const Plan& plan = input.plan;
  if (table.years.size() < 2 || *table.years.rbegin() == plan.years.last) return;
  const Year last = *table.years.rbegin();
  std::string nrs;
  std::vector<std::size_t> going_on;
  for (const std::size_t p : table.projects)
    if (prints(plan.projects[p], bron) && has_figures(input.balances.projects[p], plan.years.index(last) + 1)) {
      going_on.push_back(p);
      nrs += (nrs.empty() ? "" : ", ") + plan.projects[p].nr;
    }
  if (going_on.empty()) return;
  findings.push_back(
      {Rule::controle_onvolledig,
       first_of(plan.projects[going_on.front()], bron).place,
       say("{} stops at {}, but of its projects {} have amounts after it: {}", bron, last, going_on.size(), nrs),
       {},
       say("add the years that it prints elsewhere, or say in a [[negeer]] why it stops there"),
       {"", "", bron, last}});
  findings.back().extent = going_on.size();
}

}  // namespace

// Of each bron that stands at three quarters of the projects, at least three: the projects with money that it lacks, and
// once that its last year lies before that of its projects, where it has more years than one.
void check_controle_onvolledig(const CheckInput& input, Findings& findings) {
  for (const auto& [name, table] : tables_of(input.plan)) {
    if (!is_of_all(table, input.plan)) continue;
    const std::string bron(name);
    check_left_out(input, bron, table, findings);
    check_stops(input, bron, table, findings);
  }
}

}  // namespace saldo
