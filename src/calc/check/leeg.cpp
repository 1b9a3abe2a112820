// What a plan has no amount for yet, or no use: PM, posts without amounts, lines without projects, indexes without posts.
#include <algorithm>
#include <iterator>

#include "base/say.h"
#include "calc/check/checks.h"
#include "calc/formulas.h"

namespace saldo {

namespace {

// What a user typed as PM, or what an index carries on from there.
std::vector<Year> pm_years(const CheckInput& input, const Project& project, std::size_t at, Direction direction) {
  const Side& side = project.posts[at].side(direction);
  std::vector<Year> years;
  for (std::size_t y = 0; y < input.plan.years.size(); ++y) {
    if (!input.amounts.at(project, at, direction, y).is_pm()) continue;
    const Term* term = find_term(side, input.plan.years.at(y));
    const bool own = term != nullptr ? term->facts().is_typed : grows(input.plan, project, project.posts[at], side, y);
    if (own) years.push_back(input.plan.years.at(y));
  }
  return years;
}

Place place_in(const Post& post, Direction direction, Year year) {
  const Term* term = find_term(post.side(direction), year);
  return term == nullptr ? post.place : term->place;
}

Diagnostic pm_finding(const Project& project, const Post& post, const std::vector<Year>& baten,
                      const std::vector<Year>& lasten) {
  const Message help = say("write the amount once it is known");
  const auto message = [&](const auto& years, std::string_view figure) {
    return say("the {} of post {} of {} are PM in {}: {}", figure, post.nr, project.nr, to_text(years), post.naam);
  };
  if (lasten.empty())
    return {Rule::pm_open,
            place_in(post, Direction::baten, baten.front()),
            message(baten, "baten"),
            {},
            help,
            {project.nr, post.nr, "baten", {}}};
  if (baten.empty())
    return {Rule::pm_open,
            place_in(post, Direction::lasten, lasten.front()),
            message(lasten, "lasten"),
            {},
            help,
            {project.nr, post.nr, "lasten", {}}};
  std::vector<Year> all;
  std::set_union(baten.begin(), baten.end(), lasten.begin(), lasten.end(), std::back_inserter(all));
  return {Rule::pm_open,
          std::min(place_in(post, Direction::baten, baten.front()), place_in(post, Direction::lasten, lasten.front())),
          say("the baten and lasten of post {} of {} are PM in {}: {}", post.nr, project.nr, to_text(all), post.naam),
          {},
          help,
          {project.nr, post.nr, "", {}}};
}

}  // namespace

// One finding per post, with its years. A PM that follows from another post is told there.
void check_pm_open(const CheckInput& input, Findings& findings) {
  for (const Project& project : input.plan.projects)
    for (std::size_t at = 0; at < project.posts.size(); ++at) {
      const std::vector<Year> baten = pm_years(input, project, at, Direction::baten);
      const std::vector<Year> lasten = pm_years(input, project, at, Direction::lasten);
      if (baten.empty() && lasten.empty()) continue;
      findings.push_back(pm_finding(project, project.posts[at], baten, lasten));
      findings.back().extent = baten.size() + lasten.size();
    }
}

// Posts with nothing written for them, no year and no rule.
void check_post_leeg(const CheckInput& input, Findings& findings) {
  for (const Project& project : input.plan.projects)
    for (const Post& post : project.posts)
      if (!post.automatic && post.baten.empty() && post.lasten.empty())
        findings.push_back({Rule::post_leeg,
                            post.place,
                            say("post {} of {} has no amounts: {}", post.nr, project.nr, post.naam),
                            {},
                            say("write its baten or lasten, \"PM\" if they are not known yet, or leave the post out"),
                            {project.nr, post.nr, "", {}}});
}

// Lines with no project and no line under them; not in a plan that has no projects at all yet.
void check_programmalijn_leeg(const CheckInput& input, Findings& findings) {
  if (input.plan.projects.empty()) return;
  std::vector<bool> used(input.plan.lines.size());
  for (const Project& project : input.plan.projects) used[position(*project.programmalijn.id)] = true;
  for (const Programmalijn& line : input.plan.lines)
    if (line.onder) used[position(*line.onder->id)] = true;
  for (std::size_t l = 0; l < used.size(); ++l) {
    const Programmalijn& line = input.plan.lines[l];
    if (!used[l])
      findings.push_back({Rule::programmalijn_leeg,
                          line.place,
                          say("no project belongs to programmalijn {}", line.id),
                          {},
                          say("write programmalijn = \"{}\" in a project, or leave this programmalijn out", line.id),
                          {line.id, "", "", {}}});
  }
}

// Indexes that no post names, directly or as a part of a blend.
void check_index_ongebruikt(const CheckInput& input, Findings& findings) {
  std::vector<bool> used(input.plan.indexes.size());
  for (const Project& project : input.plan.projects)
    for (const Post& post : project.posts)
      if (post.index != no_index) used[position(post.index)] = true;
  for (const Index& index : input.plan.indexes)
    if (const auto* parts = std::get_if<std::vector<BlendPart>>(&index.rates))
      for (const BlendPart& part : *parts) used[position(*part.index.id)] = true;
  for (std::size_t i = 0; i < used.size(); ++i) {
    const Index& index = input.plan.indexes[i];
    if (!used[i])
      findings.push_back({Rule::index_ongebruikt,
                          index.place,
                          say("no post uses the index `{}`", index.naam),
                          {},
                          say("write index = \"{}\" on the posts that follow it, or leave it out", index.naam),
                          {"", "", index.naam, {}}});
  }
}

}  // namespace saldo
