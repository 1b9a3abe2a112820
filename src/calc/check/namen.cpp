// Names that two things share, or nearly share: whoever adds up or looks up by name takes them for one, or for two.
#include <charconv>
#include <unordered_map>
#include <unordered_set>

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

template <class Report>
void for_each_family(const Plan& plan, Report report) {
  report(projects_of(plan));
  report(lines_of(plan));
  report(indexes_of(plan));
  for (const Project& project : plan.projects) report(posts_of(project));
}

}  // namespace

// Two projects, two lines, or two posts of one project with the same naam.
void check_naam_dubbel(const CheckInput& input, Findings& findings) {
  for_each_family(input.plan, [&](const Family& family) { report_doubles(family, findings); });
}

// The same, and two indexes, whose names, numbers or ids a reader takes for each other.
void check_naam_lijkt(const CheckInput& input, Findings& findings) {
  for_each_family(input.plan, [&](const Family& family) {
    report_likenesses(family, findings);
    const bool has_numbers = !family.empty() && family.front().nr != family.front().naam;  // an index has but a name
    if (has_numbers) report_alike_numbers(family, findings);
  });
}

}  // namespace saldo
