// saldo init: what it makes is a plan without findings, whatever is asked; and what it refuses.
#include <algorithm>
#include <filesystem>
#include <fstream>

#include "intake/csv.h"
#include "intake/decode.h"
#include "intake/workbook/workbook.h"
#include "plan/load.h"
#include "support/catch.h"
#include "support/support.h"

namespace fs = std::filesystem;

namespace {

// An empty folder, in which a plan is made.
struct Desk {
  Run init(const std::vector<std::string>& more, const std::string& name = "plan") const {
    std::vector<std::string> words{"init", file(name)};
    words.insert(words.end(), more.begin(), more.end());
    return run_saldo(words);
  }
  std::string file(const std::string& name) const { return folder.file(name); }
  std::string text(const std::string& name) const { return read_text(file(name)); }
  void write(const std::string& name, const std::string& text) const { std::ofstream(file(name)) << text; }
  bool is_empty() const { return fs::is_empty(folder.folder); }

  TempPlan folder{{}};
};

const std::vector<std::string> four_years = {"--years", "2026-2029"};

std::vector<std::string> with(std::vector<std::string> words, const std::vector<std::string>& more) {
  words.insert(words.end(), more.begin(), more.end());
  return words;
}

void check_fine(const std::string& plan) {
  const Run run = run_saldo({"check", plan, "--strict"});
  INFO(run.out << run.err);
  CHECK(run.code == 0);
  CHECK(has(run.out + run.err, "no findings"));
}

// All cells of a row behind each other.
std::string told_row(const saldo::Sheet& sheet, std::size_t row) {
  std::string line;
  for (const saldo::SheetCell& cell : sheet.row(row))
    line += (line.empty() ? "" : "|") +
            std::string(sheet.formula(cell).empty() ? cell.text : "=" + std::string(sheet.formula(cell)));
  return line;
}

std::vector<saldo::Sheet> sheets_of(const std::string& bytes) {
  saldo::Findings findings;
  std::vector<std::string> files = {"invulblad.xlsx"};
  auto sheets = saldo::read_workbook(bytes, saldo::FileId{0}, files, findings);
  REQUIRE(findings.empty());
  return std::move(*sheets);
}

}  // namespace

TEST_CASE("a new plan has no findings, whatever it starts with and however long it is") {
  for (const char* example : {"leeg", "klein", "overdrachten", "regio"})
    for (const char* years : {"2026-2028", "2026-2029", "2030-2045"})
      for (const char* language : {"nl", "en"}) {
        INFO(example << ' ' << years << ' ' << language);
        const Desk desk;
        const Run run = desk.init({"--years", years, "--with", example, "--lang", language});
        CHECK(run.code == 0);
        CHECK(run.err == "");
        check_fine(desk.file("plan"));
        CHECK(run_saldo({"project", desk.file("plan"), "1.1"}).code == 0);
        for (const fs::directory_entry& entry : fs::recursive_directory_iterator(desk.file("plan"))) {
          if (!entry.is_regular_file()) continue;
          const std::string text = read_text(entry.path().string());
          CHECK_FALSE(has(text, "||"));
          CHECK((!has(text, "@") || has(text, "actions/checkout@")));
        }
      }
}

TEST_CASE("each key of [plan] is explained on its own line, and switched on it is a plan still") {
  const Desk desk;
  REQUIRE(desk.init({"--years", "2026-2029", "--lang", "nl"}).code == 0);
  const std::string text = desk.text("plan/plan.toml");
  for (const char* key :
       {"naam = ", "eerste_jaar = ", "laatste_jaar = ", "# eenheid = ", "# begrotingsjaar = ",
        "# investeringsbudget = ", "# afronding = ", "# evenwicht = ", "# soort = ", "# controle = "}) {
    INFO(key);
    const std::size_t at = text.find('\n' + std::string(key));
    REQUIRE(at != std::string::npos);
    const std::string line = text.substr(at + 1, text.find('\n', at + 1) - at - 1);
    CHECK(line.find(" # ") != std::string::npos);
  }
  CHECK(has(text, "# Naam van het plan."));
  CHECK(has(text, "# [index] "));
  CHECK(has(text, "# [[begrotingswijziging]] "));
  desk.write("plan/plan.toml", std::string(text).replace(text.find("# eenheid"), 2, ""));
  CHECK(run_saldo({"table", desk.file("plan")}).code == 0);
}

