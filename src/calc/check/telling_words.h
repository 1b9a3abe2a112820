// What the names of posts and projects say about each other: by the words that are long enough, and rare enough, to tell.
#pragma once

#include <set>
#include <string>
#include <unordered_map>
#include <vector>

#include "plan/model.h"

namespace saldo {

// Of one plan, which outlives it. Lower case, without shorter words.
class TellingWords {
 public:
  explicit TellingWords(const Plan& plan);

  // Whether the name of the post can be said to name the project, or the investeringsbudget where that is it.
  bool names(const Post& post, ProjectId project) const;

  // How many words of the post also stand in posts of the project: two posts of 5.000 may both fit; the one that speaks
  // of what the other project does is the likelier.
  int shared(const Post& post, ProjectId project);

 private:
  const Plan& plan_;
  std::unordered_map<std::string, std::vector<ProjectId>> projects_by_word_;
  std::unordered_map<std::uint32_t, std::set<std::string>> words_in_posts_;  // by project, once asked for
};

}  // namespace saldo
