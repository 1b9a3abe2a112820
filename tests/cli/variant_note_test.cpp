// What --set, --scenario, --standing and --as-of make of a plan must not pass for the budget that was adopted.
#include <nlohmann/json.hpp>

#include "support/catch.h"
#include "support/support.h"

namespace {

const std::string plan = SALDO_SOURCE_DIR "/examples/wijzigingen";
const std::string remark = "Niet de begroting zoals die nu geldt, maar met ";

std::size_t count(const std::string& text, const std::string& part) {
  std::size_t found = 0;
  for (std::size_t at = text.find(part); at != std::string::npos; at = text.find(part, at + 1)) ++found;
  return found;
}

Run run(std::vector<std::string> arguments, const std::vector<std::string>& more) {
  arguments.insert(arguments.end(), more.begin(), more.end());
  return run_saldo(arguments);
}

using Words = std::vector<std::string>;

const std::vector<Words> commands = {{"table", plan},   {"project", plan, "2.1"},
                                     {"overlap", plan}, {"carryover", plan},
                                     {"changes", plan}, {"why", plan, "totaal/eindsaldo/2026"},
                                     {"check", plan},   {"diff", plan, plan}};

}  // namespace

TEST_CASE("every command tells people what its figures are with") {
  const std::vector<std::pair<Words, std::string>> variants = {
      {{"--set", "2.1/budget=5"}, "--set 2.1/budget=5"},
      {{"--standing", "primitief"}, "--standing primitief"},
      {{"--as-of", "2025-01-01", "--set", "2.1/budget=5"}, "--set 2.1/budget=5, --as-of 2025-01-01"}};
  for (const Words& command : commands)
    for (const auto& [words, told] : variants) {
      INFO(command[0] << ' ' << told);
      const Run said = run(command, words);
      CHECK(count(said.out, remark + told + ".") >= 1);
      CHECK(count(run(command, {}).out, remark) == 0);
      CHECK(count(run(command, {"--standing", "actueel"}).out, remark) == 0);
    }
}

TEST_CASE("every table of a command has the remark, in text and md") {
  for (const std::string format : {"text", "md"}) {
    const Run both = run({"table", plan, "--standing", "beide", "--set", "2.1/budget=5"}, {"--format", format});
    CHECK(count(both.out, remark) == 3);
  }
}

TEST_CASE("json has what was typed as a field, and none for the plan by itself") {
  for (const Words& command : commands) {
    INFO(command[0]);
    const Run said =
        run(command, {"--set", "2.1/budget=5", "--set", "1.1/budget=6", "--as-of", "2025-01-01", "--format", "json"});
    const auto document = nlohmann::json::parse(said.out);
    CHECK(document["variant"] == nlohmann::json{{"set", {"2.1/budget=5", "1.1/budget=6"}}, {"as-of", {"2025-01-01"}}});
    CHECK_FALSE(nlohmann::json::parse(run(command, {"--format", "json"}).out).contains("variant"));
  }
}

TEST_CASE("compare has a column for each --set, so only what holds for all columns is remarked") {
  const Words compare = {"compare", plan, "--set", "2.1/budget=5"};
  CHECK(count(run(compare, {}).out, remark) == 0);
  const Run primitief = run(compare, {"--standing", "primitief"});
  CHECK(count(primitief.out, remark + "--standing primitief.") >= 1);
  CHECK(count(primitief.out, "--set 2.1/budget=5.") == 0);
}
