// Options that several commands have, as data; what they mean once read; and what to say when they mean nothing.
#pragma once

#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/date.h"
#include "base/finding/rule.h"
#include "base/money.h"
#include "base/table.h"
#include "base/year.h"
#include "calc/standing.h"
#include "cli/option.h"
#include "cli/reading.h"
#include "plan/change.h"
#include "plan/model.h"
#include "render/format.h"

namespace saldo {

namespace option {

inline constexpr OptionWord languages[] = {"en", "nl"};
inline constexpr OptionWord one_standing[] = {"primitief", "actueel", "realisatie", "prognose"};
inline constexpr OptionWord two_standings[] = {"primitief", "actueel", "realisatie", "prognose", "beide"};
inline constexpr OptionWord units[] = {"1", "1000", "1000000"};
inline constexpr OptionWord dialects[] = {"rfc4180", "excel-nl"};

template <std::size_t N>
constexpr auto words_of(const std::array<FormatInfo, N>& infos) {
  return []<std::size_t... at>(const auto& all, std::index_sequence<at...>) {
    return std::array{OptionWord(all[at].name, all[at].description)...};
  }
  (infos, std::make_index_sequence<N>());
}
inline constexpr auto table_formats = words_of(formats);

inline constexpr Option help{.name = "--help", .short_name = "-h", .description = marked("show this help")};
inline constexpr Option version{.name = "--version", .description = marked("show the version")};
inline constexpr Option lang{
    .name = "--lang",
    .takes = Takes::word,
    .label = marked("LANGUAGE"),
    .description = marked("the language of messages and help; default is that of the locale"),
    .words = languages,
};

inline constexpr Option plan{
    .name = "PLAN",
    .takes = Takes::plan,
    .description = marked("the plan: a folder of TOML files, or one file"),
    .required = true,
};
inline constexpr Option scenario{
    .name = "--scenario",
    .takes = Takes::scenario,
    .label = marked("FILE"),
    .description =
        marked("with the changes of this file, or of scenarios/NAME.toml in the plan; may be given more than once"),
    .repeated = true,
};
inline constexpr Option set{
    .name = "--set",
    .takes = Takes::text,
    .label = marked("CHANGE"),
    .description = marked("with this changed: index.loon=4, 3.4/1/2025=0, 3.4/budget=0; may be given more than once"),
    .repeated = true,
};
inline constexpr Option standing{
    .name = "--standing",
    .takes = Takes::word,
    .label = marked("STANDING"),
    .description =
        marked("without (primitief) or with (actueel) the begrotingswijzigingen, with what was booked in closed years "
               "(realisatie, which is the default) and with what is expected of others (prognose)"),
    .words = one_standing,
};
inline constexpr Option standing_or_both{
    .name = "--standing",
    .takes = Takes::word,
    .label = marked("STANDING"),
    .description = marked("without (primitief) or with (actueel) the begrotingswijzigingen, with what was booked in "
                          "closed years (realisatie, which is the default), with what is expected of others "
                          "(prognose), or the first two and the difference (beide)"),
    .words = two_standings,
};
inline constexpr Option as_of{
    .name = "--as-of",
    .takes = Takes::text,
    .label = marked("DATE"),
    .description =
        marked("only begrotingswijzigingen decided, and expectations told, on or before this date: 2025-06-30"),
};

inline constexpr Option years{
    .name = "--years",
    .takes = Takes::text,
    .label = marked("YEARS"),
    .description = marked("only these years: 2026 or 2025-2026"),
};
constexpr Option table(std::span<const OptionWord> ids) {
  return {
      .name = "--table",
      .takes = Takes::word,
      .label = marked("NAME"),
      .description = marked("only this table"),
      .words = ids,
  };
}

inline constexpr Option unit{
    .name = "--unit",
    .takes = Takes::word,
    .label = marked("EUROS"),
    .description =
        marked("amounts in euros, thousands or millions; default is the unit of the plan; csv and json stay exact"),
    .words = units,
};
inline constexpr Option cents{.name = "--cents", .description = marked("show cents")};

constexpr Option format_of(std::span<const OptionWord> words) {
  return {
      .name = "--format",
      .takes = Takes::word,
      .label = marked("FORMAT"),
      .description = marked("what comes out:"),
      .words = words,
  };
}
inline constexpr Option format = format_of(table_formats);
inline constexpr Option csv_dialect{
    .name = "--csv-dialect",
    .takes = Takes::word,
    .label = marked("DIALECT"),
    .description = marked("rfc4180, or excel-nl: semicolons, decimal commas, a byte order mark"),
    .words = dialects,
};
inline constexpr Option output{
    .name = "--output",
    .takes = Takes::file,
    .label = marked("FOLDER"),
    .description = marked("write each table to a file of its own in this folder, in the format asked for"),
};
inline constexpr Option width{
    .name = "--width",
    .takes = Takes::number,
    .label = marked("N"),
    .description = marked("columns for text; default is the width of the terminal"),
    .least = 20,
    .most = 1000,
};

// Which variant of a plan, and a plan with it.
inline constexpr auto of_variant = option_list(scenario, set, standing, as_of);
inline constexpr auto of_plan = option_list(plan, of_variant);
// How a table looks, and how its amounts do.
inline constexpr auto of_format = option_list(format, csv_dialect, width);
inline constexpr auto of_figures = option_list(unit, cents);
// The same of a command with several tables.
inline constexpr auto of_tables = option_list(of_format, output);

}  // namespace option

struct PlanAsked {
  std::string plan;
  std::vector<std::string> scenarios;  // files or names
  std::vector<std::string> sets;       // as written: what they change is only known once the plan is read
  Standing standing = Standing::realisatie;
  std::optional<Date> as_of;  // only begrotingswijzigingen decided, and expectations told, until then
};
// Where nothing is said, what was booked counts.
Standing read_standing(std::string_view word);
// The variant without the plan it is of.
PlanAsked read_variant(Reading& reading);
PlanAsked read_plan(Reading& reading);

// Which years a plan has is only known once it is read.
struct YearsAsked {
  std::string written;
  bool all() const { return written.empty(); }
};
YearsAsked read_years(const Reading& reading);

// With what --scenario, --set, --standing and --as-of make of the plan.
RenderOptions read_format(Reading& reading);
void tell_variant(VariantWords words, RenderOptions& options);
// The same once the files of its --scenario are read: people know those by their naam.
void name_scenarios(const std::vector<Scenario>& scenarios, RenderOptions& options);
// --unit and --cents.
void read_figures(Reading& reading, RenderOptions& options);
// The same with those.
RenderOptions read_figure_format(Reading& reading);

// How tables come out, and where: of a command with several of them.
struct TablesFormat : RenderOptions {
  std::string folder;  // "": all on out
};
TablesFormat read_tables_format(Reading& reading);

// An amount in the unit of the plan, which is only known once that is read.
struct AmountAsked {
  std::string written;
  bool is_given() const { return !written.empty(); }
  Money in(Money unit) const;  // zero where none was given
};
AmountAsked read_amount(const Option& option, Reading& reading);

// A rule by its id, which stands where `written` does; none when there is no such rule, which is refused.
std::optional<Rule> read_rule(std::string_view written, Reading& reading);

// "2025-2028", or one year twice; nothing where it is neither. The last may come before the first: who asks tells of that.
std::optional<Years> read_first_and_last(std::string_view text);

// Each gives what was asked of this plan, or tells on err that it does not have it.
std::optional<Years> find_years(const YearsAsked& asked, Years of_plan, const Console& console);
std::optional<ProjectId> find_project(std::string_view nr, const Plan& plan, const Console& console);
bool has_investeringsbudget(const Plan& plan, const Console& console);

// Whether all could be read; if not, everything that could not is told on err.
bool tell_refused(const Reading& reading);

int usage_error(const Console& console, const Message& message);

// Where there is no table for them to stand under: a line each.
std::string notes_text(const RenderOptions& options);

int write_table(const Table& table, const RenderOptions& options, const Console& console);
int write_table(const TableSource& table, const RenderOptions& options, const Console& console);

struct OutputFile {
  std::string name;
  std::function<void(TextOut&)> make;  // writes what is in it
};
// Into the folder of --output, which is made where it is not there; each is told of on out.
int write_files(const std::vector<OutputFile>& files, const std::string& folder, const Console& console);

// Of the tables of this run only the one chosen with --table, where one is; what is wrong when it is not there, as a reserve
// has another table than the investeringsbudget.
[[nodiscard]] std::optional<Message> leave_only(std::string_view chosen, std::vector<Table>& tables);

// What is wrong with writing tables with these ids as was asked, for who would work long before it has them.
[[nodiscard]] std::optional<Message> refuse_tables(const std::vector<std::string_view>& ids, std::string_view chosen,
                                                   const TablesFormat& options);

// All of them, or the one the user chose with --table; none is "". One csv holds one table, so several of them are refused
// unless they go to files of their own.
int write_tables(std::vector<Table> tables, std::string_view chosen, const TablesFormat& options,
                 const Console& console);
int write_tables(std::vector<TableSource> tables, std::string_view chosen, const TablesFormat& options,
                 const Console& console);
int write_table(const Table& table, const TablesFormat& options, const Console& console);

}  // namespace saldo
