// saldo close --next: the plan that goes on after a closed year, whatever its projects are.
#include "support/catch.h"
#include "support/small_plan.h"
#include "support/support.h"

namespace {

std::string figures(const std::string& plan, const std::vector<std::string>& more) {
  std::vector<std::string> words{"table", plan, "--years", "2025-2029", "--format", "csv"};
  words.insert(words.end(), more.begin(), more.end());
  const Run run = run_saldo(words);
  INFO(run.err);
  CHECK(run.code == 0);
  return run.out;
}

}  // namespace

TEST_CASE("a plan of exploitatie, reserves and projects that are their own post goes on with the same figures") {
  const std::string plan = SALDO_SOURCE_DIR "/examples/programmabegroting";
  const TempPlan folder({});
  const std::string next = folder.file("next");
  const Run run = run_saldo({"close", plan, "2024", "--next", next});
  INFO(run.err);
  REQUIRE(run.code == 0);
  CHECK(figures(next, {"--by", "project"}) == figures(plan, {"--by", "project"}));
  CHECK(figures(next, {"--tidy"}) == figures(plan, {"--tidy"}));
  CHECK(has(read_text(next + "/plan.toml"), "eerste_jaar = 2025"));
  CHECK(run_saldo({"check", next, "--strict"}).code == 0);
}

TEST_CASE("a percentage goes on by its own rule, also of a post that has an index for its other side") {
  const TempPlan place({{"plan/plan.toml", head("[index]\nloon = 10.0\n") + line("a") + project("1", "budget = 1_000") +
                                               lasten("2025 = 100, 2026 = 100, 2027 = 200") +
                                               post("index = \"loon\"\nbaten = { 2025 = 10 }\n"
                                                    "lasten = { percentage = 10, over = 1, 2025 = 5 }\n")},
                        {"a.csv", "project,post,jaar,baten,lasten\n1,1,2025,,90\n1,2,2025,10,5\n"}});
  const Run run =
      run_saldo({"close", place.file("plan"), "2025", "--actuals", place.file("a.csv"), "--next", place.file("next")});
  INFO(run.err);
  REQUIRE(run.code == 0);
  const std::string next = read_text(place.file("next/plan.toml"));
  CHECK(has(next, "lasten = { over = 1, percentage = 10 }"));
  CHECK(has(next, "baten = { 2026 = 11 }\n"));  // what an index goes on from is another amount, and is written out
}
