#include "calc/check/verdacht/telling_words.h"

#include <algorithm>
#include <array>
#include <string>
#include <string_view>
#include <unordered_map>

#include "base/hash/fnv1a.h"
#include "base/hash/map_of_bits.h"

namespace saldo {

namespace {

constexpr std::size_t most_projects_a_word = 3;   // a word in more project names names none of them
constexpr std::size_t shortest_telling_word = 5;  // letters

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

char letter(char c) { return letters[static_cast<unsigned char>(c)]; }

// Every word that is long enough: use(its number, the word as it is written). The number is FNV-1a of its letters.
template <class Use>
void each_word(std::string_view text, Use use) {
  for (std::size_t at = 0; at < text.size(); ++at) {
    const std::size_t first = at;
    Fnv1a number;
    for (; at < text.size() && letter(text[at]) != '\0'; ++at) number.add(letter(text[at]));
    if (at - first >= shortest_telling_word) use(number.hash(), text.substr(first, at - first));
  }
}

std::uint32_t in_short(std::uint64_t number) { return static_cast<std::uint32_t>(number ^ (number >> 32)); }

std::string lower(std::string_view written) {
  std::string out(written);
  std::transform(out.begin(), out.end(), out.begin(), letter);
  return out;
}

// The words that name a project. A plan of a hundred thousand posts has a million words, of which hardly any is one: a map
// of bits is asked first.
class NamingWords {
 public:
  explicit NamingWords(const Plan& plan) {
    for (std::size_t p = 0; p < plan.projects.size(); ++p)
      each_word(plan.projects[p].naam, [&](std::uint64_t, std::string_view written) {
        std::vector<ProjectId>& having = projects_[lower(written)];
        const auto project = static_cast<ProjectId>(p);
        if (having.empty() || having.back() != project) having.push_back(project);
      });
    if (plan.investeringsbudget) projects_["investeringsbudget"] = {*plan.investeringsbudget->id};
    std::erase_if(projects_, [](const auto& word) { return word.second.size() > most_projects_a_word; });
    bits_ = MapOfBits(projects_.size());
    for (const auto& [word, having] : projects_)
      each_word(word, [this](std::uint64_t number, std::string_view) { bits_.add(number); });
  }

  // The projects it names; null where that is none.
  const std::vector<ProjectId>* find(std::uint64_t number, std::string_view written) const {
    if (!bits_.may_have(number)) return nullptr;
    const auto found = projects_.find(lower(written));
    return found == projects_.end() ? nullptr : &found->second;
  }

 private:
  std::unordered_map<std::string, std::vector<ProjectId>> projects_;
  MapOfBits bits_{0};
};

}  // namespace

TellingWords::TellingWords(const Plan& plan) : plan_(plan), sorted_(plan.projects.size()) {
  const NamingWords naming(plan);
  from_.reserve(plan.post_count + 1);
  words_from_.reserve(plan.post_count + 1);
  words_.reserve(4 * plan.post_count);  // which few plans have more of
  for (const Project& project : plan.projects)
    for (const Post& post : project.posts) {
      each_word(post.naam, [&](std::uint64_t number, std::string_view written) {
        words_.push_back(in_short(number));
        if (const std::vector<ProjectId>* projects = naming.find(number, written))
          named_.insert(named_.end(), projects->begin(), projects->end());
      });
      from_.push_back(static_cast<std::uint32_t>(named_.size()));
      words_from_.push_back(static_cast<std::uint32_t>(words_.size()));
    }
}

std::span<const std::uint32_t> TellingWords::words_of(std::size_t first_post, std::size_t posts) const {
  const std::uint32_t first = words_from_[first_post];
  return std::span(words_).subspan(first, words_from_[first_post + posts] - first);
}

const TellingWords::Words& TellingWords::words_in(ProjectId id) {
  Words& sorted = sorted_[position(id)];
  if (!sorted.empty()) return sorted;
  const Project& project = plan_.project(id);
  const auto words = words_of(project.first_post, project.posts.size());
  sorted.assign(words.begin(), words.end());
  std::sort(sorted.begin(), sorted.end());
  return sorted;
}

int TellingWords::shared(std::size_t post, ProjectId project) {
  const Words& words = words_in(project);
  const auto of_post = words_of(post, 1);
  return static_cast<int>(std::count_if(of_post.begin(), of_post.end(), [&](std::uint32_t word) {
    return std::binary_search(words.begin(), words.end(), word);
  }));
}

}  // namespace saldo
