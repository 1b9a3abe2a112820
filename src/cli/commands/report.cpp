// saldo report PLAN -o FILE: the whole story as a paper for a board.
#include <algorithm>
#include <filesystem>
#include <initializer_list>
#include <iterator>
#include <utility>

#include "base/say.h"
#include "cli/carry_out.h"
#include "cli/command.h"
#include "cli/disk/new_folder.h"
#include "cli/report/report_file.h"
#include "cli/report/report_work.h"
#include "cli/report/texts_left.h"
#include "cli/risk/draws.h"

namespace saldo {

namespace of_report {
namespace {

constexpr Option output{
    .name = "--output",
    .short_name = "-o",
    .takes = Takes::file,
    .label = marked("FILE"),
    .description =
        marked("the file to write; its ending says what it is: .html, .md with its pictures beside it, or .xlsx; "
               "- is the screen"),
};
constexpr Option bundle{
    .name = "--bundle",
    .takes = Takes::file,
    .label = marked("FOLDER"),
    .description =
        marked("instead of a file a new folder: html and workbook, each picture as svg and each table as csv"),
    .excludes = "--output",
};
constexpr OptionWord form_words[] = {
    {"html", marked("one file to read, to print on A4, or to make a pdf of")},
    {"md", marked("GitHub Markdown, for a pull request")},
    {"xlsx", marked("a workbook that goes on working: formulas, and a check of them")}};
constexpr Option form{
    .name = "--format",
    .takes = Takes::word,
    .label = marked("FORMAT"),
    .description = marked("what comes out, where the name of the file does not say it:"),
    .words = form_words,
};
constexpr Option old_plan{
    .name = "--from",
    .takes = Takes::plan,
    .label = marked("OLD"),
    .description = marked("with the aansluiting from this plan: a folder, a file, or REV:PATH in a git repository"),
};
constexpr Option beside{
    .name = option::scenario.name,
    .takes = Takes::scenario,
    .label = marked("FILE"),
    .description = marked("with this scenario beside the plan; may be given more than once"),
    .repeated = true,
};
constexpr Option set_beside{
    .name = option::set.name,
    .takes = Takes::text,
    .label = marked("CHANGE"),
    .description = marked("with this change beside the plan, such as index.loon=4; may be given more than once"),
    .repeated = true,
};
constexpr OptionWord part_words[] = {paper_part_words[0], paper_part_words[1], paper_part_words[2], paper_part_words[3],
                                     paper_part_words[4], paper_part_words[5], paper_part_words[6], paper_part_words[7],
                                     paper_part_words[8], paper_part_words[9]};
static_assert(std::size(part_words) == std::size(paper_part_words));
constexpr Option parts{
    .name = "--parts",
    .takes = Takes::word,
    .label = marked("PARTS"),
    .description = marked("only these of kern, tabellen, rib, overdrachten, aansluiting, scenarios, risico, doelen, "
                          "afsluiting and onderbouwing, with a comma between; findings are always there"),
    .words = part_words,
    .listed = true,
};
constexpr Option texts{
    .name = "--text",
    .takes = Takes::file,
    .label = marked("FOLDER"),
    .description =
        marked("the folder with what the author wrote, a file for each part; default is rapport in the plan"),
};
constexpr Option date{
    .name = "--date",
    .takes = Takes::text,
    .label = marked("DATE"),
    .description = marked("the date of the paper: 2025-11-06; without it there is none"),
};
constexpr Option draft{.name = "--draft", .description = marked("with a mark on every page that this is a draft")};
constexpr auto options =
    option_list(option::plan, output, form, bundle, old_plan, beside, set_beside, option::standing, option::as_of,
                texts, parts, option::years, date, draft, option::runs, option::seed, option::of_figures);

constexpr std::size_t unknown_form = std::size(form_words);

std::size_t form_of(const std::string& path) {
  const std::string ending = std::filesystem::path(path).extension().string();
  if (ending == ".html" || ending == ".htm") return 0;
  if (ending == ".xlsx") return 2;
  return ending == ".md" ? 1 : unknown_form;
}

void read_output(Reading& reading, ReportAsked& asked) {
  asked.path = reading.text(output);
  asked.bundle = reading.text(bundle);
  if (reading.has(bundle)) {
    if (asked.bundle.empty()) reading.refuse(say("{}: give the name of a folder", bundle.name));
    if (reading.has(form)) reading.refuse(say("{} has every form; leave out --format", bundle.name));
    return;
  }
  std::size_t found = form_of(asked.path);
  const std::string named = reading.text(form);
  if (asked.path.empty()) return reading.refuse(say("-o is required: the file to write, such as stuk.html"));
  for (std::size_t i = 0; i < unknown_form; ++i) {
    if (named != form_words[i].word) continue;
    if (found != unknown_form && found != i)
      reading.refuse(say("-o {}: its name says another thing than --format {}", asked.path, named));
    found = i;
  }
  if (found == unknown_form && asked.to_out())
    reading.refuse(say("-o -: say what comes out with --format html, md or xlsx"));
  else if (found == unknown_form)
    reading.refuse(say("-o {}: end the name in .html, .md or .xlsx, or say what comes out with --format", asked.path));
  else asked.form = static_cast<PaperForm>(found);
}

std::vector<PaperPart> read_parts(const Reading& reading) {
  const std::vector<std::string> wanted = parts_of_list(reading.text(parts));
  std::vector<PaperPart> all;
  for (std::size_t i = 0; i < std::size(part_words); ++i)
    if (!reading.has(parts) || std::find(wanted.begin(), wanted.end(), part_words[i].word) != wanted.end())
      all.push_back(static_cast<PaperPart>(i));
  return all;
}

// What was asked beside the plan and the file, as it was typed.
std::vector<std::string> typed_options(const Reading& reading) {
  std::vector<std::string> typed;
  for (const Option& one : options) {
    if (one.is_argument() || one.name == output.name || one.name == form.name || one.name == bundle.name ||
        !reading.has(one))
      continue;
    if (one.takes == Takes::nothing) typed.emplace_back(one.name);
    else
      for (const std::string& text : reading.texts(one)) typed.push_back(std::string(one.name) + " " + text);
  }
  return typed;
}

// A part that needs one of these, of which none was given; and one that was given for a part that is left out.
void refuse_alone(std::initializer_list<Option> needed, PaperPart part, const ReportAsked& asked, Reading& reading) {
  const std::string_view word = paper_part_words[static_cast<std::size_t>(part)];
  const bool is_wanted = asked.wants(part);
  const auto is_given = [&reading](const Option& one) { return reading.has(one); };
  if (reading.has(parts) && is_wanted && std::none_of(needed.begin(), needed.end(), is_given))
    reading.refuse(say("--parts {}: there is nothing to tell without {}", word, needed.begin()->name));
  for (const Option& one : needed)
    if (!is_wanted && is_given(one))
      reading.refuse(say("{} is for the part {}, which --parts leaves out", one.name, word));
}

// A workbook is of the whole plan and of every year: what chooses parts of a paper, or puts something beside the plan, has
// no place in it.
void read_for_workbook(Reading& reading, ReportAsked& asked) {
  const std::string_view known[] = {
      option::plan.name,  output.name,       form.name, old_plan.name, option::standing.name,
      option::as_of.name, option::lang.name, date.name, draft.name};
  for (const Option& one : options)
    if (std::find(std::begin(known), std::end(known), one.name) == std::end(known) && reading.has(one))
      reading.refuse(say("{}: a workbook has every sheet and every year, so leave this out", one.name));
  asked.parts.clear();
}

ReportAsked read(Reading& reading) {
  ReportAsked asked;
  asked.plan = read_plan(reading);
  asked.scenarios = std::exchange(asked.plan.scenarios, {});
  asked.sets = std::exchange(asked.plan.sets, {});
  read_output(reading, asked);
  asked.old_plan = reading.text(old_plan);
  asked.parts = read_parts(reading);
  asked.chose_parts = reading.has(parts);
  refuse_alone({old_plan}, PaperPart::aansluiting, asked, reading);
  refuse_alone({beside, set_beside}, PaperPart::scenarios, asked, reading);
  if (asked.form == PaperForm::md && !reading.has(parts)) std::erase(asked.parts, PaperPart::onderbouwing);
  if (asked.form == PaperForm::xlsx && asked.bundle.empty()) read_for_workbook(reading, asked);
  asked.texts = reading.text(texts);
  asked.years = read_years(reading);
  asked.date = reading.text(date);
  if (reading.has(date) && !read_date(asked.date))
    reading.refuse(say("--date {}: write a date as year, month and day: 2025-11-06", asked.date));
  asked.draft = reading.has(draft);
  if (reading.has(option::lang)) asked.language = reading.console().language;
  asked.draws.runs = read_runs(reading);
  asked.draws.seed = read_seed(reading);
  asked.typed = typed_options(reading);
  asked.format.format = asked.form == PaperForm::md ? Format::md : Format::text;
  asked.format.style.language = asked.language;
  read_figures(reading, asked.format);
  VariantWords variant;
  if (asked.plan.standing == Standing::primitief) variant.push_back({"standing", {"primitief"}});
  if (asked.plan.as_of) variant.push_back({"as-of", {to_text(*asked.plan.as_of)}});
  tell_variant(std::move(variant), asked.format);
  return asked;
}

// Reads the plan itself: the account tells what was in its files.
int write_asked(ReportAsked& asked, const ReportWork& work, const Console& console) {
  tell_standing(work.computed.worked.plan, asked.plan, asked.format);
  dress_as(work.computed.worked.plan, asked.format);
  if (asked.form == PaperForm::xlsx && asked.bundle.empty())
    return write_workbook(asked, book_of(asked, work), console);
  Page page = page_of(asked, work);
  tell_texts_left(asked, work, page, console);
  const Book book = asked.bundle.empty() ? Book() : book_of(asked, work);
  asked.format.style.notes.clear();  // they stand in the account of the paper, once
  const int code = asked.bundle.empty() ? write_report(asked, page, console) : write_bundle(asked, page, book, console);
  leave(std::move(page), console);
  return code;
}

int run(ReportAsked asked, const Console& console) {
  std::optional<ReportSources> read = read_sources(asked.plan, console);
  if (!read) return exit_failed;
  if (!asked.bundle.empty()) {
    if (const auto trouble = cannot_be_new(asked.bundle)) return usage_error(console, *trouble);
  } else if (!asked.to_out()) {
    if (const auto trouble = refuse_plan_file(asked.path, read->sources.base.files))
      return usage_error(console, *trouble);
  }
  std::unique_ptr<ReportWork> work = work_out_report(asked, std::move(*read), console);
  if (work == nullptr) return exit_failed;
  const int code = write_asked(asked, *work, console);
  leave(std::move(work), console);
  return code;
}

constexpr Example examples[] = {
    {"saldo report data/achterhoek-2025-2028 -o stuk.html", marked("open it in a browser, and print it or make a pdf")},
    {"saldo report PLAN -o stuk.html --date 2025-11-06 --draft", marked("a draft, with its date")},
    {marked("saldo report PLAN -o stuk.html --from OLD"), marked("with the aansluiting from an earlier budget")},
    {"saldo report PLAN -o stuk.html --scenario examples/scenarios/loon-4.toml", marked("with a scenario beside it")},
    {marked("saldo report PLAN -o stuk.xlsx --from OLD"),
     marked("a workbook with formulas, and the aansluiting in it")},
    {"saldo report PLAN -o - --format html --parts kern,tabellen --unit 1000", marked("a short one, on the screen")},
};

}  // namespace
}  // namespace of_report

extern const Command report_command{
    .name = "report",
    .summary = marked("the whole story in one file, as a board reads it: html, Markdown or a workbook"),
    .options = of_report::options,
    .examples = of_report::examples,
    .run = carry_out<Needs::nothing, of_report::read, of_report::run>,
};

}  // namespace saldo
