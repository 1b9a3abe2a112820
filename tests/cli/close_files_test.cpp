// What saldo close says of the file it reads: whether it is the one the year was closed with, what became of its rows, and
// of the year before the plan what each project ended with.
#include <filesystem>
#include <fstream>
#include <nlohmann/json.hpp>

#include "support/catch.h"
#include "support/small_plan.h"

namespace fs = std::filesystem;

namespace {

const std::string regels = R"([[koppeling]]
naam = "gb"
kolommen = { sleutel = "Rekening", bedrag = "Saldo" }
teken = "lasten-positief"
niveau = "saldi"
intern = "plan"
regel = [
  { sleutel = "41", project = "1", post = "Advies", kant = "lasten" },
  { sleutel = "42", project = "1", post = "Inhuur", kant = "lasten" },
  { sleutel = "99", overslaan = "balanspost" },
]
)";

const std::string last_regel = "  { sleutel = \"99\"";

// A plan of 2025 to 2028, and an export of 2025.
struct Office {
  Office()
      : folder({{"plan/plan.toml", head("[jaareinde]\noverheveling = { minimaal = 5 }\n") + line("a")},
                {"plan/1.toml", project("1", "budget = 1_000") + post("lasten = { 2025 = 300 }\n", "Advies") +
                                    post("lasten = { 2025 = 80, 2026 = 80 }\n", "Inhuur")},
                {"plan/2.toml", project("2", "budget = 50")},
                {"plan/koppelingen.toml", regels},
                {"gb.csv", "Rekening;Saldo\n41;290,50\n42;70\n99;5\n"},
                {"later.csv", "Rekening;Saldo\n41;290,50\n42;71\n99;5\n"},
                {"2024.csv", "project,jaar,eindsaldo\n2,2024,-4.25\n1,2024,950.25\n"}}) {}

  Run close(const std::string& year, const std::vector<std::string>& more) const {
    std::vector<std::string> arguments{"close", file("plan"), year};
    arguments.insert(arguments.end(), more.begin(), more.end());
    return run_saldo(arguments);
  }
  Run close_gb(const std::vector<std::string>& more, const std::string& name = "gb.csv") const {
    std::vector<std::string> arguments{"--actuals", file(name), "--koppeling", "gb"};
    arguments.insert(arguments.end(), more.begin(), more.end());
    return close("2025", arguments);
  }
  std::string file(const std::string& name) const { return folder.file(name); }
  std::string record(const std::string& name) const { return read_text(file("plan/afsluitingen/" + name + ".toml")); }
  void write(const std::string& name, const std::string& text) const { std::ofstream(file(name)) << text; }

  TempPlan folder;
};

std::string swapped(std::string text, const std::string& from, const std::string& to) {
  return text.replace(text.find(from), from.size(), to);
}

}  // namespace

TEST_CASE("a close from another file than the record has says so where the record names its file") {
  const Office office;
  REQUIRE(office.close_gb({"--write"}).code == 0);
  CHECK_FALSE(has(office.close_gb({}).err, "[afsluiting-bron]"));
  const Run other = office.close_gb({}, "later.csv");
  CHECK(has(other.err, "is not the file that 2025 was closed with [afsluiting-bron]"));
  CHECK(has(other.err, "afsluitingen/2025.toml:"));
  CHECK(office.close_gb({"--check"}, "later.csv").code == 1);
}

TEST_CASE("a regel that was changed after the close is told, and one that came to it is not") {
  const Office office;
  REQUIRE(office.close_gb({"--write"}).code == 0);
  const std::string more =
      "  { sleutel = \"43\", project = \"2\", naam = \"Nieuw\", kant = \"lasten\", toelichting = \"in 2026\" },\n";
  office.write("plan/koppelingen.toml", swapped(regels, last_regel, more + last_regel));
  const Run added = office.close_gb({});
  CHECK(added.code == 0);
  CHECK_FALSE(has(added.err, "[koppeling-gewijzigd]"));
  office.write("plan/koppelingen.toml", swapped(regels, "post = \"Inhuur\"", "naam = \"Rest\", toelichting = \"x\""));
  const Run run = office.close_gb({});
  CHECK(has(run.err, "by this koppeling 2 amounts come out of"));
  CHECK(has(run.err, "[koppeling-gewijzigd]"));
  CHECK(has(run.err, "koppelingen.toml:2:8"));
  office.write("plan/afsluitingen/2025.toml", swapped(office.record("2025"), "lasten = 70", "lasten = 60"));
  CHECK_FALSE(has(office.close_gb({}).err, "[koppeling-gewijzigd]"));  // the record was changed by hand
}

