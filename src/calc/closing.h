// What a sluitpost or a restant closes: the years of which it takes what is left.
#pragma once

#include <cstddef>

#include "plan/model.h"

namespace saldo {

// The first year of which a sluitpost of `year` takes what is left: the one after the last that another brought to zero.
std::size_t first_year_left(const Plan& plan, const Project& project, std::size_t year);

}  // namespace saldo
