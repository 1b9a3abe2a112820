#include "calc/wijziging/apply.h"

#include <fmt/format.h>

#include <algorithm>
#include <set>

#include "base/say.h"
#include "calc/rules.h"
#include "calc/wijziging/amounts.h"
#include "calc/wijziging/index.h"
#include "calc/wijziging/settings.h"
#include "calc/wijziging/structure.h"
#include "calc/wijziging/targets.h"
#include "plan/link/link.h"
#include "plan/link/post_rules.h"

namespace saldo {

namespace {

bool same(const Term& a, const Term& b) {
  return a.year == b.year && a.kind == b.kind && a.amount == b.amount && a.place == b.place;
}

class Changer {
 public:
  Changer(Plan& plan, Findings& findings) : plan_(plan), findings_(findings), conflicts_(findings) {}

  void apply(const ChangeList::Item& item) {
    conflicts_.begin(item.layer);
    const Wijziging& change = *item.wijziging;
    switch (change.of) {
      case ChangeOf::plan: change_plan(change); break;
      case ChangeOf::index: change_index(change); break;
      case ChangeOf::programmalijn: change_line(change); break;
      case ChangeOf::project: change_project(change); break;
      case ChangeOf::post: change_post(change); break;
    }
  }

  // What can only be told when all changes have been carried out.
  void finish() {
    for (const Conflicts::Drop& drop : conflicts_.drops())
      if (drop.thing.post.empty() && !plan_.find_project(drop.thing.project)) check_references(drop);
    for (const Project& project : plan_.projects) {
      if (!touched_.contains(project.nr)) continue;
      check_sluitposten(project, findings_);
      for (std::size_t post = 0; post < project.posts.size(); ++post) check_post(project, post);
    }
  }

 private:
  void report(Rule rule, Place place, Message message, Message help = {}) {
    findings_.push_back({rule, place, std::move(message), {}, std::move(help)});
  }

  // --- the plan, an index ---

  void change_plan(const Wijziging& change) {
    write_settings<PlanTable>(change, {"", ""}, plan_);
    for (const Project& project : change.new_projects) {
      conflicts_.touch({project.nr, ""}, project.place);
      plan_.projects.push_back(project);
    }
  }

  void change_index(const Wijziging& change) {
    const auto found = find_index(plan_, change.index, findings_);
    if (!found) return;
    const auto& factor = change.factor;
    const auto set = [&](const std::string& year, Ratio rate, Place place) {
      if (change.operation == Operation::percentage)
        conflicts_.set({"", change.index.name}, "index." + change.index.name + year, to_text(rate), place);
    };
    if (factor.every) set("", *factor.every, change.operation_place);
    for (const auto& of_year : factor.years) set("/" + word(of_year.year), of_year.value, of_year.place);
    change_rates(plan_.years, change, plan_.indexes[*found], findings_);
    plan_.index_notes.push_back({static_cast<IndexId>(*found), change.operation_place, change.toelichting});
  }

  // --- a programmalijn, a project ---

  void change_line(const Wijziging& change) {
    const auto found = find_line(plan_, change.programmalijn, findings_);
    if (!found) return;
    const std::vector<std::size_t> lines = lines_under(plan_, *found);
    const std::vector<std::size_t> projects = projects_in(plan_, lines);
    write_settings<Programmalijn>(change, {"", change.programmalijn.name}, plan_.lines[*found]);
    if (change.operation == Operation::vervalt) drop_lines(change, lines, projects);
    else if (change.operation != Operation::set) change_projects(change, projects);
  }

  void drop_lines(const Wijziging& change, std::vector<std::size_t> lines, const std::vector<std::size_t>& projects) {
    for (auto project = projects.rbegin(); project != projects.rend(); ++project) drop_project(*project, change);
    std::sort(lines.rbegin(), lines.rend());
    for (const std::size_t line : lines) plan_.lines.erase(plan_.lines.begin() + static_cast<std::ptrdiff_t>(line));
  }

  void change_project(const Wijziging& change) {
    const bool dropping = change.operation == Operation::vervalt;
    const auto found = find_project(plan_, change.project, conflicts_, dropping, findings_);
    if (!found) return;
    Project& project = plan_.projects[*found];
    touched_.insert(project.nr);
    if (dropping) {
      drop_project(*found, change);
      return;
    }
    write_settings<Project>(change, {project.nr, ""}, project);
    for (const PostDraft& draft : change.new_posts) {
      add_post(project, draft, findings_);
      conflicts_.touch({project.nr, ""}, draft.post.place);
    }
    if (change.operation == Operation::maal || change.operation == Operation::schuif) {
      conflicts_.touch({project.nr, ""}, change.operation_place);
      change_projects(change, {*found});
    }
  }

