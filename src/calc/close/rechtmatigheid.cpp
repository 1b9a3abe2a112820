#include "calc/close/rechtmatigheid.h"

#include <algorithm>

#include "calc/formulas.h"

namespace saldo {

namespace {

BothSides<Standings> external_of(const Worked& realised, std::size_t p, std::size_t year) {
  BothSides<Standings> sides;
  const Project& project = realised.plan.projects[p];
  const Amounts& budget = realised.budget().amounts;
  project.for_each_side([&](std::size_t post, Direction direction) {
    if (is_internal(realised.plan, project, post, direction, year)) return;
    sides[direction].begroot += budget.at(project, post, direction, year);
    sides[direction].realisatie += realised.amounts.at(project, post, direction, year);
  });
  return sides;
}

Money above(const Standings& side) { return std::max(Money(), side.realisatie.counted() - side.begroot.counted()); }

void add(const BothSides<Standings>& sides, Rechtmatigheid& sum) {
  for (const Direction direction : both_directions) {
    sum.extern_[direction].begroot += sides[direction].begroot;
    sum.extern_[direction].realisatie += sides[direction].realisatie;
  }
  // Covered as a whole is covered in each project that spent more.
  if (above(sides.baten) < above(sides.lasten)) sum.covered = false;
}

const Oordeel* find_oordeel(const Afsluiting* record, const Rechtmatigheid& of) {
  if (record == nullptr) return nullptr;
  for (const Oordeel& oordeel : record->oordelen)
    if (oordeel.of_project == of.of_project && oordeel.over.name == of.id) return &oordeel;
  return nullptr;
}

// By programmalijn, a project that is in none has a row of its own: `row_of` gives that of each project.
std::vector<Rechtmatigheid> rows_of(const Plan& plan, bool by_project, std::vector<std::size_t>& row_of) {
  std::vector<Rechtmatigheid> rows;
  for (std::size_t l = 0; !by_project && l < plan.lines.size(); ++l)
    rows.push_back({plan.lines[l].id, plan.lines[l].naam, false, {}, plan.lines[l].place, nullptr, true});
  for (const Project& project : plan.projects) {
    const bool is_in_line = !by_project && project.programmalijn.id;
    row_of.push_back(is_in_line ? position(*project.programmalijn.id) : rows.size());
    if (!is_in_line) rows.push_back({project.nr, project.naam, true, {}, project.place, nullptr, true});
  }
  return rows;
}

}  // namespace

bool is_internal(const Plan& plan, const Project& project, std::size_t post, Direction direction, std::size_t year) {
  if (project.find_leg(post, direction) != nullptr) return true;
  const Post& of = project.posts[post];
  return takes_what_is_left(formula_of(plan, project, of, of.side(direction), year));
}

Money Rechtmatigheid::overschrijding() const { return above(extern_.lasten); }

Money Rechtmatigheid::baten_achter() const {
  return std::max(Money(), extern_.baten.begroot.counted() - extern_.baten.realisatie.counted());
}

std::vector<Rechtmatigheid> work_out_rechtmatigheid(const Worked& realised, Year year, const Afsluiting* record) {
  const Plan& plan = realised.plan;
  if (plan.jaareinde.rechtmatigheid == Jaareinde::Rechtmatigheid::uit) return {};
  const bool by_project = plan.jaareinde.rechtmatigheid == Jaareinde::Rechtmatigheid::project;
  std::vector<std::size_t> row_of;
  std::vector<Rechtmatigheid> rows = rows_of(plan, by_project, row_of);
  for (std::size_t p = 0; p < plan.projects.size(); ++p)
    add(external_of(realised, p, plan.years.index(year)), rows[row_of[p]]);
  for (Rechtmatigheid& row : rows) {
    row.oordeel = find_oordeel(record, row);
    row.covered = row.covered && row.overschrijding() > Money();
  }
  return rows;
}

}  // namespace saldo
