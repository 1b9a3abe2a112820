#include "calc/risk_lanes.h"

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

SALDO_LANES double to_double(Cents cents) { return __builtin_bit_cast(double, cents + magic_bits) - magic; }
SALDO_LANES Cents to_nearest(double value) { return __builtin_bit_cast(Cents, value + magic) - magic_bits; }

constexpr std::uint64_t golden = 0x9E3779B97F4A7C15;

// SplitMix64 (Steele, Lea and Flood, 2014) as a function of its counter: any draw of any stream, without those before.
SALDO_LANES std::uint64_t mixed(std::uint64_t value) {
  value = (value ^ (value >> 30)) * 0xBF58476D1CE4E5B9;
  value = (value ^ (value >> 27)) * 0x94D049BB133111EB;
  return value ^ (value >> 31);
}
SALDO_LANES std::uint64_t number_of(std::uint64_t key, std::uint64_t draw) { return mixed(key + (draw + 1) * golden); }

std::uint64_t key_of(std::uint64_t seed, std::uint64_t stream) {
  return mixed(mixed(seed + golden) ^ mixed(~(stream * golden)));
}

SALDO_LANES void fill_comes(Cents* comes, std::uint64_t key, std::uint64_t first, Cents threshold) {
  for (std::size_t i = 0; i < block_draws; ++i)
    comes[i] = static_cast<Cents>(number_of(key, first + i) >> 11) < threshold ? -1 : 0;
}

// (k + 1/2) / 2^52 for k of 52 bits: between 0 and 1, neither of the two.
SALDO_LANES void fill_quantiles(double* quantiles, std::uint64_t key, std::uint64_t first) {
  constexpr std::uint64_t one = 0x3FF0000000000000;
  constexpr double less = 1.0 - 0x1p-53;
  for (std::size_t i = 0; i < block_draws; ++i)
    quantiles[i] = __builtin_bit_cast(double, one | (number_of(key, first + i) >> 12)) - less;
}

// The inverse of the triangular distribution, to the nearest cent, a half to the even one. Falling ranges mirror.
SALDO_LANES void draw_range(Cents* to, const double* quantiles, const Range& range) {
  const double sign = range.max < range.min ? -1.0 : 1.0;
  const double width = sign * static_cast<double>(range.max - range.min);
  const double left = sign * static_cast<double>(range.mode - range.min);
  const double turn = width > 0.0 ? left / width : 0.0;
  const double rising = width * left, falling = width * (width - left);
  for (std::size_t i = 0; i < block_draws; ++i) {
    const double q = quantiles[i];
    const bool rises = q < turn;
    const double root = __builtin_sqrt(rises ? q * rising : (1.0 - q) * falling);
    const double offset = rises ? root : width - root;
    to[i] = range.min + to_nearest(sign * offset);
  }
}

SALDO_LANES void fill(Cents* to, Cents cents) {
  for (std::size_t i = 0; i < block_draws; ++i) to[i] = cents;
}
SALDO_LANES void keep(Cents* to, const Cents* comes) {
  for (std::size_t i = 0; i < block_draws; ++i) to[i] &= comes[i];
}
SALDO_LANES void add(Cents* to, const Cents* from) {
  for (std::size_t i = 0; i < block_draws; ++i) to[i] += from[i];
}
SALDO_LANES void subtract(Cents* to, const Cents* from) {
  for (std::size_t i = 0; i < block_draws; ++i) to[i] -= from[i];
}
SALDO_LANES void lower(Cents* to, const Cents* from) {
  for (std::size_t i = 0; i < block_draws; ++i) to[i] = from[i] < to[i] ? from[i] : to[i];
}

// rounded() of base/ratio.h where all numbers on the way stay below 2^51: whole numbers that a double holds exactly. The
// quotient may be one off, which the remainder tells.
template <RoundingMode mode>
SALDO_LANES void scale_small(Cents* to, const Cents* from, double num, double unit, double whole) {
  const double inverse = 1.0 / whole;
  for (std::size_t i = 0; i < block_draws; ++i) {
    const double product = to_double(from[i]) * num;
    const double size = product < 0.0 ? -product : product;
    double units = (size * inverse + magic) - magic;
    double rest = size - units * whole;
    units -= rest < 0.0 ? 1.0 : 0.0;
    rest += rest < 0.0 ? whole : 0.0;
    units += rest >= whole ? 1.0 : 0.0;
    rest -= rest >= whole ? whole : 0.0;
    if constexpr (mode == RoundingMode::half_away) units += rest + rest >= whole ? 1.0 : 0.0;
    if constexpr (mode == RoundingMode::up) units += rest > 0.0 ? 1.0 : 0.0;
    const double rounded_size = units * unit;
    to[i] = to_nearest(product < 0.0 ? -rounded_size : rounded_size);
  }
}

