#include "cli/options.h"

#include <fmt/ranges.h>

#include <algorithm>
#include <filesystem>

#include "base/say.h"
#include "base/text.h"
#include "cli/save_file.h"
#include "render/printable.h"

namespace saldo {

namespace {

// A paragraph of a document often holds more than one project: 3.7 means 3.7-fase1 and 3.7-fase2 before it means 3.1.
Message unknown_project(std::string_view nr, std::span<const std::string_view> known) {
  const std::vector<std::string> likely = likely_names(nr, known);
  if (likely.empty()) return say("there is no project {}; `saldo table PLAN --by project` lists them", nr);
  if (likely.size() == 1) return say("there is no project {}; did you mean {}?", nr, likely.front());
  return say("there is no project {}; did you mean one of {}?", nr, fmt::format("{}", fmt::join(likely, ", ")));
}

Message unknown_rule(std::string_view written) {
  std::vector<std::string_view> known;
  for (const RuleInfo& rule : rules) known.push_back(rule.id);
  const std::optional<std::string> likely = nearest(written, known);
  return likely ? say("there is no rule `{}`; did you mean `{}`?", written, *likely)
                : say("there is no rule `{}`; `saldo explain` lists them", written);
}

std::optional<Date> read_as_of(Reading& reading) {
  if (!reading.has(option::as_of)) return std::nullopt;
  const std::string written = reading.text(option::as_of);
  const std::optional<Date> date = read_date(written);
  if (!date) reading.refuse(say("--as-of {}: write a date as year, month and day: 2025-06-30", written));
  return date;
}

// What --set 3.4/budget=0 and the like make of the plan: nobody must take it for the budget that was adopted.
VariantWords variant_words(const Reading& reading) {
  VariantWords words;
  for (const Option* option : {&option::scenario, &option::set, &option::standing, &option::as_of}) {
    std::vector<std::string> typed = reading.lists(*option) ? reading.texts(*option) : std::vector<std::string>();
    if (option == &option::standing && !typed.empty() && typed.front() != option::one_standing[0].word) continue;
    if (!typed.empty()) words.push_back({std::string(option->name.substr(2)), std::move(typed)});
  }
  return words;
}

// "scenario ‘Lonen +6%’, --set 2.1/budget=5": a scenario by its naam once its file is read, until then as it was typed.
std::string variant_text(const VariantWords& words, const std::vector<Scenario>& scenarios) {
  std::string text;
  for (const VariantWord& word : words)
    for (std::size_t i = 0; i < word.values.size(); ++i) {
      const bool is_named = word.key == "scenario" && i < scenarios.size();
      if (!text.empty()) text += ", ";
      text += is_named ? "scenario ‘" + scenarios[i].naam + "’" : "--" + word.key + " " + word.values[i];
    }
  return text;
}

Dutch variant_note(const VariantWords& words, const std::vector<Scenario>& scenarios = {}) {
  return Dutch("Niet de begroting zoals die nu geldt, maar met {}.", variant_text(words, scenarios));
}

}  // namespace

Standing read_standing(std::string_view word) {
  for (const Standing standing : {Standing::primitief, Standing::actueel, Standing::prognose})
    if (word == to_text(standing)) return standing;
  return Standing::realisatie;
}

PlanAsked read_variant(Reading& reading) {
  PlanAsked asked;
  asked.scenarios = reading.texts(option::scenario);
  asked.sets = reading.texts(option::set);
  asked.standing = read_standing(reading.text(option::standing));
  asked.as_of = read_as_of(reading);
  return asked;
}

void name_scenarios(const std::vector<Scenario>& scenarios, RenderOptions& options) {
  if (scenarios.empty() || options.style.notes.empty()) return;
  VariantWords words;
  // What a command has added, such as --only, has notes of its own.
  for (const VariantWord& word : options.variant)
    for (const Option* option : {&option::scenario, &option::set, &option::standing, &option::as_of})
      if (word.key == option->name.substr(2)) words.push_back(word);
  options.style.notes.front() = variant_note(words, scenarios);
}

void tell_variant(VariantWords words, RenderOptions& options) {
  options.style.notes.clear();
  if (!words.empty()) options.style.notes.push_back(variant_note(words));
  options.variant = std::move(words);
}

PlanAsked read_plan(Reading& reading) {
  PlanAsked asked = read_variant(reading);
  asked.plan = reading.text(option::plan);
  return asked;
}

YearsAsked read_years(const Reading& reading) { return {reading.text(option::years)}; }

namespace {

// Who asks how csv is written asks for csv.
Format read_format_name(Reading& reading) {
  const bool dialect = reading.has(option::csv_dialect);
  const std::string name = reading.text(option::format, dialect ? "csv" : "text");
  if (dialect && name != "csv")
    reading.refuse(say("--csv-dialect is about csv; leave out --format {}, or write --format csv", name));
  for (const FormatInfo& format : formats)
    if (format.name == name) return format.format;
  return Format::text;
}

}  // namespace

RenderOptions read_format(Reading& reading) {
  const Console& console = reading.console();
  RenderOptions options;
  options.format = read_format_name(reading);
  options.style.width = reading.number(option::width, console.width);
  options.style.wraps = console.wraps || reading.has(option::width);
  options.style.colour = console.colour_out;
  options.style.language = console.language;
  options.dialect = reading.one_of(option::csv_dialect, {CsvDialect::rfc4180, CsvDialect::excel_nl});
  tell_variant(variant_words(reading), options);
  return options;
}

void read_figures(Reading& reading, RenderOptions& options) {
  options.style.unit =
      reading.one_of(option::unit, {Money::of_euros(1), Money::of_euros(1000), Money::of_euros(1'000'000)});
  options.style.cents = reading.has(option::cents);
  options.has_own_unit = reading.has(option::unit) || options.style.cents;
  if (options.style.cents && options.style.unit != Money::of_euros(1))
    reading.refuse(say("--cents shows euros and cents; leave out --unit"));
}

RenderOptions read_figure_format(Reading& reading) {
  RenderOptions options = read_format(reading);
  read_figures(reading, options);
  return options;
}

TablesFormat read_tables_format(Reading& reading) {
  TablesFormat asked{read_figure_format(reading), reading.text(option::output)};
  if (reading.has(option::output) && asked.folder.empty()) reading.refuse(say("--output: write the name of a folder"));
  if (!asked.folder.empty()) asked.style.colour = false;
  return asked;
}

Money AmountAsked::in(Money unit) const {
  return is_given() ? read_dutch_amount(written, unit).amount.counted() : Money();
}

AmountAsked read_amount(const Option& option, Reading& reading) {
  AmountAsked asked{reading.text(option)};
  const ReadAmount read = read_dutch_amount(asked.written);
  if (reading.has(option) && (read.error || !read.amount.is_money()))
    reading.refuse(say("{} {}: write an amount, such as 500000 or 500.000", option.name, asked.written));
  return asked;
}

std::optional<Rule> read_rule(std::string_view written, Reading& reading) {
  const std::optional<Rule> rule = find_rule(written);
  if (!rule) reading.refuse(unknown_rule(written));
  return rule;
}

std::optional<Years> read_first_and_last(std::string_view text) {
  const std::size_t dash = text.find('-');
  const std::optional<Year> first = read_year(text.substr(0, dash));
  const std::optional<Year> last = dash == std::string_view::npos ? first : read_year(text.substr(dash + 1));
  return first && last ? std::optional(Years{*first, *last}) : std::nullopt;
}

std::optional<Years> find_years(const YearsAsked& asked, Years of_plan, const Console& console) {
  if (asked.all()) return of_plan;
  const std::string_view text = asked.written;
  const std::optional<Years> both = read_first_and_last(text);
  if (both && both->first <= both->last && of_plan.contains(both->first) && of_plan.contains(both->last)) return both;
  usage_error(console, say("--years {}: write one year or two, such as {}-{}; the plan runs from {} to {}", text,
                           of_plan.first, of_plan.last, of_plan.first, of_plan.last));
  return std::nullopt;
}

std::optional<ProjectId> find_project(std::string_view nr, const Plan& plan, const Console& console) {
  const std::optional<ProjectId> found = plan.find_project(nr);
  if (found) return found;
  std::vector<std::string_view> known;
  for (const Project& project : plan.projects) known.push_back(project.nr);
  usage_error(console, unknown_project(nr, known));
  return std::nullopt;
}

bool has_investeringsbudget(const Plan& plan, const Console& console) {
  if (!plan.investeringsbudget)
    usage_error(console,
                say("this plan names no investeringsbudget; write investeringsbudget = \"3.18\" under [plan]"));
  return plan.investeringsbudget.has_value();
}

bool tell_refused(const Reading& reading) {
  for (const Message& message : reading.refused()) usage_error(reading.console(), message);
  return reading.refused().empty();
}

int usage_error(const Console& console, const Message& message) {
  write_error(console, "saldo: " + shown_line(message, console.language));
  return exit_failed;
}

std::string notes_text(const RenderOptions& options) {
  std::string text;
  for (const Dutch& note : options.style.notes) text += printable(note.text()) + '\n';
  return text;
}

namespace {

std::string ending(Format format) {
  for (const FormatInfo& info : formats)
    if (info.format == format && format != Format::text) return std::string(info.name);
  return "txt";
}

// Points to the tables and the options.
std::vector<OutputFile> files_of(const std::vector<TableSource>& tables, const TablesFormat& options) {
  std::vector<OutputFile> files;
  for (const TableSource& table : tables)
    files.push_back({table.head.id + '.' + ending(options.format),
                     [&](TextOut& out) { write(std::span(&table, 1), options, out); }});
  return files;
}

std::optional<Message> find_chosen(std::string_view chosen, const std::vector<std::string_view>& ids) {
  if (chosen.empty() || std::find(ids.begin(), ids.end(), chosen) != ids.end()) return std::nullopt;
  return say("--table {}: there is no such table here, only {}", chosen, fmt::format("{}", fmt::join(ids, ", ")));
}

}  // namespace

std::optional<Message> refuse_tables(const std::vector<std::string_view>& ids, std::string_view chosen,
                                     const TablesFormat& options) {
  const bool is_several = chosen.empty() && ids.size() > 1;
  if (!is_several || options.format != Format::csv || !options.folder.empty()) return find_chosen(chosen, ids);
  return say(
      "one csv holds one table, and these are {}: choose one with --table NAME, or write "
      "each to a file of its own with --output FOLDER",
      fmt::format("{}", fmt::join(ids, ", ")));
}

int write_files(const std::vector<OutputFile>& files, const std::string& folder, const Console& console) {
  std::error_code error;
  std::filesystem::create_directories(folder, error);
  if (error)
    return usage_error(console,
                       say("--output {}: the folder cannot be made: {}", folder, system_reason(error.value())));
  std::string told;
  for (const OutputFile& file : files) {
    const std::filesystem::path path = std::filesystem::path(folder) / file.name;
    if (const std::optional<Message> trouble = save_file(path.string(), file.make, folder))
      return usage_error(console, *trouble);
    told += shown_line(say("written to {}", path.string()), console.language);
  }
  return write_output(console, told);
}

std::optional<Message> leave_only(std::string_view chosen, std::vector<Table>& tables) {
  std::vector<std::string_view> ids;
  for (const Table& table : tables) ids.push_back(table.id);
  std::optional<Message> trouble = find_chosen(chosen, ids);
  if (!trouble) std::erase_if(tables, [&](const Table& table) { return !chosen.empty() && table.id != chosen; });
  return trouble;
}

int write_tables(std::vector<Table> tables, std::string_view chosen, const TablesFormat& options,
                 const Console& console) {
  return write_tables(sources_of(tables), chosen, options, console);
}

int write_tables(std::vector<TableSource> tables, std::string_view chosen, const TablesFormat& options,
                 const Console& console) {
  std::vector<std::string_view> ids;
  for (const TableSource& table : tables) ids.push_back(table.head.id);
  if (const std::optional<Message> trouble = refuse_tables(ids, chosen, options)) return usage_error(console, *trouble);
  std::erase_if(tables, [&](const TableSource& table) { return !chosen.empty() && table.head.id != chosen; });
  if (!options.folder.empty()) return write_files(files_of(tables, options), options.folder, console);
  return write_output(console, [&](TextOut& out) { write(tables, options, out); });
}

int write_table(const Table& table, const TablesFormat& options, const Console& console) {
  return write_tables(std::vector{source_of(table)}, "", options, console);
}

int write_table(const Table& table, const RenderOptions& options, const Console& console) {
  return write_table(source_of(table), options, console);
}

int write_table(const TableSource& table, const RenderOptions& options, const Console& console) {
  return write_output(console, [&](TextOut& out) { write(std::span(&table, 1), options, out); });
}

}  // namespace saldo