  // maal or schuif on every post.
  void change_projects(const Wijziging& change, const std::vector<std::size_t>& projects) {
    check_years(change.factor.years);
    std::size_t touched = 0;
    for (const std::size_t p : projects) {
      touched_.insert(plan_.projects[p].nr);
      for (Post& post : plan_.projects[p].posts) touched += change_amounts(change, plan_.projects[p], post);
    }
    if (touched > 0) return;
    report(Rule::wijziging_raakt_niets, change.operation_place,
           say("there is no written amount here for `{}` to change", std::string(to_text(change.operation))));
  }

  void drop_project(std::size_t position, const Wijziging& change) {
    const std::string nr = plan_.projects[position].nr;
    conflicts_.drop({nr, ""}, change.operation_place);
    plan_.projects.erase(plan_.projects.begin() + static_cast<std::ptrdiff_t>(position));
    for (Project& other : plan_.projects)
      std::erase_if(other.dubbeling_met, [&nr](const Reference<ProjectId>& with) { return with.name == nr; });
  }

  // --- a post ---

  void change_post(const Wijziging& change) {
    const bool dropping = change.operation == Operation::vervalt;
    const auto in = find_project(plan_, change.project, conflicts_, false, findings_);
    if (!in) return;
    Project& project = plan_.projects[*in];
    const auto found = find_post(project, change.post, conflicts_, dropping, findings_);
    if (!found) return;
    touched_.insert(project.nr);
    const auto position = static_cast<std::uint32_t>(*found);
    Post& post = project.posts[position];
    const Conflicts::Thing thing{project.nr, post.nr};
    if (dropping) {
      conflicts_.drop(thing, change.operation_place);
      drop_post(project, position);
      return;
    }
    if (const auto* values = std::get_if<PostDraft>(&change.values)) {
      write_settings<PostDraft>(change, thing, post);
      write_sides(change, *values, project, post);
      write_legs(change, *values, project, position);
      write_onzekerheid(change, values->onzekerheid, project, position);
    }
    if (change.set_amount) write_amount(change, project, post);
    if (change.operation != Operation::set) {
      conflicts_.touch(thing, change.operation_place);
      change_one(change, project, post);
    }
  }

  bool sets(const Wijziging& change, std::string_view key) const {
    return std::find(change.keys.begin(), change.keys.end(), key) != change.keys.end();
  }

  ChangingSide at(const Project& project, Post& post, Direction direction) {
    return {plan_, project, post, direction, plan_.shifted_out, findings_};
  }

  void write_sides(const Wijziging& change, const PostDraft& values, Project& project, Post& post) {
    for (const Direction direction : both_directions) {
      if (!sets(change, to_text(direction))) continue;
      const Side& written = values.post.side(direction);
      const std::vector<PostRange> over = find_over(project, values.over[direction], findings_);
      const Side before = post.side(direction);
      set_years(at(project, post, direction), written, over);
      for (const Term& term : written.terms) set_in_conflicts(project, post, direction, term);
      if (written.rule)
        conflicts_.set({project.nr, post.nr}, rule_name(project, post, direction), place_text(change),
                       change.operation_place);
      take_notes(change, project, post, direction, before);
    }
  }

  static std::string rule_name(const Project& project, const Post& post, Direction direction) {
    return fmt::format("{}/{}/{}", project.nr, post.nr, to_text(direction));
  }

  void set_in_conflicts(const Project& project, const Post& post, Direction direction, const Term& term) {
    const std::string what = rule_name(project, post, direction) + "/" + word(term.year);
    conflicts_.set({project.nr, post.nr}, what, written(term), term.place);
  }

  // Two changes agree where these are equal; parts of two totals never do.
  static std::string written(const Term& term) {
    switch (term.kind) {
      case TermKind::amount: return word(term.amount);
      case TermKind::part:
        return fmt::format("{}:{}:{}", position(term.place.file), term.place.line, term.place.column);
      case TermKind::onderbouwing:
      case TermKind::sluitpost:
      case TermKind::spiegel: break;
    }
    return std::string(term.facts().word);
  }

  // --set: the side that the post has, unless it says which.
  void write_amount(const Wijziging& change, Project& project, Post& post) {
    const std::optional<Direction> direction = change.set_amount->kant ? change.set_amount->kant : only_side(post);
    if (!direction) {
      report(Rule::wijziging_raakt_meer, change.place,
             say("post {} of {} has baten and lasten, or neither: which are meant?", post.nr, project.nr),
             say("write {}/{}/baten/{} or {}/{}/lasten/{}", project.nr, post.nr, change.set_amount->term.year,
                 project.nr, post.nr, change.set_amount->term.year));
      return;
    }
    const Side before = post.side(*direction);
    Side written;
    written.terms.push_back(change.set_amount->term);
    set_years(at(project, post, *direction), written, {});
    set_in_conflicts(project, post, *direction, change.set_amount->term);
    take_notes(change, project, post, *direction, before);
  }

