#include "cli/computed.h"

#include <algorithm>
#include <filesystem>
#include <memory>
#include <mutex>

#include "base/hash/sha256.h"
#include "base/on_threads.h"
#include "base/say.h"
#include "calc/check/checks.h"
#include "calc/wijziging/work_out.h"
#include "plan/source.h"

namespace saldo {

std::optional<Sources> load_sources(const PlanAsked& asked, const Console& console) {
  return load_sources(load_base(asked.plan), asked, console);
}

std::optional<Sources> load_sources(PlanBase base, const PlanAsked& asked, const Console& console) {
  Sources sources{std::move(base), {}, {}};
  for (const std::string& name : asked.scenarios) sources.scenarios.push_back(load_scenario(sources.base, name));
  bool readable = true;
  for (const std::string& written : asked.sets) {
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

HashedPlan load_hashed(const std::string& path) {
  std::mutex adding;
  HashedPlan read;
  read.base = load_base(path, [&](FileId file, std::string_view text) {
    std::string hash = sha256(text);
    const std::lock_guard lock(adding);
    read.hashes.resize(std::max(read.hashes.size(), position(file) + 1));
    read.hashes[position(file)] = std::move(hash);
  });
  return read;
}

std::string name_from_plan(const std::string& plan, const std::string& file) {
  const std::filesystem::path path(file), seen = path.lexically_relative(plan);
  const bool is_inside = !seen.empty() && *seen.begin() != ".." && seen != ".";
  return is_inside ? seen.generic_string() : path.filename().string();
}

Files names_from_plan(const std::string& plan, const Files& files) {
  Files names;
  for (const std::string& file : files) names.push_back(name_from_plan(plan, file));
  return names;
}

ChangeList asked_changes(const Sources& sources, const PlanAsked& asked) {
  ChangeList changes = has_adopted(asked.standing) ? adopted_changes(sources.base, asked.as_of) : ChangeList();
  changes.show(asked.standing, asked.as_of);
  changes.add({});
  for (const Scenario& scenario : sources.scenarios) changes.add_to_layer(scenario.wijzigingen);
  changes.add(sources.sets);
  return changes;
}

bool counts(const Begrotingswijziging& adopted, const PlanAsked& asked) {
  return has_adopted(asked.standing) && (!asked.as_of || adopted.datum <= *asked.as_of);
}

Computed attempt(Sources sources, const PlanAsked& asked, Traced traced) {
  Computed computed;
  const ChangeList changes = asked_changes(sources, asked);
  Trace* trace = traced == Traced::yes ? &computed.trace : nullptr;
  computed.findings = work_out(std::move(sources.base), changes, computed.worked, trace);
  computed.files = std::move(sources.base.files);
  return computed;
}

std::optional<Computed> compute(Sources sources, const PlanAsked& asked, const Console& console, Traced traced) {
  Computed computed = attempt(std::move(sources), asked, traced);
  const auto tell = [&](const Findings& findings) {
    if (!findings.empty()) write_error(console, show_findings(computed.files, findings, error_style(console)));
  };
  tell(computed.findings);
  if (!computed.findings.empty()) return std::nullopt;
  // The figures are right, but an amount that a schuif took out of the plan is in none of them.
  tell(find_shifted_out(computed.worked.plan));
  tell(find_closed_kept(computed.worked.plan));
  return computed;
}

FileNames file_names(const Files& files) {
  return {[&files](FileId id) { return files[position(id)]; },
          [&files, reader = std::make_shared<LineReader>()](const Place& place, std::size_t around) {
            return reader->read(files[position(place.file)], place, around);
          }};
}

FileNames file_names(const Files& files, FileId decoded, std::string_view text) {
  FileNames names = file_names(files);
  if (text.empty()) return names;
  names.line = [on_disk = names.line, decoded, lines = std::make_shared<TextLines>(text)](const Place& place,
                                                                                          std::size_t around) {
    return place.file == decoded ? lines->read(place, around) : on_disk(place, around);
  };
  return names;
}

std::string show_findings(const Files& files, std::span<const Diagnostic> findings, const Style& style) {
  constexpr std::size_t of_a_thread = 500;  // findings: their lines are read from disk
  std::vector<std::string> texts((findings.size() + of_a_thread - 1) / of_a_thread);
  on_threads(texts.size(), all_cores(), [&] {
    return [&, names = file_names(files)](std::size_t i) {
      const std::size_t first = i * of_a_thread;
      texts[i] = render_findings(findings.subspan(first, std::min(of_a_thread, findings.size() - first)), names, style);
    };
  });
  std::string all;
  for (const std::string& text : texts) all += text;
  return all;
}

}  // namespace saldo
