// saldo table PLAN: the summary tables of a budget.
#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>
#include <memory>
#include <optional>
#include <utility>

#include "base/finding/suggest.h"
#include "base/say.h"
#include "cli/carry_out.h"
#include "cli/command.h"
#include "cli/picture/drawn.h"
#include "cli/standing_note.h"
#include "cli/weergave.h"
#include "report/budget_table.h"
#include "report/kenmerk_table.h"
#include "report/picture/charts.h"
#include "report/split_table.h"
#include "report/wijziging/standings.h"

namespace saldo {

namespace of_table {
namespace {

constexpr OptionWord rows[] = {"programmalijn", "project", "post", "kenmerk:"};
constexpr Option by{
    .name = "--by",
    .takes = Takes::word,
    .label = marked("WHAT"),
    .description = marked("a row per programmalijn, project or post; kenmerk:financier, per value of that kenmerk"),
    .words = rows,
};
constexpr Option standings{
    .name = option::standing.name,
    .takes = Takes::word,
    .label = marked("STANDING"),
    .description =
        marked("without (primitief) or with (actueel) the begrotingswijzigingen, with what was booked in closed years "
               "(realisatie, which is the default), with what is expected of others (prognose); the first two and the "
               "difference (beide); or several with a comma between, of one year, beside each other"),
    .words = option::two_standings,
    .listed = true,
};
constexpr OptionWord splits[] = {"structureel"};
constexpr Option split{
    .name = "--split",
    .takes = Takes::word,
    .label = marked("WHAT"),
    .description = marked("each row in what is incidenteel and what is structureel, as the posts say, and whether what "
                          "comes back every year is in balance"),
    .words = splits,
};
constexpr OptionWord tables[] = {"primitief", "actueel", "verschil", "delen", "evenwicht"};
constexpr Option table = option::table(tables);
constexpr Option without{
    .name = "--without",
    .takes = Takes::text,
    .label = marked("NR"),
    .description = marked("leave this project out; may be given more than once"),
    .repeated = true,
};
constexpr Option only{
    .name = "--only",
    .takes = Takes::text,
    .label = marked("NR"),
    .description = marked("count only this project; may be given more than once"),
    .repeated = true,
};
constexpr Option where{
    .name = "--where",
    .takes = Takes::text,
    .label = marked("KENMERK=WAARDE"),
    .description = marked("only posts that have this: financier=Provincie; several must all be true"),
    .repeated = true,
};
constexpr Option tidy{
    .name = "--tidy",
    .description = marked("long rows, one per post and year, for other programs"),
};
constexpr auto options =
    option_list(option::plan, option::scenario, option::set, standings, option::as_of, by, split, table, option::years,
                without, only, where, option::columns, option::of_figures, tidy, option::of_drawn_tables);

struct Asked {
  PlanAsked plan;
  bool both_standings = false;
  std::vector<Standing> beside;  // several: one table of all of them
  By by = By::programmalijn;
  std::string table;
  YearsAsked years;
  std::vector<std::string> without, only;  // projects, by number
  ColumnChoice kolommen;
  std::string kenmerk;  // by = kenmerk
  std::vector<Where> where;
  bool tidy = false;
  bool split = false;
  TablesFormat format;
  Drawn drawn;
};

std::vector<Standing> read_standings(Reading& reading) {
  std::vector<Standing> beside;
  const std::vector<std::string> words = parts_of_list(reading.text(standings));
  for (const std::string& written : words) {
    const Standing standing = read_standing(written);
    if (words.size() > 1 && written == "beide")
      reading.refuse(say("--standing {}: beide is primitief, actueel and the difference; name the standings themselves",
                         reading.text(standings)));
    else if (std::find(beside.begin(), beside.end(), standing) != beside.end())
      reading.refuse(say("--standing {}: each standing is there once", reading.text(standings)));
    beside.push_back(standing);
  }
  return beside;
}

// Of some posts of a project there is no balance that runs on.
bool runs_on(Kolom kolom) { return kolom == Kolom::opening || kolom == Kolom::eindsaldo; }
bool is_of_posts(const Asked& asked) { return !asked.where.empty() || asked.by == By::kenmerk; }

// The parts of a budget are told of one standing, and all in the same columns.
void refuse_beside_split(const Asked& asked, Reading& reading) {
  for (const Kolom kolom : asked.kolommen)
    if (runs_on(kolom))
      reading.refuse(say("--columns {}: of a part of a budget no balance runs on; baten, lasten and saldo are there",
                         to_text(kolom)));
  if (asked.both_standings || asked.beside.size() > 1)
    reading.refuse(say("--split shows one standing, such as actueel, not {}", reading.text(standings)));
  if (asked.tidy) reading.refuse(say("--tidy has rows of its own; leave out --split"));
}

// Which tables there are to choose from.
void refuse_table(const Asked& asked, Reading& reading) {
  if (asked.table.empty()) return;
  const bool of_split = asked.table == "delen" || asked.table == "evenwicht";
  if (of_split && !asked.split) reading.refuse(say("--table {} is there with --split", asked.table));
  if (!of_split && !asked.both_standings) reading.refuse(say("--table {} is there with --standing beide", asked.table));
  const bool of_part = !asked.only.empty() || !asked.without.empty() || !asked.where.empty();
  if (asked.table == "evenwicht" && of_part)
    reading.refuse(say("--table evenwicht is of the whole budget: leave out --only, --without and --where"));
}

// There is one picture, of baten and lasten of one standing.
void refuse_undrawn(const Asked& asked, Reading& reading) {
  const bool beside = asked.both_standings || asked.beside.size() > 1;
  if (asked.drawn.any() && (beside || asked.split || asked.tidy))
    reading.refuse(say("{} draws baten and lasten of one standing: leave out {}", asked.drawn.typed(),
                       beside        ? "--standing " + reading.text(standings)
                       : asked.split ? std::string(split.name)
                                     : std::string(tidy.name)));
}

void refuse_running(const Asked& asked, Reading& reading) {
  for (const Kolom kolom : asked.kolommen)
    if (runs_on(kolom))
      reading.refuse(
          say("--columns {}: of some posts of a project no balance runs on; baten, lasten and saldo are there",
              to_text(kolom)));
  if (asked.both_standings || asked.beside.size() > 1)
    reading.refuse(say("--standing shows one standing beside --where and --by kenmerk:"));
}

std::vector<Where> read_where(Reading& reading) {
  std::vector<Where> all;
  for (const std::string& written : reading.texts(where)) {
    const std::size_t sign = written.find('=');
    if (sign == written.npos || sign == 0)
      reading.refuse(say("--where {}: write a kenmerk and what it is, such as financier=Provincie", written));
    else all.push_back({written.substr(0, sign), written.substr(sign + 1)});
  }
  return all;
}

Asked read(Reading& reading) {
  Asked asked;
  asked.plan = read_plan(reading);
  asked.both_standings = reading.text(standings) == "beide";
  asked.beside = read_standings(reading);
  asked.by = reading.one_of(by, {By::programmalijn, By::project, By::post, By::kenmerk});
  if (asked.by == By::kenmerk) asked.kenmerk = reading.text(by).substr(rows[3].word.size());
  asked.where = read_where(reading);
  asked.table = reading.text(table);
  asked.years = read_years(reading);
  asked.without = reading.texts(without);
  asked.only = reading.texts(only);
  asked.kolommen = read_columns(reading);
  asked.tidy = reading.has(tidy);
  asked.format = read_tables_format(reading);
  for (const Option* selection : {&only, &without})
    if (reading.has(*selection))
      asked.format.variant.push_back({std::string(selection->name.substr(2)), reading.texts(*selection)});
  if ((asked.both_standings || asked.beside.size() > 1) && asked.tidy)
    reading.refuse(say("--tidy shows one standing, such as actueel, not {}", reading.text(standings)));
  if (asked.beside.size() < 2) refuse_procent(asked.kolommen, reading);
  if (is_of_posts(asked)) refuse_running(asked, reading);
  if (asked.tidy && !asked.kolommen.empty()) reading.refuse(say("--tidy has columns of its own; leave out --columns"));
  asked.split = reading.has(split);
  if (asked.split) refuse_beside_split(asked, reading);
  refuse_table(asked, reading);
  asked.drawn = read_drawn(reading);
  refuse_undrawn(asked, reading);
  return asked;
}

std::optional<Selection> find_selection(const Asked& asked, const Plan& plan, const Console& console) {
  Selection selection(plan.projects.size(), asked.only.empty());
  for (const bool keep : {true, false})
    for (const std::string& nr : keep ? asked.only : asked.without) {
      const std::optional<ProjectId> project = find_project(nr, plan, console);
      if (!project) return std::nullopt;
      selection[position(*project)] = keep;
    }
  return selection;
}

// The plan as it adds up with only the selected projects; what goes beyond the range of Money is told on err.
bool add_up(const Selection& selection, Computed& computed, const Console& console) {
  Worked& worked = computed.worked;
  worked.balances = work_out_balances(worked.plan, worked.amounts, selection);
  const Findings findings = check_range(worked.plan, worked.balances);
  if (!findings.empty()) write_error(console, show_findings(computed.files, findings, error_style(console)));
  return findings.empty();
}

// Whether the plan has these kenmerken; told on err where it has not.
bool has_kenmerken(const Asked& asked, const Plan& plan, const Console& console) {
  std::vector<std::string> names;
  for (const Where& one : asked.where) names.push_back(one.sleutel);
  if (asked.by == By::kenmerk) names.push_back(asked.kenmerk);
  const std::vector<std::string_view> known = names.empty() ? std::vector<std::string_view>() : kenmerken_in(plan);
  for (const std::string& name : names) {
    if (std::find(known.begin(), known.end(), name) != known.end()) continue;
    usage_error(console, say("nothing in this plan has the kenmerk {}", name));
    const Message help = did_you_mean(name, known);
    tell_line(console, help.pattern.empty()
                           ? say("write kenmerken = {{ {} = \"…\" }} on programmalijnen, projects or posts", name)
                           : help);
    return false;
  }
  return true;
}

// Only the posts that --where asks for: what stands on others is no part of any sum.
void keep_where(const Asked& asked, Worked& worked, BudgetTableOptions& shown, RenderOptions& format) {
  shown.posts = posts_with(worked.plan, asked.where);
  worked.amounts = amounts_of(worked.plan, worked.amounts, shown.posts);
  VariantWord told{"where", {}};
  for (const Where& one : asked.where) told.values.push_back(one.sleutel + '=' + one.waarde);
  format.style.notes.push_back(Dutch("Alleen posten met {}.", fmt::format("{}", fmt::join(told.values, " en "))));
  format.variant.push_back(std::move(told));
}

// Standings beside each other choose from all the columns that these tables have.
ColumnChoice columns_of(const Asked& asked, const Plan& plan) {
  if (asked.beside.size() > 1) return {};
  ColumnChoice kolommen = kolommen_of(asked.kolommen, plan, asked.format.format);
  if (!is_of_posts(asked) && !asked.split) return kolommen;
  std::erase_if(kolommen, runs_on);
  return kolommen.empty() ? ColumnChoice{Kolom::baten, Kolom::lasten, Kolom::saldo} : kolommen;
}

// Of these amounts; `balances` are of the selected projects.
TableSource table_of(const Asked& asked, const Plan& plan, const Amounts& amounts, const Balances& balances,
                     const BudgetTableOptions& shown) {
  if (asked.by == By::kenmerk)
    return source_of(report_kenmerk(plan, sums_by_kenmerk(plan, amounts, shown.selection, asked.kenmerk),
                                    balances.total, asked.kenmerk, shown));
  return budget_rows(plan, amounts, balances, shown);
}

bool is_whole(const Asked& asked) { return asked.only.empty() && asked.without.empty() && asked.where.empty(); }

// A budget in its parts, and its structural balance where it is the whole of it.
std::vector<TableSource> split_tables(const Asked& asked, const Worked& worked, const BudgetTableOptions& shown) {
  const Plan& plan = worked.plan;
  SplitTables split_up{
      kept(table_of(asked, plan, worked.amounts, worked.balances, shown)), {}, asked.by == By::post, 0};
  for (const Aard aard : every_aard) {
    const PostSelection posts = posts_of(plan, aard);
    const Amounts amounts = amounts_of(plan, worked.amounts, posts);
    const Balances balances = work_out_balances(plan, amounts, shown.selection);
    split_up.parts.emplace_back(aard, kept(table_of(asked, plan, amounts, balances, shown)));
    if (aard == Aard::onbekend) split_up.unmarked = count_with_amounts(plan, amounts, shown.selection, shown.years);
  }
  const std::size_t unmarked = split_up.unmarked;
  std::vector<TableSource> all{source_of(report_split(std::move(split_up)))};
  if (is_whole(asked))
    all.push_back(
        source_of(report_structural_balance(plan, structural_years(plan, worked.amounts), shown.years, unmarked)));
  return all;
}

struct Summary {
  std::unique_ptr<Computed> of;  // which the rows are made of
  std::vector<TableSource> tables;
  std::vector<Chart> charts;
};

// `format` gets what is to be told of the standing. No tables: why was told on err.
Summary summary(const Asked& asked, const PlanAsked& standing, Sources sources, RenderOptions& format,
                const Console& console) {
  std::optional<Computed> computed = compute(std::move(sources), standing, console);
  if (!computed) return {};
  Summary told{std::make_unique<Computed>(std::move(*computed)), {}, {}};
  Worked& worked = told.of->worked;
  tell_standing(worked.plan, standing, format);
  const std::optional<Years> years = find_years(asked.years, worked.plan.years, console);
  std::optional<Selection> selection = find_selection(asked, worked.plan, console);
  if (!years || !selection || !has_kenmerken(asked, worked.plan, console) ||
      !has_columns(asked.kolommen, worked.plan, console))
    return {};
  dress_as(worked.plan, format);
  BudgetTableOptions shown{asked.by, *years, std::move(*selection), {}, columns_of(asked, worked.plan)};
  if (!asked.where.empty()) keep_where(asked, worked, shown, format);
  if (!asked.tidy && !is_whole(asked) && !add_up(shown.selection, *told.of, console)) return {};
  if (asked.tidy) told.tables.push_back(tidy_rows(worked.plan, worked.amounts, shown));
  else if (asked.split) told.tables = split_tables(asked, worked, shown);
  else told.tables.push_back(table_of(asked, worked.plan, worked.amounts, worked.balances, shown));
  if (!asked.drawn.any()) return told;
  told.charts.push_back(chart_of_budget(worked.plan, worked.balances, shown.years));
  told.charts.back().id = told.tables.front().head.id;
  return told;
}

// The one table of a standing, with its rows; none: why was told on err.
std::optional<Table> table_in(const Asked& asked, Standing standing, const Sources& sources, RenderOptions& format,
                              const Console& console) {
  PlanAsked plan = asked.plan;
  plan.standing = standing;
  const Summary one = summary(asked, plan, sources, format, console);
  return one.tables.empty() ? std::nullopt : std::optional(kept(one.tables.front()));
}

// The plan as it was adopted, as it is now, and the difference: three tables of the same columns.
int run_both(Asked asked, const Sources& sources, const Console& console) {
  std::vector<Table> three;
  for (const Standing which : {Standing::primitief, Standing::actueel}) {
    RenderOptions told;  // each says in its title which it is
    std::optional<Table> one = table_in(asked, which, sources, told, console);
    if (!one) return exit_failed;
    three.push_back(std::move(*one));
  }
  dress_as(sources.base.joined, asked.format);
  three.push_back(report_difference(three[0], three[1]));
  for (std::size_t i = 0; i < three.size(); ++i) {
    three[i].id = tables[i].word;
    three[i].title = three[i].title.text() + fmt::format(": {}", tables[i].word);
  }
  return write_tables(std::move(three), asked.table, asked.format, console);
}

// Standings of one year in one table. What is told of the last of them is told of the table.
int run_beside(Asked asked, const Sources& sources, const Console& console) {
  std::vector<StandingTable> all;
  for (const Standing which : asked.beside) {
    RenderOptions told;
    std::optional<Table> one = table_in(asked, which, sources, told, console);
    if (!one) return exit_failed;
    std::vector<Dutch>& notes = asked.format.style.notes;
    if (which == asked.beside.back()) notes.insert(notes.begin(), told.style.notes.begin(), told.style.notes.end());
    all.push_back({which, std::move(*one)});
  }
  const std::optional<Years> years = find_years(asked.years, sources.base.joined.years, console);
  if (years->size() > 1)
    return usage_error(console, say("standings stand beside each other for one year: write --years {}", years->first));
  dress_as(sources.base.joined, asked.format);
  Table standen =
      report_standings(all, years->first, kolommen_of(asked.kolommen, sources.base.joined, asked.format.format));
  for (Dutch& note : open_year_notes(sources.base.joined, years->first, asked.beside))
    standen.footnotes.push_back(std::move(note));
  return write_table(standen, asked.format, console);
}

int run(Asked asked, Sources sources, const Console& console) {
  if (asked.both_standings) return run_both(std::move(asked), sources, console);
  if (asked.beside.size() > 1) return run_beside(std::move(asked), sources, console);
  Summary all = summary(asked, asked.plan, std::move(sources), asked.format, console);
  if (all.tables.empty()) return exit_failed;
  if (!asked.drawn.any()) {
    const int code = write_tables(std::move(all.tables), asked.table, asked.format, console);
    leave(std::move(all.of), console);
    return code;
  }
  std::vector<Table> drawn;
  for (const TableSource& one : all.tables) drawn.push_back(kept(one));
  return write_drawn(std::move(drawn), std::move(all.charts), asked.table, asked.format, asked.drawn, console);
}

constexpr Example examples[] = {
    {"saldo table data/achterhoek-2025-2028", marked("a row per programmalijn")},
    {"saldo table PLAN --by project --years 2025-2026", marked("a row per project, two years")},
    {"saldo table examples/tabellen/10-financiers.toml --by kenmerk:gemeente", marked("a row per gemeente")},
    {"saldo table examples/tabellen/10-financiers.toml --where gemeente=Oeverland", marked("only what one pays")},
    {"saldo table PLAN --without 3.16-pilot --unit 1000", marked("one project left out, in thousands")},
    {"saldo table PLAN --columns lasten,baten,saldo", marked("without the running balance")},
    {"saldo table PLAN --split structureel", marked("what comes back every year, and whether it is in balance")},
    {"saldo table PLAN --standing beide", marked("as adopted, as it is now, and the difference")},
    {"saldo table PLAN --standing primitief,actueel,realisatie --years 2025",
     marked("a year as it was meant and as it went")},
    {"saldo table PLAN --set index.loon=4", marked("with wages rising 4%")},
    {"saldo table PLAN --tidy --format csv > posten.csv", marked("every post and year, for a pivot table")},
    {"saldo table PLAN --format svg --unit 1000 > begroting.svg", marked("baten and lasten per year as a picture")},
};

}  // namespace
}  // namespace of_table

extern const Command table_command{
    .name = "table",
    .summary = marked("the budget per programmalijn, project or post"),
    .options = of_table::options,
    .examples = of_table::examples,
    .run = carry_out<Needs::files, of_table::read, of_table::run>,
};

}  // namespace saldo
