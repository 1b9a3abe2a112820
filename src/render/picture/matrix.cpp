#include <algorithm>

#include "render/picture/kinds.h"
#include "render/picture/upright.h"

namespace saldo {

namespace {

constexpr Px least_name = 1200;
constexpr Px least_cell = 180;
constexpr Px most_cell = 450;

struct Squares {
  Px left, cell, head;  // where the first column begins, how wide each is and high each row, and how high the heads are
  bool figures = false;
  bool turned = false;  // the heads stand on their side
};

Wide largest_of(const Picture& picture) {
  Wide largest = 1;
  for (const std::vector<Plotted>& column : picture.values)
    for (const Plotted& one : column) largest = std::max(largest, one.value < 0 ? -one.value : one.value);
  return largest;
}

Squares squares_of(const Picture& picture) {
  Squares squares{0, least_cell, line_height};
  Px head = 0, figure = 0;
  for (const ChartSeries& series : picture.chart.series) {
    head = std::max(head, text_width(series.name.text()));
    for (const Cell& cell : series.values) figure = std::max(figure, text_width(shown(cell, picture.style)));
  }
  const auto columns = static_cast<Px>(std::max<std::size_t>(picture.values.size(), 1));
  const Px room = (picture_width - least_name) / columns;
  squares.figures = figure + 40 <= room;
  squares.cell = std::clamp<Px>(room, least_cell, squares.figures ? std::max<Px>(figure + 40, most_cell) : most_cell);
  squares.left = std::max(picture_width - columns * squares.cell, least_name);
  squares.turned = head + 30 > squares.cell;
  if (squares.turned) squares.head = std::min<Px>(head, 1200) + 40;
  return squares;
}

// As large as its amount: the square, not its side.
void draw_square(const Picture& picture, std::size_t column, std::size_t row, const Squares& squares, Wide largest,
                 Drawing& drawing, Px y) {
  const Plotted& value = picture.values[column][row];
  if (value.holds == Holds::nothing) return;
  const ChartSeries& series = picture.chart.series[column];
  const Px x = squares.left + static_cast<Px>(column) * squares.cell + squares.cell / 2;
  const Px room = squares.cell - 30, middle = y + squares.cell / 2;
  if (value.holds == Holds::pm) return drawing.pm(x, middle + 100);
  const Wide size = value.value < 0 ? -value.value : value.value;
  const Px side = std::max<Px>(static_cast<Px>(root_of(size * room * room / largest)), size == 0 ? 0 : 10);
  drawing.bar(value.value < 0 ? "staaf af" : "staaf r1", x - side / 2, middle - side / 2, x - side / 2 + side,
              middle - side / 2 + side, told_of(picture, row, series.name, series.values[row]));
  if (squares.figures)
    drawing.text("", x, y + squares.cell + 100, Anchor::middle, shown(series.values[row], picture.style));
}

void draw_heads(const Picture& picture, const Squares& squares, Drawing& drawing, Px bottom) {
  for (std::size_t c = 0; c < picture.values.size(); ++c) {
    const Px x = squares.left + static_cast<Px>(c) * squares.cell + squares.cell / 2;
    const std::string name = fitted(picture.chart.series[c].name.text(), squares.turned ? 1200 : squares.cell);
    if (squares.turned) drawing.text_up("", x + 45, bottom - 30, name);
    else drawing.text("", x, bottom - 40, Anchor::middle, name);
  }
}

// On two lines where the row is high enough.
void draw_row_name(const std::string& name, const Squares& squares, Px high, Drawing& drawing, Px top) {
  const std::size_t most = high > 2 * line_height ? 2 : 1;
  const std::vector<std::string> lines = fitted_lines(name, squares.left - 60, most);
  Px y = top + high / 2 + 45 - (static_cast<Px>(lines.size()) - 1) * line_height / 2;
  for (const std::string& line : lines) {
    if (line.ends_with("…")) drawing.text_cut("", 0, y, line, name);
    else drawing.text("", 0, y, Anchor::start, line);
    y += line_height;
  }
}

}  // namespace

Px draw_matrix(const Picture& picture, Drawing& drawing, Px top) {
  const Squares squares = squares_of(picture);
  const Wide largest = largest_of(picture);
  const Px right = squares.left + static_cast<Px>(picture.values.size()) * squares.cell;
  const Px high = squares.cell + (squares.figures ? 140 : 0);
  drawing.widen(right);
  Px y = top + squares.head;
  draw_heads(picture, squares, drawing, y);
  for (std::size_t row = 0; row < picture.count(); ++row, y += high) {
    drawing.line("as", 0, y, right, y);
    draw_row_name(picture.chart.categories[row].text(), squares, high, drawing, y);
    for (std::size_t column = 0; column < picture.values.size(); ++column)
      draw_square(picture, column, row, squares, largest, drawing, y);
  }
  for (std::size_t c = 0; c <= picture.values.size(); ++c) {
    const Px x = squares.left + static_cast<Px>(c) * squares.cell;
    drawing.line("as", x, top + squares.head, x, y);
  }
  drawing.line("as", 0, y, right, y);
  return y + 60;
}

}  // namespace saldo
