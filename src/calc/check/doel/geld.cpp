// The money of goals: what is not said of it, and what is taken twice.
#include <algorithm>
#include <map>
#include <set>

#include "calc/check/doel/telling.h"

namespace saldo {

namespace {

using PostKey = std::pair<std::size_t, std::size_t>;  // project, and post in it
constexpr std::size_t whole_project = SIZE_MAX;

bool is_link(const Geld& money) { return money.project.has_value(); }

PostKey key_of(const Geld& money) {
  return {position(*money.project->id), money.position ? std::size_t{*money.position} : whole_project};
}

}  // namespace

// Once for each goal.
void check_geld_zonder_bedrag(const CheckInput& input, Findings& findings) {
  for (const Doel& doel : input.plan.doelen) {
    bool told = false;
    for (const Geld& money : doel.geld) {
      if (is_link(money) || money.bedrag) continue;
      if (told) {
        findings.back().related.push_back({money.place, say("and for this: {}", money.tekst)});
        continue;
      }
      findings.push_back({Rule::geld_zonder_bedrag,
                          money.place,
                          say("{}: money without an amount: {}", named(doel), money.tekst),
                          {},
                          say("write the bedrag beside it, or the project and post that it stands on"),
                          subject_of(doel)});
      told = true;
    }
  }
}

namespace {

struct Taken {
  Ratio sum{0, 1};
  std::vector<const Geld*> by;
};

// Goals that take a share of each post, without those under one that takes a share of it: that has theirs in its own.
class Shares {
 public:
  explicit Shares(const Plan& plan) : plan_(plan) {
    for (std::size_t at = 0; at < plan.doelen.size(); ++at)
      for (const Geld& money : plan.doelen[at].geld)
        if (is_link(money) && money.deel) taking_.insert({at, key_of(money)});
    for (std::size_t at = 0; at < plan.doelen.size(); ++at)
      for (const Geld& money : plan.doelen[at].geld)
        if (is_link(money) && money.deel && !is_taken_above(at, key_of(money))) add(money);
  }

  // The shares of a post, with those of its whole project.
  const std::map<PostKey, Taken>& all() const { return taken_; }
  Ratio sum_of(const PostKey& post) const {
    const auto project = taken_.find({post.first, whole_project});
    const Ratio own = taken_.at(post).sum;
    return post.second == whole_project || project == taken_.end() ? own : own + project->second.sum;
  }

 private:
  bool is_taken_above(std::size_t at, const PostKey& post) const {
    for (const Doel* doel = &plan_.doelen[at]; doel->onder; doel = &plan_.doel(*doel->onder->id))
      if (taking_.contains({position(*doel->onder->id), post})) return true;
    return false;
  }
  void add(const Geld& money) {
    Taken& taken = taken_[key_of(money)];
    taken.sum = taken.sum + *money.deel;
    taken.by.push_back(&money);
  }

