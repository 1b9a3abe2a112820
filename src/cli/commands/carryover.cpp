// saldo carryover PLAN: the running balance of the regionaal investeringsbudget.
#include "base/say.h"
#include "calc/floor.h"
#include "cli/computed.h"
#include "cli/options.h"
#include "report/carryover_tables.h"

namespace saldo {

namespace {

void add_options(CLI::App& app, Request& request) {
  add_plan(app, request);
  add_years(app, request);
  app.add_option("--floor", request.floor, "tell every year in which the investeringsbudget ends below this amount")
      ->type_name("AMOUNT");
  add_table(app, request, {"investeringsbudget", "open_einden"});
  add_figures(app, request);
  add_format(app, request);
}

std::optional<Money> read_floor(const Request& request, const Console& console) {
  const ReadAmount read = read_dutch_amount(request.floor);
  if (!read.error && read.amount.is_money()) return read.amount.counted();
  usage_error(console, say("--floor {}: write an amount, such as 500000 or 500.000", request.floor));
  return std::nullopt;
}

int run(const Request& request, const Console& console) {
  const std::optional<RenderOptions> options = read_format(request, console);
  if (!options) return exit_failed;
  const std::optional<Money> floor = request.floor.empty() ? Money() : read_floor(request, console);
  if (!floor) return exit_failed;
  const std::optional<Computed> computed = compute(request, console);
  if (!computed) return exit_failed;
  const Worked& worked = computed->worked;
  const Plan& plan = worked.plan;
  if (!plan.investeringsbudget)
    return usage_error(console,
                       say("this plan names no investeringsbudget; write investeringsbudget = \"3.18\" under [plan]"));
  const std::optional<Years> years = read_years(request, plan, console);
  if (!years) return exit_failed;
  const Carryover carryover = work_out_carryover(worked, find_overdrachten(plan, worked.amounts));
  const int written =
      write_tables({report_investeringsbudget(plan, carryover, *years), report_open_ends(plan, carryover)}, request,
                   *options, console);
  if (!request.floor.empty())
    write_error(console, show_findings(computed->files, check_floor(plan, carryover, *floor), error_style(console)));
  return written;
}

}  // namespace

const Command carryover_command{
    "carryover", "the investeringsbudget: what flows in and out, what is left",
    "  saldo carryover data/achterhoek-2025-2028\n"
    "  saldo carryover PLAN --floor 500.000                        told when it drops below\n"
    "  saldo carryover PLAN --table investeringsbudget --format csv\n",
    add_options, run};

}  // namespace saldo
