// The bytes of a table as text: which encoding they are in is declared, and what contradicts that is told.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "base/finding/diagnostic.h"
#include "plan/koppeling.h"

namespace saldo {

// UTF-8 without a byte order mark and with lines that end in \n or \r\n. Nothing where it is no text or of another encoding,
// and a finding says why. `koppeling` is what declared the encoding, or null where UTF-8 is taken for granted.
std::optional<std::string> decode(FileId file, std::string_view bytes, const Koppeling* koppeling, Findings& findings);

// Adds a code point to a text.
void append_utf8(std::string& text, std::uint32_t letter);

}  // namespace saldo
