// A picture of figures, as a value: which figures, of what, and what they show. Where lines and bars stand is up to
// render/picture. No figure in it is worked out for the picture: each is a cell of a table, or could be.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "base/table.h"

namespace saldo {

// bars: a group of bars for each category, side by side, time from left to right.
// line: the first series as points with a line, and marks across it.
// waterfall: one series of steps; those that are `sums` stand on zero, what is between them adds up from the one to the
//   next.
// histogram: one series of shares, a bar from each of `edges` to the next; marks are amounts.
// fan: series from low to high over the categories; the middle one is a line, each pair around it a band.
// tornado: bars from zero, one below the other, in the order of the categories.
// dumbbell: two series, where each category comes from and where it goes.
// matrix: categories are rows, series are columns.
// tree: `nodes`, and none of the rest.
enum class ChartKind : std::uint8_t { bars, line, waterfall, histogram, fan, tornado, dumbbell, matrix, tree };

struct ChartSeries {
  std::string key;  // "baten", "stand", "p5": what a reader may have a word of his own for
  Label name;
  std::vector<Cell> values;  // one per category. PM is marked, what is absent or blank is not drawn
};

// A line across the picture: a floor, or the amount that 10% of the draws do not exceed.
struct ChartMark {
  Label name;
  Cell at;
  bool is_floor = false;  // what is below it is hatched
};

// How something stands: each has a shape, a colour and a word.
enum class ChartStand : std::uint8_t { none, good, partly, bad, open };

struct ChartNode {
  int level = 0;
  Label name;
  ChartStand stand = ChartStand::none;
  Label word = {};  // of its stand: "gehaald"
};

struct Chart {
  std::string id;  // of the table it is a picture of, and of no other picture on a page
  Label title;
  Label message;  // what it shows, in one sentence, for who does not see it
  ChartKind kind = ChartKind::bars;
  Label axis = {};  // what its values are: "stand per 31 december", "van 100 trekkingen". The unit comes with the style
  std::vector<Label> categories = {};
  std::vector<ChartSeries> series = {};
  std::vector<ChartMark> marks = {};
  std::vector<bool> sums = {};        // of a waterfall, one per category
  std::vector<Cell> edges = {};       // of a histogram, one more than categories
  std::vector<ChartNode> nodes = {};  // of a tree
  std::vector<Dutch> notes = {};      // under it, where no table says the same beside it
};

}  // namespace saldo
