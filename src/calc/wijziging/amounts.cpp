#include "calc/wijziging/amounts.h"

#include <algorithm>

#include "base/say.h"
#include "calc/formulas.h"

namespace saldo {

namespace {

using Terms = SlimList<Term>;

Terms::iterator term_at(Side& side, Year year) {
  return std::lower_bound(side.terms.begin(), side.terms.end(), year,
                          [](const Term& term, Year wanted) { return term.year < wanted; });
}

Term* find(Side& side, Year year) {
  const auto found = term_at(side, year);
  return found != side.terms.end() && found->year == year ? &*found : nullptr;
}

void report(const ChangingSide& at, Rule rule, Place place, Message message, Message help = {}) {
  at.findings.push_back({rule, place, std::move(message), {}, std::move(help)});
}

bool is_part(const Term& term) { return term.facts().is_share; }

// The share of a year that is a part no longer; its total goes with the last of them.
void drop_share(Side& side, const Term& part) {
  Total total = *side.total();
  total.shares.erase(total.shares.begin() + side.share_number(part.year));
  if (total.shares.empty()) side.set_formula({});
  else side.set_formula(std::move(total));
}

void put(Side& side, const Term& term) {
  const auto there = term_at(side, term.year);
  if (there == side.terms.end() || there->year != term.year) {
    side.terms.insert(there, term);
    return;
  }
  if (is_part(*there) && !is_part(term)) drop_share(side, *there);
  *there = term;
}

void set_total(const ChangingSide& at, const Total& written) {
  Side& side = at.side();
  const Total* there = side.total();
  Total total = written;
  if (written.shares.empty()) {
    if (there == nullptr) {
      report(at, Rule::delen, written.place, say("this total is not divided over any year"),
             say("write 2025 = \"80%\", 2026 = \"20%\""));
      return;
    }
    total.shares = there->shares;
  } else {
    if (side.percentage() != nullptr) side.terms.clear();
    erase_if(side.terms, is_part);
  }
  side.set_formula(std::move(total));
}

void set_percentage(const ChangingSide& at, const Percentage& written, const SlimList<PostRange>& over) {
  Side& side = at.side();
  const Percentage* there = side.percentage();
  Percentage percentage = written;
  percentage.over = over;
  if (there == nullptr) {
    side.terms.clear();  // what was typed would win over it in every year
  } else {
    if (over.empty()) percentage.over = there->over;
    if (!percentage.kant) percentage.kant = there->kant;
  }
  if (percentage.over.empty())
    report(at, Rule::ontbrekende_sleutel, written.place, say("`percentage` and `over` go together"),
           say("write {{ percentage = 5.0, over = \"2..11\" }}"));
  side.set_formula(std::move(percentage));
}

// The parts of a total and amounts from an onderbouwing, worked out and written as amounts: what is added to one of them
// cannot be said in their own terms.
void write_out(const ChangingSide& at) {
  Side& side = at.side();
  const Total* total = side.total();
  if (!at.post.more->onderbouwing && side.takes_onderbouwing()) return;  // told when all changes have been carried out
  if (total != nullptr) {
    const std::vector<Money> parts = total_parts(at.plan, at.post, *total).parts;
    auto part = parts.begin();
    for (Term& term : side.terms)
      if (is_part(term)) {
        term.kind = TermKind::amount;
        term.amount = *part++;
      }
    side.set_formula({});
  }
  for (Term& term : side.terms)
    if (term.facts().takes_onderbouwing) {
      term.kind = TermKind::amount;
      term.amount = sum_of(onderbouwing_lines(at.plan, at.post));
    }
}

bool is_written(const Term& term) {
  switch (term.kind) {
    case TermKind::amount: return term.amount.is_money();
    case TermKind::part:
    case TermKind::onderbouwing: return true;
    case TermKind::sluitpost:
    case TermKind::spiegel: break;
  }
  return false;
}

// Whether an index goes on from this year into years that are open: those follow only where it changes.
bool carries_on(const ChangingSide& at, const Term& term) {
  Side& side = at.side();
  const auto next = term_at(side, term.year + 1);
  return at.post.index != no_index && !side.has_formula() && (next == side.terms.end() || *at.closed + 1 < next->year);
}

bool is_closed(const ChangingSide& at, const Term& term) { return at.closed && term.year <= *at.closed; }

// Whether a change of every year passes this one over.
bool stays(const ChangingSide& at, const Term& term, Place place) {
  if (!is_closed(at, term)) return false;
  keep_closed(at.plan, *at.closed, place);
  return !carries_on(at, term);
}

bool has_closed(const ChangingSide& at) {
  const Terms& terms = at.side().terms;
  return std::any_of(terms.begin(), terms.end(), [&](const Term& term) { return is_closed(at, term); });
}

// Calls `change` for the amount of every year, or of the years named.
template <class Value, class Change>
std::size_t for_years(const ChangingSide& at, const Yearly<Value>& values, Place place, Change change) {
  Side& side = at.side();
  std::size_t touched = 0;
  const auto change_term = [&](Term& term, const Value& value, Place of_value) {
    term.amount = change(term.amount.counted(), value);
    term.place = of_value;
    ++touched;
  };
  if (!at.post.more->onderbouwing && side.takes_onderbouwing()) return 1;
  const auto hits = [&](const auto& of_year) { return has_amount(side, of_year.year); };
  if (!values.every && std::none_of(values.years.begin(), values.years.end(), hits)) return 0;
  write_out(at);
  if (values.every)
    for (Term& term : side.terms)
      if (is_written(term) && !stays(at, term, place)) change_term(term, *values.every, place);
  for (const auto& of_year : values.years)
    if (has_amount(side, of_year.year)) change_term(*find(side, of_year.year), of_year.value, of_year.place);
  return touched;
}

Money multiplied(const ChangingSide& at, Money amount, Ratio factor) {
  return rounded(Ratio::of(amount) * factor, rounding_of(at.plan, at.post));
}

// A factor over all years leaves the parts of a total what they are.
std::size_t multiply_total(const ChangingSide& at, Ratio factor, Place place) {
  Side& side = at.side();
  if (!at.post.more->onderbouwing && side.takes_onderbouwing()) return 1;
  Total total = *side.total();
  const Money whole = total.totaal ? *total.totaal : sum_of(onderbouwing_lines(at.plan, at.post));
  total.totaal = multiplied(at, whole, factor);
  total.place = place;
  side.set_formula(std::move(total));
  for (Term& term : side.terms) {
    if (is_written(term)) term.place = place;
    if (term.is_typed_money()) term.amount = multiplied(at, term.amount.counted(), factor);
  }
  return 1;
}

}  // namespace

bool has_amount(const Side& side, Year year) {
  const Term* term = find_term(side, year);
  return term != nullptr && is_written(*term);
}

void set_years(const ChangingSide& at, const Side& written, const SlimList<PostRange>& over) {
  if (const Total* total = written.total()) set_total(at, *total);
  if (const Percentage* percentage = written.percentage()) set_percentage(at, *percentage, over);
  if (written.maximum() != nullptr) at.side().rules.own().maximum = written.rules->maximum;
  for (const Term& term : written.terms) put(at.side(), term);
}

std::size_t add_to_years(const ChangingSide& at, const Wijziging& change) {
  return for_years(at, change.bedrag, change.operation_place, [](Money amount, Money more) { return amount + more; });
}

std::size_t multiply_years(const ChangingSide& at, const Wijziging& change) {
  if (change.factor.every && at.side().total() != nullptr && !has_closed(at))
    return multiply_total(at, *change.factor.every, change.operation_place);
  return for_years(at, change.factor, change.operation_place,
                   [&](Money amount, Ratio factor) { return multiplied(at, amount, factor); });
}

namespace {

void report_out(const ChangingSide& at, Year year, Amount amount, Place place) {
  at.plan.shifted_out.push_back({at.project.nr, at.post.nr, at.direction, year, amount, place});
}

std::size_t shift_whole(const ChangingSide& at, int years, Place place) {
  Side& side = at.side();
  const std::size_t touched = side.terms.size();
  const auto stays = [&](const Term& term) { return at.plan.years.contains(term.year + years); };
  Side before = side;  // what leaves the plan is told as an amount, also where it was a part
  for (const Term& term : before.terms) {
    if (stays(term)) continue;
    Side kept = side;
    write_out(at);
    const Term* written = find(side, term.year);
    report_out(at, term.year + years, written->amount, place);
    side = std::move(kept);
  }
  for (const Term& term : before.terms)
    if (!stays(term)) {
      if (is_part(term)) drop_share(side, term);
      side.terms.erase(term_at(side, term.year));
    }
  for (Term& term : side.terms) {
    term.year = term.year + years;
    term.place = place;
  }
  return touched;
}

bool follows_index(const ChangingSide& at) {
  const Side& side = at.side();
  if (at.post.index == no_index || side.has_formula() || side.terms.empty()) return false;
  const Year last = at.project.more->einde ? std::min(*at.project.more->einde, at.plan.years.last) : at.plan.years.last;
  for (Year year = side.terms.front().year; year < last; year = year + 1)
    if (find_term(side, year + 1) == nullptr) return true;
  return false;
}

// What moves into a year would be lost under an amount that is derived there.
bool may_move(const ChangingSide& at, Place place) {
  if (!follows_index(at)) return true;
  report(at, Rule::verkeerde_waarde, place,
         say("post {} of {} follows its index, so no part of a year can move to the next", at.post.nr, at.project.nr),
         say("write out the years of the post first, or move whole years with schuif = 1"));
  return false;
}

// The amount written for a year grows by `amount`, or begins with it.
void give(const ChangingSide& at, Year year, Amount amount, Place place) {
  Term* term = find(at.side(), year);
  if (term == nullptr) {
    put(at.side(), {year, TermKind::amount, 0, amount, place});
  } else if (term->facts().is_typed) {
    term->amount += amount;
    term->place = place;
  } else {
    report(at, Rule::verkeerde_waarde, place,
           say("in {} the amount of post {} of {} is derived: nothing can be moved there", year, at.post.nr,
               at.project.nr));
  }
}

std::size_t shift_part(const ChangingSide& at, Ratio part, Place place) {
  Side& side = at.side();
  if (side.terms.empty() || !may_move(at, place)) return side.terms.size();
  const int step = part.num < 0 ? -1 : 1;
  const Ratio stays = Ratio{1, 1} + Ratio{-step, 1} * part;
  write_out(at);
  const Terms before = side.terms;
  for (Term& term : side.terms)
    if (term.is_typed_money()) {
      term.amount = multiplied(at, term.amount.counted(), stays);
      term.place = place;
    }
  for (const Term& term : before) {
    if (!term.facts().is_typed) continue;
    const Year year = term.year + step;
    const Amount moves = term.amount.is_money()
                             ? Amount(term.amount.counted() - multiplied(at, term.amount.counted(), stays))
                             : term.amount;
    if (at.plan.years.contains(year)) give(at, year, moves, place);
    else if (moves.is_money()) report_out(at, year, moves, place);
  }
  return before.size();
}

}  // namespace

namespace {

std::size_t shift_all(const ChangingSide& at, const Wijziging& change) {
  const Ratio& years = change.schuif;
  if (years.num % years.den == 0)
    return shift_whole(at, static_cast<int>(years.num / years.den), change.operation_place);
  return shift_part(at, years, change.operation_place);
}

// What is left of the side is of years that are open.
Terms take_closed(const ChangingSide& at) {
  if (at.side().total() != nullptr) write_out(at);
  Terms& terms = at.side().terms;
  Terms closed;
  for (const Term& term : terms)
    if (is_closed(at, term)) closed.push_back(term);
  erase_if(terms, [&](const Term& term) { return is_closed(at, term); });
  return closed;
}

}  // namespace

// A year that is closed gives nothing away, and takes nothing.
std::size_t shift_years(const ChangingSide& at, const Wijziging& change) {
  if (!at.closed) return shift_all(at, change);
  const bool keeps = has_closed(at);
  if (keeps && follows_index(at)) {
    report(at, Rule::wijziging_afgesloten_jaar, change.operation_place,
           say("post {} of {} follows its index from {}, which is closed: its years cannot move", at.post.nr,
               at.project.nr, *at.closed),
           say("write out the years of the post first"));
    return 1;
  }
  const Terms closed = keeps ? take_closed(at) : Terms();
  if (keeps) keep_closed(at.plan, *at.closed, change.operation_place);
  const std::size_t touched = shift_all(at, change);
  Terms& terms = at.side().terms;
  if (!terms.empty() && is_closed(at, terms.front()))
    report(at, Rule::wijziging_afgesloten_jaar, change.operation_place,
           say("{} is closed: nothing can be moved there", terms.front().year));
  else
    for (const Term& term : closed) terms.insert(term_at(at.side(), term.year), term);
  return touched;
}

std::size_t move_between_years(const ChangingSide& at, const Wijziging& change) {
  const Kasschuif& kasschuif = change.kasschuif;
  const Term* from = find(at.side(), kasschuif.van);
  if (from == nullptr || !is_written(*from)) return 0;
  if (!may_move(at, change.operation_place)) return 1;
  write_out(at);
  give(at, kasschuif.van, -kasschuif.bedrag, change.operation_place);
  give(at, kasschuif.naar, kasschuif.bedrag, change.operation_place);
  return 2;
}

void carry_to_years(const ChangingSide& at, const Wijziging& change) {
  for (const auto& of_year : change.bedrag.years) give(at, of_year.year, of_year.value, of_year.place);
}

}  // namespace saldo
