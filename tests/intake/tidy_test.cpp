// The first road: a csv with the columns of `saldo table --tidy`, its amounts written over.
#include <algorithm>

#include "support/catch.h"
#include "support/intake.h"
#include "support/small_plan.h"
#include "support/support.h"

using namespace saldo;

namespace {

std::string side(const std::string& name, const std::string& amounts) { return name + " = { " + amounts + " }\n"; }

const std::string plan = head() + line("a") + project("3.1") + post(side("lasten", "2025 = 100"), "Huur") +
                         post(side("baten", "2025 = 50") + side("lasten", "2025 = \"PM\""), "Subsidie") +
                         post("nr = \"2b\"\n" + side("lasten", "2025 = 7"), "Inhuur") + project("3.10") +
                         post(side("lasten", "2025 = 5"), "Reizen") + project("0735") +
                         post(side("lasten", "2025 = 5"), "Zalen");

const std::string headings = "project,post,jaar,baten,lasten\n";

TakenIn of(const std::string& rows) { return take_in(plan, headings + rows); }
Lines told(const std::string& rows) { return of(rows).told(); }

}  // namespace

TEST_CASE("a tidy csv gives an amount for every side that has one") {
  const TakenIn taken = of("3.1,1,2025,,110.50\n3.1,2,2025,55.00,-3.00\n3.1,2b,2025,,0.00\n");
  CHECK(taken.told() == Lines{});
  CHECK(taken.amounts() ==
        Lines{"3.1/1 lasten 110.50", "3.1/2 baten 55.00", "3.1/2 lasten -3.00", "3.1/2b lasten 0.00"});
  CHECK(taken.actuals.source.sha256.size() == 64);
  CHECK(taken.actuals.source.read == 3);
  CHECK(taken.actuals.source.mapped == 3);
  CHECK(taken.actuals.source.euros_mapped.baten == Money::of_euros(55));
  CHECK(taken.actuals.source.euros_mapped.lasten == Money::of_cents(10750));
}

TEST_CASE("what is empty or PM stays unknown, and its row says so") {
  const TakenIn taken = of("3.1,1,2025,,\n3.1,2,2025,PM,\n3.10,1,2025,,PM\n");
  CHECK(taken.told() == Lines{});
  CHECK(taken.amounts() == Lines{});
  CHECK(taken.fates() == Lines{"2 overgeslagen 3.1/1: leeg", "3 overgeslagen 3.1/2: PM", "4 overgeslagen 3.10/1: PM"});
  CHECK(taken.actuals.source.skipped == 3);
}

TEST_CASE("columns may stand in any order, in capitals, and beside others") {
  const TakenIn taken = take_in(plan, "Lasten;begroot;PROJECT;Naam;jaar;post;Baten\n110,50;100;3.1;huur;2025;1;\n");
  CHECK(taken.told() == Lines{});
  CHECK(taken.amounts() == Lines{"3.1/1 lasten 110.50"});
  CHECK(taken.actuals.unread_columns == Lines{"begroot"});
}

TEST_CASE("verplichting, verwacht and toelichting go along with the one side of their row") {
  const TakenIn taken = take_in(plan,
                                "project,post,jaar,baten,lasten,verplichting,verwacht,toelichting\n3.1,1,2025,,41.00,"
                                "39.00,80.00,Extra campagne\n3.1,2,2025,50.00,,,,\n");
  CHECK(taken.told() == Lines{});
  CHECK(taken.amounts() ==
        Lines{"3.1/1 lasten 41.00 ordered 39.00 expected 80.00: Extra campagne", "3.1/2 baten 50.00"});
  CHECK(take_in(plan, "project,post,jaar,baten,lasten,verplichting\n3.1,2,2025,1.00,1.00,5.00\n3.1,1,2025,,,5.00\n")
            .told() == Lines{"in.csv:2:22: this belongs to the baten or the lasten of the row, and there is not one of "
                             "them [realisatie-getal]",
                             "in.csv:3:14: this belongs to the baten or the lasten of the row, and there is not one of "
                             "them [realisatie-getal]"});
}

TEST_CASE("a misspelt heading is not left out with the money under it") {
  const TakenIn taken = take_in(plan, "project,post,jaar,baten,lasten,verplichtng\n3.1,1,2025,,1.00,5.00\n");
  CHECK(taken.told() == Lines{"in.csv:1:32: `verplichtng` is no column that is known [realisatie-kolom]"});
  CHECK(taken.help() == "did you mean `verplichting`?");
}

