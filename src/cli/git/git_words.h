// Why a plan cannot be read from git, and what helps.
#pragma once

#include <optional>
#include <string>

#include "base/finding/diagnostic.h"
#include "cli/git/git.h"

namespace saldo {

struct RevisionPath {
  std::string revision;
  std::string path;
};

// `run` is what git says when it is asked for the repository.
Message no_repository(const std::string& written, const GitRun& run);
Message no_revision(const std::string& written, const RevisionPath& named);
Message no_such_path(const std::string& written, const RevisionPath& named);

// Of a plan without a colon that is not on the disk: that git knows it as a revision, and a path belongs behind it. `other`
// is the plan it is compared with.
std::optional<Message> lacks_path(const std::string& written, const std::string& other);

}  // namespace saldo
