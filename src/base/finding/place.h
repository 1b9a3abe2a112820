// Where something stands in the user's files.
#pragma once

#include <compare>
#include <cstdint>
#include <string>

namespace saldo {

enum class FileId : std::uint32_t {};

// Lines and columns count from 1, columns and length in code points; line 0 means the file as a whole.
struct Place {
  FileId file{};
  std::uint32_t line = 0;
  std::uint32_t column = 0;
  std::uint32_t length = 0;
  friend auto operator<=>(const Place&, const Place&) = default;
};

// The line that a place is on, or what there is of it around that place.
struct LinePart {
  std::string text;
  std::uint32_t first = 1;  // column of the first code point in it
  bool ends = true;         // the line ends where this does
};

}  // namespace saldo
