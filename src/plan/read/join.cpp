// The parts of all files in one plan, names across files not looked up yet but for those of indexes.
#include <algorithm>
#include <unordered_map>

#include "base/say.h"
#include "plan/link/names.h"
#include "plan/read/part.h"

namespace saldo {

namespace {

void take_plan_table(std::vector<Part>& parts, Plan& plan, Place whole, Findings& findings) {
  bool found = false;
  for (Part& part : parts)
    for (PlanTable& table : part.plans) {
      if (found) {
        report(findings, Rule::dubbel_plan, table.place, say("a second [plan]: a plan has one"));
        findings.back().related.push_back({plan.place, say("the first one is here")});
        continue;
      }
      found = true;
      static_cast<PlanTable&>(plan) = std::move(table);
    }
  if (!found)
    report(findings, Rule::geen_plan, whole, say("there is no [plan] table"),
           say("write [plan] with naam, eerste_jaar and laatste_jaar in one of the files"));
}

// Posts know their index by its position in their own file until now.
class IndexNumbers {
 public:
  IndexNumbers(const std::vector<std::string>& written, const Names<IndexId>& names)
      : written_(written), names_(names) {
    for (const std::string& naam : written) {
      const auto found = names.find(naam);
      ids_.push_back(found == names.end() ? no_index : found->second);
    }
  }

  void number(Post& post, Findings& findings) const {
    if (post.index == no_index) return;
    const std::string& naam = written_[position(post.index)];
    post.index = ids_[position(post.index)];
    if (post.index == no_index)
      report(findings, Rule::onbekende_index, post.index_place, say("there is no index `{}`", naam),
             likely_name(naam, names_, findings));
  }

  void number(std::vector<Project>& projects, Findings& findings) const {
    for (Project& project : projects)
      for (Post& post : project.posts) number(post, findings);
  }

  void number(std::vector<Wijziging>& wijzigingen, Findings& findings) const {
    for (Wijziging& wijziging : wijzigingen) {
      if (auto* patch = std::get_if<PostDraft>(&wijziging.values)) number(patch->post, findings);
      for (PostDraft& draft : wijziging.new_posts) number(draft.post, findings);
      number(wijziging.new_projects, findings);
    }
  }

 private:
  const std::vector<std::string>& written_;
  const Names<IndexId>& names_;
  std::vector<IndexId> ids_;
};

// One for the whole plan.
template <class Table>
void take_only(std::string_view name, const std::vector<Table>& of_part, Table& of_plan, Findings& findings) {
  for (const Table& table : of_part) {
    if (of_plan.place.line == 0) {
      of_plan = table;
      continue;
    }
    report(findings, Rule::dubbel_nr, table.place, say("{} is there twice", name));
    findings.back().related.push_back({of_plan.place, say("the first one is here")});
  }
}

void take_parts(std::vector<Part>& parts, Joined& joined, Findings& findings) {
  Plan& plan = joined.plan;
  std::size_t projects = 0;
  for (Part& part : parts) {
    projects += part.projects.size();
    std::move(part.indexes.begin(), part.indexes.end(), std::back_inserter(plan.indexes));
    std::move(part.lines.begin(), part.lines.end(), std::back_inserter(plan.lines));
    for (Afsluiting& record : part.afsluitingen)
      (record.stand == Stand::tussentijds ? plan.tussentijds : plan.afsluitingen).push_back(std::move(record));
    take_only("[jaareinde]", part.jaareindes, plan.jaareinde, findings);
    take_only("[weergave]", part.weergaven, plan.weergave, findings);
    std::move(part.koppelingen.begin(), part.koppelingen.end(), std::back_inserter(plan.koppelingen));
    std::move(part.doelen.begin(), part.doelen.end(), std::back_inserter(plan.doelen));
    std::move(part.negeer.begin(), part.negeer.end(), std::back_inserter(plan.negeer));
    plan.check_settings.insert(plan.check_settings.end(), part.check_settings.begin(), part.check_settings.end());
  }
  const auto names = name_all<IndexId>(
      plan.indexes, [](const Index& i) -> std::string_view { return i.naam; }, "index", findings);
  for (Index& index : plan.indexes)
    if (auto* parts_of = std::get_if<std::vector<BlendPart>>(&index.rates))
      for (BlendPart& part : *parts_of) look_up(part.index, names, Rule::onbekende_index, "index", findings);
  plan.projects.reserve(projects);
  for (Part& part : parts) {
    const IndexNumbers numbers(part.index_names, names);
    numbers.number(part.projects, findings);
    for (Begrotingswijziging& adopted : part.begrotingswijzigingen) numbers.number(adopted.wijzigingen, findings);
    std::move(part.begrotingswijzigingen.begin(), part.begrotingswijzigingen.end(),
              std::back_inserter(joined.begrotingswijzigingen));
    std::move(part.projects.begin(), part.projects.end(), std::back_inserter(plan.projects));
    part = Part();  // a large plan is held once, not twice
  }
}

// In the order in which they were decided: a plan may keep them in any order of files.
void order_adopted(std::vector<Begrotingswijziging>& adopted, Findings& findings) {
  std::unordered_map<std::string_view, const Begrotingswijziging*> first;
  for (const Begrotingswijziging& one : adopted) {
    const auto [found, is_new] = first.try_emplace(one.nr, &one);
    if (is_new) continue;
    report(findings, Rule::dubbel_nr, one.place, say("{} `{}` is there twice", "begrotingswijziging", one.nr));
    findings.back().related.push_back({found->second->place, say("the first one is here")});
  }
  std::stable_sort(adopted.begin(), adopted.end(), [](const Begrotingswijziging& a, const Begrotingswijziging& b) {
    return a.datum != b.datum ? a.datum < b.datum : natural_less(a.nr, b.nr);
  });
}

Names<IndexId> index_names(const Plan& plan) {
  Names<IndexId> names;
  for (std::size_t i = 0; i < plan.indexes.size(); ++i) names.emplace(plan.indexes[i].naam, static_cast<IndexId>(i));
  return names;
}

}  // namespace

Joined join(std::vector<Part>& parts, Place whole, Findings& findings) {
  Joined joined;
  take_plan_table(parts, joined.plan, whole, findings);
  take_parts(parts, joined, findings);
  order_adopted(joined.begrotingswijzigingen, findings);
  return joined;
}

void number_change_indexes(std::vector<Wijziging>& wijzigingen, const std::vector<std::string>& written,
                           const Plan& plan, Findings& findings) {
  const Names<IndexId> names = index_names(plan);
  IndexNumbers(written, names).number(wijzigingen, findings);
}

}  // namespace saldo
