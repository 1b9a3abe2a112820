#include "render/findings/junit.h"

#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <vector>

#include "render/printable.h"

namespace saldo {

namespace {

// By the subject they are about; "" is the plan as a whole.
using Grouped = std::map<Rule, std::map<std::string, std::vector<Diagnostic>>>;

struct Suite {
  std::string cases;
  std::size_t tests = 0;
  std::size_t failures = 0;
  std::size_t skipped = 0;
};

std::string attribute(std::string_view name, std::string_view value) {
  return fmt::format(" {}=\"{}\"", name, xml_text(printable(value)));
}

std::string counts(const Suite& suite) {
  return fmt::format(" tests=\"{}\" failures=\"{}\" errors=\"0\" skipped=\"{}\"", suite.tests, suite.failures,
                     suite.skipped);
}

std::string findings_xml(const std::vector<Diagnostic>& findings, const FindingReport& report, bool fails) {
  const std::string text = xml_text(render_findings(findings, report.files, Style()));
  if (!fails) return "      <system-out>" + text + "</system-out>\n";
  const auto worst = std::max_element(findings.begin(), findings.end(),
                                      [](const Diagnostic& a, const Diagnostic& b) { return a.severity < b.severity; });
  std::string message = to_text(worst->message);
  if (findings.size() > 1) message += fmt::format(" (and {} more)", findings.size() - 1);
  return "      <failure" + attribute("type", to_text(worst->severity)) + attribute("message", message) + ">" + text +
         "</failure>\n";
}

void add_case(Suite& suite, Rule rule, const std::string& subject, const std::vector<Diagnostic>& findings,
              const FindingReport& report) {
  ++suite.tests;
  suite.cases +=
      "    <testcase" + attribute("classname", info(rule).id) + attribute("name", subject.empty() ? "plan" : subject);
  if (findings.empty() && report.complete) {
    suite.cases += "/>\n";
  } else if (findings.empty()) {
    ++suite.skipped;
    suite.cases += ">\n      <skipped message=\"the plan cannot be checked\"/>\n    </testcase>\n";
  } else {
    const bool fails = std::any_of(findings.begin(), findings.end(),
                                   [&](const Diagnostic& finding) { return finding.severity >= report.fails; });
    if (fails) ++suite.failures;
    suite.cases += attribute("file", report.files.name(findings.front().place.file)) + ">\n" +
                   findings_xml(findings, report, fails) + "    </testcase>\n";
  }
}

Suite suite_of(const TriedRule& tried, std::map<std::string, std::vector<Diagnostic>> found,
               const FindingReport& report) {
  Suite suite;
  const auto take = [&](const std::string& subject) {
    const auto group = found.extract(subject);
    add_case(suite, tried.rule, subject, group.empty() ? std::vector<Diagnostic>() : group.mapped(), report);
  };
  take("");
  if (tried.per_subject)
    for (const std::string& subject : report.subjects) take(subject);
  while (!found.empty()) take(std::string(found.begin()->first));
  return suite;
}

}  // namespace

void write_junit(const FindingReport& report, TextOut& out) {
  Grouped grouped;
  for (const Diagnostic& finding : report.findings) grouped[finding.rule][finding.subject.project].push_back(finding);
  Suite all;
  for (const TriedRule& tried : report.tried) {
    const Suite suite = suite_of(tried, std::move(grouped[tried.rule]), report);
    all.cases += "  <testsuite" + attribute("name", info(tried.rule).id) + counts(suite) + ">\n" + suite.cases +
                 "  </testsuite>\n";
    all.tests += suite.tests;
    all.failures += suite.failures;
    all.skipped += suite.skipped;
  }
  out += "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<testsuites name=\"saldo check\"" + counts(all) + ">\n";
  out += all.cases;
  out += "</testsuites>\n";
}

}  // namespace saldo
