#include "intake/overzicht/signs.h"

#include <algorithm>
#include <map>
#include <vector>

#include "base/say.h"

namespace saldo {

namespace {

// The figures of one year beside each other.
struct YearOfFigures {
  std::size_t lasten = no_part, baten = no_part, saldo = no_part;
};

std::vector<YearOfFigures> years_of(const OverzichtHead& head) {
  std::map<Year, YearOfFigures> by_year;
  for (std::size_t at = 0; at < head.figures.size(); ++at) {
    YearOfFigures& year = by_year[head.figures[at].year];
    if (head.figures[at].kind == ColumnKind::lasten) year.lasten = at;
    if (head.figures[at].kind == ColumnKind::baten) year.baten = at;
    if (head.figures[at].kind == ColumnKind::saldo) year.saldo = at;
  }
  std::vector<YearOfFigures> years;
  for (const auto& [year, figures] : by_year) years.push_back(figures);
  return years;
}

struct Count {
  std::size_t above = 0, below = 0;  // zero
  void add(Amount amount) {
    if (amount.counted() > Money()) ++above;
    if (amount.counted() < Money()) ++below;
  }
  bool is_mostly_below() const { return below > above; }
};

class SignJudge {
 public:
  SignJudge(const Sheet& sheet, Overzicht& overzicht, Asking& asking)
      : sheet_(sheet), overzicht_(overzicht), asking_(asking), years_(years_of(overzicht.head)) {}

  void look() {
    for (std::size_t row = 0; row < overzicht_.rows.size(); ++row) {
      if (!overzicht_.rows[row].has_amounts) continue;
      count_sides(row);
      for (const YearOfFigures& year : years_) count_saldo(row, year);
    }
  }

  Voorteken judge() {
    const ShownSigns& seen = overzicht_.signs;
    const std::size_t best = std::max({seen.baten_less_lasten, seen.lasten_less_baten, seen.sum});
    const bool lasten_below = lasten_.is_mostly_below(), baten_below = baten_.is_mostly_below();
    if (best > 0 && seen.baten_less_lasten == best && !lasten_below) return Voorteken::voordelig;
    if (best > 0 && seen.lasten_less_baten == best && !baten_below) return Voorteken::lasten_baten;
    if (lasten_below && baten_below) return ask();
    if (lasten_below && (best == 0 || seen.sum == best)) return Voorteken::lasten_negatief;
    if (baten_below && (best == 0 || seen.sum == best)) return Voorteken::baten_negatief;
    if (best == 0) return saldo_ == 0 || !has_saldo() ? Voorteken::voordelig : ask();
    return ask();
  }

 private:
  Amount amount(std::size_t row, std::size_t figure) const {
    return figure == no_part ? Amount() : overzicht_.amounts_of(row)[figure];
  }
  bool has_saldo() const {
    return std::any_of(years_.begin(), years_.end(), [](const YearOfFigures& y) { return y.saldo != no_part; });
  }

  void count_sides(std::size_t row) {
    const PrintedRow& one = overzicht_.rows[row];
    for (std::size_t at = 0; at < overzicht_.head.figures.size(); ++at) {
      const ColumnKind kind = overzicht_.head.figures[at].kind;
      const bool bare = kind == ColumnKind::bedrag;
      if (kind == ColumnKind::lasten || (bare && one.side == PrintedSide::lasten)) lasten_.add(amount(row, at));
      if (kind == ColumnKind::baten || (bare && one.side == PrintedSide::baten)) baten_.add(amount(row, at));
    }
  }

  void count_saldo(std::size_t row, const YearOfFigures& year) {
    const Money saldo = amount(row, year.saldo).counted();
    const Amount lasten = amount(row, year.lasten), baten = amount(row, year.baten);
    if (saldo == Money() || (!lasten.is_money() && !baten.is_money())) return;
    ++saldo_;
    const Money by = rounding_of(overzicht_, 2);
    const Money l = lasten.counted(), b = baten.counted();
    if (are_near(saldo, b - l, by)) ++overzicht_.signs.baten_less_lasten;
    if (are_near(saldo, l - b, by)) ++overzicht_.signs.lasten_less_baten;
    if (are_near(saldo, l + b, by)) ++overzicht_.signs.sum;
    ++overzicht_.signs.rows;
  }

  Voorteken ask() {
    asking_.ask(
        Rule::import_dubbelzinnig, {sheet_.file},
        say("which sign lasten, baten and saldo have here is not certain: in {} rows the saldo is baten - lasten, "
            "in {} lasten - baten, in {} their sum",
            overzicht_.signs.baten_less_lasten, overzicht_.signs.lasten_less_baten, overzicht_.signs.sum),
        say("say it with --signs voordelig, lasten-baten, lasten-negatief or baten-negatief"));
    return Voorteken::voordelig;
  }

  const Sheet& sheet_;
  Overzicht& overzicht_;
  Asking& asking_;
  std::vector<YearOfFigures> years_;
  Count lasten_, baten_;
  std::size_t saldo_ = 0;
};

Sense sense_of_figure(ColumnKind kind, PrintedSide side) {
  if (kind == ColumnKind::lasten || (kind == ColumnKind::bedrag && side == PrintedSide::lasten)) return Sense::lasten;
  if (kind == ColumnKind::baten || (kind == ColumnKind::bedrag && side == PrintedSide::baten)) return Sense::baten;
  return kind == ColumnKind::saldo || kind == ColumnKind::resultaat ? Sense::saldo : Sense::other;
}

}  // namespace

Money rounding_of(const Overzicht& overzicht, std::size_t addends) {
  if (overzicht.unit == one_euro) return {};
  const auto halves = static_cast<std::int64_t>(std::min<std::size_t>(addends + 1, 4));
  return Money::of_cents(overzicht.unit.cents() / 2 * halves);
}

void settle_signs(const Sheet& sheet, std::optional<Voorteken> asked, Overzicht& overzicht, Asking& asking) {
  SignJudge judge(sheet, overzicht, asking);
  judge.look();
  overzicht.teken = asked ? *asked : judge.judge();
  for (std::size_t row = 0; row < overzicht.rows.size(); ++row) {
    if (!overzicht.rows[row].has_amounts) continue;
    const std::span<Amount> amounts = overzicht.amounts_of(row);
    for (std::size_t at = 0; at < amounts.size(); ++at)
      if (is_turned(overzicht.teken, sense_of_figure(overzicht.head.figures[at].kind, overzicht.rows[row].side)))
        amounts[at] = -amounts[at];
  }
}

}  // namespace saldo
