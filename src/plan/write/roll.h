// A file of a plan as it goes on after a year: what has passed is taken out, and all else, order and comments included,
// stays as it was written.
#pragma once

#include <map>
#include <string>
#include <string_view>
#include <tuple>
#include <variant>
#include <vector>

#include "base/message.h"
#include "base/money.h"
#include "base/year.h"
#include "plan/reference.h"

namespace saldo {

// A side of a post by the nr of its project and its place among the posts as they are written.
using WrittenSide = std::tuple<std::string, std::size_t, Direction>;

struct YearAmount {
  Year year;
  Amount amount;
};

struct Roll {
  Year first;                            // of the plan that goes on
  Money unit;                            // what it is written in
  std::map<std::string, Money> budgets;  // per 1 januari of that year, by the nr of the project
  // Sides that can no longer follow from what is left of their rule: their amounts, written out.
  std::map<WrittenSide, std::vector<YearAmount>> written_out;
  // What the first year has, where an index goes on from a year that is taken out.
  std::map<WrittenSide, Amount> bases;
  std::map<std::string, std::string> more_posts;  // to be added behind the others, by the nr of the project
};

// The text that is left: "" when nothing is. Printed totals (controle), decided changes and records are of the years
// before, and are left out. Or why it cannot be done: something is written in a form that is not known here.
std::variant<std::string, Message> roll_file(std::string_view text, const Roll& roll);

}  // namespace saldo
