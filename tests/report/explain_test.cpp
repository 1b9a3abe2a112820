// saldo explain, and the pages it is made of: src/rules/, a page per rule in both languages, with plans that do what they
// say.
#include <cstdlib>
#include <fstream>
#include <iterator>
#include <map>
#include <set>

#include "base/finding/rule_page.h"
#include "report/check/example.h"
#include "support/catch.h"
#include "support/support.h"

using namespace saldo;

namespace {

using Said = std::pair<std::string, std::string>;  // in English and in Dutch

const std::string how_to_update = "SALDO_UPDATE_GOLDEN=1 writes what is said into the page";

bool wants_update() { return std::getenv("SALDO_UPDATE_GOLDEN") != nullptr; }

std::string with_byte(std::string text) {
  const std::string written = "\\xE9";
  for (std::size_t at = text.find(written); at != std::string::npos; at = text.find(written))
    text.replace(at, written.size(), "\xE9");
  return text;
}

std::map<std::string, std::string> files_of(Rule rule, std::string_view example) {
  std::map<std::string, std::string> files = whole_example(example);
  if (rule == Rule::utf8)
    for (auto& [name, text] : files) text = with_byte(text);
  return files;
}

// An example as a plan of its own.
struct ExamplePlan {
  ExamplePlan(Rule rule, std::string_view example) : plan(files_of(rule, example)) {}

  std::set<std::string> rules_found() const {
    const std::vector<std::string> ids = rule_ids(check_all(load_actueel(plan.path())));
    return {ids.begin(), ids.end()};
  }

  // What is seen of the finding itself, without the count of all findings under it.
  std::string said(const char* language) const {
    const InFolder here(plan.folder);
    const Run run = run_saldo({"check", ".", "--lang", language});
    const std::string all = run.out + run.err;
    const std::size_t count = all.rfind("\n\n");  // there is none where the plan cannot be computed
    return count == std::string::npos ? all : all.substr(0, count + 1);
  }

  TempPlan plan;
};

// Into the two blocks of text on the page.
void write_said(const RuleInfo& rule, const std::string& english, const std::string& dutch) {
  const std::string name = SALDO_SOURCE_DIR "/src/rules/" + std::string(rule.id) + ".md";
  std::ifstream in(name, std::ios::binary);
  std::string page(std::istreambuf_iterator<char>(in), {});
  const std::string begin = "\n```text\n", end = "```\n\n# Right\n";
  const std::size_t first = page.find(begin) + begin.size();
  page.replace(first, page.find(end) - first, english + "```\n" + begin + dutch);
  std::ofstream(name, std::ios::binary) << page;
}

}  // namespace

TEST_CASE("every rule is explained in whole sentences in both languages") {
  for (const RuleInfo& rule : rules) {
    INFO(rule.id);
    const RulePage english = rule_page(rule.rule, Language::en), dutch = rule_page(rule.rule, Language::nl);
    for (const auto part : {&RulePage::meaning, &RulePage::why, &RulePage::ground}) {
      CHECK((english.*part).ends_with('.'));
      CHECK((dutch.*part).ends_with('.'));
      CHECK(english.*part != dutch.*part);
    }
    for (const std::string_view title : {english.title, dutch.title}) CHECK_FALSE(title.ends_with('.'));
    CHECK(english.title != dutch.title);
  }
}

// The same article on many pages: who mends it on one has to mend it on all.
TEST_CASE("an article of law says the same on every page, in both languages") {
  std::map<std::string, std::string> said_of;  // "BBV art. 19", and what is said of it
  std::map<std::string, std::string> dutch_of;
  for (const RuleInfo& rule : rules) {
    INFO(rule.id);
    const std::string english = rule_page(rule.rule, Language::en).ground;
    const std::string dutch = rule_page(rule.rule, Language::nl).ground;
    CHECK(dutch_of.emplace(english, dutch).first->second == dutch);
    const std::string article = english.substr(0, english.find(':'));
    if (article != "Practice") CHECK(said_of.emplace(article, english).first->second == english);
  }
  CHECK(said_of.size() > 5);
}

TEST_CASE(
    "the wrong plan of a rule gives that finding and no other, in the words of its page, and the right one none") {
  for (const RuleInfo& rule : rules) {
    INFO("src/rules/" << rule.id << ".md; " << how_to_update);
    const RulePage english = rule_page(rule.rule, Language::en), dutch = rule_page(rule.rule, Language::nl);
    const ExamplePlan wrong(rule.rule, english.wrong), right(rule.rule, english.right);
    CHECK(wrong.rules_found() == std::set<std::string>{std::string(rule.id)});
    CHECK(right.rules_found() == std::set<std::string>{});
    const std::string said = wrong.said("en"), gezegd = wrong.said("nl");
    if (wants_update()) write_said(rule, said, gezegd);
    else CHECK(Said{english.said, dutch.said} == Said{said, gezegd});
  }
}

// A check that stops at the first project finds what the page shows all the same.
TEST_CASE("a rule finds what is wrong in a project that is not the first") {
  std::size_t tried = 0;
  for (const RuleInfo& rule : rules) {
    std::map<std::string, std::string> files = whole_example(rule_page(rule.rule, Language::en).wrong);
    std::string& plan = files["plan.toml"];
    const std::size_t first = plan.find("[[project]]");
    // In front of a printed table that stops, a project that goes on is no longer harmless.
    if (rule.rule < Rule::wijziging_horizon || rule.rule == Rule::controle_onvolledig || first == std::string::npos)
      continue;
    const std::string key = "programmalijn = \"";
    const std::size_t line = plan.find(key, first) + key.size();
    const std::string id = plan.substr(line, plan.find('"', line) - line);
    plan.insert(first, "[[project]]\nnr = \"0\"\nnaam = \"Vooraf\"\nprogrammalijn = \"" + id + "\"\nbudget = 0\n");
    INFO(rule.id << "\n" << plan);
    const TempPlan folder(files);
    const std::vector<std::string> ids = rule_ids(check_all(load_actueel(folder.path())));
    CHECK(std::set<std::string>(ids.begin(), ids.end()) == std::set<std::string>{std::string(rule.id)});
    ++tried;
  }
  CHECK(tried > 25);
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
