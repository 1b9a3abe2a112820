// Which files make a plan, by their names: the same on the disk and in a revision of git. What could be meant as a part of
// the plan and is not read is told; nothing of the kind is passed over.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/finding/diagnostic.h"
#include "base/shape.h"

namespace saldo {

inline constexpr std::size_t max_plan_files = 100'000;

// What a file at a path inside the folder of a plan is, by its name alone.
enum class FileRole {
  plan,      // *.toml, in letters of either case
  alike,     // plan.tml, 1.2.toml.txt: meant as one, most likely
  scenario,  // a *.toml in a folder scenarios: counts when it is named
  other,     // hidden, a copy that an editor keeps, the map of an import (*.kaart.toml), or not of ours
};
FileRole role_of(const std::string& path);

// Whether nothing of a plan is looked for in this folder: one called scenarios, or a hidden one.
bool is_left_out(const std::string& folder);

// A file or folder that could be meant and is not read: why, and what to do about it.
struct LeftOut {
  std::string path;
  Message message;
  Message help;
};
LeftOut left_out_alike(const std::string& path);
LeftOut left_out_link(const std::string& path);  // to what lies outside the folder of the plan
LeftOut left_out_linked_folder(const std::string& path);

struct PlanFiles {
  std::vector<std::string> paths;  // in natural order of their names
  std::optional<Message> trouble;
  std::vector<LeftOut> left_out;       // by path
  std::vector<std::string> scenarios;  // files of the folders scenarios, in natural order
};

// `path` is one file, or a folder whose *.toml files make the plan. A link in a folder is read when it leads to a file in
// that folder, and told when it leads out of it, or to a folder with plan files.
PlanFiles list_plan_files(const std::string& path);

// The file a scenario is in: `name` itself when there is such a file, else scenarios/NAME.toml in the folder of the plan
// when that is there, else `name`.
std::string scenario_path(const std::string& plan, const std::string& name);

// Whether reading `path`, which was found in `folder` and not named by the user, would lead out of that folder.
bool leads_out(const std::string& folder, const std::string& path);

// What one file may hold, as plain data: every key the loader knows, what may stand there and what it is for. It is made
// from the loader's own tables of fields, so neither can know a key that the other does not.
Shape plan_format();

// Natural order, in which files are read and their projects shown.
void sort_plan_files(std::vector<std::string>& paths);

}  // namespace saldo
