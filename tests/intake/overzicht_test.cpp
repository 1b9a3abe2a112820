// What a published table says: its headings, unit and notation, one fate for each row, and its own totals as the judge.
#include "intake/overzicht/overzicht.h"

#include <fmt/format.h>

#include "intake/csv.h"
#include "support/catch.h"
#include "support/support.h"

using namespace saldo;

namespace {

using Lines = std::vector<std::string>;

Sheet sheet_of(const std::string& text) {
  Findings findings;
  std::optional<Sheet> sheet = read_csv(FileId{}, text, ';', 0, findings);
  REQUIRE(sheet);
  return std::move(*sheet);
}

std::string amount_text(Amount amount) {
  return amount.is_absent() ? "." : amount.is_pm() ? "PM" : to_plain(amount.counted());
}

// "post 3.1 Wegen | lasten | 100.00 .": of each row its fate, what it is, and the amounts of the columns that have any.
Lines rows_of(const std::string& text, const OverzichtAsked& asked = {}) {
  const Sheet sheet = sheet_of(text);
  const Overzicht overzicht = read_overzicht(sheet, asked);
  Lines lines;
  for (const OverzichtRow& row : overzicht.rows) {
    std::string line(to_text(row.fate));
    for (const std::string& part : {row.nr, row.naam}) line += part.empty() ? "" : " " + part;
    if (row.side == ColumnKind::lasten) line += " (lasten)";
    if (row.side == ColumnKind::baten) line += " (baten)";
    for (std::size_t at = 0; at < row.amounts.size(); ++at)
      if (overzicht.head.columns[at].has_amounts()) line += " " + amount_text(row.amounts[at]);
    lines.push_back(line);
  }
  return lines;
}

// "4:2 printed 300.00, rows 1..3 come to 300.00"
Lines totals_of(const std::string& text) {
  const Sheet sheet = sheet_of(text);
  Lines lines;
  for (const PrintedTotal& total : read_overzicht(sheet).totals)
    lines.push_back(fmt::format("{}:{} {} from {}: {}", total.row, total.column, to_plain(total.printed), total.first,
                                to_plain(total.computed)));
  return lines;
}

Lines questions_of(const std::string& text, const OverzichtAsked& asked = {}) {
  const Sheet sheet = sheet_of(text);
  Lines lines;
  for (const Question& question : read_overzicht(sheet, asked).questions)
    lines.push_back(fmt::format("{}:{} {}", question.place.line, question.place.column, to_text(question.message)));
  return lines;
}

// The amount that one cell of a column of 2026 gives, beside one that shows the notation.
std::string cell_of(const std::string& written) {
  const Lines rows = rows_of("naam;lasten 2026\nEen;" + written + "\nTwee;1.234,56\n");
  return rows[1].substr(rows[1].rfind(' ') + 1);
}

const std::string raadstabel =
    "Meerjarenbegroting;;;;\n"
    "bedragen x € 1.000;;;;\n"
    "nr;omschrijving;2026;;2027;\n"
    ";;Lasten;Baten;Lasten;Baten\n"
    "3;Sociaal domein;;;;\n"
    "3.1;Wegwijs;1.250;-;PM;\n"
    "3.10;Taalhuis;12,5;0;13;n.v.t.\n"
    ";Totaal;1.262,5;0;13;\n"
    "* voorlopig;;;;;\n";

}  // namespace

TEST_CASE("a table of a council has a head of two rows, a unit and text for numbers") {
  // The first two rows are as wide as a csv needs them: `;` at the end of each.
  const Lines rows = rows_of(raadstabel);
  CHECK(rows == Lines{"toelichting", "toelichting", "kop", "kop", "programmalijn 3 Sociaal domein",
                      "post 3.1 Wegwijs 1250000.00 . PM .", "post 3.10 Taalhuis 12500.00 0.00 13000.00 .",
                      "totaal Totaal 1262500.00 0.00 13000.00 .", "toelichting * voorlopig"});
}

TEST_CASE("what is printed in a total is held against the rows above it") {
  CHECK(totals_of(raadstabel) ==
        Lines{"7:2 1262500.00 from 5: 1262500.00", "7:3 0.00 from 5: 0.00", "7:4 13000.00 from 5: 13000.00"});
  CHECK(totals_of("naam;2026\nEen;100\nTwee;200\nTotaal;301\n") == Lines{"3:1 301.00 from 1: 300.00"});
}

