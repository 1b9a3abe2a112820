// Names that two things share, or nearly share: whoever adds up or looks up by name takes them for one, or for two.
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

// Of a name that stands there more than once only the first counts here: the others are doubles already.
void report_likenesses(const Family& family, Findings& findings) {
  std::unordered_set<std::string_view> exact;
  std::unordered_map<std::string, const Named*> seen;
  for (const Named& named : family) {
    if (!exact.insert(named.naam).second) continue;
    const auto [entry, is_new] = seen.try_emplace(folded(named.naam), &named);
    if (is_new) continue;
    const Named& first = *entry->second;
    findings.push_back(
        {Rule::naam_lijkt,
         named.place,
         say("the naam of {} {} differs from that of {} {} only in case, accents or spaces: `{}` and `{}`", named.noun,
             named.nr, first.noun, first.nr, named.naam, first.naam),
         {{first.place, say("the other one is here")}},
         say("write them the same way, or so that a reader can tell them apart"),
         named.subject});
  }
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

// The same, and two indexes, whose names differ only in case, accents or spaces.
void check_naam_lijkt(const CheckInput& input, Findings& findings) {
  for_each_family(input.plan, [&](const Family& family) { report_likenesses(family, findings); });
}

}  // namespace saldo
