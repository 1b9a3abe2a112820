// One table of a paper as HTML.
#pragma once

#include <string>

#include "base/page/page.h"
#include "render/style.h"

namespace saldo {

// How many columns a table has where people see it: a wide one gets a page on its side.
bool is_wide(const Table& table);

// With its caption, in a part of the page that scrolls by itself, and its notes under it.
void add_table(std::string& out, const PageTable& part, const Style& style);

}  // namespace saldo