TEST_CASE("the year before the plan is closed from a csv as if it were written by hand") {
  const Office office, by_hand;
  const std::vector<std::string> from{"--actuals", office.file("2024.csv")};
  const Run shown = office.close("2024", {from[0], from[1], "--table", "openingen", "--format", "csv"});
  INFO(shown.err);
  CHECK(shown.code == 0);
  CHECK(has(shown.out, "950.25"));
  CHECK_FALSE(fs::exists(office.file("plan/afsluitingen")));
  REQUIRE(office.close("2024", {from[0], from[1], "--write"}).code == 0);
  fs::create_directory(by_hand.file("plan/afsluitingen"));
  by_hand.write("plan/afsluitingen/2024.toml",
                "[[afsluiting]]\njaar = 2024\nstand = \"voorlopig\"\n[[afsluiting.project]]\nnr = \"1\"\neindsaldo = "
                "950.25\n[[afsluiting.project]]\nnr = \"2\"\neindsaldo = -4.25\n");
  const auto table = [](const Office& of) {
    return run_saldo({"table", of.file("plan"), "--by", "project", "--format", "csv"}).out;
  };
  CHECK(table(office) == table(by_hand));
  CHECK(has(table(office), "-4.25"));  // a project without posts begins with it
  const std::string first = office.record("2024");
  const Run again = office.close("2024", {from[0], from[1], "--write"});
  CHECK(has(again.err, "2024 is closed already, and nothing differs"));
  CHECK(office.record("2024") == first);
  office.write("2024.csv", "project,jaar,eindsaldo\n2,2024,-4.25\n1,2024,951\n");
  const Run other = office.close("2024", {from[0], from[1], "--table", "verschillen", "--format", "csv"});
  CHECK(has(other.out, "1,,eindsaldo,950.25,951.00,0.75"));
  CHECK(has(other.err, "[afsluiting-bron]"));
  CHECK(office.close("2024", {from[0], from[1], "--write"}).code == 0);
  CHECK(has(office.record("2024"), "eindsaldo = 951\n"));
}

TEST_CASE("of the year before the plan nothing is written while a row of its csv is wrong") {
  const Office office;
  office.write("2024.csv", "project,jaar,eindsaldo\n1,2024,950.25\n9,2025,nnb\n");
  const Run run = office.close("2024", {"--actuals", office.file("2024.csv"), "--write"});
  CHECK(run.code == 2);
  for (const char* rule : {"[onbekend-project]", "[realisatie-jaar]", "[realisatie-getal]"}) CHECK(has(run.err, rule));
  CHECK_FALSE(fs::exists(office.file("plan/afsluitingen")));
  const Run ledger = office.close("2024", {"--actuals", office.file("gb.csv"), "--koppeling", "gb"});
  CHECK(ledger.code == 2);
  CHECK(has(ledger.err, "columns project, jaar and eindsaldo"));
  CHECK(has(office.close("2024", {}).err, "give a csv with what each project ended with"));
}

TEST_CASE("every row of the file is there once, with what became of it") {
  const Office office;
  const Run csv = office.close_gb({"--table", "regels", "--format", "csv"});
  INFO(csv.err);
  CHECK(csv.out ==
        "regel,sleutel,lot,reden,project,post,baten,lasten\r\n"
        "2,41,verwerkt,,1,1,,290.50\r\n"
        "3,42,verwerkt,,1,2,,70.00\r\n"
        "4,99,overgeslagen,balanspost,,,,5.00\r\n");
  const auto document = nlohmann::json::parse(office.close_gb({"--format", "json"}).out);
  const auto& tables = document["tables"];
  CHECK(std::any_of(tables.begin(), tables.end(),
                    [](const auto& table) { return table["id"] == "regels" && table["rows"].size() == 3; }));
  CHECK_FALSE(has(office.close_gb({}).out, "Wat er met elke regel"));
  CHECK(has(office.close_gb({"--table", "regels"}).out, "Wat er met elke regel"));
  CHECK(has(office.close("2024", {"--actuals", office.file("2024.csv"), "--table", "regels", "--format", "csv"}).out,
            "2,2,verwerkt,,2,,-4.25"));
  CHECK(has(office.close_gb({"--peildatum", "2025-06-30", "--table", "regels", "--format", "csv"}).out,
            "4,99,overgeslagen,balanspost"));
}

TEST_CASE("what is proposed for the next year can be taken over as it stands, once") {
  const Office office;
  const std::string scenario = office.file("over.toml");
  REQUIRE(office.close_gb({"--write", "--overheveling", scenario}).code == 0);
  const std::string text = read_text(scenario);
  CHECK(has(text, "plus = { 2026 = 9.50 }\noverheveling = 2025\n"));
  CHECK(has(text, "plus = { 2026 = 10 }\noverheveling = 2025\n"));
  const std::vector<std::string> check{"check", office.file("plan"), "--format", "csv"};
  CHECK(run_saldo({"check", office.file("plan"), "--scenario", scenario}).code == 0);
  const std::string adopted = "[[begrotingswijziging]]\nnr = 1\ndatum = 2026-07-02\n";
  office.write("plan/wijziging.toml", adopted +
                                          "[[begrotingswijziging.wijziging]]\nproject = \"1\"\npost = "
                                          "\"Advies\"\nplus = { 2026 = 9.50 }\noverheveling = 2025\n");
  CHECK_FALSE(has(run_saldo(check).out, "overheveling-dubbel"));
  CHECK(has(run_saldo({"check", office.file("plan"), "--scenario", scenario}).out, "[overheveling-dubbel]"));
  REQUIRE(office.close("2025", {"--overheveling", scenario}).code == 0);
  CHECK_FALSE(has(read_text(scenario), "Advies"));
  CHECK(has(read_text(scenario), "plus = { 2026 = 10 }"));
}

