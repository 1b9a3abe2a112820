// Tables as one JSON document for scripts.
#pragma once

#include <span>
#include <string>

#include "base/table.h"

namespace saldo {

// {"saldo": 1, "tables": [{"id", "title", "columns": [{"key", "label", "type"}], "rows": [{"kind", "cells": {KEY:
// VALUE}}]}]}: amounts as decimal strings in euros, PM as "PM", absent and Blank as null, integers as numbers.
std::string render_json(std::span<const Table> tables);

}  // namespace saldo
