// The files of a plan: which there are, and their text, read with care. Nothing here knows TOML.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <variant>
#include <vector>

#include "base/diagnostic.h"

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

// The text of a regular file of at most max_file_bytes: a FIFO, device or folder is refused without waiting for it.
std::variant<std::string, Message> read_source(const std::string& path);

// One line of a file for an excerpt, read again; nothing when the file is no longer there.
std::optional<std::string> read_line(const std::string& path, std::uint32_t line);

}  // namespace saldo