TEST_CASE("a plan of names has them in the order of the file") {
  const Desk desk;
  desk.write("namen.csv",
             "Nr;Naam\r\n1;Werk\r\n1.2;\"Taal; \"\"huis\"\"\"\r\n1.10;Mobiliteit\r\n1.3;Advies\r\n2;Overig\r\n");
  const Run run = desk.init(with(four_years, {"--lines", desk.file("namen.csv"), "--name", "Plan \"A\""}));
  INFO(run.err);
  REQUIRE(run.code == 0);
  check_fine(desk.file("plan"));
  const saldo::LoadedPlan loaded = load_actueel(desk.file("plan"));
  CHECK(loaded.plan.naam == "Plan \"A\"");
  REQUIRE(loaded.plan.lines.size() == 1);
  CHECK(loaded.plan.lines[0].naam == "Werk");
  std::vector<std::string> names;
  for (const saldo::Project& project : loaded.plan.projects) names.push_back(project.nr + ' ' + project.naam);
  CHECK(names == std::vector<std::string>{"1.2 Taal; \"huis\"", "1.10 Mobiliteit", "1.3 Advies", "2 Overig"});
  CHECK(has(run.out, "saldo project " + desk.file("plan") + " 1.2\n"));
}

TEST_CASE("all that is wrong with a file of names is told at its place, and nothing is made") {
  const Desk desk;
  desk.write("namen.csv", "1;Werk\n1;Weer\n;x\n3\n4;a\u200Bb\n");
  const Run run = desk.init(with(four_years, {"--lines", desk.file("namen.csv")}));
  CHECK(run.code == 2);
  CHECK(has(run.err, "namen.csv:2:1: error: there is a 1 already, on line 1 [dubbel-nr]"));
  CHECK(has(run.err, "namen.csv:3:1: error: this row has no nr [ontbrekende-sleutel]"));
  CHECK(has(run.err, "namen.csv:4:1: error: 3 has no naam [ontbrekende-sleutel]"));
  CHECK(has(run.err, "namen.csv:5:3: error: in this text stands a mark that nobody sees [naam-teken]"));
  CHECK_FALSE(fs::exists(desk.file("plan")));
  desk.write("leeg.csv", "nr;naam\n");
  CHECK(has(desk.init(with(four_years, {"--lines", desk.file("leeg.csv")})).err, "no nr and naam"));
  CHECK(has(desk.init(with(four_years, {"--lines", desk.file("geen.csv")})).err, "geen.csv"));
  CHECK_FALSE(fs::exists(desk.file("plan")));
}

TEST_CASE("what init cannot make is told in a line, and nothing is left") {
  const Desk desk;
  const auto refuses = [&](const std::vector<std::string>& words, const std::string& because) {
    const Run run = desk.init(words);
    INFO(run.err);
    CHECK(run.code == 2);
    CHECK(has(run.err, because));
    CHECK(run.out == "");
    CHECK(desk.is_empty());
  };
  refuses({}, "which years?");
  refuses({"--years", "2029-2026"}, "write 2026-2029");
  refuses({"--years", "26-29"}, "write the first and the last year");
  refuses({"--years", "2026-2126"}, "at most a hundred years");
  refuses({"--years", "2026-2027", "--with", "klein"}, "takes 3 years or more");
  refuses(with(four_years, {"--name", "  "}), "a plan has a name");
  refuses(with(four_years, {"--name", "a\u202Eb"}), "a mark that nobody sees");
  refuses(with(four_years, {"--name", "a\xff"}), "not UTF-8");
  refuses(with(four_years, {"--with", "groot"}), "is not one of");
  refuses(with(four_years, {"--with", "klein", "--lines", "x.csv"}), "do not go together");
  refuses(with(four_years, {"--sheet", "../x.csv"}), "write only its name");
  refuses(with(four_years, {"--sheet", "x.xls"}), "ends in .xlsx");
}

