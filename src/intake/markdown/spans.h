// What stands in one heading, paragraph or item of a text: from its bytes to spans.
#pragma once

#include "base/page/text.h"
#include "intake/markdown/slips.h"

namespace saldo {

// Where in the text it stands, over one line or more.
struct TextRange {
  std::size_t begin = 0;
  std::size_t end = 0;
};

TextSpans read_spans(std::string_view text, TextRange range, TextSlips& slips);

}  // namespace saldo
