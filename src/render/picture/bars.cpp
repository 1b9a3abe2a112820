#include "render/picture/bars.h"

#include <algorithm>
#include <functional>

#include "base/page/minus.h"
#include "base/text.h"
#include "render/colour.h"
#include "render/picture/figures.h"
#include "render/picture/strip.h"
#include "render/printable.h"

namespace saldo {

namespace {

struct TextRow {
  std::string name, series, figure;
  std::function<std::string(const Strip&)> drawn = [](const Strip&) { return std::string(); };
};

struct TextPicture {
  Domain domain;
  std::vector<TextRow> rows;
};

constexpr std::string_view step_signs = "▓ erbij  ░ eraf";
constexpr std::size_t least_columns = 8;  // of a bar
constexpr std::size_t most_columns_of_bar = 60;

// As in the tables around it.
std::string with_hyphen(std::string figure) {
  const std::size_t at = figure.find(minus_sign);
  return at == std::string::npos ? figure : with_hyphen(figure.replace(at, minus_sign.size(), "-"));
}

std::function<std::string(const Strip&)> plain_bar(Wide value) {
  return [value](const Strip& strip) { return strip.bar(value); };
}

// Whatever is drawn from zero.
Domain domain_from_zero(const Picture& picture) {
  DomainFinder finder;
  for (const std::vector<Plotted>& series : picture.values)
    for (const Plotted& one : series) finder.take(one.value);
  for (const Plotted& mark : picture.marks)
    if (picture.edges.empty()) finder.take(mark.value);
  return finder.exact();
}

TextPicture bars_of(const Picture& picture) {
  TextPicture text{domain_from_zero(picture), {}};
  const std::vector<ChartSeries>& series = picture.chart.series;
  for (std::size_t i = 0; i < picture.count(); ++i) {
    bool is_first = true;
    for (std::size_t s = 0; s < series.size(); ++s) {
      const Plotted& value = picture.values[s][i];
      if (value.holds == Holds::nothing && series.size() > 1) continue;
      const std::string name = picture.chart.categories[i];
      text.rows.push_back({!is_first               ? ""
                           : picture.edges.empty() ? name
                                                   : with_hyphen(name),
                           series.size() > 1 ? name_of(series[s], picture.style) : "",
                           shown(series[s].values[i], picture.style)});
      if (value.is_number()) text.rows.back().drawn = plain_bar(value.value);
      is_first = false;
    }
  }
  for (std::size_t m = 0; m < picture.marks.size(); ++m) {
    if (!picture.marks[m].is_number() || !picture.edges.empty()) continue;
    const Wide at = picture.marks[m].value;
    text.rows.push_back({picture.chart.marks[m].name, "", shown(picture.chart.marks[m].at, picture.style),
                         [at](const Strip& strip) { return strip.floating(0, at, "░"); }});
  }
  return text;
}

TextPicture steps_of(const Picture& picture) {
  DomainFinder finder;
  const std::vector<FallingStep> steps = falling_steps(picture);
  for (const FallingStep& step : steps) {
    if (!step.is_sum) finder.take(step.from);
    finder.take(step.to);
  }
  TextPicture text{finder.domain(steps_to_zero, 1, 4), {}};
  for (std::size_t i = 0; i < steps.size(); ++i) {
    const FallingStep step = steps[i];
    const Cell& cell = picture.chart.series.front().values[i];
    text.rows.push_back(
        {picture.chart.categories[i], "", step.is_sum ? shown(cell, picture.style) : shown_step(cell, picture.style)});
    if (!step.value.is_number() || (!step.is_sum && step.from == step.to)) continue;
    text.rows.back().drawn = [step, domain = text.domain](const Strip& strip) {
      if (!step.is_sum) return strip.floating(step.from, step.to, step.to < step.from ? "░" : "▓");
      if (!domain.has_zero) return std::string(strip.column_of(step.to), ' ') + "◆";
      return step.to == 0 ? std::string() : strip.floating(0, step.to, "█");
    };
  }
  return text;
}

// ○ where it comes from and ● where it goes.
TextPicture pairs_of(const Picture& picture) {
  DomainFinder finder;
  for (const std::size_t s : {std::size_t{0}, std::size_t{1}})
    for (const Plotted& one : picture.values[s])
      if (one.is_number()) finder.take(one.value);
  TextPicture text{finder.domain(near_zero, 1, 4), {}};
  for (std::size_t i = 0; i < picture.count(); ++i) {
    const Plotted from = picture.values[0][i], to = picture.values[1][i];
    text.rows.push_back({picture.chart.categories[i], "", figure_of_pair(picture, i)});
    text.rows.back().drawn = [from, to](const Strip& strip) {
      Cells cells(strip.column_of(Wide{1} << 100) + 1);
      const std::size_t a = strip.column_of(from.value), b = strip.column_of(to.value);
      if (from.is_number() && to.is_number()) cells.put(std::min(a, b), std::max(a, b), "─");
      if (from.is_number()) cells.put(a, "○");
      if (to.is_number()) cells.put(b, "●");
      return cells.text();
    };
  }
  return text;
}

// ── from the lowest to the highest, ██ the innermost pair, │ the middle.
TextPicture ranges_of(const Picture& picture) {
  std::vector<std::size_t> spread;
  for (std::size_t s = 0; s < picture.chart.series.size(); ++s)
    if (picture.chart.series[s].key != "plan") spread.push_back(s);
  DomainFinder finder;
  for (const std::size_t s : spread)
    for (const Plotted& one : picture.values[s])
      if (one.is_number()) finder.take(one.value);
  TextPicture text{finder.domain(near_zero, 1, 4), {}};
  const std::size_t middle = spread.size() / 2;
  for (std::size_t i = 0; i < picture.count() && !spread.empty(); ++i) {
    std::vector<Wide> places;
    for (const std::size_t s : spread) places.push_back(picture.values[s][i].value);
    text.rows.push_back({picture.chart.categories[i], "",
                         shown(picture.chart.series[spread[middle]].values[i], picture.style),
                         [places, middle](const Strip& strip) {
                           Cells cells(strip.column_of(Wide{1} << 100) + 1);
                           const auto column = [&](std::size_t at) { return strip.column_of(places[at]); };
                           cells.put(column(0), column(places.size() - 1), "─");
                           if (middle > 0) cells.put(column(middle - 1), column(places.size() - middle), "█");
                           cells.put(column(middle), "┃");
                           return cells.text();
                         }});
  }
  return text;
}

// Each pair that has an amount, row by row.
TextPicture pairs_of_matrix(const Picture& picture) {
  TextPicture text{domain_from_zero(picture), {}};
  for (std::size_t row = 0; row < picture.count(); ++row) {
    bool is_first = true;
    for (std::size_t column = 0; column < picture.values.size(); ++column) {
      const Plotted& value = picture.values[column][row];
      if (value.holds == Holds::nothing) continue;
      const ChartSeries& series = picture.chart.series[column];
      text.rows.push_back({is_first ? picture.chart.categories[row].text() : "", "→ " + series.name.text(),
                           shown(series.values[row], picture.style)});
      if (value.is_number()) text.rows.back().drawn = plain_bar(value.value);
      is_first = false;
    }
  }
  return text;
}

TextPicture rows_of(const Picture& picture) {
  switch (picture.chart.kind) {
    case ChartKind::waterfall: return steps_of(picture);
    case ChartKind::fan: return ranges_of(picture);
    case ChartKind::matrix: return pairs_of_matrix(picture);
    case ChartKind::dumbbell:
      if (picture.chart.series.size() > 1) return pairs_of(picture);
      break;
    default: break;
  }
  return bars_of(picture);
}

std::string tree_text(const Picture& picture) {
  constexpr std::string_view signs[] = {"", "● ", "▲ ", "■ ", "○ "};
  std::string out;
  for (const ChartNode& node : picture.chart.nodes) {
    const std::string before(2 * static_cast<std::size_t>(std::clamp(node.level, 0, 8)), ' ');
    const std::string sign(signs[static_cast<std::size_t>(node.stand)]);
    const std::string word = node.word.empty() ? "" : printable(node.word.text()) + ": ";
    const std::size_t begin = before.size() + display_width(sign);
    bool is_first = true;
    for (const std::string& line :
         wrap(word + printable(node.name.text()), std::max<std::size_t>(picture.style.width, begin + 20) - begin)) {
      out += is_first ? before + sign + line : std::string(begin, ' ') + line;
      out += '\n';
      is_first = false;
    }
  }
  return out;
}

// Names, figures and bars below one another; what a name has too many is cut, as all of it stands in the table.
std::string lined_up(TextPicture text, const Style& style) {
  std::size_t names = 0, series = 0, figures = 0;
  for (TextRow& row : text.rows) {
    row.figure = with_hyphen(std::move(row.figure));
    row.series = shortened(printable(row.series), std::max<std::size_t>(style.width / 5, 8));
    series = std::max(series, display_width(row.series));
    figures = std::max(figures, display_width(row.figure));
  }
  const std::size_t beside = figures + (series > 0 ? series + 2 : 0) + 4 + style.width / 4;
  const std::size_t most = std::clamp<std::size_t>(style.width > beside ? style.width - beside : 0, 8,
                                                   std::max<std::size_t>(style.width * 2 / 5, 8));
  for (TextRow& row : text.rows) {
    row.name = shortened(printable(row.name), most);
    names = std::max(names, display_width(row.name));
  }
  const std::size_t used = names + (series > 0 ? series + 2 : 0) + figures + 4;
  const std::size_t room = std::clamp(style.width > used ? style.width - used : 0, least_columns, most_columns_of_bar);
  const Strip strip(text.domain, room);
  std::string out;
  for (const TextRow& row : text.rows) {
    std::string line = pad_right(row.name, names) + (series > 0 ? "  " + pad_right(row.series, series) : "") + "  " +
                       pad_left(row.figure, figures) + "  " + row.drawn(strip);
    while (line.ends_with(' ')) line.pop_back();
    out += line + '\n';
  }
  return out;
}

std::string wrapped_line(std::string_view text, const Style& style, std::string_view codes) {
  std::string out;
  for (const std::string& line : wrap(printable(text), std::max<std::size_t>(style.width, 1)))
    out += ansi::painted(line, codes) + '\n';
  return out;
}

}  // namespace

std::string render_bars(const Chart& chart, const Style& style) {
  const Picture picture = picture_of(chart, style);
  std::string out;
  if (!chart.title.empty()) out += wrapped_line(chart.title.text(), style, style.colour ? ansi::bold : "");
  if (!chart.message.empty()) out += wrapped_line(with_hyphen(chart.message.text()), style, "");
  if (picture.empty()) return out + std::string(no_figures) + '\n';
  if (chart.kind == ChartKind::tree) return out + tree_text(picture);
  const std::string axis = axis_words(picture);
  if (!axis.empty()) out += wrapped_line(axis, style, "");
  out += lined_up(rows_of(picture), picture.style);
  if (chart.kind == ChartKind::waterfall) out += wrapped_line(step_signs, style, "");
  return out;
}

}  // namespace saldo