TEST_CASE("a grand total covers what the totals before it cover") {
  CHECK(totals_of("naam;2026\nEen;1\nTwee;2\nSubtotaal;3\nDrie;4\nSubtotaal;4\nTotaal;7\n") ==
        Lines{"3:1 3.00 from 1: 3.00", "5:1 4.00 from 4: 4.00", "6:1 7.00 from 1: 7.00"});
}

TEST_CASE("a number above its parts is their total") {
  const std::string text = "nr;naam;2026\n1;Wonen;30\n1.1;Een;10\n1.2;Twee;20\n2;Werk;5\n2.1;Drie;5\n";
  CHECK(rows_of(text)[1] == "subtotaal 1 Wonen 30.00");
  CHECK(totals_of(text) == Lines{"1:2 30.00 from 2: 30.00", "4:2 5.00 from 5: 5.00"});
}

TEST_CASE("headings Lasten and Baten say the side of what is below them") {
  const std::string text =
      "naam;2026\nLasten;\nHuur;100\nTotaal lasten;100\nBaten;\nSubsidie;80\nTotaal baten;80\nSaldo;-20\n";
  CHECK(rows_of(text)[2] == "post Huur (lasten) 100.00");
  CHECK(rows_of(text)[5] == "post Subsidie (baten) 80.00");
  CHECK(totals_of(text) == Lines{"3:1 100.00 from 2: 100.00", "6:1 80.00 from 5: 80.00", "7:1 -20.00 from 0: -20.00"});
}

TEST_CASE("amounts of a table are read as people write them") {
  CHECK(cell_of("980-") == "-980.00");
  CHECK(cell_of("(980)") == "-980.00");
  CHECK(cell_of("−980") == "-980.00");
  CHECK(cell_of("N 300") == "-300.00");
  CHECK(cell_of("300 V") == "300.00");
  CHECK(cell_of("€ 1.000,-") == "1000.00");
  CHECK(cell_of("p.m.") == "PM");
  CHECK(cell_of("-") == ".");
  CHECK(cell_of("n.v.t.") == ".");
  CHECK(cell_of("0") == "0.00");
}

TEST_CASE("an amount that can be read in two ways is asked and never guessed") {
  const std::string text = "naam;lasten 2026\nEen;1.250\n";
  REQUIRE(questions_of(text).size() == 1);
  CHECK(questions_of(text)[0].starts_with("2:5 `1.250` is € "));
  OverzichtAsked asked;
  asked.getal = Getal::nl;
  CHECK(questions_of(text, asked).empty());
  CHECK(rows_of(text, asked)[1] == "post Een 1250.00");
}

TEST_CASE("nothing that is no amount becomes zero") {
  for (const char* written : {"1,2E+5", "#VERW!", "12%", "WAAR", "1,234567", "N -300"}) {
    INFO(written);
    CHECK(questions_of(fmt::format("naam;lasten 2026\nEen;{}\nTwee;1.234,56\n", written)).size() == 1);
    CHECK(cell_of(written) == ".");
  }
}

TEST_CASE("a table that leaves something open says where") {
  CHECK(questions_of("naam;bedrag\nEen;1\n") == Lines{"0:0 no row has headings with a year"});
  CHECK(questions_of("naam;2026;dekking\nEen;1;reserve\n") == Lines{"1:11 what stands under `dekking` is not known"});
  CHECK(questions_of("naam;2026\n;12\n") == Lines{"2:1 this row has amounts and no name"});
  CHECK(questions_of("bedragen x 1.000;\nbedragen in miljoenen;\nnaam;2026\nEen;1\n") ==
        Lines{"2:1 `bedragen in miljoenen` is another unit than stands above it"});
}

TEST_CASE("saldo columns show which way round they are") {
  const Sheet sheet = sheet_of("naam;lasten 2026;baten 2026;saldo 2026\nEen;10;4;-6\nTwee;3;8;5\n");
  const Overzicht overzicht = read_overzicht(sheet);
  CHECK(overzicht.saldo_is_baten_less_lasten == 2);
  CHECK(overzicht.saldo_is_lasten_less_baten == 0);
}

TEST_CASE("only a text about amounts tells the unit of a table") {
  CHECK(unit_in("Bedragen in EUR 1000") == Money::of_euros(1'000));
  CHECK(unit_in("(x € 1.000)") == Money::of_euros(1'000));
  CHECK(unit_in("in miljoenen euro's") == Money::of_euros(1'000'000));
  CHECK_FALSE(unit_in("Inzet 1000 uur"));
  CHECK_FALSE(unit_in("1.000"));
}
