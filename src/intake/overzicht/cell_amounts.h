// The amounts of a published table, each column in the notation that it shows.
#pragma once

#include "intake/overzicht/overzicht.h"
#include "intake/written_amount.h"

namespace saldo {

class CellAmounts {
 public:
  // Looks at every cell below the headings.
  CellAmounts(const Sheet& sheet, const OverzichtHead& head, const OverzichtAsked& asked);

  // In euros, by the unit. What cannot be read is asked, and is absent in what is given.
  std::vector<Amount> read_row(const Sheet& sheet, std::size_t row, Overzicht& overzicht) const;

 private:
  Amount read_cell(const Sheet& sheet, const SheetCell& cell, std::size_t column, Overzicht& overzicht) const;

  Koppeling declared_;
  std::vector<AmountReader> readers_;  // by column
};

}  // namespace saldo
