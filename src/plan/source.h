// The text of files, read with care: which files make a plan is told in plan/plan_files.h. Nothing here knows TOML.
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
