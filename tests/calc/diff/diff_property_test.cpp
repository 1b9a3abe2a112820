// Laws of diff, tried on random plans: a plan does not differ from itself however its files are split, and the effects of
// all verschillen add up to the difference of the totals, whatever was changed.
#include <iterator>
#include <regex>

#include "calc/diff/bridge/bridge.h"
#include "report/diff/words.h"
#include "support/catch.h"
#include "support/random_plan.h"
#include "support/small_plan.h"

using namespace saldo;

namespace {

constexpr std::uint64_t seeds = 60;

Money standing_of_rib(const SmallPlan& worked, Year year) {
  const Plan& plan = worked.plan;
  return worked.balances.projects[position(*plan.investeringsbudget->id)].years[plan.years.index(year)].eindsaldo;
}

// The law itself, for every figure and year both plans have.
void check_effects(const SmallPlan& oud, const SmallPlan& nieuw) {
  const PlanDiff diff = diff_plans(oud, nieuw);
  CHECK_FALSE(overflows(diff));
  for (std::size_t y = 0; diff.two.common && y < diff.two.common->size(); ++y) {
    const Year year = diff.two.common->at(y);
    for (const Figure figure : {Figure::baten, Figure::lasten, Figure::saldo, Figure::eindsaldo}) {
      const Bridge bridge = build_bridge(diff, figure, year);
      Money sum = bridge.oud;
      for (const Bridge::Step& step : bridge.steps) sum += step.effect;
      INFO(to_text(figure) << " " << year.value);
      CHECK(sum == bridge.nieuw);
      CHECK(bridge.nieuw == figure_of(nieuw.balances.total, figure, nieuw.plan.years.index(year)).counted());
    }
    if (!diff.rib) continue;
    Money rib = standing_of_rib(oud, year);
    for (const auto& [key, verschil] : diff.verschillen) rib += effect_on_rib(verschil.effect, y);
    CHECK(rib == standing_of_rib(nieuw, year));
  }
}

// The same for each project, programmalijn and cell, wherever it stands in the other plan.
void check_bridges(const SmallPlan& oud, const SmallPlan& nieuw) {
  const PlanDiff diff = diff_plans(oud, nieuw);
  if (!diff.two.common) return;
  const Year year = diff.two.common->last;
  const auto check = [&](const Target& target, bool is_old) {
    const SmallPlan& own = is_old ? oud : nieuw;
    const Bridge bridge = build_bridge(diff, in_both(diff.two, target, is_old));
    INFO(to_text(address_of(own.plan, target)));
    CHECK(bridge.oud + bridge.rest_from(0) == bridge.nieuw);
    CHECK((is_old ? bridge.oud : bridge.nieuw) == figure_at(target, own.plan, own.amounts, own.balances).counted());
  };
  for (const bool is_old : {true, false}) {
    const Plan& plan = (is_old ? oud : nieuw).plan;
    const std::size_t at = plan.years.index(year);
    for (const Figure figure : {Figure::opening, Figure::baten, Figure::lasten, Figure::saldo, Figure::eindsaldo}) {
      for (std::size_t p = 0; p < plan.projects.size(); ++p) check(SumOf{{Of::project, p}, figure, at}, is_old);
      for (std::size_t l = 0; l < plan.lines.size(); ++l) check(SumOf{{Of::programmalijn, l}, figure, at}, is_old);
    }
    plan.for_each_side([&](std::size_t project, std::size_t post, Direction direction) {
      check(AmountOf{project, post, direction, at}, is_old);
    });
  }
}

// The text with one thing in it changed: an amount, a rate, the naam of a post, or a post or project left out.
std::string changed(const RandomPlan& plan, Dice& dice, bool may_lose_project = true) {
  RandomPlan other = plan;
  const auto change_in = [&](std::string& text, const std::regex& what, const std::string& with) {
    const auto count =
        static_cast<std::size_t>(std::distance(std::sregex_iterator(text.begin(), text.end(), what), {}));
    if (count == 0) return;
    auto chosen = std::sregex_iterator(text.begin(), text.end(), what);
    std::advance(chosen, static_cast<std::ptrdiff_t>(dice.below(count)));
    const std::string replacement = chosen->format(with);
    text.replace(static_cast<std::size_t>(chosen->position()), static_cast<std::size_t>(chosen->length()), replacement);
  };
  std::string& project = other.projects[dice.below(other.projects.size())];
  switch (dice.below(8)) {
    case 0: change_in(other.head, std::regex(R"re((loon = |prijs = |20\d\d = )(-?\d+))re"), "$01$021"); break;
    case 1: change_in(project, std::regex(R"re((budget = )(-?\d+))re"), "$01$027"); break;
    case 2: change_in(project, std::regex(R"re(naam = "Post (\d+)")re"), "naam = \"Post $1 bis\""); break;
    case 3: change_in(project, std::regex(R"re((percentage = )(\d+))re"), "$01$023"); break;
    case 4: change_in(project, std::regex(R"re(index = "loon")re"), "index = \"prijs\""); break;
    case 5: change_in(project, std::regex(R"re(afronding = \d+)re"), "afronding = 10"); break;
    case 6: change_in(project, std::regex(R"re(20\d\d = "(sluitpost|spiegel)")re"), ""); break;
    default: change_in(project, std::regex(R"re((20\d\d = )(-?\d+)(?=[,. ]))re"), "$01$025");
  }
  if (may_lose_project && dice.chance(10))
    other.projects.erase(other.projects.begin() + static_cast<std::ptrdiff_t>(dice.below(other.projects.size())));
  return other.text();
}

}  // namespace

