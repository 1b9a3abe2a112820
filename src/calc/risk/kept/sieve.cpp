#include "calc/risk/kept/sieve.h"

#include <algorithm>
#include <bit>
#include <numeric>

#include "calc/risk/kept/order_statistics.h"

namespace saldo {

namespace {

using BinCounts = std::array<std::uint32_t, Sieve::bins>;

// How far a place in a sample of `count` may lie from where all amounts have it: five standard errors, and some for the
// tails. That it lies further has a chance of one in a million.
std::size_t slack_of(std::size_t place, std::size_t count) {
  const std::size_t variance = place * (count - place) / count;
  std::size_t error = 0;
  while (error * error < 25 * variance) ++error;
  return error + 8;
}

using Keeps = std::array<std::uint8_t, Sieve::bins>;

// Every bin that has one of the places from..to.
void keep_places(Keeps& keeps, const BinCounts& counts, std::size_t from, std::size_t to) {
  std::size_t before = 0;
  for (std::size_t bin = 0; bin < Sieve::bins && before <= to; before += counts[bin++])
    if (before + counts[bin] > from) keeps[bin] = 1;
}

// Without a jump for each amount: which of them stay is chance.
void keep_only(std::vector<std::int64_t>& amounts, const Sieve& sieve) {
  std::size_t kept = 0;
  std::int64_t* to = amounts.data();
  for (const std::int64_t amount : amounts) {
    to[kept] = amount;
    kept += sieve.keeps.data()[sieve.bin_of(amount)];
  }
  amounts.resize(kept);
}

// The bins with what is asked of `all` amounts, when this is how `count` of them fell.
Keeps keeps_by(const Sieve& sieve, const BinCounts& counts, std::size_t count, std::size_t all, const Asked& asked) {
  Keeps keeps{};
  for (const std::size_t place : asked.places) {
    const auto about = static_cast<std::size_t>(Wide{place} * static_cast<Wide>(count) / static_cast<Wide>(all));
    const std::size_t slack = count == all ? 0 : slack_of(about, count);
    keep_places(keeps, counts, about - std::min(about, slack), about + slack);
  }
  keeps[sieve.bin_of(asked.floor)] = 1;
  return keeps;
}

}  // namespace

std::size_t Sifted::size() const { return std::accumulate(counts.begin(), counts.end(), std::size_t{0}); }

void Sifted::add(Sifted&& other) {
  sum += other.sum;
  for (std::size_t bin = 0; bin < counts.size(); ++bin) counts[bin] += other.counts[bin];
  if (kept.empty()) kept = std::move(other.kept);
  else kept.insert(kept.end(), other.kept.begin(), other.kept.end());
}

Sieve aim(std::span<const std::int64_t> sample, std::size_t all, const Asked& asked) {
  const auto [least, most] = std::minmax_element(sample.begin(), sample.end());
  const std::uint64_t width = static_cast<std::uint64_t>(*most) - static_cast<std::uint64_t>(*least);
  Sieve sieve;
  sieve.least = *least;
  sieve.shift = std::max(1, static_cast<int>(std::bit_width(width / Sieve::bins)));
  BinCounts counts{};
  for (const std::int64_t amount : sample) ++counts[sieve.bin_of(amount)];
  sieve.keeps = keeps_by(sieve, counts, sample.size(), all, asked);
  const std::size_t kept = std::inner_product(counts.begin(), counts.end(), sieve.keeps.begin(), std::size_t{0});
  sieve.about = static_cast<std::size_t>(Wide{kept} * static_cast<Wide>(all) / static_cast<Wide>(sample.size()));
  return sieve;
}

void narrow(Sieve& sieve, Sifted& sifted, std::size_t all, const Asked& asked) {
  const Keeps near = keeps_by(sieve, sifted.counts, sifted.size(), all, asked);
  for (std::size_t bin = 0; bin < Sieve::bins; ++bin) sieve.keeps[bin] &= near[bin];
  keep_only(sifted.kept, sieve);
}

Sieve aim_again(const Sieve& sieve, const Sifted& sifted, const Asked& asked) {
  Sieve again = sieve;
  again.keeps = keeps_by(sieve, sifted.counts, sifted.size(), sifted.size(), asked);
  return again;
}

std::optional<Answer> answer(const Sieve& sieve, const Sifted& sifted, const Asked& asked) {
  const Sieve exact = aim_again(sieve, sifted, asked);
  // Below each bin: how many amounts, and how many of those are not looked at.
  std::vector<std::size_t> before(Sieve::bins + 1), left_out(Sieve::bins + 1);
  for (std::size_t bin = 0; bin < Sieve::bins; ++bin) {
    if (exact.keeps[bin] > sieve.keeps[bin]) return std::nullopt;
    before[bin + 1] = before[bin] + sifted.counts[bin];
    left_out[bin + 1] = left_out[bin] + (exact.keeps[bin] == 0 ? sifted.counts[bin] : 0);
  }
  std::vector<std::int64_t> near = sifted.kept;
  keep_only(near, exact);
  std::vector<std::size_t> places;  // among those
  for (const std::size_t place : asked.places) {
    const auto bin = std::upper_bound(before.begin(), before.end(), place) - before.begin() - 1;
    places.push_back(place - left_out[static_cast<std::size_t>(bin)]);
  }
  const auto [least, most] = std::minmax_element(near.begin(), near.end());
  const auto below = std::count_if(near.begin(), near.end(), [&](std::int64_t amount) { return amount < asked.floor; });
  return Answer{order_statistics(near, places, *least, *most),
                static_cast<std::size_t>(below) + left_out[exact.bin_of(asked.floor)]};
}

}  // namespace saldo