TEST_CASE("a column that is missing or there twice is told with what was found") {
  const TakenIn renamed = take_in(plan, "project,post,jaar,bate,lasten\n3.1,1,2025,,1.00\n");
  CHECK(renamed.told() == Lines{"in.csv:1:1: no column baten: wanted are project, post, jaar, baten, lasten, and found "
                                "project, post, jaar, bate, lasten [realisatie-kolom]"});
  CHECK(renamed.help() == "is `bate` the `baten` that is wanted?");
  CHECK(take_in(plan, "project,post,jaar,baten,lasten,Lasten\n").told() ==
        Lines{"in.csv:1:32: the column `lasten` is there twice [realisatie-kolom]"});
  CHECK(take_in(plan, "Export van 31 maart,,,,\n\n" + headings + "3.1,1,2025,,1.00\n").help() ==
        "they are on line 3: take out what stands above it");
  CHECK(take_in(plan, "project|post|jaar|baten|lasten\n").help() == "the cells are not told apart: put ; between them");
  CHECK(take_in(plan, "").told() == Lines{"in.csv: this file has no rows [realisatie-kolom]"});
}

TEST_CASE("a row with more or fewer cells than headings is told, and all of them are") {
  CHECK(told("3.1,1,2025,,1,00\n3.1,2,2025\n3.1,2b,2025,,1.00,,\n") ==
        Lines{"in.csv:2:1: this row has 6 cells, and there are 5 headings [realisatie-kolom]",
              "in.csv:3:1: this row has 3 cells, and there are 5 headings [realisatie-kolom]"});
}

TEST_CASE("a row of another year is refused") {
  const TakenIn taken = of("3.1,1,2024,,1.00\n3.1,2,,1.00,\n3.1,2b,2025,,1.00\n");
  CHECK(taken.told() == Lines{"in.csv:2:7: this row is of 2024, and 2025 is closed [realisatie-jaar]",
                              "in.csv:3:7: `` is not a year [realisatie-jaar]"});
  CHECK(taken.fates() == Lines{"2 geweigerd 3.1/1", "3 geweigerd 3.1/2", "4 verwerkt 3.1/2b/lasten/2025"});
  CHECK(taken.actuals.source.refused == 2);
}

TEST_CASE("a project or post that is not there is told with the nearest") {
  const TakenIn taken = of("3.2,1,2025,,1.00\n3.1,3b,2025,,1.00\n3.1,,2025,,1.00\n");
  CHECK(taken.told() == Lines{"in.csv:2:1: there is no project `3.2` [onbekend-project]",
                              "in.csv:3:5: project 3.1 has no post 3b [onbekende-post]",
                              "in.csv:4:5: this row says no post [onbekende-post]"});
}

TEST_CASE("what a spreadsheet did to a number is told, and 3.1 is never taken for 3.10") {
  CHECK(told("3-okt,1,2025,,1.00\n") == Lines{"in.csv:2:1: there is no project `3-okt` [onbekend-project]"});
  CHECK(has(of("3-okt,1,2025,,1.00\n").help(), "was it `3.10`?"));
  CHECK(has(of("735,1,2025,,1.00\n").help(), "was it `0735`?"));
  const std::string with_naam = "project,post,naam,jaar,baten,lasten\n";
  const TakenIn lost = take_in(plan, with_naam + "3.1,1,Reizen,2025,,1.00\n");
  CHECK(lost.told() ==
        Lines{"in.csv:2:7: post 1 of 3.1 is `Huur` in the plan, and `Reizen` in this row [onbekende-post]"});
  CHECK(has(lost.help(), "was it `3.10`?"));
  CHECK(take_in(plan, with_naam + "\"=\"\"3.10\"\"\",1,Reizen,2025,,1.00\n").amounts() == Lines{"3.10/1 lasten 1.00"});
}

TEST_CASE("a nr whose post has another naam is another post") {
  const TakenIn moved = take_in(plan, "project,post,naam,jaar,baten,lasten\n3.1,1,Inhuur,2025,,1.00\n");
  CHECK(moved.help() == "post 2b has that naam");
}

TEST_CASE("a post is also known by its naam, and what no post is called was not budgeted") {
  const std::string with_why = "project,post,naam,jaar,baten,lasten,toelichting\n";
  const TakenIn taken =
      take_in(plan, with_why + "3.1,,Huur,2025,,1.00,\n3.1,,Advocaat,2025,,1210.00,Factuur over 2024\n");
  CHECK(taken.told() == Lines{});
  CHECK(taken.amounts() == Lines{"3.1/1 lasten 1.00", "3.1/Advocaat lasten 1210.00: Factuur over 2024"});
  CHECK(take_in(plan, with_why + "3.1,,Advocaat,2025,,1.00,\n3.1,,huur,2025,,1.00,waarom\n").told() ==
        Lines{"in.csv:2:6: project 3.1 has no post `Advocaat`, so this was not budgeted: it says why [onbekende-post]",
              "in.csv:3:6: project 3.1 has a post `Huur`, and this is `huur` [onbekende-post]"});
}

