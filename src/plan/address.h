// What a user can name in a plan, read and found in one place for --set, --sweep, --figure, why, [[wijziging]] and
// [[negeer]]:
//
//   3.18/12/2026  3.18/12/lasten/2026                   a post by its nr, else by its naam; either may hold slashes
//   3.18/eindsaldo/2026  programma/baten/2026  totaal/saldo/2026  investeringsbudget/2026     what is added up
//
// base/address.h has the names by themselves, and writes them.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "base/address.h"
#include "base/finding/diagnostic.h"
#include "plan/model.h"

namespace saldo {

// What an address is of.
enum class Of : std::uint8_t { plan, index, programmalijn, project, post, doel };

// The plan, one of its programmalijnen or one of its projects: those are what has balances.
struct Whose {
  Of of = Of::plan;
  std::size_t index = 0;  // position in the plan
  friend bool operator==(const Whose&, const Whose&) = default;
};

// One side of one post in one year: positions in the plan, the project and the plan's years.
struct AmountOf {
  std::size_t project = 0;
  std::size_t post = 0;
  Direction direction{};
  std::size_t year = 0;
};

// A figure that is added up.
struct SumOf {
  Whose whose;
  Figure figure{};
  std::size_t year = 0;
};

using Target = std::variant<AmountOf, SumOf>;

// Where an address is cut: its first slash ends whose it is, the other pieces are taken from the end.
struct WrittenAddress {
  std::string_view whose;                // 3.18, totaal
  std::optional<std::string_view> what;  // the nr or naam of a post, or a figure; none: nothing stands between
  std::optional<Direction> side;
  std::string_view last;  // the year
};

// None without a slash.
std::optional<WrittenAddress> cut_address(std::string_view text);

// The last piece after a slash, which is taken off together with that slash.
std::string_view take_last(std::string_view& text);

// What an address means; the baten and the lasten of a post when it names neither. Or, in `trouble`, what is wrong.
struct FoundTargets {
  std::vector<Target> targets;
  Message trouble;
};
FoundTargets find_targets(const Plan& plan, std::string_view text);

// What is told where one figure is asked of a post that has both sides: what to write.
Message both_sides(const Plan& plan, const FoundTargets& found);

// The post with this nr, else every post with this naam: more than one cannot be told apart.
std::vector<std::size_t> find_posts(const Project& project, std::string_view nr_or_naam);

// What is told of posts that cannot: their numbers, each with its place.
Diagnostic ambiguous_post(Rule rule, Place place, const Project& project, std::string_view naam,
                          const std::vector<std::size_t>& posts);

// The nr, else the naam that was likely meant.
std::vector<std::string> likely_posts(const Project& project, std::string_view written);

// The other way: the names of what stands at these positions.
std::string name_of(const Plan& plan, const Whose& whose);  // empty for the plan
Address address_of(const Project& project, const Post& post, std::optional<Year> year = {});
Address address_of(const Plan& plan, const Target& target);

}  // namespace saldo
