// Values as TOML has them.
#pragma once

#include <string>
#include <string_view>

#include "base/money.h"

namespace saldo {

// A text in quotes; control characters, which TOML does not take, as escapes. `text` is valid UTF-8.
std::string toml_text(std::string_view text);

// An amount in `unit` with its thousands apart: 12_480.50, "PM". With three decimals it is Dutch text, as a number would
// not be read: "12,480".
std::string toml_amount(Amount amount, Money unit);

// A text as remarks, a line each; "" of an empty one.
std::string toml_remark(std::string_view text);

}  // namespace saldo
