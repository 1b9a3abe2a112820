#include "render/workbook/xlsx_chart.h"

#include <vector>

namespace saldo {

namespace {

// Colours that can be told apart by who sees few of them, dark enough on white (Okabe and Ito).
constexpr lxw_color_t blue = 0x0072B2, orange = 0xD55E00, green = 0x009E73, grey = 0x595959, white = 0xFFFFFF;

struct SeriesLook {
  lxw_color_t colour = grey;
  lxw_chart_pattern_type hatch = LXW_CHART_PATTERN_NONE;
};

SeriesLook look_of(BookChart::Look look) {
  switch (look) {
    case BookChart::Look::baten: return {blue};
    case BookChart::Look::lasten: return {orange, LXW_CHART_PATTERN_WIDE_UPWARD_DIAGONAL};
    case BookChart::Look::stand: return {blue};
    case BookChart::Look::floor: return {orange};
    case BookChart::Look::base: return {white};
    case BookChart::Look::whole: return {grey};
    case BookChart::Look::up: return {green};
    case BookChart::Look::down: return {orange, LXW_CHART_PATTERN_WIDE_UPWARD_DIAGONAL};
  }
  return {};
}

class ChartWriter {
 public:
  ChartWriter(const XlsxLibrary& library, lxw_workbook* workbook, const BookChart& chart)
      : library_(library), from_(chart), chart_(library.workbook_add_chart(workbook, type_of(chart.kind))) {}

  lxw_chart* write() const {
    if (chart_ == nullptr) return nullptr;
    std::vector<std::int16_t> unnamed;
    for (std::size_t i = 0; i < from_.series.size(); ++i) {
      write(from_.series[i]);
      if (from_.series[i].name.empty()) unnamed.push_back(static_cast<std::int16_t>(i));
    }
    unnamed.push_back(-1);
    if (from_.kind != BookChart::Kind::line) library_.chart_set_series_gap(chart_, 50);
    const bool has_names = unnamed.size() <= from_.series.size();
    library_.chart_legend_set_position(chart_, has_names ? LXW_CHART_LEGEND_BOTTOM : LXW_CHART_LEGEND_NONE);
    if (has_names && unnamed.size() > 1) library_.chart_legend_delete_series(chart_, unnamed.data());
    lxw_chart_font font{};
    font.size = 12;
    library_.chart_title_set_name(chart_, from_.title.c_str());
    library_.chart_title_set_name_font(chart_, &font);
    // Years stay below the picture where columns go below zero.
    library_.chart_axis_set_label_position(chart_->x_axis, LXW_CHART_AXIS_LABEL_POSITION_LOW);
    library_.chart_axis_set_num_format(chart_->y_axis, "[$-413]#,##0");
    if (from_.is_from_zero) library_.chart_axis_set_min(chart_->y_axis, 0);
    return chart_;
  }

 private:
  static std::uint8_t type_of(BookChart::Kind kind) {
    switch (kind) {
      case BookChart::Kind::bars: return LXW_CHART_COLUMN;
      case BookChart::Kind::line: return LXW_CHART_LINE;
      case BookChart::Kind::stacked: break;
    }
    return LXW_CHART_COLUMN_STACKED;
  }

  void write(const BookChart::Series& series) const {
    lxw_chart_series* into = library_.chart_add_series(chart_, nullptr, nullptr);
    if (into == nullptr) return;
    const auto hand_over = [&](auto set, const BookRange& cells) {
      set(into, from_.sheet.c_str(), static_cast<lxw_row_t>(cells.first_row),
          static_cast<lxw_col_t>(cells.first_column), static_cast<lxw_row_t>(cells.last_row),
          static_cast<lxw_col_t>(cells.last_column));
    };
    hand_over(library_.chart_series_set_categories, from_.categories);
    hand_over(library_.chart_series_set_values, series.values);
    if (!series.name.empty()) library_.chart_series_set_name(into, series.name.c_str());
    if (from_.kind == BookChart::Kind::line) dress_line(into, series.look);
    else dress_columns(into, series.look);
  }

  void dress_line(lxw_chart_series* into, BookChart::Look look) const {
    lxw_chart_line line{};
    line.color = look_of(look).colour;
    line.width = 2;
    if (look == BookChart::Look::floor) line.dash_type = LXW_CHART_LINE_DASH_DASH;
    library_.chart_series_set_line(into, &line);
    if (look == BookChart::Look::floor) return;
    lxw_chart_fill fill{};
    fill.color = line.color;
    library_.chart_series_set_marker_type(into, LXW_CHART_MARKER_CIRCLE);
    library_.chart_series_set_marker_fill(into, &fill);
    library_.chart_series_set_marker_line(into, &line);
  }

  void dress_columns(lxw_chart_series* into, BookChart::Look look) const {
    const SeriesLook dress = look_of(look);
    lxw_chart_fill fill{};
    fill.color = dress.colour;
    fill.none = look == BookChart::Look::base ? LXW_TRUE : LXW_FALSE;
    lxw_chart_pattern pattern{};
    pattern.fg_color = dress.colour;
    pattern.bg_color = white;
    pattern.type = static_cast<std::uint8_t>(dress.hatch);
    if (dress.hatch == LXW_CHART_PATTERN_NONE) library_.chart_series_set_fill(into, &fill);
    else library_.chart_series_set_pattern(into, &pattern);
    lxw_chart_line line{};
    line.color = dress.colour;
    line.none = fill.none;
    library_.chart_series_set_line(into, &line);
  }

  const XlsxLibrary& library_;
  const BookChart& from_;
  lxw_chart* chart_;
};

}  // namespace

lxw_chart* add_chart(const XlsxLibrary& library, lxw_workbook* workbook, const BookChart& chart) {
  return ChartWriter(library, workbook, chart).write();
}

}  // namespace saldo
