// What a published table says: its headings, unit, notation and signs, one fate for each row, and its own totals as the judge.
#include "intake/overzicht/overzicht.h"

#include <fmt/format.h>

#include "intake/csv.h"
#include "support/catch.h"
#include "support/support.h"

using namespace saldo;

namespace {

using Lines = std::vector<std::string>;

struct ReadTable {
  Sheet sheet;
  Overzicht overzicht;
  Findings findings;
};

ReadTable read_table(const std::string& text, const OverzichtAsked& asked = {}) {
  Findings findings;
  std::optional<Sheet> sheet = read_csv(FileId{}, text, ';', 0, findings);
  REQUIRE(sheet);
  ReadTable read{std::move(*sheet), {}, {}};
  read.overzicht = read_overzicht(read.sheet, asked, read.findings);
  return read;
}

std::string amount_text(Amount amount) {
  return amount.is_absent() ? "." : amount.is_pm() ? "PM" : to_plain(amount.counted());
}

// "post 3.1 Wegen (lasten) 100.00 .": of each row its fate, what it is, and its figures.
Lines rows_of(const std::string& text, const OverzichtAsked& asked = {}) {
  const ReadTable read = read_table(text, asked);
  Lines lines;
  for (std::size_t at = 0; at < read.overzicht.rows.size(); ++at) {
    const PrintedRow& row = read.overzicht.rows[at];
    std::string line(to_text(row.fate));
    for (const std::string_view part : {row.nr, row.naam}) line += part.empty() ? "" : " " + std::string(part);
    if (row.side == PrintedSide::lasten) line += " (lasten)";
    if (row.side == PrintedSide::baten) line += " (baten)";
    if (row.has_amounts)
      for (const Amount amount : read.overzicht.amounts_of(at)) line += " " + amount_text(amount);
    lines.push_back(line);
  }
  return lines;
}

// "4:1 3.00 from 1: 3.00", of row, figure, what is printed and what the rows from there come to.
Lines totals_of(const std::string& text, const OverzichtAsked& asked = {}) {
  Lines lines;
  for (const PrintedTotal& total : read_table(text, asked).overzicht.totals)
    lines.push_back(fmt::format("{}:{} {} from {}: {}", total.row, total.figure, to_plain(total.printed), total.first,
                                to_plain(total.computed)));
  return lines;
}

// "2:5 import-rij: this row has amounts and no name"
Lines findings_of(const std::string& text, const OverzichtAsked& asked = {}) {
  Lines lines;
  for (const Diagnostic& finding : read_table(text, asked).findings)
    lines.push_back(fmt::format("{}:{} {}: {}", finding.place.line, finding.place.column, info(finding.rule).id,
                                to_text(finding.message)));
  return lines;
}

OverzichtAsked lasten_asked() {
  OverzichtAsked asked;
  asked.bare = PrintedSide::lasten;
  return asked;
}

// The amount that one cell of a column of 2026 gives, beside one that shows the notation.
std::string cell_of(const std::string& written) {
  const Lines rows = rows_of("naam;lasten 2026\nEen;" + written + "\nTwee;1.234,56\n");
  return rows[1].find(' ', 8) == std::string::npos ? "." : rows[1].substr(rows[1].rfind(' ') + 1);
}

const std::string raadstabel =
    "Meerjarenbegroting;;;;;\n"
    "Alle bedragen x € 1.000;;;;;\n"
    "nr;omschrijving;2026;;2027;\n"
    ";;Lasten;Baten;Lasten;Baten\n"
    "3;Sociaal domein;;;;\n"
    "3.1;Wegwijs;1.250;-;PM;\n"
    "3.10;Taalhuis;12,5;0;13;n.v.t.\n"
    ";Totaal;1.262,5;0;13;\n"
    "* voorlopig;;;;;\n";

}  // namespace

TEST_CASE("a table of a council has a head of two rows, a unit and text for numbers") {
  CHECK(rows_of(raadstabel) == Lines{"toelichting Meerjarenbegroting", "toelichting Alle bedragen x € 1.000", "kop",
                                     "kop", "programmalijn 3 Sociaal domein", "project 3.1 Wegwijs 1250000.00 . PM .",
                                     "project 3.10 Taalhuis 12500.00 0.00 13000.00 .",
                                     "totaal Totaal 1262500.00 0.00 13000.00 .", "toelichting * voorlopig"});
  CHECK(totals_of(raadstabel) ==
        Lines{"7:0 1262500.00 from 4: 1262500.00", "7:1 0.00 from 4: 0.00", "7:2 13000.00 from 4: 13000.00"});
  CHECK(findings_of(raadstabel) == Lines{});
}

