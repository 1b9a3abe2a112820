// saldo explain, and the pages it is made of: src/rules/, a page per rule in both languages, with plans that do what they
// say.
#include <cstdlib>
#include <fstream>
#include <iterator>
#include <map>
#include <set>

#include "base/finding/rule_page.h"
#include "cli/computed.h"
#include "report/check/example.h"
#include "support/catch.h"
#include "support/rule_example.h"
#include "support/support.h"

using namespace saldo;

namespace {

using Said = std::pair<std::string, std::string>;  // in English and in Dutch

const std::string how_to_update = "SALDO_UPDATE_GOLDEN=1 writes what is said into the page";

bool wants_update() { return std::getenv("SALDO_UPDATE_GOLDEN") != nullptr; }

// An example as a plan of its own.
struct ExamplePlan {
  ExamplePlan(Rule rule, std::string_view example) : files(files_of(rule, example)), plan(files) {}

  std::set<std::string> rules_found() const {
    const std::vector<std::string> ids = rule_ids(all_found(plan.path(), files));
    return {ids.begin(), ids.end()};
  }

  // What is seen of the finding itself, without the count of all findings under it.
  std::string said(const char* language) const {
    const InFolder here(plan.folder);
    if (is_import(files)) return said_of_import(language);
    if (csv_of(files) != nullptr) return said_of_csv(language);
    const Run run = run_saldo({"check", ".", "--lang", language});
    const std::string all = run.out + run.err;
    const std::size_t count = all.rfind("\n\n");  // there is none where the plan cannot be computed
    return count == std::string::npos ? all : all.substr(0, count + 1);
  }

  std::string said_of_import(std::string_view language) const {
    const ImportedTable imported = import_csv(files);
    Style style;
    style.language = language == "nl" ? Language::nl : Language::en;
    return show_findings(imported.files, imported.findings, style);
  }

  std::string said_of_csv(std::string_view language) const {
    const TakenPlan taken = take_in_csv(".", files);
    Style style;
    style.language = language == "nl" ? Language::nl : Language::en;
    return show_findings(taken.loaded.files, taken.findings, style);
  }

