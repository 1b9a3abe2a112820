// The lines of an onderbouwing: their amounts, their factors, and factors that go by a name.
#include "base/say.h"
#include "support/catch.h"
#include "support/marked_plan.h"
#include "support/small_plan.h"

using namespace saldo;

namespace {

std::string plan_of(const std::string& posts) { return head() + line("a") + project("1", "budget = 100_000") + posts; }

std::string lines_of(const std::string& lines, const std::string& amounts = "2025 = \"onderbouwing\"",
                     const std::string& naam = "Post") {
  return post("lasten = { " + amounts + " }\nonderbouwing = [ " + lines + " ]", naam);
}

std::string in_2025(const std::string& posts) {
  const SmallPlan small = work_out_text(plan_of(posts));
  return word(small.amounts.at(small.plan.projects[0], 0, Direction::lasten, 0));
}

Lines found(const std::string& posts) { return all_found(plan_of(posts)); }

bool tells(const Lines& lines, const std::string& words) {
  return lines.size() == 1 && lines[0].find(words) != std::string::npos;
}

}  // namespace

TEST_CASE("a line of an onderbouwing may be no more than an amount, which is not rounded") {
  const std::string line = "{ naam = \"Inhuur\", bedrag = 98_512.34 }";
  CHECK(in_2025(lines_of(line)) == "98.512,34");
  CHECK(in_2025(lines_of(line + ", { naam = \"Zaal\", factoren = [10, 25] }")) == "98.762,34");
  CHECK(found(lines_of(line)) == Lines{});
}

TEST_CASE("the amount of a line wins over its factors, and what these give otherwise is a finding at the amount") {
  const std::string line = "{ naam = \"Adviseur\", factoren = [46, 16, 73.6, 1.21], bedrag = 65_518.50 }";
  CHECK(in_2025(lines_of(line)) == "65.518,50");
  CHECK(tells(found(lines_of(line)),
              "line `Adviseur` of the onderbouwing of post 1 of 1 is 65.518,50, but its factors come to 65.545,22: a "
              "difference of -26,72 [onderbouwing-afwijking]"));
}

TEST_CASE("an amount in whole euros may be the rounding of what the factors give, one with cents may not") {
  CHECK(found(lines_of("{ naam = \"A\", factoren = [3, 33.50], bedrag = 101 }")) == Lines{});
  CHECK(found(lines_of("{ naam = \"A\", factoren = [3, 33.50], bedrag = 100.50 }")) == Lines{});
  CHECK(found(lines_of("{ naam = \"A\", factoren = [3, 33.50], bedrag = 100 }")).size() == 1);
  CHECK(found(lines_of("{ naam = \"A\", factoren = [3, 33.50], bedrag = 100.51 }")).size() == 1);
}

TEST_CASE("the amounts of the lines together are held against that of the post") {
  const std::string two = "{ naam = \"A\", bedrag = 600.25 }, { naam = \"B\", bedrag = 400 }";
  CHECK(found(lines_of(two, "2025 = 1_000")) == Lines{});
  CHECK(found(lines_of(two, "2025 = 1_000.25")) == Lines{});
  CHECK(
      tells(found(lines_of(two, "2025 = 1_300")),
            "lasten 2025 of post 1 of 1 are 1.300, but the lines of its onderbouwing add up to 1.000,25: a difference "
            "of 299,75 [onderbouwing-afwijking]"));
}

TEST_CASE("a line of an onderbouwing has factors, an amount or both") {
  CHECK(tells(found(lines_of("{ naam = \"A\" }")), "this line has neither `factoren` nor a `bedrag`"));
  CHECK(tells(found(lines_of("{ naam = \"A\", bedrag = \"PM\" }")), "PM is no amount that can stand here"));
}

TEST_CASE("a named factor multiplies as any other, and must be the same wherever that name is") {
  const auto use = [](const std::string& naam, const std::string& tarief, const std::string& year = "2025") {
    return lines_of("{ naam = \"Inzet\", factoren = [10, { tarief = " + tarief + " }] }", year + " = \"onderbouwing\"",
                    naam);
  };
  CHECK(in_2025(use("Een", "75.50")) == "755");
  CHECK(found(use("Een", "75") + use("Twee", "75")) == Lines{});
  CHECK(tells(found(use("Een", "75") + use("Twee", "57.5") + use("Drie", "75")),
              "the factor `tarief` is 57,5 in post 2 of 1, but 75 in post 1 of 1, in 2025 as well [factor-verschil]"));
  CHECK(tells(found(use("Een", "60") + use("Twee", "75") + use("Drie", "75")),
              "the factor `tarief` is 60 in post 1 of 1, but 75 in post 2 of 1, in 2025 as well [factor-verschil]"));
  CHECK(found(use("Een", "75") + use("Twee", "80", "2026")) == Lines{});
}

TEST_CASE("a named factor is one name and one number") {
  CHECK(tells(found(lines_of("{ naam = \"A\", factoren = [10, { fte = 2, tarief = 75 }] }")),
              "a named factor is one name and one number"));
  CHECK(tells(found(lines_of("{ naam = \"A\", factoren = [10, {}] }")), "a named factor is one name and one number"));
  CHECK(tells(found(lines_of("{ naam = \"A\", factoren = [10, { tarief = \"75\" }] }")), "expected a number"));
  CHECK(tells(found(lines_of("{ naam = \"A\", factoren = [10, { tarief = 1.720 }] }")), "[verdacht-getal]"));
}
