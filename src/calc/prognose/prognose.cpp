#include "calc/prognose/prognose.h"

#include <algorithm>

#include "calc/formulas.h"

namespace saldo {

namespace {

// What stands in the record of one side; none where it says nothing of it that leads to an expectation.
std::optional<Verwachting> said_of(const BookedPost& post, Direction direction) {
  const std::optional<Booked>&booked = post.realisatie[direction], &stated = post.verwacht[direction];
  const std::optional<Booked>& ordered = direction == Direction::lasten ? post.verplichting : std::nullopt;
  if (!booked && !ordered && !stated) return std::nullopt;
  Verwachting said{{}, &post, {}, {}, {}, {}, stated.has_value(), {}};
  if (ordered) said.verplicht = ordered->amount;
  if (booked) said.geboekt = booked->amount;
  if (stated) said.verwacht = stated->amount;
  said.place = (stated ? stated : booked ? booked : ordered)->place;
  return said;
}

// A budget that is not known, or none, is no least of what will be.
Money expected(const Verwachting& said) {
  const Money sure = said.geboekt + said.verplicht;
  return said.begroot.is_money() ? std::max(said.begroot.counted(), sure) : sure;
}

}  // namespace

const Afsluiting* tussentijds_of(const Plan& plan, Year year, std::optional<Date> as_of) {
  if (plan.find_afsluiting(year) != nullptr) return nullptr;
  const Afsluiting* last = nullptr;
  for (const Afsluiting& record : plan.tussentijds)
    if (record.jaar == year && (!as_of || *record.peildatum <= *as_of)) last = &record;
  return last;
}

std::vector<Verwachting> verwachtingen(const Plan& plan, const Amounts& begroot, const Afsluiting& record) {
  std::vector<Verwachting> found;
  const std::size_t year = plan.years.index(record.jaar);
  for (const BookedProject& of_project : record.projects) {
    const Project& project = plan.project(*of_project.project.id);
    for (const BookedPost& post : of_project.posts)
      for (const Direction direction : both_directions) {
        std::optional<Verwachting> said = said_of(post, direction);
        const Side& side = project.posts[*post.position].side(direction);
        const bool follows =
            follows_from_bookings(formula_of(plan, project, project.posts[*post.position], side, year));
        if (!said || (follows && !said->is_stated)) continue;
        said->cell = {position(*of_project.project.id), *post.position, direction, year};
        said->begroot = begroot.at(project, *post.position, direction, year);
        if (!said->is_stated) said->verwacht = expected(*said);
        found.push_back(*said);
      }
  }
  return found;
}

void count_expected(Plan& plan, const Amounts& begroot, std::optional<Date> as_of) {
  for (std::size_t y = 0; y < plan.years.size(); ++y) {
    const Afsluiting* record = tussentijds_of(plan, plan.years.at(y), as_of);
    if (record == nullptr) continue;
    for (const Verwachting& one : verwachtingen(plan, begroot, *record)) {
      const std::uint64_t cell =
          position(begroot.id(plan.projects[one.cell.project], one.cell.post, one.cell.direction, one.cell.year));
      plan.booked.push_back({cell, one.verwacht, one.place, true});
    }
  }
  std::sort(plan.booked.begin(), plan.booked.end(),
            [](const BookedCell& a, const BookedCell& b) { return a.cell < b.cell; });
}

}  // namespace saldo
