// What stands in an svg, read back from it: places against amounts, words against names.
#include "render/picture/svg.h"

#include <algorithm>
#include <cmath>
#include <cstdlib>
#include <fstream>
#include <functional>
#include <pugixml.hpp>
#include <set>

#include "render/picture/bars.h"
#include "render/picture/picture_charts.h"
#include "render/printable.h"
#include "support/catch.h"
#include "support/support.h"

using namespace saldo;
using picture::absent;
using picture::cents;
using picture::chart_of;
using picture::euros;
using picture::pm;

namespace {

struct Svg {
  explicit Svg(const Chart& chart, const Style& style = {}, SvgUse use = SvgUse::alone)
      : text(render_svg(chart, style, use)), parsed(document.load_string(text.c_str(), pugi::parse_full)) {}

  std::vector<pugi::xml_node> all(const char* tag, const std::string& word = "") const {
    std::vector<pugi::xml_node> found;
    const std::function<void(pugi::xml_node)> walk = [&](pugi::xml_node node) {
      const std::string classes = " " + std::string(node.attribute("class").value()) + " ";
      if (node.name() == std::string(tag) && (word.empty() || classes.find(" " + word + " ") != std::string::npos))
        found.push_back(node);
      for (const pugi::xml_node child : node.children()) walk(child);
    };
    walk(document);
    return found;
  }
  std::vector<std::string> words() const {
    std::vector<std::string> found;
    for (const pugi::xml_node node : all("text")) found.emplace_back(node.child_value());
    return found;
  }
  bool says(const std::string& text_of_it) const {
    const std::vector<std::string> all_words = words();
    return std::find(all_words.begin(), all_words.end(), text_of_it) != all_words.end();
  }

  std::string text;
  pugi::xml_document document;
  pugi::xml_parse_result parsed;
};

// Tenths of a pixel.
long tenths(const pugi::xml_node& node, const char* name) { return std::lround(node.attribute(name).as_double() * 10); }

long double cents_of(const Cell& cell) { return static_cast<long double>(std::get<Amount>(cell).counted().cents()); }

std::vector<Cell> amounts_in(const std::vector<Cell>& cells) {
  std::vector<Cell> amounts;
  for (const Cell& cell : cells)
    if (const Amount* amount = std::get_if<Amount>(&cell); amount != nullptr && amount->is_money())
      amounts.push_back(cell);
  return amounts;
}

std::size_t pms_in(const std::vector<Cell>& cells) {
  return static_cast<std::size_t>(std::count_if(cells.begin(), cells.end(), [](const Cell& cell) {
    const Amount* amount = std::get_if<Amount>(&cell);
    return amount != nullptr && amount->is_pm();
  }));
}

// Every bar as long as its amount, to a tenth of a pixel and with a pixel at least: `size` and the end at zero.
void check_lengths(const std::vector<pugi::xml_node>& bars, const std::vector<Cell>& amounts, const char* size) {
  REQUIRE(bars.size() == amounts.size());
  long double most = 0;
  long longest = 0;
  for (std::size_t i = 0; i < bars.size(); ++i) {
    const long double amount = std::abs(cents_of(amounts[i]));
    if (amount <= most) continue;
    most = amount;
    longest = tenths(bars[i], size);
  }
  for (std::size_t i = 0; i < bars.size() && most > 0; ++i) {
    const long double amount = std::abs(cents_of(amounts[i]));
    const long double right = amount / most * static_cast<long double>(longest);
    const long length = tenths(bars[i], size);
    INFO(i << " of " << bars.size());
    if (amount == 0) CHECK(length == 0);
    else if (right < 10) CHECK((length >= 9 && length <= 11));
    else CHECK(std::abs(static_cast<long double>(length) - right) <= 2.0L);
  }
}

}  // namespace

TEST_CASE("bars are as high as their amounts, whatever those are") {
  std::mt19937_64 random(1);
  for (int turn = 0; turn < 300; ++turn) {
    std::vector<Cell> cells(1 + random() % 30);
    for (Cell& cell : cells) cell = picture::any_cell(random);
    const Svg svg(chart_of(ChartKind::bars, {cells}));
    INFO("turn " << turn << "\n" << svg.text);
    REQUIRE(svg.parsed);
    const std::vector<Cell> amounts = amounts_in(cells);
    check_lengths(svg.all("rect", "staaf"), amounts, "height");
    CHECK(svg.all("path", "pm").size() == pms_in(cells));
  }
}

