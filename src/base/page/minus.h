// The minus of text that is set, as on a page or in a picture. Money by itself, and what a terminal shows, has a hyphen.
#pragma once

#include <string_view>

namespace saldo {

inline constexpr std::string_view minus_sign = "\u2212";

}  // namespace saldo
