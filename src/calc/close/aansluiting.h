// The law of conservation of a year: what the projects had and what came from outside is what they have, with what is
// underway between them. Where that does not hold, money has left one project and reached no other.
#pragma once

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

// `overdrachten` are those of `worked`. Sums over a record are checked against its bronnen elsewhere.
Aansluiting work_out_aansluiting(const Worked& worked, const std::vector<Overdracht>& overdrachten, Year year);

}  // namespace saldo
