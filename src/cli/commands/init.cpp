// saldo init FOLDER: a first plan, to be filled in.
#include <fmt/format.h>

#include "base/say.h"
#include "base/text.h"
#include "cli/carry_out.h"
#include "cli/command.h"
#include "cli/disk/new_folder.h"
#include "cli/init/empty_sheet.h"
#include "cli/init/names.h"
#include "cli/init/repository.h"
#include "cli/init/start.h"
#include "render/printable.h"

namespace saldo {

namespace of_init {
namespace {

constexpr Option folder{
    .name = "FOLDER",
    .takes = Takes::file,
    .label = marked("FOLDER"),
    .description = marked("the new folder of the plan; one that is there must be empty"),
    .required = true,
};
constexpr Option years{
    .name = "--years",
    .takes = Takes::text,
    .label = marked("YEARS"),
    .description = marked("the first and the last year of the plan, which it cannot do without: 2026-2029"),
};
constexpr Option name{
    .name = "--name",
    .takes = Takes::text,
    .label = marked("NAME"),
    .description = marked("what the plan is called; without it, Begroting and its years"),
};
constexpr OptionWord examples_of[] = {
    {start_words[0], marked("one project to be filled in (the default)")},
    {start_words[1], marked("three projects that show how amounts grow, and a percentage of others")},
    {start_words[2], marked("money between projects, in the same year and a year later")},
    {start_words[3], marked("a region: three programmalijnen, and an investeringsbudget that projects end in")},
};
constexpr Option with{
    .name = "--with",
    .takes = Takes::word,
    .label = marked("EXAMPLE"),
    .description = marked("what stands in it"),
    .words = examples_of,
};
constexpr Option lines{
    .name = "--lines",
    .takes = Takes::file,
    .label = marked("FILE"),
    .description = marked("your own programmalijnen and projects: a csv with a nr and a naam on each line"),
    .excludes = "--with",
};
constexpr Option git{
    .name = "--git",
    .description = marked("make it a git repository too"),
};
constexpr OptionWord servers[] = {
    {"none", {}},
    {"github", {}},
    {"gitlab", {}},
};
constexpr Option ci{
    .name = "--ci",
    .takes = Takes::word,
    .label = marked("SERVER"),
    .description = marked("a job that refuses a budget with findings; without this option, none"),
    .words = servers,
};
constexpr Option sheet{
    .name = "--sheet",
    .takes = Takes::text,
    .label = marked("NAME"),
    .description = marked("a sheet to fill in as well, NAME.xlsx, NAME.ods or NAME.csv, which saldo import reads"),
    .excludes = "--with",
};
constexpr Option options[] = {folder, years, name, with, lines, sheet, git, ci};

struct Asked {
  Start start;
  std::string lines;
  std::string sheet;  // its name in the folder; "": none
  bool git = false;
};

// "2026-2029", or one year.
std::optional<Years> read_plan_years(Reading& reading) {
  const std::string written = reading.text(years);
  if (!reading.has(years)) {
    reading.refuse(say("which years? Write the first and the last one, such as --years 2026-2029"));
    return std::nullopt;
  }
  const std::optional<Years> both = read_first_and_last(written);
  if (!both) {
    reading.refuse(say("--years {}: write the first and the last year, such as 2026-2029", written));
  } else if (both->last < both->first) {
    reading.refuse(
        say("--years {}: the last year comes before the first; write {}-{}", written, both->last, both->first));
  } else if (both->size() > 100) {
    reading.refuse(say("--years {}: a plan has at most a hundred years", written));
  } else {
    return both;
  }
  return std::nullopt;
}

std::string read_naam(Reading& reading, Years plan_years) {
  if (!reading.has(name))
    return plan_years.size() == 1 ? fmt::format("Begroting {}", plan_years.first.value)
                                  : fmt::format("Begroting {}-{}", plan_years.first.value, plan_years.last.value);
  const std::string naam = reading.text(name);
  if (naam.find_first_not_of(' ') == std::string::npos)
    reading.refuse(say("--name: a plan has a name, such as \"Begroting {}\"", plan_years.first));
  else if (find_invalid_utf8(naam)) reading.refuse(say("--name: this is not UTF-8"));
  else if (has_deceptive_character(naam))
    reading.refuse(say("--name: here stands a mark that nobody sees; type it again"));
  return naam;
}

std::string read_sheet_name(Reading& reading) {
  const std::string written = reading.text(sheet);
  if (!reading.has(sheet)) return "";
  if (written.find('/') != std::string::npos)
    reading.refuse(say("--sheet {}: it comes in the folder of the plan; write only its name", written));
  else if (!sheet_kind(written))
    reading.refuse(say("--sheet {}: write a name that ends in .xlsx, .ods or .csv", written));
  else if (find_invalid_utf8(written) || has_deceptive_character(written))
    reading.refuse(say("--sheet {}: here stands a mark that nobody sees; type it again", written));
  return written;
}

Asked read(Reading& reading) {
  Asked asked;
  Start& start = asked.start;
  start.folder = reading.text(folder);
  start.years = read_plan_years(reading).value_or(Years{Year{2026}, Year{2029}});
  start.naam = read_naam(reading, start.years);
  start.with = reading.one_of(with, {StartWith::leeg, StartWith::klein, StartWith::overdrachten, StartWith::regio});
  start.ci = reading.one_of(ci, {CiOf::none, CiOf::github, CiOf::gitlab});
  start.language = reading.console().language;
  asked.lines = reading.text(lines);
  asked.git = reading.has(git);
  asked.sheet = read_sheet_name(reading);
  if (start.with != StartWith::leeg && start.years.size() < fewest_years_of_example)
    reading.refuse(
        say("--with {}: what happens in it takes {} years or more", to_text(start.with), fewest_years_of_example));
  return asked;
}

// What was made, and what to type next.
std::string told(const Asked& asked, const std::vector<FolderFile>& files, Language language) {
  const auto typed = [](const std::string& path) { return printable(quoted_for_shell(path)); };
  const std::string& made = asked.start.folder;
  const std::string place = typed(made);
  std::string text = shown_line(say("{} is made, with {} files:", made, files.size()), language);
  for (const FolderFile& file : files) text += "  " + printable(file.path) + '\n';
  if (!asked.sheet.empty())
    text += '\n' + shown_line(say("Fill in {}, and make the plan of it:", asked.sheet), language) +
            fmt::format("  saldo import {} -o {}\n", typed(made + '/' + asked.sheet), typed(made + "-gevuld"));
  text += '\n' + shown_line(say("What you type next:"), language);
  text += fmt::format("  saldo check {}\n  saldo table {}\n  saldo project {} {}\n", place, place, place,
                      typed(first_project(asked.start)));
  return text;
}

int run(Asked asked, const Console& console) {
  Start& start = asked.start;
  if (const auto trouble = cannot_be_new(start.folder)) return usage_error(console, *trouble);
  if (asked.git)
    if (const auto trouble = cannot_be_repository(start.folder)) return usage_error(console, *trouble);
  if (!asked.lines.empty()) {
    std::optional<NewPlan> names = read_names(asked.lines, console);
    if (!names) return exit_failed;
    start.names = std::move(*names);
    start.names.naam = start.naam;
    start.names.years = start.years;
  }
  std::vector<FolderFile> files = start_files(start);
  if (!asked.sheet.empty()) {
    auto bytes = empty_sheet(start, *sheet_kind(asked.sheet));
    if (const auto* trouble = std::get_if<Message>(&bytes)) return usage_error(console, *trouble);
    files.push_back({asked.sheet, std::move(std::get<std::string>(bytes))});
  }
  const auto trouble = asked.git ? save_folder(start.folder, files, make_repository) : save_folder(start.folder, files);
  if (trouble) return usage_error(console, *trouble);
  return write_output(console, told(asked, files, console.language));
}

constexpr Example examples[] = {
    {"saldo init begroting --years 2026-2029", marked("an empty plan in the new folder begroting")},
    {"saldo init proef --years 2026-2029 --with regio", marked("an example to try things on")},
    {"saldo init begroting --years 2026-2029 --lines namen.csv",
     marked("your own programmalijnen and projects: 3;Werk and 3.1;Mobiliteitsteam, each on a line")},
    {"saldo init begroting --years 2026-2029 --sheet invulblad.xlsx", marked("with a sheet for who types no TOML")},
    {"saldo init begroting --years 2026-2029 --git --ci github", marked("in a repository that checks every change")},
};

}  // namespace
}  // namespace of_init

extern const Command init_command{
    .name = "init",
    .summary = marked("a first plan in a new folder, to be filled in"),
    .options = of_init::options,
    .examples = of_init::examples,
    .run = carry_out<Needs::nothing, of_init::read, of_init::run>,
};

}  // namespace saldo
