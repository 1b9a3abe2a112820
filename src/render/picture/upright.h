// What pictures with time from left to right share: the axis at the left, the categories below it, and under those a line
// per series with its name and, where there is room, its figures.
#pragma once

#include <string>
#include <vector>

#include "render/picture/drawing.h"
#include "render/picture/figures.h"
#include "render/picture/scale.h"

namespace saldo {

inline constexpr Px plot_height = 1900;

enum class Sign : std::uint8_t { square, line, point };

// A series as it stands below: what its sign looks like, its name, and its cells.
struct Told {
  std::string classes;
  std::string name;
  const ChartSeries* series = nullptr;
  Sign sign = Sign::square;
};

struct Upright {
  Px left = 0, right = picture_width, top = 0;
  Scale scale;
  std::size_t count = 0;
  bool figures_below = false;  // each has a place under its own category
  bool small_figures = false;  // in smaller type, since they would touch
  Px pitch() const { return count == 0 ? right - left : (right - left) / static_cast<Px>(count); }
  Px centre(std::size_t category) const;
  Px bottom() const { return scale.start; }
};

// The least distance between two places on the axis that read differently.
Wide least_step(const Picture& picture, bool money);

// Draws the lines of the axis with what they are.
Upright stand_upright(const Picture& picture, const Domain& domain, const std::vector<Told>& told, Drawing& drawing,
                      Px top);

// The names of the categories, of all or of as many as fit, and the rows below; gives where those end.
Px draw_below(const Picture& picture, const Upright& upright, const std::vector<Told>& told, Drawing& drawing);

// What is looked at by pointing: "2025, baten: 1.234".
std::string told_of(const Picture& picture, std::size_t category, const std::string& series, const Cell& cell);

// A sign before each name, as many names on a line as fit; gives where those end.
Px draw_legend(const std::vector<Told>& told, Drawing& drawing, Px top);

}  // namespace saldo
