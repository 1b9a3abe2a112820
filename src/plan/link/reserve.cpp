#include "plan/link/reserve.h"

#include <algorithm>
#include <map>

#include "base/say.h"
#include "plan/link/names.h"

namespace saldo {

namespace {

const Leg* find_back(const Project& project, ProjectId other, Direction direction) {
  const auto found = std::find_if(project.legs.begin(), project.legs.end(),
                                  [&](const Leg& leg) { return leg.direction == direction && leg.other.id == other; });
  return found == project.legs.end() ? nullptr : &*found;
}

Message how_to_type(const Project& reserve, Direction at_reserve) {
  return at_reserve == Direction::baten ? say("write it on the post that pays: naar = \"{}\"", reserve.nr)
                                        : say("write it on the post that gets it: van = \"{}\"", reserve.nr);
}

class LegCheck {
 public:
  LegCheck(const Plan& plan, ProjectId self, const Leg& leg, Findings& findings)
      : project_(plan.project(self)),
        other_(plan.project(*leg.other.id)),
        self_(self),
        leg_(leg),
        findings_(findings) {}

  void check() {
    if (leg_.vertraging != 0)
      refuse(say("what goes to or from a reserve arrives in the year it leaves, and not {} later",
                 static_cast<std::size_t>(leg_.vertraging)),
             say("leave `vertraging` out"));
    if (project_.is_reserve() && !other_.is_reserve()) return refuse_typed();
    if (leg_.other_post)
      refuse(say("a reserve has no posts to name: what it gets and gives is added by saldo itself"),
             leg_.direction == Direction::lasten ? say("write naar = \"{}\"", other_.nr)
                                                 : say("write van = \"{}\"", other_.nr));
    check_mirrors();
    if (project_.is_reserve()) check_both_reserves();
  }

 private:
  void refuse(Message message, Message help) {
    report(findings_, Rule::soort_combinatie, leg_.other.place, std::move(message), std::move(help));
  }

  // The reserve follows the other side by itself, so what is typed there says it twice, or says it in the wrong place.
  void refuse_typed() {
    const Leg* typed = find_back(other_, self_, opposite(leg_.direction));
    if (typed != nullptr) return report_double(*typed);
    refuse(say("{} is a reserve: it follows what other projects pay it and take from it", project_.nr),
           how_to_type(project_, leg_.direction));
  }

  void report_double(const Leg& typed) {
    report(findings_, Rule::reserve_dubbel, leg_.other.place,
           say("what goes between {} and reserve {} arrives there by itself, and here it is typed as well", other_.nr,
               project_.nr),
           say("leave this post out"));
    findings_.back().related.push_back({typed.other.place, say("it goes by itself because of this")});
  }

  void check_both_reserves() {
    const Leg* back = find_back(other_, self_, opposite(leg_.direction));
    if (leg_.direction == Direction::baten && back != nullptr) report_double(*back);
  }

  void check_mirrors() {
    for (const Term& term : project_.posts[leg_.post].side(leg_.direction).terms)
      if (term.facts().mirrors)
        report(findings_, Rule::soort_combinatie, term.place,
               say("a spiegel of what reserve {} does, but the reserve does what others write", other_.nr),
               say("write the amount, or \"sluitpost\" for what is left"));
  }

  const Project& project_;
  const Project& other_;
  ProjectId self_;
  const Leg& leg_;
  Findings& findings_;
};

// What one project pays to a reserve, or gets from it: where it is typed first.
using Counterparts = std::map<std::pair<ProjectId, Direction>, Place>;

std::vector<Counterparts> find_counterparts(const Plan& plan) {
  std::vector<Counterparts> of(plan.projects.size());
  for (std::size_t p = 0; p < plan.projects.size(); ++p)
    for (const Leg& leg : plan.projects[p].legs)
      if (plan.project(*leg.other.id).is_reserve())
        of[position(*leg.other.id)].try_emplace({static_cast<ProjectId>(p), opposite(leg.direction)}, leg.other.place);
  return of;
}

std::string free_nr(const Project& project, std::string nr) {
  const auto is_taken = [&](const Post& post) { return post.nr == nr; };
  while (std::any_of(project.posts.begin(), project.posts.end(), is_taken)) nr += "'";
  return nr;
}

void add_post(Plan& plan, ProjectId reserve, ProjectId other, Direction direction, Place place) {
  Project& project = plan.projects[position(reserve)];
  const Project& paying = plan.project(other);
  const bool comes_in = direction == Direction::baten;
  Post post;
  post.nr = free_nr(project, (comes_in ? "van " : "naar ") + paying.nr);
  post.naam = (comes_in ? "Toevoeging van " : "Onttrekking voor ") + paying.naam;
  post.place = place;
  post.own_nr = post.automatic = true;
  for (std::size_t y = 0; y < plan.years.size(); ++y)
    post.side(direction).terms.push_back({plan.years.at(y), TermKind::spiegel, 0, {}, place});
  project.legs.push_back({static_cast<std::uint32_t>(project.posts.size()), direction, 0, {paying.nr, place, other}});
  project.posts.push_back(std::move(post));
}

}  // namespace

void check_reserve_legs(const Plan& plan, Findings& findings) {
  for (std::size_t p = 0; p < plan.projects.size(); ++p)
    for (const Leg& leg : plan.projects[p].legs)
      if (plan.projects[p].is_reserve() || plan.project(*leg.other.id).is_reserve())
        LegCheck(plan, static_cast<ProjectId>(p), leg, findings).check();
}

void add_reserve_posts(Plan& plan) {
  const std::vector<Counterparts> counterparts = find_counterparts(plan);
  for (std::size_t p = 0; p < counterparts.size(); ++p)
    for (const auto& [other, place] : counterparts[p])
      add_post(plan, static_cast<ProjectId>(p), other.first, other.second, place);
}

}  // namespace saldo
