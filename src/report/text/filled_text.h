// Fills in the figures of a text by their addresses, which are those of `saldo why`.
#pragma once

#include "base/page/text.h"
#include "calc/worked.h"

namespace saldo {

// Every figure gets its cell, its sense and its address in full. One that there is none of, or two of, is found at its place
// and stays blank.
void fill_in(TextBlocks& blocks, const Worked& worked, Findings& findings);

}  // namespace saldo
