#include "render/rounding.h"

#include <algorithm>

namespace saldo {

namespace {

// By the last word of its key a column is what the year begins with, what comes in, what goes out, or what is left.
std::string_view part_of(const Column& column) {
  const std::string_view key = column.key;
  return key.substr(key.rfind('.') + 1);  // npos + 1 is 0
}

}  // namespace

RoundingCheck::RoundingCheck(const Table& head, const Style& style) : head_(head), unit_(style.unit) {
  const std::vector<Column>& columns = head.columns;
  for (std::size_t i = 0; i < columns.size(); ++i) {
    parts_.push_back(part_of(columns[i]));
    if (i + 1 == columns.size() || columns[i + 1].group.text() != columns[i].group.text()) ends_.push_back(i + 1);
    if (columns[i].type == ColumnType::amount && columns[i].use != ColumnUse::machines) checked_.push_back(i);
  }
  total_.figures.resize(checked_.size());
}

RoundingCheck::Figure RoundingCheck::figure(Money exact) const {
  return exact.is_overflow() ? Figure{exact, exact} : Figure{exact, Money::of_cents(in_units(exact, unit_))};
}

RoundingCheck::Figure RoundingCheck::figure_of(const Cell& cell) const {
  const Amount* amount = std::get_if<Amount>(&cell);
  return figure(amount == nullptr ? Money() : amount->counted());
}

bool RoundingCheck::agrees(const Sum& sum) const {
  for (std::size_t i = 0; i < sum.own.size(); ++i) {
    if (!sum.own[i].is_money()) continue;
    const Figure own = figure(sum.own[i].counted());
    if (own.exact == sum.figures[i].exact && own.shown != sum.figures[i].shown) return false;
  }
  return true;
}

// The subtotals of this level and deeper ones have had all their rows.
void RoundingCheck::close(int level) {
  for (; !open_.empty() && open_.back().level >= level; open_.pop_back()) holds_ = holds_ && agrees(open_.back());
}

void RoundingCheck::add_to(Sum& sum, const Row& row) const {
  for (std::size_t i = 0; i < checked_.size(); ++i) {
    const Figure add = figure_of(row.cells.at(checked_[i]));
    sum.figures[i].exact += add.exact;
    sum.figures[i].shown += add.shown;
  }
}

RoundingCheck::Sum RoundingCheck::begun(const Row& row) const {
  Sum sum{row.level, {}, std::vector<Figure>(checked_.size())};
  for (const std::size_t column : checked_) {
    const Amount* amount = std::get_if<Amount>(&row.cells.at(column));
    sum.own.push_back(amount == nullptr ? Amount() : *amount);
  }
  return sum;
}

void RoundingCheck::take(const Row& row) {
  if (!holds_) return;
  const bool is_total = row.kind == RowKind::total;
  close(is_total && !open_.empty() ? open_.front().level : row.level);
  holds_ = holds_ && runs_on(row) && years_add_up(row);
  if (!row.addend || row.kind == RowKind::note) return;
  if (is_total) {
    total_.own = begun(row).own;
    holds_ = holds_ && agrees(total_);
    total_.figures.assign(checked_.size(), Figure{});
    return;
  }
  if (row.level == 0) add_to(total_, row);
  if (!open_.empty() && open_.back().level + 1 == row.level) add_to(open_.back(), row);
  if (row.kind == RowKind::subtotal) open_.push_back(begun(row));
}

bool RoundingCheck::adds_up() {
  if (!open_.empty()) close(open_.front().level);
  return holds_;
}

// Baten and lasten beside a saldo that is shown: columns from `first` on, to where another year begins.
bool RoundingCheck::year_adds_up(const Row& row, std::size_t first, std::size_t end) const {
  std::optional<Figure> baten, lasten, saldo;
  for (std::size_t i = first; i < end; ++i) {
    const Amount* amount = std::get_if<Amount>(&row.cells[i]);
    if (head_.columns[i].use == ColumnUse::machines || amount == nullptr || !amount->is_money()) continue;
    const Figure shown = figure(amount->counted());
    if (shown.exact.is_overflow()) return true;
    if (parts_[i] == "baten") baten = shown;
    if (parts_[i] == "lasten") lasten = shown;
    if (parts_[i] == "saldo") saldo = shown;
  }
  if (!baten || !lasten || !saldo || baten->exact - lasten->exact != saldo->exact) return true;
  return baten->shown - lasten->shown == saldo->shown;
}

bool RoundingCheck::years_add_up(const Row& row) const {
  std::size_t first = 0;
  for (const std::size_t end : ends_) {
    if (!year_adds_up(row, first, std::min(end, row.cells.size()))) return false;
    first = end;
  }
  return true;
}

bool RoundingCheck::runs_on(const Row& row) const {
  std::optional<Figure> balance;
  for (std::size_t i = 0; i < parts_.size() && i < row.cells.size(); ++i) {
    const std::string_view part = parts_[i];
    if (part != "opening" && part != "baten" && part != "lasten" && part != "eindsaldo") continue;
    const Amount* amount = std::get_if<Amount>(&row.cells[i]);
    const Figure shown = figure_of(row.cells[i]);
    if (shown.exact.is_overflow()) return true;
    if (part == "baten" && balance) balance = Figure{balance->exact + shown.exact, balance->shown + shown.shown};
    if (part == "lasten" && balance) balance = Figure{balance->exact - shown.exact, balance->shown - shown.shown};
    if (part != "opening" && part != "eindsaldo") continue;
    if (balance && amount != nullptr && balance->exact == shown.exact && balance->shown != shown.shown) return false;
    balance = amount != nullptr && amount->is_money() ? std::optional(shown) : std::nullopt;
  }
  return true;
}

bool rounded_rows_add_up(const Table& table, const Style& style) {
  if (style.cents) return true;
  RoundingCheck check(table, style);
  for (const Row& row : table.rows) check.take(row);
  return check.adds_up();
}

}  // namespace saldo
