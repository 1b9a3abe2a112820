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
