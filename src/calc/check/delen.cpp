// Totals of which a part is in no year.
#include <algorithm>

#include "base/say.h"
#include "calc/check/checks.h"
#include "calc/formulas.h"

namespace saldo {

namespace {

// What the parts leave may come in a year that is PM, a sluitpost or a spiegel.
bool may_be_elsewhere(const Side& side) {
  return std::any_of(side.terms.begin(), side.terms.end(),
                     [](const Term& term) { return !term.facts().is_share && !term.is_typed_money(); });
}

// What a schuif took out of the plan is told there.
bool is_shifted_out(const Plan& plan, const Project& project, const Post& post, Direction direction) {
  return std::any_of(plan.shifted_out.begin(), plan.shifted_out.end(), [&](const ShiftedOut& out) {
    return out.project == project.nr && out.post == post.nr && out.direction == direction;
  });
}

Money left_of(const Plan& plan, const Post& post, const Side& side) {
  const Parts total = total_parts(plan, post, *side.total());
  Money left = total.whole;
  for (const Money part : total.parts) left -= part;
  for (const Term& term : side.terms)
    if (term.is_typed_money()) left -= term.amount.counted();
  const bool is_part_of_it = (left < Money()) == (total.whole < Money());
  return is_part_of_it && !left.is_overflow() ? left : Money();
}

// "33,33%" three times is 1/3: equal parts that come within a per cent of the whole.
bool is_rounded_share(const std::vector<Ratio>& shares, Ratio sum) {
  const bool equal = std::all_of(shares.begin(), shares.end(), [&](Ratio share) { return share == shares.front(); });
  return shares.size() > 1 && equal && sum.num * 100 >= sum.den * 99;
}

void check_parts(const Plan& plan, const Project& project, std::size_t at, Direction direction, Findings& findings) {
  const Post& post = project.posts[at];
  const Side& side = post.side(direction);
  const Total* total = side.total();
  if (total == nullptr || may_be_elsewhere(side) || is_shifted_out(plan, project, post, direction)) return;
  const std::vector<Ratio> shares = ratios_of(total->shares);
  const Ratio sum = sum_of(shares);
  const Money left = left_of(plan, post, side);
  if (sum.is_overflow() || sum.num >= sum.den || left == Money()) return;
  findings.push_back(
      {Rule::delen_onder_100,
       total->place,
       say("the parts of this total add up to {}: {} of {} falls in no year", to_percentage(sum), to_dutch(left, true),
           total_parts(plan, post, *total).whole),
       {},
       is_rounded_share(shares, sum)
           ? say("write \"1/{}\" in each of these years, and they are the whole", shares.size())
           : say("write the year in which it falls, or say in a [[negeer]] why that is outside the plan"),
       {project.nr, post.nr, std::string(to_text(direction)), {}}});
  findings.back().extent = left;
}

}  // namespace

// A total whose parts are less than the whole, with the amount that is in no year.
void check_delen_onder_100(const CheckInput& input, Findings& findings) {
  for (const Project& project : input.plan.projects)
    project.for_each_side(
        [&](std::size_t post, Direction direction) { check_parts(input.plan, project, post, direction, findings); });
}

}  // namespace saldo
