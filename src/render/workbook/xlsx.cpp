#include "render/workbook/xlsx.h"

#include <sys/mman.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>

#include "base/say.h"
#include "base/text.h"
#include "render/workbook/xlsx_chart.h"
#include "render/workbook/xlsx_library.h"
#include "render/workbook/xlsx_styles.h"

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

// The one place where money and shares become what a spreadsheet calls a number; money reads back as the same cents.
double as_number(Money money) { return static_cast<double>(money.cents()) / 100.0; }
double as_number(Ratio ratio) {
  return ratio.is_overflow() ? 0.0 : static_cast<double>(ratio.num) / static_cast<double>(ratio.den);
}

class Writer {
 public:
  Writer(const XlsxLibrary& library, lxw_workbook* workbook)
      : library_(library), workbook_(workbook), styles_(library, workbook) {}

  void write(const BookSheet& sheet) {
    lxw_worksheet* into = library_.workbook_add_worksheet(workbook_, sheet.name.c_str());
    if (into == nullptr) return;
    for (std::size_t i = 0; i < sheet.widths.size(); ++i)
      library_.worksheet_set_column(into, column(i), column(i), static_cast<double>(sheet.widths[i]), nullptr);
    library_.worksheet_freeze_panes(into, row(sheet.frozen_rows), column(sheet.frozen_columns));
    set_page(into, sheet);
    if (sheet.is_locked) lock(into);
    for (std::size_t i = 0; i < sheet.rows.size(); ++i)
      if (const std::size_t lines = lines_of(sheet, sheet.rows[i]); lines > 1)
        library_.worksheet_set_row(into, row(i), static_cast<double>(15 * lines), nullptr);
    for (std::size_t i = 0; i < sheet.rows.size(); ++i)
      for (std::size_t j = 0; j < sheet.rows[i].size(); ++j) write(into, row(i), column(j), sheet.rows[i][j]);
    for (const BookNote& note : sheet.notes) write(into, note);
    for (const BookCondition& condition : sheet.conditions) write(into, condition);
    for (const BookChart& chart : sheet.charts) write(into, chart);
    if (const auto& filter = sheet.filter)
      library_.worksheet_autofilter(into, row(filter->first_row), column(filter->first_column), row(filter->last_row),
                                    column(filter->last_column));
  }

 private:
  static lxw_row_t row(std::size_t at) { return static_cast<lxw_row_t>(at); }
  static lxw_col_t column(std::size_t at) { return static_cast<lxw_col_t>(at); }

  // How many lines a row needs: some programs leave the height of a row as it is when its texts do not fit.
  static std::size_t lines_of(const BookSheet& sheet, const std::vector<BookCell>& cells) {
    std::size_t most = 1;
    for (std::size_t i = 0; i < cells.size() && i < sheet.widths.size(); ++i) {
      const bool wraps = cells[i].style == BookStyle::wrapped || cells[i].style == BookStyle::head ||
                         cells[i].style == BookStyle::figure_head;
      const auto* text = std::get_if<std::string>(&cells[i].value);
      if (!wraps || text == nullptr) continue;
      const std::size_t in_line = sheet.widths[i] + sheet.widths[i] / 10;  // letters are narrower than digits
      if (in_line == 0) continue;
      most = std::max(most, (count_code_points(*text) + in_line - 1) / in_line);
    }
    return most;
  }

  // A4 on its side, as wide as one page.
  void set_page(lxw_worksheet* into, const BookSheet& sheet) const {
    constexpr std::uint8_t a4 = 9;
    library_.worksheet_set_landscape(into);
    library_.worksheet_set_paper(into, a4);
    library_.worksheet_set_margins(into, 0.4, 0.4, 0.5, 0.6);
    library_.worksheet_fit_to_pages(into, 1, 0);
    if (sheet.frozen_rows > 0) library_.worksheet_repeat_rows(into, 0, row(sheet.frozen_rows - 1));
    if (const auto& part = sheet.on_paper)
      library_.worksheet_print_area(into, row(part->first_row), column(part->first_column), row(part->last_row),
                                    column(part->last_column));
    if (sheet.footer.empty()) return;
    std::string footer = "&L";
    for (const char c : sheet.footer) footer += c == '&' ? std::string("&&") : std::string(1, c);
    library_.worksheet_set_footer(into, (footer + " - &A&R&P / &N").c_str());
  }

  void lock(lxw_worksheet* into) const {
    lxw_protection allowed{};
    allowed.insert_rows = allowed.format_cells = allowed.format_columns = allowed.format_rows = LXW_TRUE;
    library_.worksheet_protect(into, nullptr, &allowed);
  }