  ExampleFiles files;
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

namespace {

std::string plainly(const Extent& extent) {
  if (const Money* money = std::get_if<Money>(&extent)) return " " + to_plain(*money);
  const std::size_t* times = std::get_if<std::size_t>(&extent);
  return times == nullptr ? "" : " " + std::to_string(*times) + "x";
}

// Of each finding of the page: what it is about, and how far off that is.
std::string about(Rule rule) {
  const TempPlan folder(files_of(rule, rule_page(rule, Language::en).wrong));
  std::string all;
  for (const Diagnostic& finding : check_all(load_actueel(folder.path())))
    all += (all.empty() ? "" : "; ") + to_text(finding.subject) + plainly(finding.extent);
  return all;
}

const std::map<std::string_view, std::string> abouts = {
    {"wijziging-horizon", "1/1/lasten/2028 15000.00"},
    {"wijziging-plaats", "1/1"},
    {"controle", "1/lasten/2025 1000.00"},
    {"controle-afronding", "totaal/tabel 1 2x"},
    {"controle-onvolledig", "4/tabel 4"},
    {"overdracht-geen-ontvangst", "1/1/2/2025 12000.00"},
    {"overdracht-geen-verzending", "2/1/1/2025 -12000.00"},
    {"overdracht-verschil", "1/1/2/2025 500.00"},
    {"overdracht-jaar", "1/1/2/2025 12000.00"},
    {"overdracht-einde", "1/1/2/2026 12000.00"},
    {"spiegel-gedeeld", "1/1/baten/2025 300.00"},
    {"overdracht-pm", "1/2/2025 1x"},
    {"dubbeling-geen-geld", "1/2"},
    {"dubbeling-niet-aangegeven", "1/2 12000.00"},
    {"dubbeling-niet-wederzijds", "1/2 12000.00"},
    {"saldo-ondergrens", "1/eindsaldo/2025 2000.00"},
    {"tekort-als-restant", "1/2/lasten/2025 2000.00"},
    {"saldo-na-einde", "1/eindsaldo/2026 888000.00"},
    {"saldo-beweging-na-einde", "1/1/lasten/2027 12000.00"},
    {"saldo-opening", "1/opening/2026 -8000.00"},
    {"saldo-onaangeroerd", "1/eindsaldo 317050.00"},
    {"afsluiting-onvolledig", "1/realisatie/2025 1x"},
    {"afsluiting-saldo", "1/eindsaldo/2025 200.00"},
    {"afsluiting-niet-begroot", "1/2/2025 1210.00"},
    {"evenwicht-structureel", "totaal/structureel/2025 5000.00"},
    {"evenwicht-sluitend", "totaal/saldo/2025 5000.00"},
    {"index-afwijking", "1/1/lasten/2026 500.00"},
    {"percentage-afwijking", "1/2/lasten/2025 100.00"},
    {"onderbouwing-afwijking", "1/1/lasten/2025 100.00"},
    {"factor-verschil", "1/2/tarief/2025"},
    {"som-afwijking", "1/1/baten/2026 112.00"},
    {"afronding-groei", "1/1/lasten/2026 85.00"},
    {"pm-open", "1/1/lasten 1x"},
    {"verdacht-dubbel", "1/1/2/2025 402217.00"},
    {"verdacht-getal", "1/1/lasten/2026 120000.00"},
    {"delen-onder-100", "1/1/lasten 10.00"},
    {"index-ongebruikt", "totaal/loon"},
    {"koppeling-overschaduwd", "totaal/4391"},
    {"programmalijn-leeg", "scholing"},
    {"post-leeg", "1/1"},
    {"naam-dubbel", "2"},
    {"naam-lijkt", "2"},
    {"kenmerk-lijkt", "1/2"},
    {"negeer-ongebruikt", "1/controle"},
    {"samen-alleen", "1/1/besluit"},
    {"wijziging-afgesloten-jaar", "1/1/2025"},
    {"wijziging-te-laat", "1/1/lasten/2025 1x"},
    {"wijziging-niet-neutraal", "totaal/begrotingswijziging 1/2025 -2000.00"},
    {"afsluiting-aansluiting", "totaal/lasten/2025 -100.00"},
    {"afsluiting-overdracht", "1/2025 2000.00"},
    {"afsluiting-onderweg", "1/2025 2000.00"},
    {"afsluiting-voorschot", "1/2025 -800.00"},
    {"afsluiting-toelichting", "1/1/lasten/2025 8200.00"},
    {"afsluiting-overschrijding", "arbeid/lasten/2025 500.00"},
    {"afsluiting-baten-achter", "arbeid/baten/2025 8200.00"},
    {"afsluiting-begroting", "1/1/lasten/2025 -1000.00"},
    {"afsluiting-correctie", "1/1/lasten/2025 500.00"},
    {"restant-structureel", "1/1/lasten/2025 3000.00"},
    {"restant-verlopen", "1/1/lasten/2025 3000.00"},
    {"overheveling-dubbel", "1/1/lasten/2025 1500.00"},
    {"prognose-onder-realisatie", "1/1/lasten/2025 500.00"},
    {"prognose-structureel", "1/1/lasten/2025 1500.00"},
    {"doel-nummer", "totaal/koop"},
    {"nulmeting-onvolledig", "totaal/keurmerk"},
    {"nulmeting-afgeleid", "totaal/keurmerk"},
    {"nulmeting-ontbreekt", "totaal/keurmerk"},
    {"nulmeting-zonder-streef", "totaal/tevreden"},
    {"streef-jaar", "totaal/keurmerk"},
    {"streef-buiten-plan", "totaal/keurmerk/2030"},
    {"streef-jaren", "totaal/keurmerk"},
    {"doel-zonder-maat", "totaal/keurmerk"},
    {"doel-richting", "totaal/ondernemen"},
    {"streef-aandeel", "totaal/jongeren"},
    {"streef-open", "totaal/jongeren"},
    {"streef-tegenspraak", "totaal/schulden"},
    {"streef-som", "totaal/vervolgstap"},
    {"procent-noemer", "totaal/stadspas"},
    {"resultaat-procent", "totaal/leerwerk"},
    {"resultaat-zonder-cijfer", "totaal/leerwerk"},
    {"resultaat-oordeel", "totaal/leerwerk"},
    {"resultaat-ontbreekt", "totaal/leerwerk/2025"},
    {"geld-zonder-bedrag", "totaal/jongeren"},
    {"geld-deel", "1/1"},
    {"streef-zonder-post", "totaal/ouderen"},
    {"post-gedeeld", "1/1"},
    {"doel-op-pm", "totaal/jongeren"},
};

// What keeps a plan from being computed, and so cannot be set aside.
bool may_be_about_nothing(Rule rule) {
  return rule == Rule::bandbreedte || rule == Rule::onzeker_bedrag || rule == Rule::samen_kans;
}

}  // namespace

// By these a baseline and a [[negeer]] know a finding again.
TEST_CASE("a finding of a check is about one thing, and says how far off that is") {
  for (const RuleInfo& rule : rules) {
    if (rule.rule < Rule::wijziging_horizon || may_be_about_nothing(rule.rule)) continue;
    INFO(rule.id);
    REQUIRE(abouts.contains(rule.id));
    CHECK(about(rule.rule) == abouts.at(rule.id));
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
  CHECK(whole_example("lasten = 1\n# a.csv\nx\n") ==
        std::map<std::string, std::string>{{"plan.toml", plan + project + post + "lasten = 1\n"}, {"a.csv", "x\n"}});
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
