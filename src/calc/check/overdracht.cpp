// Overdrachten whose two sides do not agree: what one project sends another has to receive, whole and as agreed.
//
// The practice behind it: in the consolidation of Dutch public budgets (BBV, notitie verbonden partijen) mutual baten
// and lasten fall away against each other, which only holds when both sides have the same amount.
//
// Each overdracht gives at most one finding, at the amount of the side that sends. A side that is PM is no error: it is
// not known yet, and pm-open lists it. Nor is nothing, on both sides, or what was sent before the plan begins.
#include <map>
#include <optional>
#include <utility>

#include "base/say.h"
#include "calc/check/checks.h"
#include "calc/legs_between.h"

namespace saldo {

namespace {

bool has_ended(const Project& project, Year year) { return project.more->einde && *project.more->einde < year; }

// The year in which the last of it arrives, or would arrive.
Year arrival(const Overdracht& overdracht) {
  return overdracht.receipts.empty() ? overdracht.jaar : overdracht.receipts.back().year;
}

// What a record of a closed year states to be underway is not missing: it leaves in that year or before, and arrives after.
bool is_stated_underway(const Plan& plan, const Overdracht& overdracht) {
  for (const Afsluiting& record : plan.afsluitingen) {
    const bool sent = overdracht.jaar <= record.jaar;
    if (!sent && !overdracht.verzonden.is_absent()) continue;
    const Onderweg* onderweg = record.find_onderweg(overdracht.van, overdracht.naar);
    if (onderweg != nullptr && onderweg->bedrag == (sent ? overdracht.open() : -overdracht.open())) return true;
  }
  return false;
}

// The one rule an overdracht breaks, if it breaks any.
std::optional<Rule> broken_rule(const Plan& plan, const Overdracht& overdracht) {
  const Amount received = overdracht.ontvangen();
  if (!plan.years.contains(overdracht.jaar) || overdracht.verzonden.is_pm() || received.is_pm()) return std::nullopt;
  if (overdracht.verzonden.counted() == Money() && received.counted() == Money()) return std::nullopt;
  if (has_ended(plan.project(overdracht.van), overdracht.jaar) ||
      has_ended(plan.project(overdracht.naar), arrival(overdracht)))
    return Rule::overdracht_einde;
  if (is_stated_underway(plan, overdracht)) return std::nullopt;
  switch (overdracht.status) {
    case OverdrachtStatus::geen_ontvangst: return Rule::overdracht_geen_ontvangst;
    case OverdrachtStatus::geen_verzending: return Rule::overdracht_geen_verzending;
    case OverdrachtStatus::verschil: return Rule::overdracht_verschil;
    case OverdrachtStatus::gelijk: break;
  }
  return overdracht.verschoven ? std::optional(Rule::overdracht_jaar) : std::nullopt;
}

// What does not agree, or where only a year is wrong, all of it.
Money extent_of(const Overdracht& overdracht) {
  return overdracht.open() != Money() ? overdracht.open() : overdracht.verzonden.counted();
}

// A part of it, and late: what is missing is less than what did not arrive in time.
void tell_part(const Plan& plan, const Overdracht& overdracht, Diagnostic& finding) {
  const Year year = arrival(overdracht);
  finding.message = say("{} leaves {} for {} in {}: {} of it arrives only in {}, and {} never does",
                        overdracht.verzonden, plan.project(overdracht.van).nr, plan.project(overdracht.naar).nr,
                        overdracht.jaar, overdracht.ontvangen(), year, overdracht.open());
  finding.help =
      say("write `vertraging = {}` on the receiving post if that year is meant, and correct one of the amounts",
          static_cast<std::size_t>(year.value - overdracht.jaar.value));
}

// A spiegel or an amount more would book money twice when it stands in another year already.
Message counterpart_help(const CheckInput& input, const Overdracht& overdracht) {
  const bool missing = overdracht.open() > Money();
  for (const Overdracht& other : input.overdrachten) {
    const bool same_pair =
        other.van == overdracht.van && other.naar == overdracht.naar && other.stream == overdracht.stream;
    const bool after = missing ? overdracht.jaar < other.jaar : other.jaar < overdracht.jaar;
    if (!same_pair || !after || other.open() == Money() || (other.open() > Money()) == missing) continue;
    return missing ? say("first see whether it is part of what arrives in {}, which is {} more than leaves: then "
                         "correct the year of one of the two, as a new amount would count it twice",
                         arrival(other), -other.open())
                   : say("first see whether it is part of what leaves in {}, of which {} does not arrive: then "
                         "correct the year of one of the two, as a new amount would count it twice",
                         other.jaar, other.open());
  }
  return {};
}

// The post that has this very amount already, and only does not say of whom or for whom it is.
Message undeclared_help(const CheckInput& input, const Overdracht& overdracht, Direction direction, Amount amount) {
  const Plan& plan = input.plan;
  const bool receives = direction == Direction::baten;
  const Project& project = plan.project(receives ? overdracht.naar : overdracht.van);
  const std::string& other = plan.project(receives ? overdracht.van : overdracht.naar).nr;
  const std::size_t year = plan.years.index(overdracht.jaar);
  for (std::size_t post = 0; post < project.posts.size(); ++post) {
    if (project.find_leg(post, direction) != nullptr) continue;
    if (input.amounts.at(project, post, direction, year) != amount) continue;
    const std::string& nr = project.posts[post].nr;
    return receives ? say("write van = \"{}\" on post {} of {} if that is what it receives: it has this amount", other,
                          nr, project.nr)
                    : say("write naar = \"{}\" on post {} of {} if that is what it sends: it has this amount", other,
                          nr, project.nr);
  }
  return {};
}

// The amount of one post that takes part in an overdracht.
struct LegYear {
  const LegRef* leg = nullptr;
  AmountOf cell;
};

void tell_einde(const Plan& plan, const Overdracht& overdracht, Diagnostic& finding) {
  const Project& van = plan.project(overdracht.van);
  const Project& naar = plan.project(overdracht.naar);
  const bool sender = has_ended(van, overdracht.jaar);
  const Project& ended = sender ? van : naar;
  if (overdracht.verzonden.is_absent()) {
    finding.message = say("{} arrives at {} from {} in {}, but {} ended in {}", overdracht.ontvangen(), naar.nr, van.nr,
                          overdracht.jaar, ended.nr, *ended.more->einde);
    finding.related.push_back({van.place, say("{} does not send it either", van.nr)});
  } else {
    finding.message = say("{} leaves {} for {} in {}, but {} ended in {}", overdracht.verzonden, van.nr, naar.nr,
                          overdracht.jaar, ended.nr, *ended.more->einde);
  }
  finding.related.push_back({ended.more->einde_place, say("{} ends here", ended.nr)});
  finding.help = say("move the amount to {} or before, or write `einde = {}` for {}", *ended.more->einde,
                     sender ? overdracht.jaar : arrival(overdracht), ended.nr);
}

void tell_jaar(const Plan& plan, const Overdracht& overdracht, Diagnostic& finding) {
  const Year year = arrival(overdracht);
  finding.message = say("{} leaves {} for {} in {} but arrives in {}", overdracht.verzonden,
                        plan.project(overdracht.van).nr, plan.project(overdracht.naar).nr, overdracht.jaar, year);
  const auto years = static_cast<std::size_t>(year.value - overdracht.jaar.value);
  finding.help = years == 1
                     ? say("write `vertraging = {}` on the receiving post if the year in between is meant", years)
                     : say("write `vertraging = {}` on the receiving post if the years in between are meant", years);
}

// The post of the other side that these legs name.
const Post* named_post(const Plan& plan, std::span<const LegRef> legs) {
  for (const LegRef& ref : legs)
    if (ref.leg->other_post) return &plan.project(*ref.leg->other.id).posts[*ref.leg->other_post];
  return nullptr;
}

class Reporter {
 public:
  Reporter(const CheckInput& input, Findings& findings)
      : input_(input), plan_(input.plan), findings_(findings), legs_between_(input.plan) {}

