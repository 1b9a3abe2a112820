// saldo why PLAN CELL: how an amount came about.
#include "report/why.h"

#include "cli/computed.h"
#include "cli/options.h"

namespace saldo {

namespace {

void add_options(CLI::App& app, Request& request) {
  add_plan(app, request);
  app.add_option(
         "CELL", request.cell,
         "PROJECT/POST/YEAR, PROJECT/eindsaldo/YEAR, LINE/baten/YEAR, totaal/lasten/YEAR or investeringsbudget/YEAR")
      ->required();
  app.add_option("--depth", request.depth, "how many levels of underlying amounts to show (default 2)")
      ->check(CLI::Range(0, 1000))
      ->type_name("N");
  add_format(app, request);
}

int run(const Request& request, const Console& console) {
  const std::optional<RenderOptions> options = read_format(request, console);
  if (!options) return exit_failed;
  Trace trace;
  const std::optional<Computed> computed = compute(request, console, &trace);
  if (!computed) return exit_failed;
  const Address address = read_address(computed->worked.plan, request.cell);
  if (!address.trouble.empty()) return usage_error(console, address.trouble);
  const WhyInput input{computed->worked, trace, file_names(computed->files).name};
  return write_tables({report_why(input, address.targets, request.depth)}, request, *options, console);
}

}  // namespace

const Command why_command{"why", "how an amount came about, down to the line it is written on",
                          "  saldo why data/achterhoek-2025-2028 3.18/12/2026          one post, one year\n"
                          "  saldo why data/achterhoek-2025-2028 3.18/eindsaldo/2027   a balance\n"
                          "  saldo why PLAN totaal/baten/2025 --depth 1                a total and its parts\n"
                          "  saldo why PLAN investeringsbudget/2028                    the stand of the RIB\n",
                          add_options, run};

}  // namespace saldo
