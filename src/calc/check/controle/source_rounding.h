// How far a printed total may be from the computed one because the document, and what was typed from it, is rounded.
#pragma once

#include <cstddef>
#include <functional>
#include <string>
#include <vector>

#include "calc/check/checks.h"

namespace saldo {

// What the document rounds this figure to: stated, else the last digit that it prints. In euros that is the cent where
// cents are printed; in thousands the finest of all that this controle prints.
Money rounding_of(const Plan& plan, const Controle& controle, const Printed& printed);

// Half of the last digit of each amount that was typed for this figure: a balance has those of the years before it.
Money typed_rounding(const Plan& plan, const Whose& whose, Figure figure, std::size_t year);
Money typed_rounding(const Plan& plan, const Project& project, const std::vector<std::size_t>& posts, Figure figure,
                     std::size_t year);

// Figures of one bron that are off by what rounding can explain.
struct RoundedTable {
  std::string bron;
  std::size_t count = 0;
  Money largest;
  Place place;  // of the largest
};

// Which printed figures are as they should be, and how many of those only because of rounding. In a plan in euros none is:
// its amounts are what they are.
class SourceRounding {
 public:
  explicit SourceRounding(const Plan& plan) : plan_(plan) {}

  // `typed` gives how far the amounts under it may be off together: asked only where the figures differ.
  bool holds(const Controle& controle, const Printed& printed, Money exact, const std::function<Money()>& typed);

  const std::vector<RoundedTable>& tables() const { return tables_; }

 private:
  void count(const std::string& bron, Money off, Place place);

  const Plan& plan_;
  std::vector<RoundedTable> tables_;
};

}  // namespace saldo
