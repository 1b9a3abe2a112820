// A chart as svg: 400 units wide and as high as it needs, with its message for who does not see it. Sizes are whole tenths.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#include "base/page/chart.h"
#include "render/style.h"

namespace saldo {

// `alone` has its title in sight and brings its own colours; in a page both are up to that: the title is that of the
// figure around it, and picture_css stands in its head. Whoever has several on a page gives each another Chart::id.
enum class SvgUse : std::uint8_t { alone, in_page };

// One element; nothing in it is loaded from elsewhere, nothing is script, no attribute is style.
std::string render_svg(const Chart& chart, const Style& style, SvgUse use = SvgUse::alone);

// All that .beeld and what is in it look like: light, dark and in print. Colours differ at least 3:1 from what is behind
// them and never tell anything alone: there is a hatch, a sign or a word beside each.
extern const std::string_view picture_css;

}  // namespace saldo
