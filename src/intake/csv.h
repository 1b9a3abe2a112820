// Reads RFC 4180, and what programs make of it: another separator, a line `sep=;` for Excel, blank lines.
#pragma once

#include <optional>
#include <string>

#include "base/finding/diagnostic.h"
#include "intake/sheet.h"

namespace saldo {

// A text out of decode(). `separator` is the declared one; none: what a line sep= says, else of ; , and tab the one that
// stands most often in the line `heading` (0: the first). Every cell has a place; blank lines are in no row. All findings
// are told that can be told apart; nothing is given where one leaves open what the rows are.
std::optional<Sheet> read_csv(FileId file, std::string text, std::optional<char> separator, std::uint32_t heading,
                              Findings& findings);

}  // namespace saldo
