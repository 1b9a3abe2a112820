#include "calc/closing.h"

namespace saldo {

namespace {

bool closes_in(const Post& post, Year year) {
  for (const Direction direction : both_directions)
    if (const Term* term = find_term(post.side(direction), year); term != nullptr && term->facts().closes) return true;
  return false;
}

}  // namespace

std::size_t first_year_left(const Plan& plan, const Project& project, std::size_t year) {
  for (; year > 0; --year)
    for (const Post& post : project.posts)
      if (closes_in(post, plan.years.at(year - 1))) return year;
  return 0;
}

}  // namespace saldo
