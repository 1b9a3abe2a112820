// The files of a plan as they stood in a revision of a git repository, read by the program git.
#pragma once

#include <string>
#include <variant>
#include <vector>

#include "base/finding/diagnostic.h"
#include "plan/load.h"

namespace saldo {

// `written` is REV:PATH, as `git show` takes it: PATH is seen from the top of the repository, or from the working folder
// when it begins with "./". A folder gives the files of the plan in it, in the order a folder on the disk would; each is
// called REV:PATH/file. Else why it cannot be read. Git is started without a shell; nothing is left on the disk.
std::variant<std::vector<SourceText>, Message> read_revision(const std::string& written);

}  // namespace saldo
