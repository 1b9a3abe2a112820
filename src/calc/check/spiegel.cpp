// A spiegel that does not get all that the other side has: what another post has of it is taken off, which neither of the
// two shows.
#include "base/say.h"
#include "calc/check/checks.h"
#include "calc/legs_between.h"

namespace saldo {

namespace {

// The money of one post beside a spiegel.
struct Sharing {
  AmountOf cell;
  Money amount;
};

class SpiegelCheck {
 public:
  SpiegelCheck(const CheckInput& input, Findings& findings)
      : input_(input), plan_(input.plan), findings_(findings), legs_between_(input.plan) {}

  void check(std::size_t p, std::size_t at, Direction direction) {
    const Post& post = plan_.projects[p].posts[at];
    const Leg* leg = plan_.projects[p].find_leg(at, direction);
    if (leg == nullptr || leg->other_post || post.automatic) return;
    for (const Term& term : post.side(direction).terms)
      if (term.facts().mirrors) check(p, *leg, term);
  }

 private:
  void check(std::size_t p, const Leg& leg, const Term& term) {
    const std::vector<Sharing> sharing = find_sharing(p, leg, term.year - leg.vertraging);
    Money taken;
    for (const Sharing& other : sharing) taken += other.amount;
    if (taken == Money()) return;
    const Project& project = plan_.projects[p];
    const std::size_t year = plan_.years.index(term.year);
    const Amount amount = input_.amounts.at(project, leg.post, leg.direction, year);
    if (!amount.is_money()) return;
    findings_.push_back({Rule::spiegel_gedeeld,
                         term.place,
                         say("{} {} of post {} of {} are {}: the spiegel of {} less {} that another post has of it",
                             to_text(leg.direction), term.year, project.posts[leg.post].nr, project.nr, amount,
                             amount.counted() + taken, taken),
                         {},
                         help(static_cast<ProjectId>(p), leg),
                         {project.nr, project.posts[leg.post].nr, std::string(to_text(leg.direction)), term.year}});
    findings_.back().extent = taken;
    for (const Sharing& other : sharing)
      findings_.back().related.push_back({place_of(plan_, other.cell), say("{} of it is for post {}", other.amount,
                                                                           project.posts[other.cell.post].nr)});
  }

  // Posts beside that of this leg, with what they have of what was sent in that year.
  std::vector<Sharing> find_sharing(std::size_t p, const Leg& leg, Year sent) const {
    const Project& project = plan_.projects[p];
    std::vector<Sharing> found;
    for (const LegRef& ref : legs_between_.legs(static_cast<ProjectId>(p), *leg.other.id, leg.direction,
                                                legs_between_.stream_of(project, leg))) {
      const Year year = sent + ref.leg->vertraging;
      if (ref.leg->post == leg.post || !plan_.years.contains(year)) continue;
      const AmountOf cell{p, ref.leg->post, leg.direction, plan_.years.index(year)};
      const Money amount = input_.amounts.at(project, cell.post, cell.direction, cell.year).counted();
      if (amount != Money()) found.push_back({cell, amount});
    }
    return found;
  }

  // With what the post on the other side is called, whichever of them is meant.
  Message help(ProjectId self, const Leg& leg) const {
    const Project& other = plan_.project(*leg.other.id);
    const auto legs = legs_between_.legs(*leg.other.id, self, opposite(leg.direction),
                                         legs_between_.stream_of(plan_.project(self), leg));
    const std::string& nr = other.posts[legs.front().leg->post].nr;
    return leg.direction == Direction::baten
               ? say("write on both which post of {} sends it: van = \"{}/{}\", or another one", other.nr, other.nr, nr)
               : say("write on both which post of {} receives it: naar = \"{}/{}\", or another one", other.nr, other.nr,
                     nr);
  }

  const CheckInput& input_;
  const Plan& plan_;
  Findings& findings_;
  LegsBetween legs_between_;
};

}  // namespace

// Each year of a spiegel that names no post of the other side, and shares what that has with posts that do not either.
void check_spiegel_gedeeld(const CheckInput& input, Findings& findings) {
  SpiegelCheck check(input, findings);
  input.plan.for_each_side(
      [&](std::size_t project, std::size_t post, Direction direction) { check.check(project, post, direction); });
}

}  // namespace saldo
