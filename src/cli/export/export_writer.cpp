#include "cli/export/export_writer.h"

namespace saldo {

namespace {

std::vector<TypedTable> schemas_of(const std::vector<ExportTable>& tables) {
  std::vector<TypedTable> schemas;
  for (const ExportTable& table : tables) schemas.push_back(table.table);
  return schemas;
}

}  // namespace

ChosenTables::ChosenTables(const std::vector<ExportTable>& tables)
    : tables_(tables),
      schemas_(schemas_of(tables)),
      control_(control_table()),
      all_{schemas_, key_columns(), control_} {}

}  // namespace saldo
