// `saldo risk` without AVX2, for bench/risk: what it costs on a machine that has none. Takes the same arguments.
#include <cstdio>
#include <string>

#include "calc/risk/risk.h"
#include "calc/wijziging/apply.h"
#include "calc/worked.h"
#include "render/format.h"
#include "report/risk/tables.h"

using namespace saldo;

// PLAN --runs N --floor AMOUNT --format csv, in this order: what bench/risk asks for.
int main(int count, char** arguments) {
  if (count != 8) return 2;
  Worked worked;
  if (!work_out(load_base(arguments[1]), {}, worked).empty()) return 2;
  const Plan& plan = worked.plan;
  const RiskProgram program = compile_risk(plan, worked.balances);
  if (!program.findings.empty() || program.causes.empty()) return 2;
  RiskOptions options;
  options.runs = std::stoul(arguments[3]);
  options.floor = read_dutch_amount(arguments[5]).amount.counted();
  options.width = LaneWidth::plain;
  const RiskResult result = run_risk(program, options);
  const Table tables[] = {report_spread(plan, result, options), report_chances(plan, result, options),
                          report_causes(plan, program, result), report_weerstandsvermogen(plan, result, options),
                          report_histogram(plan, result, options, false)};
  const std::string text = render(tables, {Format::csv, {}, CsvDialect::rfc4180});
  return std::fwrite(text.data(), 1, text.size(), stdout) == text.size() ? 0 : 2;
}
