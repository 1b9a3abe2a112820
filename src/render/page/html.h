// A page as one HTML file: no script, nothing from outside, its style in itself.
#pragma once

#include <string>

#include "base/page/page.h"
#include "render/style.h"

namespace saldo {

// For a browser on any screen, for print on A4 and for who listens to it. The same page gives the same bytes.
std::string render_html(const Page& page, const Style& style);

}  // namespace saldo
