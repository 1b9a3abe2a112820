#include "calc/wijziging/stap/figures_by_nr.h"

#include <algorithm>

namespace saldo {

namespace {

// No sum of figures leaves the range of Money where all of them together are this much less.
constexpr Wide most_of_all = Wide{Money::limit_cents} / 1000;

void move(RunningSum& sum, Amount amount, int sign) {
  if (sign > 0) sum.add(amount);
  else sum.take(amount);
}

Wide size_of(Amount amount) { return Wide{amount.counted().size().cents()}; }

Wide size_of(const Balance& balance) {
  Wide size = size_of(Amount(balance.opening));
  for (const YearFigures& year : balance.years)
    for (const Amount amount : {year.baten, year.lasten, year.toevoeging, year.onttrekking, Amount(year.eindsaldo)})
      size += size_of(amount);
  return size;
}

}  // namespace

FiguresByNr::FiguresByNr(std::size_t years) : sums_(years), total_{Money(), std::vector<YearFigures>(years)} {}

// As work_out_balances() adds them up.
void FiguresByNr::count(const Balance& balance, int sign) {
  size_ += sign * size_of(balance);
  move(opening_, Amount(balance.opening), sign);
  total_.opening = opening_.counted();
  for (std::size_t y = 0; y < sums_.size(); ++y) {
    const YearFigures& year = balance.years[y];
    Sums& sums = sums_[y];
    if (balance.soort != Soort::reserve) {
      move(sums[0], year.baten, sign);
      move(sums[1], year.lasten, sign);
    }
    move(sums[2], year.toevoeging, sign);
    move(sums[3], year.onttrekking, sign);
    move(sums[4], Amount(year.eindsaldo), sign);
    total_.years[y] = {sums[0].amount(), sums[1].amount(), sums[4].counted(), sums[2].amount(), sums[3].amount()};
  }
}

void FiguresByNr::set(const std::string& nr, Balance balance) {
  const auto [at, is_new] = of_.try_emplace(nr, Of{next_rank_, {}});
  if (is_new) ++next_rank_;
  else count(at->second.balance, -1);
  count(balance, +1);
  at->second.balance = std::move(balance);
}

void FiguresByNr::drop(const std::string& nr) {
  const auto at = of_.find(nr);
  if (at == of_.end()) return;
  count(at->second.balance, -1);
  of_.erase(at);
}

const Balance* FiguresByNr::find(const std::string& nr) const {
  const auto found = of_.find(nr);
  return found == of_.end() ? nullptr : &found->second.balance;
}

bool FiguresByNr::is_sound() const { return size_ <= most_of_all; }

std::vector<std::pair<std::string, Balance>> FiguresByNr::all() const {
  std::vector<std::pair<std::size_t, const std::pair<const std::string, Of>*>> ranked;
  for (const auto& of : of_) ranked.emplace_back(of.second.rank, &of);
  std::sort(ranked.begin(), ranked.end());
  std::vector<std::pair<std::string, Balance>> all;
  for (const auto& [rank, of] : ranked) all.emplace_back(of->first, of->second.balance);
  return all;
}

}  // namespace saldo
