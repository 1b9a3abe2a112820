// saldo import: what it shows, what it asks, and the plan it makes, which prints the table back.
#include "cli/import/import.h"

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <map>
#include <nlohmann/json.hpp>
#include <stdexcept>
#include <utility>

#include "intake/csv.h"
#include "intake/overzicht/as_plan.h"
#include "support/catch.h"
#include "support/support.h"
#include "support/workbook.h"

namespace fs = std::filesystem;

namespace {

const std::string example = SALDO_SOURCE_DIR "/examples/import/overzicht.csv";

// A folder with a table, and what is made of it.
struct Desk {
  explicit Desk(const std::string& csv) : folder({{"in.csv", csv}}) {}
  Run import(const std::vector<std::string>& more = {}) const {
    std::vector<std::string> arguments{"import", folder.file("in.csv")};
    arguments.insert(arguments.end(), more.begin(), more.end());
    return run_saldo(arguments);
  }
  std::string file(const std::string& name) const { return folder.file(name); }
  TempPlan folder;
};

// What `saldo table` says in csv of the plan that is made of what it said of this one.
std::string printed_back(const std::string& plan, const std::vector<std::string>& more, const std::string& first) {
  const Desk desk(first);
  const Run made = desk.import({"-o", desk.file("plan")});
  INFO(plan << "\n" << made.err);
  CHECK(made.code == 0);
  std::vector<std::string> arguments{"table", desk.file("plan"), "--format", "csv"};
  arguments.insert(arguments.end(), more.begin(), more.end());
  return run_saldo(arguments).out;
}

// A cell of text, of which the style says how far it is moved.
std::string text_cell(const std::string& text, int style = 0) {
  return "<c s=\"" + std::to_string(style) + "\" t=\"inlineStr\"><is><t>" + text + "</t></is></c>";
}

std::string number_cell(const std::string& number) { return "<c><v>" + number + "</v></c>"; }

// The plan that is made of a workbook, without the spaces that line up its columns.
std::string plan_of_workbook(const std::string& bytes, const std::string& name) {
  const TempPlan folder(std::map<std::string, std::string>{{name, bytes}});
  const Run made = run_saldo({"import", folder.file(name), "-o", folder.file("plan")});
  INFO(made.out << made.err);
  CHECK(made.code == 0);
  std::string plan = read_text(folder.file("plan/plan.toml")) + read_text(folder.file("plan/projecten.toml"));
  const auto both_spaces = [](char a, char b) { return a == ' ' && b == ' '; };
  plan.erase(std::unique(plan.begin(), plan.end(), both_spaces), plan.end());
  return plan;
}

}  // namespace

TEST_CASE("the example of an import is read whole, and nothing is written") {
  const Run run = run_saldo({"import", example});
  CHECK(run.code == 0);
  CHECK(run.out.find("bedragen x") == std::string::npos);
  CHECK(run.out.find("Bedragen x € 1.000") != std::string::npos);
  CHECK(run.out.find("{ nr = \"2.10\"") != std::string::npos);
  CHECK(run.out.find("de lasten van 1.1, 1.2, 2.1 groeien elk jaar 2,5%") != std::string::npos);
  CHECK(run.err == "nothing was written; -o FOLDER makes the plan\n");
}

TEST_CASE("the plan of the example prints the table back, and its totals hold") {
  const Desk desk(read_text(example));
  CHECK(desk.import({"-o", desk.file("plan")}).code == 0);
  const Run check = run_saldo({"check", desk.file("plan")});
  CHECK(check.code == 0);
  CHECK(check.out.find("error") == std::string::npos);
  const std::string table = run_saldo({"table", desk.file("plan"), "--by", "project", "--format", "csv"}).out;
  CHECK(table.find("2.10,Inburgering,,845000.00,845000.00,0.00") != std::string::npos);
  CHECK(table.find("2,Sociaal domein,,21895000.00,2280000.00,-19615000.00") != std::string::npos);
  CHECK(table.find("1.1,Raad en college,,1240000.00,35000.00,-1205000.00") != std::string::npos);
  CHECK(fs::exists(desk.file("plan/import/in.kaart.toml")));
  // The map is no part of the plan; whatever else lies beside it is.
  std::ofstream(desk.file("plan/import/later.toml")) << "[[project]]\nnr = \"9.9\"\nnaam = \"Later\"\n"
                                                        "programmalijn = \"1\"\nlasten = { 2026 = 5 }\n";
  const std::string more = run_saldo({"table", desk.file("plan"), "--by", "project", "--format", "csv"}).out;
  CHECK(more.find("9.9,Later") != std::string::npos);
}

