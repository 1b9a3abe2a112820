// Sheets of cells as a spreadsheet program has them, before they are a file. Knows nothing of budgets.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <variant>
#include <vector>

#include "base/money.h"

namespace saldo {

// What a cell looks like: amounts have their thousands apart, and their cents only where they are asked for. What is typed
// where a code stands is a text, so that 3.10 is not 3.1.
enum class BookStyle : std::uint8_t { plain, title, head, code, amount, cents, total, total_cents, note };
inline constexpr std::size_t book_styles = 9;

// "SUM(C2:C9)": in English and with commas, as every program stores it, and with what it comes to, since not all of them
// work it out when they open the file. PM and absent are 0 there; a formula over cells that may be PM uses SUM, which
// passes over texts.
struct BookFormula {
  std::string text;
  Amount outcome;
};

struct BookCell {
  std::variant<std::monostate, std::string, Amount, BookFormula> value = {};  // PM is a text, absent an empty cell
  BookStyle style = BookStyle::plain;
  bool is_open = false;  // may be changed where the sheet is locked
};

struct BookSheet {
  std::string name;                      // at most 31 letters, none of []:*?/\ and no ' at an end
  std::vector<std::size_t> widths = {};  // of its columns, in digits
  std::size_t frozen_rows = 0, frozen_columns = 0;
  bool is_locked = false;  // against a slip, without a password; rows may still come in between
  std::vector<std::vector<BookCell>> rows = {};
};

// A name for cells: "lasten_2026" for "Invulblad!$C$2:$C$9".
struct BookName {
  std::string name, refers_to;
};

struct Book {
  std::vector<BookSheet> sheets;
  std::vector<BookName> names;
};

// "C7" of row 6 and column 2, both counted from 0.
std::string cell_name(std::size_t row, std::size_t column);

}  // namespace saldo
