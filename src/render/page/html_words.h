// What a person wrote, as HTML.
#pragma once

#include <string>

#include "base/page/text.h"
#include "render/style.h"

namespace saldo {

// Its headings are of level 3 and further down: it stands in a section of the page.
void add_words(std::string& out, const TextBlocks& blocks, const Style& style);

}  // namespace saldo
