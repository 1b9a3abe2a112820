// Amounts that are not known yet, and what stands on them.
#include <algorithm>
#include <iterator>
#include <map>
#include <set>
#include <span>

#include "base/say.h"
#include "calc/check/checks.h"
#include "calc/closing.h"
#include "calc/formulas.h"
#include "calc/needs.h"

namespace saldo {

namespace {

// What a user typed as PM, or what an index carries on from there.
std::vector<Year> pm_years(const CheckInput& input, const Project& project, std::size_t at, Direction direction) {
  const Side& side = project.posts[at].side(direction);
  const std::span<const Amount> amounts = input.amounts.of(project, at, direction);
  std::vector<Year> years;
  for (std::size_t y = 0; y < amounts.size(); ++y) {
    if (!amounts[y].is_pm()) continue;
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

// What takes the rest of a project, in these years, and leaves out an amount that is not known.
struct Closing {
  std::size_t project = 0, post = 0;
  Place place;  // of the first of these years
  std::vector<Year> years = {};
};

// Per post that is PM, by its number over the whole plan: every sluitpost and restant that stands on it, also by way of a
// spiegel or a percentage of it.
class StandsOnPm {
 public:
  explicit StandsOnPm(const CheckInput& input) : input_(input), graph_(input.plan) {
    input.plan.for_each_side([&](std::size_t project, std::size_t post, Direction direction) {
      for (const Term& term : input.plan.projects[project].posts[post].side(direction).terms)
        if (term.facts().closes)
          trace_closing({project, post, direction, input.plan.years.index(term.year)}, term.place);
    });
  }

  const std::vector<Closing>& closing(std::size_t post) const {
    static const std::vector<Closing> none;
    const auto found = closings_.find(post);
    return found == closings_.end() ? none : found->second;
  }

 private:
  bool is_pm(const AmountOf& cell) const {
    return input_.amounts.at(input_.plan.projects[cell.project], cell.post, cell.direction, cell.year).is_pm();
  }

  void trace_closing(const AmountOf& closing, Place place) {
    const Project& project = input_.plan.projects[closing.project];
    std::set<Node> seen;
    for (std::size_t y = first_year_left(input_.plan, project, closing.year); y <= closing.year; ++y)
      project.for_each_side([&](std::size_t post, Direction direction) {
        const AmountOf start{closing.project, post, direction, y};
        if (is_pm(start)) trace_pm(start, closing, place, seen);  // as few are
      });
  }

  // Whether what it follows from is PM for this closing. What another sluitpost leaves out is told of that one.
  bool carries_pm(const AmountOf& cell, const AmountOf& closing, Place place) {
    const Formula formula = graph_.formula(cell);
    if (takes_what_is_left(formula) || !is_pm(cell)) return false;
    if (!is_worked_out(formula)) add(cell, closing, place);
    return true;
  }

  void trace_pm(const AmountOf& start, const AmountOf& closing, Place place, std::set<Node>& seen) {
    std::vector<Node> open{graph_.node(start)};
    while (!open.empty()) {
      const Node node = open.back();
      open.pop_back();
      if (graph_.is_closing(node) || !seen.insert(node).second) continue;
      if (graph_.is_cell(node) && !carries_pm(graph_.cell(node), closing, place)) continue;
      graph_.for_each(node, [&open](Node need, int) { open.push_back(need); });
    }
  }

  void add(const AmountOf& pm, const AmountOf& closing, Place place) {
    std::vector<Closing>& all = closings_[input_.plan.projects[pm.project].first_post + pm.post];
    const Year year = input_.plan.years.at(closing.year);
    auto found = std::find_if(all.begin(), all.end(), [&](const Closing& one) {
      return one.project == closing.project && one.post == closing.post;
    });
    if (found == all.end()) found = all.insert(found, {closing.project, closing.post, place});
    if (found->years.empty() || found->years.back() != year) found->years.push_back(year);
  }

  const CheckInput& input_;
  AmountGraph graph_;
  std::map<std::size_t, std::vector<Closing>> closings_;
};

Related closing_words(const Plan& plan, const Closing& closing) {
  const Project& project = plan.projects[closing.project];
  const Post& post = project.posts[closing.post];
  if (post.automatic)
    return {closing.place, say("the restant of {} leaves it out in {}: what is left then is not certain", project.nr,
                               to_text(closing.years))};
  return {closing.place, say("the sluitpost of {}, post {}, leaves it out in {}: what is left then is not certain",
                             project.nr, post.nr, to_text(closing.years))};
}

// What a project begins with counts in every balance after it.
void find_pm_budget(const Project& project, Findings& findings) {
  if (!project.budget.is_pm()) return;
  findings.push_back({Rule::pm_open,
                      project.budget_place,
                      say("the budget of {} is PM: no balance of it holds that", project.nr),
                      {},
                      say("write the amount once it is known"),
                      {project.nr, "", "budget", {}}});
  findings.back().extent = std::size_t{1};
}

}  // namespace

// One finding per post, with its years, and what stands on it. A PM that follows from another post is told there.
void check_pm_open(const CheckInput& input, Findings& findings) {
  const StandsOnPm standing(input);
  for (const Project& project : input.plan.projects) {
    find_pm_budget(project, findings);
    for (std::size_t at = 0; at < project.posts.size(); ++at) {
      const std::vector<Year> baten = pm_years(input, project, at, Direction::baten);
      const std::vector<Year> lasten = pm_years(input, project, at, Direction::lasten);
      if (baten.empty() && lasten.empty()) continue;
      findings.push_back(pm_finding(project, project.posts[at], baten, lasten));
      findings.back().extent = baten.size() + lasten.size();
      for (const Closing& closing : standing.closing(project.first_post + at))
        findings.back().related.push_back(closing_words(input.plan, closing));
    }
  }
}

}  // namespace saldo
