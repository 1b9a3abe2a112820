#include "report/diff/settings_words.h"

#include <fmt/ranges.h>

#include "base/say.h"

namespace saldo {

std::string setting_words(const std::vector<SettingDiff>& settings) {
  std::vector<std::string> parts;
  for (const SettingDiff& setting : settings) {
    if (setting.values)
      parts.push_back(fmt::format("{} {} → {}", setting.label, setting.values->first, setting.values->second));
    else parts.push_back(fmt::format("{} gewijzigd", setting.label));
  }
  return fmt::format("{}", fmt::join(parts, ", "));
}

std::string rounding_words(const Rounding& rounding) {
  std::string words = "afronding op " + word(rounding.unit);
  if (rounding.mode != RoundingMode::half_away)
    words += rounding.mode == RoundingMode::up ? " naar boven" : " naar beneden";
  return rounding.exact_chain ? words + ", keten exact" : words;
}

}  // namespace saldo
