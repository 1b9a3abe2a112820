// What a figure of a paper is told to be the sum of.
#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include "base/money.h"

namespace saldo {

// One of what a figure is the sum of, with the sign that it counts with.
struct SumPart {
  std::string words;  // what it is: "3.18/4"
  Amount amount = {};
  std::string anchor = {};  // what leads to how it came about itself; "": nothing more is told of it
};

// The amount of each part as it is counted: PM and absent stay what they are only while nothing else is there.
Amount sum_of_parts(const std::vector<SumPart>& parts);

// What of the figure the parts leave: nothing, where they are all of it.
Money rest_of(Amount figure, const std::vector<SumPart>& parts);

// That as a part of its own, where there is any.
void add_rest(Amount figure, std::string words, std::vector<SumPart>& parts);

// Keeps the largest parts, the largest first, and gives what the others come to; as many as there are, where `most` of
// them or fewer are there.
Amount take_smaller(std::vector<SumPart>& parts, std::size_t most);

}  // namespace saldo
