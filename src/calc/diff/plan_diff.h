// Two plans -> what changed, in the terms of whoever made the change, and what each verschil does to the totals.
#pragma once

#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <tuple>
#include <utility>
#include <vector>

#include "calc/diff/two_plans.h"
#include "calc/doel/doelparen.h"

namespace saldo {

enum class VerschilKind : std::uint8_t {
  plan,                // settings of [plan]
  afronding,           // its rounding, which derived amounts follow
  investeringsbudget,  // which project it is
  afsluiting,          // the record of a year
  index,
  programmalijn,  // settings
  programmalijn_nieuw,
  programmalijn_vervallen,
  project,  // settings
  project_nieuw,
  project_vervallen,
  opening,  // budget per 1 januari of the first year both plans have
  post,     // settings
  post_nieuw,
  post_vervallen,
  doel,      // a goal: new, gone, or said otherwise
  bedragen,  // what is written for one side of a post: amounts and rules
};

// A key that has no amount of its own and is set otherwise.
struct SettingDiff {
  std::string_view label;
  bool is_name = false;                                       // of the thing: its naam, nr or id
  std::optional<std::pair<std::string, std::string>> values;  // in words, old and new; none: too much to tell
};

// What a verschil does to the totals of the plan. Years are those both plans have; lists are empty where it does nothing.
struct EffectOnTotals {
  Money opening;
  std::vector<Money> baten, lasten;
  std::vector<Money> stand, resultaat;  // what goes on in balances, and what is left when reserves have got and given
  Money rib_opening;                    // and to the investeringsbudget, where both plans have the same
  std::vector<Money> rib_saldo;
};

struct VerschilKey {
  // Positions of pairs in PlanMatch, plus one; 0 where there is none. Sorted by these, verschillen stand in the order of the
  // plan: what concerns the whole of it, the programmalijnen, and then each project with its posts.
  std::uint32_t project = 0;
  std::uint32_t post = 0;
  VerschilKind kind{};
  std::uint32_t line = 0;
  Direction direction{};
  std::string index = {};  // its naam, or the year of an afsluiting
  std::uint32_t doel = 0;  // position among PlanDiff::doelen, plus one
  friend auto operator<=>(const VerschilKey&, const VerschilKey&) = default;
};

struct Verschil {
  std::vector<SettingDiff> settings = {};
  std::vector<Year> years = {};  // bedragen: in which what is written differs
  EffectOnTotals effect = {};
};

// What a verschil does to one cell, or to what a project starts with in the first year both plans have.
struct EffectOnCell {
  PairedCell cell;
  const VerschilKey* verschil;
  Money money;
};
struct EffectOnOpening {
  std::uint32_t project;  // position among the pairs
  const VerschilKey* verschil;
  Money money;
};

// What it does to totals that a project counts for them otherwise, as its `soort` is another one.
struct EffectOnCounting {
  std::uint32_t project;  // position among the pairs
  const VerschilKey* verschil;
  EffectOnTotals effect;
};

struct PlanDiff {
  TwoPlans two;
  std::map<VerschilKey, Verschil> verschillen;
  std::vector<Doelpaar> doelen;
  std::vector<EffectOnCell> on_cells;  // all of them make up the effects on totals
  std::vector<EffectOnOpening> on_openings;
  std::vector<EffectOnCounting> on_counting;
  std::optional<std::uint32_t> rib;  // the pair that is the investeringsbudget of both plans

  bool empty() const { return verschillen.empty(); }
};

// The two plans outlive what is returned. Every difference in what is written, and every difference between two cells, is
// in exactly one verschil or is divided over the verschillen that caused it: for every year both plans have, the effects
// add up to the difference of the totals, to the cent. An amount that follows by a rule gives its difference to what it
// follows from: the amount that was rewritten, the index, the rounding. Only where the rule itself was changed is that the
// cause.
PlanDiff diff_plans(const Worked& oud, const Worked& nieuw);

// The effect on one figure of the total, in the year at this position among those both plans have.
Money effect_on(const EffectOnTotals& effect, Figure figure, std::size_t year);
Money effect_on_rib(const EffectOnTotals& effect, std::size_t year);  // on its stand per 31 december

void add(const EffectOnTotals& part, EffectOnTotals& sum);

// All effects together: the difference between the totals of the two plans.
EffectOnTotals total_effect(const PlanDiff& diff);

// The index whose verschil makes this one change: of a blend the only part of it that changed, else itself. Nothing when
// its factors are the same in the years both plans have.
std::optional<std::string> changed_index(const TwoPlans& two, const std::string& naam);

// Differences beyond the range of Money; without these findings no effect in `diff` is an overflow.
bool overflows(const PlanDiff& diff);

}  // namespace saldo
