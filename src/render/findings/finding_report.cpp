#include "render/findings/finding_report.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <map>

#include "base/finding/rule_page.h"
#include "base/finding/written_place.h"
#include "base/say.h"
#include "base/text.h"
#include "render/printable.h"

namespace saldo {

namespace {

std::string related_text(const Related& related, const FileNames& files) {
  const std::string place = files.name(related.place.file) + behind_file(related.place);
  const std::string message = to_text(related.message);
  return message + (message.empty() || place.empty() ? "" : ", ") + place;
}

Message count_message(Severity severity, std::size_t count) {
  switch (severity) {
    case Severity::error: return count == 1 ? say("1 error") : say("{} errors", count);
    case Severity::warning: return count == 1 ? say("1 warning") : say("{} warnings", count);
    case Severity::note: break;
  }
  return count == 1 ? say("1 note") : say("{} notes", count);
}

}  // namespace

std::string whole_text(const Diagnostic& finding, const FileNames& files) {
  std::string text = printable(to_text(finding.message));
  for (const Related& related : finding.related) text += "\nnote: " + printable(related_text(related, files));
  if (!finding.help.pattern.empty()) text += "\nhelp: " + printable(to_text(finding.help));
  return text;
}

std::uint32_t end_column(const Place& place, const FileNames& files) {
  if (is_cell(place)) return place.column + 1;
  const std::uint32_t end = place.column + place.length;
  const std::optional<LinePart> line = files.line(place, place.length);
  if (!line || !line->ends) return end;
  const auto after_line = line->first + static_cast<std::uint32_t>(count_code_points(line->text));
  return std::max(place.column, std::min(end, after_line));
}

std::string count_text(std::span<const Diagnostic> findings, Language language) {
  std::string text;
  for (const Severity severity : {Severity::error, Severity::warning, Severity::note}) {
    const auto count =
        static_cast<std::size_t>(std::count_if(findings.begin(), findings.end(), [severity](const Diagnostic& finding) {
          return finding.severity == severity;
        }));
    if (count > 0) text += (text.empty() ? "" : ", ") + to_text(count_message(severity, count), language);
  }
  return text.empty() ? to_text(say("no findings"), language) : text;
}

std::string summary_text(std::span<const Diagnostic> findings, Language language) {
  std::map<std::pair<int, Rule>, std::size_t> counts;  // the worst first
  std::size_t widest = 0;
  for (const Diagnostic& finding : findings) {
    ++counts[{-static_cast<int>(finding.severity), finding.rule}];
    widest = std::max(widest, info(finding.rule).id.size());
  }
  std::string text;
  for (const auto& [key, count] : counts) {
    const std::string_view severity = translated(to_text(static_cast<Severity>(-key.first)), language);
    const RuleInfo& rule = info(key.second);
    text += pad_left(std::to_string(count), 6) + "  " + pad_right(severity, 12) + ' ' + pad_right(rule.id, widest) +
            "  " + std::string(rule_title(rule.rule, language)) + '\n';
  }
  return text;
}

}  // namespace saldo
