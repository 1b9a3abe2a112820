// Tables as one JSON document for scripts.
#pragma once

#include <span>
#include <string>
#include <vector>

#include "base/table.h"

namespace saldo {

// What was asked otherwise than the plan is by itself, as it was typed: {"set": ["index.loon=4"]}.
struct VariantWord {
  std::string key;
  std::vector<std::string> values;
};
using VariantWords = std::vector<VariantWord>;

// {"saldo": 1, "tables": [{"id", "title", "columns": [{"key", "label", "type"}], "rows": [{"kind", "cells": {KEY:
// VALUE}}]}]}: amounts as decimal strings in euros, PM as "PM", absent and Blank as null, integers as numbers.
// "variant": {KEY: [TEXT]} stands before the tables where there is any.
std::string render_json(std::span<const Table> tables, const VariantWords& variant = {});

}  // namespace saldo
