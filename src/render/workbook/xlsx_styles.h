// What the cells of a book look like in an .xlsx. Private to this room.
#pragma once

#include <array>

#include "base/workbook/book.h"
#include "render/workbook/xlsx_library.h"

namespace saldo {

class XlsxStyles {
 public:
  XlsxStyles(const XlsxLibrary& library, lxw_workbook* workbook);

  lxw_format* of(BookStyle style, bool is_open) const {
    return formats_[static_cast<std::size_t>(style)][is_open ? 1 : 0];
  }
  lxw_format* good() const { return good_; }
  lxw_format* bad() const { return bad_; }

 private:
  void dress(lxw_format* format, BookStyle style) const;
  void dress_amount(lxw_format* format, BookStyle style) const;
  lxw_format* standing_out(lxw_color_t letters, lxw_color_t ground) const;

  const XlsxLibrary& library_;
  lxw_workbook* workbook_;
  std::array<std::array<lxw_format*, 2>, book_styles> formats_{};
  lxw_format* good_;
  lxw_format* bad_;
};

}  // namespace saldo
