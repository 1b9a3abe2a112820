// Looks at a text before the TOML parser does: deep nesting would overflow the parser's stack.
#pragma once

#include <cstdint>
#include <optional>
#include <string_view>

#include "plan/reference.h"

namespace saldo {

inline constexpr int max_key_parts = 16;
inline constexpr int max_levels = 16;
inline constexpr std::size_t max_word_bytes = 4096;  // of what stands in the file, escapes and all

struct LineColumn {
  std::uint32_t line = 1;
  std::uint32_t column = 1;  // in code points
};

LineColumn line_column(std::string_view text, std::size_t offset);

// Byte offset of the first key with too many dotted parts, or the first table or array nested too deep.
std::optional<std::size_t> find_too_deep(std::string_view text);

// Byte offset of the first key, word or text that is longer than anything of a plan: the parser would take up many times
// its size.
std::optional<std::size_t> find_too_long(std::string_view text);

}  // namespace saldo
