// Posts that come at the end of a project: where nothing else follows from them, they are worked out by themselves.
#pragma once

#include <cstddef>
#include <string>
#include <unordered_map>

#include "calc/balances.h"
#include "plan/model.h"

namespace saldo {

// Projects that grow again and again: what was looked at is not looked at once more.
class GrowingProjects {
 public:
  // Whether the posts from `first` on follow from no other post, and no other follows from them. Of a plan without kinds,
  // in which nothing names the project.
  bool stand_apart(const Project& project, std::size_t first);

  // Its posts may be others than when it was asked for.
  void forget(const std::string& nr) { looked_at_.erase(nr); }

 private:
  // How many posts each begins with that do not take what is left, mirror, or follow from all others.
  std::unordered_map<std::string, std::size_t> looked_at_;
};

// The project as if it had only those, and begins with nothing.
Project with_only(const Project& project, std::size_t first);

// What it comes to with these beside what it came to without them.
Balance added_up(Balance without, const Balance& only);

}  // namespace saldo
