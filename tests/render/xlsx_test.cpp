// A book as an .xlsx: what stands in it is read back, money to the cent.
#include "intake/workbook/workbook.h"

#include "render/workbook/xlsx.h"
#include "support/catch.h"
#include "support/random_plan.h"
#include "support/support.h"

using namespace saldo;

namespace {

std::vector<Sheet> read_back(const std::string& bytes) {
  Findings findings;
  std::vector<std::string> files = {"boek.xlsx"};
  auto sheets = read_workbook(bytes, FileId{0}, files, findings);
  REQUIRE(findings.empty());
  return std::move(*sheets);
}

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
  const std::vector<Sheet> sheets = read_back(std::get<std::string>(written));
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
  Dice dice(7);
  std::vector<std::vector<BookCell>> rows;
  std::vector<Money> wanted;
  for (const std::int64_t most : {std::int64_t{99}, std::int64_t{1'000'000}, std::int64_t{999'999'999'999'999}})
    for (int i = 0; i < 300; ++i) wanted.push_back(Money::of_cents(dice.between(-most, most)));
  wanted.push_back(Money::of_cents(999'999'999'999'999));
  wanted.push_back(Money::of_cents(1'000'000'000'000'001));
  for (const Money money : wanted) rows.push_back({{Amount(money), BookStyle::cents}});
  const auto written = write_xlsx(book_of(rows));
  if (const auto* trouble = std::get_if<Message>(&written)) SKIP(to_text(*trouble));
  const std::vector<Sheet> sheets = read_back(std::get<std::string>(written));
  REQUIRE(sheets[0].rows() == wanted.size());
  for (std::size_t i = 0; i + 1 < wanted.size(); ++i) {
    const ReadAmount read = read_number_amount(sheets[0].row(i)[0].text);
    CHECK(read.amount == Amount(wanted[i]));
  }
  const SheetCell& large = sheets[0].row(wanted.size() - 1)[0];
  CHECK(large.is == CellIs::text);
  CHECK(large.text == "10.000.000.000.000,01");
}
