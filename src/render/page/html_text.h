// Text and figures as HTML: nothing of the user's is read as markup.
#pragma once

#include <string>
#include <string_view>

#include "base/page/page.h"
#include "render/style.h"

namespace saldo {

// Printable first, then with what means something to HTML spelled out; also safe inside a quoted attribute.
void add_escaped(std::string& out, std::string_view text);
std::string escaped_html(std::string_view text);

// A figure as people read it, with a real minus; PM says what it means.
void add_figure(std::string& out, std::string_view dressed);

// `text` as an anchor: a letter first, then letters, digits, _ and -; another text gives another anchor.
std::string anchor_of(std::string_view text);

void add_spans(std::string& out, const TextSpans& spans, const Style& style);

}  // namespace saldo
