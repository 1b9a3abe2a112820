// The headings of a published table: in which rows they stand, and what each column holds.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/year.h"
#include "intake/sheet.h"

namespace saldo {

enum class ColumnKind { unknown, nr, naam, kant, lasten, baten, saldo, eindsaldo, bedrag };

struct OverzichtColumn {
  ColumnKind kind = ColumnKind::unknown;
  std::optional<Year> year;
  std::string heading;  // of one or two rows, a space between
  bool has_amounts() const { return kind >= ColumnKind::lasten; }
};

struct OverzichtHead {
  std::size_t row = 0;  // the first of its one or two
  std::size_t rows = 1;
  std::vector<OverzichtColumn> columns;
};

// The first row with a year or a side behind its first cell, and the next where that completes it. What stands over
// several columns is of all of them. Nothing where no column holds amounts of a year.
std::optional<OverzichtHead> find_head(const Sheet& sheet);

// "Uitgaven 2026", "Saldo": what a text says of the amounts beside or below it; unknown where it says nothing.
ColumnKind kind_of_amounts(std::string_view text);

// "Begroting 2026": the only number of four digits between 1900 and 2199 in a text.
std::optional<Year> year_in(std::string_view text);

}  // namespace saldo
