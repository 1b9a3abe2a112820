// saldo why PLAN CELL: how an amount came about.
#include "report/why/why.h"

#include "cli/carry_out.h"
#include "cli/command.h"

namespace saldo {

namespace {

constexpr Option cell{
    .name = "CELL",
    .takes = Takes::text,
    .label = marked("CELL"),
    .description = marked("PROJECT/POST/YEAR, PROJECT/eindsaldo/YEAR, LINE/baten/YEAR, totaal/lasten/YEAR or "
                          "investeringsbudget/YEAR"),
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

int run(Asked asked, const Computed& computed, const Console& console) {
  const FoundTargets found = find_targets(computed.worked.plan, asked.cell);
  if (!found.trouble.empty()) return usage_error(console, found.trouble);
  tell_euros(computed.worked.plan, asked.format);
  const WhyInput input{computed.worked, computed.trace, file_names(computed.files).name};
  return write_table(report_why(input, found.targets, asked.depth), asked.format, console);
}

constexpr Example examples[] = {
    {"saldo why data/achterhoek-2025-2028 3.18/12/2026", marked("one post, one year")},
    {"saldo why data/achterhoek-2025-2028 3.18/eindsaldo/2027", marked("a balance")},
    {"saldo why PLAN totaal/baten/2025 --depth 1", marked("a total and its parts")},
    {"saldo why PLAN investeringsbudget/2028", marked("the stand of the RIB")},
};

}  // namespace

extern const Command why_command{
    .name = "why",
    .summary = marked("how an amount came about, down to the line it is written on"),
    .options = options,
    .examples = examples,
    .run = carry_out<Needs::reasons, read, run>,
};

}  // namespace saldo
