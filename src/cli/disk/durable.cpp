#include "cli/disk/durable.h"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <csignal>

namespace saldo {

Undisturbed::Undisturbed() : too_large_(std::signal(SIGXFSZ, SIG_IGN)) {
  sigset_t ends;
  ::sigemptyset(&ends);
  for (const int signal : {SIGINT, SIGTERM, SIGHUP, SIGQUIT}) ::sigaddset(&ends, signal);
  ::pthread_sigmask(SIG_BLOCK, &ends, &before_);
}

Undisturbed::~Undisturbed() {
  if (too_large_ != SIG_ERR) std::signal(SIGXFSZ, too_large_);
  ::pthread_sigmask(SIG_SETMASK, &before_, nullptr);
}

bool write_durably(int fd, std::string_view bytes) {
  while (!bytes.empty()) {
    const ssize_t count = ::write(fd, bytes.data(), bytes.size());
    if (count < 0 && errno == EINTR) continue;
    if (count < 0) return false;
    bytes.remove_prefix(static_cast<std::size_t>(count));
  }
  return ::fsync(fd) == 0;
}

bool keep_names_in(const std::filesystem::path& folder) {
  const int fd = ::open(folder.empty() ? "." : folder.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC);
  if (fd < 0) return errno == EACCES;
  const bool kept = ::fsync(fd) == 0 || errno == EINVAL || errno == ENOTSUP;
  const int reason = errno;
  ::close(fd);
  errno = reason;
  return kept;
}

mode_t mode_of_new(mode_t full) {
  const mode_t mask = ::umask(0);
  ::umask(mask);
  return full & ~mask;
}

}  // namespace saldo
