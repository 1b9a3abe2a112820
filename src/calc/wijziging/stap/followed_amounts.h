// Amounts that are kept up to date while what is written of a plan changes, without working out what does not follow from
// it.
#pragma once

#include <cstdint>
#include <functional>
#include <optional>
#include <span>
#include <vector>

#include "calc/needs.h"
#include "calc/resolve.h"
#include "calc/wijziging/stap/running_sum.h"
#include "calc/wijziging/touched.h"

namespace saldo {

// What a balance counts of a cell, before and after.
struct FollowedCell {
  AmountOf cell;
  Amount was, is;
};

// Every amount that others are added up to is a sum that is kept, and every amount knows what follows from it: so a change
// costs what follows from it, whatever the size of the plan.
class FollowedAmounts {
 public:
  // Works out the plan, which stays where it is. The legs, the posts, which cells close and mirror, and what was booked stay
  // as they are; what small_change.h lets through may change.
  explicit FollowedAmounts(const Plan& plan);

  // False: an amount, or a sum of some, is beyond its range or may be; nothing here counts any more.
  bool is_sound() const { return is_sound_; }

  Formula formula(const AmountOf& cell) const { return formulas_[graph_.node(cell)]; }

  // Works out what follows from these sides, and from what these projects begin with, as they stand in the plan now.
  // Gives every cell of which balances count another amount.
  std::vector<FollowedCell> follow(std::span<const TouchedSide> sides, std::span<const std::size_t> openings);

 private:
  struct Follower {
    Node node;
    int sign;
  };

  void add_up(Node node);
  void link_followers();
  void fill(const Resolved& resolved);
  void reopen(std::size_t project);
  void put_in_order(Node start);
  void update(Node node);
  Amount work_out(Node node) const;
  Amount written(const AmountOf& cell, Formula formula) const;
  void measure(Amount amount, int sign);

  bool is_derived(Node node) const {
    return node >= formulas_.size() ? !graph_.is_booked(node) : needs_amounts(formulas_[node]);
  }
  std::span<const Follower> followers(Node node) const {
    return std::span(followers_).subspan(first_[node], first_[node + 1] - first_[node]);
  }

  const Plan& plan_;
  AmountGraph graph_;
  bool is_sound_ = true;
  std::vector<Formula> formulas_;            // of each cell
  std::vector<Amount> values_;               // of each node; of a cell that of the budget
  std::vector<RunningSum> sums_;             // of what each node needs
  std::vector<std::size_t> first_;           // of the followers of each node; one more at the end
  std::vector<Follower> followers_;          // some no longer are: what is written now, and was not
  std::vector<std::optional<Node>> closes_;  // of each project, the cell of the first year that takes what is left
  std::vector<Money> openings_;              // of each project
  Wide size_ = 0;                            // of all money in the plan, whatever its sign
  std::vector<std::uint8_t> seen_;           // of each node, while a change is followed
  std::vector<Node> order_;                  // what follows from that change, the last first
  std::vector<FollowedCell> changed_;
};

}  // namespace saldo
