// The amounts of a published table as they are printed, each column in the notation that it shows. Private to
// intake/overzicht.
#pragma once

#include <functional>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/ratio.h"
#include "intake/overzicht/asking.h"
#include "intake/overzicht/overzicht.h"
#include "intake/written_amount.h"

namespace saldo {

struct ReadCell {
  Amount amount;  // in euros; with a letter, as a saldo has it: N is below zero
  bool has_letter = false;
  bool is_filled = false;  // something stands there, though it may be no amount
};

class PrintedCells {
 public:
  // Looks at every cell below the headings, and tells of `overzicht` which notations they show.
  PrintedCells(const Sheet& sheet, const OverzichtAsked& asked, Overzicht& overzicht, Asking& asking);

  // What is no amount is asked, and is absent.
  ReadCell read(const SheetCell& cell, std::size_t column, Money unit);

  // Behind the last: what rounding did, where it was allowed.
  void tell_rounded();

 private:
  const Amount* find_word(std::string_view text) const;
  void look_at(const SheetCell& cell, std::size_t column);
  void share_notation(const OverzichtAsked& asked);
  ReadCell refuse(const SheetCell& cell, std::size_t column, const WrittenAmount& written);
  std::optional<Money> rounded(const SheetCell& cell, std::size_t column);
  ReadCell money(const SheetCell& cell, std::size_t column, Money amount, char letter);

  struct Column {
    std::optional<AmountReader> reader;
    std::size_t letters = 0, minuses = 0;
  };

  const Sheet& sheet_;
  Overzicht& overzicht_;
  Asking& asking_;
  bool rounds_ = false;
  const std::map<std::string, Amount, std::less<>>& words_;
  Koppeling declared_;
  std::vector<Column> columns_;
  std::size_t rounded_ = 0;  // amounts
  Wide rounded_by_ = 0;      // what that added, in millionths of a cent
};

}  // namespace saldo
