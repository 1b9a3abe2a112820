// PlanDiff -> Tables: what changed, the amounts before and after, and the bridge (aansluiting) from the old to the new.
#pragma once

#include <string>
#include <vector>

#include "base/finding/place.h"
#include "base/table.h"
#include "calc/diff/bridge/bridge.h"
#include "calc/diff/records.h"
#include "plan/change.h"

namespace saldo {

// A begrotingswijziging that only one of the two versions has, and the lines of its file that it takes up.
struct OwnAdopted {
  std::string nr;
  std::string datum;
  std::string naam;
  Place from;                // of its nr
  std::uint32_t until_line;  // where the next one begins
  std::vector<Wijziging> wijzigingen = {};

  bool has(const Place& place) const {
    return place.file == from.file && from.line <= place.line && place.line < until_line;
  }
};

// What the user calls the two plans, and what was adopted in the one and not in the other.
struct VersionNames {
  std::string oud;
  std::string nieuw;
  std::vector<OwnAdopted> only_oud = {};
  std::vector<OwnAdopted> only_nieuw = {};
  Money unit = Money::of_euros(1);  // of the amounts in words, as of those beside them
};

// Every verschil in words, with its effect on the saldo per year and on the eindsaldo and investeringsbudget in the end.
// `years` lie within those of either plan, here and below.
Table report_changes(const PlanDiff& diff, const VersionNames& names, Years years);

// Projects and posts that differ, with the old and the new amounts.
Table report_differing_posts(const PlanDiff& diff, Years years);

// The eindsaldo of the programmalijnen that differ, of the plan and of the investeringsbudget.
Table report_differing_balances(const PlanDiff& diff, Years years);

// What a new plan begins with otherwise than the old one was closed with, in the year before it.
Table report_opening_breaks(const PlanDiff& diff, Year closed);

// From the old to the new figure. `most` verschillen get a line of their own, the rest one together. A
// verschil that a begrotingswijziging makes tells which, and all that only one version has stand under the table.
Table report_bridge(const PlanDiff& diff, const VersionNames& names, const BridgedFigure& figure, std::size_t most);

}  // namespace saldo
