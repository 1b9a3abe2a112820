// Names that two things share, or nearly share: whoever adds up or looks up by name takes them for one, or for two.
#include <algorithm>
#include <array>
#include <charconv>
#include <cstdint>
#include <functional>
#include <map>
#include <numeric>
#include <set>
#include <unordered_map>
#include <unordered_set>

#include "base/hash/scattered.h"
#include "base/say.h"
#include "base/text.h"
#include "calc/check/checks.h"

namespace saldo {

namespace {

struct Named {
  std::string_view naam;
  std::string_view noun;  // project, post, ...
  std::string nr;
  Place place;
  Address subject;
};

// Things whose names should tell them apart from each other.
using Family = std::vector<Named>;

Family projects_of(const Plan& plan) {
  Family family;
  for (const Project& project : plan.projects)
    family.push_back({project.naam, "project", project.nr, project.place, {project.nr, "", "", {}}});
  return family;
}

Family lines_of(const Plan& plan) {
  Family family;
  for (const Programmalijn& line : plan.lines)
    family.push_back({line.naam, "programmalijn", line.id, line.place, {line.id, "", "", {}}});
  return family;
}

Family indexes_of(const Plan& plan) {
  Family family;
  for (const Index& index : plan.indexes)
    family.push_back({index.naam, "index", index.naam, index.place, {"", "", index.naam, {}}});
  return family;
}

// Of every byte what it adds below: of most letters the same in either case, and of others nothing.
constexpr std::array<std::uint64_t, 256> weights = [] {
  std::array<std::uint64_t, 256> all{};
  for (const char c : std::string_view("bdfghjkmpqrstvwxz23456789")) {
    all[static_cast<unsigned char>(c)] = scattered(static_cast<unsigned char>(c));
    if (c >= 'a') all[static_cast<unsigned char>(c - 'a' + 'A')] = scattered(static_cast<unsigned char>(c));
  }
  return all;
}();

// Whether all beyond ASCII are letters such as é and ç: seen as one without its mark, or as nothing of ASCII. A ß is two.
bool has_only_marked_letters(std::string_view naam) {
  for (std::size_t i = 0; i < naam.size(); ++i) {
    if (static_cast<unsigned char>(naam[i]) < 0x80) continue;
    if (naam[i] != '\xC3' || i + 1 == naam.size() || naam[i + 1] == '\x9F') return false;
    ++i;
  }
  return true;
}

// The same number for names of which as_seen makes one, and seldom for others: of what a reader takes for something else
// only the letters and digits of ASCII count that stand for nothing but themselves, in any order, and never with a mark.
std::uint64_t sieve_of(std::string_view naam) {
  const auto add = [](std::uint64_t sum, char c) { return sum + weights[static_cast<unsigned char>(c)]; };
  const auto sum_of = [&](std::string_view text) {
    return std::accumulate(text.begin(), text.end(), std::uint64_t{}, add);
  };
  const auto together = std::accumulate(naam.begin(), naam.end(), 0, std::bit_or<>());
  return (together & 0x80) == 0 || has_only_marked_letters(naam) ? sum_of(naam) : sum_of(as_seen(naam));
}

// Whether two of the names have the same number: of nearly every project no two posts do.
template <class Things, class NumberOf>
bool any_share_number(const Things& things, NumberOf number_of) {
  std::vector<std::uint64_t> numbers;
  numbers.reserve(things.size());
  for (const auto& thing : things) numbers.push_back(number_of(thing.naam));
  std::sort(numbers.begin(), numbers.end());
  return std::adjacent_find(numbers.begin(), numbers.end()) != numbers.end();
}

// Where none has a number of its own they are 1, 2, 3, of which no two look alike.
bool has_own_numbers(const Project& project) {
  return std::any_of(project.posts.begin(), project.posts.end(), [](const Post& post) { return post.own_nr; });
}

Family posts_of(const Project& project) {
  Family family;
  for (const Post& post : project.posts)
    if (!post.automatic)
      family.push_back({post.naam, "post", to_text(address_of(project, post)), post.place, address_of(project, post)});
  return family;
}

void report_doubles(const Family& family, Findings& findings) {
  std::unordered_map<std::string_view, const Named*> seen;
  for (const Named& named : family) {
    const auto [entry, is_new] = seen.try_emplace(named.naam, &named);
    if (is_new) continue;
    const Named& first = *entry->second;
    findings.push_back(
        {Rule::naam_dubbel,
         named.place,
         say("{} {} has the same naam as {} {}: {}", named.noun, named.nr, first.noun, first.nr, named.naam),
         {{first.place, say("the first one is here")}},
         say("give each a naam of its own"),
         named.subject});
  }
}

void report_alike(const Named& named, const Named& first, Message message, Message help, Findings& findings) {
  findings.push_back({Rule::naam_lijkt,
                      named.place,
                      std::move(message),
                      {{first.place, say("the other one is here")}},
                      std::move(help),
                      named.subject});
}

Message alike_names(const Named& named, const Named& first) {
  if (folded(named.naam) == folded(first.naam))
    return say("the naam of {} {} differs from that of {} {} only in case, accents or spaces: `{}` and `{}`",
               named.noun, named.nr, first.noun, first.nr, named.naam, first.naam);
  return say("the naam of {} {} looks like that of {} {}, in other characters: `{}` and `{}`", named.noun, named.nr,
             first.noun, first.nr, named.naam, first.naam);
}

// Of a name that stands there more than once only the first counts here: the others are doubles already.
void report_likenesses(const Family& family, Findings& findings) {
  std::unordered_set<std::string_view> exact;
  std::unordered_map<std::string, const Named*> seen;
  for (const Named& named : family) {
    if (!exact.insert(named.naam).second) continue;
    const auto [entry, is_new] = seen.try_emplace(as_seen(named.naam), &named);
    if (is_new) continue;
    const Named& first = *entry->second;
    report_alike(named, first, alike_names(named, first),
                 say("write them the same way, or so that a reader can tell them apart"), findings);
  }
}

// The numbers of a family by how they are seen.
using Seen = std::unordered_map<std::string, const Named*>;

// 3.4 for 3.40: a spreadsheet makes the one of the other. Where 3.39 or 3.41 is there too, numbering just went on.
const Named* without_last_zero(const std::string& number, const Seen& seen) {
  const std::size_t point = number.rfind('.');
  if (point == number.npos || !number.ends_with('0')) return nullptr;
  const std::string before = number.substr(0, point + 1);
  const std::string digits = number.substr(point + 1);
  int last = 0;
  const auto [end, error] = std::from_chars(digits.data(), digits.data() + digits.size(), last);
  if (error != std::errc() || end != digits.data() + digits.size() || last == 0) return nullptr;
  for (const int neighbour : {last - 1, last + 1})
    if (seen.contains(before + std::to_string(neighbour))) return nullptr;
  const auto shorter = seen.find(number.substr(0, number.size() - 1));
  return shorter == seen.end() ? nullptr : shorter->second;
}

// Numbers and ids that a reader takes for each other: what is meant for the one goes to the other, and nobody sees it.
void report_alike_numbers(const Family& family, Findings& findings) {
  Seen seen;
  for (const Named& named : family) {
    const auto [entry, is_new] = seen.try_emplace(as_seen(named.nr), &named);
    const Named& first = *entry->second;
    if (is_new || named.nr == first.nr) continue;
    report_alike(named, first,
                 say("{} `{}` looks like {} `{}`, and is another", named.noun, named.nr, first.noun, first.nr),
                 say("give one of them a nr that nobody takes for the other"), findings);
  }
  for (const Named& named : family)
    if (const Named* first = without_last_zero(named.nr, seen))
      report_alike(named, *first,
                   say("{} `{}` is another than {} `{}`; a spreadsheet makes them one", named.noun, named.nr,
                       first->noun, first->nr),
                   say("look whether one of them was meant as the other"), findings);
}

void find_likenesses(const Family& family, Findings& findings) {
  report_likenesses(family, findings);
  const bool has_numbers = !family.empty() && family.front().nr != family.front().naam;  // an index has but a name
  if (has_numbers) report_alike_numbers(family, findings);
}

}  // namespace

// Two projects, two lines, or two posts of one project with the same naam.
void check_naam_dubbel(const CheckInput& input, Findings& findings) {
  report_doubles(projects_of(input.plan), findings);
  report_doubles(lines_of(input.plan), findings);
  report_doubles(indexes_of(input.plan), findings);
  for (const Project& project : input.plan.projects)
    if (any_share_number(project.posts, std::hash<std::string_view>())) report_doubles(posts_of(project), findings);
}

// The same, and two indexes, whose names, numbers or ids a reader takes for each other.
void check_naam_lijkt(const CheckInput& input, Findings& findings) {
  find_likenesses(projects_of(input.plan), findings);
  find_likenesses(lines_of(input.plan), findings);
  find_likenesses(indexes_of(input.plan), findings);
  for (const Project& project : input.plan.projects)
    if (has_own_numbers(project) || any_share_number(project.posts, sieve_of))
      find_likenesses(posts_of(project), findings);
}

namespace {

// Where a key, or a value of one key, first stands, and of what.
struct Label {
  std::string text;
  Place place;
  Address subject;
};

// Keys of the plan in the order they are written, and the values of each.
struct AllWritten {
  std::vector<Label> keys;
  std::map<std::string, std::vector<Label>> values;
  std::set<std::string> seen_keys;
  std::set<std::pair<std::string, std::string>> seen_values;

