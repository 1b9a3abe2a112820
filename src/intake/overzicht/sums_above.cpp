#include "intake/overzicht/sums_above.h"

#include <algorithm>
#include <iterator>
#include <set>
#include <span>
#include <utility>

#include "intake/overzicht/signs.h"
#include "intake/overzicht/words.h"

namespace saldo {

namespace {

constexpr std::size_t most_parts = 500;  // directly under one row

using Sums = std::vector<Money>;

void add(Sums& sums, std::span<const Amount> amounts) {
  for (std::size_t at = 0; at < sums.size(); ++at) sums[at] += amounts[at].counted();
}

bool is_sum(const Sums& sums, std::span<const Amount> amounts) {
  for (std::size_t at = 0; at < sums.size(); ++at)
    if (sums[at] != amounts[at].counted()) return false;
  return true;
}

bool is_zero(std::span<const Amount> amounts) {
  return std::all_of(amounts.begin(), amounts.end(), [](Amount amount) { return amount.counted() == Money(); });
}

// Of rows of which some print only a part of a row above them, how they add up to a total. Looks at few rows, as it tries
// what could be a part of what.
class GroupFinder {
 public:
  using Ends = std::vector<std::pair<std::size_t, std::size_t>>;  // rows, and behind which row what is theirs ends
  struct Ways {
    std::size_t count = 0;  // two: there are more
    Ends first;
    bool leaves_out = false;
  };

  GroupFinder(const Overzicht& overzicht, const std::vector<std::size_t>& rows) : overzicht_(overzicht), rows_(rows) {}

  Ways find(std::span<const Amount> total) {
    std::set<std::int64_t> sizes;
    for (const Amount amount : total) sizes.insert(amount.counted().size().cents());
    sizes.erase(0);
    // One number may be a sum by chance.
    if (rows_.size() > most_rows || sizes.size() < 2) return {};
    return parts(0, rows_.size(), sums_of(total));
  }

 private:
  static constexpr std::size_t most_rows = 100, most_steps = 20'000;

  static Sums sums_of(std::span<const Amount> amounts) {
    Sums sums(amounts.size());
    add(sums, amounts);
    return sums;
  }
  std::span<const Amount> amounts(std::size_t at) const { return overzicht_.amounts_of(rows_[at]); }

  bool is_within(std::size_t part, std::size_t whole) const {
    const std::span<const Amount> a = amounts(part), b = amounts(whole);
    for (std::size_t figure = 0; figure < a.size(); ++figure) {
      const Money of_part = a[figure].counted(), of_whole = b[figure].counted();
      if (of_part.size() > of_whole.size() || (of_part < Money() && of_whole > Money()) ||
          (of_part > Money() && of_whole < Money()))
        return false;
    }
    return true;
  }

  static void add_ways(Ways& ways, std::size_t row, std::size_t end, const Ways& inside, const Ways& behind) {
    if (ways.count == 0 && inside.count * behind.count > 0) {
      ways.first = {{row, end}};
      for (const Ways* more : {&inside, &behind})
        ways.first.insert(ways.first.end(), more->first.begin(), more->first.end());
      ways.leaves_out = inside.leaves_out || behind.leaves_out;
    }
    ways.count = std::min<std::size_t>(2, ways.count + inside.count * behind.count);
  }

  // The rows from `first` on, each with what is its own behind it, that come to `sum`.
  Ways parts(std::size_t first, std::size_t end, const Sums& sum) {
    if (++steps_ > most_steps) return {2, {}, false};
    if (first == end)
      return {std::all_of(sum.begin(), sum.end(), [](Money left) { return left == Money(); }) ? 1u : 0u, {}, false};
    Sums left = sum;
    for (std::size_t figure = 0; figure < left.size(); ++figure) left[figure] -= amounts(first)[figure].counted();
    Ways ways;
    for (std::size_t behind = first + 1; behind <= end && ways.count < 2; ++behind) {
      if (behind > first + 1 && !is_within(behind - 1, first)) break;
      const Ways inside = group(first + 1, behind, first);
      if (inside.count > 0) add_ways(ways, first, behind, inside, parts(behind, end, left));
    }
    return ways;
  }

