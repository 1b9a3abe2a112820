// saldo explain, and the pages it is made of: src/rules/, a page per rule in both languages, with plans that do what they
// say.
#include <algorithm>
#include <cstdlib>
#include <fstream>
#include <iterator>
#include <map>
#include <regex>
#include <set>

#include "base/finding/rule_page.h"
#include "calc/close/bron.h"
#include "cli/computed.h"
#include "cli/import/import.h"
#include "cli/text/author_text.h"
#include "intake/actuals.h"
#include "intake/as_record.h"
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

using ExampleFiles = std::map<std::string, std::string>;

// The csv beside the plan: what was booked in 2025.
const std::string* csv_of(const ExampleFiles& files) {
  for (const auto& [name, text] : files)
    if (name.ends_with(".csv")) return &name;
  return nullptr;
}

// A plan in a folder, and the csv beside it taken in by its first koppeling.
struct TakenPlan {
  LoadedPlan loaded;
  Actuals actuals;
  Findings findings;
};
TakenPlan take_in_csv(const std::string& folder, const ExampleFiles& files) {
  TakenPlan taken{load_actueel(folder), {}, {}};
  const std::string name = *csv_of(files);
  const auto& known = taken.loaded.plan.koppelingen;
  taken.loaded.files.push_back(name);
  taken.actuals = read_actuals(taken.loaded.plan, Year{2025}, {name, files.at(name)},
                               static_cast<FileId>(taken.loaded.files.size() - 1), taken.loaded.files,
                               known.empty() ? nullptr : &known.front(), taken.findings);
  const Afsluiting read = as_record(taken.loaded.plan, taken.actuals);
  for (const Afsluiting& stored : taken.loaded.plan.afsluitingen)
    for (Diagnostic& finding : compare_with_bron(taken.loaded.plan, stored, read))
      taken.findings.push_back(std::move(finding));
  return taken;
}

// A csv without a plan is a table that is imported, by the map beside it if there is one.
bool is_import(const ExampleFiles& files) { return !files.contains("plan.toml") && csv_of(files) != nullptr; }

struct ImportedTable {
  std::vector<std::string> files;
  Findings findings;
  std::string text;
};
ImportedTable import_csv(const ExampleFiles& files) {
  const std::string name = *csv_of(files);
  ImportedTable imported{{name}, {}, files.at(name)};
  ImportAsked asked;
  if (files.contains("kaart.toml")) {
    imported.files.push_back("kaart.toml");
    const ImportMap map = read_import_map({"kaart.toml", files.at("kaart.toml")}, FileId{1}, imported.findings);
    apply_map(map, asked, imported.findings);
  }
  const std::optional<PrintedFile> file =
      open_printed_file({name, imported.text}, FileId{0}, imported.files, asked.file, imported.findings);
  if (file) read_overzicht(file->sheet, asked.table, imported.findings);
  sort_by_place(imported.findings);
  return imported;
}

// What is found in the text of its report.
Findings text_findings(const std::string& folder) {
  if (!text_folder_of(folder)) return {};
  PlanAsked asked;
  asked.plan = folder;
  Computed computed = attempt({load_base(folder), {}, {}}, asked);
  return read_author_text(folder, computed.worked, computed.files).findings;
}

// What `saldo check` finds in the plan, and what is found in the csv.
Findings all_found(const std::string& folder, const ExampleFiles& files) {
  if (is_import(files)) return import_csv(files).findings;
  Findings findings = check_all(load_actueel(folder));
  for (Diagnostic& finding : text_findings(folder)) findings.push_back(std::move(finding));
  if (csv_of(files) == nullptr) return findings;
  for (Diagnostic& finding : take_in_csv(folder, files).findings) findings.push_back(std::move(finding));
  return findings;
}

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

using Lines = std::vector<std::string>;

