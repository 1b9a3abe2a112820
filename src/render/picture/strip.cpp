#include "render/picture/strip.h"

#include <algorithm>
#include <iterator>

namespace saldo {

namespace {

constexpr std::string_view eighths[] = {"", "▏", "▎", "▍", "▌", "▋", "▊", "▉"};
constexpr std::string_view full = "█";

std::string repeated(std::string_view text, std::size_t times) {
  std::string all;
  for (std::size_t i = 0; i < times; ++i) all += text;
  return all;
}

// Of value / range, in `parts`: the nearest, and one at least of what is not zero.
std::size_t parts_of(Wide value, Wide range, Wide parts) {
  const Wide nearest = (2 * value * parts + range) / (2 * range);
  return static_cast<std::size_t>(value == 0 ? 0 : std::max<Wide>(nearest, 1));
}

}  // namespace

Strip::Strip(const Domain& domain, std::size_t columns) : domain_(domain), columns_(std::max<std::size_t>(columns, 2)) {
  if (domain.from >= 0 || !domain.has_zero) return;
  const Wide range = domain.to - domain.from, all = static_cast<Wide>(columns_ - 1);
  below_ = static_cast<std::size_t>((-domain.from * all + range - 1) / range);
  --columns_;  // so that both sides fit, whichever is rounded
}

std::string Strip::bar(Wide value) const {
  const Wide range = domain_.to - domain_.from, all = static_cast<Wide>(columns_);
  if (value >= 0) {
    const std::size_t parts = parts_of(value, range, all * 8);
    if (parts == 0) return "";
    return std::string(below_, ' ') + repeated(full, parts / 8) + std::string(eighths[parts % 8]);
  }
  const std::size_t eighth = parts_of(-value, range, all * 8), halves = (eighth + 2) / 4;
  const std::string end = halves == 0 ? "▕" : halves % 2 == 1 ? "▐" : "";
  const std::size_t used = halves / 2 + (end.empty() ? 0 : 1);
  return std::string(below_ > used ? below_ - used : 0, ' ') + end + repeated(full, halves / 2);
}

std::size_t Strip::column_of(Wide value) const {
  const Wide range = domain_.to - domain_.from, all = static_cast<Wide>(columns_);
  const Wide column = (value - domain_.from) * all / range;
  return static_cast<std::size_t>(std::clamp<Wide>(column, 0, all - 1));
}

std::string Strip::floating(Wide from, Wide to, std::string_view with) const {
  const std::size_t first = column_of(std::min(from, to)), last = column_of(std::max(from, to));
  return std::string(first, ' ') + repeated(with, std::max<std::size_t>(last - first, 1));
}

std::string Cells::text() const {
  std::size_t end = cells_.size();
  while (end > 0 && cells_[end - 1] == " ") --end;
  std::string all;
  for (std::size_t i = 0; i < end; ++i) all += cells_[i];
  return all;
}

}  // namespace saldo
