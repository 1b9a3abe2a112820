#include "calc/risk/sieve.h"

#include <algorithm>
#include <bit>
#include <numeric>

#include "calc/risk/order_statistics.h"

namespace saldo {

namespace {

using BinCounts = std::array<std::uint32_t, Sieve::bins>;

// How far a place in a sample of `count` may lie from where all amounts have it: six standard errors, and a bit for the
// tails. That it lies further is one chance in hundreds of millions.
std::size_t slack_of(std::size_t place, std::size_t count) {
  const std::size_t variance = place * (count - place) / count;
  std::size_t error = 0;
  while (error * error < 36 * variance) ++error;
  return error + 8;
}

// Every bin that has one of the places from..to.
void keep_places(Sieve& sieve, const BinCounts& counts, std::size_t from, std::size_t to) {
  std::size_t before = 0;
  for (std::size_t bin = 0; bin < Sieve::bins && before <= to; before += counts[bin++])
    if (before + counts[bin] > from) sieve.keeps[bin] = 1;
}

std::size_t kept_by(const Sieve& sieve, const BinCounts& counts) {
  return std::inner_product(counts.begin(), counts.end(), sieve.keeps.begin(), std::size_t{0});
}

}  // namespace

std::size_t Sieve::bin_of(std::int64_t amount) const {
  const std::uint64_t beyond = static_cast<std::uint64_t>(amount) - static_cast<std::uint64_t>(least);
  return amount < least ? 0 : std::min<std::size_t>(beyond >> shift, bins - 1);
}

void Sifted::add(Sifted&& other) {
  sum += other.sum;
  for (std::size_t bin = 0; bin < counts.size(); ++bin) counts[bin] += other.counts[bin];
  if (kept.empty()) kept = std::move(other.kept);
  else kept.insert(kept.end(), other.kept.begin(), other.kept.end());
}

Sieve aim(std::span<const std::int64_t> sample, std::size_t count, const Asked& asked) {
  const auto [least, most] = std::minmax_element(sample.begin(), sample.end());
  const std::uint64_t width = static_cast<std::uint64_t>(*most) - static_cast<std::uint64_t>(*least);
  Sieve sieve;
  sieve.least = *least;
  sieve.shift = std::max(1, static_cast<int>(std::bit_width(width / Sieve::bins)));
  BinCounts counts{};
  for (const std::int64_t amount : sample) ++counts[sieve.bin_of(amount)];
  for (const std::size_t place : asked.places) {
    const auto about = static_cast<std::size_t>(Wide{sample.size()} * place / count);
    const std::size_t slack = sample.size() == count ? 0 : slack_of(about, sample.size());
    keep_places(sieve, counts, about - std::min(about, slack), about + slack);
  }
  sieve.keeps[sieve.bin_of(asked.floor)] = 1;
  sieve.about = static_cast<std::size_t>(Wide{kept_by(sieve, counts)} * count / sample.size());
  return sieve;
}

Sieve aim_again(Sieve sieve, const Sifted& sifted, const Asked& asked) {
  for (const std::size_t place : asked.places) keep_places(sieve, sifted.counts, place, place);
  sieve.about = kept_by(sieve, sifted.counts);
  return sieve;
}

std::optional<Answer> answer(const Sieve& sieve, const Sifted& sifted, const Asked& asked) {
  std::vector<std::size_t> places;  // among what was kept
  std::size_t bin = 0, before = 0, left_out = 0;
  const auto pass = [&] {
    if (sieve.keeps[bin] == 0) left_out += sifted.counts[bin];
    before += sifted.counts[bin++];
  };
  for (const std::size_t place : asked.places) {
    while (before + sifted.counts[bin] <= place) pass();
    if (sieve.keeps[bin] == 0) return std::nullopt;
    places.push_back(place - left_out);
  }
  Answer answer;
  for (std::size_t b = 0; b < sieve.bin_of(asked.floor); ++b)
    if (sieve.keeps[b] == 0) answer.below_floor += sifted.counts[b];
  for (const std::int64_t amount : sifted.kept) answer.below_floor += amount < asked.floor ? 1 : 0;
  const auto [least, most] = std::minmax_element(sifted.kept.begin(), sifted.kept.end());
  answer.at_places = order_statistics(sifted.kept, places, *least, *most);
  return answer;
}

}  // namespace saldo
