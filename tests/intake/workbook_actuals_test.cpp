// What a year came to, out of a workbook: the same amounts as of a csv, and what only a workbook can say wrong.
#include "support/catch.h"
#include "support/intake.h"
#include "support/small_plan.h"
#include "support/support.h"
#include "support/workbook.h"

using namespace saldo;

namespace {

using Lines = std::vector<std::string>;

std::string plan_with(const std::string& more = "") {
  return head() + line("a") + project("3.10") + post("lasten = { 2025 = 100 }\n", "Huur") +
         "[[koppeling]]\nnaam = \"k\"\nteken = \"debet-positief\"\nniveau = \"saldi\"\nintern = \"boekingen\"\n" +
         more +
         "kolommen = { sleutel = \"Rekening\", bedrag = \"Saldo\" }\nregel = [\n{ sleutel = \"007\", project = "
         "\"3.10\", "
         "post = 1, kant = \"lasten\" },\n]\n";
}

std::string text_cell(const std::string& name, const std::string& text) {
  return "<c r=\"" + name + "\" t=\"inlineStr\"><is><t>" + text + "</t></is></c>";
}

const std::string heading = "<row r=\"1\">" + text_cell("A1", "Rekening") + text_cell("B1", "Omschrijving") +
                            text_cell("C1", "Saldo") + "</row>";

// The rekening 007 is the number 7, shown with 000.
std::string ledger(const std::string& amount, const std::string& behind = "") {
  return heading + "<row r=\"2\"><c r=\"A2\" s=\"1\"><v>7</v></c>" + text_cell("B2", "Huur") + amount + "</row>" +
         behind;
}

TakenIn take(const std::string& amount, const std::string& more = "") {
  return take_in(plan_with(more), xlsx_of({{"Saldi", ledger(amount)}}, {"000", "dd-mm-yyyy", "0%"}), "k");
}

}  // namespace

TEST_CASE("an xlsx gives the amounts of its cells, and a code as it is shown") {
  const TakenIn taken = take("<c r=\"C2\"><v>1234.5</v></c>");
  CHECK(taken.told() == Lines{});
  CHECK(taken.amounts() == Lines{"3.10/1 lasten 1234.50"});
  CHECK(taken.fates() == Lines{"2 verwerkt 3.10/1/lasten/2025"});
  CHECK(take("<c r=\"C2\"><v>68.400000000000006</v></c>").amounts() == Lines{"3.10/1 lasten 68.40"});
  CHECK(take("<c r=\"C2\"><f>SUM(D1:D9)</f><v>-5</v></c>").amounts() == Lines{"3.10/1 lasten -5.00"});
  CHECK(take(text_cell("C2", "1.234,50")).amounts() == Lines{"3.10/1 lasten 1234.50"});
}

TEST_CASE("what is no amount in a workbook is told at its cell, and never read as zero") {
  const std::string at = "in.csv!Saldi!C2: ";
  CHECK(take("<c r=\"C2\"><f>SUM(D1:D9)</f></c>").told() ==
        Lines{at + "this formula has no outcome in the file [realisatie-kolom]"});
  CHECK(take("<c r=\"C2\" t=\"e\"><v>#REF!</v></c>").told() ==
        Lines{at + "`#REF!` is an error of the spreadsheet [realisatie-kolom]"});
  CHECK(take("<c r=\"C2\" s=\"2\"><v>45689</v></c>").told() ==
        Lines{at + "`45689` is a date and no amount [realisatie-getal]"});
  CHECK(take("<c r=\"C2\" s=\"3\"><v>0.12</v></c>").told() ==
        Lines{at + "`0.12` is a percentage and no amount [realisatie-getal]"});
  CHECK(take("<c r=\"C2\" t=\"b\"><v>1</v></c>").told() == Lines{at + "`TRUE` is not an amount [realisatie-getal]"});
  CHECK(take("<c r=\"C2\"><v>0.333333333333333</v></c>").told() ==
        Lines{at + "`0.333333333333333` has more than two decimals; an amount is exact to the cent [bedrag]"});
  CHECK(take("<c r=\"C2\"><v>1E+18</v></c>").rules() == Lines{"bedrag"});
  CHECK(take("").told() == Lines{at + "no amount stands here, and that is not 0 [realisatie-getal]"});
  CHECK(take("<c r=\"C2\"/>").amounts() == Lines{});
}

