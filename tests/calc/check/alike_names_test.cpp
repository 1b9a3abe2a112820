// Names of posts that a reader takes for each other, in all the ways in which letters can look alike.
#include <algorithm>

#include "calc/check/checks.h"
#include "support/catch.h"
#include "support/small_plan.h"

using namespace saldo;

namespace {

std::string named(const std::string& naam) {
  return "[[project.post]]\nnaam = \"" + naam + "\"\nlasten = { 2025 = 1_000 }\n";
}

// How many findings of the rule two posts of one project give.
std::ptrdiff_t found(Rule rule, const std::string& one, const std::string& other) {
  const SmallPlan plan = work_out_text(head() + line("a") + project("1") + named(one) + named(other));
  const Findings findings = check_plan(plan);
  return std::count_if(findings.begin(), findings.end(), [rule](const Diagnostic& of) { return of.rule == rule; });
}

}  // namespace

TEST_CASE("two posts that a reader takes for each other are told, whatever their letters are made of") {
  const std::pair<std::string, std::string> alike[] = {{"Café Taal", "CAFE  taal"},
                                                       {"Straße", "STRASSE"},
                                                       {"Ñandú", "nandu"},
                                                       {"Fase l", "Fase 1"},
                                                       {"Coördinatie", "Cоördinatie"},  // the second o is Cyrillic
                                                       {"ﬁets", "fiets"},
                                                       {"Scholing²", "Scholing2"},
                                                       {"Cafe\u0301", "Café"},
                                                       {"Regio – Oost", "Regio - Oost"}};
  for (const auto& [one, other] : alike) {
    INFO(one << " and " << other);
    CHECK(found(Rule::naam_lijkt, one, other) == 1);
    CHECK(found(Rule::naam_dubbel, one, other) == 0);
  }
}

TEST_CASE("two posts that only share their letters are not told, and two that are the same as doubles") {
  const std::pair<std::string, std::string> others[] = {{"Café Taal", "Café Tool"},
                                                        {"Straße", "Strase"},
                                                        {"Taal café", "Café taal 2"},
                                                        {"Beheer", "Bohoor"},
                                                        {"ë", "è?"}};
  for (const auto& [one, other] : others) {
    INFO(one << " and " << other);
    CHECK(found(Rule::naam_lijkt, one, other) == 0);
    CHECK(found(Rule::naam_dubbel, one, other) == 0);
  }
  for (const std::string naam : {"Café Taal", "Beheer", "ß"}) {
    CHECK(found(Rule::naam_dubbel, naam, naam) == 1);
    CHECK(found(Rule::naam_lijkt, naam, naam) == 0);
  }
}
