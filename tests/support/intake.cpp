#include "support/intake.h"

#include <stdexcept>

#include "base/address.h"
#include "base/finding/written_place.h"
#include "cli/computed.h"
#include "support/support.h"

using namespace saldo;

namespace {

TakenIn take_in_loaded(LoadedPlan loaded, const std::string& bytes, const std::string& koppeling, Year year) {
  if (!loaded.findings.empty()) throw std::logic_error(tell(loaded, loaded.findings).front());
  TakenIn taken{std::move(loaded.plan), {}, {}, std::move(loaded.files)};
  taken.files.push_back("in.csv");
  const Koppeling* by = koppeling.empty() ? nullptr : find_koppeling(taken.plan, koppeling);
  if (by == nullptr && !koppeling.empty()) throw std::logic_error("no koppeling " + koppeling);
  const auto file = static_cast<FileId>(taken.files.size() - 1);
  taken.actuals = read_actuals(taken.plan, year, {"in.csv", bytes}, file, taken.files, by, taken.findings);
  return taken;
}

}  // namespace

TakenIn take_in(const std::string& toml, const std::string& bytes, const std::string& koppeling, Year year) {
  const TempPlan folder({{"plan.toml", toml}});
  return take_in_loaded(load_actueel(folder.path()), bytes, koppeling, year);
}

TakenIn take_in_folder(const std::string& path, const std::string& bytes, const std::string& koppeling) {
  return take_in_loaded(load_actueel(path), bytes, koppeling, Year{2025});
}

std::vector<std::string> TakenIn::told() const {
  std::vector<std::string> lines;
  for (const Diagnostic& finding : findings) {
    const Place& at = finding.place;
    const std::string& name = files[position(at.file)];
    const std::string file = name.starts_with("in.csv") ? name : "plan.toml";
    const std::string where =
        at.line == 0 || is_cell(at) ? behind_file(at) : ":" + std::to_string(at.line) + ":" + std::to_string(at.column);
    lines.push_back(file + where + ": " + to_text(finding.message) + " [" + std::string(info(finding.rule).id) + "]");
  }
  return lines;
}

std::vector<std::string> TakenIn::rules() const { return rule_ids(findings); }

std::string TakenIn::help() const { return findings.empty() ? "" : to_text(findings.front().help); }

std::vector<std::string> TakenIn::amounts() const {
  std::vector<std::string> lines;
  for (const Actual& actual : actuals.amounts) {
    const Project& project = plan.project(actual.project);
    std::string line = project.nr + "/" + (actual.post ? project.posts[*actual.post].nr.str() : actual.naam) + " " +
                       std::string(to_text(actual.direction)) + " " + to_plain(actual.amount);
    if (actual.rows != 1) line += " (" + std::to_string(actual.rows) + " rows)";
    if (actual.verplichting) line += " ordered " + to_plain(*actual.verplichting);
    if (actual.verwacht) line += " expected " + to_plain(*actual.verwacht);
    if (!actual.toelichting.empty()) line += ": " + actual.toelichting;
    lines.push_back(line);
  }
  return lines;
}

std::vector<std::string> TakenIn::fates() const {
  std::vector<std::string> lines;
  for (const RowFate& row : actuals.fates)
    lines.push_back(std::to_string(row.place.line) + " " + std::string(to_text(row.fate)) + " " +
                    (row.to ? to_text(*row.to) : row.key) + (row.reason.empty() ? "" : ": " + row.reason));
  return lines;
}

std::string TakenIn::told_in_full() const {
  return render_findings(findings, file_names(files, static_cast<FileId>(files.size() - 1), actuals.text), Style{});
}
