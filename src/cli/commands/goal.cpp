// saldo goal PLAN ID: one goal as a page.
#include "base/finding/suggest.h"
#include "base/say.h"
#include "cli/carry_out.h"
#include "cli/command.h"
#include "report/doel/doel_page.h"

namespace saldo {

namespace of_goal {
namespace {

constexpr Option id{
    .name = "ID",
    .takes = Takes::text,
    .description = marked("the id of the goal, or its nr where only one goal has that"),
    .required = true,
};
constexpr OptionWord tables[] = {"doel", "streven", "resultaten", "feiten", "geld", "dubbel", "zie"};
constexpr Option table = option::table(tables);
constexpr auto options = option_list(option::of_plan, id, option::years, table, option::of_figures, option::of_tables);

struct Asked {
  PlanAsked plan;
  std::string id;
  YearsAsked years;
  std::string table;
  TablesFormat format;
};

Asked read(Reading& reading) {
  return {read_plan(reading), reading.text(id), read_years(reading), reading.text(table), read_tables_format(reading)};
}

// By its id, else by a nr that is of one goal; what is wrong is told.
std::optional<DoelId> find_goal(const Plan& plan, const std::string& written, const Console& console) {
  if (const auto found = find_doel(plan, written)) return found;
  std::vector<std::string_view> known, with_nr;
  std::optional<DoelId> only;
  for (std::size_t i = 0; i < plan.doelen.size(); ++i) {
    known.push_back(plan.doelen[i].id);
    if (plan.doelen[i].nr != written) continue;
    with_nr.push_back(plan.doelen[i].id);
    only = static_cast<DoelId>(i);
  }
  if (with_nr.size() == 1) return only;
  if (with_nr.empty()) {
    usage_error(console, say("there is no {} `{}`", "doel", written));
    const Message help = did_you_mean(likely_names(written, known));
    if (!help.empty()) tell_line(console, help);
  } else {
    usage_error(console,
                say("{} goals have nr {}: write the id of one, such as {}", with_nr.size(), written, with_nr.front()));
  }
  return std::nullopt;
}

// A page without money for the years in which there is none would be wide and empty.
int run(const Asked& asked, const Computed& computed, const Console& console) {
  const Plan& plan = computed.worked.plan;
  const std::optional<DoelId> doel = find_goal(plan, asked.id, console);
  const std::optional<Years> years = find_years(asked.years, plan.years, console);
  if (!doel || !years) return exit_failed;
  const Doelboom tree = make_doelboom(plan);
  return write_tables(report_doel({computed.worked, tree, due_until(plan, asked.plan.as_of), *years}, *doel),
                      asked.table, asked.format, console);
}

constexpr Example examples[] = {
    {"saldo goal examples/doelen stadspas"},
    {"saldo goal examples/doelen 1.1.1", marked("by the nr that is printed")},
    {"saldo goal examples/doelen werkcentrum --table geld --years 2026", marked("what serves it, in one year")},
};

}  // namespace
}  // namespace of_goal

extern const Command goal_command{
    .name = "goal",
    .summary = marked("one goal: its targets, results, facts and money"),
    .options = of_goal::options,
    .examples = of_goal::examples,
    .run = carry_out<Needs::figures, of_goal::read, of_goal::run>,
};

}  // namespace saldo
