// The text of files, read with care: which files make a plan is told in plan/plan_files.h. Nothing here knows TOML.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <variant>
#include <vector>

#include "base/finding/diagnostic.h"

namespace saldo {

inline constexpr std::uint64_t max_file_bytes = 16ull << 20;
inline constexpr std::uint64_t max_plan_bytes = 1ull << 30;

// The text of a regular file of at most so many bytes, whole MiB: a FIFO, device or folder is refused without waiting for it.
std::variant<std::string, Message> read_source(const std::string& path, std::uint64_t most = max_file_bytes);

// Lines of one text for excerpts. A line may be as long as a file and have as many findings: it is walked once, and only
// what is near is given.
class TextLines {
 public:
  explicit TextLines(std::string_view text);  // which stays where it is
  // What stands at most `around` code points before and after the place; from its beginning where it has no column.
  // Nothing when the line is not there.
  std::optional<LinePart> read(const Place& place, std::size_t around);

 private:
  struct At {
    std::uint32_t column;
    std::size_t offset;
  };
  At find(const Place& place, std::size_t end);

  std::string_view text_;
  std::vector<std::size_t> starts_;  // of each line
  std::unordered_map<std::uint32_t, std::vector<At>>
      known_{};  // by line: a column, and those at equal distances after it
};

// The same of files, read again. Keeps the file it read last, as findings come in file order.
class LineReader {
 public:
  std::optional<LinePart> read(const std::string& path, const Place& place, std::size_t around);

 private:
  std::optional<std::string> path_;
  std::string text_;
  std::optional<TextLines> lines_;  // nothing when the file is no longer there
};

}  // namespace saldo
