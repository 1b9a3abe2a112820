// Formulas as a book has them, as OpenDocument writes them. Private to render/workbook.
#pragma once

#include <string>
#include <string_view>

namespace saldo {

// "SUM(C2:C9,Blad!$D$1)" -> "SUM([.C2:.C9];[$Blad.$D$1])". Texts between quotes stay as they are.
std::string open_formula(std::string_view formula);

// "Invulblad!$C$2:$C$9" -> "$Invulblad.$C$2:.$C$9": cells with their sheet, outside a formula.
std::string open_address(std::string_view cells);

}  // namespace saldo
