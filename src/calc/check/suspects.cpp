#include "calc/check/suspects.h"

#include <algorithm>
#include <cctype>
#include <map>
#include <set>
#include <string>
#include <tuple>
#include <unordered_map>

namespace saldo {

namespace {

constexpr std::size_t most_sums = 5'000'000;      // about a second
constexpr std::size_t most_suspects = 10'000;     // nobody reads more; a plan of equal amounts has millions
constexpr std::size_t most_equal_amounts = 64;    // an amount that stands in more places says nothing
constexpr std::size_t most_projects_a_word = 3;   // a word in more project names names none of them
constexpr std::size_t shortest_telling_word = 5;  // letters
constexpr int least_digits = 4;                   // of an equal amount without a name to go with it
constexpr int least_digits_of_sum = 5;            // and of a sum
constexpr int more_digits_of_sum = 2;             // as there are so many more sums than amounts
constexpr int least_digits_if_later = 3;          // of an amount that arrives a year later, whatever the names say

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

// Which projects a post name can be said to name.
class ProjectNames {
 public:
  explicit ProjectNames(const Plan& plan) {
    for (std::size_t p = 0; p < plan.projects.size(); ++p)
      for (const std::string& word : words_of(plan.projects[p].naam)) {
        std::vector<ProjectId>& projects = by_word_[word];
        if (projects.empty() || projects.back() != static_cast<ProjectId>(p))
          projects.push_back(static_cast<ProjectId>(p));
      }
    if (plan.investeringsbudget) by_word_["investeringsbudget"] = {*plan.investeringsbudget->id};
  }

  bool names(const Post& post, ProjectId project) const {
    const std::vector<std::string> words = words_of(post.naam);
    return std::any_of(words.begin(), words.end(), [&](const std::string& word) {
      const auto found = by_word_.find(word);
      return found != by_word_.end() && found->second.size() <= most_projects_a_word &&
             std::find(found->second.begin(), found->second.end(), project) != found->second.end();
    });
  }

 private:
  std::unordered_map<std::string, std::vector<ProjectId>> by_word_;
};

class Search {
 public:
  Search(const Plan& plan, const Amounts& amounts) : plan_(plan), amounts_(amounts), names_(plan) {}

  Suspects run() {
    collect();
    for (const auto& [cents, cells] : lasten_)
      if (!result_.stopped) match_equal(cells, baten_.find(cents));
    for (std::size_t p = 0; p < plan_.projects.size() && !result_.stopped; ++p)
      for (std::size_t y = 0; y < plan_.years.size(); ++y) match_sums(p, y);
    rank_and_choose();
    return std::move(result_);
  }

 private:
  using Cells = std::vector<AmountOf>;
  using ByAmount = std::unordered_map<std::int64_t, Cells>;
  using Posts = std::vector<std::uint32_t>;
  using Key = std::tuple<ProjectId, ProjectId, Posts, Posts, int>;  // van, naar, zendt, ontvangt, years in between

  static std::size_t side_of(const Project& project, std::size_t post, Direction direction) {
    return side_number(project.first_post + post, direction);
  }

  bool is_candidate(const Project& project, std::size_t post, Direction direction, Amount amount) const {
    return amount.is_money() && amount.counted() > Money() && !declared_[side_of(project, post, direction)];
  }

  void collect() {
    declared_.resize(2 * plan_.post_count);
    for (const Project& project : plan_.projects)
      for (const Leg& leg : project.legs) declared_[side_of(project, leg.post, leg.direction)] = true;
    for (std::size_t p = 0; p < plan_.projects.size(); ++p) {
      const Project& project = plan_.projects[p];
      for (std::size_t post = 0; post < project.posts.size(); ++post)
        for (const Direction direction : both_directions)
          for (std::size_t y = 0; y < plan_.years.size(); ++y) {
            const Amount amount = amounts_.at(project, post, direction, y);
            if (!is_candidate(project, post, direction, amount)) continue;
            ByAmount& all = direction == Direction::baten ? baten_ : lasten_;
            all[amount.counted().cents()].push_back({p, post, direction, y});
            ++result_.amounts;
          }
    }
  }

