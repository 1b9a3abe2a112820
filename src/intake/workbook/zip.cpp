#include "intake/workbook/zip.h"

#include <zlib.h>

#include <algorithm>
#include <vector>

#include "base/say.h"
#include "base/text.h"

namespace saldo {

namespace {

// PKWARE APPNOTE 6.3: what the records begin with, and how long they are without their names.
constexpr std::string_view end_mark = "PK\x05\x06", entry_mark = "PK\x01\x02", header_mark = "PK\x03\x04";
constexpr std::size_t end_size = 22, entry_size = 46, header_size = 30, longest_comment = 65'535;
constexpr std::uint16_t is_encrypted = 1, stored = 0, deflated = 8;
constexpr std::uint32_t in_zip64 = 0xFFFFFFFF;
// XML of a sheet packs to a twentieth or a hundredth; what packs much better is there to fill a memory.
constexpr std::uint64_t likely_ratio = 400, small_part = 4ull << 20;

// `size` bytes at `at`, the lowest first; the caller has looked that they are there.
std::uint32_t number_at(std::string_view bytes, std::size_t at, std::size_t size) {
  std::uint32_t number = 0;
  for (std::size_t i = size; i-- > 0;) number = number << 8 | static_cast<unsigned char>(bytes[at + i]);
  return number;
}

std::uint16_t short_at(std::string_view bytes, std::size_t at) {
  return static_cast<std::uint16_t>(number_at(bytes, at, 2));
}

Message torn() { return say("this zip is torn: not all of the file is here, or it was damaged on the way"); }
Message get_again() { return say("get the file again, or open it and save it as .xlsx or .ods"); }
Message save_without_password() { return say("open it with its password, and save it without one"); }

// Exactly `size` bytes, or nothing.
std::optional<std::string> inflated(std::string_view packed, std::uint64_t size) {
  std::string out(static_cast<std::size_t>(size) + 1, '\0');  // one more, to see that there is no more
  z_stream stream = {};
  if (inflateInit2(&stream, -MAX_WBITS) != Z_OK) return std::nullopt;
  stream.next_in = reinterpret_cast<Bytef*>(const_cast<char*>(packed.data()));
  stream.avail_in = static_cast<uInt>(packed.size());
  stream.next_out = reinterpret_cast<Bytef*>(out.data());
  stream.avail_out = static_cast<uInt>(out.size());
  const int ended = inflate(&stream, Z_FINISH);
  const bool whole = ended == Z_STREAM_END && stream.total_out == size && stream.avail_in == 0;
  inflateEnd(&stream);
  if (!whole) return std::nullopt;
  out.resize(static_cast<std::size_t>(size));
  return out;
}

bool has_checksum(std::string_view bytes, std::uint32_t crc) {
  return crc32_z(0, reinterpret_cast<const Bytef*>(bytes.data()), bytes.size()) == crc;
}

}  // namespace

std::optional<std::string> Zip::refuse(Findings& findings, Message message, Message help) const {
  findings.push_back({Rule::bestand, {file_}, std::move(message), {}, std::move(help)});
  return std::nullopt;
}

std::optional<Zip> Zip::open(std::string_view bytes, FileId file, Findings& findings) {
  Zip zip(bytes, file);
  if (!zip.read_directory(findings)) return std::nullopt;
  return zip;
}

bool Zip::read_directory(Findings& findings) {
  const auto refused = [&](Message message, Message help) {
    refuse(findings, std::move(message), std::move(help));
    return false;
  };
  const std::size_t from = bytes_.size() - std::min(bytes_.size(), end_size + longest_comment);
  const std::size_t found = bytes_.substr(from).rfind(end_mark);
  if (found == std::string_view::npos || bytes_.size() - from - found < end_size) return refused(torn(), get_again());
  const std::size_t end = from + found;
  const std::size_t count = short_at(bytes_, end + 10);
  directory_ = number_at(bytes_, end + 16, 4);
  if (short_at(bytes_, end + 4) != 0 || directory_ > end) return refused(torn(), get_again());
  if (count > max_parts) return refused(say("this zip has more than {} parts", max_parts), get_again());
  std::size_t at = static_cast<std::size_t>(directory_);
  for (std::size_t i = 0; i < count; ++i) {
    if (end - at < entry_size || bytes_.substr(at, 4) != entry_mark) return refused(torn(), get_again());
    const std::size_t name = short_at(bytes_, at + 28);
    const std::size_t next = at + entry_size + name + short_at(bytes_, at + 30) + short_at(bytes_, at + 32);
    if (next > end) return refused(torn(), get_again());
    const ZipPart part{number_at(bytes_, at + 16, 4), number_at(bytes_, at + 20, 4), number_at(bytes_, at + 24, 4),
                       number_at(bytes_, at + 42, 4), short_at(bytes_, at + 8),      short_at(bytes_, at + 10)};
    if (part.flags & is_encrypted)
      return refused(say("this zip is protected with a password"), save_without_password());
    if (!parts_.emplace(std::string(bytes_.substr(at + entry_size, name)), part).second)
      return refused(say("a part of this zip is there twice"), get_again());
    at = next;
  }
  return has_overlap() ? refused(say("parts of this zip lie over each other"), get_again()) : true;
}

// A small file can so be unpacked as many times as it has parts.
bool Zip::has_overlap() const {
  std::vector<std::pair<std::uint64_t, std::uint64_t>> spans;
  for (const auto& [name, part] : parts_)
    spans.emplace_back(part.header, part.header + header_size + name.size() + part.packed);
  std::sort(spans.begin(), spans.end());
  std::uint64_t until = 0;
  for (const auto& [first, last] : spans) {
    if (first < until || last > directory_) return true;
    until = last;
  }
  return false;
}

std::optional<std::string_view> Zip::packed_bytes(const ZipPart& part) const {
  if (part.packed == in_zip64 || part.unpacked == in_zip64 || part.header + header_size > directory_)
    return std::nullopt;
  const auto header = static_cast<std::size_t>(part.header);
  if (bytes_.substr(header, 4) != header_mark) return std::nullopt;
  const std::uint64_t first = part.header + header_size + short_at(bytes_, header + 26) + short_at(bytes_, header + 28);
  if (first + part.packed > directory_) return std::nullopt;
  return bytes_.substr(static_cast<std::size_t>(first), static_cast<std::size_t>(part.packed));
}

std::optional<std::string> Zip::read(const std::string& name, Findings& findings) {
  const auto found = parts_.find(name);
  if (found == parts_.end())
    return refuse(findings, say("there is no `{}` in it: this zip is no workbook", shortened(name, 60)), get_again());
  const ZipPart& part = found->second;
  const std::optional<std::string_view> packed = packed_bytes(part);
  if (!packed) return refuse(findings, torn(), get_again());
  if (part.method != stored && part.method != deflated)
    return refuse(findings, say("`{}` is packed in a way that no workbook is", name), get_again());
  read_ += part.unpacked;
  if (part.unpacked > max_part_bytes || read_ > max_workbook_bytes ||
      (part.unpacked > small_part && part.unpacked / likely_ratio > part.packed))
    return refuse(findings, say("`{}` would become {} bytes: more than a sheet has", name, part.unpacked),
                  say("take out what is no part of the table, and save it again"));
  std::optional<std::string> bytes = part.method == stored ? std::string(*packed) : inflated(*packed, part.unpacked);
  if (!bytes || bytes->size() != part.unpacked || !has_checksum(*bytes, part.crc))
    return refuse(findings, torn(), get_again());
  return bytes;
}

}  // namespace saldo
