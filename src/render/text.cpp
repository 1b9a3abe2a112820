#include "render/text.h"

#include <algorithm>

#include "base/text.h"
#include "render/colour.h"
#include "render/grid.h"
#include "render/layout.h"
#include "render/printable.h"

namespace saldo {

namespace {

// One line that is filled from left to right. Spaces come only before text, so that none are left at the end.
class Line {
 public:
  // A cell from `start` on, `width` wide; text wider than that sticks out.
  void put_left(std::size_t start, std::string_view text, std::string_view codes = {}) {
    while (text.ends_with(' ')) text.remove_suffix(1);
    if (text.empty()) return;
    line_ += std::string(start > used_ ? start - used_ : 0, ' ') + ansi::painted(text, codes);
    used_ = std::max(start, used_) + display_width(text);
  }
  void put_right(std::size_t start, std::size_t width, std::string_view text, std::string_view codes = {}) {
    const std::size_t own = display_width(text);
    put_left(start + (own < width ? width - own : 0), text, codes);
  }
  void put_centred(std::size_t start, std::size_t width, std::string_view text) {
    const std::size_t own = display_width(text);
    put_left(start + (own < width ? (width - own) / 2 : 0), text);
  }
  std::string ended() const { return line_ + '\n'; }

 private:
  std::string line_;
  std::size_t used_ = 0;
};

std::string rule(std::size_t width) {
  std::string line;
  for (std::size_t i = 0; i < width; ++i) line += "─";
  return line + '\n';
}

std::string wrapped(std::string_view text, const Style& style, std::string_view codes = {}) {
  std::string out;
  for (const std::string& part : wrap(text, std::max<std::size_t>(style.width, 1))) {
    Line line;
    line.put_left(0, part, codes);
    out += line.ended();
  }
  return out;
}

class BlockDrawing {
 public:
  BlockDrawing(const Grid& grid, const Layout& layout, const Block& block, const Style& style)
      : grid_(grid), layout_(layout), block_(block), style_(style) {}

  std::string drawn() const {
    std::string out = rule(block_.width) + group_line() + header_line() + rule(block_.width);
    bool after_rule = true;
    for (const GridRow& row : grid_.rows) {
      const bool is_total = row.kind == RowKind::total;
      if (is_total && !after_rule) out += rule(block_.width);
      out += row_lines(row);
      after_rule = is_total;  // totals below one another need no rule between them
    }
    return out;
  }

 private:
  const GridColumn& column(std::size_t i) const { return grid_.columns[block_.columns[i]]; }
  std::size_t width(std::size_t i) const { return layout_.widths[block_.columns[i]]; }

  std::string group_line() const {
    Line line;
    bool any = false;
    for (std::size_t i = 0; i < block_.columns.size();) {
      std::size_t last = i;
      while (last + 1 < block_.columns.size() && column(last + 1).group == column(i).group) ++last;
      const std::size_t span = block_.starts[last] + width(last) - block_.starts[i];
      line.put_centred(block_.starts[i], span, column(i).group);
      any = any || !column(i).group.empty();
      i = last + 1;
    }
    return any ? line.ended() : "";
  }

  std::string header_line() const {
    Line line;
    for (std::size_t i = 0; i < block_.columns.size(); ++i) {
      if (is_figure(column(i))) line.put_right(block_.starts[i], width(i), column(i).label);
      else line.put_left(block_.starts[i], column(i).label);
    }
    return line.ended();
  }

  std::string codes(const GridRow& row, const GridCell& cell) const {
    if (!style_.colour) return "";
    return std::string(is_sum(row) ? ansi::bold : "") + std::string(cell.negative ? ansi::red : "");
  }

  // What column `i` writes on the lines of a row: figures on the first only.
  std::vector<std::string> cell_lines(const GridRow& row, std::size_t i) const {
    const std::string& text = row.cells[block_.columns[i]].text;
    if (is_figure(column(i)) || width(i) == 0) return {text};
    return wrap(text, std::max<std::size_t>(width(i) - indent(column(i), row, width(i)), 1));
  }

  std::string row_lines(const GridRow& row) const {
    std::vector<Line> lines(1);
    for (std::size_t i = 0; i < block_.columns.size(); ++i) {
      const std::vector<std::string> parts = cell_lines(row, i);
      lines.resize(std::max(lines.size(), parts.size()));
      const std::string paint = codes(row, row.cells[block_.columns[i]]);
      for (std::size_t j = 0; j < parts.size(); ++j) {
        if (is_figure(column(i))) lines[j].put_right(block_.starts[i], width(i), parts[j], paint);
        else lines[j].put_left(block_.starts[i] + indent(column(i), row, width(i)), parts[j], paint);
      }
    }
    std::string out;
    for (const Line& line : lines) out += line.ended();
    return out;
  }

  const Grid& grid_;
  const Layout& layout_;
  const Block& block_;
  const Style& style_;
};

void make_printable(Grid& grid) {
  grid.title = printable(grid.title);
  for (GridColumn& column : grid.columns) {
    column.label = printable(column.label);
    column.group = printable(column.group);
  }
  for (GridRow& row : grid.rows)
    for (GridCell& cell : row.cells) cell.text = printable(cell.text);
  for (std::string& note : grid.notes) note = printable(note);
}

std::string table_text(const Table& table, const Style& style) {
  Grid grid = visible_grid(table, style);
  make_printable(grid);
  const Layout layout = lay_out(grid, style.width);
  std::string out;
  if (!grid.title.empty()) out += wrapped(grid.title, style, style.colour ? ansi::bold : "");
  for (std::size_t i = 0; i < layout.blocks.size(); ++i) {
    if (i > 0) out += '\n';
    out += BlockDrawing(grid, layout, layout.blocks[i], style).drawn();
  }
  if (!grid.notes.empty() && !layout.blocks.empty()) out += rule(layout.blocks.back().width);
  for (const std::string& note : grid.notes) out += wrapped(note, style);
  return out;
}

}  // namespace

std::string render_text(std::span<const Table> tables, const Style& style) {
  std::string out;
  for (const Table& table : tables) {
    if (!out.empty()) out += '\n';
    out += table_text(table, style);
  }
  return out;
}

}  // namespace saldo
