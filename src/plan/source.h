// The files of a plan: which there are, and their text, read with care. Nothing here knows TOML.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <variant>
#include <vector>

#include "base/finding/diagnostic.h"

namespace saldo {

inline constexpr std::uint64_t max_file_bytes = 16ull << 20;
inline constexpr std::uint64_t max_plan_bytes = 1ull << 30;
inline constexpr std::size_t max_plan_files = 100'000;

struct PlanFiles {
  std::vector<std::string> paths;  // in natural order of their names; `scenarios` folders and hidden names left out
  std::optional<Message> trouble;
};

// `path` is one file, or a folder whose *.toml files make the plan. Folders behind links are not followed.
PlanFiles list_plan_files(const std::string& path);

// The file a scenario is in: `name` itself when there is such a file, else scenarios/NAME.toml in the folder of the plan
// when that is there, else `name`.
std::string scenario_path(const std::string& plan, const std::string& name);

// Whether a file at this path inside a folder is one of the files of the plan in that folder.
bool is_in_plan(const std::string& path);

// Natural order, in which files are read and their projects shown.
void sort_plan_files(std::vector<std::string>& paths);

// The text of a regular file of at most max_file_bytes: a FIFO, device or folder is refused without waiting for it.
std::variant<std::string, Message> read_source(const std::string& path);

// Lines of files for excerpts, read again. Keeps the file it read last, as findings come in file order and a file may
// have as many as it has lines.
class LineReader {
 public:
  // Nothing when the file or the line is no longer there.
  std::optional<std::string> read(const std::string& path, std::uint32_t line);

 private:
  std::optional<std::string> path_;
  std::string text_;
  std::vector<std::size_t> starts_;  // of each line
};

}  // namespace saldo
