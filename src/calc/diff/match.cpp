#include "calc/diff/match.h"

#include <algorithm>

namespace saldo {

namespace {

bool same_ratios(const SlimList<SlimRatio>& a, const SlimList<SlimRatio>& b) {
  return std::equal(a.begin(), a.end(), b.begin(), b.end(), [](Ratio x, Ratio y) { return x == y; });
}

bool same(std::monostate, std::monostate) { return true; }
bool same(const Total& a, const Total& b) { return a.totaal == b.totaal && same_ratios(a.shares, b.shares); }
bool same(const Percentage& a, const Percentage& b) { return a.rate() == b.rate() && a.kant == b.kant; }

bool same_formula(const SideFormula& a, const SideFormula& b) {
  if (a.index() != b.index()) return false;
  return std::visit([&b](const auto& rule) { return same(rule, std::get<std::decay_t<decltype(rule)>>(b)); }, a);
}

bool same_terms(const Side& a, const Side& b) {
  return std::equal(a.terms.begin(), a.terms.end(), b.terms.begin(), b.terms.end(), [](const Term& x, const Term& y) {
    return x.year == y.year && x.kind == y.kind && x.amount == y.amount;
  });
}

std::vector<Pairable> names_of(const Project& project) {
  std::vector<Pairable> names;
  for (const Post& post : project.posts) names.push_back({post.nr, post.naam});
  return names;
}

std::vector<Pairing> match_posts(const Project& oud, const Project& nieuw) {
  PairingOptions options;
  options.nr_is_position = true;
  options.same_content = [&](std::uint32_t o, std::uint32_t n) {
    const Post &a = oud.posts[o], &b = nieuw.posts[n];
    return same_side(a.baten, b.baten) && same_side(a.lasten, b.lasten);
  };
  return pair_up(names_of(oud), names_of(nieuw), options);
}

std::vector<Pairing> one_sided(const Project& project, bool is_old) {
  std::vector<Pairing> posts;
  for (std::uint32_t post = 0; post < project.posts.size(); ++post)
    posts.push_back(is_old ? Pairing{post, std::nullopt} : Pairing{std::nullopt, post});
  return posts;
}

class Matcher {
 public:
  Matcher(const Plan& oud, const Plan& nieuw) : oud_(oud), nieuw_(nieuw) {}

  PlanMatch run() {
    match_.lines = pair_up(names_of_lines(oud_), names_of_lines(nieuw_), {});
    match_.pair_of_old.resize(oud_.projects.size());
    match_.pair_of_new.resize(nieuw_.projects.size());
    match_.posts_of_old.resize(oud_.projects.size());
    match_.posts_of_new.resize(nieuw_.projects.size());
    for (const Pairing& pair : pair_up(names_of_projects(oud_, true), names_of_projects(nieuw_, false), {}))
      add_project(pair);
    return std::move(match_);
  }

 private:
  static std::vector<Pairable> names_of_lines(const Plan& plan) {
    std::vector<Pairable> names;
    for (const Programmalijn& line : plan.lines) names.push_back({line.id, line.naam});
    return names;
  }

  // The group of a project is its programmalijn, as a position among the pairs of those; what is in none is one more group.
  std::vector<Pairable> names_of_projects(const Plan& plan, bool is_old) const {
    std::vector<std::uint32_t> group(plan.lines.size());
    for (std::uint32_t i = 0; i < match_.lines.size(); ++i)
      if (const auto& line = is_old ? match_.lines[i].oud : match_.lines[i].nieuw) group[*line] = i;
    std::vector<Pairable> names;
    for (const Project& project : plan.projects) {
      const auto& line = project.programmalijn.id;
      names.push_back(
          {project.nr, project.naam, line ? group[position(*line)] : static_cast<std::uint32_t>(match_.lines.size())});
    }
    return names;
  }

  void add_project(const Pairing& pair) {
    ProjectPair added{pair, {}, match_.post_count};
    const auto at = static_cast<std::uint32_t>(match_.projects.size());
    if (pair.oud && pair.nieuw) added.posts = match_posts(oud_.projects[*pair.oud], nieuw_.projects[*pair.nieuw]);
    else
      added.posts =
          pair.oud ? one_sided(oud_.projects[*pair.oud], true) : one_sided(nieuw_.projects[*pair.nieuw], false);
    if (pair.oud) match_.pair_of_old[*pair.oud] = at;
    if (pair.nieuw) match_.pair_of_new[*pair.nieuw] = at;
    std::vector<std::uint32_t> none;
    auto& of_old = pair.oud ? match_.posts_of_old[*pair.oud] : none;
    auto& of_new = pair.nieuw ? match_.posts_of_new[*pair.nieuw] : none;
    of_old.resize(pair.oud ? oud_.projects[*pair.oud].posts.size() : 0);
    of_new.resize(pair.nieuw ? nieuw_.projects[*pair.nieuw].posts.size() : 0);
    for (std::uint32_t i = 0; i < added.posts.size(); ++i) {
      if (added.posts[i].oud) of_old[*added.posts[i].oud] = i;
      if (added.posts[i].nieuw) of_new[*added.posts[i].nieuw] = i;
    }
    match_.post_count += added.posts.size();
    match_.projects.push_back(std::move(added));
  }

  const Plan& oud_;
  const Plan& nieuw_;
  PlanMatch match_;
};

}  // namespace

bool same_maximum(const Side& a, const Side& b) {
  const Maximum *x = a.maximum(), *y = b.maximum();
  if (x == nullptr || y == nullptr) return x == y;
  return x->amount == y->amount && x->of_all_years == y->of_all_years;
}

bool same_side(const Side& a, const Side& b) {
  return same_terms(a, b) && same_maximum(a, b) && same_formula(a.rules->formula, b.rules->formula);
}

PlanMatch match_plans(const Plan& oud, const Plan& nieuw) { return Matcher(oud, nieuw).run(); }

}  // namespace saldo
