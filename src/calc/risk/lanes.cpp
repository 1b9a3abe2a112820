#include "calc/risk/lanes.h"

#include <algorithm>

#include "base/ratio.h"

namespace saldo {

namespace {

// Every loop over draws is inlined into the two functions at the end, and so compiled twice.
#define SALDO_LANES [[gnu::always_inline]] inline

using Cents = std::int64_t;

// Adding 1.5 x 2^52 leaves a whole number of less than 2^51 in the last bits, both ways: what SSE2 has no instruction
// for.
constexpr double magic = 6755399441055744.0;
constexpr Cents magic_bits = 0x4338000000000000;
constexpr std::uint64_t sign_bit = std::uint64_t{1} << 63;

SALDO_LANES double to_double(Cents cents) { return __builtin_bit_cast(double, cents + magic_bits) - magic; }
SALDO_LANES Cents to_nearest(double value) { return __builtin_bit_cast(Cents, value + magic) - magic_bits; }

constexpr std::uint64_t golden = 0x9E3779B97F4A7C15;

// SplitMix64 (Steele, Lea and Flood, 2014) as a function of its counter: any draw of any stream, without those before.
SALDO_LANES std::uint64_t mixed(std::uint64_t value) {
  value = (value ^ (value >> 30)) * 0xBF58476D1CE4E5B9;
  value = (value ^ (value >> 27)) * 0x94D049BB133111EB;
  return value ^ (value >> 31);
}
SALDO_LANES std::uint64_t counter_of(std::uint64_t key, std::uint64_t draw) { return key + (draw + 1) * golden; }

std::uint64_t key_of(std::uint64_t seed, std::uint64_t stream) {
  return mixed(mixed(seed + golden) ^ mixed(~(stream * golden)));
}

// The difference is below zero where the amount comes: SSE2 cannot compare numbers of 64 bits.
SALDO_LANES void fill_comes(Cents* comes, std::uint64_t key, std::uint64_t first, std::uint64_t threshold) {
  std::uint64_t counter = counter_of(key, first);
  for (std::size_t i = 0; i < block_draws; ++i, counter += golden)
    comes[i] = -static_cast<Cents>(((mixed(counter) >> 11) - threshold) >> 63);
}

// (k + 1/2) / 2^52 for k of 52 bits: between 0 and 1, neither of the two.
SALDO_LANES void fill_quantiles(double* quantiles, std::uint64_t key, std::uint64_t first) {
  constexpr std::uint64_t one = 0x3FF0000000000000;
  constexpr double less = 1.0 - 0x1p-53;
  std::uint64_t counter = counter_of(key, first);
  for (std::size_t i = 0; i < block_draws; ++i, counter += golden)
    quantiles[i] = __builtin_bit_cast(double, one | (mixed(counter) >> 12)) - less;
}

// `one` where the mask has all bits, `other` where it has none: a choice the compiler cannot turn into a jump.
SALDO_LANES double either(Cents mask, double one, double other) {
  return __builtin_bit_cast(double,
                            (__builtin_bit_cast(Cents, one) & mask) | (__builtin_bit_cast(Cents, other) & ~mask));
}

// The inverse of the triangular distribution, to the nearest cent, a half to the even one. Falling ranges mirror.
SALDO_LANES void draw_range(Cents* to, const double* quantiles, const Range range) {
  const double sign = range.max < range.min ? -1.0 : 1.0;
  const double width = sign * static_cast<double>(range.max - range.min);
  const double left = sign * static_cast<double>(range.mode - range.min);
  const double turn = width > 0.0 ? left / width : 0.0;
  const double rising = width * left, falling = width * (width - left);
  for (std::size_t i = 0; i < block_draws; ++i) {
    const double q = quantiles[i];
    const Cents rises = -static_cast<Cents>(q < turn);
    const double root = __builtin_sqrt(either(rises, q * rising, (1.0 - q) * falling));
    const double offset = either(rises, root, width - root);
    to[i] = range.min + to_nearest(sign * offset);
  }
}

SALDO_LANES void fill(Cents* to, Cents cents) {
  for (std::size_t i = 0; i < block_draws; ++i) to[i] = cents;
}
SALDO_LANES void fill_kept(Cents* to, Cents cents, const Cents* comes) {
  for (std::size_t i = 0; i < block_draws; ++i) to[i] = cents & comes[i];
}
SALDO_LANES void keep(Cents* to, const Cents* comes) {
  for (std::size_t i = 0; i < block_draws; ++i) to[i] &= comes[i];
}

// What a sum costs is reading and writing: up to four amounts go at a time.
template <int sign, class... From>
SALDO_LANES void add_some(Cents* __restrict to, bool is_first, Cents start, const From*... from) {
  if (is_first)
    for (std::size_t i = 0; i < block_draws; ++i) to[i] = start + sign * (from[i] + ...);
  else
    for (std::size_t i = 0; i < block_draws; ++i) to[i] += sign * (from[i] + ...);
}

template <int sign>
SALDO_LANES void add_all(Cents* to, bool is_first, Cents start, const Cents* room, std::span<const Slot> slots) {
  for (; !slots.empty(); is_first = false) {
    const auto at = [&](std::size_t i) { return room + slots[i] * block_draws; };
    const std::size_t count = std::min<std::size_t>(slots.size(), 4);
    if (count == 1) add_some<sign>(to, is_first, start, at(0));
    else if (count == 2) add_some<sign>(to, is_first, start, at(0), at(1));
    else if (count == 3) add_some<sign>(to, is_first, start, at(0), at(1), at(2));
    else add_some<sign>(to, is_first, start, at(0), at(1), at(2), at(3));
    slots = slots.subspan(count);
  }
}

SALDO_LANES void sum(Cents* room, Cents* to, const RiskStep& step) {
  if (step.plus.empty() && step.minus.empty()) return fill(to, step.start);
  add_all<+1>(to, true, step.start, room, step.plus);
  add_all<-1>(to, step.plus.empty(), step.start, room, step.minus);
}

SALDO_LANES void lower(Cents* to, const Cents* from) {
  for (std::size_t i = 0; i < block_draws; ++i) to[i] = from[i] < to[i] ? from[i] : to[i];
}

// rounded() of base/ratio.h where all numbers on the way stay below 2^49, for which is_small() of steps.cpp answers.
// `product / whole` is rounded by adding 1.5 x 2^52, after a nudge of less than a half so that no quotient lies as near
// to a half as the error of multiplying by 1 / whole: a quarter makes a half go away from zero.
SALDO_LANES void scale_small(Cents* to, const Cents* from, const RiskStep& step) {
  const double num = static_cast<double>(static_cast<Cents>(step.rate.num));
  const double unit = static_cast<double>(step.rounding.unit.cents());
  const double whole = unit * static_cast<double>(static_cast<Cents>(step.rate.den));
  const double inverse = 1.0 / whole;
  const RoundingMode mode = step.rounding.mode;
  const double nudge = mode == RoundingMode::half_away ? 0.25 : (mode == RoundingMode::up ? whole - 1.0 : 1.0 - whole) / 2.0;
  const std::uint64_t nudge_bits = __builtin_bit_cast(std::uint64_t, nudge);
  for (std::size_t i = 0; i < block_draws; ++i) {
    const double product = to_double(from[i]) * num;
    const double away = __builtin_bit_cast(double, nudge_bits ^ (__builtin_bit_cast(std::uint64_t, product) & sign_bit));
    const double units = ((product + away) * inverse + magic) - magic;
    to[i] = to_nearest(units * unit);
  }
}

[[gnu::noinline]] void scale_any(Cents* to, const Cents* from, const RiskStep& step) {
  for (std::size_t i = 0; i < block_draws; ++i)
    to[i] = rounded(Ratio::of(Money::of_cents(from[i])) * step.rate, step.rounding).cents();
}

[[gnu::noinline]] void split_any(Cents* room, const RiskStep& step) {
  const bool whole = sum_of(step.shares) == Ratio{1, 1};
  for (std::size_t i = 0; i < block_draws; ++i) {
    const Money total = Money::of_cents(room[step.from * block_draws + i]);
    std::vector<Money> parts;
    if (whole) parts = split(total, step.shares, step.rounding.unit);
    for (std::size_t part = 0; part < step.plus.size(); ++part)
      room[step.plus[part] * block_draws + i] =
          (whole ? parts[part] : rounded(Ratio::of(total) * step.shares[part], step.rounding)).cents();
  }
}

// The sums of one block, in `stripes` that the vector unit adds to side by side.
SALDO_LANES void add_deviations(const Cents* values, Cents plan, std::size_t count, double* out) {
  for (std::size_t i = 0; i < count; ++i) out[i] = static_cast<double>(values[i] - plan);
  for (std::size_t i = count; i < block_draws; ++i) out[i] = 0.0;
}

using Pair [[gnu::vector_size(2 * sizeof(double))]] = double;  // what every processor of 64 bits adds at a time
static_assert(Moments::stripes == 8);

SALDO_LANES Pair pair_at(const double* from) {
  Pair pair;
  __builtin_memcpy(&pair, from, sizeof pair);
  return pair;
}

template <bool products>
SALDO_LANES void add_to(const double* a, const double* b, Moments::Stripes& sum) {
  Pair s0 = pair_at(&sum[0]), s1 = pair_at(&sum[2]), s2 = pair_at(&sum[4]), s3 = pair_at(&sum[6]);
  for (std::size_t i = 0; i < block_draws; i += Moments::stripes) {
    s0 += products ? pair_at(a + i) * pair_at(b + i) : pair_at(a + i);
    s1 += products ? pair_at(a + i + 2) * pair_at(b + i + 2) : pair_at(a + i + 2);
    s2 += products ? pair_at(a + i + 4) * pair_at(b + i + 4) : pair_at(a + i + 4);
    s3 += products ? pair_at(a + i + 6) * pair_at(b + i + 6) : pair_at(a + i + 6);
  }
  sum = {s0[0], s0[1], s1[0], s1[1], s2[0], s2[1], s3[0], s3[1]};
}

// The bins are found by the vector unit, and what is counted and kept one by one. Upper and lower halves add up apart, so
// that amounts of any size fit.
SALDO_LANES void sift_all(const Cents* values, std::size_t count, const Sieve& sieve, Sifted& sifted) {
  std::uint64_t bins[block_draws], upper = 0, lower = 0;
  const Cents least = sieve.least, last = Sieve::bins - 1;
  const int shift = sieve.shift;
  for (std::size_t i = 0; i < block_draws; ++i) {
    const auto beyond = static_cast<Cents>((static_cast<std::uint64_t>(values[i]) - static_cast<std::uint64_t>(least)) >> shift);
    const Cents bin = beyond < last ? beyond : last;
    bins[i] = static_cast<std::uint64_t>(values[i] < least ? 0 : bin);
  }
  for (std::size_t i = 0; i < count; ++i) {
    const std::uint64_t above_zero = static_cast<std::uint64_t>(values[i]) ^ sign_bit;
    upper += above_zero >> 32;
    lower += above_zero & 0xFFFFFFFF;
  }
  sifted.sum += (Wide{upper} << 32) + lower - Wide{sign_bit} * static_cast<Wide>(count);
  Cents kept[block_draws];
  std::size_t found = 0;
  std::uint32_t* counts = sifted.counts.data();
  const std::uint8_t* keeps = sieve.keeps.data();
  for (std::size_t i = 0; i < count; ++i) {
    ++counts[bins[i]];
    kept[found] = values[i];
    found += keeps[bins[i]];
  }
  sifted.kept.insert(sifted.kept.end(), kept, kept + found);
}

}  // namespace

struct LaneWork {
  SALDO_LANES static void fill_streams(Lanes& lanes, std::uint64_t first_draw) {
    for (std::size_t c = 0; c < lanes.streams_.size(); ++c) {
      const Lanes::CauseStream& stream = lanes.streams_[c];
      if (stream.has_chance)
        fill_comes(&lanes.comes_[c * block_draws], stream.chance_key, first_draw, stream.threshold);
      if (stream.has_range) fill_quantiles(&lanes.quantiles_[c * block_draws], stream.range_key, first_draw);
    }
  }

