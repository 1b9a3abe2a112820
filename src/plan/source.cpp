#include "plan/source.h"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <filesystem>
#include <system_error>

#include "base/say.h"
#include "base/text.h"

namespace saldo {

namespace fs = std::filesystem;

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

bool is_plan_file(const fs::path& path) {
  return path.extension() == ".toml" && !path.filename().string().starts_with('.');
}

bool is_left_out(const fs::path& folder) {
  const std::string name = folder.filename().string();
  return name == "scenarios" || name.starts_with('.');
}

// A folder is walked before it is sorted, so the order in which the disk gives names does not matter.
PlanFiles list_folder(const std::string& folder) {
  PlanFiles files;
  std::error_code error;
  fs::recursive_directory_iterator entry(folder, error);
  for (; !error && entry != fs::recursive_directory_iterator(); entry.increment(error)) {
    std::error_code ignored;
    if (entry->is_directory(ignored)) {
      if (entry->is_symlink(ignored) || is_left_out(entry->path())) entry.disable_recursion_pending();
    } else if (is_plan_file(entry->path())) {
      files.paths.push_back(entry->path().string());
      if (files.paths.size() > max_plan_files) {
        files.trouble = say("holds more than 100.000 files");
        return files;
      }
    }
  }
  if (error) files.trouble = say("cannot be read: {}", system_reason(error.value()));
  else if (files.paths.empty()) files.trouble = say("holds no *.toml file");
  sort_plan_files(files.paths);
  return files;
}

}  // namespace

std::string scenario_path(const std::string& plan, const std::string& name) {
  std::error_code error;
  if (fs::exists(name, error)) return name;
  const fs::path inside = fs::path(plan) / "scenarios" / (name + ".toml");
  return fs::exists(inside, error) ? inside.string() : name;
}

bool is_in_plan(const std::string& path) {
  const fs::path whole = path;
  const fs::path folders = whole.parent_path();
  return is_plan_file(whole) && std::none_of(folders.begin(), folders.end(), is_left_out);
}

void sort_plan_files(std::vector<std::string>& paths) {
  std::sort(paths.begin(), paths.end());
  std::stable_sort(paths.begin(), paths.end(), natural_less);
}

PlanFiles list_plan_files(const std::string& path) {
  std::error_code error;
  const fs::file_status status = fs::status(path, error);
  if (status.type() == fs::file_type::not_found) return {{}, say("does not exist")};
  if (error) return {{}, say("cannot be read: {}", system_reason(error.value()))};
  if (fs::is_directory(status)) return list_folder(path);
  return {{path}, std::nullopt};
}

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
