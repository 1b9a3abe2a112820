#include "render/workbook/xlsx_styles.h"

namespace saldo {

namespace {

constexpr lxw_color_t note_letters = 0x595959, typed_letters = 0x0B4F8A, fixed_letters = 0x8A3B00,
                      head_ground = 0xE8EDF2, subtotal_ground = 0xF5F7F9;

// In Dutch, also where a program would show another notation by itself.
constexpr const char* whole_euros = "[$-413]#,##0";
constexpr const char* with_cents = "[$-413]#,##0.00";

// What an amount looks like, whether or not it has cents.
struct AmountLook {
  BookStyle whole, cents;
  lxw_color_t letters = LXW_COLOR_BLACK;
};
constexpr AmountLook amount_looks[] = {
    {BookStyle::amount, BookStyle::cents},
    {BookStyle::total, BookStyle::total_cents},
    {BookStyle::typed, BookStyle::typed, typed_letters},
    {BookStyle::fixed, BookStyle::fixed, fixed_letters},
    {BookStyle::subtotal, BookStyle::subtotal},
};

}  // namespace

XlsxStyles::XlsxStyles(const XlsxLibrary& library, lxw_workbook* workbook)
    : library_(library),
      workbook_(workbook),
      good_(standing_out(0x1B5E20, 0xE3F1E4)),
      bad_(standing_out(0x9C0006, 0xFBE3E4)) {
  for (std::size_t style = 0; style < book_styles; ++style)
    for (const bool is_open : {false, true}) {
      lxw_format* format = library_.workbook_add_format(workbook_);
      dress(format, static_cast<BookStyle>(style));
      if (is_open) library_.format_set_unlocked(format);
      formats_[style][is_open ? 1 : 0] = format;
    }
}

lxw_format* XlsxStyles::standing_out(lxw_color_t letters, lxw_color_t ground) const {
  lxw_format* format = library_.workbook_add_format(workbook_);
  library_.format_set_font_color(format, letters);
  library_.format_set_bg_color(format, ground);
  library_.format_set_bold(format);
  return format;
}

void XlsxStyles::dress_amount(lxw_format* format, BookStyle style) const {
  for (const AmountLook& look : amount_looks) {
    if (look.whole != style && look.cents != style) continue;
    library_.format_set_num_format(format, look.whole == style ? whole_euros : with_cents);
    library_.format_set_align(format, LXW_ALIGN_RIGHT);
    if (look.letters != LXW_COLOR_BLACK) library_.format_set_font_color(format, look.letters);
    if (look.whole == BookStyle::fixed) library_.format_set_italic(format);
  }
}

void XlsxStyles::dress(lxw_format* format, BookStyle style) const {
  dress_amount(format, style);
  const bool is_total = style == BookStyle::total || style == BookStyle::total_cents;
  const bool is_subtotal = style == BookStyle::subtotal || style == BookStyle::subtotal_name;
  const bool is_head = style == BookStyle::head || style == BookStyle::figure_head || style == BookStyle::group_head ||
                       style == BookStyle::indented_head;
  if (is_total || is_subtotal || is_head || style == BookStyle::title || style == BookStyle::strong)
    library_.format_set_bold(format);
  if (is_total) library_.format_set_top(format, LXW_BORDER_THIN);
  if (is_subtotal) library_.format_set_bg_color(format, subtotal_ground);
  if (style == BookStyle::code) library_.format_set_num_format(format, "@");
  if (style == BookStyle::percentage) library_.format_set_num_format(format, "[$-413]0.0##%");
  if (style == BookStyle::title) library_.format_set_font_size(format, 14);
  if (style == BookStyle::note || style == BookStyle::indented_note)
    library_.format_set_font_color(format, note_letters);
  if (style == BookStyle::indented || style == BookStyle::indented_head || style == BookStyle::indented_note)
    library_.format_set_indent(format, 1);
  if (style == BookStyle::figure_head) library_.format_set_align(format, LXW_ALIGN_RIGHT);
  if (style == BookStyle::wrapped) library_.format_set_text_wrap(format);
  if (!is_head) return library_.format_set_align(format, LXW_ALIGN_VERTICAL_TOP), void();
  if (style != BookStyle::group_head) library_.format_set_text_wrap(format);
  library_.format_set_bottom(format, LXW_BORDER_THIN);
  library_.format_set_bg_color(format, head_ground);
}

}  // namespace saldo
