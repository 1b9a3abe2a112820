// Trace -> Table: how an amount came about, in the user's terms, down to the place where it is written.
#pragma once

#include <functional>
#include <string>

#include "base/table.h"
#include "calc/worked.h"

namespace saldo {

struct WhyInput {
  const Worked& worked;
  const Trace& trace;  // of working it out
  std::function<std::string(FileId)> file_name;
};

// The calculation of each target and, `depth` levels down, of the amounts it was made from. Nothing is computed here:
// the figures are those the resolver recorded and the balances that were added up.
Table report_why(const WhyInput& input, std::span<const Target> targets, int depth);
// The same row by row, as each amount is come to: what many follow from is told as often. Points to all of the input.
TableSource why_rows(const WhyInput& input, std::vector<Target> targets, int depth);

// The same one level down, without the amounts that these were made from: the calculation of each, and remarks on it.
Table report_own_words(const WhyInput& input, std::span<const AmountOf> cells);

}  // namespace saldo
