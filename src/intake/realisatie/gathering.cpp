#include "intake/realisatie/gathering.h"

#include <algorithm>
#include <cassert>

#include "base/say.h"

namespace saldo {

namespace {

bool has_overflow(const BothSides<Money>& sides) { return sides.baten.is_overflow() || sides.lasten.is_overflow(); }

BothSides<Money> plus(const BothSides<Money>& a, const BothSides<Money>& b) {
  return {a.baten + b.baten, a.lasten + b.lasten};
}

}  // namespace

bool Gathering::is_refused() const {
  return std::any_of(findings_.begin() + static_cast<std::ptrdiff_t>(found_before_), findings_.end(),
                     [](const Diagnostic& finding) { return finding.severity == Severity::error; });
}

void Gathering::report(Rule rule, Place place, Message message, Message help) {
  findings_.push_back({rule, place, std::move(message), {}, std::move(help)});
}

void Gathering::only_warn() { findings_.back().severity = Severity::warning; }

std::tuple<std::size_t, std::uint32_t, std::string, Direction> Gathering::key_of(const ActualSide& side) {
  return {position(side.project), side.post.value_or(UINT32_MAX), side.naam, side.direction};
}

Actual& Gathering::at(const ActualSide& side, Place place) {
  Actual& actual = all_[key_of(side)];
  if (actual.rows == 0) {
    actual.project = side.project;
    actual.post = side.post;
    actual.naam = side.naam;
    actual.direction = side.direction;
    actual.place = place;
  }
  return actual;
}

const Actual* Gathering::find(const ActualSide& side) const {
  const auto found = all_.find(key_of(side));
  return found == all_.end() ? nullptr : &found->second;
}

void Gathering::add(const ActualSide& side, Money amount, Place place) {
  Actual& actual = at(side, place);
  const bool was_fine = !actual.amount.is_overflow();
  actual.amount += amount;
  ++actual.rows;
  if (was_fine && actual.amount.is_overflow())
    report(Rule::overloop, place,
           say("what is added up here for {} goes beyond ±90.000.000.000.000.000,00 euro",
               plan_.project(side.project).nr));
}

void Gathering::end_row(RowFate fate) {
  ActualsSource& source = actuals_.source;
  ++source.read;
  std::size_t* const counts[] = {&source.mapped, &source.skipped, &source.total, &source.refused};
  ++*counts[static_cast<std::size_t>(fate.fate)];
  if (fate.fate == Fate::mapped || fate.fate == Fate::skipped) source.euros_read = plus(source.euros_read, fate.euros);
  if (fate.fate == Fate::skipped) source.euros_skipped = plus(source.euros_skipped, fate.euros);
  actuals_.fates.push_back(std::move(fate));
}

void Gathering::finish() {
  ActualsSource& source = actuals_.source;
  for (auto& [key, actual] : all_) {
    source.euros_mapped[actual.direction] += actual.amount;
    actuals_.amounts.push_back(actual);
  }
  if (has_overflow(source.euros_read) && source.refused == 0)
    report(Rule::overloop, {actuals_.fates.front().place.file},
           say("what is added up goes beyond ±90.000.000.000.000.000,00 euro"));
  else if (source.refused == 0) prove();
}

// What was read row by row is what came together per post, and what was skipped. That it is not is a bug of saldo.
void Gathering::prove() const {
  const ActualsSource& source = actuals_.source;
  assert(source.read == source.mapped + source.skipped + source.total + source.refused);
  const BothSides<Money> found = plus(source.euros_mapped, source.euros_skipped);
  if (!has_overflow(found)) assert(found.baten == source.euros_read.baten && found.lasten == source.euros_read.lasten);
}

}  // namespace saldo
