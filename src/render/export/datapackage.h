// datapackage.json: what every column of the csv beside it is, for who reads Data Packages.
#pragma once

#include <span>
#include <string>
#include <string_view>

#include "base/typed/typed_table.h"

namespace saldo {

// Data Package 2.0, that a reader of version 1 takes as well.
std::string datapackage_json(std::string_view name, std::string_view title, std::string_view made_with,
                             std::span<const TypedTable> tables);

}  // namespace saldo
