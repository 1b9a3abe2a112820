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
  std::span<const ProjectId> named_by(std::size_t post) const {
    return std::span(named_).subspan(from_[post], from_[post + 1] - from_[post]);
  }

  // How many words of the post also stand in posts of the project: two posts of 5.000 may both fit; the one that speaks
  // of what the other project does is the likelier.
  int shared(std::size_t post, ProjectId project);

 private:
  // Words by a number made of their letters, which two may have in common: as this only ranks what was found, and of a
  // million words that a project has none of one seems to be there, that does no harm.
  using Words = std::vector<std::uint32_t>;
  std::span<const std::uint32_t> words_of(std::size_t first_post, std::size_t posts) const;
  const Words& words_in(ProjectId project);

  const Plan& plan_;
  std::vector<std::uint32_t> from_{0};  // by post: where its names begin among these
  std::vector<ProjectId> named_;
  std::vector<std::uint32_t> words_from_{0};  // the same of its words
  Words words_;
  std::vector<Words> sorted_;  // by project; made when they are asked for, as few are
};

}  // namespace saldo