  void add(const Kenmerken& kenmerken, const Address& subject) {
    if (kenmerken.all == nullptr) return;
    for (const Kenmerk& one : *kenmerken.all) {
      if (seen_keys.insert(one.sleutel).second) keys.push_back({one.sleutel, one.place, subject});
      if (seen_values.insert({one.sleutel, one.waarde}).second)
        values[one.sleutel].push_back({one.waarde, one.place, subject});
    }
  }
};

AllWritten all_written(const Plan& plan) {
  AllWritten all;
  for (const Programmalijn& line : plan.lines) all.add(line.kenmerken, {line.id, "", "", {}});
  for (const Project& project : plan.projects) {
    all.add(project.more->kenmerken, {project.nr, "", "", {}});
    for (const Post& post : project.posts) all.add(post.more->kenmerken, address_of(project, post));
  }
  return all;
}

// Names of which a slip of one letter can be told: 6.5 is not 6.6, and wmo not wlz.
bool can_slip(std::string_view seen) {
  constexpr std::size_t least = 5, most = 60;
  return seen.size() >= least && seen.size() <= most && seen.find_first_of("0123456789") == seen.npos;
}

// What stands there without one of its letters, and without any: two names that share one of these differ in at most one
// letter, or in two that are next to each other and changed places.
std::vector<std::string> without_a_letter(const std::string& seen) {
  std::vector<std::string> all{seen};
  for (std::size_t i = 0; can_slip(seen) && i < seen.size(); ++i) all.push_back(std::string(seen).erase(i, 1));
  return all;
}

void report_slips(const std::vector<Label>& family, std::string_view noun, Findings& findings) {
  std::unordered_map<std::string, const Label*> seen;
  for (const Label& written : family) {
    const Label* other = nullptr;
    for (std::string& name : without_a_letter(as_seen(written.text))) {
      const auto [entry, is_new] = seen.try_emplace(std::move(name), &written);
      if (!is_new && other == nullptr && entry->second != &written) other = entry->second;
    }
    if (other == nullptr) continue;
    findings.push_back({Rule::kenmerk_lijkt,
                        written.place,
                        say("{} `{}` looks like `{}`, and counts apart from it", noun, written.text, other->text),
                        {{other->place, say("the other one is here")}},
                        say("write them the same way, or so that a reader can tell them apart"),
                        written.subject});
  }
}

}  // namespace

// Keys, or values of one key, that differ only in case, accents or one letter. Each is told once, where it first stands.
void check_kenmerk_lijkt(const CheckInput& input, Findings& findings) {
  const AllWritten all = all_written(input.plan);
  report_slips(all.keys, "kenmerk", findings);
  for (const auto& [key, values] : all.values) report_slips(values, key, findings);
}

}  // namespace saldo