TEST_CASE("a place where no folder can come is refused, and an empty folder is taken") {
  const Desk desk;
  desk.write("bestand", "x");
  CHECK(has(desk.init(four_years, "bestand").err, "is no folder"));
  CHECK(has(desk.init(four_years, "bestand/plan").err, "cannot make"));
  CHECK(has(desk.init(four_years, "weg/plan").err, "is not there"));
  CHECK_FALSE(fs::exists(desk.file("weg")));
  fs::create_directories(desk.file("vol"));
  desk.write("vol/.verborgen", "x");
  CHECK(has(desk.init(four_years, "vol").err, "not empty"));
  CHECK(std::distance(fs::directory_iterator(desk.file("vol")), {}) == 1);
  fs::create_directories(desk.file("leeg"));
  CHECK(desk.init(four_years, "leeg/").code == 0);
  check_fine(desk.file("leeg"));
  fs::create_directories(desk.file("hier"));
  fs::create_directory_symlink("hier", desk.file("link"));
  CHECK(desk.init(four_years, "link").code == 0);
  CHECK(fs::is_symlink(desk.file("link")));
  check_fine(desk.file("hier"));
  fs::create_directories(desk.file("binnen"));
  const InFolder in(desk.file("binnen"));
  CHECK(has(run_saldo({"init", ".", "--years", "2026"}).err, "you are in it"));
}

TEST_CASE("the sheet to fill in has heads that tell side and year, and sums over the rows below") {
  const Desk desk;
  desk.write("namen.csv", "1;Werk\n1.1;Advies\n1.2;\"Taal;huis\"\n2;Los\n");
  const std::vector<std::string> words = {"--years", "2026-2027", "--lines", desk.file("namen.csv"), "--sheet"};
  REQUIRE(desk.init(with(words, {"blad.csv"}), "a").code == 0);
  const std::string csv = desk.text("a/blad.csv");
  CHECK(
      csv.starts_with("\uFEFFSoort;Nr;Naam;Lasten 2026;Baten 2026;Lasten 2027;Baten 2027\r\nproject;=\"2\";Los;;;;\r\n"
                      "post;;;;;;\r\n"));
  CHECK(has(csv, "\r\nprogrammalijn;=\"1\";Werk;;;;\r\nproject;=\"1.1\";Advies;;;;\r\npost;;;;;;\r\n"));
  CHECK(has(csv, "\r\nproject;=\"1.2\";\"Taal;huis\";;;;\r\n"));
  check_fine(desk.file("a"));
  const Run run = desk.init(with(words, {"blad.xlsx"}), "b");
  if (run.code != 0) SKIP(run.err.substr(0, run.err.find('\n')));
  const std::vector<saldo::Sheet> sheets = sheets_of(desk.text("b/blad.xlsx"));
  REQUIRE(sheets.size() == 1);
  std::vector<std::string> rows;
  for (std::size_t row = 0; row < sheets[0].rows(); ++row) rows.push_back(told_row(sheets[0], row));
  REQUIRE(rows.size() == 32);
  CHECK(rows[2] == "Soort|Nr|Naam|Lasten 2026|Baten 2026|Lasten 2027|Baten 2027");
  CHECK(rows[3] == "project|2|Los|=SUM(D5:D12)|=SUM(E5:E12)|=SUM(F5:F12)|=SUM(G5:G12)");
  CHECK(rows[4] == "post||||||");
  CHECK(rows[12] == "programmalijn|1|Werk|=SUM(D14,D23)|=SUM(E14,E23)|=SUM(F14,F23)|=SUM(G14,G23)");
  CHECK(rows[13] == "project|1.1|Advies|=SUM(D15:D22)|=SUM(E15:E22)|=SUM(F15:F22)|=SUM(G15:G22)");
  CHECK(rows[31] == "Totaal|=SUM(D4,D13)|=SUM(E4,E13)|=SUM(F4,F13)|=SUM(G4,G13)");
  const Run empty = run_saldo({"import", desk.file("b/blad.xlsx")});
  CHECK(empty.code == 0);
  CHECK_FALSE(has(empty.out, "= 0"));  // what is not filled in is nothing
  REQUIRE(desk.init(with(words, {"blad.xlsx"}), "c").code == 0);
  CHECK(desk.text("b/blad.xlsx") == desk.text("c/blad.xlsx"));
}

