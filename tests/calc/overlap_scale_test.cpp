// Ten thousand projects that pay each other, or all of them one: no step may look at every pair.
#include "support/catch.h"
#include "support/small_plan.h"

using namespace saldo;

namespace {

constexpr std::size_t many = 10'000;

std::string nr(std::size_t project) { return std::to_string(project); }

// Half of them in their own year, half a year later; every tenth is short of ten euro.
std::string receipt(std::size_t from) {
  const std::string amount = from % 10 == 0 ? std::to_string(990 + from) : "\"spiegel\"";
  return from % 2 == 0 ? receives(nr(from), "2025 = " + amount) : receives(nr(from), "2026 = " + amount, 1);
}

SmallPlan work_out_many(const std::string& projects) {
  return work_out_text(head("investeringsbudget = \"0\"") + line("a") + line("b") + projects);
}

}  // namespace

TEST_CASE("ten thousand projects with twenty thousand legs, each paying the next") {
  std::string text = project("0", "budget = 5\nrestant = \"meenemen\"");
  for (std::size_t p = 1; p <= many; ++p)
    text += project(nr(p), "budget = " + std::to_string(1'000 + p), p % 2 == 0 ? "a" : "b") +
            sends(nr(p % many + 1), "2025 = " + std::to_string(1'000 + p)) + receipt(p == 1 ? many : p - 1);
  const SmallPlan worked = work_out_many(text);
  CHECK(worked.overdrachten.size() == many);
  CHECK(worked.netto().open == Money::of_euros(10 * many / 10));
  CHECK(worked.carryover().open.size() == many);  // what arrives there is left over at the end
  CHECK(find_relaties(worked.plan, worked.overdrachten).size() == many);
}

TEST_CASE("ten thousand projects that all pay one investeringsbudget") {
  std::string text;
  std::string rib = project("0", "budget = 5\nrestant = \"meenemen\"");
  std::string relations;
  for (std::size_t p = 1; p <= many; ++p) {
    text +=
        project(nr(p), "budget = " + std::to_string(1'000 + p) + "\ndubbeling_met = [\"0\"]", p % 2 == 0 ? "a" : "b") +
        sends("0", "2025 = " + std::to_string(1'000 + p));
    rib += receipt(p);
  }
  const SmallPlan worked = work_out_many(text + rib);
  CHECK(worked.overdrachten.size() == many);
  const Carryover carryover = worked.carryover();
  CHECK(carryover.vrijval.size() == many);
  CHECK(carryover.open.size() == many / 10);
  CHECK(worked.netto().open == Money::of_euros(10 * many / 10));
  CHECK(find_relaties(worked.plan, worked.overdrachten).size() == many);
}

TEST_CASE("ten thousand restanten that go to one investeringsbudget by themselves") {
  std::string text = project("0", "budget = 5\nrestant = \"meenemen\"");
  for (std::size_t p = 1; p <= many; ++p)
    text += project(
        nr(p), "budget = " + std::to_string(p) + "\neinde = 2026\nvertraging = 1\nrestant = \"investeringsbudget\"");
  const SmallPlan worked = work_out_many(text);
  CHECK(worked.overdrachten.size() == many);
  CHECK(worked.carryover().stand.back() == Money::of_euros(5 + many * (many + 1) / 2));
}

TEST_CASE("both sides declare the same ten thousand relations") {
  std::string text, names;
  for (std::size_t p = 1; p <= many; ++p) {
    text += project(nr(p), "dubbeling_met = [\"0\"]");
    names += "\"" + nr(p) + "\", ";
  }
  const SmallPlan worked = work_out_many(text + project("0", "dubbeling_met = [" + names + "]"));
  const std::vector<Relatie> relaties = find_relaties(worked.plan, {});
  REQUIRE(relaties.size() == 2 * many);
  CHECK((relaties.front().wederzijds && relaties.back().wederzijds));
}

TEST_CASE("the search for suspects does not look at every pair of ten thousand legs") {
  std::string text, rib = project("0");
  for (std::size_t p = 1; p <= many; ++p) {
    text += project(nr(p)) + sends("0", "2025 = " + std::to_string(1'000 + p));
    rib += receives(nr(p), "2025 = " + std::to_string(1'000 + p));
  }
  const SmallPlan worked = work_out_many(text + rib);
  CHECK(find_suspects(worked.plan, worked.amounts).found.empty());
}

TEST_CASE("where there are too many posts to add up, the search for suspects stops at its bound and says so") {
  std::string sums;  // over five million sums of three in one project and year
  for (int i = 0; i < 320; ++i) sums += lasten("2025 = 123_457");
  const std::string text = head() + line("a") + project("1") + sums + project("2") + baten("2025 = 402_217");
  const TempPlan files({{"plan.toml", text}});
  const Run run = run_saldo({"overlap", files.path(), "--suspects"});
  CHECK(run.code == 0);
  CHECK(run.out.find("er is maar voor een deel gezocht") != std::string::npos);
}

// 4.060 sums of three, each equal to the one amount of the other project.
TEST_CASE("thirty equal posts that add up to a post of another project in any three are one suspect, soon found") {
  std::string sums;
  for (int i = 0; i < 30; ++i) sums += lasten("2025 = 123_457");
  const SmallPlan worked =
      work_out_text(head() + line("a") + project("1") + sums + project("2") + baten("2025 = 370_371"));
  CHECK(find_suspects(worked.plan, worked.amounts).found.size() == 1);
}

// The bound has to hold for what is found as well, not only for what is tried.
TEST_CASE("the search also ends soon where nearly every sum meets a post of another project") {
  std::string sums;
  for (int i = 0; i < 320; ++i) sums += lasten("2025 = 123_457");
  const SmallPlan worked =
      work_out_text(head() + line("a") + project("1") + sums + project("2") + baten("2025 = 370_371"));
  CHECK(fate_of([&] { find_suspects(worked.plan, worked.amounts); }) == "fine");
}
