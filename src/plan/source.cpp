#include "plan/source.h"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>

#include "base/say.h"

namespace saldo {

namespace {

class Descriptor {
 public:
  explicit Descriptor(const std::string& path) : fd_(::open(path.c_str(), O_RDONLY | O_NONBLOCK | O_CLOEXEC)) {}
  Descriptor(const Descriptor&) = delete;
  Descriptor& operator=(const Descriptor&) = delete;
  ~Descriptor() {
    if (fd_ >= 0) ::close(fd_);
  }
  int get() const { return fd_; }

 private:
  int fd_;
};

Message system_trouble() { return say("cannot be read: {}", system_reason(errno)); }

// Reads to the end, but never past the limit: a file may grow while it is read.
std::variant<std::string, Message> read_all(int fd, std::size_t expected) {
  std::string text(expected + 1, '\0');
  std::size_t used = 0;
  while (true) {
    const ssize_t count = ::read(fd, text.data() + used, text.size() - used);
    if (count < 0 && errno == EINTR) continue;
    if (count < 0) return system_trouble();
    if (count == 0) break;
    used += static_cast<std::size_t>(count);
    if (used > max_file_bytes) return say("is larger than 16 MiB");
    if (used == text.size()) text.resize(2 * text.size());
  }
  text.resize(used);
  return text;
}

}  // namespace

std::variant<std::string, Message> read_source(const std::string& path) {
  const Descriptor file(path);
  if (file.get() < 0) return system_trouble();
  struct stat status {};
  if (::fstat(file.get(), &status) != 0) return system_trouble();
  if (!S_ISREG(status.st_mode)) return say("is not a regular file");
  if (static_cast<std::uint64_t>(status.st_size) > max_file_bytes) return say("is larger than 16 MiB");
  return read_all(file.get(), static_cast<std::size_t>(status.st_size));
}

std::optional<std::string> LineReader::read(const std::string& path, std::uint32_t line) {
  if (path_ != path) {
    path_ = path;
    std::variant<std::string, Message> source = read_source(path);
    auto* text = std::get_if<std::string>(&source);
    text_ = text == nullptr ? "" : std::move(*text);
    starts_.clear();
    if (text != nullptr) starts_.push_back(0);
    for (std::size_t end = text_.find('\n'); end != std::string::npos; end = text_.find('\n', end + 1))
      starts_.push_back(end + 1);
  }
  if (line == 0 || line > starts_.size()) return std::nullopt;
  const std::size_t begin = starts_[line - 1];
  std::string found = text_.substr(begin, text_.find('\n', begin) - begin);
  if (found.ends_with('\r')) found.pop_back();
  return found;
}

}  // namespace saldo
