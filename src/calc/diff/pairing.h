// Which of two lists of numbered names are the same thing: what stays when a file is moved, the order changes, a number
// shifts or a name is corrected.
#pragma once

#include <cstdint>
#include <functional>
#include <optional>
#include <span>
#include <string_view>
#include <vector>

namespace saldo {

// What the user calls one project, post or programmalijn. Of things in one `group` (a programmalijn) it is believed
// sooner that they are the same.
struct Pairable {
  std::string_view nr;
  std::string_view naam;
  std::uint32_t group = 0;
};

enum class MatchedBy : std::uint8_t { nr_en_naam, naam, nr, gelijkenis };

// Positions in the old and the new list; one of the two is empty for what was removed or added.
struct Pairing {
  std::optional<std::uint32_t> oud;
  std::optional<std::uint32_t> nieuw;
  MatchedBy by = MatchedBy::nr_en_naam;
};

// What stands in the same nr and naam is the same; then what alone has a naam, as numbers shift when one is put in
// between; then what has the same nr; then what is alike. A nr that is but a position (`nr_is_position`) says less: it
// comes after likeness, unless the names are somewhat alike. `same_content` tells whether two are alike inside, and then
// less likeness of the naam is enough.
struct PairingOptions {
  bool nr_is_position = false;
  std::function<bool(std::uint32_t oud, std::uint32_t nieuw)> same_content = {};
};

// In the order of the new list; what was removed follows what it followed in the old one. Takes time that grows with the
// number of names, not with its square.
std::vector<Pairing> pair_up(std::span<const Pairable> oud, std::span<const Pairable> nieuw,
                             const PairingOptions& options);

}  // namespace saldo
