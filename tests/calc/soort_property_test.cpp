// Laws of the three kinds of project, tried on random plans. A failure prints the seed.
#include <algorithm>

#include "calc/balances.h"
#include "calc/carryover/carryover.h"
#include "calc/diff/plan_diff.h"
#include "calc/wijziging/work_out.h"
#include "plan/load.h"
#include "support/catch.h"
#include "support/random_plan.h"
#include "support/support.h"

using namespace saldo;

namespace {

constexpr std::uint64_t seeds = 60;

Worked worked_of(const std::string& text) {
  const TempPlan files({{"plan.toml", text}});
  Worked worked;
  INFO(text);
  REQUIRE(rule_ids(work_out(load_base(files.path()), {}, worked)) == std::vector<std::string>{});
  return worked;
}

std::string with_other(std::string text, const std::string& from, const std::string& to) {
  for (std::size_t at = text.find(from); at != std::string::npos; at = text.find(from, at + to.size()))
    text.replace(at, from.size(), to);
  return text;
}

template <class Law>
void for_plans_of_kinds(Law law) {
  for (std::uint64_t seed = 1; seed <= seeds; ++seed) {
    INFO("random_plan(" << seed << ", {.soorten = true})");
    const RandomPlan random = random_plan(seed, {.soorten = true});
    law(worked_of(random.text()), random);
  }
}

Money movement(const Balance& balance, std::size_t year) { return balance.years[year].saldo().counted(); }

// What all reserves gained in a year, and what the balances of projects did.
struct Sums {
  Money saldi, reserves, projects, exploitatie;
  Money own;  // what reserves gave less what they got by posts of their own: that is in the result of no project
};

Sums sums_of(const Worked& worked, std::size_t year) {
  Sums sums;
  for (std::size_t p = 0; p < worked.plan.projects.size(); ++p) {
    const Project& project = worked.plan.projects[p];
    const Balance& balance = worked.balances.projects[p];
    if (project.is_reserve()) {
      sums.reserves += movement(balance, year);
      sums.own += balance.years[year].onttrekking.counted() - balance.years[year].toevoeging.counted();
      continue;
    }
    sums.saldi += movement(balance, year);
    (project.is_exploitatie() ? sums.exploitatie : sums.projects) += balance.years[year].resultaat().counted();
  }
  return sums;
}

}  // namespace

TEST_CASE("the saldi of all projects are the resultaat and what the reserves gained") {
  std::size_t moved = 0;
  for_plans_of_kinds([&moved](const Worked& worked, const RandomPlan&) {
    const Balance& total = worked.balances.total;
    for (std::size_t y = 0; y < total.years.size(); ++y) {
      const Sums sums = sums_of(worked, y);
      CHECK(total.years[y].saldo().counted() == sums.saldi);
      CHECK(sums.saldi == total.years[y].resultaat().counted() + sums.reserves);
      CHECK(total.years[y].toevoeging.counted() - total.years[y].onttrekking.counted() == sums.reserves);
      if (sums.reserves != Money()) ++moved;
    }
  });
  CHECK(moved > 50);
}

TEST_CASE("stands change by the resultaat of what goes on and what reserves gain, and exploitatie is in none of them") {
  for_plans_of_kinds([](const Worked& worked, const RandomPlan&) {
    const Balance& total = worked.balances.total;
    Money opening = total.opening;
    for (std::size_t y = 0; y < total.years.size(); ++y) {
      const Sums sums = sums_of(worked, y);
      CHECK(total.years[y].eindsaldo - opening == sums.projects + sums.reserves);
      CHECK(sums.projects + sums.exploitatie + sums.own == total.years[y].resultaat().counted());
      opening = total.years[y].eindsaldo;
    }
    for (std::size_t p = 0; p < worked.plan.projects.size(); ++p)
      for (const YearFigures& year : worked.balances.projects[p].years)
        if (worked.plan.projects[p].is_exploitatie()) CHECK(year.eindsaldo == Money());
  });
}

