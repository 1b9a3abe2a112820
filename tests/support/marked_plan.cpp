#include "support/marked_plan.h"

#include <fmt/format.h>

#include <algorithm>

#include "base/text.h"

using namespace saldo;

namespace {

const std::string open_mark = "«";
const std::string close_mark = "»";

void erase(std::string& text, const std::string& part) {
  if (const std::size_t at = text.find(part); at != std::string::npos) text.erase(at, part.size());
}

std::string where(const Place& place) { return fmt::format("{}:{}", place.line, place.column); }

}  // namespace

std::string without_marks(std::string text) {
  erase(text, open_mark);
  erase(text, close_mark);
  return text;
}

std::vector<std::string> all_found(const std::string& text) {
  constexpr std::string_view severities[] = {"note", "warning", "error"};
  std::vector<std::string> lines;
  for (const Diagnostic& finding : check_all(load_text(without_marks(text)))) {
    std::string line =
        fmt::format("{} {}: {} [{}]", where(finding.place), severities[static_cast<std::size_t>(finding.severity)],
                    to_text(finding.message), info(finding.rule).id);
    for (const Related& related : finding.related)
      line += fmt::format(" | {} {}", where(related.place), to_text(related.message));
    if (!finding.help.pattern.empty()) line += " | help: " + to_text(finding.help);
    lines.push_back(line);
  }
  return lines;
}

std::string mark_of(const std::string& text) {
  const std::string before = text.substr(0, text.find(open_mark));
  const std::size_t line_start = before.rfind('\n') + 1;
  return fmt::format("{}:{}", std::count(before.begin(), before.end(), '\n') + 1,
                     count_code_points(before.substr(line_start)) + 1);
}
