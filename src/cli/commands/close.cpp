// saldo close PLAN YEAR: what a year came to, and the record of it.
#include <algorithm>

#include "base/say.h"
#include "calc/close/overheveling.h"
#include "cli/carry_out.h"
#include "cli/close/next_folder.h"
#include "cli/close/proposal.h"
#include "cli/close/record_file.h"
#include "cli/close/tussentijds.h"
#include "cli/command.h"
#include "cli/save_file.h"
#include "cli/weergave.h"
#include "report/close/close_tables.h"
#include "report/close/differences_table.h"
#include "report/close/rows_table.h"
#include "report/close/uitputting_table.h"

namespace saldo {

namespace of_close {
namespace {

constexpr Option year{
    .name = "YEAR",
    .takes = Takes::number,
    .label = marked("YEAR"),
    .description = marked("a year of the plan, or the one before it"),
    .least = 1900,
    .most = 2999,
    .required = true,
};
constexpr Option actuals{
    .name = "--actuals",
    .takes = Takes::file,
    .label = marked("FILE"),
    .description = marked("what was booked: a csv, .xlsx or .ods with the columns of `saldo table --tidy`, or with "
                          "--koppeling what a financial package gives"),
};
constexpr Option koppeling{
    .name = "--koppeling",
    .takes = Takes::text,
    .label = marked("NAME"),
    .description = marked("the [[koppeling]] of the plan that says how to read that file"),
    .needs = "--actuals",
};
constexpr Option peildatum{
    .name = "--peildatum",
    .takes = Takes::text,
    .label = marked("DATE"),
    .description = marked("the year goes on: what was booked until then, ordered and expected; 2025-06-30"),
    .excludes = "--vastgesteld",
};
constexpr Option write{.name = "--write", .description = marked("keep it: write afsluitingen/YEAR.toml in the plan")};
constexpr Option vastgesteld{
    .name = "--vastgesteld",
    .description = marked("it was adopted, and can only be replaced with --heropen from then on"),
    .needs = "--besluit",
};
constexpr Option besluit{
    .name = "--besluit",
    .takes = Takes::text,
    .label = marked("TEXT"),
    .description = marked("who adopted it, and where that is written"),
    .needs = "--vastgesteld",
};
constexpr Option datum{
    .name = "--datum",
    .takes = Takes::text,
    .label = marked("DATE"),
    .description = marked("when it was adopted, or opened again: 2026-06-18"),
};
constexpr Option check{
    .name = "--check",
    .description = marked("for CI: exit code 1 when the record is not there, or is not what the plan and the file say"),
    .excludes = "--write",
};
constexpr Option overheveling{
    .name = "--overheveling",
    .takes = Takes::file,
    .label = marked("FILE"),
    .description = marked("write a scenario that proposes to spend in the next year what was not spent in this one"),
};
constexpr Option next{
    .name = "--next",
    .takes = Takes::file,
    .label = marked("FOLDER"),
    .description = marked("write a new plan that begins with the year after, with the rules and remarks of this one"),
};
constexpr Option correctie{
    .name = "--correctie",
    .takes = Takes::number,
    .label = marked("YEAR"),
    .description = marked(
        "an adopted year stays as it is: keep what turned out otherwise as corrections that this open year takes"),
    .least = 1900,
    .most = 2999,
    .needs = "--actuals",
    .excludes = "--heropen",
};
constexpr Option heropen{
    .name = "--heropen",
    .takes = Takes::text,
    .label = marked("REASON"),
    .description = marked("replace a record that was adopted; the reason stays in the record"),
    .needs = "--datum",
};
constexpr OptionWord by_words[] = {{"programmalijn", {}}, {"project", {}}, {"post", {}}};
constexpr Option by{
    .name = "--by",
    .takes = Takes::word,
    .label = marked("LEVEL"),
    .description = marked("how far the rekening goes down"),
    .words = by_words,
};
constexpr OptionWord tables[] = {
    {"rekening", marked("budgeted and realised, with what deviates")},
    {"rechtmatigheid", marked("lasten above the budget, and what is thought of it")},
    {"overdrachten", marked("sent, received, underway")},
    {"voorschotten", marked("advances for one purpose")},
    {"restanten", marked("what is left of projects that have ended")},
    {"investeringsbudget", marked("the RIB in this year")},
    {"bronnen", marked("which files, how many rows, how many euros")},
    {"aansluiting", marked("that nothing was lost")},
    {"regels", marked("every row of the file, and what became of it; else in csv and json only")},
    {"verschillen", marked("with the record that is kept")},
    {"gevolgen", marked("the balances of every later year, without and with it")},
    {"openingen", marked("of the year before the plan: what it begins with")},
    {"uitputting", marked("of a year that goes on: how far its budget is used")},
};
constexpr Option table = option::table(tables);
constexpr auto options =
    option_list(option::plan, year, actuals, koppeling, peildatum, write, vastgesteld, besluit, datum, check, correctie,
                heropen, overheveling, next, by, table, option::of_figures, option::of_tables);

struct Asked {
  CloseAsked close;
  bool write = false;
  bool check = false;
  std::string overheveling;
  std::string next;
  RekeningBy by{};
  std::string table;
  TablesFormat format;
};

std::optional<Year> read_year_option(const Option& option, const Reading& reading) {
  if (!reading.has(option)) return std::nullopt;
  return Year{static_cast<std::int16_t>(reading.number(option, 0))};
}

std::optional<Date> read_date_option(const Option& option, Reading& reading) {
  if (!reading.has(option)) return std::nullopt;
  const std::optional<Date> date = read_date(reading.text(option));
  if (!date) reading.refuse(say("{} {}: write a date as 2026-06-18", option.name, reading.text(option)));
  return date;
}

Asked read(Reading& reading) {
  Asked asked;
  asked.close.plan = reading.text(option::plan);
  asked.close.year = read_year_option(year, reading).value_or(Year{});
  asked.close.actuals = reading.text(actuals);
  asked.close.koppeling = reading.text(koppeling);
  asked.close.vastgesteld = reading.has(vastgesteld);
  asked.close.besluit = reading.text(besluit);
  asked.close.datum = read_date_option(datum, reading);
  asked.close.peildatum = read_date_option(peildatum, reading);
  if (asked.close.vastgesteld && !reading.has(datum))
    reading.refuse(say("--vastgesteld: say when with --datum 2026-06-18"));
  asked.close.correctie = read_year_option(correctie, reading);
  asked.close.heropen = reading.text(heropen);
  asked.write = reading.has(write);
  asked.check = reading.has(check);
  asked.overheveling = reading.text(overheveling);
  asked.next = reading.text(next);
  asked.by =
      reading.one_of(by, {RekeningBy::project, RekeningBy::programmalijn, RekeningBy::project, RekeningBy::post});
  asked.table = reading.text(table);
  asked.format = read_tables_format(reading);
  return asked;
}

// --- what is shown ---

std::vector<Table> year_tables(const Proposal& proposal, Year of, RekeningBy level) {
  const Worked& realised = proposal.after;
  const Plan& plan = realised.plan;
  const Afsluiting* record = plan.find_afsluiting(of);
  const std::vector<Overdracht> overdrachten = find_overdrachten(plan, realised.amounts);
  const Aansluiting aansluiting = work_out_aansluiting(realised, overdrachten, of);
  std::vector<Table> all{report_rekening(work_out_rekening({proposal.primitief(), realised, of}), level, of),
                         report_rechtmatigheid(work_out_rechtmatigheid(realised, of, record)),
                         report_year_overdrachten(plan, aansluiting, of), report_voorschotten(plan, record),
                         report_restanten(realised, of)};
  if (plan.investeringsbudget) {
    const Worked& budget = realised.budget();
    all.push_back(
        report_year_investeringsbudget(plan, work_out_carryover(budget, find_overdrachten(budget.plan, budget.amounts)),
                                       work_out_carryover(realised, overdrachten), of));
  }
  all.push_back(report_bronnen(record));
  all.push_back(report_aansluiting(aansluiting, of));
  return all;
}

std::vector<ReadRow> rows_of(const std::vector<RowFate>& fates) {
  std::vector<ReadRow> rows;
  for (const RowFate& fate : fates)
    rows.push_back(
        {fate.place.line, fate.key, std::string(to_text(fate.fate)), fate.reason, fate.to, fate.euros, fate.eindsaldo});
  return rows;
}

// There can be very many: for programs they are always there, for people when they ask.
void add_rows(const std::vector<RowFate>& fates, const Asked& asked, std::vector<Table>& all) {
  const bool for_programs = asked.format.format == Format::json || asked.format.format == Format::csv;
  if (asked.table == "regels" || (for_programs && !fates.empty())) all.push_back(report_rows(rows_of(fates)));
}

std::vector<Table> report(const Proposal& proposal, const Asked& asked) {
  const Year of = asked.close.year;
  const bool is_in_plan = proposal.after.plan.years.contains(of);
  std::vector<Table> all =
      is_in_plan ? year_tables(proposal, of, asked.by)
                 : std::vector<Table>{report_openingen(proposal.after, of), report_restanten(proposal.after, of)};
  add_rows(proposal.rows, asked, all);
  if (!proposal.differences.empty()) all.push_back(report_differences(proposal.differences, of));
  all.push_back(report_gevolgen(proposal.before, proposal.after, of));
  return all;
}

// --- what is decided ---

bool has_errors(const Findings& findings) {
  return std::any_of(findings.begin(), findings.end(),
                     [](const Diagnostic& finding) { return finding.severity == Severity::error; });
}

// An adopted record that something differs from has two ways out; both keep what was adopted.
bool is_refused(const Proposal& proposal, const Asked& asked) {
  const bool is_adopted = proposal.stored && proposal.stored->stand == Stand::vastgesteld;
  return is_adopted && !proposal.differences.empty() && asked.close.heropen.empty();
}

int refuse_adopted(const Asked& asked, const Console& console) {
  const Year of = asked.close.year;
  usage_error(console, say("{} was adopted and something differs from it: nothing is written", of));
  tell_line(console, say("book the difference in an open year and keep why with --correctie {}, or replace the record "
                         "with --heropen REASON --datum DATE",
                         of + 1));
  return exit_failed;
}

// Keeps `text` in `path`, where `before` stands; only when that was asked.
int write_to_plan(const Asked& asked, const std::string& path, const std::optional<std::string>& before,
                  const std::string& text, const Console& console) {
  const std::string& plan = asked.close.plan;
  if (!asked.write) {
    tell_line(console, say("nothing was written; --write keeps this in {}", path));
    return exit_fine;
  }
  if (is_one_file(plan)) {
    tell_line(console, say("{} is one file: put this at its end", plan));
    return write_output(console, text);
  }
  if (const auto trouble = write_record(plan, path, before, text)) return usage_error(console, *trouble);
  tell_line(console, say("written: {}", path));
  return exit_fine;
}

int keep(const Proposal& proposal, const Asked& asked, const Console& console) {
  if (proposal.is_kept()) {
    tell_line(console, say("{} is closed already, and nothing differs", asked.close.year));
    return exit_fine;
  }
  if (asked.write && asked.close.vastgesteld && has_errors(proposal.findings)) {
    usage_error(console, say("{} cannot be adopted while there are errors: nothing is written", asked.close.year));
    return exit_findings;
  }
  const std::string path = record_path(asked.close.plan, asked.close.year);
  if (asked.write && !proposal.stored_in.empty() && proposal.stored_in != path && !is_one_file(asked.close.plan))
    return usage_error(
        console, say("the record of {} stands in {}: move it to {} first", asked.close.year, proposal.stored_in, path));
  return write_to_plan(asked, path, proposal.stored_text, proposal.text, console);
}

int propose_overheveling(const Proposal& proposal, const Asked& asked, const Console& console) {
  const Plan& plan = proposal.after.plan;
  if (!plan.jaareinde.overheveling)
    return usage_error(console, say("the plan does not say what may be proposed: write overheveling = {{ minimaal = "
                                    "5_000 }} under [jaareinde]"));
  if (!plan.years.contains(asked.close.year) || !plan.years.contains(asked.close.year + 1))
    return usage_error(console, say("the plan has no year after {} to spend it in", asked.close.year));
  if (const auto trouble = save_file(asked.overheveling, write_overheveling(proposal.after, asked.close.year)))
    return usage_error(console, *trouble);
  tell_line(console, say("written: {}", asked.overheveling));
  return exit_fine;
}

int verdict(const Proposal& proposal) {
  const bool is_there = proposal.stored && proposal.is_kept();
  return is_there && !has_errors(proposal.findings) ? exit_fine : exit_findings;
}

// A year that goes on is shown, and kept beside the others; nothing of it can be wrong yet.
int run_tussentijds(Asked asked, PlanBase base, const Console& console) {
  const std::optional<Tussentijds> found = work_out_tussentijds(asked.close, std::move(base), console);
  if (!found) return exit_failed;
  const Worked& budget = found->after.budget();
  dress_as(found->after.plan, asked.format);
  std::vector<Table> all{
      report_uitputting(found->after.plan, verwachtingen(found->after.plan, budget.amounts, found->record),
                        found->record),
      report_gevolgen(found->before, found->after, asked.close.year)};
  add_rows(found->rows, asked, all);
  const int shown = write_tables(std::move(all), asked.table, asked.format, console);
  if (shown != exit_fine) return shown;
  write_error(console, show_findings(*found, error_style(console)));
  if (found->text.empty()) return exit_fine;
  if (asked.write && found->stored_text == found->text) {
    tell_line(console, say("{} has this already", found->path));
    return exit_fine;
  }
  return write_to_plan(asked, found->path, found->stored_text, found->text, console);
}

int run_proposal(const Proposal& proposal, const Asked& asked, const Console& console) {
  const int shown = write_tables(report(proposal, asked), asked.table, asked.format, console);
  if (shown != exit_fine) return shown;
  write_error(console, show_findings(proposal, error_style(console)));
  if (asked.check) return verdict(proposal);
  if (is_refused(proposal, asked)) return refuse_adopted(asked, console);
  if (!asked.overheveling.empty())
    if (const int failed = propose_overheveling(proposal, asked, console)) return failed;
  const int kept = keep(proposal, asked, console);
  return kept != exit_fine || asked.next.empty() ? kept : write_next(proposal, asked.close, asked.next, console);
}

int run(Asked asked, const Console& console) {
  PlanBase base = load_base(asked.close.plan);
  if (is_tussentijds(asked.close, base)) return run_tussentijds(asked, std::move(base), console);
  std::optional<Proposal> proposal = propose(asked.close, std::move(base), console);
  if (!proposal) return exit_failed;
  dress_as(proposal->after.plan, asked.format);
  const int code = run_proposal(*proposal, asked, console);
  leave(std::move(proposal), console);
  return code;
}

constexpr Example examples[] = {
    {"saldo close PLAN 2025 --actuals grootboek.csv --koppeling grootboek", marked("shown, not written")},
    {"saldo close PLAN 2025 --actuals grootboek.csv --koppeling grootboek --write"},
    {"saldo close PLAN 2025 --vastgesteld --besluit raad --datum 2026-06-18 --write"},
    {"saldo close PLAN 2025 --check", marked("for CI")},
    {"saldo close PLAN 2025 --table rekening --by post", marked("one table, post by post")},
    {"saldo close PLAN 2026 --actuals juni.csv --peildatum 2026-06-30", marked("a year that goes on")},
};

}  // namespace
}  // namespace of_close

extern const Command close_command{
    .name = "close",
    .summary = marked("the end of a year: what was booked beside the budget, and a record of it"),
    .options = of_close::options,
    .examples = of_close::examples,
    .run = carry_out<Needs::nothing, of_close::read, of_close::run>,
};

}  // namespace saldo