TEST_CASE("what is below zero hangs from the line that the rest stands on") {
  const Svg svg(chart_of(ChartKind::bars, {{euros(300), euros(-100), euros(0), pm()}}));
  const auto bars = svg.all("rect", "staaf");
  REQUIRE(bars.size() == 3);
  CHECK(tenths(bars[0], "y") + tenths(bars[0], "height") == tenths(bars[1], "y"));
  CHECK(tenths(bars[2], "height") == 0);
  CHECK(std::abs(tenths(bars[0], "height") - 3 * tenths(bars[1], "height")) <= 3);
  CHECK(svg.says("PM"));
  CHECK(svg.says("−100"));
}

TEST_CASE("rows one below the other are as long as their amounts, two hundred of them as well") {
  std::mt19937_64 random(2);
  for (const std::size_t count : {1u, 2u, 40u, 200u}) {
    std::vector<Cell> cells(count);
    for (Cell& cell : cells) cell = picture::any_cell(random);
    const Svg svg(chart_of(ChartKind::tornado, {cells}));
    REQUIRE(svg.parsed);
    check_lengths(svg.all("rect", "staaf"), amounts_in(cells), "width");
  }
  const auto height = [](std::size_t rows) {
    const Svg svg(chart_of(ChartKind::tornado, {std::vector<Cell>(rows, euros(1))}));
    const std::string box = svg.document.child("svg").attribute("viewBox").value();
    return std::atof(box.substr(box.rfind(' ')).c_str());
  };
  CHECK(height(200) > 10 * height(10));
}

