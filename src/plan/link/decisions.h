// What a record of a closed year decides, by the names it uses. Private to plan/.
#pragma once

#include "plan/link/names.h"

namespace saldo {

void link_decisions(const Plan& plan, Afsluiting& record, const Names<ProjectId>& names, Findings& findings);

}  // namespace saldo
