// The plan on the page of a rule (src/rules/), as files, and what is found in it: by `saldo check`, in what was booked, in a
// table that is imported, in the text of a report.
#pragma once

#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "intake/actuals.h"
#include "support/support.h"

using ExampleFiles = std::map<std::string, std::string>;

ExampleFiles files_of(saldo::Rule rule, std::string_view example);

// The csv beside the plan: what was booked in 2025.
const std::string* csv_of(const ExampleFiles& files);

// A plan in a folder, and the csv beside it taken in by its first koppeling.
struct TakenPlan {
  saldo::LoadedPlan loaded;
  saldo::Actuals actuals;
  saldo::Findings findings;
};
TakenPlan take_in_csv(const std::string& folder, const ExampleFiles& files);

// A csv without a plan is a table that is imported, by the map beside it if there is one.
bool is_import(const ExampleFiles& files);

struct ImportedTable {
  std::vector<std::string> files;
  saldo::Findings findings;
  std::string text;
};
ImportedTable import_csv(const ExampleFiles& files);

// All that is found in these files, which stand in `folder`.
saldo::Findings all_found(const std::string& folder, const ExampleFiles& files);

// "RULE: message" of each, in a folder of its own.
std::vector<std::string> messages(const ExampleFiles& files);
