#include "calc/risk/lanes.h"

#include <algorithm>
#include <type_traits>

#include "base/ratio.h"

namespace saldo {

namespace {

// Every loop over draws is inlined into the kernels at the end, and so compiled once for each of them.
#define SALDO_LANES [[gnu::always_inline]] inline

using Cents = std::int64_t;

// Adding 1.5 x 2^52 leaves the nearest whole number of less than 2^51 in the last bits: what SSE2 has no instruction for.
constexpr double magic = 6755399441055744.0;
constexpr Cents magic_bits = 0x4338000000000000;
constexpr std::uint64_t sign_bit = std::uint64_t{1} << 63;

SALDO_LANES Cents to_nearest(double value) { return __builtin_bit_cast(Cents, value + magic) - magic_bits; }

// The amounts of a draw are doubles where the program is small, and whole cents where it is not.
template <class Amount>
SALDO_LANES Amount whole(double value) {
  if constexpr (std::is_same_v<Amount, double>) return (value + magic) - magic;
  else return to_nearest(value);
}

// The amount where the mask has all bits, 0 where it has none.
template <class Amount>
SALDO_LANES Amount kept(Amount amount, Cents mask) {
  return __builtin_bit_cast(Amount, __builtin_bit_cast(Cents, amount) & mask);
}

template <class Amount>
using Block = Lanes::Block<Amount>;

template <class Amount>
SALDO_LANES Amount* draws(std::vector<Block<Amount>>& blocks, std::size_t at) {
  return static_cast<Amount*>(__builtin_assume_aligned(blocks.data()[at].data(), alignof(Block<Amount>)));
}
template <class Amount>
SALDO_LANES const Amount* draws(const std::vector<Block<Amount>>& blocks, std::size_t at) {
  return static_cast<const Amount*>(__builtin_assume_aligned(blocks.data()[at].data(), alignof(Block<Amount>)));
}

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

// What of a block is drawn at a time: while roots are taken, which is what takes longest, the processor can make the
// numbers of the next.
constexpr std::size_t strip_draws = 32;

// The difference is below zero where the amount comes: SSE2 cannot compare numbers of 64 bits.
SALDO_LANES void fill_comes(Cents* comes, std::uint64_t key, std::uint64_t first, std::uint64_t threshold) {
  std::uint64_t counter = counter_of(key, first);
  for (std::size_t i = 0; i < strip_draws; ++i, counter += golden)
    comes[i] = -static_cast<Cents>(((mixed(counter) >> 11) - threshold) >> 63);
}

// (k + 1/2) / 2^52 for k of 52 bits: between 0 and 1, neither of the two.
SALDO_LANES void fill_quantiles(double* quantiles, std::uint64_t key, std::uint64_t first) {
  constexpr std::uint64_t one = 0x3FF0000000000000;
  constexpr double less = 1.0 - 0x1p-53;
  std::uint64_t counter = counter_of(key, first);
  for (std::size_t i = 0; i < strip_draws; ++i, counter += golden)
    quantiles[i] = __builtin_bit_cast(double, one | (mixed(counter) >> 12)) - less;
}

// `one` where the mask has all bits, `other` where it has none: a choice the compiler cannot turn into a jump.
SALDO_LANES double either(Cents mask, double one, double other) {
  return __builtin_bit_cast(double,
                            (__builtin_bit_cast(Cents, one) & mask) | (__builtin_bit_cast(Cents, other) & ~mask));
}

// The inverse of the triangular distribution, to the nearest cent, a half to the even one. Falling ranges mirror.
// Which side of the turn it is on is told by the sign of a difference: SSE2 has that in two lanes at once.
template <bool has_chance, class Amount>
SALDO_LANES void draw_range(Amount* to, const double* quantiles, const Cents* comes, const Range range) {
  const double sign = range.max < range.min ? -1.0 : 1.0;
  const double width = sign * static_cast<double>(range.max - range.min);
  const double left = sign * static_cast<double>(range.mode - range.min);
  const double turn = width > 0.0 ? left / width : 0.0;
  const double rising = width * left, falling = width * (width - left);
  for (std::size_t i = 0; i < strip_draws; ++i) {
    const double q = quantiles[i];
    const Cents rises = __builtin_bit_cast(Cents, q - turn) >> 63;
    const double root = __builtin_sqrt(either(rises, q * rising, (1.0 - q) * falling));
    const double offset = either(rises, root, width - root);
    const Amount drawn = static_cast<Amount>(range.min) + whole<Amount>(sign * offset);
    to[i] = has_chance ? kept(drawn, comes[i]) : drawn;
  }
}

template <class Amount>
SALDO_LANES void fill_kept(Amount* to, Amount amount, const Cents* comes) {
  for (std::size_t i = 0; i < strip_draws; ++i) to[i] = kept(amount, comes[i]);
}

template <class Amount>
SALDO_LANES void fill(Amount* to, Amount amount) {
  for (std::size_t i = 0; i < block_draws; ++i) to[i] = amount;
}

// start + plus - minus, or what was there before it. What this costs is reading and writing: so several at a time.
template <bool is_first, std::size_t plus, std::size_t minus, class Amount>
SALDO_LANES void add(Amount* __restrict to, Amount start, const Amount* const* from) {
  for (std::size_t i = 0; i < block_draws; ++i) {
    Amount sum = is_first ? start : to[i];
    for (std::size_t k = 0; k < plus; ++k) sum += from[k][i];
    for (std::size_t k = 0; k < minus; ++k) sum -= from[plus + k][i];
    to[i] = sum;
  }
}

template <bool is_first, std::size_t plus, class Amount>
SALDO_LANES void add(Amount* to, Amount start, const Amount* const* from, std::size_t minus) {
  if (minus == 0) add<is_first, plus, 0>(to, start, from);
  else if (minus == 1) add<is_first, plus, 1>(to, start, from);
  else add<is_first, plus, 2>(to, start, from);
}

template <bool is_first, class Amount>
SALDO_LANES void add(Amount* to, Amount start, const Amount* const* from, std::size_t plus, std::size_t minus) {
  if (plus == 0) add<is_first, 0>(to, start, from, minus);
  else if (plus == 1) add<is_first, 1>(to, start, from, minus);
  else if (plus == 2) add<is_first, 2>(to, start, from, minus);
  else if (plus == 3) add<is_first, 3>(to, start, from, minus);
  else add<is_first, 4>(to, start, from, minus);
}

template <class Amount>
SALDO_LANES void sum(const std::vector<Block<Amount>>& room, Amount* to, const RiskStep& step) {
  const Amount start = static_cast<Amount>(step.start);
  std::span<const Slot> plus = step.plus, minus = step.minus;
  bool is_first = true;
  do {
    const Amount* from[6];
    const std::size_t some = std::min<std::size_t>(plus.size(), 4), others = std::min<std::size_t>(minus.size(), 2);
    for (std::size_t k = 0; k < some; ++k) from[k] = draws(room, plus[k]);
    for (std::size_t k = 0; k < others; ++k) from[some + k] = draws(room, minus[k]);
    if (is_first) add<true>(to, start, from, some, others);
    else add<false>(to, start, from, some, others);
    plus = plus.subspan(some);
    minus = minus.subspan(others);
    is_first = false;
  } while (!plus.empty() || !minus.empty());
}

template <class Amount>
SALDO_LANES void lower(Amount* to, const Amount* from) {
  for (std::size_t i = 0; i < block_draws; ++i) to[i] = from[i] < to[i] ? from[i] : to[i];
}

// rounded() of base/ratio.h where all numbers on the way stay below 2^49, for which is_small() of steps.cpp answers.
// That it is one product and one sum makes an error of less than 3 x 2^49 / 2^53 of the smallest part that an amount can
// have of a unit. So a nudge of a quarter of that makes a half go away from zero, and no other end up on its wrong side.
SALDO_LANES void scale_small(double* to, const double* from, const RiskStep& step) {
  const double unit = static_cast<double>(step.rounding.unit.cents());
  const double whole_of = unit * static_cast<double>(static_cast<Cents>(step.rate.den));
  const double rate = static_cast<double>(static_cast<Cents>(step.rate.num)) / whole_of;
  const RoundingMode mode = step.rounding.mode;
  const double to_next = (whole_of - 1.0) / 2.0;
  const double nudge = mode == RoundingMode::half_away ? 0.25 : mode == RoundingMode::up ? to_next : -to_next;
  const std::uint64_t nudge_bits = __builtin_bit_cast(std::uint64_t, nudge / whole_of);
  for (std::size_t i = 0; i < block_draws; ++i) {
    const double units = from[i] * rate;
    const double away = __builtin_bit_cast(double, nudge_bits ^ (__builtin_bit_cast(std::uint64_t, units) & sign_bit));
    to[i] = whole<double>(units + away) * unit;
  }
}

template <class Amount>
[[gnu::noinline]] void scale_any(Amount* to, const Amount* from, const RiskStep& step) {
  for (std::size_t i = 0; i < block_draws; ++i) {
    const Money amount = Money::of_cents(static_cast<Cents>(from[i]));
    to[i] = static_cast<Amount>(rounded(Ratio::of(amount) * step.rate, step.rounding).cents());
  }
}

template <class Amount>
[[gnu::noinline]] void split_any(std::vector<Block<Amount>>& room, const RiskStep& step) {
  const bool is_whole = sum_of(step.shares) == Ratio{1, 1};
  for (std::size_t i = 0; i < block_draws; ++i) {
    const Money total = Money::of_cents(static_cast<Cents>(room[step.from][i]));
    std::vector<Money> parts;
    if (is_whole) parts = split(total, step.shares, step.rounding.unit);
    for (std::size_t part = 0; part < step.plus.size(); ++part) {
      const Money amount = is_whole ? parts[part] : rounded(Ratio::of(total) * step.shares[part], step.rounding);
      room[step.plus[part]][i] = static_cast<Amount>(amount.cents());
    }
  }
}

// The nearest double of any whole number, by its halves: no processor before AVX-512 has an instruction for it.
SALDO_LANES double nearest_double(Cents cents) {
  const std::uint64_t bits = static_cast<std::uint64_t>(cents) ^ sign_bit;
  const double upper = __builtin_bit_cast(double, (bits >> 32) | 0x4530000000000000);         // + 2^84
  const double lower = __builtin_bit_cast(double, (bits & 0xFFFFFFFF) | 0x4330000000000000);  // + 2^52
  return (upper - (0x1p84 + 0x1p63 + 0x1p52)) + lower;
}

SALDO_LANES double deviation(double amount, Cents plan) { return amount - static_cast<double>(plan); }
SALDO_LANES double deviation(Cents amount, Cents plan) { return nearest_double(amount - plan); }

template <class Amount>
SALDO_LANES void fill_deviations(double* to, const Amount* values, Cents plan, std::size_t count) {
  for (std::size_t i = 0; i < block_draws; ++i) to[i] = deviation(values[i], plan);
  for (std::size_t i = count; i < block_draws; ++i) to[i] = 0.0;
}

// Adds a variable, its square and its product with each target to their sums, of which as many stripes go at a time as
// there are registers for. `wide`: how many doubles a register has.
template <std::size_t wide, std::size_t targets>
SALDO_LANES void add_products(const double* own, const double* const* target, Moments::Stripes* const* sums) {
  using Vector [[gnu::vector_size(wide * sizeof(double))]] = double;  // everything here is aligned for it
  constexpr std::size_t vectors = wide > 2 ? Moments::stripes / wide : 2;
  const auto at = [](const double* from) { return static_cast<const Vector*>(static_cast<const void*>(from)); };
  for (std::size_t first = 0; first < Moments::stripes; first += vectors * wide) {
    Vector sum[2 + targets][vectors];
    for (std::size_t s = 0; s < 2 + targets; ++s)
      for (std::size_t v = 0; v < vectors; ++v) sum[s][v] = at(sums[s]->data() + first)[v];
    for (std::size_t i = first; i < block_draws; i += Moments::stripes)
      for (std::size_t v = 0; v < vectors; ++v) {
        sum[0][v] += at(own + i)[v];
        sum[1][v] += at(own + i)[v] * at(own + i)[v];
        for (std::size_t t = 0; t < targets; ++t) sum[2 + t][v] += at(own + i)[v] * at(target[t] + i)[v];
      }
    for (std::size_t s = 0; s < 2 + targets; ++s) __builtin_memcpy(sums[s]->data() + first, sum[s], sizeof sum[s]);
  }
}

// Sieve::bin_of() of each, in the last 32 bits. Scaling by a power of two is exact, and so is taking off what makes
// rounding rounding down.
SALDO_LANES void fill_bins(std::uint64_t* bins, const double* values, const Sieve& sieve) {
  constexpr double last = Sieve::bins - 1;
  const double least = static_cast<double>(sieve.least);
  const double scale = __builtin_bit_cast(double, static_cast<Cents>(1023 - sieve.shift) << 52);  // 2^-shift
  const double nearly_half = 0.5 - scale / 2.0;
  for (std::size_t i = 0; i < block_draws; ++i) {
    const double bin = (values[i] - least) * scale - nearly_half;
    const double not_before = bin > 0.0 ? bin : 0.0;
    const double not_beyond = not_before < last ? not_before : last;
    bins[i] = __builtin_bit_cast(std::uint64_t, not_beyond + magic);
  }
}
SALDO_LANES void fill_bins(std::uint64_t* bins, const Cents* values, const Sieve& sieve) {
  for (std::size_t i = 0; i < block_draws; ++i) bins[i] = sieve.bin_of(values[i]);
}

// The amounts as cents, and what they add up to.
SALDO_LANES Wide fill_cents(Cents* cents, const double* values, std::size_t count) {
  Cents sum = 0;
  for (std::size_t i = 0; i < count; ++i) sum += cents[i] = to_nearest(values[i]);
  return sum;
}
SALDO_LANES Wide fill_cents(Cents* cents, const Cents* values, std::size_t count) {
  Wide sum = 0;
  for (std::size_t i = 0; i < count; ++i) sum += cents[i] = values[i];
  return sum;
}

// The bins are found by the vector unit, and what is counted and kept one by one.
template <class Amount>
SALDO_LANES void sift_all(const Amount* values, std::size_t count, const Sieve& sieve, Sifted& sifted) {
  std::uint64_t bins[block_draws];
  Cents cents[block_draws], kept[block_draws];
  fill_bins(bins, values, sieve);
  sifted.sum += fill_cents(cents, values, count);
  std::size_t found = 0;
  std::uint32_t* counts = sifted.counts.data();
  const std::uint8_t* keeps = sieve.keeps.data();
  for (std::size_t i = 0; i < count; ++i) {
    const auto bin = static_cast<std::uint32_t>(bins[i]);
    ++counts[bin];
    kept[found] = cents[i];
    found += keeps[bin];
  }
  sifted.kept.insert(sifted.kept.end(), kept, kept + found);
}

}  // namespace

template <class Amount>
struct LaneWork {
  static std::vector<Block<Amount>>& room(Lanes& lanes) {
    if constexpr (std::is_same_v<Amount, double>) return lanes.small_;
    else return lanes.large_;
  }
  SALDO_LANES static const Amount* values(const Lanes& lanes, Slot slot) {
    if constexpr (std::is_same_v<Amount, double>) return draws(lanes.small_, slot);
    else return draws(lanes.large_, slot);
  }

