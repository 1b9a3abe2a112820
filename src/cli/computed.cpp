#include "cli/computed.h"

#include <memory>

#include "plan/source.h"

namespace saldo {

Attempt attempt(const std::string& path, Trace* trace) {
  Attempt result{load_plan(path), std::nullopt, {}};
  result.findings = result.loaded.findings;
  if (!result.findings.empty()) return result;
  // Beyond this fence every name is found and every year is one of the plan's.
  Resolved resolved = resolve(result.loaded.plan, trace);
  result.findings = std::move(resolved.findings);
  if (!result.findings.empty()) return result;
  // Beyond this fence every amount is there, and within range.
  result.amounts = std::move(resolved.amounts);
  return result;
}

std::optional<Computed> compute(const Request& request, const Console& console, Trace* trace) {
  Attempt result = attempt(request.plan, trace);
  if (result.amounts) return Computed{std::move(result.loaded), std::move(*result.amounts)};
  write_error(console, show_findings(result.loaded, result.findings, error_style(console)));
  return std::nullopt;
}

std::optional<Balances> add_up(const Computed& computed, const Selection& selection, const Console& console) {
  Balances balances = work_out_balances(computed.plan(), computed.amounts, selection);
  const Findings findings = check_range(computed.plan(), balances);
  if (findings.empty()) return balances;
  write_error(console, show_findings(computed.loaded, findings, error_style(console)));
  return std::nullopt;
}

FileNames file_names(const LoadedPlan& loaded) {
  return {[&loaded](FileId id) { return loaded.file(id); },
          [&loaded, reader = std::make_shared<LineReader>()](const Place& place) {
            return reader->read(loaded.file(place.file), place.line);
          }};
}

std::string show_findings(const LoadedPlan& loaded, std::span<const Diagnostic> findings, const Style& style) {
  return render_findings(findings, file_names(loaded), style);
}

}  // namespace saldo
