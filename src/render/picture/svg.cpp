#include "render/picture/svg.h"

namespace saldo {

std::string render_svg(const Chart&, const Style&, SvgUse) { return ""; }

}  // namespace saldo