  SALDO_LANES static void draw(Lanes& lanes, Amount* to, const RiskStep& step, std::uint64_t first_draw) {
    const Lanes::CauseStream& stream = lanes.streams_[step.cause];
    Cents* comes = draws(lanes.comes_, step.cause);
    double* quantiles = draws(lanes.quantiles_, step.cause);
    for (std::size_t at = 0; at < block_draws; at += strip_draws) {
      if (stream.first == &step) {
        if (stream.has_chance) fill_comes(comes + at, stream.chance_key, first_draw + at, stream.threshold);
        if (stream.has_range) fill_quantiles(quantiles + at, stream.range_key, first_draw + at);
      }
      if (!step.has_range) fill_kept(to + at, static_cast<Amount>(step.range.mode), comes + at);
      else if (step.has_chance) draw_range<true>(to + at, quantiles + at, comes + at, step.range);
      else draw_range<false>(to + at, quantiles + at, comes + at, step.range);
    }
  }

  SALDO_LANES static void scale(Amount* to, const Amount* from, const RiskStep& step) {
    if constexpr (std::is_same_v<Amount, double>)
      if (step.is_small) return scale_small(to, from, step);
    scale_any(to, from, step);
  }

  SALDO_LANES static void run_step(Lanes& lanes, const RiskStep& step, std::uint64_t first_draw) {
    auto& blocks = room(lanes);
    Amount* to = draws(blocks, step.to);
    switch (step.kind) {
      case StepKind::draw: draw(lanes, to, step, first_draw); break;
      case StepKind::sum: sum(blocks, to, step); break;
      case StepKind::scale: scale(to, draws(blocks, step.from), step); break;
      case StepKind::split: split_any(blocks, step); break;
      case StepKind::least:
        fill(to, static_cast<Amount>(step.start));
        for (const Slot slot : step.plus) lower(to, draws(blocks, slot));
        break;
    }
  }

