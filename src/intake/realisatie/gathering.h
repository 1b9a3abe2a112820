// What both roads have in common: amounts that come together per side of a post, and one fate for every row. Private to
// intake/.
#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <tuple>

#include "intake/actuals.h"
#include "intake/sheet.h"

namespace saldo {

// A side of a post, or of what was not budgeted.
struct ActualSide {
  ProjectId project{};
  std::optional<std::uint32_t> post;
  std::string naam;  // "" for a post of the plan that was budgeted
  Direction direction{};
};

class Gathering {
 public:
  Gathering(const Plan& plan, Actuals& actuals, Findings& findings)
      : plan_(plan), actuals_(actuals), findings_(findings) {}

  // The findings of the row that is read now, to know in the end whether it is refused.
  void begin_row() { found_before_ = findings_.size(); }
  bool is_refused() const;

  void report(Rule rule, Place place, Message message, Message help = {});

  void only_warn();  // of what was reported last

  // What there is of a side so far; new where nothing is. A sum that leaves the range is told at `place`.
  Actual& at(const ActualSide& side, Place place);
  const Actual* find(const ActualSide& side) const;
  void add(const ActualSide& side, Money amount, Place place);

  // Of a row once, whatever became of it; `euros` is what it counts for.
  void end_row(RowFate fate);

  // Puts the amounts in order, and proves that all there was is in them or was skipped.
  void finish();

  const std::map<std::tuple<std::size_t, std::uint32_t, std::string, Direction>, Actual>& all() const { return all_; }

 private:
  static std::tuple<std::size_t, std::uint32_t, std::string, Direction> key_of(const ActualSide& side);
  void prove() const;

  const Plan& plan_;
  Actuals& actuals_;
  Findings& findings_;
  std::size_t found_before_ = 0;
  std::map<std::tuple<std::size_t, std::uint32_t, std::string, Direction>, Actual> all_;
};

}  // namespace saldo
