#include "base/catalogue.h"

#include <cassert>

#include "embedded/po.h"

namespace saldo {

Catalogue::Catalogue(std::string_view mo) : mo_(mo) {
  assert(mo.size() >= 28 && number_at(0) == 0x950412de && number_at(4) == 0);
  size_ = number_at(8);
  originals_ = number_at(12);
  translations_ = number_at(16);
}

std::optional<std::string_view> Catalogue::find(std::string_view original) const {
  std::size_t first = 0, last = size_;
  while (first < last) {
    const std::size_t middle = (first + last) / 2;
    if (this->original(middle) < original) first = middle + 1;
    else last = middle;
  }
  if (original.empty() || first == size_ || this->original(first) != original) return std::nullopt;
  return translation(first);
}

std::uint32_t Catalogue::number_at(std::size_t at) const {
  const auto byte = [&](std::size_t i) { return static_cast<std::uint32_t>(static_cast<unsigned char>(mo_[at + i])); };
  return byte(0) | byte(1) << 8 | byte(2) << 16 | byte(3) << 24;
}

std::string_view Catalogue::string_at(std::size_t at) const { return mo_.substr(number_at(at + 4), number_at(at)); }

const Catalogue& dutch_catalogue() {
  static const Catalogue catalogue(embedded::po.front().second);
  return catalogue;
}

}  // namespace saldo
