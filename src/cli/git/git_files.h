// The files of a plan as they stood in a revision of a git repository, read by the program git.
#pragma once

#include <string>
#include <variant>
#include <vector>

#include "base/finding/diagnostic.h"
#include "plan/load.h"

namespace saldo {

struct RevisionFiles {
  std::vector<SourceText> texts;
  std::vector<LeftOut> left_out;  // as of a plan on the disk
};

// Whether a plan is to be looked for in git. A revision of git wins over a path of its name on the disk, as whoever
// proposes a change may make such a path; "./main:begroting" is always the path.
bool is_in_git(const std::string& written);

// `written` is REV:PATH, as `git show` takes it: PATH is seen from the top of the repository, or from the working folder
// when it begins with "./". A folder gives the files of the plan in it, in the order a folder on the disk would; each is
// called REV:PATH/file. Else why it cannot be read. Nothing is left on the disk.
std::variant<RevisionFiles, Message> read_revision(const std::string& written);

}  // namespace saldo
