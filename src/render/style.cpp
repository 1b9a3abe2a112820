#include "render/style.h"

#include <algorithm>

namespace saldo {

namespace {

struct Dress {
  const Style& style;

  std::string operator()(Blank) const { return ""; }
  std::string operator()(const Id&) const { return ""; }
  std::string operator()(const std::string& text) const { return text; }
  std::string operator()(std::int64_t number) const { return std::to_string(number); }
  std::string operator()(Decimal decimal) const {
    std::string text = to_plain(decimal);
    std::replace(text.begin(), text.end(), '.', ',');
    return text;
  }
  std::string operator()(Amount amount) const {
    if (amount.is_pm()) return "PM";
    if (amount.is_absent()) return "-";
    const Money money = amount.counted();
    if (style.cents || money.is_overflow()) return to_dutch(money, style.cents);
    return to_dutch(Money::of_euros(in_units(money, style.unit)), false);
  }
};

}  // namespace

std::string dress(const Cell& cell, const Style& style) { return std::visit(Dress{style}, cell); }

std::string unit_remark(const Style& style) {
  if (style.cents || style.unit == Money::of_euros(1)) return "";
  return "bedragen x € " + to_dutch(style.unit, false);
}

std::string unit_line(const Style& style) {
  std::string line = unit_remark(style);
  if (!line.empty()) line.front() = 'B';
  return line;
}

}  // namespace saldo
