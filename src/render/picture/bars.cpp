#include "render/picture/bars.h"

namespace saldo {

std::string render_bars(const Chart&, const Style&) { return ""; }

}  // namespace saldo
