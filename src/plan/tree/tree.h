// A TOML text as toml++ reads it, in memory of its own that is given back whole.
#pragma once

#include <toml++/toml.h>

#include <string_view>

#include "plan/tree/arena.h"

namespace saldo {

// Made, used and dropped by one thread. What is taken out of it is copied.
class Tree {
 public:
  explicit Tree(std::string_view text);  // throws toml::parse_error
  Tree(const Tree&) = delete;
  Tree& operator=(const Tree&) = delete;
  ~Tree();

  const toml::table& root() const { return *root_; }

 private:
  Arena memory_;
  const toml::table* root_ = nullptr;
};

}  // namespace saldo
