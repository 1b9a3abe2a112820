#include "cli/save_file.h"

#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <cstdlib>
#include <filesystem>
#include <new>
#include <optional>

#include "base/say.h"
#include "cli/disk/durable.h"

namespace saldo {

namespace fs = std::filesystem;

namespace saving {  // by a name, as SavedFile holds what stands in it

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
  const std::string& name() const { return name_; }
  bool append(std::string_view bytes) const { return write_all(fd_, bytes); }
  bool sync() const { return ::fsync(fd_) == 0; }
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

// A file to be saved: where it really is, and what mode it has or gets.
struct Destination {
  fs::path path;
  mode_t mode = 0;
  std::optional<Message> trouble;
};

// Where memory runs out the program ends at once (main.cpp): as long as this is there, the draft goes first. There is one
// at a time.
class RemovedWithoutMemory {
 public:
  explicit RemovedWithoutMemory(const Draft& draft) {
    name = draft.name().c_str();
    otherwise = std::set_new_handler([] {
      ::unlink(name);
      if (otherwise == nullptr) throw std::bad_alloc();
      otherwise();
    });
  }
  RemovedWithoutMemory(const RemovedWithoutMemory&) = delete;
  RemovedWithoutMemory& operator=(const RemovedWithoutMemory&) = delete;
  ~RemovedWithoutMemory() { std::set_new_handler(otherwise); }

 private:
  static inline const char* name = nullptr;
  static inline std::new_handler otherwise = nullptr;
};

Message cannot_write(const std::string& path) { return say("cannot write {}: {}", path, system_reason(errno)); }

// Where a path leads, from the root on; of what is not there, where it would.
fs::path whole_path(const std::string& path, std::error_code& error) {
  const fs::path absolute = fs::absolute(path, error);
  return error ? fs::path() : fs::weakly_canonical(absolute, error);
}

Destination destination_of(const std::string& path, const std::string& within) {
  std::error_code error;
  const fs::path real = fs::weakly_canonical(path, error);
  Destination to{error ? fs::path(path) : real, 0, {}};
  struct stat status {};
  const bool exists = ::stat(to.path.c_str(), &status) == 0;
  if (!exists && errno != ENOENT) to.trouble = cannot_write(path);
  else if (exists && !S_ISREG(status.st_mode)) to.trouble = say("cannot write {}: it is not a regular file", path);
  else if (!within.empty()) to.trouble = refuse_way_out(within, path);
  to.mode = exists ? status.st_mode & 0777 : mode_of_new(0666);
  return to;
}

}  // namespace saving

using namespace saving;

struct SavedFile::Writing {
  Writing(const std::string& written, const std::string& within) : path(written), to(destination_of(written, within)) {
    if (to.trouble) return;
    draft.emplace(to.path);
    if (draft->is_open()) watch.emplace(*draft);
    else to.trouble = cannot_write(path);
  }

  // Whether all is well, but for what `done` says of the last step.
  bool go_on(bool done) {
    if (!done && !to.trouble) to.trouble = cannot_write(path);
    return !to.trouble;
  }

  const std::string path;
  Destination to;
  Undisturbed undisturbed;
  std::optional<Draft> draft;
  std::optional<RemovedWithoutMemory> watch;
  std::string waiting;  // to be written together
};

std::optional<Message> refuse_way_out(const std::string& within, const std::string& path) {
  std::error_code error;
  const fs::path top = whole_path(within, error);
  const fs::path real = error ? fs::path() : whole_path(path, error);
  if (error) return say("cannot write {}: {}", path, system_reason(error.value()));
  const fs::path from_top = real.lexically_relative(top);
  if (!from_top.empty() && *from_top.begin() != "..") return std::nullopt;
  return say("cannot write {}: a link leads from there out of {}", path, within);
}

SavedFile::SavedFile(const std::string& path, const std::string& within)
    : writing_(std::make_unique<Writing>(path, within)) {}
SavedFile::~SavedFile() = default;

const std::string& SavedFile::draft() const {
  static const std::string none;
  return writing_->to.trouble ? none : writing_->draft->name();
}

bool SavedFile::write(std::string_view bytes) {
  constexpr std::size_t together = 1 << 16;
  if (writing_->to.trouble) return false;
  writing_->waiting += bytes;
  if (writing_->waiting.size() < together) return true;
  const bool written = !Undisturbed::is_asked_to_end() && writing_->draft->append(writing_->waiting);
  writing_->waiting.clear();
  return writing_->go_on(written);
}

std::optional<Message> SavedFile::keep() {
  Writing& writing = *writing_;
  if (writing.to.trouble) return writing.to.trouble;
  Draft& draft = *writing.draft;
  writing.go_on(draft.append(writing.waiting) && draft.sync() && draft.set_mode(writing.to.mode) &&
                draft.replace(writing.to.path) && keep_names_in(writing.to.path.parent_path()));
  return writing.to.trouble;
}

std::optional<Message> save_file(const std::string& path, std::string_view bytes, const std::string& within) {
  SavedFile file(path, within);
  file.write(bytes);
  return file.keep();
}

std::optional<Message> save_file(const std::string& path, const std::function<void(TextOut&)>& make,
                                 const std::string& within) {
  SavedFile file(path, within);
  TextOut out([&file](std::string_view piece) { return file.write(piece); });
  make(out);
  out.pass_on();
  return file.keep();
}

}  // namespace saldo
