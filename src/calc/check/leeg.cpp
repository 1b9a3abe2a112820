// What a plan has no use for, or nothing in: posts without amounts, lines without projects, indexes without posts.
#include "base/say.h"
#include "calc/check/checks.h"

namespace saldo {

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
  for (const Project& project : input.plan.projects)
    if (const auto& line = project.programmalijn.id) used[position(*line)] = true;
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
