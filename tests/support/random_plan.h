// Plans made from a seed, with posts of every kind: for laws that must hold for any plan.
#pragma once

#include <cstddef>
#include <cstdint>
#include <map>
#include <random>
#include <string>
#include <vector>

// The same seed gives the same numbers everywhere: only the raw output of the engine is used.
class Dice {
 public:
  explicit Dice(std::uint64_t seed) : engine_(seed) {}
  std::size_t below(std::size_t limit) { return static_cast<std::size_t>(engine_() % limit); }
  std::int64_t between(std::int64_t least, std::int64_t most) {
    return least + static_cast<std::int64_t>(below(static_cast<std::size_t>(most - least + 1)));
  }
  bool chance(std::size_t percent) { return below(100) < percent; }
  template <class Item>
  const Item& pick(const std::vector<Item>& items) {
    return items[below(items.size())];
  }
  template <class Item>
  void shuffle(std::vector<Item>& items) {
    for (std::size_t i = items.size(); i > 1; --i) std::swap(items[i - 1], items[below(i)]);
  }

 private:
  std::mt19937_64 engine_;
};

struct RandomOptions {
  std::int64_t scale = 1;        // every amount and every rounding unit times this
  std::int64_t eenheid = 1;      // what amounts are written in: a plan says so, and the same money stands in it
  bool indexes_of_zero = false;  // and no rounding of what is indexed
  std::size_t fewest_projects = 1;
  // More overdrachten than those that mirror each other: several posts a side, unequal and one-legged ones, in either
  // direction, receipts of two years and of before and after the plan; an investeringsbudget that restanten go to; and
  // declared dubbelingen.
  bool any_transfers = false;
  // Projects of every kind, and reserves that they pay and take from, with posts of their own and between each other.
  bool soorten = false;
};

// The tables of a plan as TOML texts, each of which may stand in any file. No transfers in a circle, no overflow.
struct RandomPlan {
  std::uint64_t seed = 0;
  int first_year = 0;
  int last_year = 0;
  std::string head;  // [plan] and [index]
  std::vector<std::string> lines;
  std::vector<std::string> projects;
  std::vector<std::string> nrs;  // of the projects

  std::string text() const;
  // The same tables in another order, spread over this many files, with names and folders that mix them up.
  std::map<std::string, std::string> spread(Dice& dice, std::size_t files) const;
};

RandomPlan random_plan(std::uint64_t seed, const RandomOptions& options = {});
