#include "intake/overzicht/sums_above.h"

#include <algorithm>
#include <span>

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

class SumFinder {
 public:
  explicit SumFinder(const Overzicht& overzicht) : overzicht_(overzicht), ends_(overzicht.rows.size()) {}

  std::vector<std::size_t> find() {
    const std::vector<std::size_t> none(overzicht_.rows.size());
    for (std::size_t row = 0; row < overzicht_.rows.size(); ++row) take_row(row);
    if (total_ == no_part || rows_.size() < 3) return none;
    Sums all(overzicht_.head.figures.size());
    for (const std::size_t row : rows_) add(all, overzicht_.amounts_of(row));
    if (is_sum(all, overzicht_.amounts_of(total_))) return none;
    for (std::size_t at = rows_.size(); at-- > 0;) find_parts(at);
    Sums tops(all.size());
    for (std::size_t at = 0; at < rows_.size(); at = behind(at)) add(tops, overzicht_.amounts_of(rows_[at]));
    return is_sum(tops, overzicht_.amounts_of(total_)) ? ends_ : none;
  }

 private:
  // Rows that could be parts or sums, and the last total.
  void take_row(std::size_t row) {
    const PrintedRow& one = overzicht_.rows[row];
    if (!one.has_amounts || one.fate == PrintedFate::overgeslagen || one.fate == PrintedFate::ongelezen) return;
    if (one.is_asked && is_total(one.fate)) total_ = row;
    else if (total_word(one.naam.empty() ? one.nr : one.naam).fate == PrintedFate::post || one.is_asked)
      rows_.push_back(row);
    else total_ = row;
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

}  // namespace

std::vector<std::size_t> find_sums_above(const Overzicht& overzicht) {
  const bool wide = !overzicht.head.is_long && !overzicht.head.column(ColumnKind::bedrag);
  return wide ? SumFinder(overzicht).find() : std::vector<std::size_t>(overzicht.rows.size());
}

}  // namespace saldo
