#include "cli/report/report_work.h"

#include <deque>
#include <filesystem>
#include <iterator>

#include "base/say.h"
#include "calc/check/checks.h"
#include "calc/risk/causes.h"
#include "calc/wijziging/work_out.h"
#include "cli/report/report_account.h"
#include "cli/text/author_text.h"
#include "report/workbook/report_book.h"

namespace saldo {

namespace fs = std::filesystem;

namespace {

// Whoever can leave out a part of a paper can write a text for it, and reads their names in the same order.
constexpr bool can_have_texts() {
  std::size_t at = 0;
  for (const std::string_view part : text_parts)
    if (at < std::size(paper_part_words) && part == paper_part_words[at]) ++at;
  return at == std::size(paper_part_words);
}
static_assert(can_have_texts());

bool tell(const Files& files, const Findings& findings, const Console& console) {
  if (!findings.empty()) write_error(console, show_findings(files, findings, error_style(console)));
  return findings.empty();
}

// What is put beside the plan: each scenario, then each --set.
struct Beside {
  std::vector<std::string> names;
  std::vector<ChangeList> changes;  // point to what each of them writes:
  std::deque<std::vector<Wijziging>> written = {};
  std::vector<FileId> files = {};  // of the scenarios
};

std::optional<Beside> read_beside(const ReportAsked& asked, PlanBase& base, const ChangeList& plan,
                                  const Console& console) {
  Beside beside;
  bool readable = true;
  const auto add = [&](const std::string& name, std::vector<Wijziging> changes) {
    beside.names.push_back(name);
    beside.changes.push_back(plan);
    beside.changes.back().add(beside.written.emplace_back(std::move(changes)));
  };
  for (const std::string& name : asked.scenarios) {
    Scenario scenario = load_scenario(base, name);
    beside.files.push_back(scenario.file);
    add(scenario.naam.empty() ? name : scenario.naam, std::move(scenario.wijzigingen));
  }
  for (const std::string& written : asked.sets) {
    std::variant<Wijziging, Message> set = read_set(base, written);
    if (auto* change = std::get_if<Wijziging>(&set)) {
      add(written, {std::move(*change)});
    } else {
      usage_error(console, say("--set: {}", to_text(std::get<Message>(set), console.language)));
      readable = false;
    }
  }
  if (!readable) return std::nullopt;
  return beside;
}

std::optional<Comparison> compare_beside(const Beside& beside, const PlanBase& base, const Worked& worked,
                                         std::vector<Variant>& variants, const Console& console) {
  variants.push_back(variant_of("Basis", worked));
  bool fine = true;
  for (std::size_t i = 0; i < beside.names.size(); ++i) {
    Worked variant;
    const Findings findings = work_out(base, beside.changes[i], variant);
    if (!findings.empty()) usage_error(console, say("{} cannot be worked out:", beside.names[i]));
    fine = tell(base.files, findings, console) && fine;
    if (findings.empty()) variants.push_back(variant_of(beside.names[i], std::move(variant)));
  }
  if (!fine) return std::nullopt;
  Comparison comparison = compare(variants);
  if (!comparison.overflows) return comparison;
  usage_error(console, say("a difference goes beyond ±90.000.000.000.000.000,00 euro"));
  return std::nullopt;
}

bool add_diff(const ReportAsked& asked, ReportWork& work, const Console& console) {
  PlanAsked old = asked.plan;
  old.plan = asked.old_plan;
  work.before = read_version(old, asked.plan, console);
  if (!work.before) return false;
  work.diff.emplace(diff_plans(work.before->computed.worked, work.computed.worked));
  if (!overflows(*work.diff)) return true;
  usage_error(console, say("a difference between these plans goes beyond ±90.000.000.000.000.000,00 euro"));
  return false;
}

bool add_risk(const ReportAsked& asked, ReportWork& work, const Console& console) {
  if (!has_uncertain(work.computed.worked.plan)) return true;
  RiskProgram program = compile_risk(work.computed.worked.plan, work.computed.worked.balances);
  if (!tell(work.computed.files, program.findings, console)) return false;
  RiskResult result = run_risk(program, asked.draws);
  work.risk.emplace(PaperRisk{std::move(program), std::move(result), asked.draws});
  return true;
}

// What the author wrote; false, told on err, where a figure in it is not there, or it cannot be read.
bool add_texts(const ReportAsked& asked, ReportWork& work, const Console& console) {
  Files files = work.computed.files;
  const Worked& worked = work.computed.worked;
  AuthorText text = asked.texts.empty() ? read_author_text(asked.plan.plan, worked, files)
                                        : read_author_text({asked.texts, asked.texts}, worked, files);
  for (PartText& part : text.parts) {
    work.texts.push_back({std::string(part.part), std::move(part.blocks)});
    work.files.texts.push_back(hashed(files[position(part.file)], files[0]));
  }
  if (!tell(files, text.findings, console)) return false;
  const std::optional<Message> trouble = refuse_plan_file(asked.path, files);  // rapport/kern.md ends as a paper may
  if (trouble) usage_error(console, *trouble);
  return !trouble;
}

// Of a plan with closed years, what was budgeted at first; it worked out as it is, so it does so without changes too.
void add_primitief(const PlanBase& base, ReportWork& work) {
  Worked worked;
  if (work_out(base, ChangeList(), worked).empty()) work.primitief.emplace(std::move(worked));
}

// `all` becomes what is found in the plan, where that was looked for on the way.
bool work_out_plan(const ReportAsked& asked, Sources& sources, ReportWork& work, std::optional<Findings>& all,
                   const Console& console) {
  const ChangeList changes = asked_changes(sources, asked.plan);
  const std::optional<Beside> beside = read_beside(asked, sources.base, changes, console);
  if (!beside) return false;
  work.computed.files = sources.base.files;
  for (const FileId file : beside->files)
    work.files.scenarios.push_back(hashed(sources.base.file(file), sources.base.files[0]));
  work.own_adopted = adopted_in(sources.base, asked.plan);
  const bool compares = !beside->names.empty(), is_closed = !sources.base.joined.afsluitingen.empty();
  Worked& worked = work.computed.worked;
  Trace* trace = asked.wants(PaperPart::onderbouwing) ? &work.computed.trace : nullptr;
  const Findings findings = compares || is_closed ? work_out(sources.base, changes, worked, trace)
                                                  : work_out(std::move(sources.base), changes, worked, trace);
  if (!tell(work.computed.files, findings, console)) return false;
  if (is_closed) add_primitief(sources.base, work);
  if (!compares) return true;
  work.comparison = compare_beside(*beside, sources.base, worked, work.variants, console);
  if (!work.comparison) return false;
  all = work.comparison->checks.front();
  if (trace == nullptr) work.variants.clear();
  for (std::size_t v = 1; v < work.variants.size(); ++v)
    work.beside.push_back(diff_plans(worked, work.variants[v].worked));
  return true;
}

std::vector<PaperChange> changes_of(const ReportWork& work) {
  std::vector<PaperChange> changes;
  for (const Begrotingswijziging& one : work.adopted)
    changes.push_back({one.nr, to_text(one.datum), one.naam, one.besluit});
  return changes;
}

std::optional<PaperDiff> diff_of(const ReportAsked& asked, const ReportWork& work) {
  if (!work.diff) return std::nullopt;
  const Version& before = *work.before;
  return PaperDiff{*work.diff,
                   {asked.old_plan, asked.plan.plan, without(before.adopted, work.own_adopted),
                    without(work.own_adopted, before.adopted), asked.format.style.unit}};
}

}  // namespace

std::unique_ptr<ReportWork> work_out_report(const ReportAsked& asked, ReportSources read, const Console& console) {
  auto work = std::make_unique<ReportWork>();
  work->files.plan = std::move(read.files);
  for (const Begrotingswijziging& one : read.sources.base.begrotingswijzigingen)
    if (counts(one, asked.plan)) work->adopted.push_back(one);
  std::optional<Findings> all;  // where a comparison has looked for them already
  if (!work_out_plan(asked, read.sources, *work, all, console)) return nullptr;
  const std::optional<Years> years = find_years(asked.years, work->computed.worked.plan.years, console);
  if (!years) return nullptr;
  work->years = *years;
  if (!asked.old_plan.empty() && !add_diff(asked, *work, console)) return nullptr;
  if (asked.wants(PaperPart::risico) && !add_risk(asked, *work, console)) return nullptr;
  if (asked.form != PaperForm::xlsx && !add_texts(asked, *work, console)) return nullptr;
  work->findings = all ? as_told(std::move(*all)) : check_plan(work->computed.worked);
  return work;
}

Page page_of(const ReportAsked& asked, const ReportWork& work) {
  const Files& files = work.computed.files;
  const Files seen = names_from_plan(files[0], files);
  const FileNames names = file_names(files);
  PaperInput input{work.computed.worked,
                   work.computed.trace,
                   work.years,
                   asked.parts,
                   standing_words(asked, work),
                   date_words(asked),
                   asked.draft,
                   asked.language,
                   work.findings,
                   [&seen](FileId id) { return seen[position(id)]; },
                   names.line};
  input.changes = changes_of(work);
  input.texts = work.texts;
  std::optional<PaperDiff> diff = diff_of(asked, work);
  if (diff) {
    diff->old_file = [old = names_from_plan(work.before->computed.files[0], work.before->computed.files)](FileId id) {
      return old[position(id)];
    };
    input.diff = &*diff;
  }
  if (work.comparison) input.comparison = &*work.comparison;
  input.beside = work.beside;
  if (work.risk) input.risk = &*work.risk;
  if (work.primitief) input.primitief = &*work.primitief;
  input.as_of = asked.plan.as_of;
  input.account = account_of(asked, work);
  return report_paper(input);
}

Book book_of(const ReportAsked& asked, const ReportWork& work) {
  const Files seen = names_from_plan(work.computed.files[0], work.computed.files);
  BookInput input{work.computed.worked, [&seen](FileId id) { return seen[position(id)]; }, work.findings};
  const std::optional<PaperDiff> diff = diff_of(asked, work);
  std::vector<Table> bridges;
  if (diff && !diff->diff.empty() && diff->diff.two.common)
    bridges.push_back(bridge_of(*diff, input.worked.plan, work.years));
  input.bridges = bridges;
  input.standing = standing_words(asked, work);
  if (asked.draft) input.standing += Dutch(" - concept").text();
  input.date = date_words(asked);
  return report_book(input);
}

std::optional<Message> refuse_plan_file(const std::string& path, const Files& files) {
  std::error_code error;
  if (!fs::exists(path, error)) return std::nullopt;
  for (const std::string& file : files)
    if (fs::equivalent(path, file, error) && !error)
      return say("{} is a file of the plan: give another name for the report", path);
  return std::nullopt;
}

}  // namespace saldo
