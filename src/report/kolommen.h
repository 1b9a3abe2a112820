// Which columns of a year a table shows, and in what order.
#pragma once

#include <cstddef>
#include <optional>
#include <utility>
#include <vector>

#include "base/table.h"
#include "plan/model.h"

namespace saldo {

// None: those that the table has by itself.
using ColumnChoice = std::vector<Kolom>;

// Whether a column was named.
bool names(const ColumnChoice& kolommen, Kolom kolom);

// What stands above the columns of a year: "2025", or, in a plan that says for which year its budget is made, what of that
// year they show: "Rekening 2024", "Begroting 2026", "Raming 2027".
Label year_heading(const Plan& plan, Year year);

// Of the columns with a year above them (key "2025.lasten") and the opening: those that are named, in that order within
// each year. Without any named the table stays as it is. A named one is shown, whatever its use was, but for what shares the
// place of another.
void choose_columns(Table& table, const ColumnChoice& kolommen);

// Which columns were chosen, for rows that come one by one.
class ChosenColumns {
 public:
  ChosenColumns() = default;  // all of them
  explicit ChosenColumns(std::vector<std::size_t> positions) : positions_(std::move(positions)) {}

  template <class Item>
  void keep(std::vector<Item>& items) const {
    if (!positions_) return;
    std::vector<Item> kept;
    kept.reserve(positions_->size());
    for (const std::size_t i : *positions_) kept.push_back(std::move(items[i]));
    items = std::move(kept);
  }

 private:
  std::optional<std::vector<std::size_t>> positions_;
};

// The same of a table without its rows.
ChosenColumns choose_of_head(Table& head, const ColumnChoice& kolommen);

}  // namespace saldo
