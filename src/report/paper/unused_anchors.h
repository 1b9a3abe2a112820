// Names on a page that nothing leads to.
#pragma once

#include "base/page/page.h"

namespace saldo {

// Cells that no link of the page leads to lose their name: of a large budget those are most of its bytes.
void drop_unused_anchors(Page& page);

}  // namespace saldo
