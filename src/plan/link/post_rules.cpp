#include "plan/link/post_rules.h"

#include <algorithm>
#include <map>

#include "base/say.h"
#include "plan/link/names.h"

namespace saldo {

namespace {

// The first term of which this is so, if there is one.
template <bool KindFacts::*fact>
const Term* first_that(const Side& side) {
  const auto found =
      std::find_if(side.terms.begin(), side.terms.end(), [](const Term& term) { return term.facts().*fact; });
  return found == side.terms.end() ? nullptr : &*found;
}

// How many of the posts before each have amounts on a side.
std::vector<std::uint32_t> filled_before(const Project& project, Direction direction) {
  std::vector<std::uint32_t> counts;
  counts.reserve(project.posts.size() + 1);
  counts.push_back(0);
  for (const Post& post : project.posts) counts.push_back(counts.back() + (post.side(direction).empty() ? 0 : 1));
  return counts;
}

bool has_any(const Percentage& percentage, const std::vector<std::uint32_t>& filled) {
  return std::any_of(percentage.over.begin(), percentage.over.end(),
                     [&](const PostRange& range) { return filled[range.last + 1] > filled[range.first]; });
}

bool has_percentage(const Project& project) {
  return std::any_of(project.posts.begin(), project.posts.end(), [](const Post& post) {
    return post.baten.percentage() != nullptr || post.lasten.percentage() != nullptr;
  });
}

// Amounts that a change has moved beyond the last year were there: a percentage of them is rightly nothing.
bool has_shifted_out(const Plan& plan, const Project& project) {
  return std::any_of(plan.shifted_out.begin(), plan.shifted_out.end(),
                     [&](const ShiftedOut& out) { return out.project == project.nr; });
}

}  // namespace

void check_percentages(const Plan& plan, const Project& project, Findings& findings) {
  if (!has_percentage(project)) return;
  const BothSides<std::vector<std::uint32_t>> filled{filled_before(project, Direction::baten),
                                                     filled_before(project, Direction::lasten)};
  project.for_each_side([&](std::size_t post, Direction direction) {
    const Percentage* percentage = project.posts[post].side(direction).percentage();
    if (percentage == nullptr || percentage->over.empty()) return;
    const Direction of = percentage->side_over(direction);
    if (has_any(*percentage, filled[of]) || has_shifted_out(plan, project)) return;
    if (has_any(*percentage, filled[opposite(of)]))
      report(findings, Rule::ontbrekende_sleutel, percentage->place,
             say("the posts of this percentage have no {} in any year, only {}: `kant` says which are meant",
                 to_text(of), to_text(opposite(of))),
             say("write kant = \"{}\" beside `over`", to_text(opposite(of))));
    else
      report(findings, Rule::ontbrekende_sleutel, percentage->place,
             say("the posts of this percentage have no {} in any year, and no {} either", to_text(of),
                 to_text(opposite(of))),
             say("write what they have, \"PM\" if it is not known yet, or leave the percentage out"));
  });
}

void check_onderbouwing(const Post& post, const Side& side, Findings& findings) {
  if (post.more->onderbouwing) return;
  const Total* total = side.total();
  const auto report_at = [&](Place place) {
    report(findings, Rule::ontbrekende_sleutel, place,
           say("post {} has no `onderbouwing` to take this amount from", post.nr),
           say("write onderbouwing = [ {{ naam = \"Adviseur\", factoren = [46, 16, 73.57] }} ]"));
  };
  if (const Term* term = first_that<&KindFacts::takes_onderbouwing>(side)) report_at(term->place);
  else if (total != nullptr && !total->totaal) report_at(total->place);
}

void check_spiegel(const Post& post, bool has_van, bool has_naar, Findings& findings) {
  if (const Term* term = first_that<&KindFacts::mirrors>(post.baten); term != nullptr && !has_van)
    report(findings, Rule::spiegel, term->place,
           say("a spiegel among the baten takes what another project sends, and none is named"),
           say("write van = \"3.5\""));
  if (const Term* term = first_that<&KindFacts::mirrors>(post.lasten); term != nullptr && !has_naar)
    report(findings, Rule::spiegel, term->place,
           say("a spiegel among the lasten takes what another project receives, and none is named"),
           say("write naar = \"3.18\""));
}

void check_sluitposten(const Project& project, Findings& findings) {
  std::map<Year, const Term*> seen;
  for (const Post& post : project.posts)
    for (const Side* side : {&post.baten, &post.lasten})
      for (const Term& term : side->terms) {
        if (!term.facts().closes) continue;
        const auto [first, is_new] = seen.emplace(term.year, &term);
        if (is_new) continue;
        report(findings, Rule::sluitpost_dubbel, term.place,
               say("project {} has a second sluitpost in {}", project.nr, term.year));
        findings.back().related.push_back({first->second->place, say("the first one is here")});
      }
}

}  // namespace saldo
