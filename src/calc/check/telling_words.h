// What the names of posts and projects say about each other: by the words that are long enough, and rare enough, to tell.
#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "plan/model.h"

namespace saldo {

// Of one plan, which outlives it. Lower case, without shorter words. Posts are counted over the whole plan.
class TellingWords {
 public:
  explicit TellingWords(const Plan& plan);

  // The projects that the name of the post can be said to name, in no order, and maybe twice; the investeringsbudget
  // where that is it.
  std::span<const ProjectId> named_by(std::size_t post) const { return named_.of(post); }

  // How many words of the post also stand in posts of the project: two posts of 5.000 may both fit; the one that speaks
  // of what the other project does is the likelier.
  int shared(std::size_t post, ProjectId project);

 private:
  template <class Item>
  struct ByPost {
    std::vector<std::size_t> from{0};
    std::vector<Item> all;

    std::span<const Item> of(std::size_t post) const {
      return std::span(all).subspan(from[post], from[post + 1] - from[post]);
    }
  };

  const Plan& plan_;
  ByPost<std::uint32_t> words_;  // by their number
  ByPost<ProjectId> named_;
  std::vector<ProjectId> last_in_;  // by word: the project that `shared` was last asked for in which it stands
};

}  // namespace saldo
