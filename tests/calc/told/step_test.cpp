// The step of an amount is made anew: it must come to what was worked out.
#include "calc/told/step.h"

#include "support/catch.h"
#include "support/small_plan.h"

using namespace saldo;

namespace {

std::optional<Step> step_at(const SmallPlan& small, std::size_t post, std::size_t year,
                            Direction direction = Direction::lasten) {
  return step_of(small.plan, small.trace, {0, post, direction, year});
}

// What of `small` has a step that does not give its amount, or the other way around.
Lines differences(const SmallPlan& small) {
  Lines lines;
  small.plan.for_each_side([&](std::size_t p, std::size_t at, Direction direction) {
    const Project& project = small.plan.projects[p];
    const Post& post = project.posts[at];
    for (std::size_t year = 0; year < small.plan.years.size(); ++year) {
      const Amount amount = small.amounts.at(project, at, direction, year);
      const Formula formula = formula_of(small.plan, project, post, post.side(direction), year);
      const std::optional<Step> step = step_of(small.plan, small.trace, {p, at, direction, year});
      const bool is_sum = formula == Formula::onderbouwing;  // of lines that are rounded each
      const bool fits = step && (is_sum ? Amount(sum_of(step->lines)) == amount
                                        : Amount(rounded(step->exact, rounding_of(small.plan, post))) == amount);
      if (takes_what_is_left(formula) ? !step : fits != (is_worked_out(formula) && amount.is_money()))
        lines.push_back(project.nr + "/" + post.nr.str() + " " + std::to_string(year));
    }
  });
  return lines;
}

}  // namespace

TEST_CASE("the step of every derived amount comes to that amount, and what is written or PM has none") {
  const SmallPlan small = work_out_text(
      head() + "[index]\nloon = 5.1\n" + line("a") + project("1", "budget = 10_000") +
      post("lasten = { 2025 = 142_700 }\nindex = \"loon\"\nafronding = 100") +
      post("lasten = { percentage = 7.5, over = 1 }") + post("lasten = { 2026 = \"PM\" }\nindex = \"loon\"") +
      post("lasten = { totaal = 400, 2025 = \"1/4\", 2026 = \"3/4\" }") +
      post("lasten = { 2027 = \"onderbouwing\" }\nonderbouwing = [ { naam = \"Zaal\", factoren = [30, 150.333] } ]") +
      post("lasten = { 2028 = \"sluitpost\" }"));
  CHECK(differences(small) == Lines{});
  CHECK(step_at(small, 0, 1)->base == Amount(Money::of_euros(142'700)));
  CHECK(step_at(small, 1, 0)->base == Amount(Money::of_euros(142'700)));
  CHECK(step_at(small, 3, 1)->base == Amount(Money::of_euros(400)));
  CHECK(step_at(small, 4, 2)->lines.size() == 1);
  CHECK(step_at(small, 5, 3)->base == Amount(small.balances.projects[0].years[2].eindsaldo));
  CHECK_FALSE(step_at(small, 0, 0));
  CHECK_FALSE(step_at(small, 2, 2));
}

TEST_CASE("a maximum is no part of what is exact") {
  const SmallPlan small = work_out_text(head() + line("a") + project("1") + lasten("2025 = 1_000") +
                                        post("lasten = { percentage = 50, over = 1, maximum = 100 }"));
  CHECK(small.amounts.at(small.plan.projects[0], 1, Direction::lasten, 0) == Amount(Money::of_euros(100)));
  CHECK(step_at(small, 1, 0)->exact == Ratio::of(Money::of_euros(500)));
}
