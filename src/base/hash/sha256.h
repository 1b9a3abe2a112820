// SHA-256 of FIPS 180-4: by it a record knows the file it was made from.
#pragma once

#include <string>
#include <string_view>

namespace saldo {

// In lower-case hexadecimal, as `sha256sum` prints it.
std::string sha256(std::string_view bytes);

}  // namespace saldo
