#include <algorithm>

#include "render/picture/kinds.h"

namespace saldo {

namespace {

constexpr Px indent_of_level = 200;
constexpr int deepest = 8;  // what is deeper stands as far

// A shape, a colour and a word: each tells enough by itself.
void draw_stand(ChartStand stand, Drawing& drawing, Px x, Px y) {
  constexpr Px half = 55;
  switch (stand) {
    case ChartStand::none: return;
    case ChartStand::good: return drawing.point("stand goed", x, y, half);
    case ChartStand::partly:
      return drawing.path("stand deels", path_step('M', x, y - half) + path_step('L', x + half + 5, y + half) +
                                             path_step('L', x - half - 5, y + half) + "Z");
    case ChartStand::bad: return drawing.bar("stand niet", x - half, y - half, x + half, y + half);
    case ChartStand::open: return drawing.point("stand open", x, y, half - 10);
  }
}

Px draw_node(const ChartNode& node, Drawing& drawing, Px top) {
  const Px x = indent_of_level * std::clamp(node.level, 0, deepest);
  const bool stands = node.stand != ChartStand::none;
  const Px begin = x + (stands ? 150 : 0);
  const std::string word = node.word.text();
  const Px room = picture_width - begin - (word.empty() ? 0 : text_width(word) + 100);
  const std::vector<std::string> lines = fitted_lines(node.name.text(), room, 3);
  const std::string look = node.level == 0 ? "som" : "";
  Px y = top;
  for (std::size_t i = 0; i < std::max<std::size_t>(lines.size(), 1); ++i) {
    y += line_height;
    if (lines.empty()) break;
    if (lines[i].ends_with("…")) drawing.text_cut(look, begin, y, lines[i], node.name.text());
    else drawing.text(look, begin, y, Anchor::start, lines[i]);
  }
  draw_stand(node.stand, drawing, x + 60, top + line_height - 45);
  if (!word.empty()) drawing.text("", picture_width, top + line_height, Anchor::end, word);
  return y + (stands ? 30 : 60);
}

}  // namespace

Px draw_tree(const Picture& picture, Drawing& drawing, Px top) {
  Px y = top;
  for (const ChartNode& node : picture.chart.nodes) y = draw_node(node, drawing, y);
  return y + 60;
}

}  // namespace saldo