TEST_CASE("a plan does not differ from itself, in whatever files and order its tables stand") {
  for (std::uint64_t seed = 1; seed <= seeds; ++seed) {
    INFO("seed " << seed);
    const RandomPlan plan = random_plan(seed, {.any_transfers = seed % 2 == 0});
    Dice dice(seed);
    const TempPlan spread(plan.spread(dice, 1 + dice.below(5)));
    const SmallPlan one = work_out_text(plan.text()), other = work_out_plan(spread.path());
    CHECK(diff_plans(one, one).verschillen.empty());
    CHECK(diff_plans(one, other).verschillen.empty());
  }
}

TEST_CASE("the effects of all changes are the difference, between any two plans") {
  for (std::uint64_t seed = 1; seed <= seeds; ++seed) {
    INFO("seeds " << seed << " and " << seed + 1000);
    const bool any = seed % 2 == 0;
    const SmallPlan oud = work_out_text(random_plan(seed, {.any_transfers = any}).text());
    const SmallPlan nieuw = work_out_text(random_plan(seed + 1000, {.any_transfers = any}).text());
    check_effects(oud, nieuw);
    check_bridges(oud, nieuw);
  }
}

TEST_CASE("the effects of all changes are the difference, where a plan was changed in a few places") {
  std::size_t tried = 0;
  for (std::uint64_t seed = 1; seed <= 4 * seeds; ++seed) {
    INFO("seed " << seed);
    RandomPlan plan = random_plan(seed, {.fewest_projects = 2, .any_transfers = seed % 3 == 0});
    Dice dice(seed);
    const std::string before = plan.text();
    const std::string after = changed(plan, dice);
    if (!hindrances(load_text(after)).empty()) continue;  // what was left out is asked for elsewhere
    const SmallPlan oud = work_out_text(before), nieuw = work_out_text(after);
    check_effects(oud, nieuw);
    check_bridges(oud, nieuw);
    check_effects(nieuw, oud);
    check_bridges(nieuw, oud);
    if (before != after && !diff_plans(oud, nieuw).verschillen.empty()) ++tried;
  }
  CHECK(tried > 2 * seeds);
}

TEST_CASE("one change in a file is one change in the diff, which has all of the effect") {
  std::size_t tried = 0;
  for (std::uint64_t seed = 1; seed <= 4 * seeds; ++seed) {
    INFO("seed " << seed);
    RandomPlan plan = random_plan(seed, {.fewest_projects = 2, .any_transfers = seed % 3 == 0});
    Dice dice(seed);
    const std::string before = plan.text();
    const std::string after = changed(plan, dice, false);
    if (before == after || !hindrances(load_text(after)).empty()) continue;
    const SmallPlan oud = work_out_text(before), nieuw = work_out_text(after);
    const PlanDiff diff = diff_plans(oud, nieuw);
    std::size_t with_effect = 0;
    for (const auto& [key, verschil] : diff.verschillen) {
      INFO(verschil_nr(diff, key) << ' ' << verschil_words(diff, key, verschil));
      const EffectOnTotals& effect = verschil.effect;
      with_effect += effect.opening != Money() || !effect.baten.empty() || !effect.lasten.empty();
      CHECK((key.kind != VerschilKind::bedragen || !verschil.years.empty()));
    }
    CHECK(with_effect <= 1);
    ++tried;
  }
  CHECK(tried > 2 * seeds);
}
