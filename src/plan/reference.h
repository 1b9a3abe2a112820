// What the parts of a plan are known by, and the two sides that an amount can be on.
#pragma once

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "base/finding/place.h"
#include "base/slim/few.h"

namespace saldo {

enum class ProjectId : std::uint32_t {};
enum class LineId : std::uint32_t {};
enum class IndexId : std::uint32_t {};
inline constexpr IndexId no_index{UINT32_MAX};

template <class Id>
constexpr std::size_t position(Id id) {
  return static_cast<std::size_t>(id);
}

// A name as the user wrote it, to be looked up among the things it can mean.
template <class Id>
struct Reference {
  std::string name;
  Place place;
  std::optional<Id> id = {};
};

// Code points of a name or another text, as all of them are shown.
inline constexpr std::size_t max_text = 200;

// A name that is only text until it is looked up.
struct Named {
  std::string name;
  Place place;
};

// kenmerken = { financier = "Provincie", taakveld = "6.5" }: free labels, by which the same posts are told in other ways
// than by programmalijn.
struct Kenmerk {
  std::string sleutel;
  std::string waarde;
  Place place;  // of the waarde
};

// Few things have any, and what changes a plan copies them with the rest: they are shared, and never changed once read.
struct Kenmerken {
  Few<std::vector<Kenmerk>> all;  // in the order written

  const Kenmerk* find(std::string_view sleutel) const {
    if (all == nullptr) return nullptr;
    const auto found =
        std::find_if(all->begin(), all->end(), [&](const Kenmerk& one) { return one.sleutel == sleutel; });
    return found == all->end() ? nullptr : &*found;
  }
  // The same labels, in whatever order.
  friend bool operator==(const Kenmerken& a, const Kenmerken& b) { return a.sorted() == b.sorted(); }

  std::vector<std::pair<std::string_view, std::string_view>> sorted() const {
    std::vector<std::pair<std::string_view, std::string_view>> pairs;
    if (all != nullptr)
      for (const Kenmerk& one : *all) pairs.emplace_back(one.sleutel, one.waarde);
    std::sort(pairs.begin(), pairs.end());
    return pairs;
  }
};

enum class Direction : std::uint8_t { baten, lasten };
inline constexpr Direction both_directions[] = {Direction::baten, Direction::lasten};
constexpr std::string_view to_text(Direction direction) { return direction == Direction::baten ? "baten" : "lasten"; }
constexpr Direction opposite(Direction direction) {
  return direction == Direction::baten ? Direction::lasten : Direction::baten;
}

// What money of this side counts for in a saldo: baten as they are, lasten as their negative.
template <class T>
constexpr T in_saldo(T amount, Direction direction) {
  return direction == Direction::baten ? amount : -amount;
}

// The number of a side, where `post` posts stand before it: baten first.
constexpr std::size_t side_number(std::size_t post, Direction direction) {
  return 2 * post + (direction == Direction::lasten ? 1 : 0);
}

// One of something for the baten, and one for the lasten.
template <class T>
struct BothSides {
  T baten{};
  T lasten{};
  const T& operator[](Direction direction) const { return direction == Direction::baten ? baten : lasten; }
  T& operator[](Direction direction) { return direction == Direction::baten ? baten : lasten; }
};

}  // namespace saldo