  SALDO_LANES static void run_step(Lanes& lanes, const RiskStep& step) {
    Cents* room = lanes.room_.data();
    Cents* to = room + step.to * block_draws;
    switch (step.kind) {
      case StepKind::draw:
        if (!step.has_range) {
          fill_kept(to, step.range.mode, &lanes.comes_[step.cause * block_draws]);
          break;
        }
        draw_range(to, &lanes.quantiles_[step.cause * block_draws], step.range);
        if (step.has_chance) keep(to, &lanes.comes_[step.cause * block_draws]);
        break;
      case StepKind::sum: sum(room, to, step); break;
      case StepKind::scale:
        if (step.is_small) scale_small(to, room + step.from * block_draws, step);
        else scale_any(to, room + step.from * block_draws, step);
        break;
      case StepKind::split: split_any(room, step); break;
      case StepKind::least:
        fill(to, step.start);
        for (const Slot slot : step.plus) lower(to, room + slot * block_draws);
        break;
    }
  }

  SALDO_LANES static void run(Lanes& lanes, std::uint64_t first_draw) {
    fill_streams(lanes, first_draw);
    for (const RiskStep& step : lanes.program_.steps) run_step(lanes, step);
  }

  SALDO_LANES static void add_moments(const Lanes& lanes, const std::vector<Lanes::Target>& variables,
                                      std::size_t targets, std::size_t count, Moments& moments) {
    const std::size_t effects = variables.size() - targets;
    std::vector<double> deviations(variables.size() * block_draws);
    for (std::size_t v = 0; v < variables.size(); ++v) {
      double* own = &deviations[v * block_draws];
      add_deviations(lanes.at(variables[v].slot), variables[v].plan, count, own);
      add_to<false>(own, own, moments.sum[v]);
      add_to<true>(own, own, moments.square[v]);
    }
    for (std::size_t e = 0; e < effects; ++e)
      for (std::size_t t = 0; t < targets; ++t)
        add_to<true>(&deviations[e * block_draws], &deviations[(effects + t) * block_draws],
                     moments.product[e * targets + t]);
  }

