// What the money of a goal comes to: each post once, less what is counted twice, and with what no goal has the plan.
#include "calc/doel/doelgeld.h"

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <string>

#include "base/say.h"
#include "support/catch.h"
#include "support/random_plan.h"
#include "support/small_plan.h"

using namespace saldo;

namespace {

std::string goal(const std::string& id, const std::string& geld, const std::string& onder = "") {
  return "[[doel]]\nid = \"" + id + "\"\nsoort = \"prestatie\"\nnaam = \"" + id + "\"\n" +
         (onder.empty() ? "" : "onder = \"" + onder + "\"\n") + "geld = [" + geld + "]\n";
}

std::string tell(const DoelgeldYear& year) {
  return word(year.lasten) + " - " + word(year.dubbel_lasten) + " = " + word(year.netto_lasten());
}

Doelgelden money_of(const SmallPlan& small) { return work_out_doelgeld(small, make_doelboom(small.plan)); }

// The lasten of the first year of every goal, and those of none: "100 - 0 = 100".
Lines in_first_year(const std::string& plan) {
  const SmallPlan small = work_out_text(head() + line("a") + plan);
  const Doelgelden money = money_of(small);
  Lines lines;
  for (const Doelgeld& of : money.of) lines.push_back(tell(of.front()));
  lines.push_back("zonder: " + tell(money.totals.without.front()));
  return lines;
}

const std::string two_posts = project("1") + lasten("2025 = 100") + lasten("2025 = 30");
const std::string first = "{ project = \"1\", post = 1 }", second = "{ project = \"1\", post = 2 }";

// The real plan with these goals.
SmallPlan real_plan_with(const std::string& goals) {
  const TempPlan folder({{"doelen.toml", goals}});
  std::filesystem::copy(achterhoek(), folder.folder, std::filesystem::copy_options::recursive);
  std::filesystem::remove_all(folder.folder / "doelen");
  return work_out_plan(folder.path());
}

}  // namespace

TEST_CASE("a post counts once in a goal, whoever under it names it as well") {
  CHECK(in_first_year(two_posts + goal("a", first)) == Lines{"100 - 0 = 100", "zonder: 30 - 0 = 30"});
  CHECK(in_first_year(two_posts + goal("a", "") + goal("b", first, "a") + goal("c", first + ", " + second, "a")) ==
        Lines{"130 - 0 = 130", "100 - 0 = 100", "130 - 0 = 130", "zonder: 0 - 0 = 0"});
  CHECK(in_first_year(two_posts + goal("a", first) + goal("b", first, "a")) ==
        Lines{"100 - 0 = 100", "100 - 0 = 100", "zonder: 30 - 0 = 30"});
  CHECK(in_first_year(two_posts + goal("a", "{ project = \"1\" }")) == Lines{"130 - 0 = 130", "zonder: 0 - 0 = 0"});
}

TEST_CASE("shares of a post add up to all of it, and what is left is of no goal") {
  const auto share = [](const std::string& deel) { return "{ project = \"1\", post = 1, deel = \"" + deel + "\" }"; };
  CHECK(in_first_year(two_posts + goal("a", share("40%"))) == Lines{"40 - 0 = 40", "zonder: 90 - 0 = 90"});
  CHECK(in_first_year(two_posts + goal("a", "") + goal("b", share("40%"), "a") + goal("c", share("25%"), "a")) ==
        Lines{"65 - 0 = 65", "40 - 0 = 40", "25 - 0 = 25", "zonder: 65 - 0 = 65"});
  CHECK(in_first_year(two_posts + goal("a", "") + goal("b", share("80%"), "a") + goal("c", share("70%"), "a"))[0] ==
        "100 - 0 = 100");
  CHECK(in_first_year(two_posts + goal("a", share("1/3"))) == Lines{"33,33 - 0 = 33,33", "zonder: 96,67 - 0 = 96,67"});
}

TEST_CASE("PM is no money and no zero in a goal") {
  CHECK(in_first_year(project("1") + lasten("2025 = \"PM\"") + goal("a", first)) ==
        Lines{"PM - 0 = PM", "zonder: - - 0 = -"});
  CHECK(in_first_year(project("1") + lasten("2025 = \"PM\"") + lasten("2025 = 5") +
                      goal("a", first + ", " + second))[0] == "5 - 0 = 5");
  CHECK(in_first_year(project("1") + lasten("2026 = 5") + goal("a", first))[0] == "- - 0 = -");
}

TEST_CASE("an overdracht within a goal counts once") {
  const std::string plan = project("1") + sends("2", "2025 = 60") + project("2") + receives("1", "2025 = 60") +
                           lasten("2025 = 80") + lasten("2025 = 20");
  const std::string sent = "{ project = \"1\" }", received = "{ project = \"2\", post = 1 }",
                    spent = "{ project = \"2\", post = 2 }", all = "{ project = \"2\" }";
  CHECK(in_first_year(plan + goal("a", sent))[0] == "60 - 0 = 60");
  CHECK(in_first_year(plan + goal("a", sent + ", " + all))[0] == "160 - 60 = 100");
  CHECK(in_first_year(plan + goal("a", sent + ", " + received))[0] == "60 - 60 = 0");
  // Of what is spent on 2/2 at least 40 must be of the 60 that came in: all else of the project is 20.
  CHECK(in_first_year(plan + goal("a", sent + ", " + spent))[0] == "140 - 40 = 100");
  // What 2/3 spends may be of other money altogether.
  CHECK(in_first_year(plan + goal("a", sent + ", { project = \"2\", post = 3 }"))[0] == "80 - 0 = 80");
}

