// The text of a formula that adds cells up. Private to this room.
#pragma once

#include <cstddef>
#include <string>
#include <vector>

namespace saldo {

struct CellAt {
  std::size_t row = 0, column = 0;
  friend auto operator<=>(const CellAt&, const CellAt&) = default;
};

// Cells that are added or taken off, those below each other told as one range: "SUM(E5:E9,E12)-SUM(F3)". SUM passes over
// PM, which is a text.
class CellSum {
 public:
  // `sheet` as in "Posten!"; "": of the sheet itself.
  explicit CellSum(std::string sheet = "") : sheet_(std::move(sheet)) {}

  void add(CellAt cell, int sign = +1) { (sign < 0 ? minus_ : plus_).push_back(cell); }
  void add_run(std::size_t first_row, std::size_t end_row, std::size_t column, int sign = +1);
  // Something that is no cell of this sheet: "'Tabel 4'!F7".
  void add_other(std::string cell, int sign = +1) {
    (sign < 0 ? other_minus_ : other_plus_).push_back(std::move(cell));
  }

  bool empty() const { return plus_.empty() && minus_.empty() && other_plus_.empty() && other_minus_.empty(); }
  std::string text();
  // All of them, as what a function takes: "E5:E9,E12,F3".
  std::string cells();

 private:
  std::vector<std::string> ranges(std::vector<CellAt>& cells) const;
  std::string side(std::vector<CellAt>& cells, const std::vector<std::string>& others) const;

  std::string sheet_;
  std::vector<CellAt> plus_, minus_;
  std::vector<std::string> other_plus_, other_minus_;
};

}  // namespace saldo
