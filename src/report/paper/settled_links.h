// Names on a page and links to them, once all is there.
#pragma once

#include "base/page/page.h"

namespace saldo {

// A link to what is not on the page, such as a year that is not shown or a part that was left out, becomes text. Cells
// that nothing leads to lose their name: of a large budget those are many bytes. So does a fold whose name is taken.
void settle_links(Page& page);

}  // namespace saldo
