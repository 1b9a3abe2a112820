#include "render/picture/scale.h"

#include <algorithm>

namespace saldo {

namespace {

Wide floored(Wide value, Wide step) {
  const Wide down = value / step * step;
  return value < down ? down - step : down;
}

// The smallest of 1, 2, 5, 10, 20 … that is at least `wish`.
Wide round_step(Wide wish) {
  Wide power = 1;
  while (power * 10 <= wish) power *= 10;
  for (const int times : {1, 2, 5})
    if (power * times >= wish) return power * times;
  return power * 10;
}

}  // namespace

std::vector<Wide> Domain::ticks() const {
  std::vector<Wide> all;
  for (Wide tick = -floored(-from, step); tick <= to; tick += step) all.push_back(tick);
  return all;
}

void DomainFinder::take(Wide value) {
  low_ = std::min(low_.value_or(value), value);
  high_ = std::max(high_.value_or(value), value);
}

Domain DomainFinder::domain(int times_away, Wide least, int most) const {
  Wide low = low_.value_or(0), high = high_.value_or(0);
  const Wide nearest_to_zero = low > 0 ? low : high < 0 ? -high : 0;
  Domain domain;
  domain.has_zero = times_away == from_zero || low == high || nearest_to_zero <= (high - low) * times_away;
  if (domain.has_zero) {
    low = std::min<Wide>(low, 0);
    high = std::max<Wide>(high, 0);
  }
  if (low == high) return {0, least, 2 * least, true};  // nothing but zero
  domain.step = std::max(round_step((high - low + most - 1) / most), least);
  domain.from = floored(low, domain.step);
  domain.to = -floored(-high, domain.step);
  return domain;
}

Domain DomainFinder::tight(Wide least, int most) const {
  Domain around = domain(near_zero, least, most);
  if (low_ == high_) return around;
  around.from = *low_;
  around.to = *high_;
  around.has_zero = around.from <= 0 && 0 <= around.to;
  return around;
}

Domain DomainFinder::exact() const {
  Domain domain;
  domain.from = std::min<Wide>(low_.value_or(0), 0);
  domain.to = std::max<Wide>(high_.value_or(0), 0);
  if (domain.from == domain.to) domain.to = 1;
  return domain;
}

Px Scale::at(Wide value) const {
  const Wide range = domain.to - domain.from, way = (value - domain.from) * (end - start);
  const Wide doubled = 2 * way + (way < 0 ? -range : range);
  return start + static_cast<Px>(doubled / (2 * range));
}

Px visible_end(const Scale& scale, Wide value) {
  constexpr Px pixel = 10;
  const Px zero = scale.zero(), end = scale.at(value);
  if (value == 0 || end - zero >= pixel || zero - end >= pixel) return end;
  return (value > 0) == (scale.start < scale.end) ? zero + pixel : zero - pixel;
}

Wide root_of(Wide value) {
  Wide root = 0;
  for (Wide bit = Wide{1} << 62; bit != 0; bit >>= 1)
    if ((root + bit) * (root + bit) <= value) root += bit;
  return root;
}

}  // namespace saldo
