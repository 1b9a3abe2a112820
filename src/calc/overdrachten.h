// Amounts -> overdrachten: what one project pays another, matched, and what is therefore counted twice.
//
// Dubbelingen follow the consolidation of the annual accounts of Dutch governments (BBV, notitie verbonden partijen):
// what stands on both sides of one budget is income of nobody.
#pragma once

#include <cstddef>
#include <optional>
#include <utility>
#include <vector>

#include "calc/balances.h"
#include "calc/legs_between.h"
#include "calc/resolve.h"
#include "plan/model.h"

namespace saldo {

enum class OverdrachtStatus { gelijk, verschil, geen_ontvangst, geen_verzending };

struct Receipt {
  Year year;  // may lie after the plan
  Amount amount;
};

// All that `van` sends to `naar` in one year, in one stream, against all that is received of it, in the order received.
struct Overdracht {
  ProjectId van{};
  ProjectId naar{};
  Year jaar;  // sent; before the plan when only the receipt lies in it
  Amount verzonden;
  std::vector<Receipt> receipts;
  OverdrachtStatus status{};
  bool verschoven = false;  // received, whole or in part, in a later year than anyone declared
  Place place;              // of the post that sends, else of the one that receives
  Stream stream = 0;        // of the legs it is of

  Amount ontvangen() const;
  Amount ontvangen_in(Years years) const;
  // The part both sides agree on: what is counted twice. Nothing while one side is missing or PM.
  Money matched() const;
  Money open() const { return verzonden.counted() - ontvangen().counted(); }
};

// In the order of sender, receiver and year. An amount that leaves in one year and arrives, whole, in a later one is one
// overdracht even when no `vertraging` says so; so is one of which a part arrives later, where it can be no other's. What
// goes to a reserve or comes from one is none: it is no lasten and no baten, so it is not counted twice.
std::vector<Overdracht> find_overdrachten(const Plan& plan, const Amounts& amounts);

// All that is sent in a year and received in that same year, equal on both sides. Absent when there is nothing.
Amount equal_in_year(const std::vector<Overdracht>& overdrachten, Year year);

struct NettoYear {
  Amount bruto_baten, bruto_lasten;
  Money dubbeling_baten, dubbeling_lasten;  // each leg in its own year
  Money onderweg;  // at 31 december: sent, but received in a later year, so in no project's balance

  // Bruto less what is counted twice; a side without amounts stays without.
  Amount netto_baten() const { return bruto_baten + (dubbeling_baten == Money() ? Amount() : -dubbeling_baten); }
  Amount netto_lasten() const { return bruto_lasten + (dubbeling_lasten == Money() ? Amount() : -dubbeling_lasten); }
};

// What each who sends sends to each who receives, over some years together: by the year it was sent or, of what was only
// received, by that of its last receipt.
struct WhoPaysWhom {
  std::vector<ProjectId> senders, receivers;  // in plan order
  // By sender: what goes to which receiver, by its place in `receivers` and in that order. Most pairs pay nothing.
  std::vector<std::vector<std::pair<std::size_t, Amount>>> sums;
  std::vector<Amount> sent, received;  // by sender, by receiver
  Amount total;
};
WhoPaysWhom who_pays_whom(const std::vector<Overdracht>& overdrachten, Years years);
// How many receivers that has, for whoever wants no table of very many: that has as many cells as there are pairs.
std::size_t count_receivers(const std::vector<Overdracht>& overdrachten, Years years);

using NettoFigures = std::vector<NettoYear>;  // per plan year

// Of a programmalijn only what moves inside it counts twice, of the whole everything. `between` is what the total
// leaves out more than the (outermost) lines and the projects in none together: overdrachten from one to another.
struct Netto {
  std::vector<NettoFigures> lines;
  std::vector<std::pair<ProjectId, NettoFigures>> by_themselves;  // projects in no line, in plan order
  NettoFigures between;
  NettoFigures total;
  Money open;  // the sizes of all differences and legs without another side, which netto still counts
  std::vector<Money> open_per_year;

  Money open_in(Years plan_years, Years shown) const;
};

// What one overdracht takes out of bruto, and leaves underway; of bruto itself nothing.
NettoFigures counted_twice(const Plan& plan, const Overdracht& overdracht);

// The innermost line that both of its projects are in.
std::optional<LineId> line_of_both(const Plan& plan, const Overdracht& overdracht);

Netto work_out_netto(const Plan& plan, const Balances& balances, const std::vector<Overdracht>& overdrachten);

}  // namespace saldo
