// Budget of a closed year that a change lets a later year spend: what may come along, how long, and no more than was left.
#include <algorithm>
#include <map>
#include <tuple>
#include <unordered_map>

#include "base/say.h"
#include "calc/check/checks.h"
#include "calc/needs.h"
#include "plan/change.h"
#include "plan/posts_by_name.h"

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

  std::optional<CarriedPost> find(const CarriedOver& carried) {
    const auto found = projects_.find(carried.project);
    if (found == projects_.end()) return std::nullopt;
    const auto posts = posts_.find_nr(plan_.projects[found->second], carried.post);
    if (posts.empty()) return std::nullopt;
    return CarriedPost{found->second, posts.front()};
  }

 private:
  const Plan& plan_;
  std::unordered_map<std::string_view, std::size_t> projects_;
  PostsByName posts_;
};

Address address_of(const CarriedOver& carried, Year year) {
  return {carried.project, carried.post, std::string(to_text(Direction::lasten)), year};
}

// Of this post, in one year, all that was carried over: the changes that did, in their order.
using CarriedFrom = std::tuple<std::size_t, std::size_t, Year>;
using CarriedByYear = std::map<CarriedFrom, std::vector<const CarriedOver*>>;

CarriedByYear by_year(const Plan& plan) {
  CarriedPosts posts(plan);
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
  const bool moves =
      project.more->restant == Restant::investeringsbudget || project.more->restant == Restant::terugbetalen;
  return moves && project.more->einde && *project.more->einde <= year;
}

// The kasschuiven by the year of the post that they changed, in their order.
class Shifts {
 public:
  explicit Shifts(const Plan& plan) {
    if (plan.carried_over.empty()) return;
    for (const ChangeNote& note : plan.change_notes)
      if (note.operation == to_text(Operation::kasschuif))
        all_[{note.project, note.post, note.year}].push_back(note.place);
  }

  std::vector<Place> of(const Project& project, std::size_t post, Year year) const {
    const auto found = all_.find({project.nr, project.posts[post].nr, year});
    return found == all_.end() ? std::vector<Place>() : found->second;
  }

 private:
  std::map<std::tuple<std::string_view, std::string_view, Year>, std::vector<Place>> all_;
};

// What else took money out of that year of the post.
std::vector<Related> also_moved(const CheckInput& input, const Shifts& shifts, const CarriedFrom& from,
                                const std::vector<const CarriedOver*>& all) {
  std::vector<Related> related;
  for (const CarriedOver* other : all)
    if (other != all.back()) related.push_back({other->place, say("{} is carried over here as well", other->bedrag)});
  const auto& [project, post, year] = from;
  const Project& of = input.plan.projects[project];
  for (const Place& place : shifts.of(of, post, year))
    related.push_back({place, say("a kasschuif changes the budget of {} here", year)});
  if (has_moved_out(of, year)) related.push_back({of.more->restant_place, say("its restant goes elsewhere here")});
  return related;
}

void tell_double(const CheckInput& input, const Shifts& shifts, const CarriedFrom& from,
                 const std::vector<const CarriedOver*>& all, Money sum, Money left, Findings& findings) {
  const CarriedOver& last = *all.back();
  const Address address = address_of(last, last.van);
  findings.push_back({Rule::overheveling_dubbel, last.place,
                      has_moved_out(input.plan.projects[std::get<0>(from)], last.van)
                          ? say("{} of {} is carried over, but what {} had left has gone when it ended", sum,
                                in_words(address), last.project)
                          : say("{} of {} is carried over, but {} was left of it", sum, in_words(address), left),
                      also_moved(input, shifts, from, all),
                      left == Money() ? say("carry nothing over") : say("carry over {} or less, all together", left),
                      address});
  findings.back().extent = sum - left;
}

}  // namespace

// Structural budget comes again every year: what is left of it falls free, unless the rules of the plan say otherwise.
void check_restant_structureel(const CheckInput& input, Findings& findings) {
  const auto& agreed = input.plan.jaareinde.overheveling;
  if (agreed && agreed->soort != Jaareinde::Soort::incidenteel) return;
  CarriedPosts posts(input.plan);
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
  const Shifts shifts(input.plan);
  for (const auto& [from, all] : by_year(input.plan)) {
    const bool is_out = has_moved_out(input.plan.projects[std::get<0>(from)], std::get<2>(from));
    const std::optional<Money> left = is_out ? Money() : left_of(input, from);
    Money sum;
    for (const CarriedOver* carried : all) sum += carried->bedrag;
    if (left && *left < sum) tell_double(input, shifts, from, all, sum, *left, findings);
  }
}

}  // namespace saldo