  const Plan& plan_;
  std::set<std::pair<std::size_t, PostKey>> taking_;
  std::map<PostKey, Taken> taken_;
};

}  // namespace

// On the last goal that takes a share, with the others.
void check_geld_deel(const CheckInput& input, Findings& findings) {
  const Shares shares(input.plan);
  for (const auto& [key, taken] : shares.all()) {
    const Ratio sum = shares.sum_of(key);
    if (sign_of_difference(sum, Ratio{1, 1}) <= 0) continue;
    const Project& project = input.plan.projects[key.first];
    const bool is_whole = key.second == whole_project;
    const std::string post = is_whole ? "" : project.posts[key.second].nr;
    Diagnostic finding{Rule::geld_deel, taken.by.back()->deel_place,
                       is_whole ? say("goals take {} of project {}", to_percentage(sum), project.nr)
                                : say("goals take {} of post {} of {}", to_percentage(sum), post, project.nr)};
    for (const Geld* money : taken.by)
      if (money != taken.by.back())
        finding.related.push_back({money->deel_place, say("{} is taken here", to_percentage(*money->deel))});
    finding.help = say("the shares of all goals together are 100% at most; leave `deel` out where they share it");
    finding.subject = {project.nr, post, "", {}};
    findings.push_back(std::move(finding));
  }
}

// Only the goal itself counts: money of the one above may be for something else.
void check_streef_zonder_post(const CheckInput& input, Findings& findings) {
  const auto has_link = [](const Doel& doel) { return std::any_of(doel.geld.begin(), doel.geld.end(), is_link); };
  if (!std::any_of(input.plan.doelen.begin(), input.plan.doelen.end(), has_link)) return;
  for (const Doel& doel : input.plan.doelen) {
    const auto number =
        std::find_if(doel.streven.begin(), doel.streven.end(), [](const Streef& streef) { return streef.is_number(); });
    if (number == doel.streven.end()) continue;
    const bool is_inferred = std::all_of(doel.geld.begin(), doel.geld.end(), [](const Geld& money) {
      return !is_link(money) || money.grond == Grond::afgeleid;
    });
    if (!is_inferred) continue;
    Diagnostic finding{
        Rule::streef_zonder_post, number->place,
        has_link(doel)
            ? say("{}: that this money is for {} was inferred", named(doel), in_plan_words(doel, *number))
            : say("{}: {}, and no project or post to do it with", named(doel), in_plan_words(doel, *number))};
    finding.help = has_link(doel) ? say("write grond = \"naam\" or \"toelichting\" once the document says so")
                                  : say("write the project and post in geld, or who pays for it in its tekst");
    finding.subject = subject_of(doel);
    if (has_link(doel)) finding.severity = Severity::note;
    findings.push_back(std::move(finding));
  }
}

namespace {

// The targets with a number that stand on a post, by whoever names it without a share.
using TargetsOfPost = std::map<PostKey, std::vector<std::pair<const Doel*, const Streef*>>>;

TargetsOfPost targets_of_posts(const Plan& plan) {
  TargetsOfPost all;
  for (const Doel& doel : plan.doelen) {
    std::vector<std::pair<const Doel*, const Streef*>> own;
    for (const Streef& streef : doel.streven)
      if (streef.is_number() && !streef.deel_van && !streef.norm_bij) own.emplace_back(&doel, &streef);
    if (own.empty()) continue;
    for (const Geld& money : doel.geld) {
      if (!is_link(money) || !money.position || money.deel || money.grond == Grond::afgeleid) continue;
      auto& on_post = all[key_of(money)];
      on_post.insert(on_post.end(), own.begin(), own.end());
    }
  }
  return all;
}

}  // namespace

void check_post_gedeeld(const CheckInput& input, Findings& findings) {
  for (const auto& [key, targets] : targets_of_posts(input.plan)) {
    if (targets.size() < 2) continue;
    const Project& project = input.plan.projects[key.first];
    const Post& post = project.posts[key.second];
    Diagnostic finding{Rule::post_gedeeld, targets.front().second->place,
                       say("{} targets with a number stand on post {} of {}: what one of them costs cannot be told",
                           targets.size(), post.nr, project.nr)};
    for (const auto& [doel, streef] : targets)
      finding.related.push_back({streef->place, say("{}: {}", named(*doel), in_plan_words(*doel, *streef))});
    finding.help = say("write the share of each goal, deel = \"60%\", if it is known");
    finding.subject = {project.nr, post.nr, "", {}};
    findings.push_back(std::move(finding));
  }
}

namespace {

enum class Known { nothing, pm, money };

Known known_of(const CheckInput& input, const Project& project, std::size_t post) {
  Known known = Known::nothing;
  for (const Direction direction : both_directions)
    for (std::size_t year = 0; year < input.plan.years.size(); ++year) {
      const Amount amount = input.amounts.at(project, post, direction, year);
      if (amount.is_money()) return Known::money;
      if (amount.is_pm()) known = Known::pm;
    }
  return known;
}

}  // namespace

void check_doel_op_pm(const CheckInput& input, Findings& findings) {
  std::map<PostKey, Known> seen;
  for (const Doel& doel : input.plan.doelen)
    for (const Geld& money : doel.geld) {
      if (!is_link(money) || !money.position) continue;
      const Project& project = input.plan.project(*money.project->id);
      const auto [known, is_new] = seen.try_emplace(key_of(money), Known::money);
      if (is_new) known->second = known_of(input, project, *money.position);
      if (known->second == Known::money) continue;
      const Post& post = project.posts[*money.position];
      const bool is_pm = known->second == Known::pm;
      findings.push_back(
          {Rule::doel_op_pm,
           money.place,
           is_pm ? say("{}: post {} of {} is PM: {}", named(doel), post.nr, project.nr, post.naam)
                 : say("{}: post {} of {} has no amount, and no PM: {}", named(doel), post.nr, project.nr, post.naam),
           {},
           say("write the amount of the post once it is known"),
           subject_of(doel)});
      if (!is_pm) findings.back().severity = Severity::warning;
    }
}

}  // namespace saldo
