#include "cli/close/next_folder.h"

#include <fmt/ranges.h>

#include <filesystem>
#include <utility>

#include "base/say.h"
#include "calc/close/next_plan.h"
#include "calc/wijziging/work_out.h"
#include "cli/close/bookings.h"
#include "cli/close/record_file.h"
#include "cli/disk/new_folder.h"
#include "plan/plan_files.h"
#include "plan/source.h"

namespace saldo {

namespace fs = std::filesystem;

namespace {

// The files of a plan, by their names in its folder.
std::vector<SourceText> read_plan_texts(const std::string& plan) {
  std::vector<SourceText> texts;
  for (const std::string& path : list_plan_files(plan).paths) {
    const auto source = read_source(path);
    const std::string name = is_one_file(plan) ? fs::path(path).filename() : fs::path(path).lexically_relative(plan);
    if (const auto* text = std::get_if<std::string>(&source)) texts.push_back({name, *text});
  }
  return texts;
}

// The files of a plan that goes on, and what they come to.
struct Rolled {
  std::vector<SourceText> texts;
  Worked worked;
};

// Nothing when a file cannot be rolled on or the plan does not come out, which has been told.
std::optional<Rolled> roll_all(const std::string& folder, const std::vector<SourceText>& texts, const Roll& roll,
                               const Console& console) {
  Rolled rolled;
  for (const SourceText& one : texts) {
    auto text = roll_file(one.text, roll);
    if (const auto* trouble = std::get_if<Message>(&text)) {
      usage_error(console, *trouble);
      return std::nullopt;
    }
    if (!std::get<std::string>(text).empty())
      rolled.texts.push_back({one.name, std::move(std::get<std::string>(text))});
  }
  PlanBase base = load_base(folder, rolled.texts);
  const Files files = base.files;
  const Findings findings = work_out(std::move(base), ChangeList(), rolled.worked);
  if (findings.empty()) return rolled;
  tell_findings(files, findings, console);
  return std::nullopt;
}

std::optional<Message> write_all(const std::string& folder, std::vector<SourceText> texts) {
  std::vector<FolderFile> files;
  for (SourceText& one : texts) files.push_back({std::move(one.name), std::move(one.text)});
  return save_folder(folder, files);
}

}  // namespace

int write_next(const Proposal& proposal, const CloseAsked& asked, const std::string& folder, const Console& console) {
  std::error_code error;
  if (fs::exists(fs::symlink_status(folder, error)))
    return usage_error(console, say("--next {}: it is there already; give the name of a new folder", folder));
  if (!proposal.after.plan.years.contains(asked.year + 1))
    return usage_error(
        console, say("the plan has no year after {} to begin with: give it a later `laatste_jaar` first", asked.year));
  const std::vector<SourceText> texts = read_plan_texts(asked.plan);
  Roll roll = next_plan(proposal.primitief(), proposal.after, asked.year);
  // What does not come out as it was by its own rule is written out, and then all of it must be.
  std::optional<Rolled> next = roll_all(folder, texts, roll, console);
  if (!next) return exit_failed;
  write_out_differences(proposal.primitief(), proposal.after, next->worked, roll);
  next = roll_all(folder, texts, roll, console);
  if (!next) return exit_failed;
  if (const auto others = other_balances(proposal.after, next->worked); !others.empty())
    return usage_error(console, say("the balances of {} would not go on as they are: nothing is written",
                                    fmt::format("{}", fmt::join(others, ", "))));
  if (const auto trouble = write_all(folder, std::move(next->texts))) return usage_error(console, *trouble);
  tell_line(console, say("written: {}, with {} amounts written out that followed from a year before", folder,
                         roll.written_out.size()));
  return exit_fine;
}

}  // namespace saldo
