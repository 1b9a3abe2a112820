// ANSI colours, put around text only after it has been measured and placed.
#pragma once

#include <string>
#include <string_view>

namespace saldo::ansi {

inline constexpr std::string_view bold = "\x1b[1m";
inline constexpr std::string_view dim = "\x1b[2m";
inline constexpr std::string_view red = "\x1b[31m";
inline constexpr std::string_view green = "\x1b[32m";
inline constexpr std::string_view yellow = "\x1b[33m";
inline constexpr std::string_view cyan = "\x1b[36m";

// `text` in the given codes, which may be several in a row; without codes it stays as it is.
inline std::string painted(std::string_view text, std::string_view codes) {
  if (codes.empty() || text.empty()) return std::string(text);
  return std::string(codes) + std::string(text) + "\x1b[0m";
}

}  // namespace saldo::ansi
