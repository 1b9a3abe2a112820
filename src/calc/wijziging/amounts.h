// What a change does to the written amounts of one side of a post. What is derived is left alone: it follows.
#pragma once

#include <optional>
#include <vector>

#include "base/finding/diagnostic.h"
#include "plan/change.h"

namespace saldo {

// One side of one post, while it changes.
struct ChangingSide {
  Plan& plan;
  const Project& project;
  Post& post;
  Direction direction;
  Findings& findings;
  std::optional<Year> closed = {};  // until which years stay as they are

  Side& side() const { return post.side(direction); }
};

// Writes years and rules over those that are there, as a post itself would have them.
void set_years(const ChangingSide& at, const Side& written, const SlimList<PostRange>& over);

// Whether an amount in euros is written for a year: not PM, and not one that is derived from others.
bool has_amount(const Side& side, Year year);

// Remembers that a change left years until `last` as they were.
void keep_closed(Plan& plan, Year last, Place place);

// Each tells how many amounts it has touched. Without a year they leave years that are closed as they are. Years that are named but have no written amount are passed over.
std::size_t add_to_years(const ChangingSide& at, const Wijziging& change);
std::size_t multiply_years(const ChangingSide& at, const Wijziging& change);
std::size_t shift_years(const ChangingSide& at, const Wijziging& change);
std::size_t move_between_years(const ChangingSide& at, const Wijziging& change);

// Adds to years that are typed, or in which nothing is written: those begin with it.
void carry_to_years(const ChangingSide& at, const Wijziging& change);

}  // namespace saldo