  void report(Rule rule, const Overdracht& overdracht) {
    Diagnostic finding{rule, overdracht.place, {}};
    const std::vector<LegYear> sent = senders(overdracht);
    const std::vector<LegYear> received = receivers(overdracht);
    const bool by_sender = !sent.empty();
    finding.subject = subject(overdracht, by_sender, by_sender ? sent : received);
    for (std::size_t i = by_sender ? 1 : 0; i < sent.size(); ++i) finding.related.push_back(also_sent(sent[i]));
    for (std::size_t i = by_sender ? 0 : 1; i < received.size(); ++i)
      finding.related.push_back({place_of(plan_, received[i].cell),
                                 say("received by post {} of {}", post(received[i]).nr, nr(overdracht.naar))});
    finding.extent = extent_of(overdracht);
    tell(rule, overdracht, received, finding);
    findings_.push_back(std::move(finding));
  }

 private:
  const std::string& nr(ProjectId id) const { return plan_.project(id).nr; }
  const Post& post(const LegYear& leg) const { return plan_.projects[leg.cell.project].posts[leg.cell.post]; }

  std::span<const LegRef> senders_of(const Overdracht& overdracht) const {
    return legs_between_.legs(overdracht.van, overdracht.naar, Direction::lasten, overdracht.stream);
  }
  std::span<const LegRef> receivers_of(const Overdracht& overdracht) const {
    return legs_between_.legs(overdracht.naar, overdracht.van, Direction::baten, overdracht.stream);
  }

