#include "cli/git/git_files.h"

#include <algorithm>
#include <charconv>
#include <filesystem>
#include <map>
#include <optional>

#include "base/say.h"
#include "cli/git/git.h"
#include "cli/git/git_words.h"
#include "plan/plan_files.h"
#include "plan/source.h"

namespace saldo {

namespace fs = std::filesystem;

namespace {

struct Blob {
  std::string id;
  std::string path;  // inside the folder; empty for a plan that is one file
  std::uint64_t size = 0;
};

enum class EntryKind { file, link, submodule };
struct Entry {
  EntryKind kind;
  Blob blob;
};

// "100644 blob 3b18e5…    1234\tprojecten/3.5.toml"
std::optional<Entry> read_entry(std::string_view entry) {
  const std::size_t tab = entry.find('\t');
  if (tab == std::string_view::npos) return std::nullopt;
  std::vector<std::string_view> words;
  for (std::size_t at = 0; at < tab;) {
    const std::size_t end = std::min(entry.find(' ', at), tab);
    if (end > at) words.push_back(entry.substr(at, end - at));
    at = end + 1;
  }
  if (words.size() != 4) return std::nullopt;
  Blob blob{std::string(words[2]), std::string(entry.substr(tab + 1)), 0};
  std::from_chars(words[3].data(), words[3].data() + words[3].size(), blob.size);
  const EntryKind kind = words[1] == "commit"             ? EntryKind::submodule
                         : words[0].starts_with("120000") ? EntryKind::link
                                                          : EntryKind::file;
  return Entry{kind, std::move(blob)};
}

// Everything in a folder and the folders in it; nothing when git cannot give it.
std::optional<std::vector<Entry>> list_tree(const std::string& tree) {
  const GitRun run = run_git({"ls-tree", "-r", "-z", "-l", "--full-tree", tree});
  if (!run.fine()) return std::nullopt;
  std::vector<Entry> entries;
  for (std::size_t at = 0; at < run.out.size();) {
    const std::size_t end = std::min(run.out.find('\0', at), run.out.size());
    if (std::optional<Entry> entry = read_entry(std::string_view(run.out).substr(at, end - at)))
      entries.push_back(std::move(*entry));
    at = end + 1;
  }
  return entries;
}

bool is_looked_in(const std::string& path) {
  const fs::path whole = path;
  return std::none_of(whole.begin(), whole.end(), [](const fs::path& part) { return is_left_out(part.string()); });
}

bool tree_holds_plan_file(const std::string& tree) {
  const std::optional<std::vector<Entry>> entries = list_tree(tree);
  return !entries || std::any_of(entries->begin(), entries->end(), [](const Entry& entry) {
    const FileRole role = role_of(entry.blob.path);
    return role == FileRole::plan || role == FileRole::alike;
  });
}

LeftOut left_out_submodule(const std::string& path) {
  return {path, say("is a submodule, whose files git keeps in a repository of its own, and is not read"),
          say("compare the folders on the disk, or keep the submodule outside the folder of the plan")};
}

// What a folder of a revision holds of a plan.
class Folder {
 public:
  // `from_top` is TREE:PATH of the same folder, TREE that of the whole repository; "" where that is not known.
  Folder(std::string tree, std::string from_top) : tree_(std::move(tree)), from_top_(std::move(from_top)) {}

  // False when git cannot give it.
  bool list() {
    const std::optional<std::vector<Entry>> entries = list_tree(tree_);
    if (!entries) return false;
    std::vector<std::string> links;
    for (const Entry& entry : *entries) {
      if (!is_looked_in(entry.blob.path)) continue;
      if (entry.kind == EntryKind::link) links.push_back(entry.blob.path);
      else if (entry.kind == EntryKind::submodule) left_out_.push_back(left_out_submodule(entry.blob.path));
      else take_file(entry.blob);
    }
    return take_links(links);
  }

  std::vector<Blob> blobs() {
    std::vector<std::string> paths;
    for (const auto& [path, blob] : by_path_) paths.push_back(path);
    sort_plan_files(paths);
    std::vector<Blob> blobs;
    for (const std::string& path : paths) blobs.push_back(std::move(by_path_.at(path)));
    return blobs;
  }
  std::vector<LeftOut> left_out() { return std::move(left_out_); }

 private:
  void take_file(const Blob& blob) {
    const FileRole role = role_of(blob.path);
    if (role == FileRole::plan) by_path_.emplace(blob.path, blob);
    if (role == FileRole::alike) left_out_.push_back(left_out_alike(blob.path));
  }

  bool take_links(const std::vector<std::string>& links) {
    if (links.empty()) return true;
    const std::vector<GitObject> inside = find_all(tree_ + ":", links);
    const std::vector<GitObject> anywhere = from_top_.empty() ? inside : find_all(from_top_ + "/", links);
    if (inside.size() != links.size() || anywhere.size() != links.size()) return false;
    for (std::size_t i = 0; i < links.size(); ++i) take_link(links[i], inside[i], anywhere[i]);
    return true;
  }

  // Many links may lead to one folder.
  bool holds_plan_file(const std::string& tree) {
    const auto [known, is_new] = holds_.try_emplace(tree, false);
    if (is_new) known->second = tree_holds_plan_file(tree);
    return known->second;
  }

