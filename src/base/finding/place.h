// Where something stands in the user's files.
#pragma once

#include <compare>
#include <cstdint>

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

}  // namespace saldo
