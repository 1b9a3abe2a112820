// The headings of a published table: in which rows they stand, and what each column holds.
#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/finding/diagnostic.h"
#include "base/year.h"
#include "intake/sheet.h"

namespace saldo {

enum class ColumnKind : std::uint8_t {
  none,     // nothing stands in it
  unknown,  // its heading says nothing that is known
  skipped,
  nr,
  naam,
  kant,
  jaar,
  eenheid,
  toelichting,
  soort,  // what a row is, in a sheet of saldo itself: programmalijn, project, exploitatie, reserve, post
  onder,  // and of a programmalijn, which one it is under
  opening,
  lasten,
  baten,
  saldo,
  eindsaldo,
  toevoeging,
  onttrekking,
  resultaat,
  bedrag,  // of a side that the row says
};
inline constexpr std::array<std::string_view, 20> column_words = {
    "leeg",    "onbekend", "overslaan", "nr",    "naam",      "kant",       "jaar",        "eenheid",   "toelichting",
    "soort",   "onder",    "opening",   "lasten", "baten",     "saldo",      "eindsaldo",   "toevoeging", "onttrekking",
    "resultaat", "bedrag"};
constexpr std::string_view to_text(ColumnKind kind) { return column_words[static_cast<std::size_t>(kind)]; }
constexpr bool is_amounts(ColumnKind kind) { return kind >= ColumnKind::opening; }

enum class PrintedSide : std::uint8_t { unknown, lasten, baten };

struct OverzichtColumn {
  ColumnKind kind = ColumnKind::none;
  std::optional<Year> year;
  bool is_rekening = false;  // what was realised, and not budgeted
  std::string heading;       // of up to three rows, a space between
  std::string reason = {};   // of one that is skipped
  Place place = {};          // of its heading
};

// A kind of amount of a year: a column, or in a long table the rows of that year in it.
struct PrintedFigure {
  ColumnKind kind{};
  Year year;
  std::size_t column = 0;
};

struct OverzichtHead {
  std::size_t row = 0, rows = 0;  // rows of the sheet; none: there is no head
  std::vector<OverzichtColumn> columns;
  std::vector<PrintedFigure> figures;
  bool is_long = false;  // one row per year
  std::optional<Years> years;

  // The first of that kind.
  std::optional<std::size_t> column(ColumnKind kind) const;
  // To be asked often from here on: the columns stay as they are.
  void settle();

 private:
  std::array<std::size_t, column_words.size()> first_of_ = {};
  bool settled_ = false;
};

// What is said of columns from outside, by letter ("C") or heading.
struct HeadAsked {
  struct Column {
    std::string key;
    ColumnKind kind{};
    std::optional<Year> year;
    std::string reason = {};
    Place place = {};
  };
  std::vector<Column> columns = {};
};

// The first rows with years or sides behind their first cell. Where a column with something in it is not understood, or two
// hold the same, it is told. `years`: only of these; where no heading has one, theirs in order.
std::optional<OverzichtHead> find_head(const Sheet& sheet, const HeadAsked& asked, std::optional<Years> years,
                                       Findings& findings);

// "Uitgaven 2026", "Saldo": what a text says of the amounts beside or below it; unknown where it says nothing.
ColumnKind kind_of_amounts(std::string_view text);
PrintedSide side_in(std::string_view text);

// "Begroting 2026": the only number of four digits between 1900 and 2199 in a text; in 2025/2026 there are two.
std::optional<Year> year_in(std::string_view text);

}  // namespace saldo
