// Which file a sheet becomes, by the ending of its name.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <variant>

#include "base/message.h"
#include "base/workbook/book.h"

namespace saldo {

enum class SheetKind : std::uint8_t { csv, xlsx, ods };
// None where that is another.
std::optional<SheetKind> sheet_kind(std::string_view name);

// The bytes of a workbook, which is no csv, or why it cannot be made.
std::variant<std::string, Message> write_book(const Book& book, SheetKind kind);

}  // namespace saldo