  // What stands between a row and the next of its level: all that it is, else one part of it.
  Ways group(std::size_t first, std::size_t end, std::size_t whole) {
    if (first == end) return {1, {}, false};
    Ways all = parts(first, end, sums_of(amounts(whole)));
    if (all.count > 0) return all;
    Ways one;
    const Ways inside = first + 1 == end ? Ways{1, {}, false} : parts(first + 1, end, sums_of(amounts(first)));
    add_ways(one, first, end, inside, {1, {}, false});
    one.leaves_out = true;
    return one;
  }

  const Overzicht& overzicht_;
  const std::vector<std::size_t>& rows_;
  std::size_t steps_ = 0;
};

class SumFinder {
 public:
  explicit SumFinder(const Overzicht& overzicht) : overzicht_(overzicht), ends_(overzicht.rows.size()) {}

  SumsAbove find() {
    const SumsAbove none{std::vector<std::size_t>(overzicht_.rows.size())};
    for (std::size_t row = 0; row < overzicht_.rows.size(); ++row) take_row(row);
    if (total_ == no_part || rows_.size() < 3) return none;
    Sums all(overzicht_.head.figures.size());
    for (const std::size_t row : rows_) add(all, overzicht_.amounts_of(row));
    if (is_sum(all, total_of(total_))) return none;
    for (std::size_t at = rows_.size(); at-- > 0;) find_parts(at);
    Sums tops(all.size());
    for (std::size_t at = 0; at < rows_.size(); at = behind(at)) add(tops, overzicht_.amounts_of(rows_[at]));
    if (is_sum(tops, total_of(total_))) return {ends_};
    return find_groups();
  }

 private:
  // Rows that could be parts or sums, and the last total.
  void take_row(std::size_t row) {
    const PrintedRow& one = overzicht_.rows[row];
    if (!one.has_amounts || one.fate == PrintedFate::overgeslagen || one.fate == PrintedFate::ongelezen) return;
    if (one.is_asked && is_total(one.fate) && one.fate != PrintedFate::subtotaal) total_ = row;
    else if (total_word(one.naam.empty() ? one.nr : one.naam).fate == PrintedFate::post || one.is_asked)
      rows_.push_back(row);
    else total_ = row;
  }

  // What a total prints; of a plan that lacks its reserves not what those have.
  std::vector<Amount> total_of(std::size_t row) const {
    const std::span<const Amount> amounts = overzicht_.amounts_of(row);
    std::vector<Amount> total(amounts.begin(), amounts.end());
    for (std::size_t at = 0; at < total.size() && overzicht_.lacks_reserves; ++at) {
      const ColumnKind kind = overzicht_.head.figures[at].kind;
      if (kind == ColumnKind::opening || kind == ColumnKind::eindsaldo) total[at] = {};
    }
    return total;
  }

  SumsAbove find_groups() const {
    SumsAbove found{std::vector<std::size_t>(overzicht_.rows.size())};
    std::vector<std::size_t> filled;
    std::copy_if(rows_.begin(), rows_.end(), std::back_inserter(filled),
                 [this](std::size_t row) { return !is_zero(overzicht_.amounts_of(row)); });
    const GroupFinder::Ways ways = GroupFinder(overzicht_, filled).find(overzicht_.amounts_of(total_));
    if (ways.count != 1) return found;
    found.are_groups = ways.leaves_out;
    for (const auto& [at, end] : ways.first)
      if (found.are_groups || end > at + 1)
        found.ends[filled[at]] = end < filled.size() ? filled[end] : filled.back() + 1;
    return found;
  }

  std::size_t behind(std::size_t at) const {
    const std::size_t end = ends_[rows_[at]];
    if (end == 0) return at + 1;
    return static_cast<std::size_t>(std::lower_bound(rows_.begin(), rows_.end(), end) - rows_.begin());
  }

  // The parts of later rows are known by now.
  void find_parts(std::size_t at) {
    const std::span<const Amount> amounts = overzicht_.amounts_of(rows_[at]);
    if (is_zero(amounts)) return;
    Sums sums(amounts.size());
    std::size_t next = at + 1;
    for (std::size_t parts = 0; parts < most_parts && next < rows_.size(); ++parts) {
      add(sums, overzicht_.amounts_of(rows_[next]));
      next = behind(next);
      if (!is_sum(sums, amounts)) continue;
      ends_[rows_[at]] = next < rows_.size() ? rows_[next] : rows_.back() + 1;
      return;
    }
  }

