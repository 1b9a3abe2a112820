// What is looked at over all rows of an export: rows that add up others, signs, and regels that no row reached. Private to
// intake/.
#pragma once

#include <map>
#include <string>
#include <vector>

#include "intake/realisatie/ledger_row.h"

namespace saldo {

// A totaalregel adds up the rows since the last one, since the last one with the same word, or all of them.
class LedgerTotals {
 public:
  LedgerTotals(const Koppeling& koppeling, const LedgerRows& rows, Gathering& gathering);

  void count(Money debit);                   // a row that is none
  void check(std::size_t row, Money debit);  // a row that is one

  // Whether a row that is not declared as one is what the rows above it come to; it is then not among those of the next.
  bool looks_like_one(std::size_t row, Money debit);
  void tell_undeclared(std::size_t row);

 private:
  const Koppeling& koppeling_;
  const LedgerRows& rows_;
  Gathering& gathering_;
  Money sum_ = {};                            // of all rows
  Money sum_before_ = {};                     // of those up to the last total
  std::map<std::string, Money> sums_before_;  // up to the last total with this word
  Money plain_ = {};                          // of all rows that look like no total
  Money plain_before_ = {};                   // of those up to the last row that does
  std::size_t plain_rows_ = 0;                // since then
};

// Sides that a regel names and no row reached: nul, or left open.
void take_without_row(const Plan& plan, const Koppeling& koppeling, Actuals& actuals, Gathering& gathering);

// The regels that no row used; `used` is how many did, of each.
void tell_unused(const Koppeling& koppeling, const std::vector<std::size_t>& used, const Actuals& actuals,
                 Gathering& gathering);

// A `teken` the wrong way round makes all amounts negative.
void tell_signs(const Koppeling& koppeling, Gathering& gathering);

}  // namespace saldo