  SALDO_LANES static void run(Lanes& lanes, std::uint64_t first_draw) {
    for (const RiskStep& step : lanes.program_.steps) run_step(lanes, step, first_draw);
  }

  SALDO_LANES static void sift(const Lanes& lanes, Slot slot, std::size_t count, const Sieve& sieve, Sifted& sifted) {
    sift_all(values(lanes, slot), count, sieve, sifted);
  }

  // In `room`, where the amounts are not the deviations themselves.
  SALDO_LANES static const double* deviations(double* room, const Lanes& lanes, const Lanes::Target& variable,
                                              std::size_t count) {
    const Amount* amounts = values(lanes, variable.slot);
    if constexpr (std::is_same_v<Amount, double>)
      if (variable.plan == 0 && count == block_draws) return amounts;
    fill_deviations(room, amounts, variable.plan, count);
    return room;
  }

  template <std::size_t wide, std::size_t targets>
  SALDO_LANES static void add_moments(const Lanes& lanes, const std::vector<Lanes::Target>& variables,
                                      std::size_t count, Moments& moments) {
    const std::size_t effects = variables.size() - targets;
    Block<double> rooms[targets + 1];
    const double* target[targets + 1] = {};  // not empty where there are none
    for (std::size_t t = 0; t < targets; ++t) {
      target[t] = deviations(rooms[t].data(), lanes, variables[effects + t], count);
      Moments::Stripes* const sums[] = {&moments.sum[effects + t], &moments.square[effects + t]};
      add_products<wide, 0>(target[t], nullptr, sums);
    }
    for (std::size_t e = 0; e < effects; ++e) {
      const double* own = deviations(rooms[targets].data(), lanes, variables[e], count);
      Moments::Stripes* sums[2 + targets] = {&moments.sum[e], &moments.square[e]};
      for (std::size_t t = 0; t < targets; ++t) sums[2 + t] = &moments.product[e * targets + t];
      add_products<wide, targets>(own, target, sums);
    }
  }

