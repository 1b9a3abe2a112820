#include "render/findings/gitlab.h"

#include <algorithm>
#include <nlohmann/json.hpp>

#include "render/printable.h"

namespace saldo {

namespace {

using Json = nlohmann::ordered_json;

std::string_view grade(Severity severity) {
  constexpr std::string_view grades[] = {"info", "minor", "major"};
  return grades[static_cast<std::size_t>(severity)];
}

// GitLab shows one line of text.
std::string message_with_help(const Diagnostic& finding) {
  const std::string message = printable(to_text(finding.message));
  return finding.help.empty() ? message : message + "; " + printable(to_text(finding.help));
}

}  // namespace

std::string render_gitlab(const FindingReport& report) {
  Json all = Json::array();
  for (std::size_t i = 0; i < report.findings.size(); ++i) {
    const Diagnostic& finding = report.findings[i];
    const std::uint32_t line = std::max<std::uint32_t>(1, finding.place.line);
    all.push_back({{"description", message_with_help(finding)},
                   {"check_name", info(finding.rule).id},
                   {"fingerprint", report.fingerprints[i]},
                   {"severity", grade(finding.severity)},
                   {"location", {{"path", report.files.name(finding.place.file)}, {"lines", {{"begin", line}}}}}});
  }
  return all.dump(2, ' ', false, Json::error_handler_t::replace) + '\n';
}

}  // namespace saldo
