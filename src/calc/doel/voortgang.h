// How far a target is: what follows from its figures, beside what is claimed, and whether its result should be there.
//
// Not known is never zero and never met: without a figure, or with one that cannot be laid beside the target, a target is
// onbekend, whatever is claimed.
#pragma once

#include <optional>
#include <vector>

#include "plan/model.h"

namespace saldo {

// What the figure of a result says of a target: onbekend where there is no figure, where the two are measured in other
// things that no `van_aantal` brings together, and where the last day of the target had not come and it was not there yet.
Vergelijking compare(const Streef& streef, const Resultaat& resultaat);

// The level a target asks, in its own eenheid: of a change that is its base and the change, where the base is known.
std::optional<Ratio> level_of(const Streef& streef);

// How much of the way from where it started to what is asked: 1 is there. Only where that means something: a target above
// its base, or below it where less is better. Without a base it is told from zero, of what goes up.
struct Weg {
  Ratio deel;
  bool from_zero = false;  // no base is known
};
std::optional<Weg> way_of(const Streef& streef, const Resultaat& resultaat);

// Until when results are expected: the day that was asked, else the last day of the last closed year; none: nothing is due.
std::optional<Date> due_until(const Plan& plan, std::optional<Date> as_of);

enum class StreefStand : std::uint8_t {
  gehaald,
  deels,
  niet,
  onbekend,   // there is a result, and it does not decide
  ontbreekt,  // its day has passed, and there is no result
  loopt,      // its day has not come, or is not said
};
inline constexpr std::string_view streef_standen[] = {"gehaald", "deels", "niet", "onbekend", "ontbreekt", "loopt"};
constexpr std::string_view to_text(StreefStand stand) { return streef_standen[static_cast<std::size_t>(stand)]; }

struct Voortgang {
  StreefStand stand = StreefStand::loopt;
  const Resultaat* resultaat = nullptr;  // the last one with a figure; null: none has
  const Resultaat* bewering = nullptr;   // the last one that claims something
  std::optional<Weg> weg;
  // The day after which its result can be known; none: no year is said, or it is only a norm of another target.
  std::optional<Date> due_after;
  bool is_due = false;
};

// Of each target of a goal, in their order.
std::vector<Voortgang> voortgangen_of(const Doel& doel, std::optional<Date> until);

}  // namespace saldo
