// How figures look to people: unit, decimals, sign, words, and the room and colour there is.
#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include "base/language.h"
#include "base/table.h"

namespace saldo {

// What stands above columns whose key ends in `of`, and in the place of its own heading: "lasten", "Uitgaven".
struct Heading {
  std::string of;
  std::string words;
};

struct Style {
  std::size_t width = 120;  // columns of the terminal or page
  bool colour = false;
  Money unit = Money::of_euros(1);   // a whole number of euros
  Language language = Language::en;  // of findings and notes
  bool cents = false;                // amounts in euros with cents; `unit` then does not count
  std::vector<Dutch> notes = {};     // under every table, before those of the table itself
  Voorteken teken = Voorteken::voordelig;
  std::vector<Heading> headings = {};  // where readers have words of their own
  bool wraps = false;                  // findings too: somebody reads this on so many columns
};

// A cell as people read it: Blank is empty, absent "-", PM "PM", money in Dutch notation in whole units, rounded half
// away from zero and never "-0". Text comes back as it is.
std::string dress(const Cell& cell, const Style& style);

// "bedragen x € 1.000" where amounts are not in euros, else empty.
std::string unit_remark(const Style& style);
// The same as a line of its own: "Bedragen x € 1.000".
std::string unit_line(const Style& style);

}  // namespace saldo