  static void sift_plain(const Cents* values, std::size_t count, const Sieve& sieve, Sifted& sifted) {
    sift_all(values, count, sieve, sifted);
  }
  static void run_plain(Lanes& lanes, std::uint64_t first_draw) { run(lanes, first_draw); }
  static void add_moments_plain(const Lanes& lanes, const std::vector<Lanes::Target>& variables, std::size_t targets,
                                std::size_t count, Moments& moments) {
    add_moments(lanes, variables, targets, count, moments);
  }

#if defined(__x86_64__)
  [[gnu::target("avx2")]] static void sift_avx2(const Cents* values, std::size_t count, const Sieve& sieve,
                                                Sifted& sifted) {
    sift_all(values, count, sieve, sifted);
  }
  [[gnu::target("avx2")]] static void run_avx2(Lanes& lanes, std::uint64_t first_draw) { run(lanes, first_draw); }
  [[gnu::target("avx2")]] static void add_moments_avx2(const Lanes& lanes, const std::vector<Lanes::Target>& variables,
                                                       std::size_t targets, std::size_t count, Moments& moments) {
    add_moments(lanes, variables, targets, count, moments);
  }
  static bool has_avx2() { return __builtin_cpu_supports("avx2"); }
#else
  static constexpr auto sift_avx2 = sift_plain;
  static constexpr auto run_avx2 = run_plain;
  static constexpr auto add_moments_avx2 = add_moments_plain;
  static bool has_avx2() { return false; }
#endif
};

Lanes::Lanes(const RiskProgram& program, std::uint64_t seed, LaneWidth width)
    : program_(program),
      width_(width == LaneWidth::widest && !LaneWork::has_avx2() ? LaneWidth::plain : width),
      room_(program.slots * block_draws),
      comes_(program.causes.size() * block_draws),
      quantiles_(program.causes.size() * block_draws) {
  for (std::size_t c = 0; c < program.causes.size(); ++c) {
    const Cause& cause = program.causes[c];
    CauseStream stream{key_of(seed, 2 * c), key_of(seed, 2 * c + 1), 0, cause.kans.has_value(), cause.has_range};
    if (cause.kans) stream.threshold = static_cast<std::uint64_t>((Wide{1} << 53) * cause.kans->num / cause.kans->den);
    streams_.push_back(stream);
  }
}

std::uint64_t Lanes::number(std::uint64_t seed, std::uint64_t stream, std::uint64_t draw) {
  return mixed(counter_of(key_of(seed, stream), draw));
}

void Lanes::run(std::uint64_t first_draw) {
  if (width_ == LaneWidth::widest) LaneWork::run_avx2(*this, first_draw);
  else LaneWork::run_plain(*this, first_draw);
}

void Lanes::add_moments(const std::vector<Target>& variables, std::size_t targets, std::size_t count,
                        Moments& moments) const {
  if (width_ == LaneWidth::widest) LaneWork::add_moments_avx2(*this, variables, targets, count, moments);
  else LaneWork::add_moments_plain(*this, variables, targets, count, moments);
}

void Lanes::sift(Slot slot, std::size_t count, const Sieve& sieve, Sifted& sifted) const {
  if (width_ == LaneWidth::widest) LaneWork::sift_avx2(at(slot), count, sieve, sifted);
  else LaneWork::sift_plain(at(slot), count, sieve, sifted);
}

}  // namespace saldo
