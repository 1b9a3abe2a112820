// All that a paper is made of, worked out: the plan, and what stands beside it.
#pragma once

#include <memory>
#include <optional>

#include "base/workbook/book.h"
#include "cli/computed.h"
#include "cli/diff/version.h"
#include "cli/report/report_asked.h"
#include "cli/report/report_files.h"

namespace saldo {

struct ReportWork {
  Computed computed;
  FilesOfReport files;
  Findings findings;  // of checking it
  std::vector<PaperText> texts;
  Years years;
  std::vector<Begrotingswijziging> adopted;
  std::vector<OwnAdopted> own_adopted;
  std::optional<Version> before;
  std::optional<PlanDiff> diff;
  std::optional<Comparison> comparison;
  std::vector<Variant> variants;  // the base and what stands beside it, where reasons are told
  std::vector<PlanDiff> beside;   // from the plan to each of those but the base
  std::optional<PaperRisk> risk;
  std::optional<Worked> primitief;  // where years are closed
};

// Null, told on err, when any of it cannot be worked out.
std::unique_ptr<ReportWork> work_out_report(const ReportAsked& asked, ReportSources read, const Console& console);

// The page; places in files are told as seen from the folder of the plan.
Page page_of(const ReportAsked& asked, const ReportWork& work);

// The workbook, of every year of the plan; it has no texts of the author, no risk and nothing that stands beside the plan.
Book book_of(const ReportAsked& asked, const ReportWork& work);

// Whether one of these, which the paper is made of, would be written over by it: told where it would.
std::optional<Message> refuse_plan_file(const std::string& path, const Files& files);

}  // namespace saldo
