// Which rows are posts, which add up others, and under what each stands. Private to intake/overzicht.
#pragma once

#include <array>
#include <string_view>
#include <unordered_map>
#include <unordered_set>
#include <vector>

#include "intake/overzicht/asking.h"
#include "intake/overzicht/overzicht.h"
#include "intake/overzicht/sums_above.h"

namespace saldo {

// What amounts come to for each figure: lasten, baten, and what says neither. Of a figure of one side, only the last.
using FigureSums = std::vector<std::array<Money, 3>>;

// Of rows with their sides and amounts. Fills the fate of each, the parts and the totals.
class TreeBuilder {
 public:
  // `joins`: rows of the same name are added up, and not asked.
  TreeBuilder(const Sheet& sheet, bool joins, Overzicht& overzicht, Asking& asking);
  void build();

 private:
  // From where a total may add up: the beginning, a heading, a number with parts, or behind a total.
  struct Start {
    std::size_t row = 0;
    FigureSums before;
    std::size_t posts_before = 0;
    PartAt part = no_part;
    std::string_view code = {};
    PrintedSide side = PrintedSide::unknown;
    bool is_heading = false;
    bool is_printed_total = false;  // the row of the heading has amounts itself
    bool is_totalled = false;       // a total below has added it up
    std::size_t end = no_part;      // the row behind its parts, where amounts and no numbers say what they are
    std::size_t level = 0;          // of a row that says itself what it is
    bool is_group = false;          // what its parts leave of it is its own
  };
  struct Fit {
    std::size_t right = 0, wrong = 0;
  };

  void mark_parents();
  void leave_figures(std::size_t row);
  void mark_sides_below();
  void step(std::size_t row);
  void step_told(std::size_t row, std::size_t level);
  void leave_codes(std::string_view code);
  void close_top();
  void add_rest(const Start& start);
  void step_heading(std::size_t row);
  void step_code_parent(std::size_t row);
  void step_post(std::size_t row);
  void count_post(std::size_t row);
  bool step_total(std::size_t row);
  bool is_of_open_part(std::string_view naam) const;
  bool add_to_part(std::size_t row);
  PartAt find_part(std::size_t row, PartAt parent);
  PartAt new_part(std::size_t row, PartAt parent);
  void note_filled(std::size_t row, std::size_t part, bool ask);
  void open(Start start);
  PartAt parent() const;
  PrintedSide side() const;

  Money computed(const PrintedRow& row, std::size_t figure, const Start& start, Money printed, PrintedSide& as) const;
  Fit fit(std::size_t row, const Start& start) const;
  bool is_held(ColumnKind kind) const;
  void keep_total(std::size_t row, const Start& start);
  Money saldo_since(const Start& start, std::size_t figure) const;
  void settle_parts();
  bool settle_known(PrintedPart& part) const;
  void tell_order(std::size_t row);

  const Sheet& sheet_;
  bool joins_;
  Overzicht& overzicht_;
  Asking& asking_;
  std::vector<Start> starts_;
  FigureSums sums_;
  std::size_t posts_ = 0;                                 // so far
  SumsAbove above_;                                       // what rows are the sum of, as the amounts say
  std::vector<bool> is_parent_;                           // by row: the next number is a part of its number
  std::unordered_multimap<std::size_t, PartAt> by_name_;  // hash of parent, nr and naam, to a part
  std::unordered_set<std::uint64_t> filled_;              // figures of parts with more than one row
  std::vector<std::size_t> rows_of_part_;
  std::unordered_map<std::string_view, PartAt> told_lines_;  // parts, by nr
  std::string_view last_code_;
};

}  // namespace saldo
