// saldo compare PLAN SCENARIO…: what if, beside what is.
#include "calc/variants/compare.h"

#include <fmt/format.h>

#include <algorithm>
#include <utility>

#include "base/on_threads.h"
#include "base/say.h"
#include "base/text.h"
#include "calc/check/checks.h"
#include "calc/check/getal/schaal.h"
#include "calc/variants/sweep.h"
#include "calc/wijziging/work_out.h"
#include "cli/carry_out.h"
#include "cli/command.h"
#include "cli/picture/drawn.h"
#include "report/doel/compared_doelen.h"
#include "report/picture/charts.h"
#include "report/variants/compare_tables.h"
#include "report/variants/sweep_tables.h"

namespace saldo {

namespace of_compare {
namespace {

constexpr Option beside{
    .name = "SCENARIO",
    .takes = Takes::scenario,
    .description =
        marked("what to put beside the plan: files, or names in scenarios/ of the plan; every --set is one as well"),
    .repeated = true,
};
constexpr Option stack{
    .name = "--stack",
    .description = marked("each variant on top of those before it, not each on its own"),
};
constexpr OptionWord rows[] = {"programmalijn", "project"};
constexpr Option by{
    .name = "--by",
    .takes = Takes::word,
    .label = marked("WHAT"),
    .description = marked("a row for each programmalijn, or for each project that changes"),
    .words = rows,
};
constexpr Option ranges{
    .name = "--sweep",
    .takes = Takes::text,
    .label = marked("RANGE"),
    .description =
        marked("a row for each value of a range: index.loon=3..6:0.5, 3.4/1/2025=0..50000:10000; a second one makes "
               "the columns. Scenarios and --set then count in every row"),
    .repeated = true,
};
constexpr Option of_sweep{
    .name = "--figure",
    .takes = Takes::text,
    .label = marked("CELL"),
    .description = marked("the figure of a sweep, as `saldo why` takes it; default is the eindsaldo of the last year"),
};
constexpr OptionWord tables[] = {"eindsaldo", "investeringsbudget", "netto", "doelen", "bevindingen"};
constexpr Option table = option::table(tables);
constexpr auto options = option_list(option::of_plan, beside, stack, by, ranges, of_sweep, option::years, table,
                                     option::of_figures, option::of_drawn_tables);

struct Asked {
  PlanAsked plan;                      // without --set: those are variants here
  std::vector<std::string> scenarios;  // files or names
  std::vector<std::string> sets;
  std::vector<std::string> sweeps;
  bool stack = false;
  ComparedBy by = ComparedBy::programmalijn;
  std::string figure;  // of a sweep; "" is that of the plan
  YearsAsked years;
  std::string table;
  TablesFormat format;
  Drawn drawn;
};

// What does not go together.
std::optional<Message> misuse(const Asked& asked) {
  if (asked.sweeps.size() > 2) return say("--sweep: one gives rows, a second one columns; there is no third");
  if (asked.sweeps.empty() && !asked.figure.empty()) return say("--figure is the figure of a --sweep");
  const bool of_variants = asked.stack || !asked.table.empty() || !asked.years.all() || asked.by == ComparedBy::project;
  if (!asked.sweeps.empty() && of_variants)
    return say("a --sweep is a table of its own; leave out --stack, --by, --years and --table");
  if (asked.sweeps.size() > 1 && asked.drawn.any())
    return say("{} draws one --sweep, and two are a table", asked.drawn.typed());
  if (asked.scenarios.empty() && asked.sets.empty() && asked.sweeps.empty())
    return say("nothing to compare with: name a scenario, or write --set index.loon=4 or --sweep index.loon=3..6:0.5");
  return std::nullopt;
}

Asked read(Reading& reading) {
  Asked asked;
  asked.plan = read_plan(reading);
  asked.scenarios = reading.texts(beside);
  asked.sets = std::exchange(asked.plan.sets, {});
  asked.sweeps = reading.texts(ranges);
  asked.stack = reading.has(stack);
  asked.by = reading.one_of(by, {ComparedBy::programmalijn, ComparedBy::project});
  asked.figure = reading.text(of_sweep);
  asked.years = read_years(reading);
  asked.table = reading.text(table);
  asked.format = read_tables_format(reading);
  asked.drawn = read_drawn(reading);
  VariantWords of_all = asked.format.variant;
  if (asked.sweeps.empty()) std::erase_if(of_all, [](const VariantWord& word) { return word.key == "set"; });
  tell_variant(std::move(of_all), asked.format);
  if (std::optional<Message> message = misuse(asked)) reading.refuse(std::move(*message));
  return asked;
}

// All that a comparison reads: the plan as the base sees it, and what is put beside it.
struct Compares {
  Sources sources;
  std::vector<Scenario> scenarios;
  std::vector<std::pair<std::string, Wijziging>> sets;  // with how they were typed
  std::vector<Sweep> sweeps;
};

// Each of the texts read, or told on err why not.
template <class Item, class Read>
bool read_all(const std::vector<std::string>& texts, std::string_view option, const Console& console,
              std::vector<Item>& items, Read read) {
  bool readable = true;
  for (const std::string& text : texts) {
    auto result = read(text);
    if (const auto* trouble = std::get_if<Message>(&result)) {
      usage_error(console, say("{}: {}", option, to_text(*trouble, console.language)));
      readable = false;
    } else {
      items.push_back(std::move(std::get<0>(result)));
    }
  }
  return readable;
}

std::optional<Compares> load(const Asked& asked, Sources sources, const Console& console) {
  Compares all{std::move(sources), {}, {}, {}};
  PlanBase& base = all.sources.base;
  for (const std::string& name : asked.scenarios) all.scenarios.push_back(load_scenario(base, name));
  std::vector<Wijziging> sets;
  const bool sets_read =
      read_all(asked.sets, "--set", console, sets, [&](const std::string& text) { return read_set(base, text); });
  const bool sweeps_read = read_all(asked.sweeps, "--sweep", console, all.sweeps,
                                    [&](const std::string& text) { return read_sweep(base, text); });
  if (!sets_read || !sweeps_read) return std::nullopt;
  for (std::size_t i = 0; i < sets.size(); ++i) all.sets.emplace_back(asked.sets[i], std::move(sets[i]));
  return all;
}

bool tell_findings(const Compares& all, const Findings& findings, const Console& console) {
  if (!findings.empty()) write_error(console, show_findings(all.sources.base.files, findings, error_style(console)));
  return findings.empty();
}

// The figures of the base are right, but an amount that a schuif took out of the plan is in none of them. What variants
// take out of it stands among the findings that they bring.
void tell_shifted_out(const Compares& all, const Plan& plan, const Console& console) {
  tell_findings(all, find_shifted_out(plan), console);
  tell_findings(all, find_closed_kept(plan), console);
}

// A variant that cannot be worked out: which, and why.
bool tell_variant(const Compares& all, const std::string& naam, const Findings& findings, const Console& console) {
  if (findings.empty()) return true;
  usage_error(console, say("{} cannot be worked out:", naam));
  return tell_findings(all, findings, console);
}

struct NamedChanges {
  std::string naam;
  ChangeList changes;
};

// No two variants have one name, nor names that look the same: the second of them is "Lonen +4% (2)".
std::string new_name(const std::vector<NamedChanges>& variants, const std::string& naam) {
  std::string name = naam;
  const auto is_taken = [&](const NamedChanges& other) { return folded(other.naam) == folded(name); };
  for (std::size_t i = 2; std::any_of(variants.begin(), variants.end(), is_taken); ++i)
    name = fmt::format("{} ({})", naam, i);
  return name;
}

// The base first. Scenarios among each other are one layer, so that two that contradict each other are told.
std::vector<NamedChanges> variants_of(const Compares& all, const ChangeList& base, const Asked& asked) {
  std::vector<NamedChanges> variants{{"Basis", base}};
  ChangeList stacked = base;
  const auto add = [&](const std::string& naam, std::span<const Wijziging> changes, bool new_layer) {
    ChangeList list = asked.stack ? stacked : base;
    if (new_layer || !asked.stack) list.add(changes);
    else list.add_to_layer(changes);
    stacked = list;
    const bool on_top = asked.stack && variants.size() > 1;
    variants.push_back({new_name(variants, (on_top ? "+ " : "") + naam), std::move(list)});
  };
  for (std::size_t i = 0; i < all.scenarios.size(); ++i)
    add(all.scenarios[i].naam, all.scenarios[i].wijzigingen, i == 0);
  for (std::size_t i = 0; i < all.sets.size(); ++i) add(all.sets[i].first, {&all.sets[i].second, 1}, i == 0);
  return variants;
}

// A variant, or why it cannot be worked out.
struct Tried {
  Findings findings;
  std::optional<Variant> variant;
};

// Each on its own, on all cores: of a variant there is as much to work out as of the plan. The base takes what was read,
// of which the others have copies.
std::vector<Tried> try_all(Compares& all, const std::vector<NamedChanges>& asked) {
  std::vector<PlanBase> copies(asked.size() - 1);
  on_threads(copies.size(), all_cores(), [&] { return [&](std::size_t i) { copies[i] = all.sources.base; }; });
  std::vector<Tried> tried(asked.size());
  on_threads(asked.size(), all_cores(), [&] {
    return [&](std::size_t i) {
      Worked worked;
      PlanBase& base = i == 0 ? all.sources.base : copies[i - 1];  // of which the names of its files stay
      tried[i].findings = work_out(std::move(base), asked[i].changes, worked);
      if (tried[i].findings.empty()) tried[i].variant = variant_of(asked[i].naam, std::move(worked));
    };
  });
  return tried;
}

// Nothing when one of them cannot be worked out; all that cannot are told, but where the plan itself cannot only that.
std::optional<std::vector<Variant>> work_out_all(Compares& all, const std::vector<NamedChanges>& asked,
                                                 const Console& console) {
  std::vector<Tried> tried = try_all(all, asked);
  if (!tell_findings(all, tried.front().findings, console)) return std::nullopt;
  std::vector<Variant> variants;
  bool fine = true;
  for (std::size_t i = 0; i < tried.size(); ++i) {
    fine = tell_variant(all, asked[i].naam, tried[i].findings, console) && fine;
    if (tried[i].variant) variants.push_back(std::move(*tried[i].variant));
  }
  if (!fine) return std::nullopt;
  return variants;
}

Table compared_goals(const std::vector<Variant>& variants, const std::vector<std::string>& names, Years years) {
  std::vector<const Worked*> worked;
  for (const Variant& variant : variants) worked.push_back(&variant.worked);
  const Plan& plan = worked.front()->plan;
  const Doelboom tree = make_doelboom(plan);
  return report_compared_doelen(plan, tree, compare_doelen(worked, tree), names, years);
}

int compare_variants(Compares& all, const ChangeList& base, Asked asked, const Console& console) {
  auto variants = work_out_all(all, variants_of(all, base, asked), console);
  if (!variants) return exit_failed;
  const Plan& plan = variants->front().worked.plan;
  tell_shifted_out(all, plan, console);
  tell_standing(plan, asked.plan, asked.format);
  dress_as(plan, asked.format);
  const std::optional<Years> years = find_years(asked.years, plan.years, console);
  if (!years) return exit_failed;
  Comparison comparison = compare(*variants);
  if (comparison.overflows)
    return usage_error(console, say("a difference goes beyond ±90.000.000.000.000.000,00 euro"));
  const bool for_people = asked.format.format == Format::text || asked.format.format == Format::md;
  std::vector<Table> all_tables{report_compared_balances(comparison, asked.by, *years)};
  if (!comparison.ribs.empty()) all_tables.push_back(report_compared_rib(comparison, *years));
  else if (asked.table == "investeringsbudget" && !has_investeringsbudget(plan, console)) return exit_failed;
  all_tables.push_back(report_compared_netto(comparison, *years));
  if (!plan.doelen.empty() || asked.table == "doelen")
    all_tables.push_back(compared_goals(*variants, comparison.names, *years));
  all_tables.push_back(report_compared_findings(
      comparison, [&all](FileId id) { return all.sources.base.file(id); },
      for_people ? console.language : Language::en));
  std::vector<Chart> charts{chart_of_comparison(comparison, *years)};
  if (!comparison.ribs.empty()) charts.push_back(chart_of_compared_rib(comparison, *years));
  const int code =
      write_drawn(std::move(all_tables), std::move(charts), asked.table, asked.format, asked.drawn, console);
  leave(std::move(variants), console);
  leave(std::move(comparison), console);
  return code;
}

// --- sweeps ---

std::string position_words(const std::vector<Sweep>& sweeps, std::size_t position) {
  std::string words;
  for (std::size_t s = sweeps.size(); s-- > 0;) {
    const std::size_t count = count_values(sweeps[s]);
    words = sweeps[s].address + "=" + plain_value(sweeps[s], position % count) + (words.empty() ? "" : ", ") + words;
    position /= count;
  }
  return words;
}

// The first variant that cannot be worked out, and how many others: a hundred thousand times the same helps nobody.
bool tell_failures(const Compares& all, const std::vector<SweepFigures>& figures, const Console& console) {
  const auto fails = [](const SweepFigures& variant) { return !variant.findings.empty(); };
  const auto first = std::find_if(figures.begin(), figures.end(), fails);
  if (first == figures.end()) return true;
  tell_variant(all, position_words(all.sweeps, static_cast<std::size_t>(first - figures.begin())), first->findings,
               console);
  const auto others = static_cast<std::size_t>(std::count_if(first, figures.end(), fails)) - 1;
  if (others > 0) usage_error(console, say("nor can {} other values", others));
  return false;
}

std::optional<Target> read_figure(const std::string& address, const Plan& plan, const Console& console) {
  const FoundTargets found = find_targets(plan, address);
  if (!found.trouble.empty()) {
    usage_error(console, say("{}: {}", "--figure", to_text(found.trouble, console.language)));
    return std::nullopt;
  }
  if (found.targets.size() == 1) return found.targets.front();
  usage_error(console, say("--figure {}: {}", address, to_text(both_sides(plan, found), console.language)));
  return std::nullopt;
}

// Scenarios and --set count in every variant, one after the other, as they do on other commands.
ChangeList under_the_sweep(const Compares& all, ChangeList changes) {
  changes.add({});
  for (const Scenario& scenario : all.scenarios) changes.add_to_layer(scenario.wijzigingen);
  changes.add({});
  for (const auto& [typed, change] : all.sets) changes.add_to_layer({&change, 1});
  return changes;
}

// The values of a range that look as if they were typed on another scale.
std::vector<std::size_t> odd_values(const Sweep& sweep) {
  std::vector<std::size_t> odd;
  for (std::size_t i = 0; sweep.unit == SweepUnit::billionth_pct && i < count_values(sweep); ++i)
    if (is_on_other_scale(share_of(value_at(sweep, i)))) odd.push_back(i);
  return odd;
}

// What a file with that rate would be told, of the first such value of each range.
void tell_odd_values(const Compares& all, const ChangeList& changes, const Console& console) {
  for (const Sweep& sweep : all.sweeps) {
    const std::vector<std::size_t> odd = odd_values(sweep);
    if (odd.empty()) continue;
    const Wijziging change = change_at(sweep, odd.front());
    ChangeList list = changes;
    list.add({&change, 1});
    Worked worked;
    if (!work_out(all.sources.base, list, worked).empty()) continue;  // why, is told of the sweep
    Findings findings = check_plan(worked);
    std::erase_if(findings, [&change](const Diagnostic& finding) {
      return finding.rule != Rule::verdacht_getal || finding.place.file != change.place.file;
    });
    tell_findings(all, findings, console);
    if (!findings.empty() && odd.size() > 1)
      usage_error(console, say("{}: the same of {} other values of this range", sweep.text, odd.size() - 1));
  }
}

int sweep(const Compares& all, const ChangeList& base, Asked asked, const Console& console) {
  const ChangeList changes = under_the_sweep(all, base);
  Worked start;
  if (!tell_findings(all, work_out(all.sources.base, changes, start), console)) return exit_failed;
  const Plan& plan = start.plan;
  tell_shifted_out(all, plan, console);
  tell_standing(plan, asked.plan, asked.format);
  dress_as(plan, asked.format);
  const std::string uitkomst = plan.has_exploitatie() ? "resultaat" : "eindsaldo";
  const std::string address = asked.figure.empty() ? "totaal/" + uitkomst + "/" + word(plan.years.last) : asked.figure;
  const std::optional<Target> target = read_figure(address, plan, console);
  if (!target) return exit_failed;
  const FigureIn figure = [&target](const Worked& worked) {
    return figure_at(*target, worked.plan, worked.amounts, worked.balances);
  };
  const std::vector<SweepFigures> figures = run_sweep({all.sources.base, changes, all.sweeps, figure, figure(start)});
  if (!tell_failures(all, figures, console)) return exit_failed;
  tell_odd_values(all, changes, console);
  const SweepReport report{plan.years,
                           all.sweeps,
                           figures,
                           to_text(address_of(plan, *target)),
                           asked.figure.empty(),
                           plan.investeringsbudget.has_value(),
                           !plan.has_exploitatie()};
  if (all.sweeps.size() > 1) return write_table(report_grid(report), asked.format, console);
  Table told = report_sweep(report);
  if (!asked.drawn.any()) return write_table(std::move(told), asked.format, console);
  std::vector<std::string> values;
  for (std::size_t i = 0; i < told.rows.size(); ++i) values.push_back(shown_value(all.sweeps.front(), i));
  Chart chart = chart_of_sweep(told, values);
  return write_drawn({std::move(told)}, {std::move(chart)}, "", asked.format, asked.drawn, console);
}

int run(const Asked& asked, Sources sources, const Console& console) {
  std::optional<Compares> all = load(asked, std::move(sources), console);
  if (!all || !tell_findings(*all, all->sources.base.findings, console)) return exit_failed;
  if (count_variants(all->sweeps) > max_variants)
    return usage_error(console, say("--sweep: more than {} variants; take larger steps", max_variants));
  const ChangeList base = asked_changes(all->sources, asked.plan);
  const int code =
      all->sweeps.empty() ? compare_variants(*all, base, asked, console) : sweep(*all, base, asked, console);
  leave(std::move(all), console);
  return code;
}

constexpr Example examples[] = {
    {"saldo compare data/achterhoek-2025-2028 examples/scenarios/loon-4.toml", marked("what it changes, per year")},
    {"saldo compare PLAN --set index.loon=4 --set 3.4/1/2025=0 --stack", marked("the second on top of the first")},
    {"saldo compare PLAN --set index.loon=4 --by project", marked("only projects that change")},
    {"saldo compare PLAN --set index.loon=4 --format svg > varianten.svg",
     marked("the last year of each as a picture")},
    {"saldo compare PLAN --sweep index.loon=3..6:0.5", marked("a row for each value")},
    {"saldo compare PLAN --sweep index.loon=3..6:0.5 --sweep index.prijs=1..3:1", marked("a grid of one figure")},
};

}  // namespace
}  // namespace of_compare

extern const Command compare_command{
    .name = "compare",
    .summary = marked("scenarios beside the plan, or a range of values"),
    .options = of_compare::options,
    .examples = of_compare::examples,
    .run = carry_out<Needs::files, of_compare::read, of_compare::run>,
};

}  // namespace saldo
