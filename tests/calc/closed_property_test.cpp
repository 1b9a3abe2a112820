// Laws of a closed year, tried on random plans. A failure prints the seed; random_plan(seed).text() is the plan.
#include "base/say.h"
#include "calc/diff/plan_diff.h"
#include "calc/formulas.h"
#include "calc/wijziging/work_out.h"
#include "support/catch.h"
#include "support/random_plan.h"
#include "support/support.h"

using namespace saldo;

namespace {

constexpr std::uint64_t seeds = 60;

Worked work_out(const std::string& text) {
  const TempPlan files({{"plan.toml", text}});
  Worked worked;
  REQUIRE(rule_ids(work_out(load_base(files.path()), {}, worked)) == std::vector<std::string>{});
  return worked;
}

std::string money(Money amount) { return to_plain(amount); }

// The record of a year: what `realised` says of each side, which is nothing or an amount.
template <class Realised>
std::string record_of(const Plan& plan, std::size_t year, Realised realised) {
  std::string text = "[[afsluiting]]\njaar = " + word(plan.years.at(year)) + "\nstand = \"voorlopig\"\n";
  for (std::size_t p = 0; p < plan.projects.size(); ++p) {
    const Project& project = plan.projects[p];
    text += "[[afsluiting.project]]\nnr = \"" + project.nr + "\"\n";
    for (std::size_t post = 0; post < project.posts.size(); ++post) {
      std::string sides;
      for (const Direction direction : both_directions)
        if (const std::optional<Money> amount = realised(project, post, direction))
          sides += std::string(to_text(direction)) + " = " + money(*amount) + "\n";
      if (!sides.empty()) text += "[[afsluiting.project.post]]\nnr = \"" + project.posts[post].nr + "\"\n" + sides;
    }
  }
  return text;
}

bool same(const Balance& a, const Balance& b) {
  return a.opening == b.opening && a.years.size() == b.years.size() &&
         std::equal(a.years.begin(), a.years.end(), b.years.begin(), [](const YearFigures& x, const YearFigures& y) {
           return x.baten == y.baten && x.lasten == y.lasten && x.eindsaldo == y.eindsaldo;
         });
}

bool same_figures(const Worked& a, const Worked& b) {
  for (std::size_t i = 0; i < a.amounts.size(); ++i)
    if (a.amounts[static_cast<CellId>(i)] != b.amounts[static_cast<CellId>(i)]) return false;
  for (std::size_t p = 0; p < a.plan.projects.size(); ++p)
    if (!same(a.balances.projects[p], b.balances.projects[p])) return false;
  return same(a.balances.total, b.balances.total);
}

// Other amounts than those of the budget, on some posts, in the first years of the plan.
struct Closed {
  Worked budget, closed;
  std::size_t years;  // that are closed
};

Closed close_some(std::uint64_t seed, bool any_transfers) {
  const RandomPlan plan = random_plan(seed, {.any_transfers = any_transfers});
  Closed result{work_out(plan.text()), {}, 0};
  Dice dice(seed + 1000);
  result.years = 1 + dice.below(result.budget.plan.years.size());
  std::string text = plan.text();
  for (std::size_t year = 0; year < result.years; ++year)
    text += record_of(result.budget.plan, year, [&](const Project&, std::size_t, Direction) {
      return dice.chance(50) ? std::optional(Money::of_cents(dice.between(-100'000, 9'000'000))) : std::nullopt;
    });
  result.closed = work_out(text);
  return result;
}

bool is_of_balance(Formula formula) { return formula == Formula::sluitpost || formula == Formula::spiegel; }

// Each amount of a year that is open, and that no balance decides.
bool keeps_its_budget(const Closed& one) {
  const Plan& plan = one.closed.plan;
  bool keeps = true;
  plan.for_each_side([&](std::size_t p, std::size_t post, Direction direction) {
    const Project& project = plan.projects[p];
    for (std::size_t year = one.years; year < plan.years.size(); ++year) {
      const Side& side = project.posts[post].side(direction);
      if (is_of_balance(formula_of(plan, project, project.posts[post], side, year))) continue;
      keeps = keeps && one.closed.amounts.at(project, post, direction, year) ==
                           one.budget.amounts.at(project, post, direction, year);
    }
  });
  return keeps;
}

}  // namespace

TEST_CASE("closing years with what was budgeted changes no figure") {
  for (std::uint64_t seed = 0; seed < seeds; ++seed) {
    INFO("seed " << seed);
    const RandomPlan plan = random_plan(seed, {.any_transfers = seed % 2 == 1});
    const Worked budget = work_out(plan.text());
    std::string text = plan.text();
    for (std::size_t year = 0; year < budget.plan.years.size(); ++year)
      text += record_of(budget.plan, year, [&](const Project& project, std::size_t post, Direction direction) {
        const Amount amount = budget.amounts.at(project, post, direction, year);
        return amount.is_money() && !project.posts[post].automatic ? std::optional(amount.counted()) : std::nullopt;
      });
    const Worked closed = work_out(text);
    CHECK_FALSE(closed.plan.booked.empty());
    CHECK(same_figures(budget, closed));
    CHECK(same_figures(budget, closed.budget()));
  }
}

TEST_CASE("a year begins with what the one before it was closed with, and nothing is lost in between") {
  for (std::uint64_t seed = 0; seed < seeds; ++seed) {
    INFO("seed " << seed);
    const Closed one = close_some(seed, seed % 2 == 1);
    const Plan& plan = one.closed.plan;
    std::vector<Money> total(plan.years.size());
    for (std::size_t p = 0; p < plan.projects.size(); ++p) {
      Money balance = plan.projects[p].opening();
      for (std::size_t year = 0; year < plan.years.size(); ++year) {
        for (std::size_t post = 0; post < plan.projects[p].posts.size(); ++post)
          for (const Direction direction : both_directions)
            balance += in_saldo(one.closed.amounts.at(plan.projects[p], post, direction, year).counted(), direction);
        CHECK(one.closed.balances.projects[p].years[year].eindsaldo == balance);
        total[year] += balance;
      }
    }
    for (std::size_t year = 0; year < plan.years.size(); ++year)
      CHECK(one.closed.balances.total.years[year].eindsaldo == total[year]);
  }
}

TEST_CASE("what was booked is what counts, later years keep their budget, and the budget stays what it was") {
  for (std::uint64_t seed = 0; seed < seeds; ++seed) {
    INFO("seed " << seed);
    const Closed one = close_some(seed, seed % 2 == 1);
    for (const BookedCell& booked : one.closed.plan.booked)
      CHECK(one.closed.amounts[static_cast<CellId>(booked.cell)] == Amount(booked.amount));
    CHECK(keeps_its_budget(one));
    CHECK(same_figures(one.budget, one.closed.budget()));
  }
}

TEST_CASE("the effects of closing years add up to the difference between the two plans") {
  for (std::uint64_t seed = 0; seed < seeds; ++seed) {
    INFO("seed " << seed);
    const Closed one = close_some(seed, seed % 2 == 1);
    const PlanDiff diff = diff_plans(one.budget, one.closed);
    const EffectOnTotals effect = total_effect(diff);
    for (std::size_t year = 0; year < one.budget.plan.years.size(); ++year)
      CHECK(effect_on(effect, Figure::eindsaldo, year) ==
            one.closed.balances.total.years[year].eindsaldo - one.budget.balances.total.years[year].eindsaldo);
  }
}
