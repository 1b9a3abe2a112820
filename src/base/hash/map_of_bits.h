// Whether a number may be one of some, told without looking it up: a map of bits that is small enough for the cache.
#pragma once

#include <bit>
#include <cstddef>
#include <cstdint>
#include <vector>

namespace saldo {

// Of numbers that are scattered already (scattered.h, fnv1a.h). Each has three bits of one word: of numbers that are none
// of them one in a hundred seems to be.
class MapOfBits {
 public:
  explicit MapOfBits(std::size_t numbers) : words_(std::bit_ceil(16 * numbers + 64) / 64), last_(words_.size() - 1) {}

  void add(std::uint64_t number) { words_[place_of(number)] |= bits_of(number); }

  bool may_have(std::uint64_t number) const {
    const std::uint64_t word = words_.data()[place_of(number)];  // which is never beyond the last
    return (word >> (number & 63) & 1) != 0 && (word & bits_of(number)) == bits_of(number);
  }

 private:
  std::size_t place_of(std::uint64_t number) const { return (number >> 18) & last_; }
  static std::uint64_t bits_of(std::uint64_t number) {
    return std::uint64_t{1} << (number & 63) | std::uint64_t{1} << (number >> 6 & 63) |
           std::uint64_t{1} << (number >> 12 & 63);
  }

  std::vector<std::uint64_t> words_;
  std::size_t last_;
};

}  // namespace saldo