TEST_CASE("a total that is not what its rows come to is told, and stays a total") {
  const std::string text = "naam;lasten 2026\nEen;100\nTwee;200\nTotaal;301\n";
  CHECK(totals_of(text) == Lines{"3:0 301.00 from 0: 300.00"});
  CHECK(findings_of(text) ==
        Lines{"4:8 import-totaal: `Totaal` is printed as 301, and its rows come to 300: a difference of 1"});
}

TEST_CASE("a grand total covers what the totals before it cover") {
  const std::string text = "naam;2026\nEen;1\nTwee;2\nSubtotaal;3\nDrie;4\nSubtotaal;4\nTotaal;7\n";
  CHECK(totals_of(text, lasten_asked()) ==
        Lines{"3:0 3.00 from 0: 3.00", "5:0 4.00 from 4: 4.00", "6:0 7.00 from 0: 7.00"});
}

TEST_CASE("totals of headings inside headings look back as far as they have to") {
  const std::string text =
      "naam;lasten 2026\nWonen;\nHuur;\nEen;1\nTwee;2\nTotaal huur;3\nKoop;\nDrie;4\nTotaal koop;4\nTotaal wonen;7\n"
      "Werk;\nVier;5\nTotaal werk;5\nTotaal;12\n";
  CHECK(totals_of(text) == Lines{"5:0 3.00 from 2: 3.00", "8:0 4.00 from 6: 4.00", "9:0 7.00 from 1: 7.00",
                                 "12:0 5.00 from 10: 5.00", "13:0 12.00 from 0: 12.00"});
  CHECK(findings_of(text) == Lines{});
}

TEST_CASE("a number above its parts is their total") {
  const std::string text = "nr;naam;lasten 2026\n1;Wonen;30\n1.1;Een;10\n1.2;Twee;20\n2;Werk;5\n2.1;Drie;5\n";
  CHECK(rows_of(text)[1] == "subtotaal 1 Wonen 30.00");
  CHECK(totals_of(text) == Lines{"1:0 30.00 from 1: 30.00", "4:0 5.00 from 4: 5.00"});
}

TEST_CASE("rows without numbers are sums of those below them where the total of the table says so") {
  const std::string text = "naam;lasten 2026\nWonen;30\nEen;10\nTwee;20\nWerk;5\nDrie;5\nTotaal;35\n";
  CHECK(rows_of(text) == Lines{"kop", "subtotaal Wonen 30.00", "project Een 10.00", "project Twee 20.00",
                               "subtotaal Werk 5.00", "project Drie 5.00", "totaal Totaal 35.00"});
  // Two equal rows below each other are no sum when all rows are what the total says.
  CHECK(rows_of("naam;lasten 2026\nEen;5\nTwee;5\nTotaal;10\n")[1] == "project Een 5.00");
}

TEST_CASE("headings Lasten and Baten say the side of what is below them, and so do totals of what is above") {
  const std::string text =
      "naam;2026\nLasten;\nHuur;100\nTotaal lasten;100\nBaten;\nSubsidie;80\nTotaal baten;80\nSaldo;-20\n";
  CHECK(rows_of(text)[2] == "post Huur (lasten) 100.00");
  CHECK(rows_of(text)[5] == "post Subsidie (baten) 80.00");
  CHECK(findings_of(text) == Lines{});
  CHECK(rows_of("naam;2026\nHuur;100\nTotaal lasten;100\nSubsidie;80\nTotaal baten;80\nSaldo;20\n")[3] ==
        "post Subsidie (baten) 80.00");
  // Where both sides stand above it, a total is of the one that it says.
  const std::string both = "naam;2026\nLasten;\nHuur;100\nBaten;\nSubsidie;80\nTotaal lasten;100\nTotaal baten;80\n";
  CHECK(findings_of(both) == Lines{});
  CHECK(rows_of(both)[5] == "totaal Totaal lasten 100.00");
}

TEST_CASE("amounts of a table are read as people write them") {
  CHECK(cell_of("980-") == "-980.00");
  CHECK(cell_of("(980)") == "-980.00");
  CHECK(cell_of("−980") == "-980.00");
  CHECK(cell_of("1 250") == "1250.00");
  CHECK(cell_of("1.250,-") == "1250.00");
  CHECK(cell_of("€ 1.000,-") == "1000.00");
  CHECK(cell_of("p.m.") == "PM");
  CHECK(cell_of("-") == ".");
  CHECK(cell_of("n.v.t.") == ".");
  CHECK(cell_of("0") == "0.00");
}

