// Whether what people see still adds up once every figure has been rounded on its own.
#pragma once

#include <cstddef>
#include <optional>
#include <string_view>
#include <vector>

#include "base/table.h"
#include "render/style.h"

namespace saldo {

inline constexpr std::string_view rounding_note =
    "Door afronding tellen de getoonde bedragen niet overal op tot het totaal.";

// Goes along the rows of a table as they come. What it finds is false when a shown total or subtotal differs from the sum
// of its shown rows while the exact amounts do add up; a total that does not hold exactly is not a matter of rounding. A
// total stands for the level 0 rows since the total before it, a subtotal for the rows one level deeper beneath it; rows
// with addend == false take no part. So it is with a row whose opening, baten and lasten do not come to the eindsaldo that
// is shown.
class RoundingCheck {
 public:
  RoundingCheck(const Table& head, const Style& style);  // points to both

  void take(const Row& row);
  bool adds_up();  // once all rows were taken

 private:
  // One amount twice: exact, and as a count of whole units, which borrows Money for its checked addition.
  struct Figure {
    Money exact;
    Money shown;
  };

  // A subtotal whose rows go on, or a total to come: what stands in the columns that are checked, and what its rows have
  // come to.
  struct Sum {
    int level = 0;
    std::vector<Amount> own;
    std::vector<Figure> figures;
  };

  Figure figure(Money exact) const;
  Figure figure_of(const Cell& cell) const;
  bool agrees(const Sum& sum) const;
  void close(int level);
  void add_to(Sum& sum, const Row& row) const;
  Sum begun(const Row& row) const;
  bool year_adds_up(const Row& row, std::size_t first, std::size_t end) const;
  bool years_add_up(const Row& row) const;
  bool runs_on(const Row& row) const;

  const Table& head_;
  Money unit_;
  std::vector<std::string_view> parts_;  // of the keys of all columns, what each is: "baten"
  std::vector<std::size_t> ends_;        // of the years: one past their last column
  std::vector<std::size_t> checked_;     // columns of amounts that people see
  std::vector<Sum> open_;                // subtotals, each of a deeper level than the one before
  Sum total_;
  bool holds_ = true;
};

bool rounded_rows_add_up(const Table& table, const Style& style);

}  // namespace saldo
