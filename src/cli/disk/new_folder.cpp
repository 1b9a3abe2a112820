#include "cli/disk/new_folder.h"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <cstdio>
#include <cstdlib>
#include <filesystem>
#include <set>

#include "base/say.h"
#include "cli/disk/durable.h"

namespace saldo {

namespace fs = std::filesystem;

namespace {

// Where it is really made: behind a link, and without a slash at the end.
fs::path target_of(const std::string& folder) {
  std::error_code error;
  fs::path path = fs::weakly_canonical(fs::absolute(folder, error), error);
  if (error) path = folder;
  return path.has_filename() ? path : path.parent_path();
}

Message cannot_make(const std::string& folder, int reason) {
  return say("cannot make {}: {}", folder, system_reason(reason));
}

// Hidden, beside what it becomes, and gone again unless it has.
class DraftFolder {
 public:
  explicit DraftFolder(const fs::path& target) : name_((target.parent_path() / ".saldo.XXXXXX").string()) {
    made_ = ::mkdtemp(name_.data()) != nullptr;
  }
  DraftFolder(const DraftFolder&) = delete;
  DraftFolder& operator=(const DraftFolder&) = delete;
  ~DraftFolder() {
    std::error_code error;
    if (made_) fs::remove_all(name_, error);
  }

  bool is_made() const { return made_; }
  const std::string& name() const { return name_; }
  bool write(const FolderFile& file) {
    const fs::path path = fs::path(name_) / file.path;
    if (!make_folders_of(path)) return false;
    const int fd = ::open(path.c_str(), O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0666);
    if (fd < 0) return false;
    const bool written = write_durably(fd, file.bytes);
    const int reason = errno;
    const bool closed = ::close(fd) == 0;
    if (!written) errno = reason;
    return written && closed;
  }
  // Every folder of it is on the disk before it gets its name.
  bool replace(const fs::path& target) {
    for (const fs::path& folder : folders_)
      if (!keep_names_in(folder)) return false;
    struct stat status {};  // a folder that all of a group share says so in its mode, and those in it do
    if (!keep_names_in(name_) || ::stat(name_.c_str(), &status) != 0) return false;
    if (::chmod(name_.c_str(), mode_of_new(0777) | (status.st_mode & S_ISGID)) != 0) return false;
    if (::rename(name_.c_str(), target.c_str()) != 0) return false;
    made_ = false;
    return true;
  }

 private:
  bool make_folders_of(const fs::path& path) {
    fs::path folder = name_;
    for (const fs::path& part : path.parent_path().lexically_relative(name_)) {
      if (part == ".") continue;
      folder /= part;
      if (folders_.insert(folder).second && ::mkdir(folder.c_str(), 0777) != 0) return false;
    }
    return true;
  }

  std::string name_;
  bool made_ = false;
  std::set<fs::path> folders_;
};

}  // namespace

std::optional<Message> cannot_be_new(const std::string& folder) {
  const fs::path target = target_of(folder);
  struct stat status {};
  if (::stat(target.c_str(), &status) != 0) {
    if (errno != ENOENT) return cannot_make(folder, errno);
    if (::stat(target.parent_path().c_str(), &status) != 0)
      return say("cannot make {}: the folder it should come in, {}, is not there", folder,
                 target.parent_path().string());
    return std::nullopt;
  }
  if (!S_ISDIR(status.st_mode)) return say("cannot make {}: it is there already, and is no folder", folder);
  std::error_code error;
  if (fs::equivalent(target, ".", error))  // it gets another place on the disk, and whoever is in it would stay behind
    return say("cannot make {}: you are in it; go to the folder above it, and give its name", folder);
  const bool is_empty = fs::is_empty(target, error);
  if (error) return cannot_make(folder, error.value());
  if (!is_empty)
    return say("cannot make {}: it is there already, and not empty; give the name of a new folder", folder);
  return std::nullopt;
}

std::optional<Message> save_folder(const std::string& folder, const std::vector<FolderFile>& files,
                                   const CompleteFolder& complete) {
  std::size_t at = 0;
  return save_folder(
      folder, [&]() { return at < files.size() ? &files[at++] : nullptr; }, complete);
}

std::optional<Message> save_folder(const std::string& folder, const NextFile& next, const CompleteFolder& complete) {
  if (auto trouble = cannot_be_new(folder)) return trouble;
  const fs::path target = target_of(folder);
  const Undisturbed undisturbed;
  DraftFolder draft(target);
  if (!draft.is_made()) return cannot_make(folder, errno);
  while (const FolderFile* file = next())
    if (Undisturbed::is_asked_to_end() || !draft.write(*file))
      return say("cannot write {}: {}", (fs::path(folder) / file->path).string(), system_reason(errno));
  if (complete)
    if (auto trouble = complete(draft.name())) return trouble;
  if (!draft.replace(target) || !keep_names_in(target.parent_path())) return cannot_make(folder, errno);
  return std::nullopt;
}

}  // namespace saldo
