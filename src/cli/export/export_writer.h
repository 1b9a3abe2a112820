// Who writes the tables of `saldo export`, one plan after another.
#pragma once

#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "base/finding/diagnostic.h"
#include "base/typed/control_sums.h"
#include "render/export/sql.h"
#include "report/export/export_tables.h"

namespace saldo {

enum class ExportTo : std::uint8_t { csv, datapackage, sqlite, postgres, duckdb, clickhouse, spark, sheet };

// Which tables, and where they go.
struct ExportTarget {
  ExportTo to{};
  std::string_view word;  // of `to`
  std::string path;       // a file, or a folder
  std::vector<ExportTable> tables;
};

// Each gives what went wrong, if anything did; then nothing more is asked of it.
class ExportWriter {
 public:
  ExportWriter() = default;
  ExportWriter(const ExportWriter&) = delete;
  ExportWriter& operator=(const ExportWriter&) = delete;
  virtual ~ExportWriter() = default;

  virtual std::optional<Message> begin() = 0;
  virtual std::optional<Message> add(const ExportedPlan& plan) = 0;
  virtual std::optional<Message> finish() = 0;
};

std::unique_ptr<ExportWriter> postgres_writer(const ExportTarget& target);
std::unique_ptr<ExportWriter> sqlite_writer(const ExportTarget& target);
std::unique_ptr<ExportWriter> sheet_writer(const ExportTarget& target);
std::unique_ptr<ExportWriter> lake_writer(const ExportTarget& target);

// The tables as schemas, with what stands beside them; `SqlTables` points into it.
class ChosenTables {
 public:
  explicit ChosenTables(const std::vector<ExportTable>& tables);
  ChosenTables(const ChosenTables&) = delete;
  ChosenTables& operator=(const ChosenTables&) = delete;

  const SqlTables& all() const { return all_; }

  // Every row of every table of a plan, and at the end its control sums: `begin(table)` before its rows, `row(…)` for
  // each, and `end()` behind them.
  template <class Begin, class Row, class End>
  void for_each_row(const ExportedPlan& plan, Begin begin, Row row, End end) const {
    ControlSums sums;
    for (const ExportTable& chosen : tables_) {
      begin(chosen.table);
      chosen.for_each_row(plan, [&](TypedRow values) {
        sums.add(chosen.table, values);
        row(values);
      });
      end();
    }
    begin(control_);
    sums.for_each(row_of(plan.key), row);
    end();
  }

 private:
  std::vector<ExportTable> tables_;
  std::vector<TypedTable> schemas_;
  TypedTable control_;
  SqlTables all_;
};

}  // namespace saldo
