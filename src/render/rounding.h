// Whether what people see still adds up once every figure has been rounded on its own.
#pragma once

#include <string_view>

#include "base/table.h"
#include "render/style.h"

namespace saldo {

inline constexpr std::string_view rounding_note =
    "Door afronding tellen de getoonde bedragen niet overal op tot het totaal.";

// False when a shown total or subtotal differs from the sum of its shown rows while the exact amounts do add up; a
// total that does not hold exactly is not a matter of rounding. A total stands for the level 0 rows since the total
// before it, a subtotal for the rows one level deeper beneath it; rows with addend == false take no part. So it is with
// a row whose opening, baten and lasten do not come to the eindsaldo that is shown.
bool rounded_rows_add_up(const Table& table, const Style& style);

}  // namespace saldo
