#include "intake/realisatie/ledger.h"

#include <map>
#include <unordered_map>

#include "base/say.h"
#include "intake/realisatie/ledger_keys.h"
#include "intake/realisatie/ledger_row.h"
#include "intake/realisatie/ledger_totals.h"

namespace saldo {

namespace {

class LedgerReader {
 public:
  LedgerReader(const Plan& plan, Year year, const Koppeling& koppeling, LedgerRows& rows, Gathering& gathering,
               Findings& findings)
      : plan_(plan),
        year_(year),
        koppeling_(koppeling),
        rows_(rows),
        gathering_(gathering),
        findings_(findings),
        regels_(koppeling),
        totals_(koppeling, rows, gathering),
        unmapped_(plan, koppeling, rows, regels_, gathering),
        used_(koppeling.regels.size()) {}

  void read() {
    for (std::size_t row = rows_.first(); row < rows_.end(); ++row) read_row(row);
    unmapped_.tell();
    tell_same_rows();
  }

  const std::vector<std::size_t>& used() const { return used_; }

 private:
  void read_row(std::size_t row) {
    gathering_.begin_row();
    RowFate fate;
    fate.place = rows_.place(row);
    fate.fate = Fate::refused;
    if (rows_.is_whole(row, findings_)) read_whole(row, fate);
    if (gathering_.is_refused()) fate.fate = Fate::refused;
    gathering_.end_row(std::move(fate));
  }

  void read_whole(std::size_t row, RowFate& fate) {
    fate.key = rows_.key(row);
    if (rows_.is_total(row)) return read_total(row, fate);
    const bool is_of_year = rows_.is_of(year_, row);
    const std::optional<RowMoney> money = rows_.money(row);
    const bool adds_up_others = money && totals_.looks_like_one(row, money->debit);
    if (money && !adds_up_others) totals_.count(money->debit);
    const std::optional<std::size_t> regel = regels_.find(fate.key);
    if (!regel) return unmapped_.keep(row, fate.key, adds_up_others);
    ++used_[*regel];
    fate.regel = *regel;
    find_twice(row, fate.key);
    if (!money || !is_of_year) return;
    if (adds_up_others) totals_.tell_undeclared(row);
    put(row, koppeling_.regels[*regel], *money, fate);
  }

  void read_total(std::size_t row, RowFate& fate) {
    const std::optional<RowMoney> money = rows_.money(row);
    if (!money) return;
    totals_.check(row, money->debit);
    fate.fate = Fate::total;
  }

  void put(std::size_t row, const KoppelingRegel& regel, const RowMoney& money, RowFate& fate) {
    fate.fate = regel.overslaan.name.empty() ? Fate::mapped : Fate::skipped;
    if (fate.fate == Fate::mapped) return put_on_post(row, regel, money, fate);
    fate.reason = regel.overslaan.name;
    const bool as_lasten = money.debit.cents() > 0;
    if (koppeling_.teken == Teken::baten_lasten)
      fate.euros = {money.columns.baten.value_or(Money()), money.columns.lasten.value_or(Money())};
    else
      fate.euros[as_lasten ? Direction::lasten : Direction::baten] =
          money.on(as_lasten ? Direction::lasten : Direction::baten);
  }

  void put_on_post(std::size_t row, const KoppelingRegel& regel, const RowMoney& money, RowFate& fate) {
    const Project& project = plan_.project(*regel.project.id);
    fate.to = Address{project.nr, regel.position ? project.posts[*regel.position].nr.str() : regel.naam.name,
                      regel.kant ? std::string(to_text(*regel.kant)) : "", year_};
    for (const Direction direction : both_directions) {
      if (regel.kant && *regel.kant != direction) continue;
      const std::optional<Money> amount = regel.kant ? money.on(direction) : money.columns[direction];
      if (!amount) continue;
      const ActualSide side{*regel.project.id, regel.position, regel.position ? "" : regel.naam.name, direction};
      gathering_.add(side, *amount, rows_.place(row));
      fate.euros[direction] = *amount;
      Actual& actual = gathering_.at(side, rows_.place(row));
      if (actual.toelichting.empty()) actual.toelichting = regel.toelichting;
      if (money.verplichting)
        actual.verplichting =
            actual.verplichting.value_or(Money()) + in_saldo(*money.verplichting, opposite(direction));
    }
  }

  // --- the same twice ---

  void find_twice(std::size_t row, const std::string& key) {
    if (koppeling_.niveau == Niveau::boekingen) {
      auto [found, is_new] = same_rows_.try_emplace(rows_.all_of(row), row, 1);
      if (!is_new) ++found->second.second;
      return;
    }
    const auto [first, is_new] = first_of_key_.try_emplace(key, rows_.key_place(row));
    if (is_new) return;
    gathering_.report(Rule::realisatie_dubbel, rows_.key_place(row),
                      say("the key `{}` is there twice, and with niveau = \"saldi\" a key has one row", key),
                      say("take one out, or write niveau = \"boekingen\" where rows add up"));
    findings_.back().related.push_back({first->second, say("the first one is here")});
  }

  void tell_same_rows() {
    std::map<std::size_t, std::size_t> repeated;  // by the first row of them
    for (const auto& [text, rows] : same_rows_)
      if (rows.second > 1) repeated.emplace(rows.first, rows.second);
    for (const auto& [row, times] : repeated) {
      gathering_.report(Rule::realisatie_dubbel, rows_.place(row),
                        say("this row is there {} times, the same in every cell: was it exported twice?", times));
      findings_.back().severity = Severity::warning;
    }
  }

  const Plan& plan_;
  Year year_;
  const Koppeling& koppeling_;
  LedgerRows& rows_;
  Gathering& gathering_;
  Findings& findings_;
  Regels regels_;
  LedgerTotals totals_;
  UnmappedKeys unmapped_;
  std::vector<std::size_t> used_;  // rows of each regel
  std::unordered_map<std::string, Place> first_of_key_;
  std::unordered_map<std::string, std::pair<std::size_t, std::size_t>> same_rows_;  // the first, and how many
};

}  // namespace

void read_ledger(const Plan& plan, Year year, const Koppeling& koppeling, const Sheet& sheet, Actuals& actuals,
                 Findings& findings) {
  const std::vector<WantedColumn> wanted = wanted_columns(koppeling);
  std::optional<FoundColumns> columns = find_columns(sheet, wanted, &koppeling, findings);
  if (!columns) return;
  actuals.unread_columns = columns->others;
  Gathering gathering(plan, actuals, findings);
  LedgerRows rows(koppeling, sheet, std::move(*columns), gathering);
  LedgerReader reader(plan, year, koppeling, rows, gathering, findings);
  reader.read();
  take_without_row(plan, koppeling, actuals, gathering);
  if (actuals.source.refused == 0) {  // else these may only follow from what was refused
    tell_unused(koppeling, reader.used(), actuals, gathering);
    tell_signs(koppeling, gathering);
  }
  gathering.finish();
}

}  // namespace saldo
