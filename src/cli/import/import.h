// A published table as it was understood, for `saldo import`: what it is asked, what was read, and the plan it makes.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "cli/console.h"
#include "intake/overzicht/overzicht.h"
#include "intake/overzicht/printed_file.h"
#include "plan/kaart/import_map.h"
#include "plan/load.h"
#include "plan/write/new_plan.h"

namespace saldo {

struct ImportAsked {
  std::string path;
  PrintedFileAsked file;
  OverzichtAsked table;
  std::string naam;  // of the plan; "": as the table says
  std::string map;   // the file that answers what a table leaves open; "": none
};

struct Imported {
  std::string path;
  PrintedFile file;
  Overzicht table;
  std::vector<std::string> samples;  // by column: the first that stands in it, as it was read
  Findings findings;
  std::vector<std::string> files;  // by FileId
  std::string map_text;            // of a map that was read
  std::optional<NewPlan> plan;     // none: something is open
  ImportAsked asked;               // with what the map answered; rows have views of it

  bool is_open() const { return !plan.has_value(); }
};

// Nothing where there is no such file, which was told; what cannot be read of it is among the findings.
std::optional<Imported> import_table(const ImportAsked& asked, const Console& console);

// What a map answers, where no flag did; what means nothing there is told.
void apply_map(const ImportMap& map, ImportAsked& asked, Findings& findings);

// What was understood and asked, as a map for the next time.
ImportMap map_of(const Imported& imported, const ImportAsked& asked);

// What all rows come to in each year is what the plan comes to: no amount is lost, and none is there twice. Where it is not,
// a std::logic_error: that is a fault of saldo (exit 70).
void prove_amounts(const Overzicht& table, const NewPlan& plan);

// "begroting.xlsx" without its folders and ending.
std::string stem_of(const std::string& path);

}  // namespace saldo
