// What a spreadsheet does to names that look like numbers when somebody opens a csv in it.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace saldo {

// The text of ="3.10", by which a csv keeps Excel from reading a number; any other text as it is, without spaces around.
std::string_view without_guard(std::string_view text);

// What a name may have been before: 3.10 for 3.1 and for 3-okt, 0735 for 735.
std::vector<std::string> before_excel(std::string_view text);

}  // namespace saldo
