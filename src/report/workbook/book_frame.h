// Where everything stands in the workbook of a plan, known before a cell of it is written. Private to this room.
#pragma once

#include <map>
#include <optional>
#include <string>
#include <vector>

#include "base/workbook/book.h"
#include "calc/needs.h"
#include "report/workbook/cells/cell_sum.h"
#include "report/workbook/cells/post_rows.h"
#include "report/workbook/report_book.h"

namespace saldo {

// The names of sheets, which formulas know them by.
inline const char* const posts_sheet_name = "Posten";
inline const char* const projects_sheet_name = "Tabel 4";
inline const char* const stands_sheet_name = "Standen";

// A row of Tabel 4: a programmalijn, a project, or the plan as a whole.
struct TotalRow {
  Whose whose;
  int level = 0;
  std::vector<std::size_t> parts = {};  // the rows that it adds up
};

// A row of totals that Controle holds against what saldo made of it.
struct CheckedRow {
  std::string sheet, nr, naam, figure;
  std::vector<CellAt> cells;  // by year
  std::vector<Amount> amounts = {};
};

class BookFrame {
 public:
  explicit BookFrame(const BookInput& input);

  const BookInput& input;
  const Worked& worked;
  const Plan& plan;
  const AmountGraph graph;
  const std::size_t years;
  const bool has_soorten;       // what each year has is told by Tabel 4, and what stands are by Standen
  const bool has_cents;         // somewhere
  const bool is_beyond_digits;  // some amount has more digits than a sheet keeps: nothing is told as a formula
  const std::vector<bool> reserve_lines;  // of which every project is a reserve
  std::vector<std::size_t> projects;      // in the order of the sheets
  std::vector<TotalRow> totals;           // of Tabel 4, from first_total on
  PostRows posts;
  std::optional<std::size_t> rate_column, whole_column;  // of Posten, where something has a percentage, a total
  std::size_t first_year_column = 0;                     // of Posten
  std::vector<std::string> index_names;                  // by index: "index_loon"
  std::vector<CheckedRow> checks;                        // as the sheets are made
  // Of Tabel 4, once made: the rows of what projects pay to reserves (lasten) and take from them (baten).
  std::map<std::size_t, std::size_t> to_reserves, from_reserves;

  static constexpr std::size_t first_total = 4;  // row of Tabel 4, Tabel 3 and Standen: below title, note and two heads
  std::size_t row_of_project(std::size_t project) const { return project_rows_[project]; }
  std::size_t row_of_line(LineId line) const { return line_rows_[position(line)]; }
  bool has_row(LineId line) const { return line_rows_[position(line)] != 0; }
  std::size_t total_row() const { return first_total + totals.size() - 1; }
  // Below it, where the plan has reserves: what is paid to them and taken from them, each with its projects, and the result.
  std::size_t additions_row() const { return total_row() + 1; }
  std::size_t withdrawals_row() const { return additions_row() + 1 + to_reserves.size(); }
  std::size_t result_row() const { return withdrawals_row() + 1 + from_reserves.size(); }

  // What a project stands at: on Tabel 4 where every project has a running balance, else on Standen.
  std::size_t opening_column() const { return 2; }
  std::size_t stand_column(std::size_t year) const { return 5 + 3 * year; }
  const char* stands_sheet() const { return has_soorten ? stands_sheet_name : projects_sheet_name; }
  std::size_t stand_row(std::size_t project) const {
    return has_soorten ? stand_rows_[project] : project_rows_[project];
  }
  // Of Tabel 4 and 3.
  std::size_t figure_column(Figure figure, std::size_t year) const;

  // What a sum comes to, without what floating point leaves of cents.
  std::string whole_cents(const std::string& formula) const;
  // Of columns, in digits: what the largest amount takes, the longest number of a project and the longest name.
  std::size_t amount_width = 11, nr_width = 9, name_width = 40;
  // A formula with what it comes to. What is no money now is so until one of `cells` is.
  BookCell told(const std::string& formula, const std::string& cells, Amount outcome, BookStyle style) const;
  // "projecten/3.5.toml:31".
  std::string place_words(const Place& place) const;

 private:
  void order_rows();
  void name_indexes();

  std::vector<std::size_t> project_rows_, line_rows_, stand_rows_;
};

}  // namespace saldo
