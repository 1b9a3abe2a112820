#include "cli/computed.h"

#include <memory>

#include "base/say.h"
#include "calc/check/wijziging.h"
#include "cli/options.h"
#include "plan/source.h"

namespace saldo {

std::optional<Sources> load_sources(PlanBase base, const Request& request, const Console& console) {
  Sources sources{std::move(base), {}, {}};
  for (const std::string& name : request.scenarios) sources.scenarios.push_back(load_scenario(sources.base, name));
  bool readable = true;
  for (const std::string& written : request.sets) {
    std::variant<Wijziging, Message> set = read_set(sources.base, written);
    if (const auto* trouble = std::get_if<Message>(&set)) {
      usage_error(console, say("--set: {}", to_text(*trouble, console.language)));
      readable = false;
    } else {
      sources.sets.push_back(std::move(std::get<Wijziging>(set)));
    }
  }
  if (!readable) return std::nullopt;
  return sources;
}

bool read_as_of(const Request& request, const Console& console, std::optional<Date>& as_of) {
  if (request.as_of.empty()) return true;
  as_of = read_date(request.as_of);
  if (!as_of) usage_error(console, say("--as-of {}: write a date as year, month and day: 2025-06-30", request.as_of));
  return as_of.has_value();
}

std::optional<ChangeList> asked_changes(const Sources& sources, const Request& request, const Console& console) {
  std::optional<Date> as_of;
  if (!read_as_of(request, console, as_of)) return std::nullopt;
  ChangeList changes = request.standing == "primitief" ? ChangeList() : adopted_changes(sources.base, as_of);
  changes.add({});
  for (const Scenario& scenario : sources.scenarios) changes.add_to_layer(scenario.wijzigingen);
  changes.add(sources.sets);
  return changes;
}

Attempt work_out(PlanBase base, const ChangeList& changes, Trace* trace) {
  Attempt result{{std::move(base.joined), std::move(base.findings), std::move(base.files)}, std::nullopt, {}};
  if (base.complete) apply_changes(changes, result.loaded.plan, result.loaded.findings);
  sort_by_place(result.loaded.findings);
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

std::optional<Attempt> attempt(const Request& request, const Console& console, Trace* trace) {
  std::optional<Sources> sources = load_sources(load_base(request.plan), request, console);
  if (!sources) return std::nullopt;
  const std::optional<ChangeList> changes = asked_changes(*sources, request, console);
  if (!changes) return std::nullopt;
  return work_out(std::move(sources->base), *changes, trace);
}

std::optional<Computed> compute(const Request& request, const Console& console, Trace* trace) {
  std::optional<Attempt> result = attempt(request, console, trace);
  if (!result) return std::nullopt;
  if (!result->amounts) {
    write_error(console, show_findings(result->loaded, result->findings, error_style(console)));
    return std::nullopt;
  }
  // The figures are right, but an amount that a schuif took out of the plan is in none of them.
  const Findings shifted_out = find_shifted_out(result->loaded.plan);
  if (!shifted_out.empty()) write_error(console, show_findings(result->loaded, shifted_out, error_style(console)));
  return Computed{std::move(result->loaded), std::move(*result->amounts)};
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