  void add_leg(std::vector<LegYear>& legs, const LegRef& ref, Year year) const {
    const AmountOf cell{position(ref.project), ref.leg->post, ref.leg->direction, plan_.years.index(year)};
    if (!input_.amounts.at(plan_.project(ref.project), cell.post, cell.direction, cell.year).is_absent())
      legs.push_back({&ref, cell});
  }

  std::vector<LegYear> senders(const Overdracht& overdracht) const {
    std::vector<LegYear> found;
    for (const LegRef& ref : senders_of(overdracht)) add_leg(found, ref, overdracht.jaar);
    return found;
  }

  std::vector<LegYear> receivers(const Overdracht& overdracht) const {
    std::vector<LegYear> found;
    for (const Receipt& receipt : overdracht.receipts)
      for (const LegRef& ref : receivers_of(overdracht))
        if (plan_.years.contains(receipt.year) &&
            (overdracht.verschoven || receipt.year - ref.leg->vertraging == overdracht.jaar))
          add_leg(found, ref, receipt.year);
    return found;
  }

  Related also_sent(const LegYear& leg) const {
    return {place_of(plan_, leg.cell), say("sent by post {} as well", post(leg).nr)};
  }

  Address subject(const Overdracht& overdracht, bool by_sender, const std::vector<LegYear>& legs) const {
    return {nr(by_sender ? overdracht.van : overdracht.naar), legs.empty() ? "" : post(legs[0]).nr,
            nr(by_sender ? overdracht.naar : overdracht.van), overdracht.jaar};
  }

  void tell(Rule rule, const Overdracht& overdracht, const std::vector<LegYear>& received, Diagnostic& finding) const {
    switch (rule) {
      case Rule::overdracht_einde: return tell_einde(plan_, overdracht, finding);
      case Rule::overdracht_geen_ontvangst: return tell_geen_ontvangst(overdracht, finding);
      case Rule::overdracht_geen_verzending: return tell_geen_verzending(overdracht, finding);
      case Rule::overdracht_verschil: return tell_verschil(overdracht, received, finding);
      default: return tell_jaar(plan_, overdracht, finding);
    }
  }

  // Where the receiving project has a post for this sender, only the amount of a year is missing.
  void tell_geen_ontvangst(const Overdracht& overdracht, Diagnostic& finding) const {
    finding.message = say("{} leaves {} for {} in {} but arrives nowhere", overdracht.verzonden, nr(overdracht.van),
                          nr(overdracht.naar), overdracht.jaar);
    const auto legs = receivers_of(overdracht);
    if (const Post* named = named_post(plan_, senders_of(overdracht)); named != nullptr && legs.empty()) {
      finding.message = say("{} leaves {} for post {} of {} in {}, but that post does not receive it",
                            overdracht.verzonden, nr(overdracht.van), named->nr, nr(overdracht.naar), overdracht.jaar);
      finding.related.push_back({named->place, say("the post is here")});
      finding.help = say("write van = \"{}\" on post {} of {} if it receives this, or name another post",
                         nr(overdracht.van), named->nr, nr(overdracht.naar));
      return;
    }
    if (legs.empty()) {
      finding.help = undeclared_help(input_, overdracht, Direction::baten, overdracht.verzonden);
      if (finding.help.empty())
        finding.help = say("write a post in {} with `baten = {{ {} = \"spiegel\" }}` and `van = \"{}\"`",
                           nr(overdracht.naar), overdracht.jaar, nr(overdracht.van));
      return;
    }
    const Post& receiver = plan_.project(overdracht.naar).posts[legs[0].leg->post];
    finding.related.push_back({receiver.place, say("post {} of {} receives from {}, but not this", receiver.nr,
                                                   nr(overdracht.naar), nr(overdracht.van))});
    if (finding.help = counterpart_help(input_, overdracht); !finding.help.empty()) return;
    finding.help = say("write `{} = \"spiegel\"` among the baten of post {} of {}",
                       overdracht.jaar + legs[0].leg->vertraging, receiver.nr, nr(overdracht.naar));
  }

