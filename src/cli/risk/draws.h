// How often everything uncertain is drawn, and from which number the draws follow.
#pragma once

#include <cstdint>

#include "cli/option.h"
#include "cli/reading.h"

namespace saldo {

namespace option {

inline constexpr Option runs{
    .name = "--runs",
    .takes = Takes::text,
    .label = marked("N"),
    .description = marked("how many times everything uncertain is drawn; default 100.000"),
};
inline constexpr Option seed{
    .name = "--seed",
    .takes = Takes::text,
    .label = marked("N"),
    .description = marked("a number from which all draws follow: the same seed, the same figures"),
};
}  // namespace option

// What was asked, or else 100.000 draws from seed 1; what cannot be read is refused.
std::uint64_t read_runs(Reading& reading);
std::uint64_t read_seed(Reading& reading);

}  // namespace saldo
