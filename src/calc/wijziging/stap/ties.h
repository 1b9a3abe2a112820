// Which projects of a plan have to do with each other: one names the other, whatever for.
#pragma once

#include <functional>
#include <set>
#include <string>
#include <unordered_map>
#include <vector>

#include "plan/model.h"

namespace saldo {

using Numbers = std::set<std::string, std::less<>>;  // of projects

// The projects that this one names: of a joined plan as of a linked one.
Numbers named_by(const Plan& plan, const Project& project);

class Ties {
 public:
  // From now on it names these, in the place of what it named before.
  void set(const std::string& nr, Numbers named);

  bool is_named(const std::string& nr) const;

  // These, those they name or are named by, those of them, and so on. Some may not be there.
  Numbers tied_to(const Numbers& some) const;

 private:
  struct Of {
    Numbers names, named_by;
  };
  std::unordered_map<std::string, Of> of_;
};

}  // namespace saldo