  void write(lxw_worksheet* into, lxw_row_t at, lxw_col_t in, const BookCell& cell) const {
    lxw_format* format = styles_.of(cell.style, cell.is_open);
    if (const auto* text = std::get_if<std::string>(&cell.value)) {
      library_.worksheet_write_string(into, at, in, text->c_str(), format);
    } else if (const auto* formula = std::get_if<BookFormula>(&cell.value)) {
      write(into, at, in, *formula, format);
    } else if (const auto* ratio = std::get_if<Ratio>(&cell.value)) {
      library_.worksheet_write_number(into, at, in, as_number(*ratio), format);
    } else if (const auto* amount = std::get_if<Amount>(&cell.value); amount != nullptr && !amount->is_absent()) {
      write(into, at, in, *amount, format);
    } else {
      library_.worksheet_write_blank(into, at, in, format);
    }
  }

  void write(lxw_worksheet* into, lxw_row_t at, lxw_col_t in, const BookFormula& formula, lxw_format* format) const {
    const std::string text = '=' + formula.text;
    const auto* amount = std::get_if<Amount>(&formula.outcome);
    const auto* ratio = std::get_if<Ratio>(&formula.outcome);
    if (ratio != nullptr || (amount != nullptr && amount->is_money())) {
      const double outcome = ratio != nullptr ? as_number(*ratio) : as_number(amount->counted());
      library_.worksheet_write_formula_num(into, at, in, text.c_str(), format, outcome);
      return;
    }
    const auto* words = std::get_if<std::string>(&formula.outcome);
    const std::string outcome = words != nullptr ? *words : amount->is_pm() ? "PM" : "";
    library_.worksheet_write_formula_str(into, at, in, text.c_str(), format, outcome.c_str());
  }

  void write(lxw_worksheet* into, lxw_row_t at, lxw_col_t in, Amount amount, lxw_format* format) const {
    const Money money = amount.counted();
    if (amount.is_pm()) library_.worksheet_write_string(into, at, in, "PM", format);
    else if (most_exact < money.size())
      library_.worksheet_write_string(into, at, in, to_dutch(money, true).c_str(), format);
    else library_.worksheet_write_number(into, at, in, as_number(money), format);
  }

  void write(lxw_worksheet* into, const BookNote& note) const {
    lxw_comment_options options{};
    options.width = 320;
    options.height = static_cast<std::uint16_t>(40 + 16 * (note.text.size() / 45));
    library_.worksheet_write_comment_opt(into, row(note.row), column(note.column), note.text.c_str(), &options);
  }

  void write(lxw_worksheet* into, const BookCondition& condition) const {
    lxw_conditional_format format{};
    format.type = LXW_CONDITIONAL_TYPE_CELL;
    format.format = condition.is_good ? styles_.good() : styles_.bad();
    std::string words;
    if (const auto* below = std::get_if<Money>(&condition.below_or_is)) {
      format.criteria = LXW_CONDITIONAL_CRITERIA_LESS_THAN;
      format.value = as_number(*below);
    } else {
      format.criteria = LXW_CONDITIONAL_CRITERIA_EQUAL_TO;
      words = '"' + std::get<std::string>(condition.below_or_is) + '"';
      format.value_string = words.data();
    }
    const BookRange& cells = condition.cells;
    library_.worksheet_conditional_format_range(into, row(cells.first_row), column(cells.first_column),
                                                row(cells.last_row), column(cells.last_column), &format);
  }

  void write(lxw_worksheet* into, const BookChart& chart) const {
    lxw_chart* made = add_chart(library_, workbook_, chart);
    if (made == nullptr) return;
    std::string message = chart.message;
    lxw_chart_options options{};
    options.x_scale = static_cast<double>(chart.width) / 480.0;  // of what a chart is by itself
    options.y_scale = static_cast<double>(chart.height) / 288.0;
    options.description = message.data();
    library_.worksheet_insert_chart_opt(into, row(chart.row), column(chart.column), made, &options);
  }

  const XlsxLibrary& library_;
  lxw_workbook* workbook_;
  XlsxStyles styles_;
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
  std::string title = book.title, subject = book.subject;
  if (!title.empty()) properties.title = title.data();
  if (!subject.empty()) properties.subject = subject.data();
  library->workbook_set_properties(workbook, &properties);
  if (!book.language.empty()) library->workbook_set_custom_property_string(workbook, "Language", book.language.c_str());
  Writer writer(*library, workbook);
  for (const BookSheet& sheet : book.sheets) writer.write(sheet);
  for (const BookName& name : book.names)
    library->workbook_define_name(workbook, name.name.c_str(), name.refers_to.c_str());
  if (const lxw_error error = library->workbook_close(workbook); error != LXW_NO_ERROR)
    return say("the workbook cannot be made: {}", library->lxw_strerror(error));
  return file.bytes();
}

}  // namespace saldo
