// Settings that differ between two plans in words: "einde 2026 → 2027, restant meenemen → investeringsbudget".
#pragma once

#include <string>
#include <vector>

#include "calc/diff/plan_diff.h"

namespace saldo {

std::string plan_setting_words(const TwoPlans& two, const std::vector<Setting>& settings);
std::string line_setting_words(const TwoPlans& two, const Pairing& line, const std::vector<Setting>& settings);
std::string project_setting_words(const TwoPlans& two, const Pairing& project, const std::vector<Setting>& settings);

// Of the post of this cell, whatever its direction and year.
std::string post_setting_words(const TwoPlans& two, const PairedCell& post, const std::vector<Setting>& settings);

// "afronding op 100 euro, naar boven, keten exact"
std::string rounding_words(const Rounding& rounding);

}  // namespace saldo
