// saldo check PLAN: every finding, for people and for CI.
#include "calc/checks.h"
#include "cli/computed.h"
#include "cli/options.h"
#include "report/findings_table.h"

namespace saldo {

namespace {

void add_options(CLI::App& app, Request& request) {
  add_plan(app, request);
  add_format(app, request);
}

// What stands in the way of checking goes to err for people; a machine gets its one document on out in any case.
int tell(const LoadedPlan& loaded, const Findings& findings, int code, const RenderOptions& options,
         const Console& console) {
  if (options.format != Format::text) {
    const Table table = report_findings(findings, [&loaded](FileId id) { return loaded.file(id); });
    const int written = write_table(table, options, console);
    return written == exit_fine ? code : written;
  }
  if (code == exit_failed) {
    write_error(console, show_findings(loaded, findings, error_style(console)));
    return code;
  }
  std::string text = show_findings(loaded, findings, options.style);
  text += findings.empty() ? "no findings\n"
                           : fmt::format("\n{} finding{}\n", findings.size(), findings.size() == 1 ? "" : "s");
  const int written = write_output(console, text);
  return written == exit_fine ? code : written;
}

int run(const Request& request, const Console& console) {
  const std::optional<RenderOptions> options = read_format(request, console);
  if (!options) return exit_failed;
  Attempt result = attempt(request.plan);
  if (!result.amounts) return tell(result.loaded, result.findings, exit_failed, *options, console);
  const Plan& plan = result.loaded.plan;
  const Balances balances = work_out_balances(plan, *result.amounts, Selection(plan.projects.size(), true));
  Findings findings = check_range(plan, balances);
  if (!findings.empty()) return tell(result.loaded, findings, exit_failed, *options, console);
  findings = check_plan(plan, *result.amounts, balances);
  return tell(result.loaded, findings, findings.empty() ? exit_fine : exit_findings, *options, console);
}

}  // namespace

const Command check_command{"check", "every finding; exit code 1 when there is one",
                            "  saldo check data/achterhoek-2025-2028\n"
                            "  saldo check PLAN --format json               for other programs\n"
                            "  saldo check PLAN || echo \"not today\"         in a script or CI job\n",
                            add_options, run};

}  // namespace saldo