TEST_CASE("nadelige lasten are lasten, and voordelige lower them") {
  CHECK(cell_of("N 300") == "300.00");
  CHECK(cell_of("300 V") == "-300.00");
  const std::string text =
      "programma;lasten 2026;baten 2026;saldo 2026\nWonen;300 N;100 V;200 N\nWerk;50 N;80 V;30 V\nTotaal;350 N;180 "
      "V;170 N\n";
  CHECK(rows_of(text)[1] == "project Wonen 300.00 100.00 -200.00");
  CHECK(findings_of(text) == Lines{});
}

TEST_CASE("the saldi of a table show which sign lasten, baten and saldo have") {
  struct Printed {
    const char* rows;
    Voorteken teken;
  };
  for (const Printed& printed : {Printed{"Wonen;300;100;-200\nWerk;50;80;30\n", Voorteken::voordelig},
                                 Printed{"Wonen;300;100;200\nWerk;50;80;-30\n", Voorteken::lasten_baten},
                                 Printed{"Wonen;-300;100;-200\nWerk;-50;80;30\n", Voorteken::lasten_negatief},
                                 Printed{"Wonen;300;-100;200\nWerk;50;-80;-30\n", Voorteken::baten_negatief}}) {
    const std::string text = std::string("programma;lasten 2026;baten 2026;saldo 2026\n") + printed.rows;
    INFO(text);
    CHECK(read_table(text).overzicht.teken == printed.teken);
    CHECK(rows_of(text)[1] == "project Wonen 300.00 100.00 -200.00");
    CHECK(findings_of(text) == Lines{});
  }
}

TEST_CASE("a saldo of nothing shows no sign, and saldi that show none are asked about") {
  const std::string text = "programma;lasten 2026;baten 2026;saldo 2026\nWonen;100;100;0\n";
  CHECK(read_table(text).overzicht.signs.rows == 0);
  CHECK(findings_of(text) == Lines{});
  const Lines odd = findings_of("programma;lasten 2026;baten 2026;saldo 2026\nWonen;100;90;5\n");
  REQUIRE(odd.size() == 1);
  CHECK(odd[0].starts_with("0:0 import-dubbelzinnig: which sign"));
}

TEST_CASE("an amount that can be read in two ways is asked and never guessed") {
  const std::string text = "naam;lasten 2026\nEen;1.250\n";
  REQUIRE(findings_of(text).size() == 1);
  CHECK(findings_of(text)[0].starts_with("2:5 import-dubbelzinnig: `1.250` is € "));
  OverzichtAsked asked;
  asked.getal = Getal::nl;
  CHECK(findings_of(text, asked).empty());
  CHECK(rows_of(text, asked)[1] == "project Een 1250.00");
  // The total decides.
  const std::string total = "naam;lasten 2026\nEen;1.250\nTwee;500\nTotaal;1.750\n";
  CHECK(rows_of(total)[1] == "project Een 1250.00");
  CHECK(read_table(total).overzicht.getal_by_totals);
}

TEST_CASE("nothing that is no amount becomes zero") {
  for (const char* written : {"1,2E+5", "#VERW!", "12%", "WAAR", "1,234567", "N -300", "=B2*2"}) {
    INFO(written);
    CHECK(findings_of(fmt::format("naam;lasten 2026\nEen;{}\nTwee;1.234,56\n", written)).size() == 1);
    CHECK(cell_of(written) == ".");
  }
}

TEST_CASE("the same question of a column is asked once, with a count") {
  const ReadTable read = read_table("naam;lasten 2026;baten 2026\nEen;x;1\nTwee;y;z\nDrie;w;2\n");
  REQUIRE(read.findings.size() == 2);
  CHECK(read.findings[0].place.line == 2);
  REQUIRE(read.findings[0].related.size() == 1);
  CHECK(to_text(read.findings[0].related[0].message) == "and 2 more in this column, the last of them here");
  CHECK(read.findings[0].related[0].place.line == 4);
}