std::vector<std::string> messages(const std::map<std::string, std::string>& files) {
  const TempPlan folder(files);
  Lines lines;
  for (const Diagnostic& finding : all_found(folder.path(), files))
    lines.push_back(std::string(info(finding.rule).id) + ": " + to_text(finding.message));
  return lines;
}

// A project that does nothing before the others.
std::string with_project_before(std::string plan) {
  const std::size_t first = plan.find("[[project]]");
  if (first == std::string::npos) return plan;
  const std::string key = "programmalijn = \"";
  const std::size_t line = plan.find(key, first) + key.size();
  const std::string id = plan.substr(line, plan.find('"', line) - line);
  return plan.insert(first, "[[project]]\nnr = \"0\"\nnaam = \"Vooraf\"\nprogrammalijn = \"" + id + "\"\nbudget = 0\n");
}

// A year without amounts before the others.
std::string with_year_before(std::string plan) {
  const std::string key = "eerste_jaar = ";
  const std::size_t at = plan.find(key);
  if (at == std::string::npos) return plan;
  const std::string year = plan.substr(at + key.size(), 4);
  return plan.replace(at + key.size(), 4, std::to_string(std::stoi(year) - 1));
}

bool names_a_year(const Lines& lines) {
  return std::any_of(lines.begin(), lines.end(),
                     [](const std::string& line) { return std::regex_search(line, std::regex("\\b20[0-9]{2}\\b")); });
}

// What is wrong is wrong whatever the year.
const std::map<Rule, std::string_view> without_a_year = {
    {Rule::soort_combinatie, "a key of what has no such thing"},
    {Rule::reserve_dubbel, "a post"},
    {Rule::bestand, "a file"},
    {Rule::utf8, "a byte"},
    {Rule::te_diep, "brackets"},
    {Rule::toml_syntax, "brackets"},
    {Rule::geen_plan, "the plan itself"},
    {Rule::dubbel_plan, "the plan itself"},
    {Rule::onbekende_sleutel, "a key"},
    {Rule::ontbrekende_sleutel, "a key"},
    {Rule::verkeerd_type, "a value"},
    {Rule::verkeerde_waarde, "a value"},
    {Rule::naam_teken, "a name"},
    {Rule::bedrag, "how a number is written"},
    {Rule::jaar, "what is no year"},
    {Rule::dubbel_nr, "a nr"},
    {Rule::onbekende_programmalijn, "a reference"},
    {Rule::onbekend_project, "a reference"},
    {Rule::onbekend_doel, "a reference"},
    {Rule::onbekende_index, "a reference"},
    {Rule::onbekende_post, "a reference"},
    {Rule::realisatie_kolom, "a heading"},
    {Rule::realisatie_getal, "how a number is written"},
    {Rule::realisatie_zonder_koppeling, "a key"},
    {Rule::realisatie_dubbel, "a key"},
    {Rule::realisatie_totaal, "an amount"},
    {Rule::koppeling_teken, "a flag"},
    {Rule::import_getal, "how a number is written"},
    {Rule::import_dubbelzinnig, "how a number is written"},
    {Rule::import_rij, "a row"},
    {Rule::import_kolom, "a heading"},
    {Rule::import_totaal, "an amount"},
    {Rule::import_codering, "a letter"},
    {Rule::import_letters_kwijt, "a letter"},
    {Rule::import_zonder_waarde, "a cell"},
    {Rule::import_nummer, "a number"},
    {Rule::import_afgerond, "how a number is written"},
    {Rule::import_map, "a line of a map"},
    {Rule::import_bestand, "a file"},
    {Rule::rapport_tekst, "how a text is written"},
    {Rule::rapport_adres, "a reference"},
    {Rule::koppeling_ongebruikt, "a key"},
    {Rule::koppeling_overschaduwd, "a key"},
    {Rule::delen, "what all years add up to"},
    {Rule::overdracht_zelf, "a reference"},
    {Rule::spiegel, "a reference"},
    {Rule::restant, "a reference"},
    {Rule::restant_dubbel, "a reference"},
    {Rule::overloop, "the balance of all years"},
    {Rule::wijziging_raakt_meer, "a reference"},
    {Rule::wijziging_verwijzing, "a reference"},
    {Rule::wijziging_plaats, "a reference"},
    {Rule::controle_afronding, "all figures of a bron"},
    {Rule::controle_onvolledig, "a project that a table has not; years: check_patterns_test.cpp"},
    {Rule::dubbeling_geen_geld, "what all years add up to"},
    {Rule::dubbeling_niet_aangegeven, "what all years add up to"},
    {Rule::dubbeling_niet_wederzijds, "a reference"},
    {Rule::delen_onder_100, "what all years add up to"},
    {Rule::index_ongebruikt, "a name"},
    {Rule::programmalijn_leeg, "a name"},
    {Rule::post_leeg, "what is in no year"},
    {Rule::naam_dubbel, "a name"},
    {Rule::naam_lijkt, "a name"},
    {Rule::kenmerk_lijkt, "a name"},
    {Rule::doel_nummer, "a number"},
    {Rule::nulmeting_zonder_streef, "a value"},
    {Rule::streef_jaar, "what is for no year"},
    {Rule::doel_zonder_maat, "what is no number"},
    {Rule::doel_richting, "what is no number"},
    {Rule::streef_aandeel, "a word"},
    {Rule::streef_open, "what is not known"},
    {Rule::streef_tegenspraak, "two figures"},
    {Rule::streef_som, "three figures"},
    {Rule::procent_noemer, "a percentage"},
    {Rule::resultaat_procent, "a percentage"},
    {Rule::resultaat_zonder_cijfer, "a claim"},
    {Rule::resultaat_oordeel, "two figures"},
    {Rule::geld_zonder_bedrag, "money of no year"},
    {Rule::geld_deel, "shares of all years"},
    {Rule::streef_zonder_post, "a reference"},
    {Rule::post_gedeeld, "a reference"},
    {Rule::doel_op_pm, "what all years are"},
    {Rule::negeer_ongebruikt, "a reference"},
    {Rule::bandbreedte, "a value"},
    {Rule::onzeker_bedrag, "how a post is written"},
    {Rule::samen_kans, "a name"},
    {Rule::samen_alleen, "a name"},
};

