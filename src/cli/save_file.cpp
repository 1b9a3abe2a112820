#include "cli/save_file.h"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <csignal>
#include <cstdlib>
#include <filesystem>

#include "base/say.h"

namespace saldo {

namespace fs = std::filesystem;

namespace {

// While a file is being saved, whoever ends saldo waits until the draft has taken its place or is gone; a file that grows
// beyond what is allowed is a failed write, and not the end.
class Undisturbed {
 public:
  Undisturbed() : too_large_(std::signal(SIGXFSZ, SIG_IGN)) {
    sigset_t ends;
    ::sigemptyset(&ends);
    for (const int signal : {SIGINT, SIGTERM, SIGHUP, SIGQUIT}) ::sigaddset(&ends, signal);
    ::pthread_sigmask(SIG_BLOCK, &ends, &before_);
  }
  Undisturbed(const Undisturbed&) = delete;
  Undisturbed& operator=(const Undisturbed&) = delete;
  ~Undisturbed() {
    if (too_large_ != SIG_ERR) std::signal(SIGXFSZ, too_large_);
    ::pthread_sigmask(SIG_SETMASK, &before_, nullptr);
  }

 private:
  void (*too_large_)(int);
  sigset_t before_{};
};

// Made beside the file it is meant to replace, hidden so that nobody takes it for one of a plan when saldo is killed; gone
// again unless it has taken its place.
class Draft {
 public:
  explicit Draft(const fs::path& target)
      : name_((target.parent_path() / ("." + target.filename().string() + ".XXXXXX")).string()),
        fd_(::mkstemp(name_.data())) {}
  Draft(const Draft&) = delete;
  Draft& operator=(const Draft&) = delete;
  ~Draft() {
    if (fd_ < 0) return;
    ::close(fd_);
    if (!kept_) ::unlink(name_.c_str());
  }

  bool is_open() const { return fd_ >= 0; }
  bool write(std::string_view bytes) const {
    while (!bytes.empty()) {
      const ssize_t count = ::write(fd_, bytes.data(), bytes.size());
      if (count < 0 && errno == EINTR) continue;
      if (count < 0) return false;
      bytes.remove_prefix(static_cast<std::size_t>(count));
    }
    return ::fsync(fd_) == 0;
  }
  bool set_mode(mode_t mode) const { return ::fchmod(fd_, mode) == 0; }
  bool replace(const fs::path& target) {
    kept_ = ::rename(name_.c_str(), target.c_str()) == 0;
    return kept_;
  }

 private:
  std::string name_;
  int fd_;
  bool kept_ = false;
};

// The new name lasts only once its folder is on the disk; a file system that cannot do that is no trouble.
bool keep_folder(const fs::path& target) {
  const fs::path folder = target.parent_path();
  const int fd = ::open(folder.empty() ? "." : folder.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC);
  if (fd < 0) return errno == EACCES;
  const bool kept = ::fsync(fd) == 0 || errno == EINVAL || errno == ENOTSUP;
  const int reason = errno;
  ::close(fd);
  errno = reason;
  return kept;
}

mode_t mode_of_new_files() {
  const mode_t mask = ::umask(0);
  ::umask(mask);
  return 0666 & ~mask;
}

}  // namespace

std::optional<Message> save_file(const std::string& path, std::string_view bytes) {
  const auto trouble = [&] { return say("cannot write {}: {}", path, system_reason(errno)); };
  std::error_code error;
  const fs::path real = fs::weakly_canonical(path, error);
  const fs::path target = error ? fs::path(path) : real;
  struct stat status {};
  const bool exists = ::stat(target.c_str(), &status) == 0;
  if (!exists && errno != ENOENT) return trouble();
  if (exists && !S_ISREG(status.st_mode)) return say("cannot write {}: it is not a regular file", path);
  const Undisturbed undisturbed;
  Draft draft(target);
  const mode_t mode = exists ? status.st_mode & 0777 : mode_of_new_files();
  if (!draft.is_open() || !draft.write(bytes) || !draft.set_mode(mode) || !draft.replace(target)) return trouble();
  if (!keep_folder(target)) return trouble();
  return std::nullopt;
}

}  // namespace saldo
