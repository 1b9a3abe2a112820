// The order in which things that need each other are worked out: depth first with a stack of its own, so that a chain of
// needs may be as long as the plan.
#pragma once

#include <algorithm>
#include <cstddef>
#include <iterator>
#include <vector>

namespace saldo {

class Walk {
 public:
  explicit Walk(std::size_t count) : done_(count), begun_(count) {}

  bool is_done(std::size_t at) const { return done_[at]; }
  void set_done(std::size_t at) { done_[at] = true; }
  void set_done(std::size_t from, std::size_t count) {
    std::fill_n(done_.begin() + static_cast<std::ptrdiff_t>(from), count, true);
  }

  // Calls finish(x) for `start` and for all it needs that is not done, each after what it needs itself.
  // for_each_need(x, visit) calls visit(need) for every need of x. Things that wait for each other are given to
  // circle(list of them), and are finished all the same unless it sets them done.
  template <class ForEachNeed, class Finish, class Circle>
  void in_order(std::size_t start, ForEachNeed for_each_need, Finish finish, Circle circle) {
    if (is_done(start)) return;
    stack_.assign(1, start);
    while (!stack_.empty()) {
      const std::size_t top = stack_.back();
      if (!done_[top] && !begun_[top]) {
        begun_[top] = true;
        for_each_need(top, [&](std::size_t need) {
          if (is_under_way(need)) circle(circle_from(need));
          else if (!done_[need]) stack_.push_back(need);
        });
        continue;
      }
      stack_.pop_back();
      if (!done_[top]) finish(top);
      done_[top] = true;
    }
  }

 private:
  bool is_under_way(std::size_t at) const { return begun_[at] && !done_[at]; }

  // A thing may wait on the stack more than once; the one under way is the last of them.
  std::vector<std::size_t> circle_from(std::size_t need) const {
    std::vector<std::size_t> circle;
    for (auto at = std::prev(std::find(stack_.rbegin(), stack_.rend(), need).base()); at != stack_.end(); ++at)
      if (is_under_way(*at)) circle.push_back(*at);
    return circle;
  }

  std::vector<bool> done_, begun_;  // a bit each: a large plan has many
  std::vector<std::size_t> stack_;
};

}  // namespace saldo
