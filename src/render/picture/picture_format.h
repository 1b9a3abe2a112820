// The formats that only pictures can be written in, of commands that have one.
#pragma once

#include <array>
#include <string_view>

#include "base/language.h"

namespace saldo {

struct PictureFormat {
  std::string_view name;  // on the command line, and of a file
  Marked description;
};

inline constexpr std::array picture_formats = {
    PictureFormat{"svg", marked("the picture instead of the table")},
};

}  // namespace saldo
