// A Ratio that was written as a number: with at most eighteen digits it takes half of the bytes.
#pragma once

#include <cstdint>

#include "base/ratio.h"

namespace saldo {

class SlimRatio {
 public:
  // Of what read_decimal() or read_share() gives.
  explicit SlimRatio(const Ratio& ratio)
      : num_(static_cast<std::int64_t>(ratio.num)), den_(static_cast<std::int64_t>(ratio.den)) {}
  operator Ratio() const { return {num_, den_}; }

 private:
  std::int64_t num_, den_;
};

}  // namespace saldo
