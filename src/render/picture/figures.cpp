#include "render/picture/figures.h"

#include <algorithm>

#include "base/dutch.h"
#include "base/page/minus.h"
#include "base/text.h"

namespace saldo {

namespace {

constexpr std::string_view difference_key = "verschil";

int decimals_in(const Cell& cell) {
  const auto* decimal = std::get_if<Decimal>(&cell);
  return decimal == nullptr ? 0 : decimal->decimals;
}

Plotted plotted(const Cell& cell, int decimals) {
  if (const auto* amount = std::get_if<Amount>(&cell)) {
    if (amount->is_pm()) return {Holds::pm, 0};
    if (amount->is_absent() || amount->is_overflow()) return {};
    return {Holds::number, amount->counted().cents()};
  }
  if (const auto* number = std::get_if<std::int64_t>(&cell)) {
    Wide value = *number;
    for (int i = 0; i < decimals; ++i) value *= 10;
    return {Holds::number, value};
  }
  if (const auto* decimal = std::get_if<Decimal>(&cell)) {
    Wide value = decimal->units;
    for (int i = decimal->decimals; i < decimals; ++i) value *= 10;
    return {Holds::number, value};
  }
  return {};
}

std::vector<Plotted> all_plotted(const std::vector<Cell>& cells, std::size_t count, int decimals) {
  std::vector<Plotted> all(count);
  for (std::size_t i = 0; i < std::min(count, cells.size()); ++i) all[i] = plotted(cells[i], decimals);
  return all;
}

Wide size_of(Wide value) { return value < 0 ? -value : value; }

Wide largest_in(const Picture& picture) {
  Wide largest = 0;
  const auto take = [&](const std::vector<Plotted>& all) {
    for (const Plotted& one : all) largest = std::max(largest, size_of(one.value));
  };
  for (const std::vector<Plotted>& series : picture.values) take(series);
  take(picture.marks);
  take(picture.edges);
  return largest;
}

// Amounts of less than one of the unit would all read 0.
void choose_unit(Picture& picture) {
  const Wide largest = picture.money || !picture.edges.empty() ? largest_in(picture) : 0;
  if (largest == 0) return;
  if (largest < picture.style.unit.cents()) picture.style.unit = one_euro;
  if (largest < one_euro.cents() * 5) picture.style.cents = true;
}

std::string with_minus(std::string text) {
  if (text.starts_with('-') && text.size() > 1) text.replace(0, 1, minus_sign);
  return text;
}

std::string digits_of(Wide value) {
  std::string digits;
  do digits.insert(digits.begin(), static_cast<char>('0' + static_cast<int>(value % 10)));
  while ((value /= 10) != 0);
  return digits;
}

}  // namespace

bool Picture::empty() const {
  if (!chart.nodes.empty()) return false;
  for (const std::vector<Plotted>& of_series : values)
    for (const Plotted& one : of_series)
      if (one.holds != Holds::nothing) return false;
  return true;
}

Picture picture_of(const Chart& chart, const Style& style) {
  Picture picture{chart, style, 0, true, {}, {}, {}};
  bool any_number = false, any_money = false;
  for (const ChartSeries& series : chart.series)
    for (const Cell& cell : series.values) {
      picture.decimals = std::max(picture.decimals, decimals_in(cell));
      any_money = any_money || std::holds_alternative<Amount>(cell);
      any_number = any_number || std::holds_alternative<Decimal>(cell) || std::holds_alternative<std::int64_t>(cell);
    }
  picture.money = any_money || !any_number;
  for (const ChartSeries& series : chart.series)
    picture.values.push_back(all_plotted(series.values, chart.categories.size(), picture.decimals));
  for (const ChartMark& mark : chart.marks) picture.marks.push_back(plotted(mark.at, picture.decimals));
  picture.edges = all_plotted(chart.edges, chart.edges.size(), picture.decimals);
  choose_unit(picture);
  return picture;
}

std::string shown(const Cell& cell, const Style& style) {
  if (const auto* number = std::get_if<std::int64_t>(&cell))
    return with_minus(to_dutch(Money::of_euros(*number), false));
  return with_minus(dress(cell, style));
}

std::string shown_step(const Cell& cell, const Style& style) {
  const std::string text = shown(cell, style);
  const auto* amount = std::get_if<Amount>(&cell);
  return amount != nullptr && amount->is_money() && Money() < amount->counted() && text != "0" ? "+" + text : text;
}

std::string shown_tick(Wide value, const Picture& picture, bool money) {
  const Wide size = size_of(value);
  const std::string sign = value < 0 ? std::string(minus_sign) : "";
  Wide whole = 1;
  if (!money)
    for (int i = 0; i < picture.decimals; ++i) whole *= 10;
  else whole = picture.style.cents ? one_euro.cents() : picture.style.unit.cents();
  std::string text = sign + grouped(digits_of(size / whole), '.');
  Wide rest = size % whole;
  if (rest == 0) return text;
  text += ',';
  for (; rest != 0; rest %= whole) {
    rest *= 10;
    text += static_cast<char>('0' + static_cast<int>(rest / whole));
  }
  return text;
}

std::string figure_of_pair(const Picture& picture, std::size_t category) {
  const std::vector<ChartSeries>& series = picture.chart.series;
  std::string words = series.size() > 1 ? shown(series[1].values[category], picture.style) : "";
  if (series.size() < 3 || series[2].key != difference_key) return words;
  const std::string difference = shown_step(series[2].values[category], picture.style);
  return difference.empty() || difference == "-" ? words : words + " (" + difference + ")";
}

std::string axis_words(const Picture& picture) {
  std::string words = picture.chart.axis;
  std::string unit = picture.money || !picture.edges.empty() ? unit_remark(picture.style) : "";
  if (unit.empty() && (picture.money || !picture.edges.empty())) unit = Dutch("in euro’s").text();
  if (!unit.empty()) words += (words.empty() ? "" : ", ") + unit;
  return words;
}

std::string name_of(const ChartSeries& series, const Style& style) {
  for (const Heading& heading : style.headings)
    if (heading.of == series.key) return heading.words;
  return series.name;
}

std::vector<FallingStep> falling_steps(const Picture& picture) {
  std::vector<FallingStep> steps;
  Wide running = 0;
  for (std::size_t i = 0; i < picture.count() && !picture.values.empty(); ++i) {
    FallingStep step{picture.values.front()[i]};
    step.is_sum = i < picture.chart.sums.size() && picture.chart.sums[i];
    step.from = step.is_sum ? 0 : running;
    if (!step.is_sum) running += step.value.value;
    else if (step.value.is_number()) running = step.value.value;
    step.to = step.is_sum ? step.value.value : running;
    steps.push_back(step);
  }
  return steps;
}

}  // namespace saldo
