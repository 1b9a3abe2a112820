#include "cli/save_file.h"

#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <cstdlib>
#include <filesystem>

#include "base/say.h"
#include "cli/disk/durable.h"

namespace saldo {

namespace fs = std::filesystem;

namespace {

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
  bool write(std::string_view bytes) const { return write_durably(fd_, bytes); }
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
  const mode_t mode = exists ? status.st_mode & 0777 : mode_of_new(0666);
  if (!draft.is_open() || !draft.write(bytes) || !draft.set_mode(mode) || !draft.replace(target)) return trouble();
  if (!keep_names_in(target.parent_path())) return trouble();
  return std::nullopt;
}

}  // namespace saldo
