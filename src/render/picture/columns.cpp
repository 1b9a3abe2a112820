#include <algorithm>

#include "render/picture/kinds.h"
#include "render/picture/upright.h"

namespace saldo {

namespace {

// One after the other, each with a look of its own: solid, hatched, dotted.
std::vector<Told> rows_of_columns(const Picture& picture) {
  std::vector<Told> told;
  for (std::size_t s = 0; s < picture.chart.series.size(); ++s) {
    const ChartSeries& series = picture.chart.series[s];
    told.push_back({"r" + std::to_string(s % 4 + 1), name_of(series, picture.style), &series});
  }
  return told;
}

constexpr Px widest_bar = 500;

struct ColumnsOf {
  const Picture& picture;
  const Upright& upright;
  const std::vector<Told>& told;
  Drawing& drawing;

  void draw(std::size_t category) const {
    const auto bars = static_cast<Px>(std::max<std::size_t>(told.size(), 1));
    const Px each = std::min(upright.pitch() * 8 / 10 / bars, widest_bar);
    Px x = upright.centre(category) - each * bars / 2;
    for (std::size_t s = 0; s < told.size(); ++s, x += each) draw_one(category, s, x, x + std::max<Px>(each - 10, 10));
  }

  void draw_one(std::size_t category, std::size_t s, Px x1, Px x2) const {
    const Plotted& value = picture.values[s][category];
    if (value.holds == Holds::nothing) return;
    const Px zero = upright.scale.zero();
    if (value.holds == Holds::pm) return drawing.pm((x1 + x2) / 2, zero);
    drawing.bar("staaf " + told[s].classes, x1, zero, x2, visible_end(upright.scale, value.value),
                told_of(picture, category, told[s].name, told[s].series->values[category]));
  }
};

}  // namespace

Px draw_columns(const Picture& picture, Drawing& drawing, Px top) {
  if (picture.count() > most_columns) return draw_tornado(picture, drawing, top);
  const std::vector<Told> told = rows_of_columns(picture);
  DomainFinder finder;
  for (const std::vector<Plotted>& series : picture.values)
    for (const Plotted& one : series)
      if (one.is_number()) finder.take(one.value);
  const Domain domain = finder.domain(from_zero, least_step(picture, picture.money), 5);
  const Upright upright = stand_upright(picture, domain, told, drawing, top);
  for (std::size_t i = 0; i < picture.count(); ++i) ColumnsOf{picture, upright, told, drawing}.draw(i);
  drawing.line("nul", upright.left, upright.scale.zero(), upright.right, upright.scale.zero());
  return draw_below(picture, upright, told, drawing);
}

}  // namespace saldo
