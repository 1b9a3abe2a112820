// What writes to the disk has in common: nobody ends it halfway, and what is written lasts.
#pragma once

#include <signal.h>
#include <sys/types.h>

#include <filesystem>
#include <string_view>

namespace saldo {

// While it lives, whoever ends saldo waits until a draft has taken its place or is gone; a file that grows beyond what is
// allowed is a failed write, and not the end.
class Undisturbed {
 public:
  Undisturbed();
  Undisturbed(const Undisturbed&) = delete;
  Undisturbed& operator=(const Undisturbed&) = delete;
  ~Undisturbed();

 private:
  void (*too_large_)(int);
  sigset_t before_{};
};

// All of it, and until it is on the disk. As those below it tells by errno why not.
bool write_durably(int fd, std::string_view bytes);

// A name in a folder lasts only once the folder is on the disk; a file system that cannot do that is no trouble.
bool keep_names_in(const std::filesystem::path& folder);

// 0666 or 0777 without what the umask of the user takes away.
mode_t mode_of_new(mode_t full);

}  // namespace saldo
