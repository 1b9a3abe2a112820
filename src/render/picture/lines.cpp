#include <algorithm>

#include "base/dutch.h"
#include "render/picture/kinds.h"
#include "render/picture/upright.h"

namespace saldo {

namespace {

Domain domain_of_points(const Picture& picture) {
  DomainFinder finder;
  for (const std::vector<Plotted>& series : picture.values)
    for (const Plotted& one : series)
      if (one.is_number()) finder.take(one.value);
  for (const Plotted& mark : picture.marks)
    if (mark.is_number()) finder.take(mark.value);
  return finder.domain(near_zero, least_step(picture, picture.money), 5);
}

// A line through what has an amount; it stops where there is none.
std::string through(const std::vector<Plotted>& values, const Upright& upright) {
  std::string path;
  bool goes_on = false;
  for (std::size_t i = 0; i < values.size(); ++i) {
    if (values[i].is_number())
      path += path_step(goes_on ? 'L' : 'M', upright.centre(i), upright.scale.at(values[i].value));
    goes_on = values[i].is_number();
  }
  return path;
}

// Where the words beside a mark would stand in the way of the line, they stand at its other end.
bool is_nearer_at_begin(const Picture& picture, Wide mark) {
  if (picture.values.empty() || picture.values.front().empty()) return false;
  const auto away = [&](const Plotted& one) { return one.value < mark ? mark - one.value : one.value - mark; };
  return away(picture.values.front().front()) < away(picture.values.front().back());
}

void draw_marks(const Picture& picture, const Upright& upright, Drawing& drawing) {
  for (std::size_t m = 0; m < picture.marks.size(); ++m) {
    if (!picture.marks[m].is_number()) continue;
    const ChartMark& mark = picture.chart.marks[m];
    const Px y = upright.scale.at(picture.marks[m].value);
    if (mark.is_floor) drawing.bar("onder", upright.left, y, upright.right, upright.bottom());
    drawing.line("grens", upright.left, y, upright.right, y);
    const std::string words = mark.name.text() + ' ' + shown(mark.at, picture.style);
    if (is_nearer_at_begin(picture, picture.marks[m].value))
      drawing.text("rand", upright.right, y - 35, Anchor::end, fitted(words, upright.right - upright.left));
    else drawing.text_in("rand", upright.left + 30, y - 35, upright.right - upright.left - 30, words);
  }
}

Px radius_of(const Upright& upright) { return std::clamp<Px>(upright.pitch() / 4, 12, 45); }

void draw_series(const Picture& picture, std::size_t s, const Told& told, const Upright& upright, Drawing& drawing) {
  drawing.path("lijn " + told.classes, through(picture.values[s], upright));
  for (std::size_t i = 0; i < picture.count(); ++i) {
    const Plotted& value = picture.values[s][i];
    const Px x = upright.centre(i);
    if (value.holds == Holds::pm) drawing.pm(x, upright.scale.at(std::max<Wide>(upright.scale.domain.from, 0)));
    if (value.is_number())
      drawing.point("punt " + told.classes, x, upright.scale.at(value.value), radius_of(upright),
                    told_of(picture, i, told.name, told.series->values[i]));
  }
}

// Each pair around the middle, the outermost first, and what is outside of them is not drawn.
struct Bands {
  const Picture& picture;
  const Upright& upright;
  Drawing& drawing;
  std::vector<std::size_t> series;  // without those that are lines of their own

  void draw(std::size_t outer) const {
    const std::size_t low = series[outer], high = series[series.size() - 1 - outer];
    std::string path;
    std::vector<std::size_t> both;
    for (std::size_t i = 0; i < picture.count(); ++i)
      if (picture.values[low][i].is_number() && picture.values[high][i].is_number()) both.push_back(i);
    for (const std::size_t i : both)
      path += path_step(path.empty() ? 'M' : 'L', upright.centre(i), upright.scale.at(picture.values[high][i].value));
    std::for_each(both.rbegin(), both.rend(), [&](std::size_t i) {
      path += path_step('L', upright.centre(i), upright.scale.at(picture.values[low][i].value));
    });
    if (both.size() > 1) drawing.path("band b" + std::to_string(std::min<std::size_t>(outer + 1, 3)), path + "Z");
    if (both.size() == 1)
      drawing.bar("band b" + std::to_string(std::min<std::size_t>(outer + 1, 3)), upright.centre(both.front()) - 100,
                  upright.scale.at(picture.values[low][both.front()].value), upright.centre(both.front()) + 100,
                  upright.scale.at(picture.values[high][both.front()].value));
  }
};

bool is_plan(const ChartSeries& series) { return series.key == "plan"; }

}  // namespace

Px draw_points(const Picture& picture, Drawing& drawing, Px top) {
  std::vector<Told> told;
  for (std::size_t s = 0; s < picture.chart.series.size(); ++s) {
    const ChartSeries& series = picture.chart.series[s];
    told.push_back({"r" + std::to_string(s % 4 + 1), name_of(series, picture.style), &series, Sign::line});
  }
  const Upright upright = stand_upright(picture, domain_of_points(picture), told, drawing, top);
  draw_marks(picture, upright, drawing);
  for (std::size_t s = 0; s < told.size(); ++s) draw_series(picture, s, told[s], upright, drawing);
  return draw_below(picture, upright, told, drawing);
}

Px draw_fan(const Picture& picture, Drawing& drawing, Px top) {
  std::vector<std::size_t> spread, plans;
  std::vector<Told> told;
  for (std::size_t s = 0; s < picture.chart.series.size(); ++s)
    (is_plan(picture.chart.series[s]) ? plans : spread).push_back(s);
  const std::size_t middle = spread.size() / 2;
  for (std::size_t i = spread.size(); i-- > 0;) {
    const std::size_t outer = std::min(i, spread.size() - 1 - i);
    const std::string look = i == middle ? "r1" : "band b" + std::to_string(std::min<std::size_t>(outer + 1, 3));
    told.push_back({look, name_of(picture.chart.series[spread[i]], picture.style), &picture.chart.series[spread[i]],
                    i == middle ? Sign::line : Sign::square});
  }
  for (const std::size_t s : plans)
    told.push_back({"r2", picture.chart.series[s].name, &picture.chart.series[s], Sign::line});
  const Upright upright = stand_upright(picture, domain_of_points(picture), told, drawing, top);
  const Bands bands{picture, upright, drawing, spread};
  for (std::size_t outer = 0; outer < middle; ++outer) bands.draw(outer);
  draw_marks(picture, upright, drawing);
  for (const std::size_t s : plans) draw_series(picture, s, told.back(), upright, drawing);
  if (!spread.empty()) draw_series(picture, spread[middle], told[spread.size() - 1 - middle], upright, drawing);
  return draw_below(picture, upright, told, drawing);
}

}  // namespace saldo