TEST_CASE("the Werkcentrum and the programme for learning, gross, twice and net") {
  const SmallPlan small = real_plan_with(
      goal("werkcentrum",
           "{ project = \"3.19\", post = 4 }, { project = \"3.18\", post = 9 }, { project = \"3.18\", post = 13 }") +
      goal("llo", "{ project = \"3.4\" }, { project = \"3.18\", post = 8 }"));
  const Doelgelden money = money_of(small);
  CHECK(tell(money.of[0].front()) == "1.511.371 - 176.871 = 1.334.500");
  CHECK(tell(money.of[1].front()) == "144.000 - 49.000 = 95.000");
}

// --- laws ---

namespace {

std::string random_goals(Dice& dice, const RandomPlan& random, const SmallPlan& small) {
  std::string text;
  for (int g = 0; g < 6; ++g) {
    std::string geld;
    for (std::size_t i = dice.below(4); i > 0; --i) {
      const Project& project = small.plan.projects[dice.below(random.nrs.size())];
      geld += (geld.empty() ? "{ project = \"" : ", { project = \"") + project.nr + "\"";
      const std::size_t at = project.posts.empty() ? 0 : dice.below(project.posts.size());
      // What saldo adds itself is named by the whole project alone.
      if (dice.chance(70) && at < project.posts.size() && !project.posts[at].automatic)
        geld += ", post = \"" + project.posts[at].nr + "\"";
      if (dice.chance(30)) geld += ", deel = \"" + std::to_string(dice.between(1, 100)) + "%\"";
      geld += " }";
    }
    text += goal("g" + std::to_string(g), geld,
                 g > 0 && dice.chance(60) ? "g" + std::to_string(dice.below(static_cast<std::size_t>(g))) : "");
  }
  return text;
}

template <class Law>
void for_goals_of_every_plan(const RandomOptions& options, Law law) {
  for (std::uint64_t seed = 1; seed <= 40; ++seed) {
    const RandomPlan random = random_plan(seed, options);
    const TempPlan bare({{"plan.toml", random.text()}});
    const SmallPlan without = work_out_plan(bare.path());
    Dice dice(seed);
    const std::string goals = random_goals(dice, random, without);
    INFO("seed " << seed << "\n" << goals);
    const TempPlan files({{"plan.toml", random.text()}, {"doelen.toml", goals}});
    law(work_out_plan(files.path()), without, goals);
  }
}

}  // namespace

TEST_CASE("law: the money of all goals, that of none and what is between them is the plan") {
  for (const RandomOptions& options : {RandomOptions{.any_transfers = true}, RandomOptions{.soorten = true}})
    for_goals_of_every_plan(options, [](const SmallPlan& small, const SmallPlan&, const std::string&) {
      const DoelgeldTotals totals = money_of(small).totals;
      const NettoFigures netto = small.netto().total;
      for (std::size_t y = 0; y < netto.size(); ++y) {
        const DoelgeldYear &in = totals.goals[y], &out = totals.without[y], &between = totals.between[y],
                           &all = totals.plan[y];
        CHECK(in.lasten.counted() + out.lasten.counted() == netto[y].bruto_lasten.counted());
        CHECK(in.baten.counted() + out.baten.counted() == netto[y].bruto_baten.counted());
        CHECK(all.lasten == netto[y].bruto_lasten);
        CHECK(all.baten == netto[y].bruto_baten);
        CHECK(in.dubbel_lasten + out.dubbel_lasten + between.dubbel_lasten == netto[y].dubbeling_lasten);
        CHECK(in.dubbel_baten + out.dubbel_baten + between.dubbel_baten == netto[y].dubbeling_baten);
      }
    });
}

TEST_CASE("law: shares do not depend on the order of goals or entries") {
  for_goals_of_every_plan({.any_transfers = true}, [](const SmallPlan& small, const SmallPlan&, const std::string&) {
    Plan turned = small.plan;
    for (Doel& doel : turned.doelen) std::reverse(doel.geld.begin(), doel.geld.end());
    Doelboom tree = make_doelboom(turned);
    for (std::vector<DoelId>& under : tree.under) std::reverse(under.begin(), under.end());
    const std::vector<PostShares> one = posts_of_doelen(small.plan, make_doelboom(small.plan));
    const std::vector<PostShares> other = posts_of_doelen(turned, tree);
    for (std::size_t i = 0; i < one.size(); ++i) {
      REQUIRE(one[i].size() == other[i].size());
      for (const auto& [number, share] : one[i]) CHECK(share == other[i].at(number));
    }
  });
}

TEST_CASE("law: goals change no figure of a plan, and a plan without them gives the same bytes") {
  for_goals_of_every_plan(
      {.any_transfers = true}, [](const SmallPlan& with, const SmallPlan& without, const std::string&) {
        REQUIRE(with.amounts.size() == without.amounts.size());
        for (std::size_t cell = 0; cell < with.amounts.size(); ++cell)
          CHECK(with.amounts[static_cast<CellId>(cell)] == without.amounts[static_cast<CellId>(cell)]);
      });
}
