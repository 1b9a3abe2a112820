// Where the columns of a grid stand on a page: how wide, and in which of the blocks below one another.
#pragma once

#include <cstddef>
#include <vector>

#include "render/grid.h"

namespace saldo {

// Columns that stand side by side, in the order of the grid, each with its first position on the line.
struct Block {
  std::vector<std::size_t> columns;
  std::vector<std::size_t> starts;  // one per entry of `columns`
  std::size_t width = 0;
};

struct Layout {
  std::vector<std::size_t> widths;  // one per grid column, the same in every block
  std::vector<Block> blocks;
};

// Spaces before the text of a cell in a column of `width`.
std::size_t indent(const GridColumn& column, const GridRow& row, std::size_t width);

// Figures get the width they need. As many groups of columns as fit stand in the first block, the next ones in blocks
// below that repeat what tells the rows apart; without groups, amount columns go to a next block one by one. The naam gives way
// first, down to 19 columns; other text columns only where a block would not fit otherwise. What then still does not
// fit sticks out: no figure is ever cut.
// `widths` are those of the widest cells, as widen() finds them.
Layout lay_out(const GridHead& grid, std::vector<std::size_t> widths, std::size_t page_width);

// Makes room in `widths`, one per column, for the cells of a row.
void widen(std::vector<std::size_t>& widths, const GridHead& grid, const GridRow& row);

}  // namespace saldo