  static std::optional<Direction> only_side(const Post& post) {
    if (post.baten.empty() == post.lasten.empty()) return std::nullopt;
    return post.baten.empty() ? Direction::lasten : Direction::baten;
  }

  void write_legs(const Wijziging& change, const PostDraft& values, Project& project, std::uint32_t position) {
    if (values.naar) set_leg(project, position, Direction::lasten, *values.naar, 0);
    const Leg* leg = project.find_leg(position, Direction::baten);
    const bool receives = leg != nullptr;
    const bool delays = sets(change, "vertraging");
    if (delays && !receives && !values.van)
      report(Rule::verkeerde_waarde, change.place,
             say("`vertraging` belongs to a post that receives: it has no `van` here"));
    if (!values.van && !(delays && receives)) return;
    const Reference<ProjectId> other = values.van ? *values.van : leg->other;
    set_leg(project, position, Direction::baten, other, delays || !receives ? values.vertraging : leg->vertraging);
  }

  void write_onzekerheid(const Wijziging& change, const Onzekerheid& written, Project& project,
                         std::uint32_t position) {
    if (written.place.line == 0) return;
    Onzekerheid& onzekerheid = onzekerheid_of(project, position);
    if (onzekerheid.place.line == 0) onzekerheid.place = written.place;
    if (sets(change, "kans")) {
      onzekerheid.kans = written.kans;
      onzekerheid.kans_place = written.kans_place;
    }
    if (sets(change, "samen_met")) {
      onzekerheid.samen_met = written.samen_met;
      onzekerheid.samen_place = written.samen_place;
    }
    if (sets(change, "bandbreedte")) onzekerheid.bandbreedtes = written.bandbreedtes;
  }

  // plus, maal, schuif or kasschuif on one post: each year it names must have an amount to change.
  void change_one(const Wijziging& change, Project& project, Post& post) {
    if (change.operation == Operation::kasschuif) {
      move_money(change, project, post);
      return;
    }
    const std::size_t before = findings_.size();
    check_amounts(change, change.bedrag.years, project, post);
    check_amounts(change, change.factor.years, project, post);
    if (findings_.size() > before || change_amounts(change, project, post) > 0) return;
    report(Rule::wijziging_raakt_niets, change.operation_place,
           say("post {} of {} has no written amount for `{}` to change", post.nr, project.nr,
               std::string(to_text(change.operation))),
           say("what is PM or derived has none: change what it follows from, or write the amount of a year"));
  }

  bool check_year(Year year, Place place) {
    if (plan_.years.contains(year)) return true;
    report(Rule::jaar_buiten_plan, place,
           say("{} is outside the plan, which runs from {} to {}", year, plan_.years.first, plan_.years.last));
    return false;
  }

  template <class OfYears>
  void check_years(const OfYears& years) {
    for (const auto& of_year : years) check_year(of_year.year, of_year.place);
  }

  template <class OfYears>
  void check_amounts(const Wijziging& change, const OfYears& years, const Project& project, const Post& post) {
    for (const auto& of_year : years) check_amount(change, of_year.year, of_year.place, project, post);
  }

  bool check_amount(const Wijziging& change, Year year, Place place, const Project& project, const Post& post) {
    if (!check_year(year, place)) return false;
    for (const Direction direction : both_directions)
      if ((!change.kant || change.kant == direction) && has_amount(post.side(direction), year)) return true;
    report(Rule::wijziging_raakt_niets, place,
           say("post {} of {} has no written amount in {} to change", post.nr, project.nr, year),
           say("write the amount itself: lasten = {{ {} = 5_000 }}", year));
    return false;
  }

  void move_money(const Wijziging& change, Project& project, Post& post) {
    const std::optional<Direction> direction = change.kant ? change.kant : only_side(post);
    if (!direction) {
      report(Rule::wijziging_raakt_meer, change.operation_place,
             say("post {} of {} has baten and lasten, or neither: which are meant?", post.nr, project.nr),
             say("write kant = \"lasten\" beside it"));
      return;
    }
    const Kasschuif& kasschuif = change.kasschuif;
    if (!check_amount(change, kasschuif.van, change.operation_place, project, post)) return;
    if (!check_year(kasschuif.naar, change.operation_place)) return;
    const Side before = post.side(*direction);
    move_between_years(at(project, post, *direction), change);
    take_notes(change, project, post, *direction, before);
  }

