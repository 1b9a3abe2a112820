#include "intake/ledger.h"

#include <algorithm>
#include <set>
#include <unordered_map>

#include "base/glob.h"
#include "base/say.h"
#include "base/text.h"
#include "intake/excel.h"
#include "intake/ledger_row.h"
#include "intake/ledger_totals.h"
#include "intake/row_words.h"

namespace saldo {

namespace {

// The regel of a key: the first that fits.
class Regels {
 public:
  explicit Regels(const Koppeling& koppeling) : koppeling_(koppeling) {}

  std::optional<std::size_t> find(const std::string& key) {
    const auto known = found_.find(key);
    if (known != found_.end()) return known->second;
    const auto& regels = koppeling_.regels;
    const auto first = std::find_if(regels.begin(), regels.end(),
                                    [&key](const KoppelingRegel& regel) { return fits(regel.sleutel.name, key); });
    const std::optional<std::size_t> regel =
        first == regels.end() ? std::nullopt : std::optional(static_cast<std::size_t>(first - regels.begin()));
    found_.emplace(key, regel);
    return regel;
  }

  // What a spreadsheet may have taken from a part of the key, so that no regel fits any more.
  std::optional<std::string> before_spreadsheet(const std::string& key) {
    for (std::size_t at = 0; at <= key.size(); at = std::min(key.find('/', at), key.size()) + 1) {
      const std::size_t end = std::min(key.find('/', at), key.size());
      for (const std::string& part : before_excel(std::string_view(key).substr(at, end - at))) {
        const std::string whole = key.substr(0, at) + part + key.substr(end);
        if (find(whole)) return whole;
      }
    }
    return std::nullopt;
  }

 private:
  const Koppeling& koppeling_;
  std::unordered_map<std::string, std::optional<std::size_t>> found_;
};

// Keys that no regel fits, told once each.
struct Unmapped {
  Place place;
  std::string naam;
  std::size_t rows = 0;
  bool is_total = false;
};

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
        used_(koppeling.regels.size()) {}

  void read() {
    for (std::size_t row = rows_.first(); row < rows_.end(); ++row) read_row(row);
    tell_unmapped();
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
    if (!regel) return keep_unmapped(row, fate.key, adds_up_others);
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
    fate.to = Address{project.nr, regel.position ? project.posts[*regel.position].nr : regel.naam.name,
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
      auto [found, is_new] = same_rows_.try_emplace(rows_.all_of(row), row, 0);
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
      if (rows.second > 0) repeated.emplace(rows.first, rows.second);
    for (const auto& [row, times] : repeated) {
      gathering_.report(Rule::realisatie_dubbel, rows_.place(row),
                        say("this row is there {} more times, the same in every cell: was it exported twice?", times));
      findings_.back().severity = Severity::warning;
    }
  }

  // --- no regel ---

  void keep_unmapped(std::size_t row, const std::string& key, bool adds_up_others) {
    const auto [found, is_new] = unmapped_.try_emplace(key);
    if (is_new) order_.push_back(key);
    Unmapped& one = found->second;
    if (is_new) one = {rows_.key_place(row), rows_.naam(row), 0, adds_up_others};
    ++one.rows;
  }

  void tell_unmapped() {
    for (const std::string& key : order_) {
      const Unmapped& one = unmapped_.at(key);
      const std::string shown = one.naam.empty() ? key : key + " " + shortened(one.naam, 60);
      gathering_.report(Rule::realisatie_zonder_koppeling, one.place,
                        say("no regel of koppeling {} fits `{}` ({} rows)", koppeling_.naam, shown, one.rows),
                        help_for(key, one));
    }
  }

  Message help_for(const std::string& key, const Unmapped& one) {
    if (one.is_total)
      return say("it is what the rows above add up to: write totaalregel = {{ kolom = \"…\", waarde = \"…\" }}");
    if (const std::optional<std::string> before = regels_.before_spreadsheet(key)) return excel_help(*before);
    const auto [project, post] = likely_post(one.naam);
    return say(
        "write [[koppeling.regel]] with sleutel = \"{}\", project = \"{}\", post = \"{}\", kant = \"lasten\"; or with "
        "overslaan = \"why\"",
        key, project, post);
  }

  // The only post that is called as the row is.
  std::pair<std::string, std::string> likely_post(const std::string& naam) const {
    const std::string wanted = folded(naam);
    std::pair<std::string, std::string> likely{"…", "…"};
    std::size_t found = 0;
    for (const Project& project : plan_.projects)
      for (const Post& post : project.posts)
        if (!wanted.empty() && folded(post.naam) == wanted && ++found == 1) likely = {project.nr, post.nr};
    return found == 1 ? likely : std::pair<std::string, std::string>{"…", "…"};
  }

  const Plan& plan_;
  Year year_;
  const Koppeling& koppeling_;
  LedgerRows& rows_;
  Gathering& gathering_;
  Findings& findings_;
  Regels regels_;
  LedgerTotals totals_;
  std::vector<std::size_t> used_;  // rows of each regel
  std::unordered_map<std::string, Place> first_of_key_;
  std::unordered_map<std::string, std::pair<std::size_t, std::size_t>> same_rows_;  // the first, and how many more
  std::unordered_map<std::string, Unmapped> unmapped_;
  std::vector<std::string> order_;  // in which their keys were met
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
  take_without_row(plan, koppeling, reader.used(), actuals, gathering);
  tell_signs(koppeling, gathering);
  gathering.finish();
}

}  // namespace saldo
