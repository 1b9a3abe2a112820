#include "cli/git_files.h"

#include <fcntl.h>
#include <spawn.h>
#include <sys/wait.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <charconv>
#include <cstdio>
#include <map>
#include <memory>
#include <optional>

#include "base/say.h"
#include "plan/source.h"

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

struct GitRun {
  bool started = false;
  int code = -1;
  std::string out, err;
  bool fine() const { return started && code == 0; }
};

// What git says is asked in English, and it must not ask anything back.
std::vector<std::string> environment() {
  std::vector<std::string> all;
  for (char** variable = ::environ; *variable != nullptr; ++variable)
    if (!std::string_view(*variable).starts_with("LC_ALL=")) all.emplace_back(*variable);
  all.insert(all.end(), {"LC_ALL=C", "GIT_TERMINAL_PROMPT=0", "GIT_OPTIONAL_LOCKS=0"});
  return all;
}

std::vector<char*> pointers(std::vector<std::string>& words) {
  std::vector<char*> all;
  for (std::string& word : words) all.push_back(word.data());
  all.push_back(nullptr);
  return all;
}

GitRun run_git(std::vector<std::string> arguments, const std::string& input = {}) {
  GitRun run;
  const NamelessFile in = nameless_file(), out = nameless_file(), err = nameless_file();
  if (!in || !out || !err) return run;
  const bool written =
      std::fwrite(input.data(), 1, input.size(), in.get()) == input.size() && std::fflush(in.get()) == 0;
  if (!written || std::fseek(in.get(), 0, SEEK_SET) != 0) return run;
  arguments.insert(arguments.begin(), "git");
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

// The object a name stands for, by its id.
std::optional<std::string> find_object(const std::string& name) {
  const GitRun run = run_git({"rev-parse", "--verify", "--quiet", "--end-of-options", name});
  if (!run.fine()) return std::nullopt;
  return first_line(run.out);
}

struct Blob {
  std::string id;
  std::string path;  // inside the folder; empty for a plan that is one file
  std::uint64_t size = 0;
};

// "100644 blob 3b18e5…    1234\tprojecten/3.5.toml": what is no regular file is left out.
std::optional<Blob> read_entry(std::string_view entry) {
  const std::size_t tab = entry.find('\t');
  if (tab == std::string_view::npos || !entry.starts_with("100")) return std::nullopt;
  std::vector<std::string_view> words;
  for (std::size_t at = 0; at < tab;) {
    const std::size_t end = std::min(entry.find(' ', at), tab);
    if (end > at) words.push_back(entry.substr(at, end - at));
    at = end + 1;
  }
  if (words.size() != 4 || words[1] != "blob") return std::nullopt;
  Blob blob{std::string(words[2]), std::string(entry.substr(tab + 1)), 0};
  std::from_chars(words[3].data(), words[3].data() + words[3].size(), blob.size);
  return blob;
}

// The files of the plan in a folder, in their order.
std::vector<Blob> list_folder(const std::string& tree) {
  const GitRun run = run_git({"ls-tree", "-r", "-z", "-l", "--full-tree", tree});
  std::map<std::string, Blob> by_path;
  std::vector<std::string> paths;
  for (std::size_t at = 0; at < run.out.size();) {
    const std::size_t end = std::min(run.out.find('\0', at), run.out.size());
    std::optional<Blob> blob = read_entry(std::string_view(run.out).substr(at, end - at));
    at = end + 1;
    if (!blob || !is_in_plan(blob->path)) continue;
    paths.push_back(blob->path);
    by_path.emplace(blob->path, std::move(*blob));
  }
  sort_plan_files(paths);
  std::vector<Blob> blobs;
  for (const std::string& path : paths) blobs.push_back(std::move(by_path.at(path)));
  return blobs;
}

// Of each blob "ID blob SIZE\n", its bytes and "\n"; nothing when that is not what git gives.
std::optional<std::vector<std::string>> read_blobs(const std::vector<Blob>& blobs) {
  std::string ids;
  for (const Blob& blob : blobs) ids += blob.id + '\n';
  const GitRun run = run_git({"cat-file", "--batch"}, ids);
  std::vector<std::string> texts;
  std::size_t at = 0;
  for (std::size_t i = 0; i < blobs.size(); ++i) {
    const std::size_t end = run.out.find('\n', at);
    if (!run.fine() || end == std::string::npos) return std::nullopt;
    const std::string head = run.out.substr(at, end - at);
    std::size_t size = 0;
    const std::size_t digits = head.rfind(' ') + 1;
    if (head.find(" blob ") == std::string::npos) return std::nullopt;
    std::from_chars(head.data() + digits, head.data() + head.size(), size);
    if (end + 1 + size >= run.out.size()) return std::nullopt;
    texts.push_back(run.out.substr(end + 1, size));
    at = end + 1 + size + 1;
  }
  return texts;
}

struct RevisionPath {
  std::string revision;
  std::string path;
};

// A trailing slash is how a shell completes a folder; "." is the working folder.
RevisionPath parse_name(const std::string& written) {
  const std::size_t colon = written.find(':');
  RevisionPath named{written.substr(0, colon), written.substr(colon + 1)};
  while (named.path.size() > 1 && named.path.ends_with('/') && named.path != "./") named.path.pop_back();
  if (named.path == ".") named.path = "./";
  return named;
}

Message no_such_path(const std::string& written, const RevisionPath& named) {
  if (!named.path.starts_with('.') && find_object(named.revision + ":./" + named.path))
    return say("{}: revision {} has no {} at the top of the repository; did you mean {}:./{}?", written, named.revision,
               named.path, named.revision, named.path);
  return say("{}: revision {} has no {}", written, named.revision, named.path);
}

Message no_repository(const std::string& written, const GitRun& run) {
  if (!run.started)
    return say("{}: there is no such path, and git, which could look for a revision, cannot be started", written);
  return say("{}: there is no such path, and git finds no repository here: {}", written, first_line(run.err));
}

}  // namespace

std::variant<std::vector<SourceText>, Message> read_revision(const std::string& written) {
  const RevisionPath named = parse_name(written);
  if (const GitRun run = run_git({"rev-parse", "--git-dir"}); !run.fine()) return no_repository(written, run);
  const std::optional<std::string> object = find_object(named.revision + ":" + named.path);
  if (named.revision.empty() || (!object && !find_object(named.revision + "^{tree}")))
    return say("{}: there is no such path, and the repository has no revision `{}`", written, named.revision);
  if (!object) return no_such_path(written, named);
  const std::string type = first_line(run_git({"cat-file", "-t", *object}).out);
  const std::vector<Blob> blobs = type == "tree" ? list_folder(*object) : std::vector<Blob>{{*object, "", 0}};
  if (blobs.empty()) return say("{}: holds no *.toml file", written);
  std::uint64_t bytes = 0;
  for (const Blob& blob : blobs) bytes += blob.size;
  if (blobs.size() > max_plan_files || bytes > max_plan_bytes)
    return say("{}: holds more than 100.000 files or 1 GiB", written);
  std::optional<std::vector<std::string>> texts = read_blobs(blobs);
  if (!texts) return say("{}: git cannot give the files of this revision", written);
  const std::string folder = written.ends_with('/') || written.ends_with(':') ? written : written + "/";
  std::vector<SourceText> files;
  for (std::size_t i = 0; i < blobs.size(); ++i)
    files.push_back({blobs[i].path.empty() ? written : folder + blobs[i].path, std::move((*texts)[i])});
  return files;
}

}  // namespace saldo
