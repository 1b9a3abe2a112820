// How alike names are: by the runs of three characters that they share.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace saldo {

using Runs = std::vector<std::string>;  // of three bytes, sorted, each once

// Case, accents and spaces do not count; the beginning of a name counts for more than its end.
Runs runs_of(std::string_view naam);

// From 0 to 100: twice the runs that both have in all the runs of each (Dice).
int likeness(const Runs& a, const Runs& b);
int likeness(std::string_view a, std::string_view b);

// Many names, to find those that may be like another without holding each against each.
class NameRuns {
 public:
  explicit NameRuns(std::size_t count) : runs_(count) {}
  void add(std::uint32_t at, std::string_view naam);

  const Runs& at(std::uint32_t at) const { return runs_[at]; }
  // Which names share a run with these that few have, in order and each once. Runs that many names have tell nothing
  // apart.
  std::vector<std::uint32_t> sharing(const Runs& runs) const;

 private:
  std::vector<Runs> runs_;
  std::unordered_map<std::string, std::vector<std::uint32_t>> holders_;
};

}  // namespace saldo