TEST_CASE("the sheet to fill in as an ods has the same rows, and import reads it") {
  const Desk desk;
  desk.write("namen.csv", "1;Werk\n1.1;Advies\n2;Los\n");
  const std::vector<std::string> words = {"--years", "2026-2027", "--lines", desk.file("namen.csv"), "--sheet"};
  REQUIRE(desk.init(with(words, {"blad.ods"}), "a").code == 0);
  const std::vector<saldo::Sheet> sheets = sheets_of(desk.text("a/blad.ods"));
  REQUIRE(sheets.size() == 1);
  REQUIRE(sheets[0].rows() == 23);
  CHECK(told_row(sheets[0], 2) == "Soort|Nr|Naam|Lasten 2026|Baten 2026|Lasten 2027|Baten 2027");
  CHECK(told_row(sheets[0], 3).starts_with("project|2|Los|=SUM([.D5:.D12])|"));
  CHECK(told_row(sheets[0], 12).starts_with("programmalijn|1|Werk|=SUM([.D14])|"));
  CHECK(told_row(sheets[0], 22).starts_with("Totaal|=SUM([.D4];[.D13])|"));
  const Run empty = run_saldo({"import", desk.file("a/blad.ods")});
  CHECK(empty.code == 0);
  CHECK_FALSE(has(empty.out, "= 0"));  // what is not filled in is nothing
  REQUIRE(desk.init(with(words, {"blad.ods"}), "b").code == 0);
  CHECK(desk.text("a/blad.ods") == desk.text("b/blad.ods"));
}

TEST_CASE("a sheet that is filled in is a plan, without a word about what stands where") {
  const Desk desk;
  desk.write("namen.csv", "1;Werk\n1.1;Advies\n2;Los\n");
  const std::vector<std::string> words = {"--years", "2026-2027", "--lines", desk.file("namen.csv"), "--sheet"};
  REQUIRE(desk.init(with(words, {"blad.csv"}), "a").code == 0);
  std::string csv = desk.text("a/blad.csv");
  const auto fill = [&csv](const std::string& behind, const std::string& row) {
    const std::size_t at = csv.find("post;;;;;;", csv.find(behind));
    REQUIRE(at != std::string::npos);
    csv.replace(at, 10, row);
  };
  fill(";Advies", "post;;Loonkosten;1.250,50;;1.300,00;");
  fill(";Advies", "post;;Subsidie;;900,00;;PM");
  fill(";Los", "post;7;Overig;-5,00;;;");
  desk.write("vol.csv", csv);
  const Run run = run_saldo({"import", desk.file("vol.csv"), "-o", desk.file("plan"), "--lang", "en"});
  INFO(run.out << run.err);
  REQUIRE(run.code == 0);
  CHECK(run_saldo({"table", desk.file("plan"), "--tidy", "--format", "csv", "--years", "2026"}).out ==
        "programmalijn,project,post,naam,jaar,baten,lasten\r\n,2,7,Overig,2026,,-5.00\r\n"
        "1,1.1,1,Loonkosten,2026,,1250.50\r\n1,1.1,2,Subsidie,2026,900.00,\r\n");
}

TEST_CASE("the job of a new plan runs what saldo knows") {
  const Desk desk;
  REQUIRE(desk.init(with(four_years, {"--ci", "github"}), "a").code == 0);
  CHECK(has(desk.text("a/.github/workflows/begroting.yml"), "saldo check . --format github"));
  REQUIRE(desk.init(with(four_years, {"--ci", "gitlab"}), "b").code == 0);
  CHECK(has(desk.text("b/.gitlab-ci.yml"), "saldo check . --format junit"));
  const InFolder in(desk.file("b"));
  CHECK(run_saldo({"check", ".", "--format", "junit"}).code == 0);
  CHECK(run_saldo({"check", ".", "--format", "github"}).code == 0);
}
