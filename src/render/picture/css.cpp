#include "render/picture/svg.h"

namespace saldo {

const std::string_view picture_css = "";

}  // namespace saldo