TEST_CASE("a merged cell among the rows is no cell of its row") {
  const std::string rows = ledger("<c r=\"C2\"><v>5</v></c>", "<row r=\"3\">" + text_cell("A3", "1600") + "</row>");
  const TakenIn taken = take_in(
      plan_with(), xlsx_of({{"Saldi", rows, "", "<mergeCells><mergeCell ref=\"C2:C3\"/></mergeCells>"}}, {"000"}), "k");
  CHECK(taken.told() ==
        Lines{"in.csv!Saldi!C2: this cell is merged with others, and a row has a cell of its own [realisatie-kolom]",
              "in.csv!Saldi!C3: this cell is merged with others, and a row has a cell of its own [realisatie-kolom]"});
}

TEST_CASE("rows that are hidden are read, and told") {
  std::string rows = ledger("<c r=\"C2\"><v>5</v></c>");
  rows.insert(rows.find("r=\"2\""), "hidden=\"1\" ");
  const TakenIn taken = take_in(plan_with(), xlsx_of({{"Saldi", rows}}, {"000"}), "k");
  CHECK(taken.amounts() == Lines{"3.10/1 lasten 5.00"});
  CHECK(taken.told() ==
        Lines{"in.csv!Saldi: in 1 rows of this sheet something is hidden; it is read all the same [bestand]"});
  CHECK(taken.findings.front().severity == Severity::note);
}

TEST_CASE("of a workbook with several sheets it is asked which one, and blad says so") {
  const std::string bytes = xlsx_of({{"Toelichting", heading}, {"Saldi", ledger("<c r=\"C2\"><v>5</v></c>")}}, {"000"});
  const TakenIn asked = take_in(plan_with(), bytes, "k");
  CHECK(asked.told() ==
        Lines{"in.csv: it has 2 sheets, and which one is meant is not said: Toelichting, Saldi [bestand]"});
  CHECK(asked.help() == "write its name as `blad` in koppeling k");
  for (const char* blad : {"Saldi", "2"})
    CHECK(take_in(plan_with("blad = \"" + std::string(blad) + "\"\n"), bytes, "k").amounts() ==
          Lines{"3.10/1 lasten 5.00"});
  CHECK(take_in(plan_with("blad = \"Saldo\"\n"), bytes, "k").told() ==
        Lines{"in.csv: it has no sheet `Saldo`: there are Toelichting, Saldi [bestand]"});
  CHECK(take_in(plan_with("blad = \"Saldi\"\n"), "Rekening;Saldo\n007;5,00\n", "k").told() ==
        Lines{"in.csv: koppeling k reads sheet `Saldi`, and a csv has no sheets [bestand]"});
}

TEST_CASE("the columns of --tidy and the eindsaldi are read from a workbook too") {
  const auto text = [](const std::string& value) {
    return "<table:table-cell office:value-type=\"string\"><text:p>" + value + "</text:p></table:table-cell>";
  };
  const auto number = [](const std::string& value) {
    return "<table:table-cell office:value-type=\"float\" office:value=\"" + value + "\"/>";
  };
  const auto rows = [](const std::string& first, const std::string& second) {
    return ods_of("<table:table table:name=\"Blad1\"><table:table-row>" + first +
                  "</table:table-row><table:table-row>" + second + "</table:table-row></table:table>");
  };
  const std::string tidy = rows(text("project") + text("post") + text("jaar") + text("baten") + text("lasten"),
                                text("3.10") + number("1") + number("2025") + text("") + number("1234.56"));
  CHECK(take_in(plan_with(), tidy).told() == Lines{});
  CHECK(take_in(plan_with(), tidy).amounts() == Lines{"3.10/1 lasten 1234.56"});
  const TakenIn before =
      take_in(plan_with(),
              rows(text("project") + text("jaar") + text("eindsaldo"), text("3.10") + number("2024") + number("-12.5")),
              "", Year{2024});
  CHECK(before.told() == Lines{});
  REQUIRE(before.actuals.balances.size() == 1);
  CHECK(before.actuals.balances.front().amount == Money::of_cents(-1250));
}
