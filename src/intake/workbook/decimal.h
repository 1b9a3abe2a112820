// Numbers as a workbook stores them, in digits only: no binary fraction ever stands between. Private to intake/workbook.
#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace saldo {

// "68.400000000000006" is 68.4: what a spreadsheet stores beyond 15 significant digits it neither shows nor knows.
// "1.5E+3" is 1500. Nothing where it is no number, or beyond what a spreadsheet can hold.
std::optional<std::string> exact_decimal(std::string_view text);

// "007" of 7 with the format 000, "3.10" of 3.1 with 0.00, "12%" of 0.12 with 0%, also between literals ("AB-"000). Nothing
// where the format shows marks of a country, or no more than the number itself.
std::optional<std::string> shown_with(std::string_view decimal, std::string_view format);

// Whether a format shows a number as a date or a time.
bool is_date_format(std::string_view format);
bool is_percentage_format(std::string_view format);

// "2025-02-01" of day 45689; nothing where it is no day. `since_1904`: of a workbook that was made on an old Mac.
std::optional<std::string> iso_date(std::string_view day, bool since_1904);

// Whether both are the same number: "3,10" and "3.1". A text with marks between thousands is none.
std::optional<std::string> with_point_if_same(std::string_view shown, std::string_view decimal);

}  // namespace saldo
