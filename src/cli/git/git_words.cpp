#include "cli/git/git_words.h"

#include <filesystem>

#include "base/say.h"

namespace saldo {

namespace {

// "git config --global --add safe.directory /work/begroting", which git itself proposes.
std::string trusting_command(const std::string& said) {
  const std::size_t start = said.find("git config --global --add safe.directory");
  return start == std::string::npos ? "" : first_line(said.substr(start));
}

bool is_shallow() { return first_line(run_git({"rev-parse", "--is-shallow-repository"}).out) == "true"; }

// In a clone a branch that was never checked out has only this name.
std::string remote_name(const std::string& revision) { return "origin/" + revision; }

bool is_submodule(const RevisionPath& named) {
  const GitRun run =
      run_git({"rev-parse", "--verify", "--quiet", "--end-of-options", named.revision + ":" + named.path});
  return run.fine() && run_git({"cat-file", "-e", first_line(run.out)}).code != 0;
}

// How the path of a plan on the disk is written behind a revision.
std::string path_behind(const std::string& plan) {
  std::error_code error;
  const bool is_path =
      plan.find(':') == std::string::npos && !plan.starts_with('/') && std::filesystem::exists(plan, error) && !error;
  if (!is_path) return "PATH";
  const bool at_top = first_line(run_git({"rev-parse", "--show-prefix"}).out).empty();
  return at_top || plan.starts_with('.') ? plan : "./" + plan;
}

}  // namespace

Message no_repository(const std::string& written, const GitRun& run) {
  if (!run.started)
    return say("{}: there is no such path, and git, which could look for a revision, cannot be started", written);
  if (const std::string command = trusting_command(run.err); !command.empty())
    return say(
        "{}: git does not trust this repository, as its folder belongs to another user; `{}` says that it may be read",
        written, command);
  return say("{}: there is no such path, and git finds no repository here: {}", written, first_line(run.err));
}

Message no_revision(const std::string& written, const RevisionPath& named) {
  if (named.revision.empty())
    return say("{}: what is staged has no name as a plan; write `$(git write-tree){}`, which gives it one", written,
               written);
  if (!can_be_revision(named.revision))
    return say("{}: there is no such path, and the repository has no revision `{}`", written, named.revision);
  if (const std::string remote = remote_name(named.revision); is_revision_name(remote))
    return say("{}: there is no such path, and the repository has no revision `{}`; did you mean {}:{}?", written,
               named.revision, remote, named.path);
  if (is_shallow())
    return say(
        "{}: there is no such path, and this clone has no revision `{}`, as it is without its history; `git fetch "
        "--unshallow` fetches that (in GitHub Actions fetch-depth: 0, in GitLab CI GIT_DEPTH: 0)",
        written, named.revision);
  return say("{}: there is no such path, and the repository has no revision `{}`", written, named.revision);
}

Message no_such_path(const std::string& written, const RevisionPath& named) {
  if (is_submodule(named))
    return say("{}: is a submodule, whose files git keeps in a repository of its own; ask for a revision there",
               written);
  const std::string from_here = named.revision + ":./" + named.path;
  if (!named.path.starts_with('.'))
    if (const std::vector<GitObject> found = find_objects({from_here});
        !found.empty() && found.front().kind != GitObject::Kind::nothing)
      return say("{}: revision {} has no {} at the top of the repository; did you mean {}?", written, named.revision,
                 named.path, from_here);
  std::error_code ignored;
  if (std::filesystem::exists(written, ignored))
    return say("{}: revision {} has no {}; for what stands here on the disk, write ./{}", written, named.revision,
               named.path, written);
  return say("{}: revision {} has no {}", written, named.revision, named.path);
}

std::optional<Message> lacks_path(const std::string& written, const std::string& other) {
  std::error_code ignored;
  if (written.find(':') != std::string::npos || std::filesystem::exists(written, ignored)) return std::nullopt;
  const std::string remote = remote_name(written);
  const bool known = is_revision_name(written);
  if (!known && !(can_be_revision(written) && is_revision_name(remote))) return std::nullopt;
  return say(
      "{}: there is no such path, but git has a revision of that name; write the path of the plan behind it: {}:{}",
      written, known ? written : remote, path_behind(other));
}

}  // namespace saldo
