// The example plans of `saldo init`, which stand in src/start/ with years by their place: @0 is the first of the plan.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "base/language.h"
#include "base/year.h"
#include "cli/disk/new_folder.h"

namespace saldo {

struct ExamplePlan {
  std::string plan_keys;  // lines for [plan]
  std::vector<FolderFile> files;
};

// `name` is that of a file in src/start/. An amount of a year that the plan does not have is left out; of the two languages
// of a remark one is left.
ExamplePlan example_plan(std::string_view name, Years years, Language language);

// A file of src/start/ that is no plan, in one of the two languages.
std::string example_text(std::string_view name, Language language);

}  // namespace saldo
