// saldo diff OLD NEW: what changed between two versions of a plan, and the bridge from the old figure to the new.
#include <charconv>
#include <filesystem>

#include "base/say.h"
#include "calc/diff/plan_diff.h"
#include "cli/computed.h"
#include "cli/git_files.h"
#include "cli/options.h"
#include "report/diff/tables.h"

namespace saldo {

namespace {

void add_options(CLI::App& app, Request& request) {
  app.add_option("OLD", request.plan, "the plan as it was: a folder, a file, or REV:PATH in a git repository")
      ->required();
  app.add_option("NEW", request.new_plan, "the plan as it is now, given in the same way")->required();
  add_variant(app, request);
  CLI::Option* bridge =
      app.add_flag("--bridge", request.bridge, "from the old total to the new, change by change: the largest first");
  app.add_option("--figure", request.figure, "what the bridge is of; default is the eindsaldo")
      ->check(CLI::IsMember({"eindsaldo", "saldo", "baten", "lasten"}))
      ->type_name("FIGURE")
      ->needs(bridge);
  app.add_option("--year", request.year, "the year of the bridge; default is the last year both plans have")
      ->type_name("YEAR")
      ->needs(bridge);
  CLI::Option* top = app.add_option("--top", request.top, "so many changes with a line of their own; default is 10")
                         ->check(CLI::Range(0, 1'000'000))
                         ->type_name("N")
                         ->needs(bridge);
  app.add_flag("--all", request.all, "every change with a line of its own")->needs(bridge)->excludes(top);
  add_years(app, request);
  add_table(app, request, {"wijzigingen", "posten", "eindsaldo"});
  app.add_flag("--exit-code", request.exit_code, "exit code 1 when there are differences");
  add_figures(app, request);
  add_format(app, request);
}

// A plan as the user named it, with what is needed to show a line of its files.
struct Version {
  Computed computed;
  std::vector<SourceText> texts;  // of a plan from git; empty: the files are on the disk
};

std::optional<std::string> line_in(const std::string& text, std::uint32_t line) {
  std::size_t begin = 0;
  for (std::uint32_t at = 1; at < line; ++at) {
    begin = text.find('\n', begin);
    if (begin == std::string::npos) return std::nullopt;
    ++begin;
  }
  std::string found = text.substr(begin, text.find('\n', begin) - begin);
  if (found.ends_with('\r')) found.pop_back();
  return found;
}

// A scenario beside a plan from git is on the disk.
FileNames file_names_of(const Version& version) {
  FileNames on_disk = file_names(version.computed.files);
  if (version.texts.empty()) return on_disk;
  return {on_disk.name, [&version, line = on_disk.line](const Place& place) -> std::optional<std::string> {
            const std::size_t file = position(place.file);
            if (file > version.texts.size()) return line(place);
            if (place.line == 0 || file == 0) return std::nullopt;
            return line_in(version.texts[file - 1].text, place.line);
          }};
}

bool is_revision(const std::string& written) {
  std::error_code ignored;
  return written.find(':') != std::string::npos && !std::filesystem::exists(written, ignored);
}

// The request as it holds for the old plan: a scenario is what becomes of the new one.
Request of_old(Request request) {
  request.scenarios.clear();
  request.sets.clear();
  return request;
}

// Up to its balances, or why not, told on err. What is on the disk wins over a revision of that name.
std::optional<Version> read_version(const std::string& written, const Request& request, const Console& console) {
  PlanBase base;
  Version version;
  if (is_revision(written)) {
    auto read = read_revision(written);
    if (const auto* trouble = std::get_if<Message>(&read)) {
      usage_error(console, *trouble);
      return std::nullopt;
    }
    version.texts = std::move(std::get<std::vector<SourceText>>(read));
    base = load_base(written, version.texts);
  } else {
    base = load_base(written);
  }
  std::optional<Computed> computed = attempt(std::move(base), request, console);
  if (!computed) return std::nullopt;
  version.computed = std::move(*computed);
  const Findings& findings = version.computed.findings;
  if (findings.empty()) return version;
  write_error(console, render_findings(findings, file_names_of(version), error_style(console)));
  return std::nullopt;
}

std::optional<Years> years_of_both(const Request& request, const PlanDiff& diff, const Console& console) {
  Plan both;
  both.years = diff.two.all;
  return read_years(request, both, console);
}

Figure read_figure(const Request& request) {
  for (const Figure figure : {Figure::saldo, Figure::baten, Figure::lasten})
    if (request.figure == to_text(figure)) return figure;
  return Figure::eindsaldo;
}

std::optional<Year> read_bridge_year(const Request& request, const PlanDiff& diff, const Console& console) {
  if (!diff.two.common) {
    usage_error(console, say("these plans have no year in common, so no bridge leads from one to the other"));
    return std::nullopt;
  }
  if (request.year.empty()) return diff.two.common->last;
  const std::optional<Year> year = read_year(request.year);
  if (year && diff.two.common->contains(*year)) return year;
  usage_error(console, say("--year {}: write a year that both plans have, from {} to {}", request.year,
                           diff.two.common->first, diff.two.common->last));
  return std::nullopt;
}

int write_bridge(const PlanDiff& diff, const VersionNames& names, const Request& request, const RenderOptions& options,
                 const Console& console) {
  const std::optional<Year> year = read_bridge_year(request, diff, console);
  if (!year) return exit_failed;
  const std::size_t most = request.all ? diff.changes.size() : request.top;
  return write_table(report_bridge(diff, names, read_figure(request), *year, most), options, console);
}

int write_differences(const PlanDiff& diff, const VersionNames& names, const Request& request,
                      const RenderOptions& options, const Console& console) {
  const std::optional<Years> years = years_of_both(request, diff, console);
  if (!years) return exit_failed;
  const bool for_people = options.format == Format::text || options.format == Format::md;
  if (diff.empty() && for_people)
    return write_output(console, std::string(translated("No differences.", console.language)) + "\n");
  return write_tables({report_changes(diff, names, *years), report_differing_posts(diff, *years),
                       report_differing_balances(diff, *years)},
                      request, options, console);
}

// "begroting + loon-6.toml + index.loon=4": the new plan and what becomes of it.
std::string name_of_new(const Request& request) {
  std::string name = request.new_plan;
  for (const std::vector<std::string>& changes : {request.scenarios, request.sets})
    for (const std::string& change : changes) name += " + " + change;
  return name;
}

int run(const Request& request, const Console& console) {
  const std::optional<RenderOptions> options = read_format(request, console);
  if (!options) return exit_failed;
  if (request.bridge && !(request.years.empty() && request.table.empty()))
    return usage_error(console,
                       say("a bridge is one table of one year: leave out --years and --table, or write --year"));
  const std::optional<Version> oud = read_version(request.plan, of_old(request), console);
  const std::optional<Version> nieuw = read_version(request.new_plan, request, console);
  if (!oud || !nieuw) return exit_failed;
  // Beyond this fence both plans are there in full, and within range.
  const PlanDiff diff = diff_plans(oud->computed.worked, nieuw->computed.worked);
  if (overflows(diff))
    return usage_error(console, say("a difference between these plans goes beyond ±90.000.000.000.000.000,00 euro"));
  const VersionNames names{request.plan, name_of_new(request)};
  const int written = request.bridge ? write_bridge(diff, names, request, *options, console)
                                     : write_differences(diff, names, request, *options, console);
  if (written != exit_fine) return written;
  return request.exit_code && !diff.empty() ? exit_findings : exit_fine;
}

}  // namespace

const Command diff_command{
    "diff", "what changed between two versions of a plan, and what that does to the figures",
    "  saldo diff OLD NEW                                     two folders or files\n"
    "  saldo diff main:begroting begroting                    against a branch, tag or commit of git\n"
    "  saldo diff OLD NEW --bridge --year 2027                from the old eindsaldo to the new, in words\n"
    "  saldo diff PLAN PLAN --scenario examples/scenarios/loon-6.toml --bridge   what a scenario does, in words\n"
    "  saldo diff OLD NEW --format md > comment.md            for a pull request\n"
    "  saldo diff OLD NEW --exit-code || echo \"it differs\"    in a script\n",
    add_options, run};

}  // namespace saldo
