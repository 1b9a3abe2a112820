#include "render/layout.h"

#include <algorithm>
#include <utility>

#include "base/text.h"
#include "render/printable.h"

namespace saldo {

namespace {

using Columns = std::vector<std::size_t>;  // indices into a grid or into widths
using Widths = std::vector<std::size_t>;

constexpr std::size_t narrowest_text = 19;  // a naam, an opening and one year then fit in 80 columns
constexpr std::size_t indent_per_level = 2;

// Two spaces, three where a year ends and the next begins.
std::size_t gap(const GridColumn& left, const GridColumn& right) {
  return is_figure(left) && left.group != right.group ? 3 : 2;
}

std::size_t total_width(const GridHead& grid, const Columns& columns, const Widths& widths) {
  std::size_t total = 0;
  for (std::size_t i = 0; i < columns.size(); ++i) {
    if (i > 0) total += gap(grid.columns[columns[i - 1]], grid.columns[columns[i]]);
    total += widths[columns[i]];
  }
  return total;
}

bool has_groups(const GridHead& grid) {
  return std::any_of(grid.columns.begin(), grid.columns.end(),
                     [](const GridColumn& column) { return !column.group.empty(); });
}

bool tells(const GridColumn& column) { return column.type != ColumnType::amount && column.group.empty(); }

// Columns that tell what a row is: all before the amounts, and without any the first, such as the values of a sweep. What
// comes after an amount, such as the V or N of a deviation, tells something of that.
bool is_repeated(const GridHead& grid, std::size_t column) {
  const auto begin = grid.columns.begin();
  const auto amounts = std::find_if_not(begin, grid.columns.end(), tells);
  if (column == 0) return grid.columns[0].group.empty();
  return column < static_cast<std::size_t>(amounts - begin);
}

Columns repeated_columns(const GridHead& grid) {
  Columns repeated;
  for (std::size_t i = 0; i < grid.columns.size(); ++i)
    if (is_repeated(grid, i)) repeated.push_back(i);
  return repeated;
}

// What a block is filled with: the columns that no block boundary may come between.
std::vector<Columns> units(const GridHead& grid) {
  std::vector<Columns> units;
  const bool grouped = has_groups(grid);
  if (grouped) units.emplace_back();  // amounts of no group stay in the first block
  for (std::size_t i = 0; i < grid.columns.size(); ++i) {
    const GridColumn& column = grid.columns[i];
    if (is_repeated(grid, i)) continue;
    if (tells(column) && !units.empty() && !units.back().empty()) units.back().push_back(i);
    else if (grouped && column.group.empty()) units.front().push_back(i);
    else if (grouped && i > 0 && grid.columns[i - 1].group == column.group) units.back().push_back(i);
    else units.push_back({i});
  }
  std::erase_if(units, [](const Columns& unit) { return unit.empty(); });
  return units;
}

Columns joined(const Columns& a, const Columns& b) {
  Columns both = a;
  both.insert(both.end(), b.begin(), b.end());
  std::sort(both.begin(), both.end());
  return both;
}

std::vector<Columns> blocks(const GridHead& grid, const Widths& widths, std::size_t page_width) {
  const Columns repeated = repeated_columns(grid);
  std::vector<Columns> blocks = {repeated};
  bool empty = true;
  for (const Columns& unit : units(grid)) {
    const Columns wider = joined(blocks.back(), unit);
    if (empty || total_width(grid, wider, widths) <= page_width) blocks.back() = wider;
    else blocks.push_back(joined(repeated, unit));
    empty = false;
  }
  return blocks;
}

// A group label wider than its columns makes the first of them wider.
void make_room_for_groups(const GridHead& grid, Widths& widths) {
  for (const Columns& unit : units(grid)) {
    const std::size_t label = display_width(grid.columns[unit.front()].group);
    const std::size_t columns = total_width(grid, unit, widths);
    if (label > columns) widths[unit.front()] += label - columns;
  }
}

Widths natural_widths(const GridHead& grid, Widths widths) {
  widths.resize(grid.columns.size());
  for (std::size_t i = 0; i < widths.size(); ++i) widths[i] = std::max(widths[i], display_width(grid.columns[i].label));
  make_room_for_groups(grid, widths);
  return widths;
}

// The columns in `flexible` cut down to `cap`, the others and every label whole.
Widths capped(const GridHead& grid, const Widths& natural, const Columns& flexible, std::size_t cap) {
  Widths widths = natural;
  for (const std::size_t i : flexible)
    widths[i] = std::max(std::min(natural[i], cap), display_width(grid.columns[i].label));
  return widths;
}

Columns text_columns(const GridHead& grid, bool only_name) {
  Columns columns;
  for (std::size_t i = 0; i < grid.columns.size(); ++i)
    if (!is_figure(grid.columns[i]) && (!only_name || grid.columns[i].is_name)) columns.push_back(i);
  return columns;
}

bool all_fit(const GridHead& grid, const std::vector<Columns>& blocks, const Widths& widths, std::size_t page_width) {
  return std::all_of(blocks.begin(), blocks.end(),
                     [&](const Columns& block) { return total_width(grid, block, widths) <= page_width; });
}

// One cap for all blocks, so that the naam is as wide in the second as in the first.
Widths widest_fitting(const GridHead& grid, const std::vector<Columns>& parts, const Widths& natural,
                      const Columns& flexible, std::size_t page_width) {
  for (std::size_t cap = page_width; cap > narrowest_text; --cap) {
    Widths widths = capped(grid, natural, flexible, cap);
    if (all_fit(grid, parts, widths, page_width)) return widths;
  }
  return capped(grid, natural, flexible, narrowest_text);
}

Block placed(const GridHead& grid, const Columns& columns, const Widths& widths) {
  Block block{columns, {}, 0};
  for (std::size_t i = 0; i < columns.size(); ++i) {
    if (i > 0) block.width += gap(grid.columns[columns[i - 1]], grid.columns[columns[i]]);
    block.starts.push_back(block.width);
    block.width += widths[columns[i]];
  }
  return block;
}

}  // namespace

std::size_t indent(const GridColumn& column, const GridRow& row, std::size_t width) {
  return column.is_name ? std::min(indent_per_level * row.level, width / 2) : 0;
}

void widen(Widths& widths, const GridHead& grid, const GridRow& row) {
  widths.resize(grid.columns.size());
  for (std::size_t i = 0; i < widths.size(); ++i) {
    const std::size_t level = grid.columns[i].is_name ? row.level : 0;
    widths[i] = std::max(widths[i], indent_per_level * level + display_width(printable(row.cells[i].text)));
  }
}

// In the fewest blocks: only the naam is cut where that is enough, else every text.
Layout lay_out(const GridHead& grid, Widths widths, std::size_t page_width) {
  const Widths natural = natural_widths(grid, std::move(widths));
  Columns flexible = text_columns(grid, true);
  const Widths narrow = capped(grid, natural, flexible, narrowest_text);
  std::vector<Columns> parts = blocks(grid, narrow, page_width);
  const Columns texts = text_columns(grid, false);
  const Widths narrower = capped(grid, natural, texts, narrowest_text);
  const std::vector<Columns> fewer = blocks(grid, narrower, page_width);
  if (!all_fit(grid, parts, narrow, page_width) || fewer.size() < parts.size()) {
    flexible = texts;
    parts = fewer;
  }
  Layout layout{widest_fitting(grid, parts, natural, flexible, page_width), {}};
  for (const Columns& part : parts)
    if (!part.empty()) layout.blocks.push_back(placed(grid, part, layout.widths));
  return layout;
}

}  // namespace saldo
