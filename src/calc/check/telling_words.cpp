#include "calc/check/telling_words.h"

#include <algorithm>
#include <cctype>

namespace saldo {

namespace {

constexpr std::size_t most_projects_a_word = 3;   // a word in more project names names none of them
constexpr std::size_t shortest_telling_word = 5;  // letters

std::vector<std::string> words_of(std::string_view text) {
  std::vector<std::string> words(1);
  for (const char c : text) {
    const auto letter = static_cast<unsigned char>(c);
    if (letter >= 0x80 || std::isalnum(letter)) words.back() += static_cast<char>(std::tolower(letter));
    else if (!words.back().empty()) words.emplace_back();
  }
  std::erase_if(words, [](const std::string& word) { return word.size() < shortest_telling_word; });
  return words;
}

}  // namespace

TellingWords::TellingWords(const Plan& plan) : plan_(plan) {
  for (std::size_t p = 0; p < plan.projects.size(); ++p)
    for (const std::string& word : words_of(plan.projects[p].naam)) {
      std::vector<ProjectId>& projects = projects_by_word_[word];
      if (projects.empty() || projects.back() != static_cast<ProjectId>(p))
        projects.push_back(static_cast<ProjectId>(p));
    }
  if (plan.investeringsbudget) projects_by_word_["investeringsbudget"] = {*plan.investeringsbudget->id};
}

bool TellingWords::names(const Post& post, ProjectId project) const {
  const std::vector<std::string> words = words_of(post.naam);
  return std::any_of(words.begin(), words.end(), [&](const std::string& word) {
    const auto found = projects_by_word_.find(word);
    return found != projects_by_word_.end() && found->second.size() <= most_projects_a_word &&
           std::find(found->second.begin(), found->second.end(), project) != found->second.end();
  });
}

int TellingWords::shared(const Post& post, ProjectId project) {
  const auto [known, is_new] = words_in_posts_.try_emplace(static_cast<std::uint32_t>(project));
  if (is_new)
    for (const Post& other : plan_.project(project).posts)
      for (std::string& word : words_of(other.naam)) known->second.insert(std::move(word));
  const std::vector<std::string> words = words_of(post.naam);
  const auto& in_project = known->second;  // clang 14 takes no binding into a lambda
  return static_cast<int>(
      std::count_if(words.begin(), words.end(), [&](const std::string& word) { return in_project.contains(word); }));
}

}  // namespace saldo
