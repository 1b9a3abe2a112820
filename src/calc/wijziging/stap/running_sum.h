// A sum of amounts of which a part can become something else.
#pragma once

#include <cstdint>

#include "base/money.h"
#include "base/ratio.h"

namespace saldo {

// Exact as long as nothing in it is an overflow; whoever uses it sees to it that no sum leaves the range of Money.
class RunningSum {
 public:
  void add(Amount amount, int sign = 1) { count(amount, sign, 1); }
  void take(Amount amount, int sign = 1) { count(amount, -sign, -1); }

  Money counted() const { return Money::of_cents(static_cast<std::int64_t>(cents_)); }
  Amount amount() const { return moneys_ > 0 ? Amount(counted()) : pms_ > 0 ? Amount::pm() : Amount(); }

 private:
  void count(Amount amount, int sign, int more) {
    if (amount.is_pm()) pms_ += more;
    if (!amount.is_money()) return;
    moneys_ += more;
    cents_ += sign * Wide{amount.counted().cents()};
  }

  Wide cents_ = 0;
  std::int64_t moneys_ = 0;
  std::int64_t pms_ = 0;
};

}  // namespace saldo
