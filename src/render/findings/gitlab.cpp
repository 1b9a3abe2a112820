#include "render/findings/gitlab.h"

#include <algorithm>
#include <nlohmann/json.hpp>

#include "render/json.h"
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

void write_gitlab(const FindingReport& report, TextOut& out) {
  JsonList all(out, 0);
  for (std::size_t i = 0; i < report.findings.size() && out.is_wanted(); ++i) {
    const Diagnostic& finding = report.findings[i];
    const std::uint32_t line = std::max<std::uint32_t>(1, finding.place.line);
    const Json one = {{"description", message_with_help(finding)},
                      {"check_name", info(finding.rule).id},
                      {"fingerprint", report.fingerprints[i]},
                      {"severity", grade(finding.severity)},
                      {"location", {{"path", report.files.name(finding.place.file)}, {"lines", {{"begin", line}}}}}};
    all.add(one.dump(2, ' ', false, Json::error_handler_t::replace));
  }
  all.end();
  out += '\n';
}

}  // namespace saldo
