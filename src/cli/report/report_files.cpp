#include "cli/report/report_files.h"

#include <filesystem>
#include <map>
#include <mutex>

#include "base/hash/sha256.h"
#include "plan/source.h"

namespace saldo {

namespace fs = std::filesystem;

namespace {

// "projecten/3.5.toml" of data/plan/projecten/3.5.toml; of what lies elsewhere only its name.
std::string seen_from(const std::string& plan, const std::string& file) {
  const fs::path relative = fs::path(file).lexically_relative(plan);
  if (relative.empty() || *relative.begin() == ".." || relative == ".") return fs::path(file).filename().string();
  return relative.string();
}

}  // namespace

std::optional<ReportSources> read_sources(const PlanAsked& asked, const Console& console) {
  std::mutex adding;
  std::map<std::size_t, std::string> hashes;
  PlanBase base = load_base(asked.plan, [&](FileId file, std::string_view text) {
    std::string hash = sha256(text);
    const std::lock_guard lock(adding);
    hashes.insert_or_assign(position(file), std::move(hash));
  });
  std::vector<HashedFile> files;
  for (auto& [file, hash] : hashes) files.push_back({seen_from(base.files[0], base.files[file]), std::move(hash)});
  std::optional<Sources> sources = load_sources(std::move(base), asked, console);
  if (!sources) return std::nullopt;
  return ReportSources{std::move(*sources), std::move(files)};
}

HashedFile hashed(const std::string& path, const std::string& plan) {
  const std::variant<std::string, Message> source = read_source(path);
  const auto* text = std::get_if<std::string>(&source);
  return {seen_from(plan, path), text == nullptr ? "" : sha256(*text)};
}

Files names_from_plan(const Files& files) {
  Files seen;
  for (const std::string& file : files) seen.push_back(seen_from(files[0], file));
  return seen;
}

std::string hash_of(const FilesOfReport& files) {
  std::string list;
  for (const auto* some : {&files.plan, &files.scenarios, &files.texts})
    for (const HashedFile& file : *some) list += file.sha256 + "  " + file.name + "\n";
  return sha256(list);
}

}  // namespace saldo