TEST_CASE("a table that leaves something open says where") {
  CHECK(findings_of("naam;bedrag\nEen;1\n") ==
        Lines{"1:6 import-kolom: which year the amounts under `bedrag` are of is not said"});
  CHECK(findings_of("naam;lasten;baten\nEen;-;-\n") ==
        Lines{"1:6 import-kolom: which year the amounts under `lasten` are of is not said"});
  CHECK(findings_of("naam;lasten 2026;dekking\nEen;1;reserve\n") ==
        Lines{"1:18 import-kolom: what stands under `dekking` is not known"});
  CHECK(findings_of("naam;lasten 2026\n;12\n") == Lines{"2:1 import-rij: this row has amounts and no name"});
  CHECK(findings_of("bedragen x 1.000;\nbedragen in miljoenen;\nnaam;lasten 2026\nEen;1\n") ==
        Lines{"2:1 import-dubbelzinnig: `bedragen in miljoenen` is another unit than `bedragen x 1.000`, which stands "
              "above it"});
  CHECK(findings_of("Vooraf;12\nnaam;lasten 2026\nEen;1\n") ==
        Lines{"1:8 import-rij: this row has amounts and stands above the headings"});
  CHECK(findings_of("naam;2026\nEen;1\n") ==
        Lines{"2:1 import-dubbelzinnig: nothing says whether the amounts of `Een` are lasten or baten"});
  CHECK(findings_of("nr;naam;lasten 2026\n1;Een;1\n1;Een;2\n") ==
        Lines{"3:1 import-rij: `1` stands here twice, with amounts of the same year and side"});
  CHECK(findings_of("naam;lasten 2026;uitgaven 2026\nEen;1;2\n") ==
        Lines{"1:18 import-kolom: `uitgaven 2026` is a second column of the same year and side"});
}

TEST_CASE("a word alone makes no total") {
  const std::string text = "naam;lasten 2026;baten 2026\nEen;10;5\nTotaalplan;20;0\nTotaal;30;5\n";
  CHECK(findings_of(text)[0] ==
        "3:1 import-rij: `Totaalplan` is called a total, and is not what the rows above it come to");
  OverzichtAsked asked;
  asked.rows = {{3, PrintedFate::post, "", {}}};
  CHECK(findings_of(text, asked).empty());
  CHECK(rows_of(text, asked)[2] == "project Totaalplan 20.00 0.00");
}

TEST_CASE("a row that prints only a part of what is above it makes groups, where the total says so in one way alone") {
  const std::string text =
      "naam;lasten 2026;lasten "
      "2027\nWater;184;189\nKwantiteit;111;115\nGemalen;69;71\nKwaliteit;73;74\nTotaal;184;189\n";
  CHECK(findings_of(text) == Lines{});
  const ReadTable read = read_table(text);
  Lines parts;
  for (const PrintedPart& part : read.overzicht.parts)
    parts.push_back(
        fmt::format("{} {} of {}", to_text(part.is), read.overzicht.naam_of(part),
                    part.parent == no_part ? "all" : read.overzicht.naam_of(read.overzicht.parts[part.parent])));
  CHECK(parts == Lines{"programmalijn Water of all", "programmalijn Kwantiteit of Water",
                       "programmalijn Gemalen of Kwantiteit", "project Gemalen of Gemalen",
                       "project Kwantiteit of Kwantiteit", "programmalijn Kwaliteit of Water",
                       "project Kwaliteit of Kwaliteit"});
  REQUIRE(read.overzicht.rests.size() == 3);
  CHECK(amount_text(read.overzicht.rests[1].second[0]) == "42.00");
  // One figure may be a sum by chance, and parts that are left out in more than one place are no way.
  CHECK(findings_of("naam;lasten 2026\nA;5\nB;3\nC;1\nTotaal;5\n").size() == 1);
  CHECK(findings_of("naam;lasten 2026;lasten 2027\nA;5;6\nB;2;2\nC;1;1\nTotaal;5;6\n").size() == 2);
}

TEST_CASE("a year that is named by its distance is placed by the years that are asked") {
  const std::string text = "naam;Lasten t-1;Lasten t;Lasten t+1\nEen;10;20;30\n";
  CHECK(findings_of(text) == Lines{"1:6 import-kolom: which year the amounts under `Lasten t-1` are of is not said"});
  OverzichtAsked asked;
  asked.years = Years{Year{2026}, Year{2027}};  // from t on
  CHECK(findings_of(text, asked) == Lines{});
  CHECK(rows_of(text, asked)[1] == "project Een 20.00 30.00");
  asked.years = Years{Year{2025}, Year{2027}};  // as many as there are
  CHECK(rows_of(text, asked)[1] == "project Een 10.00 20.00 30.00");
  CHECK(read_table(text, asked).overzicht.head.columns[1].year == Year{2025});
  CHECK(findings_of("naam;Bedrag t-2;Bedrag t + 1\nEen;1;2\n").size() == 1);
  CHECK(findings_of("naam;t;lasten 2026\nEen;x;2\n") == Lines{"1:6 import-kolom: what stands under `t` is not known"});
}