  void tell_geen_verzending(const Overdracht& overdracht, Diagnostic& finding) const {
    finding.message = say("{} arrives at {} from {} in {}, but {} does not send it", overdracht.ontvangen(),
                          nr(overdracht.naar), nr(overdracht.van), arrival(overdracht), nr(overdracht.van));
    const auto legs = senders_of(overdracht);
    if (const Post* named = named_post(plan_, receivers_of(overdracht)); named != nullptr && legs.empty()) {
      finding.message =
          say("{} arrives at {} from post {} of {} in {}, but that post does not send it", overdracht.ontvangen(),
              nr(overdracht.naar), named->nr, nr(overdracht.van), arrival(overdracht));
      finding.related.push_back({named->place, say("the post is here")});
      finding.help = say("write naar = \"{}\" on post {} of {} if it pays this, or name another post",
                         nr(overdracht.naar), named->nr, nr(overdracht.van));
      return;
    }
    if (legs.empty()) {
      finding.help = undeclared_help(input_, overdracht, Direction::lasten, overdracht.ontvangen());
      if (finding.help.empty())
        finding.help = say("write a post in {} with lasten in {} and `naar = \"{}\"`", nr(overdracht.van),
                           overdracht.jaar, nr(overdracht.naar));
      return;
    }
    const Post& sender = plan_.project(overdracht.van).posts[legs[0].leg->post];
    finding.related.push_back({sender.place, say("post {} of {} sends to {}, but not this", sender.nr,
                                                 nr(overdracht.van), nr(overdracht.naar))});
    if (finding.help = counterpart_help(input_, overdracht); !finding.help.empty()) return;
    finding.help =
        say("write an amount for {} among the lasten of post {} of {}", overdracht.jaar, sender.nr, nr(overdracht.van));
  }

  void tell_verschil(const Overdracht& overdracht, const std::vector<LegYear>& received, Diagnostic& finding) const {
    if (overdracht.verschoven) return tell_part(plan_, overdracht, finding);
    finding.message =
        say("{} leaves {} for {} in {}, but {} arrives: a difference of {}", overdracht.verzonden, nr(overdracht.van),
            nr(overdracht.naar), overdracht.jaar, overdracht.ontvangen(), overdracht.open());
    finding.help = counterpart_help(input_, overdracht);
    if (received.empty() || !finding.help.empty()) return;
    // A spiegel takes all that was sent: beside a second post that receives of it, that would be too much.
    finding.help = received.size() > 1
                       ? say("correct one of the amounts")
                       : say("write `{} = \"spiegel\"` among the baten of post {} of {}, or correct one of the amounts",
                             plan_.years.at(received[0].cell.year), post(received[0]).nr, nr(overdracht.naar));
  }

  const CheckInput& input_;
  const Plan& plan_;
  Findings& findings_;
  LegsBetween legs_between_;
};

void check(Rule rule, const CheckInput& input, Findings& findings) {
  std::optional<Reporter> reporter;
  for (const Overdracht& overdracht : input.overdrachten) {
    if (broken_rule(input.plan, overdracht) != rule) continue;
    if (!reporter) reporter.emplace(input, findings);
    reporter->report(rule, overdracht);
  }
}

// Money of several projects that one and the same forgets: each finding tells what it comes to in all.
void add_totals(const CheckInput& input, std::size_t first, Findings& findings) {
  struct Together {
    Money sum;
    std::size_t senders = 0;
  };
  const auto is_missing = [&input](const Overdracht& overdracht) {
    return broken_rule(input.plan, overdracht) == Rule::overdracht_geen_ontvangst;
  };
  std::map<std::pair<ProjectId, Year>, Together> all;
  for (const Overdracht& overdracht : input.overdrachten) {
    if (!is_missing(overdracht)) continue;
    Together& together = all[{overdracht.naar, overdracht.jaar}];
    together.sum += overdracht.verzonden.counted();
    ++together.senders;
  }
  for (const Overdracht& overdracht : input.overdrachten) {
    if (!is_missing(overdracht)) continue;
    const Together& together = all[{overdracht.naar, overdracht.jaar}];
    const Project& naar = input.plan.project(overdracht.naar);
    if (together.senders > 1)
      findings[first].related.push_back(
          {naar.place, say("{} projects together send {} to {} in {} that arrives nowhere", together.senders,
                           together.sum, naar.nr, overdracht.jaar)});
    ++first;
  }
}

}  // namespace

// To a project whose last year lies before the year received, or from one whose last year lies before the year sent.
void check_overdracht_einde(const CheckInput& input, Findings& findings) {
  check(Rule::overdracht_einde, input, findings);
}

void check_overdracht_geen_ontvangst(const CheckInput& input, Findings& findings) {
  const std::size_t first = findings.size();
  check(Rule::overdracht_geen_ontvangst, input, findings);
  add_totals(input, first, findings);
}

void check_overdracht_geen_verzending(const CheckInput& input, Findings& findings) {
  check(Rule::overdracht_geen_verzending, input, findings);
}

void check_overdracht_verschil(const CheckInput& input, Findings& findings) {
  check(Rule::overdracht_verschil, input, findings);
}

// Received, whole, in a later year, while no `vertraging` says that it is on its way so long.
void check_overdracht_jaar(const CheckInput& input, Findings& findings) {
  check(Rule::overdracht_jaar, input, findings);
}

}  // namespace saldo
