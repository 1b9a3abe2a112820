// The functions of libxlsxwriter, found while saldo runs. Private to this room.
#pragma once

#include <xlsxwriter.h>

namespace saldo {

// Each has the name and the type of the function itself.
struct XlsxLibrary {
#define SALDO_XLSX_FUNCTIONS(EACH)          \
  EACH(workbook_new_opt)                    \
  EACH(workbook_add_worksheet)              \
  EACH(workbook_add_format)                 \
  EACH(workbook_define_name)                \
  EACH(workbook_set_properties)             \
  EACH(workbook_close)                      \
  EACH(worksheet_write_string)              \
  EACH(worksheet_write_number)              \
  EACH(worksheet_write_blank)               \
  EACH(worksheet_write_formula_num)         \
  EACH(worksheet_set_column)                \
  EACH(worksheet_freeze_panes)              \
  EACH(worksheet_protect)                   \
  EACH(worksheet_set_landscape)             \
  EACH(worksheet_fit_to_pages)              \
  EACH(worksheet_repeat_rows)               \
  EACH(worksheet_set_paper)                 \
  EACH(worksheet_print_area)                \
  EACH(worksheet_set_margins)               \
  EACH(worksheet_set_footer)                \
  EACH(worksheet_autofilter)                \
  EACH(worksheet_write_formula_str)         \
  EACH(worksheet_write_comment_opt)         \
  EACH(worksheet_insert_chart_opt)          \
  EACH(worksheet_conditional_format_range)  \
  EACH(workbook_set_custom_property_string) \
  EACH(workbook_add_chart)                  \
  EACH(chart_add_series)                    \
  EACH(chart_series_set_categories)         \
  EACH(chart_series_set_values)             \
  EACH(chart_series_set_name)               \
  EACH(chart_series_set_fill)               \
  EACH(chart_series_set_line)               \
  EACH(chart_series_set_pattern)            \
  EACH(chart_series_set_marker_type)        \
  EACH(chart_series_set_marker_fill)        \
  EACH(chart_series_set_marker_line)        \
  EACH(chart_title_set_name)                \
  EACH(chart_title_set_name_font)           \
  EACH(chart_set_series_gap)                \
  EACH(chart_legend_set_position)           \
  EACH(chart_legend_delete_series)          \
  EACH(chart_axis_set_num_format)           \
  EACH(chart_axis_set_label_position)       \
  EACH(chart_axis_set_min)                  \
  EACH(worksheet_set_row)                   \
  EACH(chart_axis_set_num_font)             \
  EACH(format_set_bold)                     \
  EACH(format_set_italic)                   \
  EACH(format_set_indent)                   \
  EACH(format_set_bg_color)                 \
  EACH(format_set_font_size)                \
  EACH(format_set_font_color)               \
  EACH(format_set_num_format)               \
  EACH(format_set_text_wrap)                \
  EACH(format_set_align)                    \
  EACH(format_set_bottom)                   \
  EACH(format_set_top)                      \
  EACH(format_set_unlocked)                 \
  EACH(lxw_strerror)
#define SALDO_XLSX_MEMBER(name) decltype(&::name) name = nullptr;
  SALDO_XLSX_FUNCTIONS(SALDO_XLSX_MEMBER)
#undef SALDO_XLSX_MEMBER
};

// Null where it is not installed. Loaded once.
const XlsxLibrary* load_xlsx_library();

}  // namespace saldo
