// Shares of variance: what each cause of uncertainty contributes.
#pragma once

#include <cstdint>
#include <vector>

#include "calc/risk/lanes.h"

namespace saldo {

// Per cause, in thousandths that add up to about 1000: its squared correlation with the target, against the sum of
// those of all causes. As causes are independent, and each works on the target in one direction, this is the share of
// the variance that would go if the cause were known. All zero when the target does not vary.
std::vector<std::int64_t> variance_shares(const Moments& moments, std::size_t target, std::size_t targets,
                                          std::size_t effects, std::size_t runs);

// `part` after `whole`: the sums of two chunks, always added in the order of the draws.
void add_moments(Moments& whole, const Moments& part);

Moments no_moments(std::size_t effects, std::size_t targets);

}  // namespace saldo
