// What a begrotingswijziging does to a target of a goal or a rate of an index, and what it says where it cannot.
#include "support/catch.h"
#include "support/small_plan.h"

using namespace saldo;

namespace {

std::string goals(const std::string& targets) {
  return head() + line("a") + "[[doel]]\nid = \"stadspas\"\nsoort = \"prestatie\"\nnaam = \"Stadspas\"\n" + targets +
         "\n[[doel]]\nid = \"wonen\"\nsoort = \"thema\"\nnaam = \"Wonen\"\n\n";
}

// What is an error, and else what is asked of the first goal: "minimaal 300, maximaal 2".
std::string changed(const std::string& targets, const std::string& keys) {
  const TempPlan folder(
      {{"plan.toml",
        goals(targets) + "[[begrotingswijziging]]\nnr = 1\ndatum = 2025-06-30\nwijziging = [{ " + keys + " }]\n"}});
  const LoadedPlan loaded = load_actueel(folder.path());
  std::string told;
  for (const Diagnostic& finding : loaded.findings) {
    told += std::string(info(finding.rule).id) + ": " + to_text(finding.message) + "\n";
    if (!finding.help.empty()) told += "  help: " + to_text(finding.help) + "\n";
  }
  if (!told.empty()) return told;
  for (const Streef& streef : loaded.plan.doelen.front().streven)
    told += (told.empty() ? "" : ", ") + std::string(to_text(streef.soort)) + " " + to_text(streef.waarde->getal);
  return told;
}

}  // namespace

TEST_CASE("a begrotingswijziging changes the target it names, or the only one there is") {
  const std::string one = "streef = [{ minimaal = 250 }]",
                    two = "streef = [{ minimaal = 250 }, { wat = \"dagen\", maximaal = 2 }]";
  CHECK(changed(one, "doel = \"stadspas\", minimaal = 300") == "minimaal 300");
  CHECK(changed(one, "doel = \"stadspas\", streef = 1, minimaal = 300") == "minimaal 300");
  CHECK(changed(two, "doel = \"stadspas\", streef = 2, maximaal = 3") == "minimaal 250, maximaal 3");
  CHECK(changed(two, "doel = \"stadspas\", maximaal = 3") ==
        "verkeerde-waarde: goal `stadspas` has 2 targets: which is meant?\n  help: write streef = 1\n");
  CHECK(changed(two, "doel = \"stadspas\", streef = 3, maximaal = 3") ==
        "verkeerde-waarde: goal `stadspas` has no target with nr 3\n");
  CHECK(changed(one, "doel = \"stadspas\", streef = 2, minimaal = 3") ==
        "verkeerde-waarde: goal `stadspas` has no target with nr 2\n");
  CHECK(changed(one, "doel = \"wonen\", minimaal = 3") ==
        "verkeerde-waarde: goal `wonen` has 0 targets: which is meant?\n");
  CHECK(changed(one, "doel = \"stadpas\", minimaal = 3") ==
        "onbekend-doel: there is no doel `stadpas`\n  help: did you mean `stadspas`?\n");
}

TEST_CASE("a rate of a year that an index does not have yet can be given, and not be raised") {
  const auto rated = [](const std::string& keys) {
    const TempPlan folder(std::map<std::string, std::string>{
        {"plan.toml", head() + "[index]\nprijs = { 2026 = 5.0, 2027 = 5.0 }\n\n" + line("a") +
                          project("1", "budget = 1_000") + lasten("2025 = 100") +
                          "index = \"prijs\"\neinde = 2027\n[[begrotingswijziging]]\nnr = 1\ndatum = "
                          "2025-06-30\nwijziging = [{ index = \"prijs\", " +
                          keys + " }]\n"}});
    const LoadedPlan loaded = load_actueel(folder.path());
    std::string told;
    for (const Diagnostic& finding : loaded.findings) told += to_text(finding.message) + "\n";
    if (!told.empty()) return told;
    for (const YearRate& rate : std::get<std::vector<YearRate>>(loaded.plan.indexes.front().rates))
      told += std::to_string(rate.year.value) + " " + to_text(rate.rate) + ", ";
    return told;
  };
  CHECK(rated("plus = { 2026 = 1.0 }") == "2026 3/50, 2027 1/20, ");
  CHECK(rated("percentage = { 2028 = 2.0 }") == "2026 1/20, 2027 1/20, 2028 1/50, ");
  CHECK(rated("plus = { 2028 = 1.0 }") == "index `prijs` has no rate for 2028\n");
  CHECK(rated("percentage = { 2031 = 1.0 }") == "2031 is outside the plan, which runs from 2025 to 2028\n");
}