TEST_CASE("saldo table prints back what was imported of what it printed") {
  const std::string examples = SALDO_SOURCE_DIR "/examples/tabellen/";
  for (const char* name : {"01-programmabegroting", "02-programmaboom", "03-reserves", "04-structureel-incidenteel",
                           "05-verloop-van-wijzigingen", "06-standen-naast-elkaar", "07-in-duizenden",
                           "08-investeringskredieten", "09-subsidie-van-kosten", "10-financiers",
                           "11-interne-doorbelasting", "12-grondexploitatie", "13-besteding-specifieke-uitkering"}) {
    const std::string plan = examples + name + ".toml";
    const std::string first = run_saldo({"table", plan, "--format", "csv"}).out;
    CHECK(printed_back(name, {}, first) == first);
  }
  for (const std::string& plan :
       {examples + "02-programmaboom.toml", std::string(SALDO_SOURCE_DIR "/data/achterhoek-2025-2028")}) {
    const std::string first = run_saldo({"table", plan, "--by", "project", "--format", "csv"}).out;
    CHECK(printed_back(plan, {"--by", "project"}, first) == first);
  }
}

TEST_CASE("a table that is imported twice gives the same bytes") {
  const Desk desk(read_text(example));
  CHECK(desk.import({"-o", desk.file("a")}).code == 0);
  CHECK(desk.import({"-o", desk.file("b")}).code == 0);
  for (const char* name : {"plan.toml", "projecten.toml", "import/in.kaart.toml"})
    CHECK(read_text(desk.file(std::string("a/") + name)) == read_text(desk.file(std::string("b/") + name)));
}

TEST_CASE("a question that is open stops the import, and the map answers it") {
  const Desk desk("nr;naam;lasten 2026;dekking\n1;Wonen;1.250,50;reserve\n2;Werk;900;reserve\n3;Samen;2.150,50;-\n");
  const Run open = desk.import({"-o", desk.file("plan")});
  CHECK(open.code == 2);
  CHECK(open.err.find("what stands under `dekking` is not known [import-kolom]") != std::string::npos);
  CHECK(open.err.find("nothing is written while questions are open\n") != std::string::npos);
  CHECK_FALSE(fs::exists(desk.file("plan")));
  const TempPlan maps(std::map<std::string, std::string>{
      {"kaart.toml",
       "versie = 1\n[kolom]\ndekking = { soort = \"overslaan\", reden = \"geen bedrag\" }\n[rij]\n4 = "
       "\"totaal\"\n"}});
  const Run made = desk.import({"--map", maps.file("kaart.toml"), "-o", desk.file("plan")});
  INFO(made.err);
  CHECK(made.code == 0);
  CHECK(read_text(desk.file("plan/import/in.kaart.toml")) == read_text(maps.file("kaart.toml")));
  const std::string table = run_saldo({"table", desk.file("plan"), "--format", "csv"}).out;
  CHECK(table.find("2150.50") != std::string::npos);
}

TEST_CASE("the map that is written says the same when it is read") {
  const Desk desk(read_text(example));
  CHECK(desk.import({"--write-map", desk.file("kaart.toml")}).code == 0);
  const Run again = desk.import({"--map", desk.file("kaart.toml"), "--write-map", desk.file("weer.toml")});
  INFO(again.err);
  CHECK(again.code == 0);
  CHECK(read_text(desk.file("weer.toml")) == read_text(desk.file("kaart.toml")));
}

TEST_CASE("a line of a map that finds nothing, or means nothing, is told") {
  const Desk desk("nr;naam;lasten 2026\n1;Wonen;1.250,50\n");
  const TempPlan maps(std::map<std::string, std::string>{
      {"kaart.toml", "versie = 1\n[kolom]\nZ = \"lasten\"\n[rij]\n9 = \"totaal\"\n2 = \"kadootje\"\n"}});
  const Run run = desk.import({"--map", maps.file("kaart.toml")});
  CHECK(run.code == 2);
  CHECK(run.err.find("the table has no column `Z`") != std::string::npos);
  CHECK(run.err.find("the table has no row 9") != std::string::npos);
  CHECK(run.err.find("`kadootje` means nothing here") != std::string::npos);
}

