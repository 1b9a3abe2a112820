#include "base/say.h"
#include "calc/wijziging/settings.h"

#include <algorithm>

namespace saldo {

namespace {

template <class Values, class Target>
struct Setting {
  std::string_view key;
  void (*write)(const Values&, Target&);
};

const Setting<PostDraft, Post> post_settings[] = {
    {"naam", [](const PostDraft& values, Post& post) { post.naam = values.post.naam; }},
    {"index",
     [](const PostDraft& values, Post& post) {
       post.index = values.post.index;
       post.index_place = values.post.index_place;
     }},
    {"afronding", [](const PostDraft& values, Post& post) { post.afronding = values.post.afronding; }},
    {"structureel", [](const PostDraft& values, Post& post) { post.structureel = values.post.structureel; }},
    {"onderbouwing", [](const PostDraft& values, Post& post) { post.onderbouwing = values.post.onderbouwing; }},
};

const Setting<Project, Project> project_settings[] = {
    {"naam", [](const Project& values, Project& project) { project.naam = values.naam; }},
    {"programmalijn", [](const Project& values, Project& project) { project.programmalijn = values.programmalijn; }},
    {"budget",
     [](const Project& values, Project& project) {
       project.budget = values.budget;
       project.budget_place = values.budget_place;
     }},
    {"ondergrens", [](const Project& values, Project& project) { project.ondergrens = values.ondergrens; }},
    {"einde",
     [](const Project& values, Project& project) {
       project.einde = values.einde;
       project.einde_place = values.einde_place;
     }},
    {"restant",
     [](const Project& values, Project& project) {
       project.restant = values.restant;
       project.restant_place = values.restant_place;
     }},
    {"vertraging", [](const Project& values, Project& project) { project.vertraging = values.vertraging; }},
    {"dubbeling_met", [](const Project& values, Project& project) { project.dubbeling_met = values.dubbeling_met; }},
    {"controle", [](const Project& values, Project& project) { project.controles = values.controles; }},
};

const Setting<Programmalijn, Programmalijn> line_settings[] = {
    {"naam", [](const Programmalijn& values, Programmalijn& line) { line.naam = values.naam; }},
    {"onder", [](const Programmalijn& values, Programmalijn& line) { line.onder = values.onder; }},
    {"ondergrens", [](const Programmalijn& values, Programmalijn& line) { line.ondergrens = values.ondergrens; }},
    {"controle", [](const Programmalijn& values, Programmalijn& line) { line.controles = values.controles; }},
};

const Setting<PlanTable, Plan> plan_settings[] = {
    {"naam", [](const PlanTable& values, Plan& plan) { plan.naam = values.naam; }},
    {"investeringsbudget",
     [](const PlanTable& values, Plan& plan) { plan.investeringsbudget = values.investeringsbudget; }},
    {"afronding", [](const PlanTable& values, Plan& plan) { plan.afronding = values.afronding; }},
    {"evenwicht", [](const PlanTable& values, Plan& plan) { plan.evenwicht = values.evenwicht; }},
    {"controle", [](const PlanTable& values, Plan& plan) { plan.controles = values.controles; }},
};

template <class Settings, class Values, class Target>
bool write(const Settings& settings, std::string_view key, const Values& values, Target& target) {
  const auto found =
      std::find_if(std::begin(settings), std::end(settings), [key](const auto& s) { return s.key == key; });
  if (found == std::end(settings)) return false;
  found->write(values, target);
  return true;
}

// Two changes may give a setting twice when they say the same.
std::string setting_text(std::string_view key, const Project& values, const Wijziging& change) {
  if (key == "budget") return word(values.budget);
  if (key == "einde" && values.einde) return word(*values.einde);
  return key == "naam" ? values.naam : place_text(change);
}
template <class Values>
std::string setting_text(std::string_view, const Values&, const Wijziging& change) {
  return place_text(change);
}

template <class Values, class Settings, class Target>
void write_all(const Settings& settings, ChangingPlan& changing, const Wijziging& change, const Conflicts::Thing& thing,
               Target& target) {
  const auto* values = std::get_if<Values>(&change.values);
  if (values == nullptr) return;
  for (const std::string_view key : change.keys)
    if (write(settings, key, *values, target))
      changing.conflicts.set(thing, std::string(key), setting_text(key, *values, change), change.place);
}

}  // namespace

void write_settings(ChangingPlan& changing, const Wijziging& change, const Conflicts::Thing& thing, Post& target) {
  write_all<PostDraft>(post_settings, changing, change, thing, target);
}
void write_settings(ChangingPlan& changing, const Wijziging& change, const Conflicts::Thing& thing, Project& target) {
  write_all<Project>(project_settings, changing, change, thing, target);
}
void write_settings(ChangingPlan& changing, const Wijziging& change, const Conflicts::Thing& thing,
                    Programmalijn& target) {
  write_all<Programmalijn>(line_settings, changing, change, thing, target);
}
void write_settings(ChangingPlan& changing, const Wijziging& change, const Conflicts::Thing& thing, Plan& target) {
  write_all<PlanTable>(plan_settings, changing, change, thing, target);
}

}  // namespace saldo
