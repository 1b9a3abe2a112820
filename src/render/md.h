// Tables as GitHub Markdown, to paste in a report or a pull request.
#pragma once

#include <span>
#include <string>
#include <string_view>

#include "base/table.h"
#include "base/text.h"
#include "render/style.h"

namespace saldo {

// Text of the user's on one line, with nothing in it that Markdown reads as markup within a line.
std::string escaped_md(std::string_view text);

// The same text where a line begins, with nothing that makes a list, a heading or a quotation of that line.
std::string begun_md(std::string escaped);

// The grid that render_text shows, never cut in blocks: a heading, a pipe table with the group in the label, sums in
// bold, notes as paragraphs. Text is escaped, so that it reads as it was written.
void write_md(std::span<const TableSource> tables, const Style& style, TextOut& out);
std::string render_md(std::span<const Table> tables, const Style& style);

}  // namespace saldo