TEST_CASE("the outermost programmalijnen come to the plan, in every figure of the law") {
  for_plans_of_kinds([](const Worked& worked, const RandomPlan&) {
    for (std::size_t y = 0; y < worked.plan.years.size(); ++y)
      for (const Figure figure :
           {Figure::baten, Figure::lasten, Figure::toevoeging, Figure::onttrekking, Figure::resultaat}) {
        Money lines;
        for (std::size_t l = 0; l < worked.plan.lines.size(); ++l)
          if (!worked.plan.lines[l].onder) lines += figure_of(worked.balances.lines[l], figure, y).counted();
        CHECK(lines == figure_of(worked.balances.total, figure, y).counted());
      }
  });
}

TEST_CASE("a reserve gains what others pay it, to the cent, and carryover tells the same") {
  for_plans_of_kinds([](const Worked& worked, const RandomPlan&) {
    const Plan& plan = worked.plan;
    for (const ProjectId fund : funds_of(plan)) {
      const Balance& balance = worked.balances.projects[position(fund)];
      const Carryover carryover = work_out_carryover(worked, find_overdrachten(plan, worked.amounts), fund);
      for (std::size_t y = 0; y < plan.years.size(); ++y) {
        Money told = carryover.structureel[y].counted() + carryover.overig[y].counted();
        for (const std::vector<Movement>* movements : {&carryover.vrijval, &carryover.onttrekkingen})
          for (const Movement& movement_ : *movements) told += movement_.bedrag[y].counted();
        CHECK(balance.opening_of(y) + told == carryover.stand[y]);
      }
    }
    for (std::size_t p = 0; p < plan.projects.size(); ++p)
      for (const Leg& leg : plan.projects[p].legs) {
        if (plan.projects[p].is_reserve() || !plan.project(*leg.other.id).is_reserve()) continue;
        const Project& reserve = plan.project(*leg.other.id);
        CHECK(std::any_of(reserve.legs.begin(), reserve.legs.end(), [&](const Leg& back) {
          return back.other.id == static_cast<ProjectId>(p) && back.direction == opposite(leg.direction);
        }));
      }
  });
}

TEST_CASE("soort = project everywhere is a plan without soort, but for how its table ends") {
  for (std::uint64_t seed = 1; seed <= seeds; ++seed) {
    INFO("random_plan(" << seed << ')');
    const std::string without = random_plan(seed).text();
    const Worked plain = worked_of(without);
    const Worked typed = worked_of(with_other(without, "[plan]\n", "[plan]\nsoort = \"project\"\n"));
    for (std::size_t y = 0; y < plain.plan.years.size(); ++y)
      for (const Figure figure : {Figure::opening, Figure::baten, Figure::lasten, Figure::saldo, Figure::eindsaldo}) {
        CHECK(figure_of(plain.balances.total, figure, y) == figure_of(typed.balances.total, figure, y));
        CHECK(figure_of(plain.balances.total, Figure::resultaat, y) ==
              figure_of(typed.balances.total, Figure::saldo, y));
      }
  }
}

TEST_CASE("the effects of a diff come to the difference of the totals, whatever the kinds") {
  std::size_t differing = 0;
  for (std::uint64_t seed = 1; seed <= seeds; ++seed) {
    INFO("random_plan(" << seed << ", {.soorten = true}) and what it is without exploitatie, and with other amounts");
    const std::string text = random_plan(seed, {.soorten = true}).text();
    const Worked oud = worked_of(text);
    for (const std::string& other : {with_other(text, "soort = \"exploitatie\"\n", ""),
                                     with_other(text, " = 1", " = 3"), with_other(text, "naar = \"R1\"\n", "")}) {
      Worked nieuw;
      const TempPlan files({{"plan.toml", other}});
      if (!work_out(load_base(files.path()), {}, nieuw).empty()) continue;
      const PlanDiff diff = diff_plans(oud, nieuw);
      const EffectOnTotals effect = total_effect(diff);
      if (!diff.two.common) continue;
      ++differing;
      for (std::size_t y = 0; y < diff.two.common->size(); ++y) {
        const Year year = diff.two.common->at(y);
        for (const Figure figure :
             {Figure::baten, Figure::lasten, Figure::saldo, Figure::eindsaldo, Figure::resultaat}) {
          const auto total = [&](const Worked& version) {
            return figure_of(version.balances.total, figure, version.plan.years.index(year)).counted();
          };
          CHECK(total(nieuw) - total(oud) == effect_on(effect, figure, y));
        }
      }
    }
  }
  CHECK(differing > 60);
}
