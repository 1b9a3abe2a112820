// How one amount follows from others: the arithmetic of each rule of the format, apart from the order of working out.
#pragma once

#include <optional>
#include <vector>

#include "plan/model.h"

namespace saldo {

// What decides what stands in a cell. `leeg`: nothing does, it is absent. As with TermKind: in switches without default.
enum class Formula : std::uint8_t { leeg, bedrag, deel, onderbouwing, sluitpost, spiegel, index, percentage };

Formula formula_of(const Plan& plan, const Project& project, const Post& post, const Side& side, std::size_t year);
// Where the term of that year is known; null: there is none.
Formula formula_of(const Plan& plan, const Project& project, const Post& post, const Side& side, std::size_t year,
                   const Term* term);

// Whether saldo works it out, from lines or from other amounts.
constexpr bool is_worked_out(Formula formula) {
  switch (formula) {
    case Formula::leeg:
    case Formula::bedrag: return false;
    case Formula::deel:
    case Formula::onderbouwing:
    case Formula::sluitpost:
    case Formula::spiegel:
    case Formula::index:
    case Formula::percentage: break;
  }
  return true;
}

// Whether it is worked out of other amounts.
constexpr bool needs_amounts(Formula formula) {
  switch (formula) {
    case Formula::sluitpost:
    case Formula::spiegel:
    case Formula::index:
    case Formula::percentage: return true;
    case Formula::leeg:
    case Formula::bedrag:
    case Formula::deel:
    case Formula::onderbouwing: break;
  }
  return false;
}

// Whether it is worked out of the money there is: in a closed year nobody has to book it.
constexpr bool follows_from_bookings(Formula formula) {
  switch (formula) {
    case Formula::sluitpost:
    case Formula::spiegel: return true;
    case Formula::leeg:
    case Formula::bedrag:
    case Formula::deel:
    case Formula::onderbouwing:
    case Formula::index:
    case Formula::percentage: break;
  }
  return false;
}

// Whether it takes all that is left of its project.
constexpr bool takes_what_is_left(Formula formula) {
  switch (formula) {
    case Formula::sluitpost: return true;
    case Formula::leeg:
    case Formula::bedrag:
    case Formula::deel:
    case Formula::onderbouwing:
    case Formula::spiegel:
    case Formula::index:
    case Formula::percentage: break;
  }
  return false;
}

// The rounding of a derived amount of this post: its own, or that of the plan.
inline const Rounding& rounding_of(const Plan& plan, const Post& post) {
  return post.afronding ? *post.afronding : plan.afronding;
}

// The posts that a percentage is of: visit(position in the project), in the order of `over`.
template <class Visit>
void for_each_post(const Percentage& percentage, Visit visit) {
  for (const PostRange& range : percentage.over)
    for (std::size_t post = range.first; post <= range.last; ++post) visit(post);
}

// The factors of a line of an onderbouwing multiplied, in cents.
Ratio product_of(const Onderbouwing& line);

// A line of an onderbouwing worked out: its product in cents, and what that is rounded to; or what is written as its
// amount, for both.
struct WorkedLine {
  Ratio exact;
  Money amount;
};
Money sum_of(const std::vector<WorkedLine>& lines);

// Each line of the onderbouwing, rounded. The post must have one.
std::vector<WorkedLine> onderbouwing_lines(const Plan& plan, const Post& post);

// A total and its parts, in the order of its shares. Shares that make a whole add up to the total to the cent.
struct Parts {
  Money whole;
  std::vector<Money> parts;
  std::vector<WorkedLine> lines;  // of the onderbouwing, where the total is one
};
Parts total_parts(const Plan& plan, const Post& post, const Total& total);

// `base`, the amount of `base_year`, grown to `year` by the factors of the years after it; in cents, not rounded.
Ratio indexed(const Plan& plan, const Post& post, Money base, std::size_t base_year, std::size_t year);

// An amount by a rule: exact in cents before it was rounded; none where PM or nothing is carried on.
struct Derived {
  Amount amount;
  std::optional<Ratio> exact;
};

Derived by_index(const Plan& plan, const Post& post, Amount base, std::size_t base_year, std::size_t year);
Derived by_index(const Plan& plan, const Post& post, Amount base, std::size_t base_year, std::size_t year,
                 const Rounding& rounding);
Derived by_percentage(const Plan& plan, const Post& post, const Percentage& percentage, Amount base);

// The rate of an index: what one cent of what it goes on from comes to; to fifteen decimals where a Ratio cannot hold it.
Ratio index_rate(const Plan& plan, const Post& post, std::size_t base_year, std::size_t year);

// What its side may have at most; `earlier` is what the years before this one have, for a maximum of all years. `exact`
// stays as it was before.
Derived at_most(const Side& side, Derived derived, Money earlier);

// The amount of a cell from the sum of what it needs (calc/needs.h); its formula must be one of other amounts.
Derived from_needs(Formula formula, const Plan& plan, const Post& post, const Side& side, std::size_t year, Amount sum,
                   Money earlier);

// The year before `year`, or earlier, from which an indexed amount goes on: the last year with a term.
std::optional<std::size_t> last_written(const Plan& plan, const Side& side, std::size_t year);

// The year whose amount an index goes on from: the year before, or with an exact chain the last year written out. Some
// term must lie before `year`.
std::size_t index_base_year(const Plan& plan, const Post& post, const Side& side, std::size_t year);

// True when a year without a term follows from the index: the post has one, its first amount lies before, and neither the
// post nor the project has ended.
bool grows(const Plan& plan, const Project& project, const Post& post, const Side& side, std::size_t year);

}  // namespace saldo
