#include "intake/overzicht/printed_totals.h"

#include <algorithm>
#include <array>

namespace saldo {

namespace {

// What the posts before each row come to, of one column: lasten, baten, and what says neither.
struct RunningSum {
  std::array<Money, 3> of = {};
};
std::size_t part_of(ColumnKind side) { return side == ColumnKind::lasten ? 0 : side == ColumnKind::baten ? 1 : 2; }

class TotalsAdder {
 public:
  explicit TotalsAdder(Overzicht& overzicht) : overzicht_(overzicht), columns_(overzicht.head.columns.size()) {}

  void add() {
    sums_.resize(columns_);
    ends_.resize(overzicht_.rows.size());
    for (std::size_t at = 0; at < overzicht_.rows.size(); ++at) {
      add_row_before(at);
      step(at);
      count_saldo(overzicht_.rows[at]);
    }
    add_row_before(overzicht_.rows.size());
    while (!open_.empty()) close_last(overzicht_.rows.size());
    for (const auto& [row, first] : coded_) take(row, first, ends_[row]);
    std::sort(overzicht_.totals.begin(), overzicht_.totals.end(), [](const PrintedTotal& a, const PrintedTotal& b) {
      return a.row != b.row ? a.row < b.row : a.column < b.column;
    });
  }

 private:
  void add_row_before(std::size_t at) {
    for (std::size_t column = 0; column < columns_; ++column) {
      std::vector<RunningSum>& sums = sums_[column];
      sums.push_back(at == 0 ? RunningSum{} : sums.back());
      if (at == 0 || overzicht_.rows[at - 1].fate != RowFate::post) continue;
      const OverzichtRow& before = overzicht_.rows[at - 1];
      sums.back().of[part_of(before.side)] += before.amounts[column].counted();
    }
  }

  void step(std::size_t at) {
    const OverzichtRow& row = overzicht_.rows[at];
    close_coded(row, at);
    const bool heads = row.fate == RowFate::kop || row.fate == RowFate::project || row.fate == RowFate::programmalijn;
    if (heads) behind_heading_ = behind_total_ = at + 1;
    if (row.fate == RowFate::subtotaal && !row.nr.empty()) open_.push_back(at);
    else if (row.fate == RowFate::subtotaal || row.fate == RowFate::totaal || row.fate == RowFate::saldo) {
      take_best(at);
      behind_total_ = row.fate == RowFate::saldo ? behind_total_ : at + 1;
    }
  }

  // Its parts have ended where a number stands that is none of them, or a row of totals.
  void close_coded(const OverzichtRow& row, std::size_t at) {
    const auto is_part = [&](std::size_t above) {
      const std::string& nr = overzicht_.rows[above].nr;
      return row.nr.size() > nr.size() && row.nr.starts_with(nr) && row.nr[nr.size()] == '.';
    };
    const bool ends = !row.nr.empty() || row.fate == RowFate::totaal;
    while (ends && !open_.empty() && !is_part(open_.back())) close_last(at);
  }

  void close_last(std::size_t end) {
    coded_.emplace_back(open_.back(), open_.back() + 1);
    ends_[open_.back()] = end;
    open_.pop_back();
  }

  Money computed(const OverzichtRow& row, std::size_t column, std::size_t first, std::size_t end) const {
    std::array<Money, 3> sum;
    for (std::size_t part = 0; part < sum.size(); ++part)
      sum[part] = sums_[column][end].of[part] - sums_[column][first].of[part];
    if (row.fate == RowFate::saldo) return sum[1] - sum[0] + sum[2];
    if (row.side == ColumnKind::lasten || row.side == ColumnKind::baten) {
      const Money own = sum[part_of(row.side)];
      return own == Money() ? sum[2] : own;
    }
    return sum[0] + sum[1] + sum[2];
  }

  std::size_t right(std::size_t at, std::size_t first) const {
    const OverzichtRow& row = overzicht_.rows[at];
    std::size_t count = 0;
    for (std::size_t column = 0; column < columns_; ++column)
      if (row.amounts[column].is_money() && row.amounts[column].counted() == computed(row, column, first, at)) ++count;
    return count;
  }

  void take_best(std::size_t at) {
    std::size_t best = behind_total_;
    for (const std::size_t first : {behind_heading_, std::size_t{0}})
      if (right(at, first) > right(at, best)) best = first;
    take(at, best, at);
  }

  void take(std::size_t at, std::size_t first, std::size_t end) {
    const OverzichtRow& row = overzicht_.rows[at];
    for (std::size_t column = 0; column < columns_; ++column)
      if (row.amounts[column].is_money())
        overzicht_.totals.push_back(
            {at, column, first, row.amounts[column].counted(), computed(row, column, first, end)});
  }

  void count_saldo(const OverzichtRow& row) {
    for (std::size_t column = 0; column < row.amounts.size(); ++column) {
      const OverzichtColumn& head = overzicht_.head.columns[column];
      if (head.kind != ColumnKind::saldo || !row.amounts[column].is_money()) continue;
      const Money difference = of_year(row, ColumnKind::baten, head.year) - of_year(row, ColumnKind::lasten, head.year);
      const Money saldo = row.amounts[column].counted();
      if (saldo == difference) ++overzicht_.saldo_is_baten_less_lasten;
      if (saldo == -difference) ++overzicht_.saldo_is_lasten_less_baten;
    }
  }

  Money of_year(const OverzichtRow& row, ColumnKind kind, std::optional<Year> year) const {
    for (std::size_t column = 0; column < row.amounts.size(); ++column)
      if (overzicht_.head.columns[column].kind == kind && overzicht_.head.columns[column].year == year)
        return row.amounts[column].counted();
    return {};
  }

  Overzicht& overzicht_;
  std::size_t columns_;
  std::vector<std::vector<RunningSum>> sums_;  // by column, of the posts before each row
  std::vector<std::size_t> open_;              // totals above their parts, which go on
  std::vector<std::pair<std::size_t, std::size_t>> coded_;
  std::vector<std::size_t> ends_;
  std::size_t behind_total_ = 0, behind_heading_ = 0;
};

}  // namespace

void add_up_totals(Overzicht& overzicht) { TotalsAdder(overzicht).add(); }

}  // namespace saldo
