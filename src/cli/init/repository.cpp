#include "cli/init/repository.h"

#include <filesystem>

#include "base/say.h"
#include "cli/git/git.h"

namespace saldo {

namespace fs = std::filesystem;

std::optional<Message> cannot_be_repository(const std::string& folder) {
  if (!run_git({"--version"}).fine())
    return say("--git: the program git cannot be started; install it, or leave --git out");
  std::error_code error;
  fs::path above = fs::absolute(folder, error).lexically_normal();
  if (!above.has_filename()) above = above.parent_path();
  above = above.parent_path();
  const GitRun run = run_git({"-C", above.string(), "rev-parse", "--show-toplevel"});
  if (!run.fine()) return std::nullopt;
  return say("--git: {} lies in the repository {} already; leave --git out", folder, first_line(run.out));
}

std::optional<Message> make_repository(const std::string& folder) {
  // Both are named, since GIT_DIR of who runs this may be that of another repository.
  const GitRun run = run_git({"-C", folder, "-c", "core.hooksPath=/dev/null", "--git-dir=.git", "--work-tree=.", "init",
                              "--quiet", "--template="});
  if (run.fine()) return std::nullopt;
  return say("git cannot make a repository: {}", run.started ? first_line(run.err) : "git");
}

}  // namespace saldo