TEST_CASE("every row of the source stands in json with what became of it") {
  const Run run = run_saldo({"import", example, "--format", "json"});
  CHECK(run.code == 0);
  const auto root = nlohmann::json::parse(run.out);
  std::size_t rows = 0;
  for (const auto& table : root.at("tables"))
    if (table.at("id") == "rijen") rows = table.at("rows").size();
  CHECK(rows == 15);
}

TEST_CASE("a csv in the letters of an old Windows is read, and the word that showed it is told") {
  const Desk desk("nr;naam;lasten 2026\n1;Financi\xEBn;1.250,50\n");
  const Run run = desk.import();
  CHECK(run.code == 0);
  CHECK(run.out.find("windows-1252") != std::string::npos);
  CHECK(run.out.find("Financiën") != std::string::npos);
  const Run wrong = desk.import({"--encoding", "utf-8"});
  CHECK(wrong.code == 2);
  CHECK(wrong.err.find("[import-codering]") != std::string::npos);
}

TEST_CASE("the unicode text of Excel is read") {
  std::string wide = "\xFF\xFE";
  for (const char c : std::string("nr\tnaam\tlasten 2026\r\n1\tWonen\t12,50\r\n")) wide += std::string{c, '\0'};
  const Run run = Desk(wide).import();
  INFO(run.err);
  CHECK(run.code == 0);
  CHECK(run.out.find("utf-16") != std::string::npos);
}

TEST_CASE("only the range that was asked is read") {
  const Desk desk("x;y;z\nnr;naam;lasten 2026\n1;Wonen;12,50\nrommel;1;2\n");
  CHECK(desk.import({"--range", "A2:C3"}).code == 0);
  CHECK(desk.import({"--range", "C3:A2"}).code == 2);
}

TEST_CASE("a folder that is there stays as it is") {
  const Desk desk(read_text(example));
  CHECK(desk.import({"-o", desk.folder.path()}).code == 2);
}

TEST_CASE("a table that LibreOffice saved as a workbook makes the same plan") {
  if (!have("soffice")) SKIP("soffice is not installed");
  const Desk desk(read_text(example));
  CHECK(desk.import({"-o", desk.file("plan")}).code == 0);
  for (const std::string kind : {"xlsx", "ods"}) {
    INFO(kind);
    // Numbers as Dutch ones: 1043 is the locale; of the codes the first column is text.
    shell_prints("cd '" + desk.folder.path() + "' && soffice -env:UserInstallation=file://" + desk.folder.path() +
                 "/profile --headless --infilter='CSV:59,34,76,1,1/2,1043' --convert-to " + kind + " in.csv 2>&1");
    const Run made = run_saldo({"import", desk.file("in." + kind), "-o", desk.file(kind)});
    INFO(made.err);
    CHECK(made.code == 0);
    for (const char* by : {"programmalijn", "project"})
      CHECK(run_saldo({"table", desk.file(kind), "--by", by, "--format", "csv"}).out ==
            run_saldo({"table", desk.file("plan"), "--by", by, "--format", "csv"}).out);
  }
}

TEST_CASE("what to type next stands as a shell takes it") {
  const Desk desk(read_text(example));
  const Run run = desk.import({"-o", desk.file("een plan")});
  CHECK(run.code == 0);
  CHECK(run.err.find("`saldo check '" + desk.file("een plan") + "'`") != std::string::npos);
}

TEST_CASE("a sheet that saldo made to be filled in has the amounts of a Dutch spreadsheet") {
  const std::string rows = "programmalijn;1;Werk;;\nproject;1.1;Banen;;\npost;;Huur;1.250;\n";
  const Desk desk("Soort;Nr;Naam;Lasten 2026;Baten 2026\n" + rows);
  const Run run = desk.import({"-o", desk.file("plan")});
  INFO(run.err);
  CHECK(run.code == 0);
  CHECK(read_text(desk.file("plan/projecten.toml")).find("1_250") != std::string::npos);
  CHECK(Desk("Nr;Naam;Lasten 2026\n1;Huur;1.250\n").import().code == 2);
}

