#include "support/written_book.h"

#include "intake/workbook/workbook.h"
#include "intake/written_amount.h"
#include "support/catch.h"
#include "support/random_plan.h"
#include "support/support.h"

using namespace saldo;

std::vector<Sheet> sheets_in(const std::string& bytes) {
  Findings findings;
  std::vector<std::string> files = {"boek"};
  auto sheets = read_workbook(bytes, FileId{0}, files, findings);
  INFO(tell(files, findings).size());
  REQUIRE(findings.empty());
  return std::move(*sheets);
}

std::vector<Money> amounts_of_every_size(std::uint64_t seed) {
  Dice dice(seed);
  std::vector<Money> amounts;
  for (const std::int64_t most : {std::int64_t{99}, std::int64_t{1'000'000}, std::int64_t{999'999'999'999'999}})
    for (int i = 0; i < 300; ++i) amounts.push_back(Money::of_cents(dice.between(-most, most)));
  amounts.push_back(Money::of_cents(999'999'999'999'999));
  amounts.push_back(Money::of_cents(1'000'000'000'000'001));
  return amounts;
}

std::vector<std::vector<BookCell>> rows_of(const std::vector<Money>& amounts) {
  std::vector<std::vector<BookCell>> rows;
  for (const Money money : amounts) rows.push_back({{Amount(money), BookStyle::cents}});
  return rows;
}

void check_amounts(const Sheet& sheet, const std::vector<Money>& amounts) {
  REQUIRE(sheet.rows() == amounts.size());
  for (std::size_t i = 0; i + 1 < amounts.size(); ++i)
    CHECK(read_number_amount(sheet.row(i)[0].text).amount == Amount(amounts[i]));
  const SheetCell& large = sheet.row(amounts.size() - 1)[0];
  CHECK(large.is == CellIs::text);
  CHECK(large.text == "10.000.000.000.000,01");
}
