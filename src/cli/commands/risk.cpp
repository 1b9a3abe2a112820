// saldo risk PLAN: how the balances spread when what is uncertain is drawn many times.
#include "calc/risk/risk.h"

#include <fmt/format.h>

#include <charconv>

#include "base/say.h"
#include "cli/computed.h"
#include "cli/options.h"
#include "report/risk/tables.h"

namespace saldo {

namespace {

constexpr std::int64_t most_runs = 10'000'000;
constexpr std::size_t runs_that_take_long = 2'000'000;

void add_options(CLI::App& app, Request& request) {
  add_plan(app, request);
  app.add_option("--runs", request.runs, "how many times everything uncertain is drawn; default 100.000")
      ->type_name("N");
  app.add_option("--seed", request.seed, "a number from which all draws follow: the same seed, the same figures")
      ->type_name("N");
  app.add_option("--floor", request.floor, "count the draws in which the investeringsbudget ends below this amount")
      ->type_name("AMOUNT");
  app.add_option("--certainty", request.certainty,
                 "how sure the weerstandsvermogen must be enough: 90%, which is the default")
      ->type_name("SHARE");
  add_table(app, request, {"spreiding", "ondergrens", "oorzaken", "weerstandsvermogen", "verdeling"});
  add_figures(app, request);
  add_format(app, request);
}

// 100000, 100.000 or 100_000.
std::optional<std::uint64_t> read_count(std::string text) {
  std::erase_if(text, [](char c) { return c == '.' || c == '_'; });
  std::uint64_t number = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
  return error == std::errc() && end == text.data() + text.size() ? std::optional(number) : std::nullopt;
}

bool read_draws(const Request& request, const Console& console, RiskOptions& options) {
  const std::optional<std::uint64_t> runs = read_count(request.runs);
  const std::optional<std::uint64_t> seed = read_count(request.seed);
  if (!runs || *runs < 1 || *runs > std::uint64_t{most_runs}) {
    usage_error(console, say("--runs {}: write a number from 1 to {}", request.runs, Money::of_euros(most_runs)));
    return false;
  }
  if (!seed) {
    usage_error(console, say("--seed {}: write a whole number, such as 1", request.seed));
    return false;
  }
  options.runs = *runs;
  options.seed = *seed;
  return true;
}

bool read_bounds(const Request& request, const Console& console, RiskOptions& options) {
  const ReadAmount floor = request.floor.empty() ? ReadAmount{Money(), {}} : read_dutch_amount(request.floor);
  if (floor.error || !floor.amount.is_money()) {
    usage_error(console, say("--floor {}: write an amount, such as 500000 or 500.000", request.floor));
    return false;
  }
  options.floor = floor.amount.counted();
  const std::optional<Ratio> certainty = read_share(request.certainty);
  if (!certainty || certainty->num <= 0 || certainty->num >= certainty->den) {
    usage_error(console, say("--certainty {}: write a share between 0 and 1, such as 90% or 0.95", request.certainty));
    return false;
  }
  options.certainty = *certainty;
  return true;
}

void show_progress(const Console& console, RiskOptions& options) {
  if (!console.colour_err || options.runs < runs_that_take_long) return;
  options.progress = [&console, shown = std::size_t{0}](std::size_t percent) mutable {
    if (percent < shown + 5 && percent < 100) return;
    shown = percent;
    write_error(console, percent < 100 ? fmt::format("\r{:>3}%", percent) : std::string("\r    \r"));
  };
}

std::vector<Table> report(const Plan& plan, const RiskProgram& program, const RiskOptions& options, bool drawn) {
  const RiskResult result = run_risk(program, options);
  std::vector<Table> tables{report_spread(plan, result, options)};
  if (plan.investeringsbudget) tables.push_back(report_chances(plan, result, options));
  tables.push_back(report_causes(plan, program, result));
  tables.push_back(report_weerstandsvermogen(plan, result, options));
  tables.push_back(report_histogram(plan, result, options, drawn));
  return tables;
}

int run(const Request& request, const Console& console) {
  const std::optional<RenderOptions> format = read_format(request, console);
  RiskOptions options;
  if (!format || !read_draws(request, console, options) || !read_bounds(request, console, options)) return exit_failed;
  const std::optional<Computed> computed = compute(request, console);
  if (!computed) return exit_failed;
  const Plan& plan = computed->worked.plan;
  const RiskProgram program = compile_risk(plan, computed->worked.balances);
  if (!program.findings.empty()) {
    write_error(console, show_findings(computed->files, program.findings, error_style(console)));
    return exit_failed;
  }
  if (program.causes.empty())
    return usage_error(
        console, say("nothing in this plan is uncertain; write kans = 0.8 or bandbreedte = {{ min = \"80%\", max = "
                     "\"130%\" }} under a [[project.post]]"));
  if (!request.floor.empty() && !plan.investeringsbudget)
    return usage_error(console,
                       say("this plan names no investeringsbudget; write investeringsbudget = \"3.18\" under [plan]"));
  show_progress(console, options);
  return write_tables(report(plan, program, options, request.format == "text"), request, *format, console);
}

}  // namespace

const Command risk_command{
    "risk", "how the balances spread: posts with a chance or a range, drawn many times",
    "  saldo risk examples/risico\n"
    "  saldo risk examples/risico --floor 200.000 --certainty 95%  a higher bar for the investeringsbudget\n"
    "  saldo risk examples/risico --table oorzaken                 what matters most\n"
    "  saldo risk examples/risico --runs 1.000.000 --seed 7 --format csv\n",
    add_options, run};

}  // namespace saldo
