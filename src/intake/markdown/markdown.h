// The small Markdown that people write a text in: headings with #, paragraphs, lists of at most two levels, **bold**,
// *italic*, `code`, [links](https://…), and figures as an address in double braces. HTML is text. A backslash makes the
// sign behind it an ordinary one: \{{ is two braces.
//
// What people know from other Markdown and what would not come out as they meant it (a picture, a table, a quotation, a
// block of code, a line across) is told at its place, as is whatever cannot be read. Nothing here knows what is in a plan.
#pragma once

#include <cstdint>
#include <string_view>

#include "base/finding/diagnostic.h"
#include "base/page/text.h"

namespace saldo {

inline constexpr std::uint64_t max_text_bytes = 1ull << 20;

// The blocks of a file, whose text counts only where nothing was found. Every character outside markup is in a span, but
// that a line ends as a space does.
TextBlocks read_markdown(FileId file, std::string_view text, Findings& findings);

}  // namespace saldo