TEST_CASE("the steps of a waterfall go on from each other, and end at the sum") {
  std::mt19937_64 random(3);
  for (int turn = 0; turn < 200; ++turn) {
    std::vector<Cell> cells{euros(static_cast<std::int64_t>(random() % 2'000'000) - 1'000'000)};
    Money sum = std::get<Amount>(cells.front()).counted();
    for (std::size_t steps = random() % 8; steps > 0; --steps) {
      const Money step = Money::of_euros(static_cast<std::int64_t>(random() % 1'000'000) - 500'000);
      cells.emplace_back(Amount(step));
      sum += step;
    }
    cells.emplace_back(Amount(sum));
    const Svg svg(chart_of(ChartKind::waterfall, {cells}));
    REQUIRE(svg.parsed);
    const auto up = svg.all("rect", "bij"), down = svg.all("rect", "af");
    CHECK(up.size() + down.size() == cells.size() - 2);
    const auto steps = svg.all("rect", "staaf");
    const bool sums_are_bars = !svg.all("rect", "som").empty();
    long place = 0;
    bool known = false;
    std::size_t cell = 0;
    for (const pugi::xml_node bar : steps) {
      const bool is_sum = std::string(bar.attribute("class").value()).find(" som") != std::string::npos;
      if (sums_are_bars || cell > 0) ++cell;
      if (is_sum) continue;
      const bool falls = std::string(bar.attribute("class").value()).find(" af") != std::string::npos;
      const long left = tenths(bar, "x"), right = left + tenths(bar, "width");
      if (known) CHECK(std::abs((falls ? right : left) - place) <= 20);
      place = falls ? left : right;
      known = true;
    }
    // Where the sums are bars, the last one ends where the last step does.
    if (sums_are_bars && known && steps.size() > 2) {
      const pugi::xml_node last = steps.back();
      const long left = tenths(last, "x"), right = left + tenths(last, "width");
      CHECK(std::min(std::abs(left - place), std::abs(right - place)) <= 20);
    }
  }
}

TEST_CASE("points of a line stand at the height of their amounts, and PM breaks the line") {
  const Svg svg(chart_of(ChartKind::line, {{euros(0), euros(500), pm(), euros(1000), euros(-1000), absent()}}));
  const auto points = svg.all("circle", "punt");
  REQUIRE(points.size() == 4 + 1);  // and the sign of the series
  const long zero = tenths(points[0], "cy"), thousand = zero - tenths(points[2], "cy");
  CHECK(std::abs(thousand - 2 * (zero - tenths(points[1], "cy"))) <= 2);
  CHECK(std::abs(tenths(points[3], "cy") - zero - thousand) <= 2);
  const std::string line = svg.all("path", "lijn").front().attribute("d").value();
  CHECK(std::count(line.begin(), line.end(), 'M') == 2);
  CHECK(svg.all("path", "pm").size() == 1);
}

TEST_CASE("a floor is a line with its amount, and hatched below") {
  Chart chart = chart_of(ChartKind::line, {{euros(400), euros(900)}});
  chart.marks.push_back({std::string("ondergrens"), euros(500), true});
  const Svg svg(chart);
  CHECK(svg.says("ondergrens 500"));
  REQUIRE(svg.all("rect", "onder").size() == 1);
  REQUIRE(svg.all("line", "grens").size() == 1);
  CHECK(tenths(svg.all("rect", "onder").front(), "y") == tenths(svg.all("line", "grens").front(), "y1"));
}

TEST_CASE("the surface of a square of a matrix is its amount") {
  const Svg svg(chart_of(ChartKind::matrix, {{euros(100), euros(400)}, {euros(-100), pm()}}));
  const auto squares = svg.all("rect", "staaf");
  REQUIRE(squares.size() == 3);
  CHECK(std::abs(2 * tenths(squares[0], "width") - tenths(squares[2], "width")) <= 3);
  CHECK(squares[1].attribute("class").value() == std::string("staaf af"));
  CHECK(svg.all("path", "pm").size() == 1);
}

TEST_CASE("every kind is drawn with none, one, two, thirty and two hundred rows, in page and alone") {
  std::mt19937_64 random(4);
  for (const ChartKind kind : picture::every_kind)
    for (const std::size_t count : {0u, 1u, 2u, 30u, 200u})
      for (const int filled : {0, 1, 2}) {  // with anything, with PM, with zero
        std::vector<std::vector<Cell>> series(5, std::vector<Cell>(count));
        for (std::vector<Cell>& cells : series)
          for (Cell& cell : cells) cell = filled == 0 ? picture::any_cell(random) : filled == 1 ? pm() : euros(0);
        const Chart chart = chart_of(kind, series);
        INFO("kind " << static_cast<int>(kind) << ", " << count << " rows, filled " << filled);
        for (const SvgUse use : {SvgUse::alone, SvgUse::in_page}) {
          const Svg svg(chart, {}, use);
          CHECK(svg.parsed);
          const pugi::xml_node root = svg.document.child("svg");
          CHECK(root.attribute("role").value() == std::string("img"));
          CHECK(root.child("title").child_value() == std::string("Titel"));
          CHECK(root.child("desc").child_value() == std::string("Wat het laat zien."));
          CHECK(svg.text.find("nan") == std::string::npos);
          CHECK((root.child("style") ? 1 : 0) == (use == SvgUse::alone ? 1 : 0));
          if (count == 0) CHECK(svg.says("geen cijfers"));
        }
        const std::string text = render_bars(chart, {});
        CHECK(text.find("Titel") == 0);
        if (count == 0) CHECK(text.find("geen cijfers") != std::string::npos);
      }
}

TEST_CASE("an svg loads nothing, runs nothing and has no style of one element") {
  std::mt19937_64 random(5);
  for (const ChartKind kind : picture::every_kind) {
    const std::string text = Svg(chart_of(kind, {{euros(1), euros(-2), pm()}, {euros(3), euros(4), euros(5)}})).text;
    for (const char* none : {"<script", "<image", "href", " style=", "@import", "url(http", "onload"})
      CHECK(text.find(none) == std::string::npos);
  }
}

TEST_CASE("two pictures on a page share no id") {
  Chart one = chart_of(ChartKind::bars, {{euros(1)}, {euros(2)}});
  Chart other = one;
  other.id = "an/der \"plan\"";
  std::set<std::string> ids;
  std::size_t count = 0;
  for (const Chart& chart : {one, other}) {
    const Svg svg(chart, {}, SvgUse::in_page);
    REQUIRE(svg.parsed);
    for (const char* tag : {"title", "desc", "pattern"})
      for (const pugi::xml_node node : svg.all(tag))
        if (node.attribute("id")) {
          ids.insert(node.attribute("id").value());
          ++count;
        }
  }
  CHECK(count == 6);
  CHECK(ids.size() == count);
}

TEST_CASE("amounts have the unit of the style, and a smaller one where all would be nothing") {
  Style thousands;
  thousands.unit = Money::of_euros(1000);
  CHECK(Svg(chart_of(ChartKind::bars, {{euros(24'386'250)}}), thousands).says("24.386"));
  CHECK(Svg(chart_of(ChartKind::bars, {{euros(24'386'250)}}), thousands).says("as, bedragen x € 1.000"));
  CHECK(Svg(chart_of(ChartKind::bars, {{euros(12)}}), thousands).says("12"));
  CHECK(Svg(chart_of(ChartKind::bars, {{euros(12)}}), thousands).says("as, in euro’s"));
  CHECK(Svg(chart_of(ChartKind::bars, {{cents(1)}}), thousands).says("0,01"));
  CHECK(Svg(chart_of(ChartKind::bars, {{cents(-Money::limit_cents)}})).says("−90.000.000.000.000.000"));
}

TEST_CASE("places on an axis are 1, 2 or 5 times a power of ten, and read differently") {
  std::mt19937_64 random(6);
  for (int turn = 0; turn < 200; ++turn) {
    std::vector<Cell> cells(3);
    for (Cell& cell : cells) cell = picture::any_cell(random);
    const Svg svg(chart_of(ChartKind::bars, {cells}));
    std::vector<std::string> ticks;
    for (const pugi::xml_node text : svg.all("text", "eind")) ticks.emplace_back(text.child_value());
    const std::set<std::string> different(ticks.begin(), ticks.end());
    INFO(svg.text);
    CHECK(different.size() == ticks.size());
    CHECK(ticks.size() <= 8);
    if (!amounts_in(cells).empty()) CHECK(different.contains("0"));
  }
}

TEST_CASE("the most awkward names come back from an svg as they are, or as what can be shown of them") {
  const std::vector<std::string> names = {"<script>alert(1)</script>",
                                          "a & b",
                                          "\"aanhaling\" 'enkel'",
                                          "]]>",
                                          "<!-- -->",
                                          "&amp; &#169;",
                                          "=1+1",
                                          "tab\tregel\nterug\r",
                                          std::string("nul\0teken", 9),
                                          "\x01\x1f",
                                          "\xff\xfe geen utf-8",
                                          "\xEF\xBF\xBF",
                                          "",
                                          "😀 👩‍👩‍👧",
                                          "مرحبا",
                                          "\u202Eomgekeerd",
                                          "日本語の名前",
                                          "ﬁ ligatuur",
                                          std::string(500, 'W'),
                                          "woord " + std::string(200, 'x') + " woord",
                                          "  spaties  ",
                                          "%s %n",
                                          "{{totaal/eindsaldo/2028}}",
                                          "<?xml?>"};
  for (const ChartKind kind : picture::every_kind) {
    Chart chart =
        chart_of(kind, {std::vector<Cell>(names.size(), euros(5)), std::vector<Cell>(names.size(), euros(7))});
    for (std::size_t i = 0; i < names.size(); ++i) chart.categories[i] = names[i];
    for (std::size_t i = 0; i < chart.nodes.size(); ++i) chart.nodes[i].name = names[i];
    chart.title = names[0] + names[1] + names[2];
    chart.message = names[3] + names[10];
    const Svg svg(chart);
    INFO("kind " << static_cast<int>(kind));
    REQUIRE(svg.parsed);
    CHECK(svg.document.child("svg").child("title").child_value() == names[0] + names[1] + names[2]);
    CHECK(svg.all("script").empty());
    const std::set<std::string> told = [&] {
      std::set<std::string> all;
      for (const pugi::xml_node node : svg.all("title")) all.insert(node.child_value());
      for (const std::string& words : svg.words()) all.insert(words);
      return all;
    }();
    if (kind == ChartKind::tornado || kind == ChartKind::dumbbell || kind == ChartKind::tree)
      for (const std::string& name : {names[0], names[1], names[3], names[18], names[19]})
        CHECK(std::any_of(told.begin(), told.end(), [&](const std::string& all) { return all.starts_with(name); }));
  }
}

TEST_CASE("an svg is well-formed to others too") {
  if (!have("xmllint")) SKIP("there is no xmllint");
  const TempPlan folder({});
  std::mt19937_64 random(7);
  std::string files;
  for (const ChartKind kind : picture::every_kind) {
    std::vector<std::vector<Cell>> series(3, std::vector<Cell>(12));
    for (std::vector<Cell>& cells : series)
      for (Cell& cell : cells) cell = picture::any_cell(random);
    Chart chart = chart_of(kind, series);
    if (!chart.categories.empty()) chart.categories[0] = std::string("<a & \"b\"> ]]> \x02 \xEF\xBF\xBF");
    const std::string file = folder.file(std::to_string(static_cast<int>(kind)) + ".svg");
    std::ofstream(file) << render_svg(chart, {});
    files += " '" + file + "'";
  }
  CHECK(shell_prints("xmllint --noout" + files) == "");
}
