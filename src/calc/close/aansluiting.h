// The law of conservation of a year: what the projects had and what came from outside is what they have, with what is
// underway between them. Where that does not hold, money has left one project and reached no other.
#pragma once

#include <cstdint>
#include <utility>
#include <vector>

#include "calc/overdrachten.h"
#include "calc/worked.h"
#include "plan/model.h"

namespace saldo {

// What goes from one project to another, as it stands on 31 december of a year.
struct Underway {
  ProjectId van{};
  ProjectId naar{};
  Amount verzonden;  // in this year
  Amount ontvangen;  // in this year
  Money onderweg;    // sent until now and not received, and it will be: a later year has it, or the record says so
  Money open;        // the same, and nothing says that it will be
  std::optional<Money> verklaard;  // what the record states to be underway
  Place place;
};

struct Aansluiting {
  Money opening;              // of all projects, on 1 januari
  Money onderweg_before;      // on 1 januari, with what was open then
  BothSides<Amount> extern_;  // booked with others than projects
  Money eindsaldo;
  Money resultaat;  // of what is an exploitatie: it goes on in no balance
  Money onderweg;
  Money open;
  std::vector<Underway> routes;  // that have anything in this year

  Money left() const { return opening + onderweg_before + extern_.baten.counted() - extern_.lasten.counted(); }
  Money right() const { return eindsaldo + resultaat + onderweg + open; }
  // Nothing is open that was sent, or received, in this year.
  bool holds() const;
};

// What its lines are, in the order they are told: what is there to account for, and where it is.
enum class AansluitingLine : std::uint8_t {
  opening,
  onderweg_before,
  baten,
  lasten,
  left,
  eindsaldo,
  resultaat,
  onderweg,
  open,
  right,
};

// Whether it sums up the lines above it.
constexpr bool is_total(AansluitingLine line) {
  return line == AansluitingLine::left || line == AansluitingLine::right;
}

// Its lines as they count: what goes out is negative. A result and what is open are only there if there is any.
std::vector<std::pair<AansluitingLine, Amount>> aansluiting_lines(const Aansluiting& aansluiting);

// `overdrachten` are those of `worked`. Sums over a record are checked against its bronnen elsewhere.
Aansluiting work_out_aansluiting(const Worked& worked, const std::vector<Overdracht>& overdrachten, Year year);

}  // namespace saldo
