#include "cli/risk/draws.h"

#include <charconv>
#include <optional>
#include <string>

#include "base/say.h"

namespace saldo {

namespace {

constexpr std::int64_t most_runs = 10'000'000;

// 100000, 100.000 or 100_000: a mark stands between groups of three, as in an amount.
std::optional<std::uint64_t> read_count(std::string text) {
  const std::size_t first = text.find_first_of("._");
  if (first == 0 || (first != text.npos && first > 3)) return std::nullopt;
  for (std::size_t at = first; at < text.size(); at += 4) {
    if (text[at] != text[first] || at + 4 > text.size()) return std::nullopt;
  }
  if (first != text.npos && (text.size() - first) % 4 != 0) return std::nullopt;
  std::erase(text, first == text.npos ? '.' : text[first]);
  std::uint64_t number = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
  return error == std::errc() && end == text.data() + text.size() ? std::optional(number) : std::nullopt;
}

}  // namespace

std::uint64_t read_runs(Reading& reading) {
  const std::string written = reading.text(option::runs, "100000");
  const std::optional<std::uint64_t> count = read_count(written);
  if (count && *count >= 1 && *count <= std::uint64_t{most_runs}) return *count;
  reading.refuse(say("--runs {}: write a number from 1 to {}", written, Money::of_euros(most_runs)));
  return 1;
}

std::uint64_t read_seed(Reading& reading) {
  const std::string written = reading.text(option::seed, "1");
  const std::optional<std::uint64_t> number = read_count(written);
  if (!number) reading.refuse(say("--seed {}: write a whole number, such as 1", written));
  return number.value_or(1);
}

}  // namespace saldo
