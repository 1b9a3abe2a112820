#include "render/findings/github.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <vector>

#include "base/finding/rule_page.h"
#include "base/finding/written_place.h"

namespace saldo {

namespace {

constexpr std::string_view in_message = "%\r\n";
constexpr std::string_view in_property = "%\r\n:,";

std::string escaped_for_github(std::string_view text, std::string_view special) {
  std::string out;
  for (const char c : text)
    if (special.find(c) == std::string_view::npos) out += c;
    else out += fmt::format("%{:02X}", static_cast<unsigned char>(c));
  return out;
}

std::string_view command(Severity severity) { return severity == Severity::note ? "notice" : to_text(severity); }

std::string annotation(const Diagnostic& finding, const FileNames& files) {
  const Place& place = finding.place;
  std::string line =
      fmt::format("::{} file={}", command(finding.severity), escaped_for_github(files.name(place.file), in_property));
  if (place.line > 0 && !is_cell(place)) line += fmt::format(",line={}", place.line);
  if (place.line > 0 && place.column > 0 && !is_cell(place))
    line += fmt::format(",col={},endColumn={}", place.column, std::max(place.column, end_column(place, files) - 1));
  const RuleInfo& rule = info(finding.rule);
  return line +
         fmt::format(",title={}::{}\n",
                     escaped_for_github(fmt::format("saldo {}: {}", rule.id, rule_title(rule.rule, Language::en)), in_property),
                     escaped_for_github(whole_text(finding, files), in_message));
}

}  // namespace

void write_github(const FindingReport& report, TextOut& out) {
  std::vector<const Diagnostic*> worst_first;
  for (const Diagnostic& finding : report.findings) worst_first.push_back(&finding);
  std::stable_sort(worst_first.begin(), worst_first.end(),
                   [](const Diagnostic* a, const Diagnostic* b) { return a->severity > b->severity; });
  for (const Diagnostic* finding : worst_first) out += annotation(*finding, report.files);
  out += "saldo: " + count_text(report.findings, Language::en) + '\n';
}

}  // namespace saldo
