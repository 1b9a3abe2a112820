#include "calc/check/controle/source_rounding.h"

#include <algorithm>
#include <numeric>

namespace saldo {

namespace {

// The unit itself, a tenth of it, and so on to the euro: the first that an amount is whole in; else the cent.
Money last_digit(Money amount, Money unit) {
  while (one_euro < unit && amount.cents() % unit.cents() != 0) unit = Money::of_cents(unit.cents() / 10);
  return amount.cents() % unit.cents() == 0 ? unit : Money::of_cents(1);
}

Money half(Money unit) { return Money::of_cents(unit.cents() / 2); }

bool is_balance(Figure figure) { return figure == Figure::opening || figure == Figure::eindsaldo; }

bool counts(Figure figure, Direction direction) {
  return figure != (direction == Direction::baten ? Figure::lasten : Figure::baten);
}

// What a year follows from: its own term, or the last one before it that an index goes on from.
const Term* term_behind(const Side& side, Year year) {
  const Term* found = nullptr;
  for (const Term& term : side.terms)
    if (term.year <= year) found = &term;
  return found;
}

Money half_of(Amount amount, Money unit) {
  const Money money = amount.counted();
  return money == Money() ? Money() : half(last_digit(money, unit));
}

// An amount that follows from no typed one is as exact as what it follows from.
Money half_of_cell(const Plan& plan, const Post& post, Direction direction, Year year) {
  const Side& side = post.side(direction);
  if (side.total() != nullptr) return side.total()->totaal ? half_of(*side.total()->totaal, plan.unit()) : Money();
  if (find_term(side, year) == nullptr && post.index == no_index) return Money();
  const Term* term = term_behind(side, year);
  return term == nullptr ? Money() : half_of(term->amount, plan.unit());
}

Money typed_in_project(const Plan& plan, const Project& project, Figure figure, std::size_t year) {
  std::vector<std::size_t> posts(project.posts.size());
  std::iota(posts.begin(), posts.end(), std::size_t{0});
  const Money of_budget = is_balance(figure) ? half_of(project.budget, plan.unit()) : Money();
  return of_budget + typed_rounding(plan, project, posts, figure, year);
}

}  // namespace

Money rounding_of(const Plan& plan, const Controle& controle, const Printed& printed) {
  if (controle.afronding) return *controle.afronding;
  const Money written = controle.eenheid.value_or(plan.unit());
  if (written == one_euro) return last_digit(printed.amount, written);
  Money finest = written;
  for (const Printed& other : controle.printed) finest = std::min(finest, last_digit(other.amount, written));
  return finest;
}

Money typed_rounding(const Plan& plan, const Whose& whose, Figure figure, std::size_t year) {
  if (whose.of == Of::project) return typed_in_project(plan, plan.projects[whose.index], figure, year);
  Money sum;
  for (const Project& project : plan.projects)
    if (whose.of == Of::plan || plan.is_in(project, static_cast<LineId>(whose.index)))
      sum += typed_in_project(plan, project, figure, year);
  return sum;
}

Money typed_rounding(const Plan& plan, const Project& project, const std::vector<std::size_t>& posts, Figure figure,
                     std::size_t year) {
  Money sum;
  const std::size_t end = figure == Figure::opening ? year : year + 1;
  for (std::size_t y = is_balance(figure) ? 0 : year; y < end; ++y)
    for (const std::size_t post : posts)
      for (const Direction direction : both_directions)
        if (counts(figure, direction)) sum += half_of_cell(plan, project.posts[post], direction, plan.years.at(y));
  return sum;
}

bool SourceRounding::holds(const Controle& controle, const Printed& printed, Money exact,
                           const std::function<Money()>& typed) {
  const Money unit = rounding_of(plan_, controle, printed);
  const Money off = rounded(Ratio::of(exact), {unit}) - printed.amount;
  if (controle.tolerantie) return off.size() <= *controle.tolerantie;
  if (off == Money()) return true;
  const bool both_rounded = plan_.unit() != one_euro && controle.eenheid.value_or(plan_.unit()) == plan_.unit();
  if (!both_rounded || typed() + half(unit) < (exact - printed.amount).size()) return false;
  count(controle.bron, off.size(), printed.place);
  return true;
}

void SourceRounding::count(const std::string& bron, Money off, Place place) {
  auto table = std::find_if(tables_.begin(), tables_.end(), [&](const RoundedTable& one) { return one.bron == bron; });
  if (table == tables_.end()) table = tables_.insert(tables_.end(), RoundedTable{bron, 0, {}, place});
  ++table->count;
  if (off <= table->largest) return;
  table->largest = off;
  table->place = place;
}

}  // namespace saldo
