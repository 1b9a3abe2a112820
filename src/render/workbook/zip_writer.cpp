#include "render/workbook/zip_writer.h"

#include <zlib.h>

#include <new>
#include <stdexcept>

namespace saldo {

namespace {

constexpr std::uint16_t as_is = 0, by_deflate = 8;
constexpr std::uint16_t version_needed = 20;
constexpr std::uint32_t first_of_1980 = 0x0021'0000;  // 1980-01-01 00:00: the time of a part is of no account

void put16(std::string& bytes, std::uint16_t number) {
  bytes += static_cast<char>(number & 0xFF);
  bytes += static_cast<char>(number >> 8);
}

void put32(std::string& bytes, std::uint32_t number) {
  put16(bytes, static_cast<std::uint16_t>(number & 0xFFFF));
  put16(bytes, static_cast<std::uint16_t>(number >> 16));
}

std::string deflated_bytes(std::string_view bytes) {
  z_stream stream{};
  constexpr int raw = -MAX_WBITS, memory_level = 8;
  if (deflateInit2(&stream, Z_DEFAULT_COMPRESSION, Z_DEFLATED, raw, memory_level, Z_DEFAULT_STRATEGY) != Z_OK)
    throw std::bad_alloc();
  std::string packed(deflateBound(&stream, static_cast<uLong>(bytes.size())), '\0');
  stream.next_in = reinterpret_cast<Bytef*>(const_cast<char*>(bytes.data()));
  stream.avail_in = static_cast<uInt>(bytes.size());
  stream.next_out = reinterpret_cast<Bytef*>(packed.data());
  stream.avail_out = static_cast<uInt>(packed.size());
  const bool is_whole = deflate(&stream, Z_FINISH) == Z_STREAM_END && stream.total_in == bytes.size();
  packed.resize(stream.total_out);
  deflateEnd(&stream);
  if (!is_whole) throw std::length_error("a part of a zip is larger than it can be");  // there was room for all
  return packed;
}

std::uint32_t crc_of(std::string_view bytes) {
  return static_cast<std::uint32_t>(
      crc32(0, reinterpret_cast<const Bytef*>(bytes.data()), static_cast<uInt>(bytes.size())));
}

std::uint32_t size_of(std::string_view bytes) { return static_cast<std::uint32_t>(bytes.size()); }

}  // namespace

void ZipWriter::add(std::string_view name, std::string_view bytes) {
  const std::string packed = deflated_bytes(bytes);
  add(name, {crc_of(bytes), size_of(packed), size_of(bytes), by_deflate}, packed);
}

void ZipWriter::add_stored(std::string_view name, std::string_view bytes) {
  add(name, {crc_of(bytes), size_of(bytes), size_of(bytes), as_is}, bytes);
}

void ZipWriter::add(std::string_view name, const Packed& part, std::string_view packed) {
  std::string told;  // what stands before the part and in the directory alike
  put16(told, version_needed);
  put16(told, 0);
  put16(told, part.method);
  put32(told, first_of_1980);
  put32(told, part.crc);
  put32(told, part.packed);
  put32(told, part.unpacked);
  put16(told, static_cast<std::uint16_t>(name.size()));
  put16(told, 0);

  directory_ += "PK\x01\x02";
  put16(directory_, version_needed);
  directory_ += told;
  directory_ += std::string(10, '\0');  // no remark, one disk, no attributes
  put32(directory_, size_of(bytes_));
  directory_ += name;

  bytes_ += "PK\x03\x04";
  bytes_ += told;
  bytes_ += name;
  bytes_ += packed;
  ++parts_;
}

std::string ZipWriter::finish() {
  const std::uint32_t first = size_of(bytes_);
  bytes_ += directory_;
  bytes_ += "PK\x05\x06";
  put32(bytes_, 0);
  put16(bytes_, parts_);
  put16(bytes_, parts_);
  put32(bytes_, size_of(directory_));
  put32(bytes_, first);
  put16(bytes_, 0);
  return std::move(bytes_);
}

}  // namespace saldo
