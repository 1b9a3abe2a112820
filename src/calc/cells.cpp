#include "calc/cells.h"

#include <algorithm>

#include "calc/formulas.h"

namespace saldo {

Amounts::Amounts(const Plan& plan) : years_(plan.years.size()) {
  starts_.clear();
  starts_.reserve(plan.post_count + 1);
  auto booked = plan.booked.begin();  // in the order of their cells
  const auto has_something = [&](const Side& side, std::size_t number) {
    const auto first = booked;
    while (booked != plan.booked.end() && booked->cell / years_ == number) ++booked;
    return !side.empty() || booked != first;
  };
  std::uint32_t sides = 0;
  for (const Project& project : plan.projects)
    for (const Post& post : project.posts) {
      const std::size_t number = side_number(starts_.size(), Direction::baten);
      const bool baten = has_something(post.baten, number), lasten = has_something(post.lasten, number + 1);
      starts_.push_back({sides & 0x7FFFFFFF, baten});
      sides += static_cast<std::uint32_t>(baten) + static_cast<std::uint32_t>(lasten);
    }
  starts_.push_back({sides & 0x7FFFFFFF, false});
  cells_.resize(sides * years_);
}

void Amounts::set(CellId id, Amount amount) {
  const std::size_t side = position(id) / years_;
  const auto place = place_of(side / 2, side % 2 == 0 ? Direction::baten : Direction::lasten);
  if (place) cells_[*place + position(id) % years_] = amount;
}

bool Amounts::has_overflow() const {
  return std::any_of(cells_.begin(), cells_.end(), [](Amount amount) { return amount.is_overflow(); });
}

AmountOf locate(const Plan& plan, CellId id) {
  const std::size_t years = plan.years.size();
  const std::size_t post = position(id) / (2 * years);
  const auto after = std::partition_point(plan.projects.begin(), plan.projects.end(),
                                          [post](const Project& p) { return p.first_post <= post; });
  const auto project = static_cast<std::size_t>(after - plan.projects.begin()) - 1;
  return {project, post - plan.projects[project].first_post,
          position(id) / years % 2 == 0 ? Direction::baten : Direction::lasten, position(id) % years};
}

const BookedCell* find_booked(const Plan& plan, const AmountOf& cell) {
  if (plan.booked.empty()) return nullptr;
  const std::size_t post = plan.projects[cell.project].first_post + cell.post;
  const std::uint64_t wanted = side_number(post, cell.direction) * plan.years.size() + cell.year;
  const auto found = std::lower_bound(plan.booked.begin(), plan.booked.end(), wanted,
                                      [](const BookedCell& booked, std::uint64_t at) { return booked.cell < at; });
  return found == plan.booked.end() || found->cell != wanted ? nullptr : &*found;
}

const BookedCell* find_booked(const Plan& plan, Year year) {
  const auto found = std::find_if(plan.booked.begin(), plan.booked.end(), [&](const BookedCell& booked) {
    return plan.years.at(booked.cell % plan.years.size()) == year;
  });
  return found == plan.booked.end() ? nullptr : &*found;
}

Place place_of(const Plan& plan, const AmountOf& cell) {
  if (const BookedCell* booked = find_booked(plan, cell)) return booked->place;
  const Post& post = plan.projects[cell.project].posts[cell.post];
  const Side& side = post.side(cell.direction);
  if (const Term* term = find_term(side, plan.years.at(cell.year))) return term->place;
  if (const Percentage* percentage = side.percentage()) return percentage->place;
  return post.index == no_index ? post.place : post.index_place;
}

}  // namespace saldo