TEST_CASE("a range is the same in small letters") {
  const Desk desk(read_text(example));
  const Run large = desk.import({"--range", "A3:D9"}), small = desk.import({"--range", "$a$3:d9"});
  CHECK(large.out == small.out);
  CHECK(large.code == small.code);
}

TEST_CASE("the reason of the map stands with the row it leaves out") {
  const Desk desk("nr;naam;lasten 2026\n1;Wonen;1\n2;Werk;2\n");
  const TempPlan maps(std::map<std::string, std::string>{
      {"kaart.toml",
       "versie = 1\n[rij]\n3 = { soort = \"overslaan\", reden = \"deze rij staat al in een andere tabel\" }\n"}});
  const Run run = desk.import({"--map", maps.file("kaart.toml"), "--table", "rijen", "--format", "csv"});
  CHECK(run.code == 0);
  CHECK(run.out.find("deze rij staat al in een andere tabel") != std::string::npos);
}

TEST_CASE("a statement of reserves of which the totals above are not its reserves is no plan of reserves") {
  const std::string plan = SALDO_SOURCE_DIR "/examples/tabellen/03-reserves.toml";
  std::string csv = run_saldo({"table", plan, "--format", "csv"}).out;
  csv.replace(csv.find("1470000.00"), 10, "1470001.00");
  const Run one_total = Desk(csv).import();
  CHECK(one_total.err.find("`Saldo van baten en lasten` is printed as 1.470.001") != std::string::npos);
  CHECK(one_total.out.find("soort = \"reserve\"") != std::string::npos);
  const std::size_t reserve = csv.find("\nR3,");
  csv.replace(csv.find("100000.00", reserve), 9, "100001.00");
  CHECK(Desk(csv).import().out.find("soort = \"reserve\"") == std::string::npos);
}

TEST_CASE("names of a workbook that stand further to the right are under what stands above them") {
  const std::string head = "<row>" + text_cell("Naam") + text_cell("Lasten 2026") + "</row>";
  const auto row = [](const std::string& name, int indent, const std::string& amount) {
    return "<row>" + text_cell(name, indent) + (amount.empty() ? "" : number_cell(amount)) + "</row>";
  };
  const auto sheet = [&](const std::string& of_wonen) {
    return xlsx_of({{"Blad1", head + row("Ruimte", 0, "") + row("Wonen", 1, of_wonen) + row("Huur", 2, "10") +
                                  row("Bouw", 2, "20") + row("Wegen", 1, "5") + row("Zorg", 0, "") +
                                  row("Jeugd", 1, "7") + row("Totaal", 0, "42")}},
                   {">1", ">2"});
  };
  const std::string plan = plan_of_workbook(sheet("30"), "in.xlsx");
  CHECK(plan.find("{ id = \"wonen\", naam = \"Wonen\", onder = \"ruimte\"") != std::string::npos);
  CHECK(plan.find("naam = \"Bouw\", programmalijn = \"wonen\"") != std::string::npos);
  CHECK(plan.find("naam = \"Wegen\", programmalijn = \"ruimte\"") != std::string::npos);
  CHECK(plan.find("naam = \"Jeugd\", programmalijn = \"zorg\"") != std::string::npos);
  // Where amounts say something else, how far a name stands to the right is only how it looks.
  const TempPlan other(std::map<std::string, std::string>{{"in.xlsx", sheet("31")}});
  CHECK(run_saldo({"import", other.file("in.xlsx")}).out.find("onder = \"ruimte\"") == std::string::npos);
}

