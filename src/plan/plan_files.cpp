#include "plan/plan_files.h"

#include <algorithm>
#include <filesystem>
#include <system_error>

#include "base/say.h"
#include "base/text.h"

namespace saldo {

namespace fs = std::filesystem;

namespace {

constexpr std::string_view extension = ".toml";

std::string lower_case(std::string text) {
  for (char& c : text)
    if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
  return text;
}

// What may stand behind .toml in the name of a file that is certainly not meant: a copy that a program keeps, or something
// about the file.
bool is_beside_the_plan(std::string_view ending) {
  constexpr std::string_view endings[] = {".bak", ".backup", ".orig",    ".old", ".rej", ".swp",  ".swo",
                                          ".tmp", ".save",   ".license", ".md",  ".png", ".jpg",  ".jpeg",
                                          ".pdf", ".html",   ".csv",     ".asc", ".sig", ".lock", ".sha256"};
  return ending.ends_with('~') || std::find(std::begin(endings), std::end(endings), ending) != std::end(endings);
}

bool is_misspelt(const std::string& ending) {
  constexpr std::string_view swapped[] = {"otml", "tmol", "tolm"};
  constexpr std::string_view right[] = {"toml"};
  return std::find(std::begin(swapped), std::end(swapped), ending) != std::end(swapped) ||
         nearest(ending, right).has_value();
}

FileRole role_of_name(const std::string& written) {
  const std::string name = lower_case(written);
  if (name.starts_with('.') || name.starts_with('#') || name.ends_with('~')) return FileRole::other;
  if (name.ends_with(".kaart.toml")) return FileRole::other;  // how a table was imported
  if (name.ends_with(extension)) return FileRole::plan;
  if (const std::size_t at = name.rfind(extension); at != std::string::npos) {
    const std::string last = fs::path(name).extension().string();
    return is_beside_the_plan(last == name.substr(at) ? name.substr(at + extension.size()) : last) ? FileRole::other
                                                                                                   : FileRole::alike;
  }
  const std::size_t dot = name.rfind('.');
  const bool misspelt = dot != std::string::npos && is_misspelt(name.substr(dot + 1));
  return misspelt || name.ends_with("toml") ? FileRole::alike : FileRole::other;
}

// 1.2.TOML.txt -> 1.2.toml, plan.tml -> plan.toml, plan_toml -> plan.toml
std::string meant_name(const std::string& written) {
  const std::string name = lower_case(written);
  if (const std::size_t at = name.rfind(extension); at != std::string::npos)
    return written.substr(0, at) + std::string(extension);
  if (name.ends_with("toml")) return written.substr(0, name.size() - 5) + std::string(extension);
  return written.substr(0, name.rfind('.')) + std::string(extension);
}

bool lies_in(const fs::path& path, const fs::path& folder) {
  const fs::path relative = path.lexically_relative(folder);
  // What git keeps for itself is no part of a plan, even where it stands in its folder.
  return !relative.empty() && *relative.begin() != ".." &&
         std::find(relative.begin(), relative.end(), fs::path(".git")) == relative.end();
}

// Links in it are not followed, so that it ends. Of `left` names that may be looked at it takes its own: behind many links
// may be all of a disk. Where none is left it may hold one.
bool holds_plan_file(const fs::path& folder, std::size_t& left) {
  std::error_code error;
  fs::recursive_directory_iterator entry(fs::canonical(folder, error), error);
  for (; !error && entry != fs::recursive_directory_iterator(); entry.increment(error)) {
    if (left == 0) return true;
    --left;
    std::error_code ignored;
    if (entry->is_directory(ignored)) {
      if (is_left_out(entry->path().string())) entry.disable_recursion_pending();
    } else if (role_of_name(entry->path().filename().string()) != FileRole::other) {
      return true;
    }
  }
  return false;
}

class Listing {
 public:
  explicit Listing(const std::string& folder) : folder_(folder) {}

  // A folder is walked before it is sorted, so the order in which the disk gives names does not matter.
  PlanFiles list() {
    std::error_code error;
    fs::recursive_directory_iterator entry(folder_, error);
    for (; !error && entry != fs::recursive_directory_iterator(); entry.increment(error)) {
      std::error_code ignored;
      if (entry->is_directory(ignored)) {
        if (!take_folder(*entry)) entry.disable_recursion_pending();
      } else {
        take_file(*entry);
      }
      if (files_.paths.size() > max_plan_files) {
        files_.trouble = say("holds more than 100.000 files");
        return std::move(files_);
      }
    }
    finish(error);
    return std::move(files_);
  }

