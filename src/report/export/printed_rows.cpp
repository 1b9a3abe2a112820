// Printed figures beside computed ones, as the check `controle` compares them.
#include "calc/koppen.h"
#include "report/export/export_rows.h"

namespace saldo {

namespace {

using Visit = std::function<void(const ControleRow&)>;

struct Part {
  std::string_view niveau, id, onderdeel;
};

void visit_balance(const Plan& plan, const Part& part, const std::vector<Controle>& controles, const Balance& balance,
                   const Visit& visit) {
  for (const Controle& controle : controles) {
    if (!controle.kop.name.empty()) continue;
    for (const Printed& printed : controle.printed) {
      const Year year = printed.year.value_or(plan.years.first);
      visit({part.niveau, part.id, part.onderdeel, controle, printed, year,
             figure_of(balance, printed.figure, plan.years.index(year))});
    }
  }
}

// Of some posts of a project; there is no balance that runs on.
void visit_posts(const Worked& worked, const Project& project, const Part& part, const Controle& controle,
                 const std::vector<std::size_t>& posts, const Visit& visit) {
  for (const Printed& printed : controle.printed) {
    const Year year = printed.year.value_or(worked.plan.years.first);
    const std::size_t at = worked.plan.years.index(year);
    const YearFigures figures{sum_of(worked.amounts, project, posts, Direction::baten, at),
                              sum_of(worked.amounts, project, posts, Direction::lasten, at),
                              {}};
    const Amount computed = printed.figure == Figure::baten    ? figures.baten
                            : printed.figure == Figure::lasten ? figures.lasten
                                                               : figures.saldo();
    visit({part.niveau, part.id, part.onderdeel, controle, printed, year, computed});
  }
}

void visit_parts(const Worked& worked, const Project& project, const Visit& visit) {
  for (const Controle& controle : project.controles)
    if (!controle.kop.name.empty())
      for (const UnderKop& under : by_kop(project))
        if (under.kop == controle.kop.name)
          visit_posts(worked, project, {"kop", project.nr, under.kop}, controle, under.posts, visit);
  for (std::size_t post = 0; post < project.posts.size(); ++post)
    if (project.posts[post].controles)
      for (const Controle& controle : *project.posts[post].controles)
        visit_posts(worked, project, {"post", project.nr, project.posts[post].nr}, controle, {post}, visit);
}

}  // namespace

void for_each_printed(const Worked& worked, const Visit& visit) {
  const Plan& plan = worked.plan;
  const Balances& balances = worked.balances;
  visit_balance(plan, {"plan", "", ""}, plan.controles, balances.total, visit);
  for (std::size_t l = 0; l < plan.lines.size(); ++l)
    visit_balance(plan, {"programmalijn", plan.lines[l].id, ""}, plan.lines[l].controles, balances.lines[l], visit);
  for (std::size_t p = 0; p < plan.projects.size(); ++p) {
    visit_balance(plan, {"project", plan.projects[p].nr, ""}, plan.projects[p].controles, balances.projects[p], visit);
    visit_parts(worked, plan.projects[p], visit);
  }
}

}  // namespace saldo
