#include "calc/circles.h"

#include <algorithm>

#include "base/say.h"

namespace saldo {

namespace {

const Project& project_of(const Plan& plan, const AmountOf& cell) { return plan.projects[cell.project]; }
const Post& post_of(const Plan& plan, const AmountOf& cell) { return project_of(plan, cell).posts[cell.post]; }

// The post that is named has another side, or sends to or receives from another project, or none.
Diagnostic no_other_side(const Plan& plan, const AmountOf& cell, const Project& other, const Post& post) {
  const Project& project = project_of(plan, cell);
  const bool receives = cell.direction == Direction::baten;
  return {Rule::spiegel,
          place_of(plan, cell),
          receives ? say("post {} of {} does not send to {}", post.nr, other.nr, project.nr)
                   : say("post {} of {} does not receive from {}", post.nr, other.nr, project.nr),
          {{post.place, say("the post is here")}},
          receives ? say("write naar = \"{}\" on post {} of {} if it pays this", project.nr, post.nr, other.nr)
                   : say("write van = \"{}\" on post {} of {} if it receives this", project.nr, post.nr, other.nr)};
}

// Of any stream.
const Leg* leg_between(const Project& project, ProjectId other, Direction direction) {
  const auto found = std::find_if(project.legs.begin(), project.legs.end(),
                                  [&](const Leg& leg) { return leg.direction == direction && leg.other.id == other; });
  return found == project.legs.end() ? nullptr : &*found;
}

Diagnostic no_other_side(const Plan& plan, const AmountOf& cell, const Leg& leg) {
  const Project& project = project_of(plan, cell);
  const Project& other = plan.project(*leg.other.id);
  if (leg.other_post) return no_other_side(plan, cell, other, other.posts[*leg.other_post]);
  const bool receives = cell.direction == Direction::baten;
  if (const Leg* by_name = leg_between(other, static_cast<ProjectId>(cell.project), opposite(cell.direction)))
    return {Rule::spiegel,
            place_of(plan, cell),
            receives ? say("what {} sends to {} goes to posts that are named", other.nr, project.nr)
                     : say("what {} receives from {} comes from posts that are named", other.nr, project.nr),
            {{other.posts[by_name->post].place, say("such a post is here")}},
            receives
                ? say("name the post that pays this: van = \"{}/{}\"", other.nr, other.posts[by_name->post].nr)
                : say("name the post that receives this: naar = \"{}/{}\"", other.nr, other.posts[by_name->post].nr)};
  return {Rule::spiegel,
          place_of(plan, cell),
          receives ? say("project {} has no post that sends to {}", other.nr, project.nr)
                   : say("project {} has no post that receives from {}", other.nr, project.nr),
          {},
          receives ? say("write naar = \"{}\" on the post of {} that pays", project.nr, other.nr)
                   : say("write van = \"{}\" on the post of {} that receives", project.nr, other.nr)};
}

Diagnostic second_mirror(const Plan& plan, const AmountOf& cell, const Leg& leg, const AmountOf& first) {
  return {
      Rule::spiegel,
      place_of(plan, cell),
      say("a second spiegel for what {} and {} exchange", plan.project(*leg.other.id).nr, project_of(plan, cell).nr),
      {{place_of(plan, first), say("the first one is here")}},
      say("write the amount of one of them")};
}

Message describe(const Plan& plan, const AmountGraph& graph, const AmountOf& cell) {
  const std::string& nr = project_of(plan, cell).nr;
  const std::string where = in_words(address_of(plan, cell));
  switch (graph.formula(cell)) {
    case Formula::percentage: return say("{} is a percentage of other posts", where);
    case Formula::index: return say("{} follows from the year before", where);
    case Formula::sluitpost: return say("{} is the sluitpost, which waits for every other post of {}", where, nr);
    case Formula::spiegel: return say("{} is a spiegel of the other project", where);
    case Formula::leeg:
    case Formula::bedrag:
    case Formula::deel:
    case Formula::onderbouwing: break;  // these wait for nothing
  }
  return {};
}

}  // namespace

bool SpiegelChecks::check(const AmountOf& cell, Findings& findings) {
  const Project& project = project_of(plan_, cell);
  const Leg& leg = project.leg(cell.post, cell.direction);
  const auto self = static_cast<ProjectId>(cell.project);
  const LegsBetween& legs = graph_.legs_between();
  const Stream stream = legs.stream_of(project, leg);
  const std::size_t before = findings.size();
  if (legs.legs(*leg.other.id, self, opposite(cell.direction), stream).empty())
    findings.push_back(no_other_side(plan_, cell, leg));
  else if (cell.year < static_cast<std::size_t>(leg.vertraging))
    findings.push_back({Rule::spiegel,
                        place_of(plan_, cell),
                        say("this was sent in {}, before the plan begins", plan_.years.at(cell.year) - leg.vertraging),
                        {},
                        say("write the amount itself")});
  else {
    const LegRef* together = legs.legs(self, *leg.other.id, cell.direction, stream).data();
    const std::size_t sent = cell.year - static_cast<std::size_t>(leg.vertraging);
    const auto [first, is_first] = first_.try_emplace({together, sent}, graph_.node(cell));
    if (!is_first) findings.push_back(second_mirror(plan_, cell, leg, graph_.cell(first->second)));
  }
  return findings.size() == before;
}

void report_circle(const Plan& plan, const AmountGraph& graph, std::span<const Node> circle, Findings& findings) {
  Diagnostic finding{Rule::kring, {}, {}};
  std::string path;
  std::optional<AmountOf> first;
  const auto name = [&](const AmountOf& cell) {
    return to_text(address_of(project_of(plan, cell), post_of(plan, cell), plan.years.at(cell.year)));
  };
  for (const Node node : circle) {
    if (!graph.is_cell(node)) continue;
    const AmountOf cell = graph.cell(node);
    if (!first) first = cell;
    finding.related.push_back({place_of(plan, cell), describe(plan, graph, cell)});
    path += name(cell) + " -> ";
  }
  if (!first) return;
  path += name(*first);
  finding.place = place_of(plan, *first);
  finding.message = say("these amounts wait for each other in a circle: {}", path);
  finding.help = say("write one of these amounts yourself");
  findings.push_back(std::move(finding));
}

}  // namespace saldo
