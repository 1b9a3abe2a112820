#include "calc/close/overheveling.h"

#include <fmt/format.h>

#include <map>

#include "calc/close/rechtmatigheid.h"
#include "calc/close/rekening.h"
#include "plan/posts_by_name.h"
#include "plan/write/toml_text.h"

namespace saldo {

namespace {

std::string_view reason_of(NotCarried reason) {
  switch (reason) {
    case NotCarried::te_klein: return "minder dan het minimum";
    case NotCarried::soort: return "niet het soort budget dat mag";
    case NotCarried::geen_plan: return "er is geen bestedingsplan: zet in de toelichting waar het voor is";
    case NotCarried::beeindigd: return "het project of de post is geëindigd";
    case NotCarried::overschreden: return "het project gaf als geheel meer uit dan begroot";
  }
  return "";
}

class Leftovers {
 public:
  Leftovers(const Worked& realised, Year year)
      : realised_(realised),
        year_(year),
        at_(realised.plan.years.index(year)),
        explained_(toelichtingen(realised.plan.find_afsluiting(year))) {
    for (const CarriedOver& carried : realised.plan.carried_over)
      if (carried.van == year) carried_[{carried.project, carried.post}] += carried.bedrag;
  }

  std::vector<Leftover> find() {
    for (std::size_t p = 0; p < realised_.plan.projects.size(); ++p) {
      const Project& project = realised_.plan.projects[p];
      Money left_of_project;
      const std::size_t first = found_.size();
      for (std::size_t post = 0; post < project.posts.size(); ++post) left_of_project += add(p, post);
      for (std::size_t i = first; i < found_.size(); ++i)
        if (!found_[i].refused && left_of_project <= Money()) found_[i].refused = NotCarried::overschreden;
    }
    return std::move(found_);
  }

 private:
  // Gives what was left of the post, or was spent too much.
  Money add(std::size_t p, std::size_t at) {
    const Project& project = realised_.plan.projects[p];
    if (is_internal(realised_.plan, project, at, Direction::lasten, at_)) return Money();
    const Amount budget = realised_.budget().amounts.at(project, at, Direction::lasten, at_);
    const Amount spent = realised_.amounts.at(project, at, Direction::lasten, at_);
    if (!spent.is_money()) return Money();
    const Money over = budget.counted() - spent.counted();
    const auto carried = carried_.find({project.nr, project.posts[at].nr});
    const Money left = carried == carried_.end() ? over : over - carried->second;
    if (budget.is_money() && left > Money()) {
      found_.push_back({p, at, left, std::nullopt, explained_[{p, at}]});
      found_.back().refused = refusal(project, project.posts[at], found_.back());
    }
    return over;
  }

  std::optional<NotCarried> refusal(const Project& project, const Post& post, const Leftover& left) const {
    const Jaareinde::Overheveling& rules = *realised_.plan.jaareinde.overheveling;
    if ((project.more->einde && *project.more->einde <= year_) || (post.more->einde && *post.more->einde <= year_))
      return NotCarried::beeindigd;
    if (left.over < rules.minimaal) return NotCarried::te_klein;
    if (rules.soort != Jaareinde::Soort::alle && post.structureel != (rules.soort == Jaareinde::Soort::structureel))
      return NotCarried::soort;
    if (rules.bestedingsplan && left.toelichting.empty()) return NotCarried::geen_plan;
    return std::nullopt;
  }

  const Worked& realised_;
  Year year_;
  std::size_t at_;
  Toelichtingen explained_;
  std::map<std::pair<std::string, std::string>, Money> carried_;  // by nr of project and post
  std::vector<Leftover> found_;
};

std::string proposal(const Project& project, const PostName& name, const Leftover& left, Year year, Money unit) {
  const std::string why = left.toelichting.empty()
                              ? fmt::format("Niet besteed in {}", year.value)
                              : fmt::format("Niet besteed in {}: {}", year.value, left.toelichting);
  return fmt::format(
      "\n[[wijziging]]\nproject = {}\npost = {}\nplus = {{ {} = {} }}\noverheveling = {}\ntoelichting = {}\n",
      toml_text(project.nr), toml_text(name.name), year.value + 1, toml_amount(left.over, unit), year.value,
      toml_text(why));
}

}  // namespace

std::vector<Leftover> find_leftovers(const Worked& realised, Year year) { return Leftovers(realised, year).find(); }

std::vector<RestantOf> find_restanten(const Worked& realised, Year year) {
  const Plan& plan = realised.plan;
  const bool in_plan = plan.years.contains(year);
  std::vector<RestantOf> found;
  for (std::size_t p = 0; p < plan.projects.size(); ++p) {
    const Project& project = plan.projects[p];
    const Balance& balance = realised.balances.projects[p];
    const bool has_ended = (project.more->einde && *project.more->einde <= year) || (project.posts.empty() && !in_plan);
    if (!has_ended) continue;
    Money over = in_plan ? balance.years[plan.years.index(year)].eindsaldo : balance.opening;
    for (std::size_t post = 0; in_plan && post < project.posts.size(); ++post)
      if (project.posts[post].automatic && project.find_leg(post, Direction::lasten) != nullptr)
        over += realised.amounts.at(project, post, Direction::lasten, plan.years.index(year)).counted();
    if (over != Money()) found.push_back({p, over});
  }
  return found;
}

std::string write_overheveling(const Worked& realised, Year year) {
  const Money unit = realised.plan.unit();
  std::string refused;
  std::string text = fmt::format(
      "# Voorstel: wat in {0} niet is besteed, opnieuw beschikbaar in {1}. De raad besluit; neem over wat hij\n"
      "# vaststelt als [[begrotingswijziging]] van {1}.\n[scenario]\nnaam = \"Budgetoverheveling {0}\"\n",
      year.value, year.value + 1);
  Money sum;
  std::vector<PostName> names;
  std::optional<std::size_t> named;  // the project they are of
  for (const Leftover& left : find_leftovers(realised, year)) {
    const Project& project = realised.plan.projects[left.project];
    if (named != left.project) names = lasting_names(project);
    named = left.project;
    if (left.refused)
      refused += fmt::format("#   {}/{} {}: {}\n", project.nr, project.posts[left.post].nr,
                             toml_amount(left.over, unit), reason_of(*left.refused));
    else {
      text += proposal(project, names[left.post], left, year, unit);
      sum += left.over;
    }
  }
  text += fmt::format("\n# Samen {}.\n", toml_amount(sum, unit));
  if (!refused.empty()) text += "# Niet voorgesteld:\n" + refused;
  return text;
}

}  // namespace saldo