  const Overzicht& overzicht_;
  std::vector<std::size_t> rows_;
  std::size_t total_ = no_part;
  std::vector<std::size_t> ends_;
};

class IndentFinder {
 public:
  explicit IndentFinder(const Overzicht& overzicht) : overzicht_(overzicht), found_{ends_of_none(overzicht)} {}

  std::optional<SumsAbove> find() {
    for (std::size_t row = overzicht_.head.row + overzicht_.head.rows; row < overzicht_.rows.size(); ++row) {
      const PrintedRow& one = overzicht_.rows[row];
      if (!one.nr.empty() || one.said > 0) return std::nullopt;
      if (is_of_tree(one)) rows_.push_back(row);
    }
    bool any = false;
    for (std::size_t at = rows_.size(); at-- > 0;) {
      const std::size_t end = end_of(at);
      if (end == at + 1) continue;
      any = true;
      found_.ends[rows_[at]] = end < rows_.size() ? rows_[end] : rows_.back() + 1;
      if (overzicht_.rows[rows_[at]].has_amounts && !is_what_stands_under(at, end)) return std::nullopt;
    }
    return any ? std::optional(std::move(found_)) : std::nullopt;
  }

 private:
  static std::vector<std::size_t> ends_of_none(const Overzicht& overzicht) {
    return std::vector<std::size_t>(overzicht.rows.size());
  }

  // A total closes what it adds up by itself, wherever it stands.
  static bool is_of_tree(const PrintedRow& row) {
    if (row.naam.empty() || row.fate == PrintedFate::kop || row.fate == PrintedFate::overgeslagen ||
        row.fate == PrintedFate::ongelezen || (row.is_asked && row.fate == PrintedFate::toelichting))
      return false;
    if (!row.has_amounts && is_remark(row.naam)) return false;
    return row.is_asked ? !is_total(row.fate) : total_word(row.naam).fate == PrintedFate::post;
  }

  std::uint8_t indent(std::size_t at) const { return overzicht_.rows[rows_[at]].indent; }

  std::size_t end_of(std::size_t at) const {
    std::size_t end = at + 1;
    while (end < rows_.size() && indent(end) > indent(at)) end = behind(end);
    return end;
  }

  // The parts of later rows are known by now.
  std::size_t behind(std::size_t at) const {
    const std::size_t end = found_.ends[rows_[at]];
    if (end == 0) return at + 1;
    return static_cast<std::size_t>(std::lower_bound(rows_.begin(), rows_.end(), end) - rows_.begin());
  }

  // A heading between them stands for its own rows.
  void add_rows(Sums& sums, std::size_t& rows, std::size_t at, std::size_t end) const {
    while (at < end) {
      const bool is_heading = !overzicht_.rows[rows_[at]].has_amounts;
      if (!is_heading) add(sums, overzicht_.amounts_of(rows_[at])), ++rows;
      at = is_heading ? at + 1 : behind(at);
    }
  }

  bool is_what_stands_under(std::size_t at, std::size_t end) const {
    const std::span<const Amount> amounts = overzicht_.amounts_of(rows_[at]);
    Sums sums(amounts.size());
    std::size_t rows = 0;
    add_rows(sums, rows, at + 1, end);
    const Money by = rounding_of(overzicht_, rows);
    for (std::size_t figure = 0; figure < sums.size(); ++figure)
      if (!are_near(sums[figure], amounts[figure].counted(), by)) return false;
    return true;
  }

  const Overzicht& overzicht_;
  std::vector<std::size_t> rows_;
  SumsAbove found_;
};

}  // namespace

std::optional<SumsAbove> find_indents(const Overzicht& overzicht) {
  const auto& rows = overzicht.rows;
  const bool any = std::any_of(rows.begin(), rows.end(), [](const PrintedRow& row) { return row.indent > 0; });
  return any && !overzicht.head.is_long ? IndentFinder(overzicht).find() : std::nullopt;
}

SumsAbove find_sums_above(const Overzicht& overzicht) {
  const bool wide = !overzicht.head.is_long && !overzicht.head.column(ColumnKind::bedrag);
  return wide ? SumFinder(overzicht).find() : SumsAbove{std::vector<std::size_t>(overzicht.rows.size())};
}

}  // namespace saldo
