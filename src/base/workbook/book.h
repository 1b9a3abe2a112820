// Sheets of cells as a spreadsheet program has them, before they are a file. Knows nothing of budgets.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <variant>
#include <vector>

#include "base/money.h"
#include "base/ratio.h"

namespace saldo {

// The most that a spreadsheet keeps to the cent: fifteen digits are all that it has of a number. What is beyond is a text.
inline constexpr Money most_exact = Money::of_cents(999'999'999'999'999);

// What a cell looks like: amounts have their thousands apart, and show their cents only where they are asked for. What is typed
// where a code stands is a text, so that 3.10 is not 3.1. `typed` is an amount that somebody wrote, `fixed` one that was
// worked out and that no formula tells: both are told apart from what the sheet works out.
enum class BookStyle : std::uint8_t {
  plain,
  title,
  head,
  code,
  amount,
  cents,
  total,
  total_cents,
  note,
  typed,
  fixed,
  subtotal,
  subtotal_name,
  percentage,
  figure_head,  // above amounts: to the right
  group_head,   // of several columns, in the first of them
  strong,
  wrapped,
  indented,  // a little away from the amount before it
  indented_head,
  indented_note,
};
inline constexpr std::size_t book_styles = 21;

// "SUM(C2:C9)": in English and with commas, as every program stores it, and with what it comes to, since not all of them
// work it out when they open the file. PM is the text "PM" there and absent an empty one; a formula over cells that may be
// PM uses SUM, which passes over texts.
struct BookFormula {
  std::string text;
  std::variant<Amount, Ratio, std::string> outcome;
};

struct BookCell {
  // PM is a text, absent an empty cell. A ratio is a share, told as a percentage.
  std::variant<std::monostate, std::string, Amount, BookFormula, Ratio> value = {};
  BookStyle style = BookStyle::plain;
  bool is_open = false;  // may be changed where the sheet is locked
};

// Of a sheet, counted from 0, both corners included.
struct BookRange {
  std::size_t first_row = 0, first_column = 0, last_row = 0, last_column = 0;
};

// What is read when the mouse is on a cell.
struct BookNote {
  std::size_t row = 0, column = 0;
  std::string text;
};

// Cells that stand out: amounts below this one, or those with this text.
struct BookCondition {
  BookRange cells;
  std::variant<Money, std::string> below_or_is;
  bool is_good = false;  // green, else red
};

// A picture of the cells of one sheet.
struct BookChart {
  enum class Kind : std::uint8_t { bars, line, stacked };
  // What the columns or the line stand for; `base` carries what stands on it and is not seen. Never told by colour alone:
  // what goes down is hatched.
  enum class Look : std::uint8_t { baten, lasten, stand, floor, base, whole, up, down };
  struct Series {
    std::string name;  // "": not in the legend
    BookRange values;
    Look look{};
  };
  Kind kind{};
  std::string title, message;  // above it; and the one sentence that tells it who cannot see it
  std::string sheet;           // where the cells are
  BookRange categories;
  std::vector<Series> series;
  bool is_from_zero = false;              // nothing is below zero, and the axis starts there
  std::size_t row = 0, column = 0;        // of its upper left corner
  std::size_t width = 640, height = 320;  // in pixels
};

struct BookSheet {
  std::string name;                      // at most 31 letters, none of []:*?/\ and no ' at an end
  std::vector<std::size_t> widths = {};  // of its columns, in digits
  std::size_t frozen_rows = 0, frozen_columns = 0;
  bool is_locked = false;  // against a slip, without a password; rows may still come in between
  std::vector<std::vector<BookCell>> rows = {};
  std::vector<BookNote> notes = {};
  std::vector<BookCondition> conditions = {};
  std::vector<BookChart> charts = {};
  std::optional<BookRange> filter = {};    // its first row has the headings
  std::optional<BookRange> on_paper = {};  // what is printed; none: all
  std::string footer = {};                 // on paper, with the number of the page behind it
};

// A name for cells: "lasten_2026" for "Invulblad!$C$2:$C$9".
struct BookName {
  std::string name, refers_to;
};

struct Book {
  std::vector<BookSheet> sheets;
  std::vector<BookName> names;
  std::string title = {}, subject = {}, language = {};  // of the document
};

// "C7" of row 6 and column 2, both counted from 0; "C7:E9"; "'Tabel 3'!", in front of a cell of another sheet.
std::string cell_name(std::size_t row, std::size_t column);
std::string range_name(const BookRange& range);
std::string sheet_prefix(const std::string& sheet);

}  // namespace saldo