SALDO_LANES void scale_small(Cents* to, const Cents* from, const RiskStep& step) {
  const double num = static_cast<double>(static_cast<Cents>(step.rate.num));
  const double unit = static_cast<double>(step.rounding.unit.cents());
  const double whole = unit * static_cast<double>(static_cast<Cents>(step.rate.den));
  switch (step.rounding.mode) {
    case RoundingMode::half_away: return scale_small<RoundingMode::half_away>(to, from, num, unit, whole);
    case RoundingMode::up: return scale_small<RoundingMode::up>(to, from, num, unit, whole);
    case RoundingMode::down: return scale_small<RoundingMode::down>(to, from, num, unit, whole);
  }
}

[[gnu::noinline]] void scale_any(Cents* to, const Cents* from, const RiskStep& step) {
  for (std::size_t i = 0; i < block_draws; ++i)
    to[i] = rounded(Ratio::of(Money::of_cents(from[i])) * step.rate, step.rounding).cents();
}

bool make_a_whole(const std::vector<Ratio>& shares) {
  Ratio sum{0, 1};
  for (const Ratio& share : shares) sum = sum + share;
  return sum == Ratio{1, 1};
}

[[gnu::noinline]] void split_any(Cents* room, const RiskStep& step) {
  const bool whole = make_a_whole(step.shares);
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

SALDO_LANES void add_products(const double* a, const double* b, Moments::Stripes& sum) {
  for (std::size_t i = 0; i < block_draws; i += Moments::stripes)
    for (std::size_t j = 0; j < Moments::stripes; ++j) sum[j] += a[i + j] * b[i + j];
}
SALDO_LANES void add_values(const double* a, Moments::Stripes& sum) {
  for (std::size_t i = 0; i < block_draws; i += Moments::stripes)
    for (std::size_t j = 0; j < Moments::stripes; ++j) sum[j] += a[i + j];
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
        if (step.has_range) draw_range(to, &lanes.quantiles_[step.cause * block_draws], step.range);
        else fill(to, step.range.mode);
        if (step.has_chance) keep(to, &lanes.comes_[step.cause * block_draws]);
        break;
      case StepKind::sum:
        fill(to, step.start);
        for (const Slot slot : step.plus) add(to, room + slot * block_draws);
        for (const Slot slot : step.minus) subtract(to, room + slot * block_draws);
        break;
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
      add_values(own, moments.sum[v]);
      add_products(own, own, moments.square[v]);
    }
    for (std::size_t e = 0; e < effects; ++e)
      for (std::size_t t = 0; t < targets; ++t)
        add_products(&deviations[e * block_draws], &deviations[(effects + t) * block_draws],
                     moments.product[e * targets + t]);
  }

  static void run_plain(Lanes& lanes, std::uint64_t first_draw) { run(lanes, first_draw); }
  static void add_moments_plain(const Lanes& lanes, const std::vector<Lanes::Target>& variables, std::size_t targets,
                                std::size_t count, Moments& moments) {
    add_moments(lanes, variables, targets, count, moments);
  }

#if defined(__x86_64__)
  [[gnu::target("avx2")]] static void run_avx2(Lanes& lanes, std::uint64_t first_draw) { run(lanes, first_draw); }
  [[gnu::target("avx2")]] static void add_moments_avx2(const Lanes& lanes, const std::vector<Lanes::Target>& variables,
                                                       std::size_t targets, std::size_t count, Moments& moments) {
    add_moments(lanes, variables, targets, count, moments);
  }
  static bool has_avx2() { return __builtin_cpu_supports("avx2"); }
#else
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
    if (cause.kans) stream.threshold = static_cast<Cents>((Wide{1} << 53) * cause.kans->num / cause.kans->den);
    streams_.push_back(stream);
  }
}

std::uint64_t Lanes::number(std::uint64_t seed, std::uint64_t stream, std::uint64_t draw) {
  return number_of(key_of(seed, stream), draw);
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

}  // namespace saldo
