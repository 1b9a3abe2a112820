// Budget of a closed year that a change lets a later year spend: what may come along, how long, and no more than was left.
#include <algorithm>
#include <map>
#include <tuple>
#include <unordered_map>

#include "base/say.h"
#include "calc/check/checks.h"
#include "calc/needs.h"
#include "plan/change.h"

namespace saldo {

namespace {

struct CarriedPost {
  std::size_t project = 0;
  std::size_t post = 0;
};

// Where what was carried over stands in the plan; nothing where it was dropped since.
class CarriedPosts {
 public:
  explicit CarriedPosts(const Plan& plan) : plan_(plan) {
    if (plan.carried_over.empty()) return;
    for (std::size_t p = 0; p < plan.projects.size(); ++p) projects_.emplace(plan.projects[p].nr, p);
  }

  std::optional<CarriedPost> find(const CarriedOver& carried) const {
    const auto found = projects_.find(carried.project);
    if (found == projects_.end()) return std::nullopt;
    const std::vector<Post>& posts = plan_.projects[found->second].posts;
    for (std::size_t post = 0; post < posts.size(); ++post)
      if (posts[post].nr == carried.post) return CarriedPost{found->second, post};
    return std::nullopt;
  }

 private:
  const Plan& plan_;
  std::unordered_map<std::string_view, std::size_t> projects_;
};

Address address_of(const CarriedOver& carried, Year year) {
  return {carried.project, carried.post, std::string(to_text(Direction::lasten)), year};
}

// Of this post, in one year, all that was carried over: the changes that did, in their order.
using CarriedFrom = std::tuple<std::size_t, std::size_t, Year>;
using CarriedByYear = std::map<CarriedFrom, std::vector<const CarriedOver*>>;

CarriedByYear by_year(const Plan& plan) {
  const CarriedPosts posts(plan);
  CarriedByYear all;
  for (const CarriedOver& carried : plan.carried_over)
    if (const auto at = posts.find(carried)) all[{at->project, at->post, carried.van}].push_back(&carried);
  return all;
}

// What was left of the lasten of a post. Nothing where that is not known; of a year that is not closed all of it.
std::optional<Money> left_of(const CheckInput& input, const CarriedFrom& from) {
  const auto& [project, post, year] = from;
  if (!input.plan.years.contains(year)) return std::nullopt;
  const AmountOf cell{project, post, Direction::lasten, input.plan.years.index(year)};
  const Project& of = input.plan.projects[project];
  const Amount budget = input.worked.budget().amounts.at(of, post, Direction::lasten, cell.year);
  if (!budget.is_money()) return std::nullopt;
  const BookedCell* booked = find_booked(input.plan, cell);
  return std::max(Money(), budget.counted() - (booked == nullptr ? Money() : booked->amount));
}

// Whether what the project had left when it ended went elsewhere.
bool has_moved_out(const Project& project, Year year) {
  const bool moves = project.restant == Restant::investeringsbudget || project.restant == Restant::terugbetalen;
  return moves && project.einde && *project.einde <= year;
}

// What else took money out of that year of the post.
std::vector<Related> also_moved(const CheckInput& input, const CarriedFrom& from, const CarriedOver& last,
                                const std::vector<const CarriedOver*>& all) {
  std::vector<Related> related;
  for (const CarriedOver* other : all)
    if (other != &last) related.push_back({other->place, say("{} is carried over here as well", other->bedrag)});
  const auto& [project, post, year] = from;
  const Project& of = input.plan.projects[project];
  for (const ChangeNote& note : input.plan.change_notes)
    if (note.operation == to_text(Operation::kasschuif) && note.project == of.nr && note.post == of.posts[post].nr &&
        note.year == year)
      related.push_back({note.place, say("a kasschuif changes the budget of {} here", year)});
  if (has_moved_out(of, year)) related.push_back({of.restant_place, say("its restant goes elsewhere here")});
  return related;
}

void tell_double(const CheckInput& input, const CarriedFrom& from, const std::vector<const CarriedOver*>& all,
                 Money sum, Money left, Findings& findings) {
  const CarriedOver& last = *all.back();
  const Address address = address_of(last, last.van);
  findings.push_back({Rule::overheveling_dubbel, last.place,
                      has_moved_out(input.plan.projects[std::get<0>(from)], last.van)
                          ? say("{} of {} is carried over, but what {} had left has gone when it ended", sum,
                                in_words(address), last.project)
                          : say("{} of {} is carried over, but {} was left of it", sum, in_words(address), left),
                      also_moved(input, from, last, all),
                      left == Money() ? say("carry nothing over") : say("carry over {} or less, all together", left),
                      address});
  findings.back().extent = sum - left;
}

}  // namespace

// Structural budget comes again every year: what is left of it falls free, unless the rules of the plan say otherwise.
void check_restant_structureel(const CheckInput& input, Findings& findings) {
  const auto& agreed = input.plan.jaareinde.overheveling;
  if (agreed && agreed->soort != Jaareinde::Soort::incidenteel) return;
  const CarriedPosts posts(input.plan);
  for (const CarriedOver& carried : input.plan.carried_over) {
    const auto at = posts.find(carried);
    if (!at || !input.plan.projects[at->project].posts[at->post].structureel) continue;
    const Address address = address_of(carried, carried.van);
    findings.push_back({Rule::restant_structureel,
                        carried.place,
                        say("{} of {} is carried over to {}, but that budget is structureel: {} has its own",
                            carried.bedrag, in_words(address), carried.naar, carried.naar),
                        {},
                        say("leave it out; or let the plan say that it may: [jaareinde] overheveling = {{ soort = "
                            "\"alle\" }}"),
                        address});
    findings.back().extent = carried.bedrag;
  }
}

// What is carried over to a year that the rules of the plan do not reach any more.
void check_restant_verlopen(const CheckInput& input, Findings& findings) {
  const auto& agreed = input.plan.jaareinde.overheveling;
  if (!agreed) return;
  for (const CarriedOver& carried : input.plan.carried_over) {
    const Year last = carried.van + agreed->jaren;
    if (carried.naar <= last) continue;
    const Address address = address_of(carried, carried.van);
    findings.push_back({Rule::restant_verlopen,
                        carried.place,
                        say("{} of {} is carried over to {}, but it may be spent until {}", carried.bedrag,
                            in_words(address), carried.naar, last),
                        {},
                        say("let it fall free, or ask for new budget; how long it may be kept is `jaren` in "
                            "[jaareinde] overheveling"),
                        address});
    findings.back().extent = carried.bedrag;
  }
}

// More is carried over of a post than was left of it, or what was left has gone elsewhere already.
void check_overheveling_dubbel(const CheckInput& input, Findings& findings) {
  for (const auto& [from, all] : by_year(input.plan)) {
    const bool is_out = has_moved_out(input.plan.projects[std::get<0>(from)], std::get<2>(from));
    const std::optional<Money> left = is_out ? Money() : left_of(input, from);
    Money sum;
    for (const CarriedOver* carried : all) sum += carried->bedrag;
    if (left && *left < sum) tell_double(input, from, all, sum, *left, findings);
  }
}

}  // namespace saldo
