#include "render/picture/upright.h"

#include <algorithm>

namespace saldo {

namespace {

constexpr Px most_left = 1300;
constexpr Px clear = 90;  // between two figures: closer by, they read as one

constexpr Px small(Px width) { return width * 11 / 13; }  // in the type of .klein

std::string figure_below(const Told& row, std::size_t category, const Style& style) {
  return category < row.series->values.size() ? shown(row.series->values[category], style) : "";
}

Px widest_figure(const Picture& picture, const std::vector<Told>& told) {
  Px widest = 0;
  for (const Told& row : told)
    for (std::size_t i = 0; i < picture.count(); ++i)
      widest = std::max(widest, text_width(figure_below(row, i, picture.style)));
  return widest;
}

Px widest_name(const std::vector<Told>& told) {
  Px widest = 0;
  for (const Told& row : told) widest = std::max(widest, text_width(row.name));
  return std::min(widest + swatch + 100, most_left);
}

// Every so many categories has its name, so that they do not touch.
std::size_t names_apart(const Picture& picture, Px pitch) {
  Px widest = 0;
  for (const Label& name : picture.chart.categories) widest = std::max(widest, text_width(name.text()));
  if (widest + 60 <= pitch || picture.count() < 3) return 1;
  std::size_t apart = 1;
  while (static_cast<Px>(apart) * pitch < std::min<Px>(widest, 700) + 100 && apart < picture.count()) ++apart;
  return apart;
}

void draw_sign(const Told& row, Drawing& drawing, Px x, Px y) {
  const Px middle = y - swatch / 2 + 5;
  if (row.sign == Sign::square) return drawing.bar(row.classes, x, y - swatch, x + swatch, y);
  if (row.sign == Sign::line)
    drawing.path("lijn " + row.classes, path_step('M', x - 20, middle) + path_step('L', x + swatch + 20, middle));
  drawing.point("punt " + row.classes, x + swatch / 2, middle, row.sign == Sign::line ? 35 : 50);
}

}  // namespace

Px Upright::centre(std::size_t category) const {
  const auto wide = static_cast<Px>(2 * category + 1);
  return left + (right - left) * wide / static_cast<Px>(2 * std::max<std::size_t>(count, 1));
}

Wide least_step(const Picture& picture, bool money) {
  if (!money) return 1;
  return picture.style.cents ? 1 : picture.style.unit.cents();
}

Upright stand_upright(const Picture& picture, const Domain& domain, const std::vector<Told>& told, Drawing& drawing,
                      Px top) {
  Upright upright;
  upright.top = top + 80;
  upright.count = picture.count();
  upright.scale = {domain, upright.top + plot_height, upright.top};
  for (const Wide tick : domain.ticks())
    upright.left = std::max(upright.left, text_width(shown_tick(tick, picture, picture.money)) + 60);
  const Px with_names = std::max(upright.left, widest_name(told));
  const Px room = (upright.right - with_names) / static_cast<Px>(std::max<std::size_t>(upright.count, 1));
  const Px widest = widest_figure(picture, told);
  upright.small_figures = widest + clear > room;
  upright.figures_below = (upright.small_figures ? small(widest) : widest) + clear <= room;
  if (upright.figures_below) upright.left = with_names;
  for (const Wide tick : domain.ticks()) {
    const Px y = upright.scale.at(tick);
    drawing.line(tick == 0 ? "nul" : "as", upright.left, y, upright.right, y);
    drawing.text("", upright.left - 50, y + 45, Anchor::end, shown_tick(tick, picture, picture.money));
  }
  return upright;
}

Px draw_below(const Picture& picture, const Upright& upright, const std::vector<Told>& told, Drawing& drawing) {
  Px y = upright.bottom() + line_height;
  const std::size_t apart = names_apart(picture, upright.pitch());
  for (std::size_t i = 0; i < picture.count(); i += apart) {
    const std::string name = fitted(picture.chart.categories[i].text(), upright.pitch() * static_cast<Px>(apart));
    drawing.text("", upright.centre(i), y, Anchor::middle, name);
  }
  if (!upright.figures_below) return draw_legend(told, drawing, y + 60);
  for (const Told& row : told) {
    y += line_height;
    draw_sign(row, drawing, 0, y);
    drawing.text_in("", swatch + 50, y, upright.left - swatch - 50, row.name);
    for (std::size_t i = 0; i < picture.count(); ++i)
      drawing.text(upright.small_figures ? "klein" : "", upright.centre(i), y, Anchor::middle,
                   figure_below(row, i, picture.style));
  }
  return y + 60;
}

std::string told_of(const Picture& picture, std::size_t category, const std::string& series, const Cell& cell) {
  const std::string name = picture.chart.categories[category];
  return name + (series.empty() ? "" : ", " + series) + ": " + shown(cell, picture.style);
}

Px draw_legend(const std::vector<Told>& told, Drawing& drawing, Px top) {
  Px x = 0, y = top + line_height;
  for (const Told& row : told) {
    const Px own = swatch + 50 + text_width(row.name) + 200;
    if (x > 0 && x + own - 200 > picture_width) {
      x = 0;
      y += line_height;
    }
    draw_sign(row, drawing, x, y);
    drawing.text_in("", x + swatch + 50, y, picture_width - x - swatch - 50, row.name);
    x += own;
  }
  return told.empty() ? top : y + 60;
}

}  // namespace saldo
