// saldo why PLAN CELL: how an amount came about.
#include "report/why/why.h"

#include "base/finding/suggest.h"
#include "base/say.h"
#include "cli/carry_out.h"
#include "cli/command.h"
#include "report/doel/doel_why.h"

namespace saldo {

namespace of_why {
namespace {

constexpr Option cell{
    .name = "CELL",
    .takes = Takes::text,
    .label = marked("CELL"),
    .description = marked("PROJECT/POST/YEAR, PROJECT/eindsaldo/YEAR, LINE/baten/YEAR, totaal/lasten/YEAR, "
                          "investeringsbudget/YEAR, or doel:GOAL/YEAR"),
    .required = true,
};
constexpr Option depth{
    .name = "--depth",
    .takes = Takes::number,
    .label = marked("N"),
    .description = marked("how many levels of underlying amounts to show (default 2)"),
    .least = 0,
    .most = 1000,
};
constexpr auto options = option_list(option::of_plan, cell, depth, option::of_format);

struct Asked {
  PlanAsked plan;
  std::string cell;
  int depth = 2;
  RenderOptions format;
};

Asked read(Reading& reading) {
  return {read_plan(reading), reading.text(cell), static_cast<int>(reading.number(depth, 2)), read_format(reading)};
}

// "doel:ID/2025": the money of a goal, and not of a cell.
int run_goal(const Asked& asked, const WhyInput& input, const Console& console) {
  const Plan& plan = input.worked.plan;
  std::string_view id = std::string_view(asked.cell).substr(doel_prefix.size());
  const std::optional<Year> year = read_year(take_last(id));
  const std::optional<DoelId> goal = find_doel(plan, id);
  std::vector<std::string_view> known;
  for (const Doel& doel : plan.doelen) known.push_back(doel.id);
  if (!year || !plan.years.contains(*year))
    return usage_error(console,
                       say("write doel:GOAL/YEAR, with a year of the plan: doel:stadspas/{}", plan.years.first));
  if (!goal) {
    usage_error(console, say("there is no {} `{}`", "doel", id));
    if (const Message help = did_you_mean(likely_names(id, known)); !help.empty()) tell_line(console, help);
    return exit_failed;
  }
  return write_table(report_doel_why(input, make_doelboom(plan), *goal, *year, asked.depth), asked.format, console);
}

int run(Asked asked, const Computed& computed, const Console& console) {
  const WhyInput input{computed.worked, computed.trace, file_names(computed.files).name};
  if (asked.cell.starts_with(doel_prefix)) {
    tell_euros(computed.worked.plan, asked.format);
    return run_goal(asked, input, console);
  }
  const FoundTargets found = find_targets(computed.worked.plan, asked.cell);
  if (!found.trouble.empty()) return usage_error(console, found.trouble);
  tell_euros(computed.worked.plan, asked.format);
  return write_table(why_rows(input, found.targets, asked.depth), asked.format, console);
}

constexpr Example examples[] = {
    {"saldo why data/achterhoek-2025-2028 3.18/12/2026", marked("one post, one year")},
    {"saldo why data/achterhoek-2025-2028 3.18/eindsaldo/2027", marked("a balance")},
    {"saldo why PLAN totaal/baten/2025 --depth 1", marked("a total and its parts")},
    {"saldo why PLAN investeringsbudget/2028", marked("the stand of the RIB")},
    {"saldo why examples/doelen doel:werkcentrum/2026", marked("what a goal costs")},
};

}  // namespace
}  // namespace of_why

extern const Command why_command{
    .name = "why",
    .summary = marked("how an amount came about, down to the line it is written on"),
    .options = of_why::options,
    .examples = of_why::examples,
    .run = carry_out<Needs::reasons, of_why::read, of_why::run>,
};

}  // namespace saldo
