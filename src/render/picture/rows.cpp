#include <algorithm>

#include "render/picture/kinds.h"
#include "render/picture/lying.h"

namespace saldo {

namespace {

constexpr Px thick = 110;   // of a bar
constexpr Px between = 90;  // rows

Domain domain_of_steps(const Picture& picture, const std::vector<FallingStep>& steps) {
  DomainFinder finder;
  bool any_step = false;
  for (const FallingStep& step : steps) {
    if (!step.value.is_number()) continue;
    any_step = any_step || !step.is_sum;
    if (!step.is_sum) finder.take(step.from);
    finder.take(step.to);
  }
  return finder.domain(any_step ? steps_to_zero : from_zero, least_step(picture, picture.money), 4);
}

void draw_step(const FallingStep& step, const Lying& lying, const std::string& told, Drawing& drawing, Px y) {
  const Scale& scale = lying.scale;
  if (step.value.holds == Holds::pm) return drawing.pm(scale.at(step.from), y + thick);
  if (!step.value.is_number()) return;
  if (!step.is_sum) {
    Px end = scale.at(step.to);
    const Px from = scale.at(step.from);
    if (step.to > step.from) end = std::max(end, from + 10);
    if (step.to < step.from) end = std::min(end, from - 10);
    return drawing.bar(step.to < step.from ? "staaf af" : "staaf bij", from, y, end, y + thick, told);
  }
  // Where zero is not on the axis, the length of a bar would say nothing: a mark stands at the place.
  if (scale.domain.has_zero)
    return drawing.bar("staaf som", scale.zero(), y, visible_end(scale, step.to), y + thick, told);
  const Px x = scale.at(step.to), middle = y + thick / 2;
  drawing.path("staaf som",
               path_step('M', x, middle - 70) + path_step('L', x + 70, middle) + path_step('L', x, middle + 70) +
                   path_step('L', x - 70, middle) + "Z",
               told);
}

// The categories in which something is, of a dumbbell or a tornado.
void take_all(const Picture& picture, std::size_t series, DomainFinder& finder) {
  for (const Plotted& one : picture.values[series])
    if (one.is_number()) finder.take(one.value);
}

std::size_t count_bars(const Picture& picture, std::size_t category) {
  std::size_t bars = 0;
  for (const std::vector<Plotted>& series : picture.values)
    if (series[category].holds != Holds::nothing) ++bars;
  return bars;
}

Px widest_in(const Picture& picture) {
  Px widest = 0;
  for (const ChartSeries& series : picture.chart.series)
    for (const Cell& cell : series.values) widest = std::max(widest, text_width(shown(cell, picture.style)));
  return widest;
}

// One bar under the other, each with its figure at the right of it.
Px draw_bars(const Picture& picture, std::size_t category, const std::vector<Told>& told, const Lying& lying,
             Drawing& drawing, Px y) {
  for (std::size_t s = 0; s < told.size(); ++s) {
    const Plotted& value = picture.values[s][category];
    if (value.holds == Holds::nothing) continue;
    const Cell& cell = told[s].series->values[category];
    if (told.size() > 1) drawing.text("rand", picture_width, y + thick, Anchor::end, shown(cell, picture.style));
    if (value.holds == Holds::pm) drawing.pm(lying.scale.zero(), y + thick);
    else
      drawing.bar("staaf " + told[s].classes, lying.scale.zero(), y, visible_end(lying.scale, value.value), y + thick,
                  told_of(picture, category, told[s].name, cell));
    y += told.size() > 1 ? thick + 40 : thick;
  }
  return y;
}

void draw_pair(const Picture& picture, std::size_t category, const Lying& lying, Drawing& drawing, Px y) {
  const std::vector<ChartSeries>& series = picture.chart.series;
  const Plotted &from = picture.values[0][category], &to = picture.values[1][category];
  const Px middle = y + thick / 2;
  if (from.is_number() && to.is_number()) {
    const bool falls = to.value < from.value;
    drawing.line(falls ? "stang af" : "stang bij", lying.scale.at(from.value), middle, lying.scale.at(to.value),
                 middle);
  }
  if (from.is_number())
    drawing.point("punt hol", lying.scale.at(from.value), middle, 50,
                  told_of(picture, category, series[0].name, series[0].values[category]));
  if (to.holds == Holds::pm)
    drawing.pm(lying.scale.at(from.is_number() ? from.value : lying.scale.domain.from), y + thick);
  if (to.is_number())
    drawing.point("punt r1", lying.scale.at(to.value), middle, 50,
                  told_of(picture, category, series[1].name, series[1].values[category]));
}

Px finish(const Lying& lying, const Drawing& rows, Drawing& drawing, Px bottom) {
  draw_grid(lying, bottom, drawing);
  drawing.add(rows);
  return bottom;
}

}  // namespace

Px draw_waterfall(const Picture& picture, Drawing& drawing, Px top) {
  const std::vector<FallingStep> steps = falling_steps(picture);
  const Lying lying = lay_down(picture, domain_of_steps(picture, steps), 0, picture_width, drawing, top);
  Drawing rows(drawing.id());
  Px y = lying.top;
  for (std::size_t i = 0; i < steps.size(); ++i) {
    const Cell& cell = picture.chart.series.front().values[i];
    const std::string name = picture.chart.categories[i];
    const std::string figure = steps[i].is_sum ? shown(cell, picture.style) : shown_step(cell, picture.style);
    const Px start = y;
    y = draw_name(name, figure, steps[i].is_sum, rows, y);
    if (i > 0)
      rows.line("draad", lying.scale.at(steps[i].is_sum ? steps[i].to : steps[i].from), start - between,
                lying.scale.at(steps[i].is_sum ? steps[i].to : steps[i].from), y);
    draw_step(steps[i], lying, name + ": " + figure, rows, y);
    y += thick + between;
  }
  return finish(lying, rows, drawing, y);
}

Px draw_tornado(const Picture& picture, Drawing& drawing, Px top) {
  std::vector<Told> told;
  DomainFinder finder;
  for (std::size_t s = 0; s < picture.chart.series.size(); ++s) {
    const ChartSeries& series = picture.chart.series[s];
    told.push_back({"r" + std::to_string(s % 4 + 1), name_of(series, picture.style), &series});
    take_all(picture, s, finder);
  }
  if (told.size() > 1) top = draw_legend(told, drawing, top);
  const Px right = picture_width - (told.size() > 1 ? widest_in(picture) + 100 : 0);
  const Domain domain = finder.domain(from_zero, least_step(picture, picture.money), 4);
  const Lying lying = lay_down(picture, domain, 0, right, drawing, top);
  Drawing rows(drawing.id());
  Px y = lying.top;
  for (std::size_t i = 0; i < picture.count(); ++i) {
    const std::string figure = told.size() == 1 ? shown(told.front().series->values[i], picture.style) : "";
    y = draw_name(picture.chart.categories[i].text(), figure, false, rows, y);
    if (count_bars(picture, i) > 0) y = draw_bars(picture, i, told, lying, rows, y);
    y += between;
  }
  return finish(lying, rows, drawing, y);
}

Px draw_dumbbell(const Picture& picture, Drawing& drawing, Px top) {
  if (picture.chart.series.size() < 2) return draw_tornado(picture, drawing, top);
  const std::vector<Told> told{{"hol", picture.chart.series[0].name, &picture.chart.series[0], Sign::point},
                               {"r1", picture.chart.series[1].name, &picture.chart.series[1], Sign::point}};
  top = draw_legend(told, drawing, top);
  DomainFinder finder;
  for (const std::size_t s : {std::size_t{0}, std::size_t{1}}) take_all(picture, s, finder);
  const Domain domain = finder.domain(near_zero, least_step(picture, picture.money), 4);
  const Lying lying = lay_down(picture, domain, 0, picture_width, drawing, top);
  Drawing rows(drawing.id());
  Px y = lying.top;
  for (std::size_t i = 0; i < picture.count(); ++i) {
    y = draw_name(picture.chart.categories[i].text(), figure_of_pair(picture, i), false, rows, y);
    draw_pair(picture, i, lying, rows, y);
    y += thick + between;
  }
  return finish(lying, rows, drawing, y);
}

}  // namespace saldo