  Amount amount(const AmountOf& cell) const {
    return amounts_.at(plan_.projects[cell.project], cell.post, cell.direction, cell.year);
  }

  static bool may_meet(const AmountOf& sends, const AmountOf& receives) {
    return sends.project != receives.project && (receives.year == sends.year || receives.year == sends.year + 1);
  }

  void match_equal(const Cells& sends, ByAmount::const_iterator receives) {
    if (receives == baten_.end() || sends.size() + receives->second.size() > most_equal_amounts) return;
    for (const AmountOf& from : sends)
      for (const AmountOf& to : receives->second)
        if (may_meet(from, to)) add({from}, {to}, amount(from).counted(), sends.size() + receives->second.size() == 2);
  }

  // Two or three posts of one project that add up to one post of another.
  void match_sums(std::size_t project, std::size_t year) {
    for (const Direction direction : both_directions) {
      Cells cells;
      for (std::size_t post = 0; post < plan_.projects[project].posts.size(); ++post)
        if (is_candidate(plan_.projects[project], post, direction,
                         amounts_.at(plan_.projects[project], post, direction, year)))
          cells.push_back({project, post, direction, year});
      for (std::size_t i = 0; i < cells.size(); ++i)
        for (std::size_t j = i + 1; j < cells.size(); ++j) {
          const Money two = amount(cells[i]).counted() + amount(cells[j]).counted();
          if (!try_sum({cells[i], cells[j]}, two)) return;
          for (std::size_t k = j + 1; k < cells.size(); ++k)
            if (!try_sum({cells[i], cells[j], cells[k]}, two + amount(cells[k]).counted())) return;
        }
    }
  }

  bool try_sum(std::initializer_list<AmountOf> parts, Money sum) {
    if (++sums_ > most_sums) result_.stopped = true;
    if (result_.stopped) return false;
    const Direction direction = parts.begin()->direction;
    const ByAmount& others = direction == Direction::lasten ? baten_ : lasten_;
    const auto found = sum.is_overflow() ? others.end() : others.find(sum.cents());
    if (found == others.end() || found->second.size() > most_equal_amounts) return true;
    for (const AmountOf& other : found->second) {
      if (direction == Direction::lasten && may_meet(*parts.begin(), other))
        add(parts, {other}, sum, found->second.size() == 1);
      if (direction == Direction::baten && may_meet(other, *parts.begin()))
        add({other}, parts, sum, found->second.size() == 1);
    }
    return true;
  }

  static Posts posts_of(const Cells& cells) {
    Posts posts;
    for (const AmountOf& cell : cells) posts.push_back(static_cast<std::uint32_t>(cell.post));
    return posts;
  }

  bool any_names(const Cells& cells, ProjectId other) const {
    return std::any_of(cells.begin(), cells.end(), [&](const AmountOf& cell) {
      return names_.names(plan_.projects[cell.project].posts[cell.post], other);
    });
  }

  const std::set<std::string>& post_words(ProjectId project) {
    const auto [entry, is_new] = post_words_.try_emplace(static_cast<std::uint32_t>(project));
    if (is_new)
      for (const Post& post : plan_.project(project).posts)
        for (std::string& word : words_of(post.naam)) entry->second.insert(std::move(word));
    return entry->second;
  }

  // Two posts of 5.000 may both fit; the one that speaks of what the other project does is the likelier.
  int shared_words(const Cells& cells, ProjectId other) {
    const std::set<std::string>& known = post_words(other);
    int shared = 0;
    for (const AmountOf& cell : cells)
      for (const std::string& word : words_of(plan_.projects[cell.project].posts[cell.post].naam))
        if (known.contains(word)) ++shared;
    return shared;
  }