TEST_CASE("a text that comes into the record can be read there") {
  const std::string with_why = "project,post,naam,jaar,baten,lasten,toelichting\n";
  const TakenIn taken =
      take_in(plan, with_why + "3.1,1,,2025,,1.00,een\u200Bmerk\n3.1,2,,2025,1.00,," + std::string(201, 'x') + "\n");
  CHECK(taken.rules() == Lines{"naam-teken", "verkeerde-waarde"});
}

TEST_CASE("the same side twice is told with both places") {
  const TakenIn taken = of("3.1,1,2025,,1.00\n3.1,1,2025,,1.00\n3.1,2,2025,,1.00\n3.1,2,2025,1.00,\n");
  CHECK(taken.told() == Lines{"in.csv:3:13: the lasten of 3.1/1 are there twice [realisatie-dubbel]"});
  CHECK(taken.findings.front().related.front().place.line == 2);
}

TEST_CASE("numbers of a tidy csv are as --tidy writes them, or Dutch, and never guessed") {
  CHECK(take_in(plan, "project;post;jaar;baten;lasten\n3.1;1;2025;;1.100,50\n3.1;2b;2025;;1.000\n").amounts() ==
        Lines{"3.1/1 lasten 1100.50", "3.1/2b lasten 1000.00"});
  CHECK(take_in(plan, "project;post;jaar;baten;lasten\n3.1;1;2025;;1.000\n").told() ==
        Lines{"in.csv:2:13: `1.000` is € 1.000,00 or € 1,000, and nothing says which [realisatie-getal]"});
  CHECK(told("3.1,1,2025,,110.50\n3.1,2b,2025,,1.000\n") ==
        Lines{"in.csv:3:14: `1.000` is written in another way than `110.50` on line 2 [realisatie-getal]"});
  CHECK(told("3.1,1,2025,,\"(1,234.56)\"\n3.1,2b,2025,,1.00 CR\n").back() ==
        "in.csv:3:14: `1.00 CR` says debet or credit, and its column says baten or lasten [realisatie-getal]");
  CHECK(of("3.1,1,2025,,\"(1,234.56)\"\n").amounts() == Lines{"3.1/1 lasten -1234.56"});
}

TEST_CASE("what is wrong in many rows is told of all of them, with the row itself") {
  const TakenIn taken = of("3.1,1,2025,,nnb\n3.1,2,2025,#REF!,\n3.1,2b,2025,,1.00\n");
  CHECK(taken.told() == Lines{"in.csv:2:13: `nnb` is no amount [realisatie-getal]",
                              "in.csv:3:12: `#REF!` is an error of the spreadsheet [realisatie-getal]"});
  CHECK(has(taken.told_in_full(), "    2 | 3.1,1,2025,,nnb\n      |             ^^^\n"));
}

TEST_CASE("a file that is no csv, or not in UTF-8, is told") {
  CHECK(take_in(plan, "PK\x03\x04").rules() == Lines{"bestand"});
  CHECK(take_in(plan, headings + "3.1,1,2025,,1.00\xEB\n").told() ==
        Lines{"in.csv:2:17: the byte 0xEB is not UTF-8 [utf8]"});
}

// What the user gets to write over is a close of the year as it was budgeted.
TEST_CASE("the real plan takes in what it writes, by both dialects of csv") {
  for (const char* dialect : {"rfc4180", "excel-nl"}) {
    INFO(dialect);
    const Run run =
        run_saldo({"table", achterhoek(), "--tidy", "--years", "2025", "--format", "csv", "--csv-dialect", dialect});
    REQUIRE(run.code == 0);
    const TakenIn taken = take_in_folder(achterhoek(), run.out);
    CHECK(taken.told() == Lines{});
    const ActualsSource& source = taken.actuals.source;
    CHECK(source.read == source.mapped + source.skipped);
    CHECK(source.skipped == 10);  // PM on both sides
    const std::string totals = run_saldo({"table", achterhoek(), "--years", "2025", "--format", "csv"}).out;
    CHECK(has(totals, "," + to_plain(source.euros_mapped.baten) + "," + to_plain(source.euros_mapped.lasten)));
  }
}
