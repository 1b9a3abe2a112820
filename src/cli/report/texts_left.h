// What the author wrote for a part that a paper turns out not to have.
#pragma once

#include "cli/report/report_work.h"

namespace saldo {

// Told on err, with what would bring the part in; but not of a part that --parts leaves out.
void tell_texts_left(const ReportAsked& asked, const ReportWork& work, const Page& page, const Console& console);

}  // namespace saldo