  static std::vector<GitObject> find_all(const std::string& folder, const std::vector<std::string>& links) {
    std::vector<std::string> names;
    for (const std::string& link : links) names.push_back(folder + link);
    return find_objects(names);
  }

  void take_link(const std::string& path, const GitObject& inside, const GitObject& anywhere) {
    const FileRole role = role_of(path);
    if (inside.kind == GitObject::Kind::file) return take_file({inside.id, path, inside.size});
    if (anywhere.kind == GitObject::Kind::folder) {
      if (holds_plan_file(anywhere.id)) left_out_.push_back(left_out_linked_folder(path));
    } else if (role == FileRole::alike) {
      left_out_.push_back(left_out_alike(path));
    } else if (role == FileRole::plan || is_folder_elsewhere(path, anywhere)) {
      left_out_.push_back(left_out_link(path));
    }
  }

  // Out of the repository nothing can be seen: what has no ending is a folder.
  static bool is_folder_elsewhere(const std::string& path, const GitObject& anywhere) {
    return anywhere.kind == GitObject::Kind::outside && fs::path(path).extension().empty();
  }

  std::string tree_;
  std::string from_top_;
  std::map<std::string, Blob> by_path_;
  std::map<std::string, bool> holds_;  // a plan file, by the id of a tree
  std::vector<LeftOut> left_out_;
};

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

// A trailing slash is how a shell completes a folder; "." is the working folder.
RevisionPath parse_name(const std::string& written) {
  const std::size_t brace = written.find('{');  // HEAD@{2026-11-27 09:00}:begroting
  const std::size_t colon = written.find(':', brace < written.find(':') ? written.find('}') : 0);
  if (colon == std::string::npos) return {written, ""};
  RevisionPath named{written.substr(0, colon), written.substr(colon + 1)};
  while (named.path.size() > 1 && named.path.ends_with('/') && named.path != "./") named.path.pop_back();
  if (named.path == ".") named.path = "./";
  return named;
}

// The path as seen from the top of the repository.
std::string from_top(const RevisionPath& named) {
  const bool from_here = named.path.starts_with("./") || named.path.starts_with("../");
  const std::string prefix = from_here ? first_line(run_git({"rev-parse", "--show-prefix"}).out) : "";
  std::string path = fs::path(prefix + named.path).lexically_normal().generic_string();
  while (path.ends_with('/')) path.pop_back();
  return path == "." ? "" : path;
}

std::variant<RevisionFiles, Message> read_texts(const std::string& written, const std::vector<Blob>& blobs,
                                                std::vector<LeftOut> left_out) {
  if (blobs.empty() && left_out.empty()) return say("{}: holds no *.toml file", written);
  std::uint64_t bytes = 0;
  for (const Blob& blob : blobs) bytes += blob.size;
  if (blobs.size() > max_plan_files || bytes > max_plan_bytes)
    return say("{}: holds more than 100.000 files or 1 GiB", written);
  std::optional<std::vector<std::string>> texts = read_blobs(blobs);
  if (!texts)
    return say(
        "{}: git does not have all files of this revision; in a partial clone `git fetch --refetch --no-filter` "
        "fetches them",
        written);
  const std::string folder = written.ends_with('/') || written.ends_with(':') ? written : written + "/";
  RevisionFiles files;
  for (std::size_t i = 0; i < blobs.size(); ++i)
    files.texts.push_back({blobs[i].path.empty() ? written : folder + blobs[i].path, std::move((*texts)[i])});
  for (LeftOut& one : left_out) one.path.insert(0, folder);
  files.left_out = std::move(left_out);
  return files;
}

std::variant<RevisionFiles, Message> read_folder(const std::string& written, const RevisionPath& named,
                                                 const std::string& tree) {
  const std::string top = from_top(named);
  Folder folder(tree, top.empty() ? "" : named.revision + ":" + top);
  if (!folder.list()) return say("{}: git cannot give the files of this revision", written);
  return read_texts(written, folder.blobs(), folder.left_out());
}

}  // namespace

bool is_in_git(const std::string& written) {
  if (written.find(':') == std::string::npos) return false;
  std::error_code ignored;
  return !fs::exists(written, ignored) || is_revision_name(parse_name(written).revision);
}

std::variant<RevisionFiles, Message> read_revision(const std::string& written) {
  const RevisionPath named = parse_name(written);
  if (!can_be_revision(named.revision)) return no_revision(written, named);
  if (const GitRun run = run_git({"rev-parse", "--git-dir"}); !run.fine()) return no_repository(written, run);
  if (!is_revision_name(named.revision)) return no_revision(written, named);
  const std::vector<GitObject> found = find_objects({named.revision + ":" + named.path});
  if (found.size() != 1) return no_such_path(written, named);
  switch (found.front().kind) {
    case GitObject::Kind::file: return read_texts(written, {{found.front().id, "", found.front().size}}, {});
    case GitObject::Kind::folder: return read_folder(written, named, found.front().id);
    case GitObject::Kind::outside: return say("{}: is a link to something outside the repository", written);
    case GitObject::Kind::nothing: break;
  }
  return no_such_path(written, named);
}

}  // namespace saldo
