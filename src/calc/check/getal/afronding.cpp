// What rounding does to a post that follows an index.
#include "base/say.h"
#include "calc/check/checks.h"
#include "calc/formulas.h"

namespace saldo {

namespace {

// What the index itself adds in a year, and what rounding adds to that.
struct Growth {
  Money by_index;
  Money by_rounding;
};

std::optional<Growth> growth_in(const CheckInput& input, const Project& project, const AmountOf& cell) {
  const Post& post = project.posts[cell.post];
  const Side& side = post.side(cell.direction);
  if (!grows(input.plan, project, post, side, cell.year)) return std::nullopt;
  if (find_term(side, input.plan.years.at(cell.year)) != nullptr) return std::nullopt;
  const std::size_t base_year = index_base_year(input.plan, post, side, cell.year);
  const Amount base = input.amounts.at(project, cell.post, cell.direction, base_year);
  const Amount amount = input.amounts.at(project, cell.post, cell.direction, cell.year);
  const Derived grown = by_index(input.plan, post, base, base_year, cell.year);
  if (!grown.exact || !amount.is_money() || amount.is_overflow()) return std::nullopt;
  const Money exact = rounded(*grown.exact, {});
  return Growth{exact - base.counted(), amount.counted() - exact};
}

// Less than a euro is rounding as it always is.
bool is_coarse(const Growth& growth) {
  return growth.by_index != Money() && growth.by_rounding.size() >= Money::of_euros(1) &&
         Wide{growth.by_rounding.size().cents()} * 10 >= Wide{growth.by_index.size().cents()};
}

void check_side(const CheckInput& input, std::size_t project, std::size_t at, Direction direction, Findings& findings) {
  const Project& of = input.plan.projects[project];
  const Post& post = of.posts[at];
  if (post.index == no_index || post.side(direction).empty()) return;
  for (std::size_t y = 0; y < input.plan.years.size(); ++y) {
    const std::optional<Growth> growth = growth_in(input, of, {project, at, direction, y});
    if (!growth || !is_coarse(*growth)) continue;
    const Year year = input.plan.years.at(y);
    findings.push_back(
        {Rule::afronding_groei,
         post.index_place,
         say("{} {} of post {} of {} grow by {} with the index `{}`, but by {} once rounded to {}: a difference of {}",
             to_text(direction), year, post.nr, of.nr, growth->by_index, input.plan.indexes[position(post.index)].naam,
             growth->by_index + growth->by_rounding, rounding_of(input.plan, post).unit, growth->by_rounding),
         {},
         say("round to less, let the years go on from the exact amount with `keten = \"exact\"`, or say in a "
             "[[negeer]] why it is meant so"),
         {of.nr, post.nr, std::string(to_text(direction)), year}});
    findings.back().extent = growth->by_rounding;
    return;
  }
}

}  // namespace

// A post whose rounding is a tenth or more of what its index adds: once for a side, in the first year it is so.
void check_afronding_groei(const CheckInput& input, Findings& findings) {
  input.plan.for_each_side([&](std::size_t project, std::size_t post, Direction direction) {
    check_side(input, project, post, direction, findings);
  });
}

}  // namespace saldo