  void add(const Cells& sends, const Cells& receives, Money bedrag, bool only_pair) {
    const auto van = static_cast<ProjectId>(sends.front().project);
    const auto naar = static_cast<ProjectId>(receives.front().project);
    const bool names_other = any_names(sends, naar) || any_names(receives, van);
    const int least = sends.size() + receives.size() > 2 ? least_digits_of_sum : least_digits;
    const int digits = significant_digits(bedrag);
    const int between = static_cast<int>(receives.front().year - sends.front().year);
    if (!names_other && (digits < least || !only_pair)) return;
    if (between > 0 && digits < least_digits_if_later) return;
    if (found_.size() >= most_suspects) {
      result_.stopped = true;
      return;
    }
    Suspect& suspect = found_[Key{van, naar, posts_of(sends), posts_of(receives), between}];
    suspect.van = van;
    suspect.naar = naar;
    suspect.zendt = posts_of(sends);
    suspect.ontvangt = posts_of(receives);
    suspect.names_other = names_other;
    suspect.shared_words = shared_words(sends, naar) + shared_words(receives, van);
    suspect.digits = std::max(suspect.digits, digits);
    suspect.years.push_back({plan_.years.at(sends.front().year), plan_.years.at(receives.front().year), bedrag});
  }

  static auto rank(const Suspect& suspect) {
    const bool later = suspect.years.front().jaar != suspect.years.front().ontvangen_in;
    return std::tuple(!suspect.names_other, -static_cast<int>(suspect.years.size()) - suspect.digits,
                      suspect.zendt.size() + suspect.ontvangt.size(), later, -suspect.shared_words);
  }

  std::vector<std::uint64_t> cells_of(const Suspect& suspect) const {
    std::vector<std::uint64_t> cells;
    for (const SuspectYear& year : suspect.years) {
      for (const std::uint32_t post : suspect.zendt)
        cells.push_back(
            position(amounts_.id(plan_.project(suspect.van), post, Direction::lasten, plan_.years.index(year.jaar))));
      for (const std::uint32_t post : suspect.ontvangt)
        cells.push_back(position(
            amounts_.id(plan_.project(suspect.naar), post, Direction::baten, plan_.years.index(year.ontvangen_in))));
    }
    return cells;
  }

  void rank_and_choose() {
    std::vector<Suspect> all;
    for (auto& [key, suspect] : found_) all.push_back(std::move(suspect));
    std::stable_sort(all.begin(), all.end(), [](const Suspect& a, const Suspect& b) { return rank(a) < rank(b); });
    std::set<std::uint64_t> used;
    for (Suspect& suspect : all) {
      std::sort(suspect.years.begin(), suspect.years.end(),
                [](const SuspectYear& a, const SuspectYear& b) { return a.jaar < b.jaar; });
      const std::vector<std::uint64_t> cells = cells_of(suspect);
      if (std::any_of(cells.begin(), cells.end(), [&](std::uint64_t cell) { return used.contains(cell); })) continue;
      used.insert(cells.begin(), cells.end());
      result_.found.push_back(std::move(suspect));
    }
  }

  const Plan& plan_;
  const Amounts& amounts_;
  ProjectNames names_;
  std::vector<bool> declared_;  // by side of a post: part of an overdracht somebody declared
  std::unordered_map<std::uint32_t, std::set<std::string>> post_words_;
  ByAmount baten_, lasten_;
  std::map<Key, Suspect> found_;
  std::size_t sums_ = 0;
  Suspects result_;
};

}  // namespace

int significant_digits(Money money) {
  std::int64_t cents = money.cents() < 0 ? -money.cents() : money.cents();
  while (cents != 0 && cents % 10 == 0) cents /= 10;
  int digits = 0;
  for (; cents != 0; cents /= 10) ++digits;
  return digits;
}

bool may_be_chance(const Suspect& suspect, const Suspects& among) {
  if (suspect.names_other) return false;
  const bool sum = suspect.zendt.size() + suspect.ontvangt.size() > 2;
  int needed = sum ? more_digits_of_sum : 0;
  for (std::size_t amounts = among.amounts; amounts > 0; amounts /= 10) needed += 2;  // pairs of amounts
  return suspect.digits + static_cast<int>(suspect.years.size()) - 1 < needed;
}

Suspects find_suspects(const Plan& plan, const Amounts& amounts) { return Search(plan, amounts).run(); }

}  // namespace saldo
