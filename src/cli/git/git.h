// The program git, asked without a shell. Nothing that a repository names is ever started, and nothing is fetched.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace saldo {

struct GitRun {
  bool started = false;
  int code = -1;
  std::string out, err;
  bool fine() const { return started && code == 0; }
};
GitRun run_git(std::vector<std::string> arguments, const std::string& input = {});

// Up to the end of its first line.
std::string first_line(const std::string& text);

// Whether git knows a name as something with files in it: a commit, tag, branch or tree. What can never be one is not asked.
bool is_revision_name(const std::string& name);
bool can_be_revision(const std::string& name);

// What REV:PATH or TREE:PATH stands for, links inside that tree followed.
struct GitObject {
  enum class Kind { file, folder, outside, nothing };  // outside: a link leads out of the tree
  Kind kind = Kind::nothing;
  std::string id;
  std::uint64_t size = 0;
};
// One for each name; nothing at all when git does not answer.
std::vector<GitObject> find_objects(const std::vector<std::string>& names);

}  // namespace saldo
