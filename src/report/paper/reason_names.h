// What the figures of a paper are called, and where on the page each is explained.
#pragma once

#include <string>
#include <string_view>
#include <unordered_map>

#include "base/page/page.h"
#include "plan/address.h"

namespace saldo {

// What is explained, by its address: "3.18/lasten/2026" with its amount, and posts, "3.18/12", with none.
struct Explanation {
  Amount amount = {};
  std::string anchor;  // what leads to it
};
using Explained = std::unordered_map<std::string, Explanation>;

// "3.18", the id of a line, or "totaal": what an address begins with.
std::string whose_name(const Plan& plan, const Whose& whose);

std::string figure_name(const std::string& whose, std::string_view figure, Year year);

// What leads to a figure: of a project the row in which all its years stand, "3.18/lasten", else its address.
std::string figure_anchor(const Plan& plan, const Whose& whose, std::string_view figure, Year year);

// The key of a column, "2026.lasten", as the end of an address: "lasten/2026". Empty where it is another.
std::string end_of_address(std::string_view key);

TextSpan plain(std::string text);
TextSpan strong(std::string text);

}  // namespace saldo
