#include "plan/write/toml_text.h"

#include <fmt/format.h>

#include "base/text.h"

namespace saldo {

namespace {

bool is_control(char c) { return (c >= 0 && c < ' ') || c == 0x7F; }

}  // namespace

std::string toml_text(std::string_view text) {
  std::string quoted = "\"";
  for (const char c : text) {
    if (c == '"' || c == '\\') quoted += '\\';
    quoted += is_control(c) ? fmt::format("\\u{:04X}", static_cast<unsigned>(c)) : std::string(1, c);
  }
  return quoted + '"';
}

std::string toml_amount(Amount amount, Money unit) {
  if (amount.is_pm()) return "\"PM\"";
  const Money money = amount.counted();
  const std::int64_t cents = money.size().cents();
  const std::string whole = std::to_string(cents / unit.cents());
  if (cents % unit.cents() == 0) return (money < Money() ? "-" : "") + grouped(whole, '_');
  std::string fraction = fmt::format("{:0{}}", cents % unit.cents(), decimals_of(unit));
  while (fraction.size() > 2 && fraction.ends_with('0')) fraction.pop_back();
  if (fraction.find_first_not_of('0') == std::string::npos) fraction.clear();
  const std::string sign = money < Money() ? "-" : "";
  if (fraction.size() == 3) return '"' + sign + grouped(whole, '.') + ',' + fraction + '"';
  return sign + grouped(whole, '_') + (fraction.empty() ? "" : "." + fraction);
}

std::string toml_remark(std::string_view text) {
  std::string remark;
  while (!text.empty()) {
    const std::size_t end = text.find('\n');
    std::string line(text.substr(0, end));
    text.remove_prefix(end == std::string_view::npos ? text.size() : end + 1);
    for (char& c : line)
      if (is_control(c)) c = ' ';
    while (line.ends_with(' ')) line.pop_back();
    remark += line.empty() ? "#\n" : "# " + line + '\n';
  }
  return remark;
}

}  // namespace saldo
