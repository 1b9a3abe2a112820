// A chart as bars of eighth blocks, for a terminal or a text file.
#pragma once

#include <string>

#include "base/page/chart.h"
#include "render/style.h"

namespace saldo {

// A line per figure: its name, its bar and the figure itself, within style.width where names allow. A bar is as long as
// its figure to an eighth of a column; one that is not zero is never empty. PM is a word, never a bar.
std::string render_bars(const Chart& chart, const Style& style);

}  // namespace saldo
