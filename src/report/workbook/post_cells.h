// What stands in a year of a side of a post on the sheet Posten: what was written, or the formula that tells what saldo has
// done. Private to this room.
#pragma once

#include <optional>
#include <string>

#include "report/workbook/book_frame.h"

namespace saldo {

// `why`: it was worked out, and this is why no formula tells it.
struct PostCell {
  BookCell cell;
  std::optional<Dutch> why = {};
};

class PostCells {
 public:
  explicit PostCells(const BookFrame& frame) : frame_(frame), plan_(frame.plan) {}

  PostCell of(const AmountOf& at) const;
  // The total that shares are of: as it is written, or the sum of the onderbouwing.
  PostCell whole(const Post& post, const Total& total) const;

 private:
  struct Told {
    std::string formula;  // "": none
    std::string cells;    // that it is of
    std::optional<Dutch> why = {};
  };
  Told tell(const AmountOf& at, Formula formula) const;
  Told share(const AmountOf& at) const;
  Told share_of_two(const AmountOf& at, const Total& total, const std::string& whole) const;
  Told lines(const Post& post) const;
  Told sum(const AmountOf& at) const;
  Told by_rule(const AmountOf& at, Formula formula) const;
  std::string at_most(const AmountOf& at, const std::string& formula) const;
  std::string growth(const AmountOf& at, std::size_t from) const;

  Amount amount(const AmountOf& at) const {
    return frame_.worked.amounts.at(plan_.projects[at.project], at.post, at.direction, at.year);
  }
  const Post& post(const AmountOf& at) const { return plan_.projects[at.project].posts[at.post]; }
  // None: it has no row, as nothing ever stands on it.
  std::optional<CellAt> place(const AmountOf& at) const;
  CellSum needs(const AmountOf& at, Formula formula) const;

  const BookFrame& frame_;
  const Plan& plan_;
};

}  // namespace saldo
