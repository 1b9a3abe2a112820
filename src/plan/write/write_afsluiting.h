// A record of a closed year as a file of the plan, which reads back as the same record.
#pragma once

#include <string>

#include "plan/afsluiting.h"

namespace saldo {

// TOML, in the order of the record: the same record gives the same bytes. Amounts are written in `unit`.
std::string write_afsluiting(const Afsluiting& record, Money unit);

// A text in quotes as TOML has it, and an amount in `unit` with its thousands apart: 12_480.50, "PM". With three
// decimals it is Dutch text, as a number would not be read: "12,480".
std::string toml_text(std::string_view text);
std::string toml_amount(Amount amount, Money unit);

}  // namespace saldo
