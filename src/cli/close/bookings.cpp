#include "cli/close/bookings.h"

#include <algorithm>

#include "base/finding/suggest.h"
#include "base/say.h"
#include "intake/as_record.h"
#include "plan/source.h"

namespace saldo {

namespace {

bool has_error(const Findings& findings) {
  return std::any_of(findings.begin(), findings.end(),
                     [](const Diagnostic& finding) { return finding.severity == Severity::error; });
}

void refuse_koppeling(const std::string& name, const Plan& plan, const Console& console) {
  std::vector<std::string_view> known;
  for (const Koppeling& koppeling : plan.koppelingen) known.push_back(koppeling.naam);
  usage_error(console, say("--koppeling {}: the plan has no [[koppeling]] of that name", name));
  const Message help = did_you_mean(name, known);
  if (!help.pattern.empty()) tell_line(console, help);
}

}  // namespace

bool tell_findings(const Files& files, const Findings& findings, const Console& console) {
  if (!findings.empty()) write_error(console, show_findings(files, findings, error_style(console)));
  return has_error(findings);
}

std::optional<Bookings> read_bookings(const CloseAsked& asked, const Plan& plan, Files& files, const Console& console) {
  const Koppeling* koppeling = asked.koppeling.empty() ? nullptr : find_koppeling(plan, asked.koppeling);
  if (koppeling == nullptr && !asked.koppeling.empty()) {
    refuse_koppeling(asked.koppeling, plan, console);
    return std::nullopt;
  }
  if (koppeling != nullptr && asked.year < plan.years.first) {
    usage_error(console,
                say("--koppeling: {} is before the plan: of it only what each project ended with is kept, from "
                    "a csv with the columns project, jaar and eindsaldo",
                    asked.year));
    return std::nullopt;
  }
  std::variant<std::string, Message> source = read_source(asked.actuals, max_sheet_bytes);
  if (const auto* trouble = std::get_if<Message>(&source)) {
    usage_error(console, say("--actuals {}: {}", asked.actuals, to_text(*trouble, console.language)));
    return std::nullopt;
  }
  files.push_back(asked.actuals);
  const auto file = static_cast<FileId>(files.size() - 1);
  Findings findings;
  const SourceText text{asked.actuals, std::move(std::get<std::string>(source))};
  Actuals actuals = read_actuals(plan, asked.year, text, file, files, koppeling, findings);
  if (!findings.empty())
    write_error(console, render_findings(findings, file_names(files, file, actuals.text), error_style(console)));
  if (has_error(findings)) return std::nullopt;
  return Bookings{as_record(plan, actuals), std::move(actuals.fates),
                  koppeling != nullptr && koppeling->intern == Intern::plan};
}

}  // namespace saldo
