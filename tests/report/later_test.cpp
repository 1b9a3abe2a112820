// Every rule finds what its page (src/rules/) shows as well where that is not the first of its kind: project, year, closed
// year, goal, target, row of a table.
#include <algorithm>
#include <map>
#include <regex>
#include <set>

#include "base/finding/rule_page.h"
#include "support/catch.h"
#include "support/rule_example.h"

using namespace saldo;

namespace {

using Lines = std::vector<std::string>;

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

// Before the first `mark`, or nothing where there is none.
std::string with_before(std::string text, std::string_view mark, const std::string& piece) {
  const std::size_t first = text.find(mark);
  return first == std::string::npos ? text : text.insert(first, piece);
}

// A year that was closed before the others, in which nothing was budgeted and nothing booked.
std::string with_closed_year_before(const std::string& plan) {
  if (plan.find("[[afsluiting]]") == std::string::npos) return plan;
  const std::string later = with_year_before(plan), key = "eerste_jaar = ";
  const std::string year = later.substr(later.find(key) + key.size(), 4);
  return with_before(later, "[[afsluiting]]",
                     "[[afsluiting]]\njaar = " + year + "\nstand = \"vastgesteld\"\nbesluit = \"raad\"\ndatum = " +
                         std::to_string(std::stoi(year) + 1) + "-06-18\n\n");
}

std::string with_goal_before(const std::string& plan) {
  return with_before(plan, "[[doel]]", "[[doel]]\nid = \"vooraf\"\nsoort = \"thema\"\nnaam = \"Vooraf\"\n\n");
}

// In each list of targets one with which nothing is wrong stands first.
std::string with_target_before(const std::string& text) {
  std::string plan = text;
  const std::string list = "streef = [", key = " jaar = ";
  for (std::size_t at = plan.find(list); at != std::string::npos; at = plan.find(list, at + 1)) {
    const std::size_t first = plan.find(key, at);
    const std::string year = first == std::string::npos ? "2026" : plan.substr(first + key.size(), 4);
    plan.insert(at + list.size(),
                "{ wat = \"vooraf\", minimaal = 3, jaar = " + year + ", nulmeting = { jaar = 2020, waarde = 1 } }, ");
  }
  return plan;
}

// One that only gives a project another name.
std::string with_change_before(const std::string& plan) {
  return with_before(plan, "[[begrotingswijziging]]",
                     "[[begrotingswijziging]]\nnr = 0\ndatum = 2024-01-01\nwijziging = [{ project = \"1\", "
                     "naam = \"Anders\" }]\n\n");
}

// Behind the headings of a table that is imported.
std::string with_row_before(const std::string& table) { return with_before(table, "\n", "\n0;Vooraf;0;0"); }

// A year before those of the table, in which all is nothing.
std::string with_year_column_before(const std::string& table) {
  std::string result;
  for (std::size_t at = 0; at < table.size();) {
    const std::size_t end = table.find('\n', at);
    std::string line = table.substr(at, end - at);
    const std::size_t third = line.find(';', line.find(';') + 1);
    if (third != std::string::npos) line.insert(third, at == 0 ? ";lasten 2025" : ";0");
    result += line + '\n';
    at = end + 1;
  }
  return result;
}

// These are about all targets of a goal, or count them, or tell the first.
const std::set<Rule> of_all_targets = {Rule::streef_buiten_plan,  Rule::streef_jaren,
                                       Rule::streef_som,          Rule::doel_zonder_maat,
                                       Rule::doel_richting,       Rule::resultaat_zonder_cijfer,
                                       Rule::resultaat_ontbreekt, Rule::resultaat_oordeel,
                                       Rule::streef_zonder_post,  Rule::post_gedeeld};

struct Way {
  std::string_view what;
  std::string_view file;
  std::string (*later)(const std::string& text);
  std::size_t rules;  // of so many rules the page shows such a thing
  std::set<Rule> but = {};
};
const Way ways[] = {{"closed year", "plan.toml", with_closed_year_before, 20},
                    {"goal", "plan.toml", with_goal_before, 25},
                    {"target", "plan.toml", with_target_before, 12, of_all_targets},
                    {"begrotingswijziging", "plan.toml", with_change_before, 12},
                    {"row of a table", "overzicht.csv", with_row_before, 12},
                    {"year of a table", "overzicht.csv", with_year_column_before, 12}};

}  // namespace

TEST_CASE("a rule finds what is wrong in what is not the first of its kind") {
  for (const Way& way : ways) {
    std::size_t tried = 0;
    for (const RuleInfo& rule : rules) {
      ExampleFiles files = files_of(rule.rule, rule_page(rule.rule, Language::en).wrong);
      const auto file = files.find(std::string(way.file));
      if (file == files.end() || way.but.contains(rule.rule)) continue;
      const std::string later = way.later(file->second);
      if (later == file->second) continue;
      const Lines found = messages(files);
      file->second = later;
      INFO(rule.id << ": a later " << way.what << "\n" << later);
      CHECK(messages(files) == found);
      ++tried;
    }
    INFO("a later " << way.what);
    CHECK(tried == way.rules);
  }
}
