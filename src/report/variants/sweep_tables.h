// A sweep -> Table: a row for each value, or one figure for each pair of values.
#pragma once

#include <span>
#include <string>
#include <vector>

#include "base/table.h"
#include "calc/variants/sweep.h"

namespace saldo {

struct SweepReport {
  Years years;
  std::span<const Sweep> sweeps;
  const std::vector<SweepFigures>& figures;  // as run_sweep gives them
  std::string figure;                        // the address of the chosen figure
  bool is_default;                           // the figure is the eindsaldo of the last year, which has a column already
  bool has_rib;
  bool is_stand = true;  // false: per year the resultaat, of a plan with exploitatie
};

// `reeks`: of one sweep the eindsaldo per year, the figure with its difference, and the investeringsbudget.
Table report_sweep(const SweepReport& report);

// `raster`: of two sweeps the figure, the values of the first as rows and those of the second as columns.
Table report_grid(const SweepReport& report);

// A value as it is typed: 3.5, or 50000; and as people read it: 3,5%, or 50.000.
std::string plain_value(const Sweep& sweep, std::size_t position);
std::string shown_value(const Sweep& sweep, std::size_t position);

}  // namespace saldo
