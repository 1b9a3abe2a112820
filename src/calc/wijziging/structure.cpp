#include "calc/wijziging/structure.h"

#include <algorithm>

#include "base/finding/suggest.h"
#include "base/say.h"
#include "plan/beside_post.h"

namespace saldo {

namespace {

// The ranges without the post at `dropped`, the posts after it one place up.
SlimList<PostRange> without(const SlimList<PostRange>& ranges, std::uint32_t dropped) {
  SlimList<PostRange> kept;
  for (const PostRange& range : ranges) {
    if (range.first == dropped && range.last == dropped) continue;
    const std::uint32_t first = range.first > dropped ? range.first - 1 : range.first;
    const std::uint32_t last = range.last >= dropped ? range.last - 1 : range.last;
    kept.push_back({first, last});
  }
  return kept;
}

void renumber_over(Side& side, std::uint32_t dropped) {
  const Percentage* percentage = side.percentage();
  if (percentage == nullptr) return;
  Percentage renumbered = *percentage;
  renumbered.over = without(percentage->over, dropped);
  side.set_formula(std::move(renumbered));
}

std::optional<std::uint32_t> find_post(const Project& project, const OverName& name, const std::string& nr,
                                       Findings& findings) {
  for (std::size_t i = 0; i < project.posts.size(); ++i)
    if (project.posts[i].nr == nr) return static_cast<std::uint32_t>(i);
  std::vector<std::string_view> known;
  if (suggests_more(findings))
    for (const Post& post : project.posts) known.push_back(post.nr);
  findings.push_back({Rule::onbekende_post,
                      name.place,
                      say("project {} has no post {}", project.nr, nr),
                      {},
                      did_you_mean(likely_names(nr, known))});
  return std::nullopt;
}

void link_over(Project& project, Side& side, const std::vector<OverName>& names, Findings& findings) {
  if (names.empty() || side.percentage() == nullptr) return;
  Percentage percentage = *side.percentage();
  percentage.over = find_over(project, names, findings);
  side.set_formula(std::move(percentage));
}

}  // namespace

void drop_post(Project& project, std::uint32_t position) {
  project.posts.erase(project.posts.begin() + position);
  std::erase_if(project.legs, [position](const Leg& leg) { return leg.post == position; });
  for (Leg& leg : project.legs)
    if (leg.post > position) --leg.post;
  std::erase_if(project.onzekerheden, [position](const Onzekerheid& o) { return o.post == position; });
  for (Onzekerheid& onzekerheid : project.onzekerheden)
    if (onzekerheid.post > position) --onzekerheid.post;
  for (Post& post : project.posts) {
    renumber_over(post.baten, position);
    renumber_over(post.lasten, position);
  }
}

SlimList<PostRange> find_over(const Project& project, const std::vector<OverName>& names, Findings& findings) {
  SlimList<PostRange> ranges;
  for (const OverName& name : names) {
    const auto first = find_post(project, name, name.first, findings);
    const auto last = name.first == name.last ? first : find_post(project, name, name.last, findings);
    if (!first || !last) continue;
    if (*last < *first)
      findings.push_back(
          {Rule::onbekende_post, name.place, say("post {} stands before post {}", name.last, name.first)});
    else ranges.push_back({*first, *last});
  }
  return ranges;
}

void add_post(Project& project, PostsByName& posts, const PostDraft& draft, Findings& findings) {
  Post post = draft.post;
  if (post.nr.empty()) post.nr = std::to_string(project.posts.size() + 1);
  if (const auto twin = posts.find_nr(project, post.nr); !twin.empty()) {
    findings.push_back({Rule::dubbel_nr,
                        post.place,
                        say("project {} has two posts with nr {}", project.nr, post.nr),
                        {{project.posts[twin.front()].place, say("the first one is here")}},
                        say("give one of them another nr, such as \"{}b\"", post.nr)});
    return;
  }
  const auto position = static_cast<std::uint32_t>(project.posts.size());
  project.posts.push_back(std::move(post));
  posts.add_last(project);
  link_over(project, project.posts.back().baten, draft.over.baten, findings);
  link_over(project, project.posts.back().lasten, draft.over.lasten, findings);
  if (draft.naar) set_leg(project, position, Direction::lasten, *draft.naar, 0);
  if (draft.van) set_leg(project, position, Direction::baten, *draft.van, draft.vertraging);
  if (draft.onzekerheid.place.line == 0) return;
  project.onzekerheden.push_back(draft.onzekerheid);
  project.onzekerheden.back().post = position;
}

}  // namespace saldo
