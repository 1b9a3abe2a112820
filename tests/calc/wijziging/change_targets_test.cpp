// What a begrotingswijziging does to a target of a goal, and what it says where it cannot.
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
