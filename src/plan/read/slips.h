// What people type that is no TOML, and what they should type: the parser only says where it stopped. Private to plan/.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "base/message.h"

namespace saldo {

struct Slip {
  std::string_view at;  // the characters that are wrong, in the text
  Message message;
  Message help;
  std::optional<std::string_view> first = {};  // the same key or header, where it stands before
};

// The slip on the line where the parser stopped (1 is the first), if it is one that people make.
std::optional<Slip> find_slip(std::string_view text, std::uint32_t line);
// The key or header where the parser stopped because it is there already.
std::optional<Slip> find_double(std::string_view text, std::uint32_t line, std::uint32_t column);

// What stands behind `key =` without being a value of TOML: 1234,56 and PM and 1-7-2025.
std::optional<Slip> find_value_slip(std::string_view key, std::string_view value, bool inside);

// An amount that is written as nowhere in a plan, as TOML has it: "(500)" is -500, "4.977-" is -4977 and "-" is 0. Nothing
// when it can be read in two ways.
std::optional<std::string> meant_amount(std::string_view written);

// A mark that nobody sees, or a space that is not an ordinary one: "soft hyphen" and "U+00AD".
struct MarkName {
  Word name;
  std::string number;
};
MarkName mark_name(std::string_view point);

}  // namespace saldo
