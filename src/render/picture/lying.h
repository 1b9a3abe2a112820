// What pictures of one row below the other share: the name of each on lines of its own, its figure at the right, and under
// it a place for bars along one axis.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "render/picture/drawing.h"
#include "render/picture/figures.h"
#include "render/picture/scale.h"
#include "render/picture/upright.h"

namespace saldo {

struct Lying {
  Scale scale;
  Px top = 0;
};

// The axis with its places, above the rows.
Lying lay_down(const Picture& picture, const Domain& domain, Px left, Px right, Drawing& drawing, Px top);

// The lines of the axis behind the rows, once it is known where those end; `above` is what is drawn over them.
void draw_grid(const Lying& lying, Px bottom, Drawing& drawing);

// The name in at most two lines and the figure beside it; gives where they end.
Px draw_name(std::string_view name, std::string_view figure, bool is_sum, Drawing& drawing, Px top);

}  // namespace saldo
