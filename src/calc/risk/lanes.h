// The draws themselves: many at the same time, as wide as the processor can. The same bytes on every machine, however
// wide: numbers come from a counter, and every floating point operation here is exact or rounded as IEEE 754
// says, in an order that is written down.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <vector>

#include "calc/risk/kept/sieve.h"
#include "calc/risk/program.h"

namespace saldo {

inline constexpr std::size_t block_draws = 128;  // worked out at the same time

// Sums that variances and covariances follow from: of what each cause brings, with each of the targets. Each is the sum
// of deviations from what the plan says. They add up per chunk of blocks, and chunks in their order, so that the number
// of threads changes nothing.
struct Moments {
  static constexpr std::size_t stripes = 8;                     // draw i adds to stripe i % 8
  struct alignas(64) Stripes : std::array<double, stripes> {};  // as wide as any register
  std::vector<Stripes> sum, square;                             // per variable: the effects, then the targets
  std::vector<Stripes> product;                                 // per effect and target
};

// What the processor has of these at most: AVX-512, AVX2, or what all of them have. The narrower are to compare with.
enum class LaneWidth { widest, avx2, plain };

struct Kernel;  // the loops, compiled for one of these

// One thread's room for a block, and how a block is worked out.
class Lanes {
 public:
  Lanes(const RiskProgram& program, std::uint64_t seed, LaneWidth width);

  // Draws first_draw .. first_draw + block_draws - 1; the results of one do not depend on those of another.
  void run(std::uint64_t first_draw);

  // What run() left in a slot, in cents.
  std::array<std::int64_t, block_draws> at(Slot slot) const;

  // Adds the first `count` draws of the block. Targets are slots, with the plan's figure in cents as what deviations
  // are from.
  struct Target {
    Slot slot = 0;
    std::int64_t plan = 0;
  };
  void add_moments(const std::vector<Target>& variables, std::size_t targets, std::size_t count,
                   Moments& moments) const;

  // Lets the first `count` draws of a slot through a sieve.
  void sift(Slot slot, std::size_t count, const Sieve& sieve, Sifted& sifted) const;

  // For tests: the number in [0, 1) that a draw of a stream starts from, times 2^64.
  static std::uint64_t number(std::uint64_t seed, std::uint64_t stream, std::uint64_t draw);

  template <class Amount>
  struct alignas(64) Block : std::array<Amount, block_draws> {};  // as wide as any register

 private:
  template <class Amount>
  friend struct LaneWork;
  struct CauseStream {
    const RiskStep* first = nullptr;  // the step that draws it, before others use it again
    std::uint64_t chance_key = 0, range_key = 0;
    std::uint64_t threshold = 0;  // of 2^53: below it, the amount comes
    bool has_chance = false, has_range = false;
  };

  const RiskProgram& program_;
  const Kernel& kernel_;
  std::vector<CauseStream> streams_;
  // Per slot, of a program that is small: in doubles, which hold sums and differences of its cents exactly. Of others.
  std::vector<Block<double>> small_;
  std::vector<Block<std::int64_t>> large_;
  std::vector<Block<std::int64_t>> comes_;  // per cause: all bits where it comes
  std::vector<Block<double>> quantiles_;    // per cause: where in its ranges
};

}  // namespace saldo
