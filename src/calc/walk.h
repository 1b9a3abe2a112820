// The order in which things that need each other are worked out: depth first with a stack of its own, so that a chain of
// needs may be as long as the plan.
#pragma once

#include <algorithm>
#include <cstdint>
#include <iterator>
#include <vector>

namespace saldo {

class Walk {
 public:
  explicit Walk(std::size_t count) : states_(count, State::waiting) {}

  bool is_done(std::size_t at) const { return states_[at] == State::done; }
  void set_done(std::size_t at) { states_[at] = State::done; }

  // Calls finish(x) for `start` and for all it needs that is not done, each after what it needs itself.
  // for_each_need(x, visit) calls visit(need) for every need of x. Things that wait for each other are given to
  // circle(list of them), and are finished all the same unless it sets them done.
  template <class ForEachNeed, class Finish, class Circle>
  void in_order(std::size_t start, ForEachNeed for_each_need, Finish finish, Circle circle) {
    if (is_done(start)) return;
    stack_.assign(1, start);
    while (!stack_.empty()) {
      const std::size_t top = stack_.back();
      if (states_[top] == State::waiting) {
        states_[top] = State::under_way;
        for_each_need(top, [&](std::size_t need) {
          if (states_[need] == State::waiting) stack_.push_back(need);
          else if (states_[need] == State::under_way) circle(circle_from(need));
        });
        continue;
      }
      stack_.pop_back();
      if (states_[top] == State::under_way) finish(top);
      states_[top] = State::done;
    }
  }

 private:
  enum class State : std::uint8_t { waiting, under_way, done };

  // A thing may wait on the stack more than once; the one under way is the last of them.
  std::vector<std::size_t> circle_from(std::size_t need) const {
    std::vector<std::size_t> circle;
    for (auto at = std::prev(std::find(stack_.rbegin(), stack_.rend(), need).base()); at != stack_.end(); ++at)
      if (states_[*at] == State::under_way) circle.push_back(*at);
    return circle;
  }

  std::vector<State> states_;
  std::vector<std::size_t> stack_;
};

}  // namespace saldo
