// saldo diff OLD NEW: what changed between two versions of a plan, and the bridge from the old figure to the new.
#include <fmt/format.h>

#include <algorithm>

#include "base/say.h"
#include "calc/diff/plan_diff.h"
#include "cli/carry_out.h"
#include "cli/command.h"
#include "cli/diff/version.h"
#include "cli/picture/drawn.h"
#include "cli/standing_note.h"
#include "cli/weergave.h"
#include "report/diff/tables.h"
#include "report/doel/changed_doelen.h"
#include "report/picture/charts.h"

namespace saldo {

namespace {

constexpr Option old_plan{
    .name = "OLD",
    .takes = Takes::plan,
    .label = marked("OLD"),
    .description = marked("the plan as it was: a folder, a file, or REV:PATH in a git repository"),
    .required = true,
};
constexpr Option new_plan{
    .name = "NEW",
    .takes = Takes::plan,
    .label = marked("NEW"),
    .description = marked("the plan as it is now, given in the same way"),
    .required = true,
};
constexpr Option bridge{
    .name = "--bridge",
    .description = marked("from the old total to the new, change by change: the largest first"),
};
constexpr OptionWord figures[] = {"eindsaldo", "saldo", "baten", "lasten"};
constexpr Option figure{
    .name = "--figure",
    .takes = Takes::word,
    .label = marked("FIGURE"),
    .description =
        marked("what the bridge is of: a figure of the plan, or any CELL as `saldo why` takes it; default is "
               "the eindsaldo"),
    .words = figures,
    .or_cell = true,
    .needs = bridge.name,
};
constexpr Option bridge_year{
    .name = "--year",
    .takes = Takes::text,
    .label = marked("YEAR"),
    .description = marked("the year of the bridge; default is the last year both plans have"),
    .needs = bridge.name,
};
constexpr Option top{
    .name = "--top",
    .takes = Takes::number,
    .label = marked("N"),
    .description = marked("so many changes with a line of their own; default is 10"),
    .least = 0,
    .most = 1'000'000,
    .needs = bridge.name,
    .excludes = "--all",
};
constexpr Option every{
    .name = "--all",
    .description = marked("every change with a line of its own"),
    .needs = bridge.name,
};
constexpr OptionWord tables[] = {"wijzigingen", "posten", "eindsaldo", "opening_vorig", "doelen"};
constexpr Option table = option::table(tables);
constexpr Option exit_code{
    .name = "--exit-code",
    .description = marked("exit code 1 when there are differences"),
};
constexpr auto options = option_list(old_plan, new_plan, option::scenario, option::set, option::standing_or_both,
                                     option::as_of, bridge, figure, bridge_year, top, every, option::years, table,
                                     exit_code, option::of_figures, option::of_drawn_tables);

struct Asked {
  PlanAsked before, now;
  bool bridge = false;
  Figure figure = Figure::eindsaldo;  // of the bridge
  std::string cell;                   // instead of that
  std::string year;                   // of the bridge; "" is the last one
  std::optional<std::size_t> top;     // none: all
  YearsAsked years;
  std::string table;
  bool exit_code = false;
  TablesFormat format;
  Drawn drawn;
};

// A scenario is what becomes of the new plan; the old one is as it was. With both standings the old one is primitief.
void read_plans(Reading& reading, Asked& asked) {
  asked.now = read_variant(reading);
  const bool both = reading.text(option::standing_or_both) == "beide";
  if (both) asked.now.standing = Standing::actueel;
  asked.before.standing = both ? Standing::primitief : asked.now.standing;
  asked.before.as_of = asked.now.as_of;
  asked.before.plan = reading.text(old_plan);
  asked.now.plan = reading.text(new_plan);
}

Asked read(Reading& reading) {
  Asked asked;
  read_plans(reading, asked);
  asked.bridge = reading.has(bridge);
  if (reading.text(figure).find('/') != std::string::npos) asked.cell = reading.text(figure);
  else asked.figure = reading.one_of(figure, {Figure::eindsaldo, Figure::saldo, Figure::baten, Figure::lasten});
  asked.year = reading.text(bridge_year);
  if (!asked.cell.empty() && !asked.year.empty())
    reading.refuse(say("--figure {}: a cell has its own year; leave out --year", asked.cell));
  if (!reading.has(every)) asked.top = reading.number(top, 10);
  asked.years = read_years(reading);
  asked.table = reading.text(table);
  asked.exit_code = reading.has(exit_code);
  asked.format = read_tables_format(reading);
  asked.drawn = read_drawn(reading);
  if (asked.drawn.any() && !asked.bridge)
    reading.refuse(say("{} draws a bridge: add {}", asked.drawn.typed(), bridge.name));
  if (asked.bridge && !(asked.years.all() && asked.table.empty()))
    reading.refuse(say("a bridge is one table of one year: leave out --years and --table, or write --year"));
  return asked;
}

std::optional<Year> find_bridge_year(const Asked& asked, const PlanDiff& diff, const Console& console) {
  if (!diff.two.common) {
    usage_error(console, say("these plans have no year in common, so no bridge leads from one to the other"));
    return std::nullopt;
  }
  if (asked.year.empty()) return diff.two.common->last;
  const std::optional<Year> year = read_year(asked.year);
  if (year && diff.two.common->contains(*year)) return year;
  usage_error(console, say("--year {}: write a year that both plans have, from {} to {}", asked.year,
                           diff.two.common->first, diff.two.common->last));
  return std::nullopt;
}

// A cell by its address in the new plan, or in the old where only that has it.
std::optional<BridgedFigure> find_bridged_cell(const Asked& asked, const PlanDiff& diff, const Console& console) {
  const auto refuse = [&](const Message& trouble) {
    usage_error(console, say("--figure {}: {}", asked.cell, to_text(trouble, console.language)));
    return std::optional<BridgedFigure>();
  };
  FoundTargets found = find_targets(diff.two.nieuw.plan, asked.cell);
  FoundTargets before = find_targets(diff.two.oud.plan, asked.cell);
  const bool is_old = found.targets.empty() && !before.targets.empty();
  if (is_old) std::swap(found, before);
  if (found.targets.empty()) return refuse(found.trouble);
  const Plan& plan = (is_old ? diff.two.oud : diff.two.nieuw).plan;
  if (found.targets.size() > 1) return refuse(both_sides(plan, found));
  const Year year = *address_of(plan, found.targets.front()).year;
  if (!diff.two.common || !diff.two.common->contains(year)) return refuse(say("{} is not a year of both plans", year));
  return in_both(diff.two, found.targets.front(), is_old);
}

std::optional<BridgedFigure> find_bridged(const Asked& asked, const PlanDiff& diff, const Console& console) {
  if (!asked.cell.empty()) return find_bridged_cell(asked, diff, console);
  const std::optional<Year> year = find_bridge_year(asked, diff, console);
  if (!year) return std::nullopt;
  return in_both(diff.two, SumOf{{}, asked.figure, diff.two.nieuw.plan.years.index(*year)}, false);
}

int write_bridge(const PlanDiff& diff, const VersionNames& names, const Asked& asked, const Console& console) {
  const std::optional<BridgedFigure> of = find_bridged(asked, diff, console);
  if (!of) return exit_failed;
  if (overflows(build_bridge(diff, *of)))
    return usage_error(console, say("a difference between these plans goes beyond ±90.000.000.000.000.000,00 euro"));
  const std::size_t most = asked.top.value_or(diff.verschillen.size());
  const Table told = report_bridge(diff, names, *of, most);
  return write_drawn({told}, {chart_of_bridge(told)}, "", asked.format, asked.drawn, console);
}

bool is_for_people(const Asked& asked) {
  return asked.format.format == Format::text || asked.format.format == Format::md;
}

int write_differences(const PlanDiff& diff, const VersionNames& names, const Asked& asked, const Console& console) {
  const std::optional<Years> years = find_years(asked.years, diff.two.all, console);
  if (!years) return exit_failed;
  if (diff.empty() && is_for_people(asked))
    return write_output(console,
                        std::string(translated("No differences.", console.language)) + "\n" + notes_text(asked.format));
  std::vector<Table> all{report_changes(diff, names, *years), report_differing_posts(diff, *years),
                         report_differing_balances(diff, *years)};
  const std::optional<Year> closed = closed_before(diff.two);
  if (closed) all.push_back(report_opening_breaks(diff, *closed));
  else if (asked.table == "opening_vorig")
    return usage_error(console, say("--table opening_vorig: {} does not go on from a year that {} has closed",
                                    asked.now.plan, asked.before.plan));
  const Plan &oud = diff.two.oud.plan, &nieuw = diff.two.nieuw.plan;
  if (asked.table == "doelen" || !oud.doelen.empty() || !nieuw.doelen.empty())
    all.push_back(report_changed_doelen(oud, nieuw, find_doelveranderingen(oud, nieuw, diff.doelen)));
  return write_tables(std::move(all), asked.table, asked.format, console);
}

// "begroting + loon-6.toml + index.loon=4": the new plan and what becomes of it; with two standings, which it is.
std::string name_of(const PlanAsked& version, const Asked& asked) {
  std::string name = version.plan;
  if (asked.before.standing != asked.now.standing) name += fmt::format(" ({})", to_text(version.standing));
  for (const std::vector<std::string>& verschillen : {version.scenarios, version.sets})
    for (const std::string& verschil : verschillen) name += " + " + verschil;
  return name;
}

int run(Asked asked, const Console& console) {
  const std::optional<Version> before = read_version(asked.before, asked.now, console);
  const std::optional<Version> now = read_version(asked.now, asked.before, console);
  if (!before || !now) return exit_failed;
  // Beyond this fence both plans are there in full, and within range.
  name_scenarios(now->scenarios, asked.format);
  tell_standing(now->computed.worked.plan, asked.now, asked.format);
  dress_as(now->computed.worked.plan, asked.format);
  const PlanDiff diff = diff_plans(before->computed.worked, now->computed.worked);
  if (overflows(diff))
    return usage_error(console, say("a difference between these plans goes beyond ±90.000.000.000.000.000,00 euro"));
  const VersionNames names{name_of(asked.before, asked), name_of(asked.now, asked),
                           without(before->adopted, now->adopted), without(now->adopted, before->adopted),
                           is_for_people(asked) ? asked.format.style.unit : Money::of_euros(1)};
  const int written =
      asked.bridge ? write_bridge(diff, names, asked, console) : write_differences(diff, names, asked, console);
  if (written != exit_fine) return written;
  return asked.exit_code && !diff.empty() ? exit_findings : exit_fine;
}

constexpr Example examples[] = {
    {marked("saldo diff OLD NEW"), marked("two folders or files")},
    {marked("saldo diff OLD NEW --bridge --figure 3.18/eindsaldo/2027"),
     marked("of a project, a programmalijn or a post")},
    {"saldo diff main:begroting begroting", marked("against a branch, tag or commit of git")},
    {marked("saldo diff OLD NEW --bridge --year 2027"), marked("from the old eindsaldo to the new, in words")},
    {"saldo diff PLAN PLAN --scenario examples/scenarios/loon-6.toml --bridge",
     marked("what a scenario does, in words")},
    {"saldo diff PLAN PLAN --standing beide --bridge", marked("from primitief to actueel")},
    {marked("saldo diff OLD NEW --bridge --format svg > bridge.svg"), marked("step by step, as a picture")},
    {marked("saldo diff OLD NEW --format md > comment.md"), marked("for a pull request")},
    {marked("saldo diff OLD NEW --exit-code || echo \"it differs\""), marked("in a script")},
};

}  // namespace

extern const Command diff_command{
    .name = "diff",
    .summary = marked("what changed between two versions of a plan, and what that does to the figures"),
    .options = options,
    .examples = examples,
    .run = carry_out<Needs::nothing, read, run>,
};

}  // namespace saldo
