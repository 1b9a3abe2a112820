// Parts put together as a zip, each deflated but where it must not be: the same parts, the same bytes. Private to
// render/workbook.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

namespace saldo {

class ZipWriter {
 public:
  // Names are ASCII. Parts and their sum stay below 4 GiB, which a book of the cells that saldo makes does by far.
  void add(std::string_view name, std::string_view bytes);
  void add_stored(std::string_view name, std::string_view bytes);
  std::string finish();

 private:
  struct Packed {
    std::uint32_t crc = 0, packed = 0, unpacked = 0;
    std::uint16_t method = 0;
  };
  void add(std::string_view name, const Packed& part, std::string_view packed);

  std::string bytes_, directory_;
  std::uint16_t parts_ = 0;
};

}  // namespace saldo
