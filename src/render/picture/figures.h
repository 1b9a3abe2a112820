// The cells of a chart as numbers on a scale, and as words beside it.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "base/page/chart.h"
#include "base/ratio.h"
#include "render/style.h"

namespace saldo {

enum class Holds : std::uint8_t { nothing, pm, number };

// In cents, in tenths or hundredths of a percent, or as it was counted: all of one chart in the same. Money never leaves
// the range of Wide, whatever is added.
struct Plotted {
  Holds holds = Holds::nothing;
  Wide value = 0;
  bool is_number() const { return holds == Holds::number; }
};

// A chart with its cells as numbers.
struct Picture {
  const Chart& chart;
  Style style;        // with a smaller unit than was asked where all amounts would be nothing in that
  int decimals = 0;   // of values that are no money
  bool money = true;  // else shares or counts
  std::vector<std::vector<Plotted>> values;  // by series and category
  std::vector<Plotted> marks, edges;

  std::size_t count() const { return chart.categories.size(); }
  bool empty() const;  // nothing of it can be drawn
};
Picture picture_of(const Chart& chart, const Style& style);

// What people read: 1.234, −567, PM; with a plus where it is what comes in between.
std::string shown(const Cell& cell, const Style& style);
std::string shown_step(const Cell& cell, const Style& style);
// Where a pair of a dumbbell goes, and between brackets what the chart says the difference is: 900.000 (−448.815).
std::string figure_of_pair(const Picture& picture, std::size_t category);
// A place on the axis, which is round in the unit of the style.
std::string shown_tick(Wide value, const Picture& picture, bool money);

// "stand per 31 december, bedragen x € 1.000".
std::string axis_words(const Picture& picture);

// The word that the reader has for it, else its name.
std::string name_of(const ChartSeries& series, const Style& style);

// Where each step of a waterfall begins and ends; a sum begins at zero.
struct FallingStep {
  Plotted value;
  Wide from = 0, to = 0;
  bool is_sum = false;
};
std::vector<FallingStep> falling_steps(const Picture& picture);

inline constexpr std::string_view no_figures = "geen cijfers";

}  // namespace saldo
