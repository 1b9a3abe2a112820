#include "cli/options.h"

#include <fmt/ranges.h>

#include <algorithm>

#include "base/say.h"
#include "base/text.h"

namespace saldo {

namespace {

template <class Infos>
std::vector<std::string> names_of(const Infos& infos) {
  std::vector<std::string> names;
  for (const auto& info : infos) names.emplace_back(info.name);
  return names;
}

constexpr std::string_view dialects[] = {"rfc4180", "excel-nl"};

// A paragraph of a document often holds more than one project: 3.7 means 3.7-fase1 and 3.7-fase2 before it means 3.1.
Message unknown_project(std::string_view nr, std::span<const std::string_view> known) {
  const std::vector<std::string> likely = likely_names(nr, known);
  if (likely.empty()) return say("there is no project {}; `saldo table PLAN --by project` lists them", nr);
  if (likely.size() == 1) return say("there is no project {}; did you mean {}?", nr, likely.front());
  return say("there is no project {}; did you mean one of {}?", nr, fmt::format("{}", fmt::join(likely, ", ")));
}

Money unit_of(const Request& request) {
  if (request.unit == "1000") return Money::of_euros(1000);
  return Money::of_euros(request.unit == "1" ? 1 : 1'000'000);
}

}  // namespace

void add_plan(CLI::App& app, Request& request, Standings standings) {
  app.add_option("PLAN", request.plan, "the plan: a folder of TOML files, or one file")->required();
  add_variant(app, request, standings);
}

void add_variant(CLI::App& app, Request& request, Standings standings) {
  app.add_option("--scenario", request.scenarios,
                 "with the changes of this file, or of scenarios/NAME.toml in the plan; may be given more than once")
      ->type_name("FILE")
      ->expected(1)
      ->take_all();
  app.add_option("--set", request.sets,
                 "with this changed: index.loon=4, 3.4/1/2025=0, 3.4/budget=0; may be given more than once")
      ->type_name("CHANGE")
      ->expected(1)
      ->take_all();
  std::vector<std::string> names{"primitief", "actueel"};
  if (standings == Standings::both) names.emplace_back("beide");
  app.add_option("--standing", request.standing,
                 standings == Standings::both
                     ? "without (primitief) or with (actueel) the begrotingswijzigingen, or both and the difference"
                     : "without (primitief) or with (actueel) the begrotingswijzigingen")
      ->check(CLI::IsMember(names))
      ->type_name("STANDING");
  app.add_option("--as-of", request.as_of, "only begrotingswijzigingen decided on or before this date: 2025-06-30")
      ->type_name("DATE");
}

void add_format(CLI::App& app, Request& request, std::span<const MoreFormat> more) {
  std::string description(translated("what comes out:", request.language));
  std::vector<std::string> names = names_of(formats);
  const auto add = [&](std::string_view name, std::string_view what) {
    description += fmt::format("\n{:>6}: {}", name, translated(what, request.language));
  };
  for (const FormatInfo& format : formats) add(format.name, format.description);
  for (const MoreFormat& format : more) {
    add(format.name, format.description);
    names.emplace_back(format.name);
  }
  app.add_option("--format", request.format, description)->check(CLI::IsMember(names))->type_name("FORMAT");
  app.add_option("--csv-dialect", request.csv_dialect,
                 "rfc4180, or excel-nl: semicolons, decimal commas, a byte order mark")
      ->check(CLI::IsMember(std::vector<std::string>(std::begin(dialects), std::end(dialects))))
      ->type_name("DIALECT");
  app.add_option("--width", request.width, "columns for text; default is the width of the terminal")
      ->check(CLI::Range(20, 1000))
      ->type_name("N");
}

void add_years(CLI::App& app, Request& request) {
  app.add_option("--years", request.years, "only these years: 2026 or 2025-2026")->type_name("YEARS");
}

CLI::Option* add_table(CLI::App& app, Request& request, const std::vector<std::string>& ids) {
  return app.add_option("--table", request.table, "only this table")->check(CLI::IsMember(ids))->type_name("NAME");
}

void add_figures(CLI::App& app, Request& request) {
  app.add_option("--unit", request.unit, "amounts in euros, thousands or millions; csv and json stay exact")
      ->check(CLI::IsMember({"1", "1000", "1000000"}))
      ->type_name("EUROS");
  app.add_flag("--cents", request.cents, "show cents");
}

std::optional<RenderOptions> read_format(const Request& request, const Console& console) {
  if (request.cents && request.unit != "1") {
    usage_error(console, say("--cents shows euros and cents; leave out --unit"));
    return std::nullopt;
  }
  const auto format =
      std::find_if(formats.begin(), formats.end(), [&](const FormatInfo& info) { return info.name == request.format; });
  Style style{request.width > 0 ? request.width : console.width, console.colour_out, unit_of(request), console.language,
              request.cents};
  return RenderOptions{format->format, style,
                       request.csv_dialect == dialects[0] ? CsvDialect::rfc4180 : CsvDialect::excel_nl};
}

std::optional<Years> read_years(const Request& request, const Plan& plan, const Console& console) {
  if (request.years.empty()) return plan.years;
  const std::string_view text = request.years;
  const std::size_t dash = text.find('-');
  const std::optional<Year> first = read_year(text.substr(0, dash));
  const std::optional<Year> last = dash == std::string_view::npos ? first : read_year(text.substr(dash + 1));
  if (first && last && *first <= *last && plan.years.contains(*first) && plan.years.contains(*last))
    return Years{*first, *last};
  usage_error(console, say("--years {}: write one year or two, such as {}-{}; the plan runs from {} to {}", text,
                           plan.years.first, plan.years.last, plan.years.first, plan.years.last));
  return std::nullopt;
}

std::optional<ProjectId> read_project(std::string_view nr, const Plan& plan, const Console& console) {
  const std::optional<ProjectId> found = plan.find_project(nr);
  if (found) return found;
  std::vector<std::string_view> known;
  for (const Project& project : plan.projects) known.push_back(project.nr);
  usage_error(console, unknown_project(nr, known));
  return std::nullopt;
}

int usage_error(const Console& console, const Message& message) {
  write_error(console, fmt::format("saldo: {}\n", to_text(message, console.language)));
  return exit_failed;
}

int write_tables(std::vector<Table> tables, const Request& request, const RenderOptions& options,
                 const Console& console) {
  if (!request.table.empty()) std::erase_if(tables, [&](const Table& table) { return table.id != request.table; });
  return write_output(console, render(tables, options));
}

int write_table(const Table& table, const RenderOptions& options, const Console& console) {
  return write_output(console, render(std::span(&table, 1), options));
}

}  // namespace saldo
