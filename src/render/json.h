// Tables as one JSON document for scripts.
#pragma once

#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "base/table.h"
#include "base/text.h"

namespace saldo {

// A list in a JSON document of which the elements are not kept: each stands on lines of its own, in a list whose end stands
// `depth` columns deep.
class JsonList {
 public:
  JsonList(TextOut& out, std::size_t depth);
  void begin();                     // an element, which whoever calls then writes
  void add(std::string_view json);  // one as nlohmann::json writes it by itself, with an indent of 2
  void end();

 private:
  TextOut& out_;
  std::string line_;
  bool is_empty_ = true;
};

// What was asked otherwise than the plan is by itself, as it was typed: {"set": ["index.loon=4"]}.
struct VariantWord {
  std::string key;
  std::vector<std::string> values;
};
using VariantWords = std::vector<VariantWord>;

// {"saldo": 1, "tables": [{"id", "title", "columns": [{"key", "label", "type"}], "rows": [{"kind", "cells": {KEY:
// VALUE}}]}]}: amounts as decimal strings in euros, PM as "PM", absent and Blank as null, integers as numbers.
// "variant": {KEY: [TEXT]} stands before the tables where there is any.
void write_json(std::span<const TableSource> tables, const VariantWords& variant, TextOut& out);
std::string render_json(std::span<const Table> tables, const VariantWords& variant = {});

}  // namespace saldo
