// Percentages over long ranges: what they need grows with what is written, and each comes to what adding up would give.
#include "calc/needs.h"

#include <algorithm>

#include "base/say.h"
#include "calc/formulas.h"
#include "calc/resolve.h"
#include "support/catch.h"
#include "support/random_plan.h"
#include "support/small_plan.h"

using namespace saldo;

namespace {

std::string percentage(const std::string& over) {
  return post("lasten = { percentage = 0.01, over = \"" + over + "\" }");
}

// One project, in which every post is a percentage of all posts before it.
std::string over_everything_before(std::size_t posts) {
  std::string text = head() + line("a") + project("1") + lasten("2025 = 1_000, 2027 = \"PM\"");
  for (std::size_t i = 1; i < posts; ++i) text += percentage("1.." + std::to_string(i));
  return text;
}

// How often one amount follows from another in the whole plan, each sum counted once.
std::size_t count_needs(const Plan& plan) {
  const AmountGraph graph(plan);
  std::size_t count = 0;
  for (Node node = 0; node < graph.size(); ++node) graph.for_each(node, [&count](Node, int) { ++count; });
  return count;
}

// Posts with money, PM or nothing, and percentages over stretches of those before them.
std::string random_text(Dice& dice, std::size_t first, std::size_t posts) {
  std::string text = head() + line("a") + project("0");
  for (std::size_t i = 0; i < first; ++i) text += lasten("2025 = 1");  // so that ranges do not begin on a sum
  text += project("1");
  for (std::size_t i = 1; i <= posts; ++i) {
    const std::size_t last = 1 + dice.below(i), from = 1 + dice.below(last);
    if (last < i && dice.chance(30)) text += percentage(std::to_string(from) + ".." + std::to_string(last));
    else
      text += lasten(dice.chance(80) ? "2025 = " + std::to_string(dice.between(-9'000, 9'000)) + ".07"
                                     : std::string("2025 = \"PM\""));
  }
  return text;
}

void check_each_percentage(const SmallPlan& small) {
  small.plan.for_each_side([&](std::size_t p, std::size_t at, Direction direction) {
    const Project& project = small.plan.projects[p];
    const Percentage* rule = project.posts[at].side(direction).percentage();
    if (rule == nullptr) return;
    for (std::size_t year = 0; year < small.plan.years.size(); ++year) {
      Amount base;
      for_each_post(*rule, [&](std::size_t over) { base += small.amounts.at(project, over, direction, year); });
      const Amount expected = by_percentage(small.plan, project.posts[at], *rule, base).amount;
      CHECK(small.amounts.at(project, at, direction, year) == expected);
    }
  });
}

}  // namespace

TEST_CASE("what percentages over everything before need grows no faster than n log n") {
  const std::size_t few = count_needs(work_out_text(over_everything_before(250)).plan);
  const std::size_t many = count_needs(work_out_text(over_everything_before(4'000)).plan);
  CHECK(many < 2 * 16 * few);  // sixteen times as many posts
  CHECK(many < std::size_t{4'000} * 4 * 60);
}

TEST_CASE("a percentage over a long range is that of the posts added up one by one") {
  for (std::uint64_t seed = 1; seed <= 40; ++seed) {
    Dice dice(seed);
    check_each_percentage(work_out_text(random_text(dice, seed, 40 + 13 * seed)));
  }
}

TEST_CASE("a circle by way of a long range names the posts of it, and no others") {
  std::string text = head() + line("a") + project("1");
  for (std::size_t i = 1; i <= 60; ++i) text += i == 7 ? percentage("61") : lasten("2025 = 5");
  const Findings findings = check_all(load_text(text + percentage("1..60")));
  REQUIRE(rule_ids(findings) == Lines(4, "kring"));  // one a year
  CHECK(to_text(findings.front().message) ==
        "these amounts wait for each other in a circle: 1/7/2025 -> 1/61/2025 -> 1/7/2025");
  CHECK(findings.front().related.size() == 2);
}

TEST_CASE("a percentage over a long range tells each amount it is of") {
  std::string text = head() + line("a") + project("1");
  for (std::size_t i = 1; i <= 60; ++i) text += lasten(i == 9 ? "2026 = 5" : "2025 = 5");
  const SmallPlan small = work_out_text(text + percentage("1..60"));
  const std::vector<Input> inputs = AmountGraph(small.plan).inputs_of({0, 60, Direction::lasten, 0}, small.amounts);
  REQUIRE(inputs.size() == 59);  // all but the one that has nothing in that year
  CHECK(std::is_sorted(inputs.begin(), inputs.end(), [](const Input& a, const Input& b) { return a.cell < b.cell; }));
}