 private:
  // Whether to look in it.
  bool take_folder(const fs::directory_entry& entry) {
    std::error_code ignored;
    const bool is_link = entry.is_symlink(ignored);
    if (is_left_out(entry.path().string())) {
      if (!is_link && entry.path().filename() == "scenarios") take_scenarios(entry.path());
      return false;
    }
    if (is_link && holds_plan_file(entry.path(), behind_links_))
      files_.left_out.push_back(left_out_linked_folder(entry.path().string()));
    return !is_link;
  }

  void take_scenarios(const fs::path& folder) {
    std::error_code error;
    for (fs::directory_iterator entry(folder, error); !error && entry != fs::directory_iterator();
         entry.increment(error)) {
      std::error_code ignored;
      if (role_of_name(entry->path().filename().string()) == FileRole::plan && !entry->is_symlink(ignored) &&
          entry->is_regular_file(ignored))
        files_.scenarios.push_back(entry->path().string());
    }
  }

  void take_file(const fs::directory_entry& entry) {
    const std::string path = entry.path().string();
    const FileRole role = role_of_name(entry.path().filename().string());
    std::error_code ignored;
    if (role == FileRole::alike) files_.left_out.push_back(left_out_alike(path));
    else if (role == FileRole::plan && entry.is_symlink(ignored) && leads_out(folder_, path))
      files_.left_out.push_back(left_out_link(path));
    else if (role == FileRole::plan) files_.paths.push_back(path);
  }

  void finish(const std::error_code& error) {
    if (error) files_.trouble = say("cannot be read: {}", system_reason(error.value()));
    else if (files_.paths.empty() && files_.left_out.empty()) files_.trouble = say("holds no *.toml file");
    sort_plan_files(files_.paths);
    sort_plan_files(files_.scenarios);
    std::sort(files_.left_out.begin(), files_.left_out.end(),
              [](const LeftOut& a, const LeftOut& b) { return a.path < b.path; });
  }

  const std::string& folder_;
  std::size_t behind_links_ = max_plan_files;
  PlanFiles files_;
};

}  // namespace

FileRole role_of(const std::string& path) {
  const fs::path whole = path;
  const fs::path folders = whole.parent_path();
  const FileRole role = role_of_name(whole.filename().string());
  const auto hides = [](const fs::path& folder) { return is_left_out(folder.string()); };
  if (std::none_of(folders.begin(), folders.end(), hides)) return role;
  return role == FileRole::plan && folders.filename() == "scenarios" ? FileRole::scenario : FileRole::other;
}

bool is_left_out(const std::string& folder) {
  const std::string name = fs::path(folder).filename().string();
  return name == "scenarios" || name.starts_with('.');
}

LeftOut left_out_alike(const std::string& path) {
  return {path, say("is not read, as its name does not end in .toml, but it looks like a part of the plan"),
          say("call it {}, or keep it outside the folder of the plan", meant_name(fs::path(path).filename().string()))};
}

LeftOut left_out_link(const std::string& path) {
  return {path, say("is a link to something outside the folder of the plan, and is not read"),
          say("put the file itself in the folder of the plan")};
}

LeftOut left_out_linked_folder(const std::string& path) {
  return {path, say("is a link to a folder with *.toml files, which are not read through it"),
          say("put the files themselves in the folder of the plan, or keep the link outside it")};
}

PlanFiles list_plan_files(const std::string& path) {
  std::error_code error;
  const fs::file_status status = fs::status(path, error);
  if (status.type() == fs::file_type::not_found) return {{}, say("does not exist"), {}, {}};
  if (error) return {{}, say("cannot be read: {}", system_reason(error.value())), {}, {}};
  if (fs::is_directory(status)) return Listing(path).list();
  return {{path}, std::nullopt, {}, {}};
}

std::string scenario_path(const std::string& plan, const std::string& name) {
  std::error_code error;
  if (fs::exists(name, error)) return name;
  const fs::path inside = fs::path(plan) / "scenarios" / (name + ".toml");
  return fs::exists(inside, error) ? inside.string() : name;
}

bool leads_out(const std::string& folder, const std::string& path) {
  std::error_code error;
  const fs::path top = fs::canonical(folder, error);
  if (error) return false;
  const fs::path real = fs::canonical(path, error);
  return !error && !lies_in(real, top);  // a link to nothing leads nowhere, which reading it will tell
}

void sort_plan_files(std::vector<std::string>& paths) {
  std::sort(paths.begin(), paths.end());
  std::stable_sort(paths.begin(), paths.end(), natural_less);
}

}  // namespace saldo
