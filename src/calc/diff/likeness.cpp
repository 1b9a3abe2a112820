#include "calc/diff/likeness.h"

#include <algorithm>

#include "base/text.h"

namespace saldo {

namespace {

constexpr std::size_t crowd = 64;  // runs that more names have than this tell nothing apart

}  // namespace

Runs runs_of(std::string_view naam) {
  const std::string text = "\x01\x01" + folded(naam) + "\x01";  // so that the beginning counts for more than the end
  Runs runs;
  for (std::size_t i = 0; i + 3 <= text.size(); ++i) runs.push_back(text.substr(i, 3));
  std::sort(runs.begin(), runs.end());
  runs.erase(std::unique(runs.begin(), runs.end()), runs.end());
  return runs;
}

int likeness(const Runs& a, const Runs& b) {
  std::size_t shared = 0;
  for (auto x = a.begin(), y = b.begin(); x != a.end() && y != b.end();) {
    if (*x == *y) ++shared, ++x, ++y;
    else if (*x < *y) ++x;
    else ++y;
  }
  return static_cast<int>(200 * shared / (a.size() + b.size()));
}

int likeness(std::string_view a, std::string_view b) { return likeness(runs_of(a), runs_of(b)); }

void NameRuns::add(std::uint32_t at, std::string_view naam) {
  runs_[at] = runs_of(naam);
  for (const std::string& run : runs_[at]) holders_[run].push_back(at);
}

std::vector<std::uint32_t> NameRuns::sharing(const Runs& runs) const {
  std::vector<std::uint32_t> all;
  for (const std::string& run : runs)
    if (const auto held = holders_.find(run); held != holders_.end() && held->second.size() <= crowd)
      all.insert(all.end(), held->second.begin(), held->second.end());
  std::sort(all.begin(), all.end());
  all.erase(std::unique(all.begin(), all.end()), all.end());
  return all;
}

}  // namespace saldo
