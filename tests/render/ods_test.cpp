// A book as an .ods: what stands in it is read back, money to the cent, and LibreOffice sees what saldo does.
#include "render/workbook/ods.h"

#include "render/workbook/open_formula.h"
#include "render/workbook/sheet_file.h"
#include "support/catch.h"
#include "support/support.h"
#include "support/written_book.h"

using namespace saldo;

namespace {

Book one_sheet(std::vector<std::vector<BookCell>> rows) {
  return {{{.name = "Blad & meer", .widths = {12, 30}, .frozen_rows = 1, .rows = std::move(rows)}}, {}};
}

Book with_all() {
  return one_sheet({{{"a < b & \"c\"", BookStyle::head}, {Amount(Money::of_cents(995)), BookStyle::cents}},
                    {{Amount::pm(), BookStyle::amount}, {Amount(), BookStyle::amount}},
                    {{"3.10", BookStyle::code}, {BookFormula{"SUM(B1:B2)", Money::of_cents(995)}}},
                    {},
                    {{" twee  spaties\nen een regel", BookStyle::plain}, {Amount(Money::of_cents(-5))}}});
}

}  // namespace

TEST_CASE("texts, amounts, PM and formulas come back from an ods as they were written") {
  const std::vector<Sheet> sheets = sheets_in(write_ods(with_all()));
  REQUIRE(sheets.size() == 1);
  CHECK(sheets[0].name == "Blad & meer");
  REQUIRE(sheets[0].rows() == 4);
  CHECK(sheets[0].row(0)[0].text == "a < b & \"c\"");
  CHECK(sheets[0].row(0)[1].text == "9.95");
  CHECK(sheets[0].row(0)[1].is == CellIs::number);
  CHECK(sheets[0].row(1)[0].text == "PM");
  CHECK(sheets[0].row(1)[1].text == "");
  CHECK(sheets[0].row(2)[0].text == "3.10");
  CHECK(sheets[0].row(2)[0].is == CellIs::text);
  CHECK(sheets[0].formula(sheets[0].row(2)[1]) == "SUM([.B1:.B2])");
  CHECK(sheets[0].row(2)[1].text == "9.95");
  CHECK(sheets[0].row(3)[0].text == " twee  spaties\nen een regel");
  CHECK(sheets[0].row(3)[0].line == 5);
  CHECK(sheets[0].row(3)[1].text == "-0.05");
}

TEST_CASE("a formula whose outcome is PM or absent is no amount of zero in an ods") {
  const Book book = one_sheet(
      {{{BookFormula{"SUM(B1:B2)", Amount::pm()}}, {"\uFFFE"}}, {{BookFormula{"SUM(B1:B2)", Amount()}}, {"x"}}});
  const std::vector<Sheet> sheets = sheets_in(write_ods(book));
  REQUIRE(sheets.size() == 1);
  CHECK(sheets[0].row(0)[0].text == "PM");
  CHECK(sheets[0].formula(sheets[0].row(0)[0]) == "SUM([.B1:.B2])");
  CHECK(sheets[0].row(0)[1].text == "\uFFFD");  // xml has no place for what was there
  CHECK(sheets[0].row(1)[0].text == "");
}

TEST_CASE("the same book is the same ods, and its first part says what it is") {
  const std::string bytes = write_ods(with_all());
  CHECK(bytes == write_ods(with_all()));
  CHECK(bytes.substr(30, 54) == "mimetypeapplication/vnd.oasis.opendocument.spreadsheet");
  CHECK(std::get<std::string>(write_book(with_all(), SheetKind::ods)) == bytes);
  CHECK(sheet_kind("x.ods") == SheetKind::ods);
  CHECK(sheet_kind("x.xlsx") == SheetKind::xlsx);
  CHECK(sheet_kind(".ods") == std::nullopt);
}

TEST_CASE("any amount comes back from an ods as the same cents, a large one as a text") {
  const std::vector<Money> amounts = amounts_of_every_size(11);
  check_amounts(sheets_in(write_ods(one_sheet(rows_of(amounts))))[0], amounts);
}

TEST_CASE("a formula is written as OpenDocument has it") {
  CHECK(open_formula("SUM(C2:C9)") == "SUM([.C2:.C9])");
  CHECK(open_formula("SUM(D4,D13)") == "SUM([.D4];[.D13])");
  CHECK(open_formula("$B$3*(1+Aannames!$C$2)") == "[.$B$3]*(1+[$Aannames.$C$2])");
  CHECK(open_formula("SUM('Een blad'!A1:B2)") == "SUM([$'Een blad'.A1:.B2])");
  CHECK(open_formula("IF(A1=\"a,b B2\",LOG10(C3),index_loon)") == "IF([.A1]=\"a,b B2\";LOG10([.C3]);index_loon)");
  CHECK(open_formula("ROUND(A1*1.5,2)") == "ROUND([.A1]*1.5;2)");
  CHECK(open_formula("") == "");
  CHECK(open_formula("\"open") == "\"open");
  CHECK(open_address("Invulblad!$C$2:$C$9") == "$Invulblad.$C$2:.$C$9");
}

TEST_CASE("LibreOffice reads an ods of saldo and works out its formulas") {
  if (!have("soffice")) SKIP("soffice is not installed");
  Book book = one_sheet({{{"Naam", BookStyle::head}, {"Bedrag", BookStyle::head}},
                         {{"3.10", BookStyle::code}, {Amount(Money::of_cents(12345)), BookStyle::cents, true}},
                         {{"Som", BookStyle::head}, {BookFormula{"SUM(B2,bedragen)", Money::of_cents(24690)}}}});
  book.sheets[0].is_locked = true;
  book.names = {{"bedragen", "'Blad & meer'!$B$2:$B$2"}};
  const TempPlan folder(std::map<std::string, std::string>{{"in.ods", write_ods(book)}});
  INFO(shell_prints("cd '" + folder.path() + "' && soffice -env:UserInstallation=file://" + folder.path() +
                    "/profile --headless --convert-to xlsx in.ods 2>&1"));
  const std::vector<Sheet> sheets = sheets_in(read_text(folder.file("in.xlsx")));
  const Sheet& sheet = sheets.front();
  REQUIRE(sheet.rows() == 3);
  CHECK(sheet.row(1)[0].is == CellIs::text);
  CHECK(sheet.row(1)[0].text == "3.10");
  CHECK(sheet.row(1)[1].text == "123.45");
  CHECK(sheet.formula(sheet.row(2)[1]) == "SUM(B2,bedragen)");
  CHECK(sheet.row(2)[1].text == "246.9");
}
