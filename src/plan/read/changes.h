// The changes that stand in a [[begrotingswijziging]] or beside a [scenario]. Private to plan/read/.
#pragma once

#include <vector>

#include "plan/read/part.h"

namespace saldo {

void read_changes(Reader& reader, const toml::node& node, Part& part, std::vector<Wijziging>& changes);

}  // namespace saldo
