#include "report/why/changed_cells.h"

namespace saldo {

ChangedCells::ChangedCells(const Plan& plan) : plan_(plan) {
  for (const ChangeNote& note : plan.change_notes)
    notes_[{note.project, note.post, note.direction, note.year}].push_back(&note);
}

std::span<const ChangeNote* const> ChangedCells::of(const AmountOf& cell) const {
  const Project& project = plan_.projects[cell.project];
  const auto found = notes_.find({project.nr, project.posts[cell.post].nr, cell.direction, plan_.years.at(cell.year)});
  if (found == notes_.end()) return {};
  return found->second;
}

}  // namespace saldo
