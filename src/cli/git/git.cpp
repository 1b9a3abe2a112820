#include "cli/git/git.h"

#include <fcntl.h>
#include <spawn.h>
#include <sys/wait.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <charconv>
#include <cstdio>
#include <memory>
#include <string_view>

namespace saldo {

namespace {

// A file without a name, gone with the program whatever becomes of it.
using NamelessFile = std::unique_ptr<std::FILE, int (*)(std::FILE*)>;

NamelessFile nameless_file() { return {std::tmpfile(), std::fclose}; }

std::string read_back(std::FILE* file) {
  std::string text;
  char buffer[1 << 16];
  std::rewind(file);
  while (const std::size_t count = std::fread(buffer, 1, sizeof buffer, file)) text.append(buffer, count);
  return text;
}

// What git says is asked in English, it must not ask anything back, and a clone that lacks objects stays without them: to
// fetch one, git would start what the repository says.
std::vector<std::string> environment() {
  constexpr std::string_view ours[] = {"LC_ALL=C", "GIT_TERMINAL_PROMPT=0", "GIT_OPTIONAL_LOCKS=0",
                                       "GIT_NO_LAZY_FETCH=1", "GIT_ALLOW_PROTOCOL=none"};
  std::vector<std::string> all(std::begin(ours), std::end(ours));
  for (char** variable = ::environ; *variable != nullptr; ++variable) {
    const std::string_view written = *variable;
    const bool is_ours = std::any_of(std::begin(ours), std::end(ours), [&](std::string_view own) {
      return written.starts_with(own.substr(0, own.find('=') + 1));
    });
    if (!is_ours) all.emplace_back(written);
  }
  return all;
}

std::vector<char*> pointers(std::vector<std::string>& words) {
  std::vector<char*> all;
  for (std::string& word : words) all.push_back(word.data());
  all.push_back(nullptr);
  return all;
}

// "ID blob 123", "NAME missing", or "symlink 7" and then seven bytes on lines of their own.
GitObject read_object(const std::string& out, std::size_t& at) {
  const std::size_t end = std::min(out.find('\n', at), out.size());
  const std::string line = out.substr(at, end - at);
  at = end + 1;
  if (line.ends_with(" missing") || line.ends_with(" ambiguous")) return {};
  const std::size_t space = line.find(' '), last = line.rfind(' ');
  std::uint64_t size = 0;
  std::from_chars(line.data() + last + 1, line.data() + line.size(), size);
  if (space == last) {
    at += size + 1;
    return {line.starts_with("symlink ") ? GitObject::Kind::outside : GitObject::Kind::nothing, "", 0};
  }
  const std::string kind = line.substr(space + 1, last - space - 1);
  const bool known = kind == "blob" || kind == "tree";
  return {!known           ? GitObject::Kind::nothing
          : kind == "blob" ? GitObject::Kind::file
                           : GitObject::Kind::folder,
          line.substr(0, space), size};
}

}  // namespace

GitRun run_git(std::vector<std::string> arguments, const std::string& input) {
  GitRun run;
  const NamelessFile in = nameless_file(), out = nameless_file(), err = nameless_file();
  if (!in || !out || !err) return run;
  const bool written =
      std::fwrite(input.data(), 1, input.size(), in.get()) == input.size() && std::fflush(in.get()) == 0;
  if (!written || std::fseek(in.get(), 0, SEEK_SET) != 0) return run;
  // A folder of the plan may look like a bare repository, with a configuration that starts what its author likes.
  arguments.insert(arguments.begin(), {"git", "-c", "safe.bareRepository=explicit", "-c", "core.fsmonitor=false"});
  std::vector<std::string> variables = environment();
  posix_spawn_file_actions_t actions;
  ::posix_spawn_file_actions_init(&actions);
  ::posix_spawn_file_actions_adddup2(&actions, ::fileno(in.get()), STDIN_FILENO);
  ::posix_spawn_file_actions_adddup2(&actions, ::fileno(out.get()), STDOUT_FILENO);
  ::posix_spawn_file_actions_adddup2(&actions, ::fileno(err.get()), STDERR_FILENO);
  pid_t child = 0;
  run.started =
      ::posix_spawnp(&child, "git", &actions, nullptr, pointers(arguments).data(), pointers(variables).data()) == 0;
  ::posix_spawn_file_actions_destroy(&actions);
  if (!run.started) return run;
  int status = 0;
  while (::waitpid(child, &status, 0) < 0 && errno == EINTR) {
  }
  run.code = WIFEXITED(status) ? WEXITSTATUS(status) : -1;
  run.out = read_back(out.get());
  run.err = read_back(err.get());
  return run;
}

std::string first_line(const std::string& text) { return text.substr(0, text.find('\n')); }

bool can_be_revision(const std::string& name) {
  const std::size_t brace = std::min(name.find('{'), name.size());  // main@{2 days ago}
  const std::string plain = name.substr(0, brace);
  const auto is_control = [](char c) { return static_cast<unsigned char>(c) < 0x20 || c == 0x7f; };
  return !name.empty() && std::string_view("-./").find(name.front()) == std::string_view::npos &&
         plain.find("..") == std::string::npos && plain.find_first_of(" ?*[\\") == std::string::npos &&
         std::none_of(name.begin(), name.end(), is_control);
}

bool is_revision_name(const std::string& name) {
  return can_be_revision(name) &&
         run_git({"rev-parse", "--verify", "--quiet", "--end-of-options", name + "^{tree}"}).fine();
}

std::vector<GitObject> find_objects(const std::vector<std::string>& names) {
  // Behind a line break a name would ask for something else, and each answer behind that would be one of another name.
  const auto is_one_line = [](const std::string& name) { return name.find('\n') == std::string::npos; };
  std::string asked;
  for (const std::string& name : names)
    if (is_one_line(name)) asked += name + '\n';
  const GitRun run = run_git({"cat-file", "--batch-check", "--follow-symlinks"}, asked);
  if (!run.fine()) return {};
  std::vector<GitObject> objects;
  std::size_t at = 0;
  for (const std::string& name : names) {
    if (is_one_line(name) && at >= run.out.size()) return {};
    objects.push_back(is_one_line(name) ? read_object(run.out, at) : GitObject());
  }
  return objects;
}

}  // namespace saldo
