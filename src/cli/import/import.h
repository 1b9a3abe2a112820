// A published table as it was understood, for `saldo import`: what it is asked, what was read, and the plan it makes.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "cli/console.h"
#include "intake/overzicht/overzicht.h"
#include "intake/overzicht/printed_file.h"
#include "plan/load.h"
#include "plan/write/new_plan.h"

namespace saldo {

struct ImportAsked {
  std::string path;
  PrintedFileAsked file;
  OverzichtAsked table;
  std::string naam;  // of the plan; "": as the table says
};

struct Imported {
  std::string path;
  PrintedFile file;
  Overzicht table;
  Findings findings;
  std::vector<std::string> files;  // by FileId
  std::optional<NewPlan> plan;     // none: something is open

  bool is_open() const { return !plan.has_value(); }
};

// Nothing where there is no such file, which was told; what cannot be read of it is among the findings.
std::optional<Imported> import_table(const ImportAsked& asked, const Console& console);

// "begroting.xlsx" without its folders and ending.
std::string stem_of(const std::string& path);

}  // namespace saldo
