// Which amounts add up to a difference: a bounded search, for whoever asks what one total has and another has not.
#pragma once

#include <cstdint>
#include <vector>

#include "base/money.h"

namespace saldo {

struct Summand {
  std::size_t item = 0;  // position among the amounts
  int sign = 1;          // -1: taken off
};

using Sum = std::vector<Summand>;

// A sum counts when it lies between these two, both included.
struct Window {
  Money low;
  Money high;
};

struct Sums {
  std::vector<Sum> found;  // at most SumSearch::most_alternatives
  bool too_many = false;   // there are more, which says nothing about any of them; `found` is empty
  bool settled() const { return too_many || !found.empty(); }
};

class SumSearch {
 public:
  static constexpr std::size_t most_alternatives = 3;
  // With more amounts than this, some pair or triple comes near almost any difference by chance.
  static constexpr std::size_t most_for_pairs = 200;
  static constexpr std::size_t most_for_triples = 32;

  // Zero is no summand.
  explicit SumSearch(std::vector<Money> amounts);

  // The sums of the fewest amounts, from `fewest` to `most` (1 to 3); of these the ones that take nothing off, if there
  // are any; of three amounts nothing is taken off, as some such sum comes near almost anything. An amount below zero is never taken off. One amount takes log n, two n log n, three n² log n, for at most
  // the numbers of amounts above.
  Sums find(Window window, std::size_t fewest, std::size_t most) const;

 private:
  struct Entry {
    Money value;
    Summand summand;
  };

  Sums find_exactly(Window window, std::size_t terms, bool take_off) const;
  void extend(Window window, std::size_t terms, bool take_off, Sum& chosen, Sums& sums) const;
  void finish(Window window, bool take_off, Sum& chosen, Sums& sums) const;

  std::vector<Money> amounts_;
  std::vector<Entry> by_value_;
};

}  // namespace saldo
