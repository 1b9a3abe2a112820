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

std::optional<Computed> attempt(PlanBase base, const Request& request, const Console& console, Trace* trace) {
  std::optional<Sources> sources = load_sources(std::move(base), request, console);
  if (!sources) return std::nullopt;
  const std::optional<ChangeList> changes = asked_changes(*sources, request, console);
  if (!changes) return std::nullopt;
  Computed computed;
  computed.findings = work_out(std::move(sources->base), *changes, computed.worked, trace);
  computed.files = std::move(sources->base.files);
  return computed;
}

std::optional<Computed> compute(const Request& request, const Console& console, Trace* trace) {
  std::optional<Computed> computed = attempt(load_base(request.plan), request, console, trace);
  if (!computed) return std::nullopt;
  const auto tell = [&](const Findings& findings) {
    if (!findings.empty()) write_error(console, show_findings(computed->files, findings, error_style(console)));
  };
  tell(computed->findings);
  if (!computed->findings.empty()) return std::nullopt;
  // The figures are right, but an amount that a schuif took out of the plan is in none of them.
  tell(find_shifted_out(computed->worked.plan));
  return computed;
}

FileNames file_names(const Files& files) {
  return {[&files](FileId id) { return files[position(id)]; },
          [&files, reader = std::make_shared<LineReader>()](const Place& place) {
            return reader->read(files[position(place.file)], place.line);
          }};
}

std::string show_findings(const Files& files, std::span<const Diagnostic> findings, const Style& style) {
  return render_findings(findings, file_names(files), style);
}

}  // namespace saldo
