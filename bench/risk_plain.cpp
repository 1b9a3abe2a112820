// `saldo risk` as on a machine that has no more than it is told, for bench/risk: all its tables in csv, with an empty line
// between them.
#include <cstdio>
#include <string>

#include "calc/risk/risk.h"
#include "calc/wijziging/apply.h"
#include "calc/wijziging/work_out.h"
#include "render/format.h"
#include "report/risk/tables.h"

using namespace saldo;

// PLAN --runs N --floor AMOUNT, in this order, and then the width.
int main(int count, char** arguments) {
  if (count != 7) return 2;
  Worked worked;
  if (!work_out(load_base(arguments[1]), {}, worked).empty()) return 2;
  const Plan& plan = worked.plan;
  const RiskProgram program = compile_risk(plan, worked.balances);
  if (!program.findings.empty() || program.causes.empty()) return 2;
  RiskOptions options;
  options.runs = std::stoul(arguments[3]);
  options.floor = read_dutch_amount(arguments[5]).amount.counted();
  const std::string width = arguments[6];
  options.width = width == "plain" ? LaneWidth::plain : width == "avx2" ? LaneWidth::avx2 : LaneWidth::widest;
  const RiskResult result = run_risk(program, options);
  const Table tables[] = {report_spread(plan, result, options), report_chances(plan, result, options),
                          report_causes(plan, program, result), report_weerstandsvermogen(plan, result, options),
                          report_histogram(plan, result, options, false)};
  for (const Table& table : tables) {
    const std::string text = render(std::span(&table, 1), {Format::csv, {}, CsvDialect::rfc4180}) + '\n';
    if (std::fwrite(text.data(), 1, text.size(), stdout) != text.size()) return 2;
  }
}
