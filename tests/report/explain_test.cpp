// saldo explain: one explanation per rule in both languages, with examples that do what they say.
#include <set>

#include "base/rule.h"
#include "calc/check/checks.h"
#include "report/check/explanations.h"
#include "support/catch.h"
#include "support/support.h"

using namespace saldo;

namespace {

// Rules whose mistake cannot be made without another: the opening that differs from the closing is no controle either.
const std::map<Rule, std::set<std::string>> beside_it = {};

std::string with_byte(std::string text) {
  const std::string written = "\\xE9";
  for (std::size_t at = text.find(written); at != std::string::npos; at = text.find(written))
    text.replace(at, written.size(), "\xE9");
  return text;
}

std::set<std::string> rules_found(Rule rule, std::string_view example) {
  std::map<std::string, std::string> files = whole_example(example);
  if (rule == Rule::utf8)
    for (auto& [name, text] : files) text = with_byte(text);
  const TempPlan plan(files);
  const std::vector<std::string> ids = rule_ids(check_all(load_actueel(plan.path())));
  return {ids.begin(), ids.end()};
}

}  // namespace

TEST_CASE("every rule has an explanation, whole and in both languages") {
  for (const RuleInfo& rule : rules) {
    INFO(rule.id);
    const Explanation& told = explanation(rule.rule);
    CHECK(told.rule == rule.rule);
    for (const Translation& text : {told.meaning, told.why, told.basis}) {
      CHECK(text.english.ends_with('.'));
      CHECK(text.dutch.ends_with('.'));
      CHECK(text.english != text.dutch);
    }
    for (const std::string_view example : {told.wrong, told.right}) CHECK(example.ends_with('\n'));
    CHECK(told.wrong != told.right);
  }
}

TEST_CASE("the failing example of a rule gives that finding and no other, the passing one none") {
  for (const RuleInfo& rule : rules) {
    INFO(rule.id);
    const Explanation& told = explanation(rule.rule);
    std::set<std::string> expected{std::string(rule.id)};
    if (const auto also = beside_it.find(rule.rule); also != beside_it.end())
      expected.insert(also->second.begin(), also->second.end());
    CHECK(rules_found(rule.rule, told.wrong) == expected);
    CHECK(rules_found(rule.rule, told.right) == std::set<std::string>{});
  }
}

TEST_CASE("an example that shows less than a plan stands in the frame as far as it needs it") {
  const auto only = [](std::string_view example) { return whole_example(example).at("plan.toml"); };
  const ExampleFrame& frame = example_frame();
  const std::string plan(frame.plan), project(frame.project), post(frame.post);
  CHECK(only("lasten = 1\n") == plan + project + post + "lasten = 1\n");
  CHECK(only("[[project.post]]\nnaam = \"x\"\n") == plan + project + "[[project.post]]\nnaam = \"x\"\n");
  CHECK(only("[[project]]\nnr = 1\n") == plan + "[[project]]\nnr = 1\n");
  CHECK(only("[plan]\n") == "[plan]\n");
  CHECK(whole_example("# a.toml\nx = 1\n# b.txt\n# no name\ny = 2\n") ==
        std::map<std::string, std::string>{{"a.toml", "x = 1\n"}, {"b.txt", "# no name\ny = 2\n"}});
}

TEST_CASE("a misspelt rule gets the one that was likely meant") {
  const Run near = run_saldo({"explain", "overdracht-jar"});
  CHECK(near.code == 2);
  CHECK(near.err == "saldo: there is no rule `overdracht-jar`; did you mean `overdracht-jaar`?\n");
  CHECK(run_saldo({"explain", "iets-heel-anders"}).err ==
        "saldo: there is no rule `iets-heel-anders`; `saldo explain` lists them\n");
  CHECK(run_saldo({"explain", "overdracht-jar", "--lang", "nl"}).err ==
        "saldo: er is geen regel `overdracht-jar`; bedoelt u `overdracht-jaar`?\n");
}

TEST_CASE("every rule can be explained in every format and both languages") {
  for (const RuleInfo& rule : rules)
    for (const char* format : {"text", "md", "json", "csv"})
      for (const char* language : {"en", "nl"}) {
        const Run run = run_saldo({"explain", std::string(rule.id), "--format", format, "--lang", language});
        INFO(rule.id << " " << format << " " << language);
        CHECK(run.code == 0);
        CHECK(run.out.find(rule.id) != std::string::npos);
      }
}
