// FNV-1a of 64 bits as its authors give it (Fowler, Noll, Vo): quick, and the same on every machine, unlike std::hash.
// Whoever wants to can make two texts with the same number: what that could hide is compared as text too.
#pragma once

#include <cstdint>
#include <string_view>

namespace saldo {

class Fnv1a {
 public:
  void add(char c) { hash_ = (hash_ ^ static_cast<unsigned char>(c)) * 0x100000001b3; }
  void add(std::string_view text) {
    for (const char c : text) add(c);
  }

  std::uint64_t hash() const { return hash_; }

 private:
  std::uint64_t hash_ = 0xcbf29ce484222325;
};

}  // namespace saldo
