#include "plan/link/link.h"

#include <fmt/ranges.h>

#include <algorithm>
#include <set>
#include <unordered_map>

#include "base/say.h"
#include "plan/address.h"
#include "plan/link/afsluiting.h"
#include "plan/link/doelen.h"
#include "plan/link/koppeling.h"
#include "plan/link/names.h"
#include "plan/link/onzeker.h"
#include "plan/link/post_rules.h"
#include "plan/link/reserve.h"
#include "plan/link/restant.h"
#include "plan/link/soort.h"
#include "plan/link/taken.h"
#include "plan/posts_by_name.h"

namespace saldo {

namespace {

// "3.20", or a post of it: "3.20/3". A number may hold a slash itself, so the whole of it goes first.
void link_leg(const Plan& plan, Leg& leg, const Names<ProjectId>& names, PostsByName& all_posts, Findings& findings) {
  const std::size_t slash = leg.other.name.find('/');
  if (slash == std::string::npos || names.contains(leg.other.name)) return look_up_project(leg.other, names, findings);
  const std::string written = leg.other.name.substr(slash + 1);
  leg.other.name.resize(slash);
  look_up_project(leg.other, names, findings);
  if (!leg.other.id) return;
  const Project& other = plan.project(*leg.other.id);
  const auto posts = all_posts.find(other, written);
  if (posts.size() == 1) leg.other_post = static_cast<std::uint32_t>(posts.front());
  else if (posts.empty())
    report(findings, Rule::onbekende_post, leg.other.place, say("project {} has no post {}", other.nr, written),
           suggests_more(findings) ? did_you_mean(likely_posts(other, written)) : Message{});
  else
    findings.push_back(
        ambiguous_post(Rule::onbekende_post, leg.other.place, other, written, {posts.begin(), posts.end()}));
}

// `restant = "R2"`; a word that is neither one of its own nor the nr of a project was likely meant as one.
void link_restant(Reference<ProjectId>& reserve, const Names<ProjectId>& names, Findings& findings) {
  constexpr std::string_view words[] = {to_text(Restant::meenemen), to_text(Restant::investeringsbudget),
                                        to_text(Restant::terugbetalen)};
  const auto found = names.find(reserve.name);
  if (found != names.end()) {
    reserve.id = found->second;
    return;
  }
  Message help = did_you_mean(reserve.name, words);
  if (help.empty()) help = say("choose from: {}", fmt::to_string(fmt::join(words, ", ")));
  report(findings, Rule::verkeerde_waarde, reserve.place, say("`{}` is not known here", reserve.name), std::move(help));
}

void link_projects(Plan& plan, const Names<LineId>& lines, Findings& findings) {
  const auto names = name_all<ProjectId>(
      plan.projects, [](const Project& p) -> std::string_view { return p.nr; }, "project", findings);
  PostsByName posts;
  if (plan.investeringsbudget) look_up_project(*plan.investeringsbudget, names, findings);
  for (Reference<ProjectId>& fund : plan.weerstandscapaciteit) look_up_project(fund, names, findings);
  for (std::size_t i = 0; i < plan.projects.size(); ++i) {
    Project& project = plan.projects[i];
    if (!project.programmalijn.name.empty())
      look_up(project.programmalijn, lines, Rule::onbekende_programmalijn, "programmalijn", findings);
    if (project.dubbeling_met)
      for (Reference<ProjectId>& other : project.dubbeling_met.own()) look_up_project(other, names, findings);
    if (project.more->restant_reserve) link_restant(project.more.own().restant_reserve.own(), names, findings);
    for (Leg& leg : project.legs) {
      link_leg(plan, leg, names, posts, findings);
      if (leg.other.id == static_cast<ProjectId>(i))
        report(findings, Rule::overdracht_zelf, leg.other.place, say("project {} cannot pay itself", project.nr));
    }
  }
}

constexpr std::size_t max_line_levels = 16;

// Lines from the outside in. What stays behind is a circle of lines under each other.
void order_lines(Plan& plan, Findings& findings) {
  std::vector<std::vector<LineId>> under(plan.lines.size());
  std::vector<std::size_t> levels(plan.lines.size());
  std::vector<LineId>& order = plan.lines_outside_in;
  for (std::size_t i = 0; i < plan.lines.size(); ++i) {
    const auto& onder = plan.lines[i].onder;
    if (onder && onder->id) under[position(*onder->id)].push_back(static_cast<LineId>(i));
    else order.push_back(static_cast<LineId>(i));
  }
  for (std::size_t i = 0; i < order.size(); ++i)
    for (const LineId inner : under[position(order[i])]) {
      order.push_back(inner);
      levels[position(inner)] = levels[position(order[i])] + 1;
      if (levels[position(inner)] == max_line_levels)
        report(findings, Rule::te_diep, plan.line(inner).place,
               say("lines are nested deeper than {} levels here", max_line_levels));
    }
  std::vector<bool> placed(plan.lines.size());
  for (const LineId line : order) placed[position(line)] = true;
  for (std::size_t i = 0; i < placed.size(); ++i)
    if (!placed[i])
      report(findings, Rule::kring, plan.lines[i].onder->place,
             say("programmalijn `{}` is, by way of others, under itself", plan.lines[i].id));
}

void link_lines(Plan& plan, const Names<LineId>& names, Findings& findings) {
  for (Programmalijn& line : plan.lines)
    if (line.onder) look_up(*line.onder, names, Rule::onbekende_programmalijn, "programmalijn", findings);
  order_lines(plan, findings);
}

void check_year(const Plan& plan, Year year, Place place, Findings& findings) {
  if (plan.years.contains(year)) return;
  report(findings, Rule::jaar_buiten_plan, place,
         say("{} is outside the plan, which runs from {} to {}", year, plan.years.first, plan.years.last));
}

void check_controle_years(const Plan& plan, const std::vector<Controle>& controles, Findings& findings) {
  for (const Controle& controle : controles)
    for (const Printed& printed : controle.printed)
      if (printed.year) check_year(plan, *printed.year, printed.place, findings);
}

void check_post_years(const Plan& plan, const Project& project, const Post& post, Findings& findings) {
  if (post.more->controles) check_controle_years(plan, *post.more->controles, findings);
  if (post.more->einde && *post.more->einde < plan.years.first)
    report(findings, Rule::jaar_buiten_plan, post.more->einde_place,
           say("post {} of {} has ended before the plan begins in {}", post.nr, project.nr, plan.years.first));
}

// A controle that is of one kop names one that a post of its project has.
void check_koppen(const Project& project, Findings& findings) {
  if (project.controles->empty()) return;
  std::set<std::string_view> koppen;
  for (const Post& post : project.posts)
    if (!post.more->kop.empty()) koppen.insert(post.more->kop);
  const std::vector<std::string_view> known(koppen.begin(), koppen.end());
  for (const Controle& controle : *project.controles) {
    if (controle.kop.name.empty() || koppen.contains(controle.kop.name)) continue;
    report(findings, Rule::verkeerde_waarde, controle.kop.place,
           say("project {} has no posts under a kop `{}`", project.nr, controle.kop.name),
           did_you_mean(controle.kop.name, known));
  }
}

void check_years(const Plan& plan, Findings& findings) {
  if (plan.begrotingsjaar) check_year(plan, *plan.begrotingsjaar, plan.begrotingsjaar_place, findings);
  check_controle_years(plan, plan.controles, findings);
  for (const Programmalijn& line : plan.lines) check_controle_years(plan, line.controles, findings);
  for (const Project& project : plan.projects) {
    check_controle_years(plan, *project.controles, findings);
    check_koppen(project, findings);
    if (project.more->einde && *project.more->einde < plan.years.first)
      report(findings, Rule::jaar_buiten_plan, project.more->einde_place,
             say("project {} has ended before the plan begins in {}", project.nr, plan.years.first));
    for (const Post& post : project.posts) {
      check_post_years(plan, project, post, findings);
      for (const Side* side : {&post.baten, &post.lasten})
        for (const Term& term : side->terms) {
          if (plan.years.contains(term.year)) continue;
          check_year(plan, term.year, {term.place.file, term.place.line, term.year_column, 4}, findings);
        }
    }
  }
}

Ratio one_plus(Ratio rate) { return rate.is_overflow() ? rate : Ratio{1, 1} + rate; }

// The rate of an index that is no blend; none where it is given per year and not for this one.
Ratio plain_rate(const Index& index, Year year) {
  if (const auto* rate = std::get_if<Ratio>(&index.rates)) return *rate;
  for (const YearRate& rate : std::get<std::vector<YearRate>>(index.rates))
    if (rate.year == year) return rate.rate;
  return Ratio::overflow();
}

bool is_blend(const Index& index) { return std::holds_alternative<std::vector<BlendPart>>(index.rates); }

Ratio rate_of(const Plan& plan, const Index& index, Year year) {
  if (!is_blend(index)) return plain_rate(index, year);
  Ratio sum{0, 1};
  for (const BlendPart& part : std::get<std::vector<BlendPart>>(index.rates))
    sum = sum + part.weight * plain_rate(plan.indexes[position(*part.index.id)], year);
  return sum;
}

// A blend of blends would say the same as a blend of what is in them, and could go round in circles.
bool refuse_nested_blends(const Plan& plan, Findings& findings) {
  const std::size_t before = findings.size();
  for (const Index& index : plan.indexes)
    if (const auto* parts = std::get_if<std::vector<BlendPart>>(&index.rates))
      for (const BlendPart& part : *parts)
        if (part.index.id && is_blend(plan.indexes[position(*part.index.id)]))
          report(findings, Rule::verkeerde_waarde, part.index.place,
                 say("`{}` is a blend itself; a blend mixes plain indexes", part.index.name));
  return findings.size() == before;
}

void work_out_factors(Plan& plan) {
  for (Index& index : plan.indexes)
    for (std::size_t y = 0; y < plan.years.size(); ++y)
      index.factors.push_back(one_plus(rate_of(plan, index, plan.years.at(y))));
}

// A post grows from its first amount on; every year it grows in needs a rate.
void check_rates(const Plan& plan, const Project& project, const Post& post, Findings& findings) {
  const Index& index = plan.indexes[position(post.index)];
  for (const Side* side : {&post.baten, &post.lasten}) {
    if (side->has_formula() || side->terms.empty()) continue;
    for (std::size_t y = plan.years.index(side->terms.front().year) + 1; y < plan.years.size(); ++y) {
      const Year year = plan.years.at(y);
      const bool written =
          std::any_of(side->terms.begin(), side->terms.end(), [year](const Term& t) { return t.year == year; });
      if (written || !index.factors[y].is_overflow() || (project.more->einde && *project.more->einde < year) ||
          (post.more->einde && *post.more->einde < year))
        continue;
      report(findings, Rule::index_jaar, post.index_place, say("index `{}` has no rate for {}", index.naam, year),
             say("add {} = 2.0 to the index, or write the amount of that year", year));
      findings.back().related.push_back({index.place, say("the index is here")});
    }
  }
}

void link_rates(Plan& plan, Findings& findings) {
  if (!refuse_nested_blends(plan, findings)) return;
  work_out_factors(plan);
  for (const Project& project : plan.projects)
    for (const Post& post : project.posts)
      if (post.index != no_index) check_rates(plan, project, post, findings);
}

// A [[negeer]] names a post by its own nr or its naam; one naam for two posts of a project it is about says too little.
void check_negeer_posts(const Plan& plan, Findings& findings) {
  const auto names_post = [](const Negeer& negeer) { return !negeer.post.empty(); };
  if (std::none_of(plan.negeer.begin(), plan.negeer.end(), names_post)) return;
  PostsByName posts;
  std::unordered_map<std::string_view, const Project*> projects,
      first_with_several;  // by nr, and by naam of their posts
  for (const Project& project : plan.projects) {
    projects.try_emplace(project.nr, &project);
    for (const Post& post : project.posts)
      if (posts.find_lasting(project, post.naam).size() > 1) first_with_several.try_emplace(post.naam, &project);
  }
  for (const Negeer& negeer : plan.negeer) {
    if (negeer.post.empty()) continue;
    const auto& all = negeer.project.empty() ? first_with_several : projects;
    const auto found = all.find(negeer.project.empty() ? negeer.post : negeer.project);
    if (found == all.end()) continue;
    const auto named = posts.find_lasting(*found->second, negeer.post);
    if (named.size() > 1)
      findings.push_back(ambiguous_post(Rule::verkeerde_waarde, negeer.place, *found->second, negeer.post,
                                        {named.begin(), named.end()}));
  }
}

void number_posts(Plan& plan) {
  for (Project& project : plan.projects) {
    project.first_post = plan.post_count;
    plan.post_count += project.posts.size();
  }
}

}  // namespace

void finish_linking(Plan& plan, Findings& findings) {
  const auto lines = name_all<LineId>(
      plan.lines, [](const Programmalijn& l) -> std::string_view { return l.id; }, "programmalijn", findings);
  check_taken_names(plan, findings);
  link_lines(plan, lines, findings);
  link_projects(plan, lines, findings);
  link_doelen(plan, findings);
  find_soorten(plan);
  if (plan.years.first == Year{} || plan.years.last < plan.years.first) return;  // already a finding
  check_years(plan, findings);
  link_onzekerheden(plan, findings);
  // Beyond this fence every name is found and every year lies in the plan.
  if (findings.empty()) link_rates(plan, findings);
  if (findings.empty())
    for (const Project& project : plan.projects) check_percentages(plan, project, findings);
  if (findings.empty()) check_soorten(plan, findings);
  if (findings.empty()) check_reserve_legs(plan, findings);
  if (findings.empty()) add_restanten(plan, findings);
  if (findings.empty()) add_reserve_posts(plan);
  if (findings.empty()) check_negeer_posts(plan, findings);
  if (findings.empty()) link_afsluitingen(plan, findings);
  if (findings.empty()) link_koppelingen(plan, findings);
  number_posts(plan);
  number_booked(plan);
}

void forget_booked(Plan& plan) {
  plan.booked.clear();
  for (Project& project : plan.projects)
    if (project.more->realised_opening) project.more.own().realised_opening.reset();
}

}  // namespace saldo