  template <std::size_t wide>
  SALDO_LANES static void add_moments(const Lanes& lanes, const std::vector<Lanes::Target>& variables,
                                      std::size_t targets, std::size_t count, Moments& moments) {
    if (targets == 0) add_moments<wide, 0>(lanes, variables, count, moments);
    else if (targets == 1) add_moments<wide, 1>(lanes, variables, count, moments);
    else add_moments<wide, 2>(lanes, variables, count, moments);
  }
};

// The same source for each kind of processor. `wide`: how many doubles one of its registers has.
struct Kernel {
  void (*run)(Lanes&, std::uint64_t);
  void (*sift)(const Lanes&, Slot, std::size_t, const Sieve&, Sifted&);
  void (*add_moments)(const Lanes&, const std::vector<Lanes::Target>&, std::size_t, std::size_t, Moments&);
};

#define SALDO_KERNEL(name, Amount, wide, ...)                                                             \
  struct name {                                                                                           \
    using Work = LaneWork<Amount>;                                                                        \
    __VA_ARGS__ static void run(Lanes& lanes, std::uint64_t first_draw) { Work::run(lanes, first_draw); } \
    __VA_ARGS__ static void sift(const Lanes& lanes, Slot slot, std::size_t count, const Sieve& sieve,    \
                                 Sifted& sifted) {                                                        \
      Work::sift(lanes, slot, count, sieve, sifted);                                                      \
    }                                                                                                     \
    __VA_ARGS__ static void add_moments(const Lanes& lanes, const std::vector<Lanes::Target>& variables,  \
                                        std::size_t targets, std::size_t count, Moments& moments) {       \
      Work::template add_moments<wide>(lanes, variables, targets, count, moments);                        \
    }                                                                                                     \
    static constexpr Kernel kernel{run, sift, add_moments};                                               \
  }

namespace {

SALDO_KERNEL(Large, Cents, 2);  // amounts that nobody has: any processor
SALDO_KERNEL(Plain, double, 2);

#if defined(__x86_64__)
#if defined(__clang__)
#define SALDO_AVX512 "avx512f,avx512dq,avx512vl"
#else
#define SALDO_AVX512 "avx512f,avx512dq,avx512vl,prefer-vector-width=512"
#endif
SALDO_KERNEL(Avx2, double, 4, [[gnu::target("avx2")]]);
SALDO_KERNEL(Avx512, double, 8, [[gnu::target(SALDO_AVX512)]]);

const Kernel& kernel_of(LaneWidth width) {
  const bool has_512 =
      __builtin_cpu_supports("avx512f") && __builtin_cpu_supports("avx512dq") && __builtin_cpu_supports("avx512vl");
  if (width == LaneWidth::widest && has_512) return Avx512::kernel;
  return width != LaneWidth::plain && __builtin_cpu_supports("avx2") ? Avx2::kernel : Plain::kernel;
}
#else
const Kernel& kernel_of(LaneWidth) { return Plain::kernel; }
#endif

}  // namespace

Lanes::Lanes(const RiskProgram& program, std::uint64_t seed, LaneWidth width)
    : program_(program),
      kernel_(program.is_small ? kernel_of(width) : Large::kernel),
      small_(program.is_small ? program.slots : 0),
      large_(program.is_small ? 0 : program.slots),
      comes_(program.causes.size()),
      quantiles_(program.causes.size()) {
  for (std::size_t c = 0; c < program.causes.size(); ++c) {
    const Cause& cause = program.causes[c];
    CauseStream stream{nullptr, key_of(seed, 2 * c),    key_of(seed, 2 * c + 1),
                       0,       cause.kans.has_value(), cause.has_range};
    if (cause.kans) stream.threshold = static_cast<std::uint64_t>((Wide{1} << 53) * cause.kans->num / cause.kans->den);
    streams_.push_back(stream);
  }
  for (const RiskStep& step : program.steps)
    if (step.kind == StepKind::draw && streams_[step.cause].first == nullptr) streams_[step.cause].first = &step;
}

std::uint64_t Lanes::number(std::uint64_t seed, std::uint64_t stream, std::uint64_t draw) {
  return mixed(counter_of(key_of(seed, stream), draw));
}

std::array<std::int64_t, block_draws> Lanes::at(Slot slot) const {
  std::array<std::int64_t, block_draws> amounts;
  for (std::size_t i = 0; i < block_draws; ++i)
    amounts[i] = program_.is_small ? static_cast<Cents>(small_[slot][i]) : large_[slot][i];
  return amounts;
}

void Lanes::run(std::uint64_t first_draw) { kernel_.run(*this, first_draw); }

void Lanes::sift(Slot slot, std::size_t count, const Sieve& sieve, Sifted& sifted) const {
  kernel_.sift(*this, slot, count, sieve, sifted);
}

void Lanes::add_moments(const std::vector<Target>& variables, std::size_t targets, std::size_t count,
                        Moments& moments) const {
  kernel_.add_moments(*this, variables, targets, count, moments);
}

}  // namespace saldo
