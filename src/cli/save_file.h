// Writing a file of the user's: whole, or not at all.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "base/finding/diagnostic.h"

namespace saldo {

// Makes `path` a file with these bytes. They are written beside it and then take its place in one step, so that what
// was there stays as it was until all is safe. The mode of a file that is there is kept, a link is followed; what is no
// regular file is refused. Tells what went wrong, if anything did.
std::optional<Message> save_file(const std::string& path, std::string_view bytes);

}  // namespace saldo