TEST_CASE("a year that goes on decides nothing yet") {
  for (const char* key :
       {"overdracht = [{ van = \"1\", naar = \"2\", onderweg = 5 }]", "voorschot = [{ project = \"1\" }]",
        "oordeel = [{ project = \"1\", overschrijding = \"acceptabel\" }]",
        "correctie = [{ project = \"1\", post = 1, kant = \"lasten\", bedrag = 1, verwerkt_in = 2026 }]",
        "heropend = [{ datum = 2026-01-01, reden = \"x\", eindsaldo = 1 }]"}) {
    INFO(key);
    const Office office;
    const std::string record = std::string("[[afsluiting]]\njaar = 2026\n") + key + "\n";
    office.write("plan/half.toml", record + "stand = \"tussentijds\"\npeildatum = 2026-06-30\n");
    const Run run = run_saldo({"check", office.file("plan")});
    CHECK(run.code == 2);
    CHECK(has(run.out + run.err, "belongs to a year that is closed [verkeerde-waarde]"));
  }
}

TEST_CASE("as of a day before a year was closed, that year and those after it are open") {
  const Office office;
  REQUIRE(office.close_gb({"--vastgesteld", "--besluit", "raad", "--datum", "2026-06-18", "--write"}).code == 0);
  const auto spent = [&](const std::vector<std::string>& more) {
    std::vector<std::string> arguments{"why", office.file("plan"), "1/1/lasten/2025", "--format", "csv"};
    arguments.insert(arguments.end(), more.begin(), more.end());
    const Run run = run_saldo(arguments);
    INFO(run.err);
    CHECK(run.code == 0);
    return run.out;
  };
  CHECK(has(spent({}), "290.50"));
  CHECK(has(spent({"--as-of", "2026-06-18"}), "290.50"));
  CHECK_FALSE(has(spent({"--as-of", "2026-06-17"}), "290.50"));
  CHECK(run_saldo({"table", office.file("plan"), "--set", "1/1/2025=5", "--as-of", "2026-06-17"}).code == 0);
  CHECK(run_saldo({"table", office.file("plan"), "--set", "1/1/2025=5"}).code == 2);
  // A provisional record has no day it was decided on: its year has to be over.
  office.write("plan/afsluitingen/2025.toml",
               swapped(swapped(office.record("2025"), "vastgesteld", "voorlopig"), "datum = 2026-06-18\n", ""));
  CHECK(has(spent({"--as-of", "2026-01-01"}), "290.50"));
  CHECK_FALSE(has(spent({"--as-of", "2025-12-31"}), "290.50"));
}

TEST_CASE("projects between which money went are named as well as numbered") {
  const Office office;
  office.write("plan/3.toml", project("3") + sends("2", "2025 = 20"));
  office.write("plan/2.toml", project("2", "budget = 50") + receives("3", "2025 = 20"));
  const Run run = office.close_gb({"--table", "overdrachten", "--format", "csv"});
  INFO(run.err);
  CHECK(has(run.out, "van,van_naam,naar,naar_naam,verzonden"));
  CHECK(has(run.out, "3,Nummer 3,2,Nummer 2,20.00,20.00"));
}

TEST_CASE("a post that was booked without a budget has no row among budgets") {
  const Office office;
  office.write("gb.csv", "Rekening;Saldo\n41;290,50\n42;70\n43;5\n");
  office.write("plan/koppelingen.toml",
               swapped(regels, last_regel,
                       "  { sleutel = \"43\", project = \"1\", naam = \"Claim\", kant = \"lasten\", toelichting = "
                       "\"vonnis\" },\n" +
                           last_regel));
  const Run closed = office.close_gb({"--write"});
  INFO(closed.err);
  REQUIRE(closed.code == 0);
  const std::vector<std::vector<std::string>> commands{{"table", "--by", "post"}, {"project", "1"}};
  for (const std::vector<std::string>& command : commands) {
    std::vector<std::string> arguments = command;
    arguments.insert(arguments.begin() + 1, office.file("plan"));
    CHECK(has(run_saldo(arguments).out, "Claim"));
    arguments.insert(arguments.end(), {"--standing", "actueel"});
    const Run budget = run_saldo(arguments);
    CHECK(budget.code == 0);
    CHECK_FALSE(has(budget.out, "Claim"));
  }
}

TEST_CASE("a job is not told of rules that only a file with bookings can break") {
  const Office office;
  const Run run = run_saldo({"check", office.file("plan"), "--format", "junit"});
  for (const char* rule : {"realisatie-getal", "koppeling-ongebruikt", "koppeling-gewijzigd", "afsluiting-bron"}) {
    INFO(rule);
    CHECK_FALSE(has(run.out, "<testsuite name=\"" + std::string(rule) + "\""));
  }
  for (const char* rule : {"koppeling-overschaduwd", "afsluiting-volgorde", "overheveling-dubbel"})
    CHECK(has(run.out, "<testsuite name=\"" + std::string(rule) + "\""));
}
