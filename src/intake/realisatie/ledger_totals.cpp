#include "intake/realisatie/ledger_totals.h"

#include <algorithm>

#include "base/say.h"

namespace saldo {

LedgerTotals::LedgerTotals(const Koppeling& koppeling, const LedgerRows& rows, Gathering& gathering)
    : koppeling_(koppeling), rows_(rows), gathering_(gathering) {}

void LedgerTotals::count(Money debit) {
  sum_ += debit;
  plain_ += debit;
  ++plain_rows_;
}

void LedgerTotals::check(std::size_t row, Money debit) {
  const std::string word = rows_.total_word(row);
  const auto same = sums_before_.find(word);
  const Money since_last = sum_ - sum_before_;
  const Money since_same = same == sums_before_.end() ? sum_ : sum_ - same->second;
  if (debit != since_last && debit != since_same && debit != sum_) {
    const Money likely = same == sums_before_.end() ? since_last : since_same;
    gathering_.report(Rule::realisatie_totaal, rows_.place(row),
                      say("this row says {}, and the rows it adds up come to {}: {} apart", rows_.shown(debit),
                          rows_.shown(likely), rows_.shown(debit - likely)),
                      say("look for a row that is not in the export, or is in it twice"));
  }
  sum_before_ = sum_;
  sums_before_[word] = sum_;
  plain_before_ = plain_;
  plain_rows_ = 0;
}

bool LedgerTotals::looks_like_one(std::size_t row, Money debit) {
  const std::size_t enough = rows_.says_total(row) ? 1 : 3;  // one row is often what another is
  const bool is_sum = debit == plain_ - plain_before_ || debit == plain_;
  if (debit == Money() || plain_rows_ < enough || !is_sum) return false;
  sum_ += debit;
  plain_before_ = plain_;
  plain_rows_ = 0;
  return true;
}

void LedgerTotals::tell_undeclared(std::size_t row) {
  gathering_.report(Rule::realisatie_dubbel, rows_.place(row),
                    say("this row is what rows above it add up to: counted beside them they are in twice"),
                    say("write totaalregel = {{ kolom = \"…\", waarde = \"…\" }} in koppeling {}", koppeling_.naam));
  if (!rows_.says_total(row)) gathering_.only_warn();
}

namespace {

// As no row adds to it, it is what `zonder_rij` says.
void leave_open(const Koppeling& koppeling, std::size_t number, Direction direction, Actuals& actuals,
                Gathering& gathering) {
  const KoppelingRegel& regel = koppeling.regels[number];
  const ActualSide side{*regel.project.id, regel.position, regel.position ? "" : regel.naam.name, direction};
  if (gathering.find(side) != nullptr) return;
  actuals.without_row.push_back({number, side.project, side.post, direction});
  const bool is_budgeted = side.post.has_value();
  if (koppeling.zonder_rij == ZonderRij::nul && is_budgeted) gathering.at(side, regel.place);
}

}  // namespace

void take_without_row(const Plan& plan, const Koppeling& koppeling, Actuals& actuals, Gathering& gathering) {
  for (std::size_t number = 0; number < koppeling.regels.size(); ++number) {
    const KoppelingRegel& regel = koppeling.regels[number];
    if (!regel.overslaan.name.empty()) continue;
    const Project& project = plan.project(*regel.project.id);
    for (const Direction direction : both_directions) {
      const bool is_meant = regel.kant ? *regel.kant == direction
                                       : regel.position && !project.posts[*regel.position].side(direction).empty();
      if (is_meant) leave_open(koppeling, number, direction, actuals, gathering);
    }
  }
}

void tell_unused(const Koppeling& koppeling, const std::vector<std::size_t>& used, const Actuals& actuals,
                 Gathering& gathering) {
  for (std::size_t number = 0; number < used.size(); ++number)
    if (used[number] == 0)
      gathering.report(Rule::koppeling_ongebruikt, koppeling.regels[number].sleutel.place,
                       say("no row of {} has a key that comes to this regel", actuals.source.bestand));
}

void tell_signs(const Koppeling& koppeling, Gathering& gathering) {
  std::size_t all = 0, negative = 0;
  for (const auto& [key, actual] : gathering.all()) {
    if (actual.amount == Money()) continue;
    ++all;
    if (actual.amount < Money()) ++negative;
  }
  if (2 * negative <= all) return;
  const std::string_view other = koppeling.teken == Teken::credit_positief ? "debet-positief" : "credit-positief";
  const bool in_one_column = koppeling.teken == Teken::debet_positief || koppeling.teken == Teken::lasten_positief ||
                             koppeling.teken == Teken::credit_positief;
  gathering.report(Rule::koppeling_teken, koppeling.place,
                   say("{} of the {} amounts on posts are negative: is `teken` the wrong way round?", negative, all),
                   in_one_column ? say("write teken = \"{}\"", other) : say("look at which column is which"));
  if (all < 2 || negative < all) gathering.only_warn();
}

}  // namespace saldo
