// Which signs a table is printed with, as its own saldi show. Private to intake/overzicht.
#pragma once

#include "intake/overzicht/asking.h"
#include "intake/overzicht/overzicht.h"

namespace saldo {

// Of rows that have their amounts as printed and their sides: fills `signs` and `teken`, and gives all amounts the signs of
// `voordelig`. Two ways that fit equally well are asked.
void settle_signs(const Sheet& sheet, std::optional<Voorteken> asked, Overzicht& overzicht, Asking& asking);

// How far printed amounts may be off from what they are the sum of: of `addends` that were each rounded to the unit.
Money rounding_of(const Overzicht& overzicht, std::size_t addends);

// Whether two amounts differ by no more than that.
inline bool are_near(Money a, Money b, Money by) { return (a - b).size() <= by; }

}  // namespace saldo
