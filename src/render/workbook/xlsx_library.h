// The functions of libxlsxwriter, found while saldo runs. Private to this room.
#pragma once

#include <xlsxwriter.h>

namespace saldo {

// Each has the name and the type of the function itself.
struct XlsxLibrary {
#define SALDO_XLSX_FUNCTIONS(EACH)  \
  EACH(workbook_new_opt)            \
  EACH(workbook_add_worksheet)      \
  EACH(workbook_add_format)         \
  EACH(workbook_define_name)        \
  EACH(workbook_set_properties)     \
  EACH(workbook_close)              \
  EACH(worksheet_write_string)      \
  EACH(worksheet_write_number)      \
  EACH(worksheet_write_blank)       \
  EACH(worksheet_write_formula_num) \
  EACH(worksheet_set_column)        \
  EACH(worksheet_freeze_panes)      \
  EACH(worksheet_protect)           \
  EACH(worksheet_set_landscape)     \
  EACH(worksheet_fit_to_pages)      \
  EACH(worksheet_repeat_rows)       \
  EACH(format_set_bold)             \
  EACH(format_set_font_size)        \
  EACH(format_set_font_color)       \
  EACH(format_set_num_format)       \
  EACH(format_set_text_wrap)        \
  EACH(format_set_align)            \
  EACH(format_set_bottom)           \
  EACH(format_set_top)              \
  EACH(format_set_unlocked)         \
  EACH(lxw_strerror)
#define SALDO_XLSX_MEMBER(name) decltype(&::name) name = nullptr;
  SALDO_XLSX_FUNCTIONS(SALDO_XLSX_MEMBER)
#undef SALDO_XLSX_MEMBER
};

// Null where it is not installed. Loaded once.
const XlsxLibrary* load_xlsx_library();

}  // namespace saldo
