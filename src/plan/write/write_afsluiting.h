// A record of a closed year as a file of the plan, which reads back as the same record.
#pragma once

#include <string>

#include "plan/afsluiting.h"

namespace saldo {

// TOML, in the order of the record: the same record gives the same bytes. Amounts are written in `unit`.
std::string write_afsluiting(const Afsluiting& record, Money unit);

}  // namespace saldo
