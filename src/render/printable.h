// Text from the user's files made safe to put on one line of a terminal, or in xml.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace saldo {

// `text` as valid UTF-8 on one line: tabs and line breaks become a space; control characters, invisible marks and bytes
// that are no UTF-8 become U+FFFD, and so does a # of what would be a command to a server that runs jobs. One code point
// (or bad byte) in is one code point out, so that columns keep counting.
std::string printable(std::string_view text);

// Valid UTF-8 without control characters as xml has it, between tags and in attributes between double quotes. The two
// code points of the first plane that xml has no place for, in whatever way they are written, become U+FFFD.
std::string xml_text(std::string_view text);

// Valid UTF-8 cut into its code points.
std::vector<std::string_view> code_points(std::string_view text);

}  // namespace saldo