TEST_CASE("names of an ods that stand further to the right are under what stands above them") {
  const auto row = [](const std::string& style, const std::string& name, const std::string& amount) {
    return "<table:table-row><table:table-cell" + (style.empty() ? "" : " table:style-name=\"" + style + "\"") +
           " office:value-type=\"string\"><text:p>" + name + "</text:p></table:table-cell>" +
           (amount.empty() ? ""
                           : "<table:table-cell office:value-type=\"float\" office:value=\"" + amount + "\"><text:p>" +
                                 amount + "</text:p></table:table-cell>") +
           "</table:table-row>";
  };
  const std::string head =
      "<table:table-row><table:table-cell office:value-type=\"string\"><text:p>Naam</text:p></table:table-cell>"
      "<table:table-cell office:value-type=\"string\"><text:p>Lasten 2026</text:p></table:table-cell>"
      "</table:table-row>";
  const auto style = [](const std::string& name, const std::string& length) {
    return "<style:style style:name=\"" + name +
           "\" style:family=\"table-cell\"><style:paragraph-properties "
           "margin-left=\"" +
           length + "\"/></style:style>";
  };
  const std::string plan = plan_of_workbook(
      ods_of("<table:table table:name=\"Blad1\"><table:table-column table:default-cell-style-name=\"een\"/>" + head +
                 row("nul", "Ruimte", "") + row("", "Wonen", "") + row("twee", "Huur", "10") + row("nul", "Zorg", "") +
                 row("", "Jeugd", "7") + "</table:table>",
             style("nul", "0cm") + style("een", "0.353cm") + style("twee", "0.278in")),
      "in.ods");
  CHECK(plan.find("{ id = \"wonen\", naam = \"Wonen\", onder = \"ruimte\"") != std::string::npos);
  CHECK(plan.find("naam = \"Huur\", programmalijn = \"wonen\"") != std::string::npos);
  CHECK(plan.find("naam = \"Jeugd\", programmalijn = \"zorg\"") != std::string::npos);
}

TEST_CASE("the formula of a cell stands as a comment with what it came to") {
  const std::string plan = plan_of_workbook(
      xlsx_of("<row>" + text_cell("Naam") + text_cell("Lasten 2026") + "</row><row>" + text_cell("Huur") +
              "<c><f>100*1.5</f><v>150</v></c></row><row>" + text_cell("Loon") + number_cell("7") + "</row>"),
      "in.xlsx");
  CHECK(plan.find("# lasten 2026: =100*1.5") != std::string::npos);
  CHECK(plan.find("2026 = 150") != std::string::npos);
  CHECK(plan.find('#') == plan.rfind('#'));
}

TEST_CASE("a plan that does not come to what its rows come to is a fault of saldo") {
  saldo::Findings findings;
  const auto sheet =
      saldo::read_csv(saldo::FileId{}, "nr;naam;lasten 2026;lasten 2027\n1;Wonen;1;5\n2;Werk;2;6\n", ';', 0, findings);
  REQUIRE(sheet);
  const saldo::Overzicht table = saldo::read_overzicht(*sheet, {}, findings);
  saldo::NewPlan plan = saldo::as_plan(*sheet, table, {"Begroting", "in.csv"});
  CHECK_NOTHROW(saldo::prove_amounts(table, plan));
  // What is lost in one year and doubled in another is the same together, and not per year.
  std::swap(plan.projects[0].amounts.lasten[0], plan.projects[0].amounts.lasten[1]);
  CHECK_THROWS_AS(saldo::prove_amounts(table, plan), std::logic_error);
  std::swap(plan.projects[0].amounts.lasten[0], plan.projects[0].amounts.lasten[1]);
  plan.projects.pop_back();
  CHECK_THROWS_AS(saldo::prove_amounts(table, plan), std::logic_error);
}

TEST_CASE("a kept map reads rows above their parts as sums again") {
  const Desk desk("nr;naam;lasten 2026\n1;Wonen;30\n1.1;Huur;10\n1.2;Bouw;20\n2;Werk;5\n2.1;Loon;5\n;Totaal;35\n");
  CHECK(desk.import({"-o", desk.file("a"), "--write-map", desk.file("kaart.toml")}).code == 0);
  CHECK(read_text(desk.file("kaart.toml")).find("2 = \"subtotaal\"") != std::string::npos);
  const Run again = desk.import({"-o", desk.file("b"), "--map", desk.file("kaart.toml")});
  INFO(again.err);
  CHECK(again.code == 0);
  for (const char* name : {"plan.toml", "projecten.toml"})
    CHECK(read_text(desk.file(std::string("a/") + name)) == read_text(desk.file(std::string("b/") + name)));
}

TEST_CASE("a post of which a sheet says only its number is called by that") {
  const Desk desk("soort;nr;naam;lasten 2026\nprogrammalijn;1;Werk;\nproject;1.1;Banen;\npost;5;;10\n");
  const Run run = desk.import({"-o", desk.file("plan")});
  INFO(run.err);
  CHECK(run.code == 0);
  const std::string table = run_saldo({"table", desk.file("plan"), "--by", "post", "--format", "csv"}).out;
  INFO(table);
  CHECK(table.find("\n5,5,") != std::string::npos);
}
