// One figure that is added up, as `saldo why` shows it: in words, and what it is the sum of.
#pragma once

#include <vector>

#include "base/dutch.h"
#include "calc/worked.h"

namespace saldo {

Amount figure_of(const Worked& worked, const SumOf& sum);

// The figures and amounts that make it, in the order of the plan; those that are nothing are left out.
std::vector<Target> parts_of(const Worked& worked, const SumOf& sum);

// "1.398.367 = 1.571.367 op 1 januari + 650.000 baten - 823.000 lasten"; `parts` is how many parts it has.
Dutch sum_words(const Worked& worked, const SumOf& sum, std::size_t parts);

}  // namespace saldo
