// A sheet to fill in, for who does not type TOML: `saldo import` reads it without being told what stands where.
#pragma once

#include <string>
#include <variant>

#include "base/message.h"
#include "base/workbook/book.h"
#include "cli/init/start.h"
#include "render/workbook/sheet_file.h"

namespace saldo {

// Its programmalijnen and projects with rows below them for posts, lasten and baten of each year, and what they add up to.
Book empty_book(const Start& start);

// The bytes of the file, or why it cannot be made. A csv has no sums, as no two programs would read them alike.
std::variant<std::string, Message> empty_sheet(const Start& start, SheetKind kind);

}  // namespace saldo
