// What two plans say otherwise of a goal that both have.
#pragma once

#include <vector>

#include "calc/diff/settings.h"
#include "calc/doel/doelparen.h"

namespace saldo {

std::vector<SettingDiff> differing_doel_settings(const BothVersions& both, const Doelpaar& pair);

}  // namespace saldo
