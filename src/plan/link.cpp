#include "plan/link.h"

#include <algorithm>
#include <unordered_map>

#include "plan/onzeker.h"
#include "plan/restant.h"

namespace saldo {

namespace {

template <class Id>
using Names = std::unordered_map<std::string_view, Id>;

void report(Findings& findings, Rule rule, Place place, Message message, Message help = {}) {
  findings.push_back({rule, place, std::move(message), {}, std::move(help)});
}

// The first of each name wins; a second one is a finding at its place.
template <class Id, class Item, class NameOf>
Names<Id> name_all(const std::vector<Item>& items, NameOf name_of, std::string_view what, Findings& findings) {
  Names<Id> names;
  names.reserve(items.size());
  for (std::size_t i = 0; i < items.size(); ++i) {
    const auto [first, is_new] = names.emplace(name_of(items[i]), static_cast<Id>(i));
    if (is_new) continue;
    report(findings, Rule::dubbel_nr, items[i].place, say("{} `{}` is there twice", what, name_of(items[i])));
    findings.back().related.push_back({items[position(first->second)].place, say("the first one is here")});
  }
  return names;
}

template <class Id>
Message likely_name(std::string_view written, const Names<Id>& names) {
  std::vector<std::string_view> known;
  known.reserve(names.size());
  for (const auto& [name, id] : names) known.push_back(name);
  std::sort(known.begin(), known.end(), natural_less);  // the same suggestion on every run
  return did_you_mean(written, known);
}

template <class Id>
void look_up(Reference<Id>& reference, const Names<Id>& names, Rule rule, std::string_view what, Findings& findings) {
  const auto found = names.find(reference.name);
  if (found != names.end()) reference.id = found->second;
  else
    report(findings, rule, reference.place, say("there is no {} `{}`", what, reference.name),
           likely_name(reference.name, names));
}

void look_up_project(Reference<ProjectId>& reference, const Names<ProjectId>& names, Findings& findings) {
  look_up(reference, names, Rule::onbekend_project, "project", findings);
}

void take_plan_table(std::vector<Part>& parts, Plan& plan, Place whole, Findings& findings) {
  bool found = false;
  for (Part& part : parts)
    for (Part::PlanTable& table : part.plans) {
      if (found) {
        report(findings, Rule::dubbel_plan, table.place, say("a second [plan]: a plan has one"));
        findings.back().related.push_back({plan.place, say("the first one is here")});
        continue;
      }
      found = true;
      plan.naam = std::move(table.naam);
      plan.place = table.place;
      plan.years = {table.first, table.last};
      plan.investeringsbudget = std::move(table.investeringsbudget);
      plan.afronding = table.afronding;
      plan.evenwicht = table.evenwicht;
      plan.controles = std::move(table.controles);
    }
  if (!found)
    report(findings, Rule::geen_plan, whole, say("there is no [plan] table"),
           say("write [plan] with naam, eerste_jaar and laatste_jaar in one of the files"));
}

// Posts know their index by its position in their own file until now.
void number_indexes(Part& part, const Names<IndexId>& names, Findings& findings) {
  std::vector<IndexId> ids;
  for (const std::string& naam : part.index_names) {
    const auto found = names.find(naam);
    ids.push_back(found == names.end() ? no_index : found->second);
  }
  for (Project& project : part.projects)
    for (Post& post : project.posts) {
      if (post.index == no_index) continue;
      const std::string& naam = part.index_names[position(post.index)];
      post.index = ids[position(post.index)];
      if (post.index == no_index)
        report(findings, Rule::onbekende_index, post.index_place, say("there is no index `{}`", naam),
               likely_name(naam, names));
    }
}

void take_parts(std::vector<Part>& parts, Plan& plan, Findings& findings) {
  std::size_t projects = 0;
  for (Part& part : parts) {
    projects += part.projects.size();
    std::move(part.indexes.begin(), part.indexes.end(), std::back_inserter(plan.indexes));
    std::move(part.lines.begin(), part.lines.end(), std::back_inserter(plan.lines));
    std::move(part.negeer.begin(), part.negeer.end(), std::back_inserter(plan.negeer));
    plan.check_settings.insert(plan.check_settings.end(), part.check_settings.begin(), part.check_settings.end());
  }
  const auto names = name_all<IndexId>(
      plan.indexes, [](const Index& i) -> std::string_view { return i.naam; }, "index", findings);
  for (Index& index : plan.indexes)
    if (auto* parts_of = std::get_if<std::vector<BlendPart>>(&index.rule))
      for (BlendPart& part : *parts_of) look_up(part.index, names, Rule::onbekende_index, "index", findings);
  plan.projects.reserve(projects);
  for (Part& part : parts) {
    number_indexes(part, names, findings);
    std::move(part.projects.begin(), part.projects.end(), std::back_inserter(plan.projects));
    part = Part();  // a large plan is held once, not twice
  }
}

void link_projects(Plan& plan, const Names<LineId>& lines, Findings& findings) {
  const auto names = name_all<ProjectId>(
      plan.projects, [](const Project& p) -> std::string_view { return p.nr; }, "project", findings);
  if (plan.investeringsbudget) look_up_project(*plan.investeringsbudget, names, findings);
  for (std::size_t i = 0; i < plan.projects.size(); ++i) {
    Project& project = plan.projects[i];
    if (!project.programmalijn.name.empty())
      look_up(project.programmalijn, lines, Rule::onbekende_programmalijn, "programmalijn", findings);
    for (Reference<ProjectId>& other : project.dubbeling_met) look_up_project(other, names, findings);
    for (Leg& leg : project.legs) {
      look_up_project(leg.other, names, findings);
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

void check_years(const Plan& plan, Findings& findings) {
  check_controle_years(plan, plan.controles, findings);
  for (const Programmalijn& line : plan.lines) check_controle_years(plan, line.controles, findings);
  for (const Project& project : plan.projects) {
    check_controle_years(plan, project.controles, findings);
    if (project.einde && *project.einde < plan.years.first)
      report(findings, Rule::jaar_buiten_plan, project.einde_place,
             say("project {} has ended before the plan begins in {}", project.nr, plan.years.first));
    for (const Post& post : project.posts)
      for (const Side* side : {&post.baten, &post.lasten})
        for (const Term& term : side->terms) {
          if (plan.years.contains(term.year)) continue;
          check_year(plan, term.year, {term.place.file, term.place.line, term.year_column, 4}, findings);
        }
  }
}

Ratio one_plus(Ratio rate) { return rate.is_overflow() ? rate : Ratio{1, 1} + rate; }

// The rate of an index that is no blend; none where it is given per year and not for this one.
Ratio plain_rate(const Index& index, Year year) {
  if (const auto* rate = std::get_if<Ratio>(&index.rule)) return *rate;
  for (const YearRate& rate : std::get<std::vector<YearRate>>(index.rule))
    if (rate.year == year) return rate.rate;
  return Ratio::overflow();
}

bool is_blend(const Index& index) { return std::holds_alternative<std::vector<BlendPart>>(index.rule); }

Ratio rate_of(const Plan& plan, const Index& index, Year year) {
  if (!is_blend(index)) return plain_rate(index, year);
  Ratio sum{0, 1};
  for (const BlendPart& part : std::get<std::vector<BlendPart>>(index.rule))
    sum = sum + part.weight * plain_rate(plan.indexes[position(*part.index.id)], year);
  return sum;
}

// A blend of blends would say the same as a blend of what is in them, and could go round in circles.
bool refuse_nested_blends(const Plan& plan, Findings& findings) {
  const std::size_t before = findings.size();
  for (const Index& index : plan.indexes)
    if (const auto* parts = std::get_if<std::vector<BlendPart>>(&index.rule))
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
    if (side->rule || side->terms.empty()) continue;
    for (std::size_t y = plan.years.index(side->terms.front().year) + 1; y < plan.years.size(); ++y) {
      const Year year = plan.years.at(y);
      const bool written =
          std::any_of(side->terms.begin(), side->terms.end(), [year](const Term& t) { return t.year == year; });
      if (written || !index.factors[y].is_overflow() || (project.einde && *project.einde < year)) continue;
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

void number_posts(Plan& plan) {
  for (Project& project : plan.projects) {
    project.first_post = plan.post_count;
    plan.post_count += project.posts.size();
  }
}

}  // namespace

Plan link(std::vector<Part> parts, Place whole, Findings& findings) {
  Plan plan;
  take_plan_table(parts, plan, whole, findings);
  take_parts(parts, plan, findings);
  const auto lines = name_all<LineId>(
      plan.lines, [](const Programmalijn& l) -> std::string_view { return l.id; }, "programmalijn", findings);
  link_lines(plan, lines, findings);
  link_projects(plan, lines, findings);
  if (plan.years.first == Year{} || plan.years.last < plan.years.first) return plan;  // already a finding
  check_years(plan, findings);
  link_onzekerheden(plan, findings);
  // Beyond this fence every name is found and every year lies in the plan.
  if (findings.empty()) link_rates(plan, findings);
  if (findings.empty()) add_restanten(plan, findings);
  number_posts(plan);
  return plan;
}

}  // namespace saldo