  std::size_t change_amounts(const Wijziging& change, const Project& project, Post& post) {
    std::size_t touched = 0;
    for (const Direction direction : both_directions) {
      if (change.kant && change.kant != direction) continue;
      const Side before = post.side(direction);
      const ChangingSide side = at(project, post, direction);
      if (change.operation == Operation::plus) touched += add_to_years(side, change);
      if (change.operation == Operation::maal) touched += multiply_years(side, change);
      if (change.operation == Operation::schuif) touched += shift_years(side, change);
      take_notes(change, project, post, direction, before);
    }
    return touched;
  }

  // --- what was there before ---

  void take_notes(const Wijziging& change, const Project& project, const Post& post, Direction direction,
                  const Side& before) {
    for (const Term& term : post.side(direction).terms) {
      const Term* was = find_term(before, term.year);
      if (was != nullptr && same(*was, term)) continue;
      plan_.change_notes.push_back({project.nr, post.nr, direction, term.year,
                                    was == nullptr ? std::nullopt : std::optional(*was), term.place,
                                    to_text(change.operation), change.toelichting});
    }
  }

  // --- settings ---

  template <class Values, class Target>
  void write_settings(const Wijziging& change, const Conflicts::Thing& thing, Target& target) {
    const auto* values = std::get_if<Values>(&change.values);
    if (values == nullptr) return;
    for (const std::string_view key : change.keys)
      if (write_setting(key, *values, target))
        conflicts_.set(thing, std::string(key), setting_text(key, *values, change), change.place);
  }

  // Two changes may give a setting twice when they say the same.
  static std::string setting_text(std::string_view key, const Project& values, const Wijziging& change) {
    if (key == "budget") return word(values.budget);
    if (key == "einde" && values.einde) return word(*values.einde);
    return key == "naam" ? values.naam : place_text(change);
  }
  template <class Values>
  static std::string setting_text(std::string_view, const Values&, const Wijziging& change) {
    return place_text(change);
  }
  static std::string place_text(const Wijziging& change) {
    return fmt::format("{}:{}", position(change.place.file), change.place.line);
  }

  // --- what only shows at the end ---

  void check_references(const Conflicts::Drop& drop) {
    const std::string& nr = drop.thing.project;
    for (const Project& project : plan_.projects)
      for (const Leg& leg : project.legs) {
        if (leg.other.name != nr) continue;
        findings_.push_back({Rule::wijziging_verwijzing,
                             drop.place,
                             leg.direction == Direction::lasten
                                 ? say("project {} vervalt, but post {} of {} still pays it", nr,
                                       project.posts[leg.post].nr, project.nr)
                                 : say("project {} vervalt, but post {} of {} still counts on its money", nr,
                                       project.posts[leg.post].nr, project.nr),
                             {{leg.other.place, say("the post is here")}},
                             say("drop that post as well, or give it another project")});
      }
    if (plan_.investeringsbudget && plan_.investeringsbudget->name == nr)
      findings_.push_back({Rule::wijziging_verwijzing,
                           drop.place,
                           say("project {} vervalt, but it is the investeringsbudget of the plan", nr),
                           {{plan_.investeringsbudget->place, say("it is named here")}},
                           say("give the plan another investeringsbudget as well")});
  }

  void check_post(const Project& project, std::size_t position) {
    const Post& post = project.posts[position];
    const auto has_leg = [&](Direction direction) { return project.find_leg(position, direction) != nullptr; };
    check_onderbouwing(post, post.baten, findings_);
    check_onderbouwing(post, post.lasten, findings_);
    check_spiegel(post, has_leg(Direction::baten), has_leg(Direction::lasten), findings_);
  }

  Plan& plan_;
  Findings& findings_;
  Conflicts conflicts_;
  std::set<std::string, std::less<>> touched_;  // numbers of the projects that changed
};

}  // namespace

ChangeList adopted_changes(const PlanBase& base, std::optional<Date> as_of) {
  ChangeList changes;
  for (const Begrotingswijziging& adopted : base.begrotingswijzigingen)
    if (!as_of || adopted.datum <= *as_of) changes.add(adopted.wijzigingen);
  return changes;
}

void apply_changes(const ChangeList& changes, Plan& plan, Findings& findings) {
  const bool has_years = plan.years.first != Year{} && plan.years.first <= plan.years.last;
  // A change whose file has findings may not say what was meant: those are told first.
  if (has_years && findings.empty() && !changes.empty()) {
    Changer changer(plan, findings);
    for (const ChangeList::Item& item : changes.items()) changer.apply(item);
    changer.finish();
    if (!findings.empty()) return;
  }
  // Beyond this fence every change has been carried out in full.
  finish_linking(plan, findings);
}

}  // namespace saldo
