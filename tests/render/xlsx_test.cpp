// A book as an .xlsx: what stands in it is read back, money to the cent.
#include "render/workbook/xlsx.h"

#include "support/catch.h"
#include "support/support.h"
#include "support/written_book.h"

using namespace saldo;

namespace {

Book book_of(std::vector<std::vector<BookCell>> rows) { return {{{.name = "Blad", .rows = std::move(rows)}}, {}}; }

}  // namespace

TEST_CASE("cells are called as spreadsheets call them") {
  CHECK(cell_name(0, 0) == "A1");
  CHECK(cell_name(6, 25) == "Z7");
  CHECK(cell_name(6, 26) == "AA7");
  CHECK(cell_name(9, 701) == "ZZ10");
  CHECK(cell_name(9, 702) == "AAA10");
}

TEST_CASE("texts, amounts, PM and formulas come back as they were written") {
  const auto written =
      write_xlsx(book_of({{{"a < b & \"c\"", BookStyle::head}, {Amount(Money::of_cents(995)), BookStyle::cents}},
                          {{Amount::pm(), BookStyle::amount}, {Amount(), BookStyle::amount}},
                          {{"3.10", BookStyle::code}, {BookFormula{"SUM(B1:B2)", Money::of_cents(995)}}}}));
  if (const auto* trouble = std::get_if<Message>(&written)) SKIP(to_text(*trouble));
  const std::vector<Sheet> sheets = sheets_in(std::get<std::string>(written));
  REQUIRE(sheets.size() == 1);
  CHECK(sheets[0].name == "Blad");
  REQUIRE(sheets[0].rows() == 3);
  CHECK(sheets[0].row(0)[0].text == "a < b & \"c\"");
  CHECK(sheets[0].row(0)[1].text == "9.95");
  CHECK(sheets[0].row(1)[0].text == "PM");
  CHECK(sheets[0].row(1)[1].text == "");
  CHECK(sheets[0].row(2)[0].text == "3.10");
  CHECK(sheets[0].row(2)[0].is == CellIs::text);
  CHECK(sheets[0].formula(sheets[0].row(2)[1]) == "SUM(B1:B2)");
  CHECK(sheets[0].row(2)[1].text == "9.95");
}

TEST_CASE("any amount comes back as the same cents, a large one as a text") {
  const std::vector<Money> amounts = amounts_of_every_size(7);
  const auto written = write_xlsx(book_of(rows_of(amounts)));
  if (const auto* trouble = std::get_if<Message>(&written)) SKIP(to_text(*trouble));
  check_amounts(sheets_in(std::get<std::string>(written))[0], amounts);
}
