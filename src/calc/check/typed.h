// The amounts a user typed, one by one: what checks hold against what a rule or the other years give.
#pragma once

#include <algorithm>
#include <cstddef>
#include <string>

#include "base/finding/diagnostic.h"
#include "plan/model.h"

namespace saldo {

// Money, not PM, written for one year.
struct Typed {
  const Project& project;
  std::size_t at;  // of the post in its project
  Direction direction;
  const Term& term;
  std::size_t year;

  const Post& post() const { return project.posts[at]; }
  const Side& side() const { return post().side(direction); }
  Money money() const { return term.amount.counted(); }
};

inline Address subject_of(const Typed& typed) {
  return {typed.project.nr, typed.post().nr, std::string(to_text(typed.direction)), typed.term.year};
}

// In the order of projects, posts, sides (baten first) and years.
template <class Visit>
void for_each_typed(const Plan& plan, Visit visit) {
  for (const Project& project : plan.projects)
    project.for_each_side([&](std::size_t at, Direction direction) {
      for (const Term& term : project.posts[at].side(direction).terms)
        if (term.is_typed_money()) visit(Typed{project, at, direction, term, plan.years.index(term.year)});
    });
}

// -9200 or -9200.50: an amount as a plan writes it, in thousands where that is its unit.
inline std::string as_written(Money money, Money unit) {
  std::string text = to_plain(money);
  if (unit != one_euro) {
    text = to_dutch(Ratio{money.cents(), unit.cents()}, 0, 8);
    std::erase(text, '.');
    std::replace(text.begin(), text.end(), ',', '.');
  }
  if (text.ends_with(".00")) text.resize(text.size() - 3);
  return text;
}

}  // namespace saldo