// Of these the message names the first year, or there is one finding for every year there is; and years are closed from
// the first one on.
bool tells_the_first_year(Rule rule) {
  return rule == Rule::jaar_buiten_plan || rule == Rule::kring || rule == Rule::koppeling_gewijzigd ||
         rule == Rule::overheveling_dubbel || rule == Rule::resultaat_ontbreekt ||
         info(rule).id.starts_with("afsluiting-");
}

// One more project has the same fault, or makes a printed table stop that had all there is.
bool minds_one_more_project(Rule rule) {
  return rule == Rule::onbekende_programmalijn || rule == Rule::controle_onvolledig;
}

}  // namespace

// A check that stops at the first project or year finds what the page shows all the same.
TEST_CASE("a rule finds what is wrong in a project and a year that are not the first") {
  std::size_t later_projects = 0;
  for (const RuleInfo& rule : rules) {
    std::map<std::string, std::string> files = files_of(rule.rule, rule_page(rule.rule, Language::en).wrong);
    const Lines found = messages(files);
    INFO(rule.id);
    CHECK(names_a_year(found) != without_a_year.contains(rule.rule));
    if (!files.contains("plan.toml")) continue;
    const std::string plain = files["plan.toml"];
    const std::string later = tells_the_first_year(rule.rule) ? plain : with_year_before(plain);
    CHECK((later != plain || tells_the_first_year(rule.rule) || without_a_year.contains(rule.rule)));
    files["plan.toml"] = minds_one_more_project(rule.rule) ? later : with_project_before(later);
    if (files["plan.toml"] != later) ++later_projects;
    INFO(files["plan.toml"]);
    CHECK(messages(files) == found);
  }
  CHECK(later_projects > 60);
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
