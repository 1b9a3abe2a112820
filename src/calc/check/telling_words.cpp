#include "calc/check/telling_words.h"

#include <algorithm>
#include <array>
#include <functional>
#include <string>
#include <string_view>
#include <unordered_map>

namespace saldo {

namespace {

constexpr std::size_t most_projects_a_word = 3;   // a word in more project names names none of them
constexpr std::size_t shortest_telling_word = 5;  // letters
constexpr ProjectId no_project{static_cast<std::uint32_t>(-1)};

// Every byte as it stands in a word, 0 where it ends one. Whatever is not ASCII is a letter.
constexpr std::array<char, 256> letters = [] {
  std::array<char, 256> all{};
  for (std::size_t c = 0; c < all.size(); ++c) {
    const bool upper = c >= 'A' && c <= 'Z';
    const bool stays = c >= 0x80 || (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z');
    all[c] = upper ? static_cast<char>(c - 'A' + 'a') : stays ? static_cast<char>(c) : '\0';
  }
  return all;
}();

// Words by number: a plan of a hundred thousand posts has the same few thousand of them again and again.
class Numbers {
 public:
  template <class Use>
  void each_in(std::string_view text, Use use) {
    for (std::size_t at = 0; at < text.size(); ++at) {
      word_.clear();
      for (; at < text.size() && letter(text[at]) != '\0'; ++at) word_ += letter(text[at]);
      if (word_.size() >= shortest_telling_word) use(number(word_));
    }
  }

  std::uint32_t number(std::string_view word) {
    const auto known = numbers_.find(word);
    if (known != numbers_.end()) return known->second;
    return numbers_.emplace(word, static_cast<std::uint32_t>(numbers_.size())).first->second;
  }

  std::size_t size() const { return numbers_.size(); }

 private:
  static char letter(char c) { return letters[static_cast<unsigned char>(c)]; }

  struct Hash {
    using is_transparent = void;
    std::size_t operator()(std::string_view word) const { return std::hash<std::string_view>()(word); }
  };
  std::unordered_map<std::string, std::uint32_t, Hash, std::equal_to<>> numbers_;
  std::string word_;
};

// The projects that have a word in their name, by its number.
std::vector<std::vector<ProjectId>> projects_by_word(const Plan& plan, Numbers& numbers) {
  std::vector<std::vector<ProjectId>> projects;
  const auto of = [&](std::uint32_t word) -> std::vector<ProjectId>& {
    if (word >= projects.size()) projects.resize(word + 1);
    return projects[word];
  };
  for (std::size_t p = 0; p < plan.projects.size(); ++p)
    numbers.each_in(plan.projects[p].naam, [&](std::uint32_t word) {
      const auto project = static_cast<ProjectId>(p);
      if (of(word).empty() || of(word).back() != project) of(word).push_back(project);
    });
  if (plan.investeringsbudget) of(numbers.number("investeringsbudget")) = {*plan.investeringsbudget->id};
  for (std::vector<ProjectId>& having : projects)
    if (having.size() > most_projects_a_word) having.clear();
  return projects;
}

}  // namespace

TellingWords::TellingWords(const Plan& plan) : plan_(plan) {
  Numbers numbers;
  const std::vector<std::vector<ProjectId>> projects = projects_by_word(plan, numbers);
  for (const Project& project : plan.projects)
    for (const Post& post : project.posts) {
      numbers.each_in(post.naam, [&](std::uint32_t word) {
        words_.all.push_back(word);
        if (word < projects.size()) named_.all.insert(named_.all.end(), projects[word].begin(), projects[word].end());
      });
      words_.from.push_back(words_.all.size());
      named_.from.push_back(named_.all.size());
    }
  last_in_.assign(numbers.size(), no_project);
}

int TellingWords::shared(std::size_t post, ProjectId project) {
  const Project& other = plan_.project(project);
  for (std::size_t i = 0; i < other.posts.size(); ++i)
    for (const std::uint32_t word : words_.of(other.first_post + i)) last_in_[word] = project;
  const std::span<const std::uint32_t> words = words_.of(post);
  return static_cast<int>(
      std::count_if(words.begin(), words.end(), [&](std::uint32_t word) { return last_in_[word] == project; }));
}

}  // namespace saldo
