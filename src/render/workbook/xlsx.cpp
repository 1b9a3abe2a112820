#include "render/workbook/xlsx.h"

#include <sys/mman.h>
#include <unistd.h>

#include <array>
#include <cerrno>

#include "base/say.h"
#include "render/workbook/xlsx_library.h"

namespace saldo {

namespace {

// A file that is only in memory, by a name that a library can open.
class MemoryFile {
 public:
  MemoryFile() : fd_(::memfd_create("saldo.xlsx", MFD_CLOEXEC)) {}
  MemoryFile(const MemoryFile&) = delete;
  MemoryFile& operator=(const MemoryFile&) = delete;
  ~MemoryFile() {
    if (fd_ >= 0) ::close(fd_);
  }
  bool is_open() const { return fd_ >= 0; }
  std::string path() const { return "/proc/self/fd/" + std::to_string(fd_); }
  std::string bytes() const {
    std::string all, part(std::size_t{1} << 16, '\0');
    for (;;) {
      const ssize_t count = ::pread(fd_, part.data(), part.size(), static_cast<off_t>(all.size()));
      if (count <= 0) return all;
      all.append(part, 0, static_cast<std::size_t>(count));
    }
  }

 private:
  int fd_;
};

// Fifteen digits are all that a spreadsheet keeps of a number.
constexpr std::int64_t most_exact_cents = 999'999'999'999'999;

// The one place where money becomes what a spreadsheet calls a number; it reads back as the same cents.
double as_number(Money money) { return static_cast<double>(money.cents()) / 100.0; }

class Writer {
 public:
  Writer(const XlsxLibrary& library, lxw_workbook* workbook) : library_(library), workbook_(workbook) { add_formats(); }

  void write(const BookSheet& sheet) {
    lxw_worksheet* into = library_.workbook_add_worksheet(workbook_, sheet.name.c_str());
    if (into == nullptr) return;
    for (std::size_t i = 0; i < sheet.widths.size(); ++i)
      library_.worksheet_set_column(into, column(i), column(i), static_cast<double>(sheet.widths[i]), nullptr);
    library_.worksheet_freeze_panes(into, row(sheet.frozen_rows), column(sheet.frozen_columns));
    library_.worksheet_set_landscape(into);
    library_.worksheet_fit_to_pages(into, 1, 0);
    if (sheet.frozen_rows > 0) library_.worksheet_repeat_rows(into, 0, row(sheet.frozen_rows - 1));
    if (sheet.is_locked) lock(into);
    for (std::size_t i = 0; i < sheet.rows.size(); ++i)
      for (std::size_t j = 0; j < sheet.rows[i].size(); ++j) write(into, row(i), column(j), sheet.rows[i][j]);
  }

 private:
  static lxw_row_t row(std::size_t at) { return static_cast<lxw_row_t>(at); }
  static lxw_col_t column(std::size_t at) { return static_cast<lxw_col_t>(at); }

  void lock(lxw_worksheet* into) const {
    lxw_protection allowed{};
    allowed.insert_rows = allowed.format_cells = allowed.format_columns = allowed.format_rows = LXW_TRUE;
    library_.worksheet_protect(into, nullptr, &allowed);
  }

  void write(lxw_worksheet* into, lxw_row_t at, lxw_col_t in, const BookCell& cell) const {
    lxw_format* format = formats_[static_cast<std::size_t>(cell.style)][cell.is_open ? 1 : 0];
    if (const auto* text = std::get_if<std::string>(&cell.value)) {
      library_.worksheet_write_string(into, at, in, text->c_str(), format);
    } else if (const auto* formula = std::get_if<BookFormula>(&cell.value)) {
      library_.worksheet_write_formula_num(into, at, in, ('=' + formula->text).c_str(), format,
                                           as_number(formula->outcome.counted()));
    } else if (const auto* amount = std::get_if<Amount>(&cell.value); amount != nullptr && !amount->is_absent()) {
      write(into, at, in, *amount, format);
    } else {
      library_.worksheet_write_blank(into, at, in, format);
    }
  }

  void write(lxw_worksheet* into, lxw_row_t at, lxw_col_t in, Amount amount, lxw_format* format) const {
    const Money money = amount.counted();
    if (amount.is_pm()) library_.worksheet_write_string(into, at, in, "PM", format);
    else if (money.size().cents() > most_exact_cents)
      library_.worksheet_write_string(into, at, in, to_dutch(money, true).c_str(), format);
    else library_.worksheet_write_number(into, at, in, as_number(money), format);
  }

  void add_formats() {
    for (std::size_t style = 0; style < book_styles; ++style)
      for (const bool is_open : {false, true}) {
        lxw_format* format = library_.workbook_add_format(workbook_);
        dress(format, static_cast<BookStyle>(style));
        if (is_open) library_.format_set_unlocked(format);
        formats_[style][is_open ? 1 : 0] = format;
      }
  }

  void dress(lxw_format* format, BookStyle style) const {
    const bool is_total = style == BookStyle::total || style == BookStyle::total_cents;
    const bool has_cents = style == BookStyle::cents || style == BookStyle::total_cents;
    if (is_total || has_cents || style == BookStyle::amount) {
      library_.format_set_num_format(format, has_cents ? "#,##0.00" : "#,##0");
      library_.format_set_align(format, LXW_ALIGN_RIGHT);
    }
    if (is_total || style == BookStyle::head || style == BookStyle::title) library_.format_set_bold(format);
    if (is_total) library_.format_set_top(format, LXW_BORDER_THIN);
    if (style == BookStyle::code) library_.format_set_num_format(format, "@");
    if (style == BookStyle::title) library_.format_set_font_size(format, 14);
    if (style == BookStyle::note) library_.format_set_font_color(format, 0x595959);
    if (style != BookStyle::head) return;
    library_.format_set_text_wrap(format);
    library_.format_set_bottom(format, LXW_BORDER_THIN);
  }

  const XlsxLibrary& library_;
  lxw_workbook* workbook_;
  std::array<std::array<lxw_format*, 2>, book_styles> formats_{};
};

}  // namespace

std::variant<std::string, Message> write_xlsx(const Book& book) {
  const XlsxLibrary* library = load_xlsx_library();
  if (library == nullptr) return say("to write a workbook, install {}", SALDO_XLSXWRITER_PACKAGE);
  const MemoryFile file;
  const std::string path = file.path();
  lxw_workbook_options options{};
  lxw_workbook* workbook = file.is_open() ? library->workbook_new_opt(path.c_str(), &options) : nullptr;
  if (workbook == nullptr) return say("the workbook cannot be made: {}", system_reason(errno));
  lxw_doc_properties properties{};
  properties.created = 946'684'800;  // 2000-01-01: the same book, the same bytes
  library->workbook_set_properties(workbook, &properties);
  Writer writer(*library, workbook);
  for (const BookSheet& sheet : book.sheets) writer.write(sheet);
  for (const BookName& name : book.names)
    library->workbook_define_name(workbook, name.name.c_str(), name.refers_to.c_str());
  if (const lxw_error error = library->workbook_close(workbook); error != LXW_NO_ERROR)
    return say("the workbook cannot be made: {}", library->lxw_strerror(error));
  return file.bytes();
}

}  // namespace saldo
