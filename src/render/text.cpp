#include "render/text.h"

#include <algorithm>
#include <utility>

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
    if (start > used_) line_.append(start - used_, ' ');
    if (codes.empty()) line_ += text;
    else line_ += ansi::painted(text, codes);
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
  BlockDrawing(const GridHead& grid, const Layout& layout, const Block& block, const Style& style)
      : grid_(grid), layout_(layout), block_(block), style_(style) {}

  void draw(const DressedRows& rows, TextOut& out) const {
    out += rule(block_.width) + group_line() + header_line() + rule(block_.width);
    bool after_rule = true;
    rows.each(block_.columns, [&](const GridRow& row) {
      const bool is_total = row.kind == RowKind::total;
      if (is_total && !after_rule) out += rule(block_.width);
      out += row_lines(row);
      after_rule = is_total;  // totals below one another need no rule between them
      return out.is_wanted();
    });
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

  // Figures stand on the first line of a row only, and text that is too wide goes on below.
  std::string row_lines(const GridRow& row) const {
    std::vector<Line> lines(1);
    for (std::size_t i = 0; i < block_.columns.size(); ++i) {
      const GridCell& cell = row.cells[block_.columns[i]];
      if (cell.text.empty()) continue;
      const std::string paint = codes(row, cell), text = printable(cell.text);
      if (is_figure(column(i))) lines[0].put_right(block_.starts[i], width(i), text, paint);
      else put_text(lines, i, indent(column(i), row, width(i)), text, paint);
    }
    std::string out;
    for (const Line& line : lines) out += line.ended();
    return out;
  }

  void put_text(std::vector<Line>& lines, std::size_t i, std::size_t indent, const std::string& text,
                const std::string& paint) const {
    const std::size_t room = width(i) == 0 ? text.size() : std::max<std::size_t>(width(i) - indent, 1);
    const std::vector<std::string> parts = wrap(text, room);
    lines.resize(std::max(lines.size(), parts.size()));
    for (std::size_t j = 0; j < parts.size(); ++j) lines[j].put_left(block_.starts[i] + indent, parts[j], paint);
  }

  const GridHead& grid_;
  const Layout& layout_;
  const Block& block_;
  const Style& style_;
};

GridHead printable_head(GridHead head) {
  head.title = printable(head.title);
  for (GridColumn& column : head.columns) {
    column.label = printable(column.label);
    column.group = printable(column.group);
  }
  for (std::string& note : head.notes) note = printable(note);
  return head;
}

void write_table(const TableSource& table, const Style& style, TextOut& out) {
  std::vector<std::size_t> widths;
  const DressedRows rows(table, style,
                         [&widths](const GridHead& head, const GridRow& row) { widen(widths, head, row); });
  const GridHead grid = printable_head(rows.head());
  const Layout layout = lay_out(grid, std::move(widths), style.width);
  if (!grid.title.empty()) out += wrapped(grid.title, style, style.colour ? ansi::bold : "");
  for (std::size_t i = 0; i < layout.blocks.size(); ++i) {
    if (i > 0) out += '\n';
    BlockDrawing(grid, layout, layout.blocks[i], style).draw(rows, out);
  }
  if (!grid.notes.empty() && !layout.blocks.empty()) out += rule(layout.blocks.back().width);
  for (const std::string& note : grid.notes) out += wrapped(note, style);
}

}  // namespace

void write_text(std::span<const TableSource> tables, const Style& style, TextOut& out) {
  for (const TableSource& table : tables) {
    if (out.is_begun()) out += '\n';
    write_table(table, style, out);
  }
}

std::string render_text(std::span<const Table> tables, const Style& style) {
  return made_text([&](TextOut& out) { write_text(sources_of(tables), style, out); });
}

}  // namespace saldo
