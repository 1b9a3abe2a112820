// A worked-out plan -> rows of tables for other programs, one at a time. Nothing is computed here: every figure is one that
// `saldo table`, `overlap` or `check` shows.
#pragma once

#include <functional>
#include <span>
#include <string>
#include <vector>

#include "base/finding/diagnostic.h"
#include "base/typed/typed_table.h"
#include "calc/overdrachten.h"
#include "calc/worked.h"

namespace saldo {

// What tells the plans of a lake apart; it stands in the first columns of every table.
struct PlanKey {
  std::string organisatie;
  std::string plan;
  std::string versie;
  std::string stand;    // a standing
  std::string variant;  // what was changed for this export alone: scenarios and --set; "": nothing
};
std::vector<TypedValue> row_of(const PlanKey& key);
std::span<const TypedColumn> key_columns();

struct ExportedPlan {
  PlanKey key;
  const Worked& worked;
  const std::vector<Overdracht>& overdrachten;
  const Findings& bevindingen;
  std::vector<std::string> files = {};  // by FileId, as the table `bedrag` names them
  std::string hash = {};                // of what the plan was read from
  std::string program = {};             // that made the export
};

// The schema of all tables together: it goes up when a column or a table gets another meaning, a name or a type.
inline constexpr std::int64_t export_schema = 1;

struct ExportTable {
  TypedTable table;
  void (*for_each_row)(const ExportedPlan&, const RowSink&);
};

// In the order in which one names what another has.
std::span<const ExportTable> export_tables();

// The same columns for what the tables come to.
TypedTable control_table();

// Amounts that DECIMAL(18,2) cannot hold, each at its place.
Findings find_too_large(const Worked& worked);

}  // namespace saldo
