// What both targets stand on: bytes as a file that is in memory only.
#pragma once

#include <sys/mman.h>
#include <unistd.h>

#include <cstdint>
#include <cstdlib>
#include <string>

class OneFile {
 public:
  OneFile(const std::uint8_t* data, std::size_t size) : fd_(::memfd_create("plan.toml", MFD_CLOEXEC)) {
    if (fd_ < 0 || ::write(fd_, data, size) != static_cast<ssize_t>(size)) std::abort();
  }
  OneFile(const OneFile&) = delete;
  OneFile& operator=(const OneFile&) = delete;
  ~OneFile() { ::close(fd_); }
  std::string path() const { return "/proc/self/fd/" + std::to_string(fd_); }

 private:
  int fd_;
};

// Stays on in every build: what does not hold is a bug in saldo.
inline void must(bool holds) {
  if (!holds) std::abort();
}