TEST_CASE("words for what is no amount are those of the map") {
  OverzichtAsked asked;
  asked.words = {{"volgt", Amount::pm()}, {"geen", Amount()}, {"-", Amount(Money())}};
  const std::string text = "naam;lasten 2026;lasten 2027;lasten 2028\nEen;Volgt;geen;-\nTwee;1;2;3\n";
  CHECK(rows_of(text, asked)[1] == "project Een PM . 0.00");
  CHECK(findings_of(text, asked) == Lines{});
  CHECK(findings_of(text).size() == 2);
}

TEST_CASE("rows of the same name are added up where the map says so") {
  OverzichtAsked asked;
  asked.joins = true;
  const std::string text = "nr;naam;lasten 2026\n1;Een;1\n1;Een;2\n;Totaal;3\n";
  CHECK(findings_of(text, asked) == Lines{});
  CHECK(read_table(text, asked).overzicht.parts.size() == 1);
  CHECK(findings_of(text).size() == 1);
}

TEST_CASE("what rounding adds together is told") {
  OverzichtAsked asked;
  asked.rounds = true;
  const Lines found = findings_of("naam;lasten 2026;lasten 2027\nEen;333,33333;-1,0051\nTwee;0,00999;1,50\n", asked);
  REQUIRE(found.size() == 3);
  CHECK(found.back() ==
        "0:0 import-afgerond: 3 amounts are rounded to the cent, which together makes € -0,00822 of difference");
}

TEST_CASE("one year stands above the table, or is asked") {
  const std::string rows = "naam;lasten;baten\nEen;10;5\nTwee;20;-\n";
  CHECK(rows_of("Begroting 2026;;\n" + rows)[2] == "project Een 10.00 5.00");
  OverzichtAsked asked;
  asked.years = Years{Year{2027}, Year{2027}};
  CHECK(read_table(rows, asked).overzicht.head.years->first == Year{2027});
  CHECK(findings_of(rows).size() == 1);
}

TEST_CASE("what was realised is left out beside what is budgeted, and told") {
  const ReadTable read =
      read_table("naam;lasten rekening 2024;lasten begroting 2025;lasten begroting 2026\nEen;1;2;3\n");
  CHECK(read.overzicht.head.years->first == Year{2025});
  CHECK(read.overzicht.head.columns[1].reason == "rekening");
}

TEST_CASE("a long table has a row per year") {
  const std::string text =
      "post;kant;jaar;bedrag\nHuur;lasten;2026;100\nHuur;lasten;2027;110\nSubsidie;baten;2026;80\nSubsidie;baten;2027;"
      "81\n";
  CHECK(rows_of(text) == Lines{"kop", "post Huur (lasten) 100.00 .", "post Huur (lasten) . 110.00",
                               "post Subsidie (baten) 80.00 .", "post Subsidie (baten) . 81.00"});
  CHECK(findings_of(text) == Lines{});
  CHECK(read_table(text).overzicht.parts.size() == 2);
}

TEST_CASE("a column of units says it row by row") {
  CHECK(rows_of("naam;eenheid;lasten 2026\nEen;x1000;12,50\nTwee;1;13\nDrie;miljoen;1\n") ==
        Lines{"kop", "project Een 12500.00", "project Twee 13.00", "project Drie 1000000.00"});
}

TEST_CASE("a total behind the total of a line is that of the whole table") {
  const std::string text = "nr;naam;lasten 2026\n3;Sociaal;\n3.1;Een;1\n;Totaal Sociaal;1\n;Totaal;1\n";
  const ReadTable read = read_table(text);
  CHECK(read.overzicht.rows[3].part == 0);
  CHECK(read.overzicht.rows[4].part == no_part);
  CHECK(findings_of(text) == Lines{});
}

TEST_CASE("3.1 behind 3.9 was 3.10") {
  CHECK(findings_of("nr;naam;lasten 2026\n3.8;A;1\n3.9;B;1\n3.1;C;1\n") ==
        Lines{"4:1 import-nummer: 3.1 stands behind 3.9: was it 3.10?"});
  CHECK(findings_of("nr;naam;lasten 2026\n3.9;B;1\n3.10;C;1\n").empty());
}
