// Which column of a table is which, by its headings.
#pragma once

#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "base/finding/diagnostic.h"
#include "intake/sheet.h"
#include "plan/koppeling.h"

namespace saldo {

struct WantedColumn {
  std::string heading;  // "": it is not asked for
  bool required = false;
};

struct FoundColumns {
  std::size_t heading_row = 0;
  std::vector<std::optional<std::size_t>> at;  // of each wanted one
  std::vector<std::string> others;             // headings that were not asked for

  // The cell of a row in the column of the wanted one; null where there is no such column.
  const SheetCell* cell(std::span<const SheetCell> row, std::size_t wanted) const {
    return at[wanted] ? &row[*at[wanted]] : nullptr;
  }
};

// Nothing where a required one is not there, or one stands there twice; then it is told. `koppeling` says on which line the
// headings are; null: on the first.
std::optional<FoundColumns> find_columns(const Sheet& sheet, std::span<const WantedColumn> wanted,
                                         const Koppeling* koppeling, Findings& findings);

// Whether a row has the cells of its headings, and in a workbook each says something; else it is told, as what stands under
// which is not known.
bool has_its_cells(const Sheet& sheet, const FoundColumns& columns, std::size_t row, Findings& findings);

}  // namespace saldo
