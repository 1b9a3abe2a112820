// Pictures in text: how long the bars are, in eighths of a column.
#include "render/picture/bars.h"

#include <algorithm>
#include <cmath>

#include "base/text.h"
#include "render/picture/picture_charts.h"
#include "render/printable.h"
#include "support/catch.h"

using namespace saldo;
using picture::absent;
using picture::cents;
using picture::chart_of;
using picture::euros;
using picture::pm;

namespace {

std::vector<std::string> lines_of(const std::string& text) {
  std::vector<std::string> lines;
  for (std::size_t begin = 0; begin < text.size();) {
    const std::size_t end = text.find('\n', begin);
    lines.push_back(text.substr(begin, end - begin));
    begin = end + 1;
  }
  return lines;
}

Style wide(std::size_t width) {
  Style style;
  style.width = width;
  return style;
}

// Eighths of what stands in a line, halves of a column being four.
std::size_t eighths_in(std::string_view line) {
  const std::string_view parts[] = {"▏", "▎", "▍", "▌", "▋", "▊", "▉", "█"};
  std::size_t all = 0;
  for (const std::string_view point : code_points(line)) {
    for (std::size_t i = 0; i < std::size(parts); ++i)
      if (point == parts[i]) all += i + 1;
    if (point == "▐") all += 4;
    if (point == "▕") all += 1;
  }
  return all;
}

// Those with a row, after title, message and axis.
std::vector<std::string> rows_of(const Chart& chart, const Style& style) {
  std::vector<std::string> lines = lines_of(render_bars(chart, style));
  lines.erase(lines.begin(), lines.begin() + 3);
  return lines;
}

}  // namespace

TEST_CASE("a bar in text is as long as its amount, to an eighth of a column") {
  std::mt19937_64 random(1);
  for (int turn = 0; turn < 200; ++turn) {
    std::vector<Cell> cells(1 + random() % 20);
    for (Cell& cell : cells) cell = picture::any_cell(random);
    const std::vector<std::string> rows = rows_of(chart_of(ChartKind::bars, {cells}), wide(100));
    const auto amount_of = [&](std::size_t i) {
      const Amount* amount = std::get_if<Amount>(&cells[i]);
      return amount != nullptr && amount->is_money() ? static_cast<long double>(amount->counted().cents()) : 0.0L;
    };
    long double most = 0;
    std::size_t longest = 0;
    for (std::size_t i = 0; i < cells.size() && rows.size() == cells.size(); ++i)
      if (amount_of(i) > most) {
        most = amount_of(i);
        longest = eighths_in(rows[i]);
      }
    for (std::size_t i = 0; i < cells.size() && rows.size() == cells.size() && most > 0; ++i) {
      const long double right = std::abs(amount_of(i)) / most * static_cast<long double>(longest);
      const auto drawn = static_cast<long double>(eighths_in(rows[i]));
      INFO(rows[i]);
      if (amount_of(i) == 0) CHECK(drawn == 0);
      else CHECK(drawn >= 1);
      if (amount_of(i) > 0) CHECK(std::abs(drawn - right) <= 1.6L);
      if (amount_of(i) < 0 && longest >= 80)
        CHECK(std::abs(drawn - right) <= 4.0L + 2 * right / static_cast<long double>(longest));
    }
  }
}

TEST_CASE("what is below zero goes to the left of where the rest begins") {
  CHECK(rows_of(chart_of(ChartKind::bars, {{euros(300), euros(-100), euros(0), pm(), absent()}}), wide(40)) ==
        std::vector<std::string>{"rij 0   300         ███████████████████▌", "rij 1  -100  ▐██████", "rij 2     0",
                                 "rij 3    PM", "rij 4     -"});
}

TEST_CASE("no line of bars is wider than the terminal, or ends in a space") {
  std::mt19937_64 random(2);
  for (const ChartKind kind : picture::every_kind)
    for (const std::size_t width : {40u, 80u, 120u}) {
      std::vector<std::vector<Cell>> series(3, std::vector<Cell>(6));
      for (std::vector<Cell>& cells : series)
        for (Cell& cell : cells) cell = euros(static_cast<std::int64_t>(random() % 100'000) - 30'000);
      Chart chart = chart_of(kind, series);
      for (std::size_t i = 0; i < chart.categories.size(); ++i)
        chart.categories[i] = "een naam die langer is dan waarvoor plaats is, nummer " + std::to_string(i);
      for (const std::string& line : lines_of(render_bars(chart, wide(width)))) {
        INFO(line);
        CHECK(display_width(line) <= width);
        CHECK_FALSE(line.ends_with(' '));
      }
    }
}
