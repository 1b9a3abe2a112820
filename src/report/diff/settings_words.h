// Settings that differ between two plans in words: "einde 2026 → 2027, restant meenemen → investeringsbudget".
#pragma once

#include <string>
#include <vector>

#include "calc/diff/plan_diff.h"

namespace saldo {

std::string setting_words(const std::vector<SettingDiff>& settings);

// "afronding op 100 euro, naar boven, keten exact"
std::string rounding_words(const Rounding& rounding);

}  // namespace saldo
