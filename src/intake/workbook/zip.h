// The parts of a zip, each read whole or refused: what is torn, encrypted, overlaps or blows up is told in one finding.
// Private to intake/workbook.
#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <string_view>

#include "base/finding/diagnostic.h"

namespace saldo {

inline constexpr std::uint64_t max_part_bytes = 64ull << 20;
inline constexpr std::uint64_t max_workbook_bytes = 192ull << 20;  // of all parts that are read
inline constexpr std::size_t max_parts = 10'000;

// What the directory says of a part.
struct ZipPart {
  std::uint32_t crc = 0;
  std::uint64_t packed = 0, unpacked = 0, header = 0;
  std::uint16_t flags = 0, method = 0;
};

class Zip {
 public:
  // Views `bytes`. Nothing where the directory is not whole, and then it was told.
  static std::optional<Zip> open(std::string_view bytes, FileId file, Findings& findings);

  bool has(const std::string& name) const { return parts_.contains(name); }
  // Nothing where there is none, or it is not what the directory says; then it was told.
  std::optional<std::string> read(const std::string& name, Findings& findings);

 private:
  Zip(std::string_view bytes, FileId file) : bytes_(bytes), file_(file) {}
  bool read_directory(Findings& findings);
  bool has_overlap() const;
  std::optional<std::string_view> packed_bytes(const ZipPart& part) const;
  std::optional<std::string> refuse(Findings& findings, Message message, Message help) const;

  std::string_view bytes_;
  FileId file_;
  std::map<std::string, ZipPart> parts_;
  std::uint64_t directory_ = 0;  // where it begins
  std::uint64_t read_ = 0;       // bytes unpacked so far
};

}  // namespace saldo
