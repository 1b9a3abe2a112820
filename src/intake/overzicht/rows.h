// What each row of a published table says by itself: its number, name, side and amounts. Private to intake/overzicht.
#pragma once

#include <cstddef>
#include <map>

#include "intake/overzicht/asking.h"
#include "intake/overzicht/cells.h"
#include "intake/overzicht/overzicht.h"

namespace saldo {

class RowReader {
 public:
  RowReader(const Sheet& sheet, const OverzichtAsked& asked, Overzicht& overzicht, Asking& asking)
      : sheet_(sheet), asked_(asked), overzicht_(overzicht), asking_(asking), cells_(sheet, asked, overzicht, asking) {}

  // All rows; those of the head and above it have their fate then.
  void read();

 private:
  void read_above(std::size_t at);
  void read_row(std::size_t at);
  bool repeats_head(std::size_t at) const;
  PrintedSaid& say_of(PrintedRow& row);
  bool take_asked(std::size_t at);
  std::string_view text_of(std::size_t at, ColumnKind kind) const;
  Money unit_of_row(std::size_t at);
  void read_figures(std::size_t at);
  void read_side(std::size_t at);
  void look_at_letters(std::size_t at);
  bool has_its_cells(std::size_t at);

  const Sheet& sheet_;
  const OverzichtAsked& asked_;
  Overzicht& overzicht_;
  Asking& asking_;
  PrintedCells cells_;
};

// The unit that a text of the table tells of; two that differ are asked.
void find_unit(const Sheet& sheet, std::optional<Money> asked, Overzicht& overzicht, Asking& asking);

}  // namespace saldo
