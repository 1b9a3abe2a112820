// Where the record of a year is kept in the folder of a plan, and how it gets there: whole or not at all, never through a
// link, never over what somebody else has written since, and one at a time.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "base/finding/diagnostic.h"
#include "base/year.h"

namespace saldo {

// afsluitingen/2025.toml in the folder of the plan.
std::string record_path(const std::string& plan, Year year);

// A plan that is one file takes no other files in.
bool is_one_file(const std::string& plan);

// What is there now; nothing when there is no such file.
std::optional<std::string> read_record(const std::string& path);

// While it lives, no other close of this plan writes.
class CloseLock {
 public:
  explicit CloseLock(const std::string& plan);
  CloseLock(const CloseLock&) = delete;
  CloseLock& operator=(const CloseLock&) = delete;
  ~CloseLock();
  bool is_held() const { return held_; }

 private:
  int fd_ = -1;
  bool held_ = false;
};

// Writes it where `before` still stands. Tells what went wrong, if anything did: then that file is as it was.
std::optional<Message> write_record(const std::string& plan, Year year, const std::optional<std::string>& before,
                                    std::string_view text);

}  // namespace saldo
