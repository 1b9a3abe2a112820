#include "cli/diff/version.h"

#include <map>
#include <memory>
#include <set>
#include <unordered_set>
#include <utility>

#include "cli/git/git_files.h"
#include "cli/git/git_words.h"
#include "plan/source.h"

namespace saldo {

std::vector<OwnAdopted> adopted_in(const PlanBase& base, const PlanAsked& asked) {
  std::vector<OwnAdopted> adopted;
  std::set<std::pair<FileId, std::uint32_t>> begins;
  for (const Begrotingswijziging& one : base.begrotingswijzigingen) begins.emplace(one.place.file, one.place.line);
  for (const Begrotingswijziging& one : base.begrotingswijzigingen) {
    if (!counts(one, asked)) continue;
    const auto next = begins.upper_bound({one.place.file, one.place.line});
    const bool is_last = next == begins.end() || next->first != one.place.file;
    const std::uint32_t until = is_last ? UINT32_MAX : next->second;
    adopted.push_back({one.nr, to_text(one.datum), one.naam, one.place, until, one.wijzigingen});
  }
  return adopted;
}

std::vector<OwnAdopted> without(std::vector<OwnAdopted> adopted, const std::vector<OwnAdopted>& others) {
  std::unordered_set<std::string_view> nrs;
  for (const OwnAdopted& other : others) nrs.insert(other.nr);
  std::erase_if(adopted, [&](const OwnAdopted& one) { return nrs.contains(one.nr); });
  return adopted;
}

namespace {

// A scenario beside a plan from git is on the disk.
FileNames file_names_of(const Version& version) {
  FileNames on_disk = file_names(version.computed.files);
  if (version.texts.empty()) return on_disk;
  auto texts = std::make_shared<std::map<std::size_t, TextLines>>();
  return {on_disk.name,
          [&version, texts, line = on_disk.line](const Place& place, std::size_t around) -> std::optional<LinePart> {
            const std::size_t file = position(place.file);
            if (file > version.texts.size()) return line(place, around);
            if (file == 0) return std::nullopt;
            return texts->try_emplace(file, version.texts[file - 1].text).first->second.read(place, around);
          }};
}

// What is read of a plan, and the texts of what is read from git; or why not, told on err. `other` is the plan it is
// compared with.
std::optional<PlanBase> read_base(const std::string& plan, const std::string& other, std::vector<SourceText>& texts,
                                  const Console& console) {
  const auto refuse = [&](const Message& trouble) {
    usage_error(console, trouble);
    return std::nullopt;
  };
  if (const std::optional<Message> trouble = lacks_path(plan, other)) return refuse(*trouble);
  if (!is_in_git(plan)) return load_base(plan);
  auto read = read_revision(plan);
  if (const auto* trouble = std::get_if<Message>(&read)) return refuse(*trouble);
  auto& files = std::get<RevisionFiles>(read);
  texts = std::move(files.texts);
  return load_base(plan, texts, files.left_out);
}

}  // namespace

std::optional<Version> read_version(const PlanAsked& asked, const PlanAsked& other, const Console& console) {
  Version version;
  std::optional<PlanBase> base = read_base(asked.plan, other.plan, version.texts, console);
  if (!base) return std::nullopt;
  std::optional<Sources> sources = load_sources(std::move(*base), asked, console);
  if (!sources) return std::nullopt;
  version.adopted = adopted_in(sources->base, asked);
  version.scenarios = sources->scenarios;
  version.computed = attempt(std::move(*sources), asked);
  const Findings& findings = version.computed.findings;
  if (findings.empty()) return version;
  write_error(console, render_findings(findings, file_names_of(version), error_style(console)));
  return std::nullopt;
}

}  // namespace saldo
