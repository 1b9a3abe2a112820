// How each kind of chart is drawn: below `top`; gives where it ends.
#pragma once

#include "render/picture/drawing.h"
#include "render/picture/figures.h"

namespace saldo {

Px draw_columns(const Picture& picture, Drawing& drawing, Px top);
Px draw_points(const Picture& picture, Drawing& drawing, Px top);
Px draw_fan(const Picture& picture, Drawing& drawing, Px top);
Px draw_histogram(const Picture& picture, Drawing& drawing, Px top);
Px draw_waterfall(const Picture& picture, Drawing& drawing, Px top);
Px draw_tornado(const Picture& picture, Drawing& drawing, Px top);
Px draw_dumbbell(const Picture& picture, Drawing& drawing, Px top);
Px draw_matrix(const Picture& picture, Drawing& drawing, Px top);
Px draw_tree(const Picture& picture, Drawing& drawing, Px top);

// More categories than that do not stand side by side, but one below the other.
inline constexpr std::size_t most_columns = 31;

}  // namespace saldo
