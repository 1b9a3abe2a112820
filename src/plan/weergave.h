// `[weergave]`: how a plan looks to people. No figure depends on it, and csv and json are as they are without.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "base/finding/place.h"
#include "base/table.h"

namespace saldo {

// What a table may show of a year.
enum class Kolom : std::uint8_t {
  opening,
  baten,
  lasten,
  saldo,
  eindsaldo,
  toevoeging,
  onttrekking,
  resultaat,
  procent
};
inline constexpr std::string_view kolom_words[] = {"opening",    "baten",       "lasten",    "saldo",  "eindsaldo",
                                                   "toevoeging", "onttrekking", "resultaat", "procent"};
constexpr bool needs_soorten(Kolom kolom) {
  return kolom == Kolom::toevoeging || kolom == Kolom::onttrekking || kolom == Kolom::resultaat;
}
constexpr std::string_view to_text(Kolom kolom) { return kolom_words[static_cast<std::size_t>(kolom)]; }

// What a reader calls something that stands above columns or rows.
struct Woord {
  std::string of;  // a word of the format: "lasten"
  std::string words;
  friend bool operator==(const Woord&, const Woord&) = default;
};

struct Weergave {
  std::vector<Kolom> kolommen;  // which, and in what order; none: as each command has them
  std::vector<Woord> woorden;
  Voorteken teken = Voorteken::voordelig;
  Place place;  // of its table; none where there is none
};

}  // namespace saldo
