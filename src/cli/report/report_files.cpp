#include "cli/report/report_files.h"

#include <utility>

#include "base/hash/sha256.h"
#include "plan/source.h"

namespace saldo {

std::optional<ReportSources> read_sources(const PlanAsked& asked, const Console& console) {
  HashedPlan read = load_hashed(asked.plan);
  std::vector<HashedFile> files;
  for (std::size_t file = 0; file < read.hashes.size(); ++file)
    if (!read.hashes[file].empty())
      files.push_back({name_from_plan(read.base.files[0], read.base.files[file]), std::move(read.hashes[file])});
  std::optional<Sources> sources = load_sources(std::move(read.base), asked, console);
  if (!sources) return std::nullopt;
  return ReportSources{std::move(*sources), std::move(files)};
}

HashedFile hashed(const std::string& path, const std::string& plan) {
  const std::variant<std::string, Message> source = read_source(path);
  const auto* text = std::get_if<std::string>(&source);
  return {name_from_plan(plan, path), text == nullptr ? "" : sha256(*text)};
}

std::string hash_of(const FilesOfReport& files) {
  std::string list;
  for (const auto* some : {&files.plan, &files.scenarios, &files.texts})
    for (const HashedFile& file : *some) list += file.sha256 + "  " + file.name + "\n";
  return sha256(list);
}

}  // namespace saldo
