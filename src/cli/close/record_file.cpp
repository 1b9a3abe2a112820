#include "cli/close/record_file.h"

#include <fcntl.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <filesystem>
#include <variant>

#include "base/say.h"
#include "cli/disk/durable.h"
#include "cli/save_file.h"
#include "plan/source.h"

namespace saldo {

namespace fs = std::filesystem;

namespace {

bool is_link(const fs::path& path) {
  std::error_code error;
  return fs::is_symlink(fs::symlink_status(path, error));
}

// A new folder lasts once the one it is in is on the disk.
std::optional<Message> make_folder(const fs::path& folder) {
  const bool is_new = ::mkdir(folder.c_str(), 0777) == 0;
  if (is_new ? keep_names_in(folder.parent_path()) : errno == EEXIST) return std::nullopt;
  return say("cannot make {}: {}", folder.string(), system_reason(errno));
}

}  // namespace

std::string record_path(const std::string& plan, Year year, std::optional<Date> peildatum) {
  const std::string name = peildatum ? to_text(*peildatum) : std::to_string(year.value);
  return (fs::path(plan) / "afsluitingen" / (name + ".toml")).string();
}

bool is_one_file(const std::string& plan) {
  std::error_code error;
  return fs::is_regular_file(plan, error);
}

std::optional<std::string> read_record(const std::string& path) {
  std::error_code error;
  if (!fs::exists(fs::symlink_status(path, error))) return std::nullopt;
  std::variant<std::string, Message> source = read_source(path);
  if (auto* text = std::get_if<std::string>(&source)) return std::move(*text);
  return "";
}

CloseLock::CloseLock(const std::string& plan) : fd_(::open(plan.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC)) {
  held_ = fd_ >= 0 && ::flock(fd_, LOCK_EX | LOCK_NB) == 0;
}

CloseLock::~CloseLock() {
  if (fd_ >= 0) ::close(fd_);
}

std::optional<Message> write_record(const std::string& plan, const std::string& target,
                                    const std::optional<std::string>& before, std::string_view text) {
  const CloseLock lock(plan);
  if (!lock.is_held()) return say("another `saldo close` is writing in {}: try again when it is done", plan);
  const fs::path path = target;
  for (const fs::path& one : {path.parent_path(), path})
    if (is_link(one)) return say("cannot write {}: {} is a link", path.string(), one.string());
  if (auto trouble = make_folder(path.parent_path())) return trouble;
  if (read_record(path.string()) != before)
    return say("cannot write {}: somebody else has written it since it was read; try again", path.string());
  return save_file(path.string(), text);
}

}  // namespace saldo
