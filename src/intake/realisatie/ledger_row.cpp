#include "intake/realisatie/ledger_row.h"

#include <algorithm>

#include "base/say.h"
#include "base/text.h"
#include "intake/excel.h"
#include "intake/realisatie/row_words.h"
#include "intake/written_year.h"
#include "plan/glob.h"

namespace saldo {

namespace {

// In the order of wanted_columns(); those of the key come behind them.
enum LedgerColumn : std::size_t {
  naam_of,
  money_of,
  year_of,
  ordered_of,
  debit_of,
  credit_of,
  flag_of,
  baten_of,
  lasten_of,
  total_of,
  first_key
};

constexpr std::size_t amount_columns[] = {money_of, ordered_of, debit_of, credit_of, baten_of, lasten_of};

// D and C, as packages write them.
std::optional<bool> is_debit(std::string_view flag) {
  const std::string word = folded(flag);
  for (const char* debit : {"d", "db", "dr", "debet", "debit"})
    if (word == debit) return true;
  for (const char* credit : {"c", "cr", "credit"})
    if (word == credit) return false;
  return std::nullopt;
}

}  // namespace

std::vector<WantedColumn> wanted_columns(const Koppeling& koppeling) {
  const Kolommen& k = koppeling.kolommen;
  std::vector<WantedColumn> wanted;
  for (const Named* column :
       {&k.naam, &k.bedrag, &k.jaar, &k.verplichting, &k.debet, &k.credit, &k.vlag, &k.baten, &k.lasten})
    wanted.push_back({column->name, !column->name.empty()});
  wanted.push_back({koppeling.totaalregel ? koppeling.totaalregel->kolom.name : "", koppeling.totaalregel.has_value()});
  for (const Named& column : k.sleutel) wanted.push_back({column.name, true});
  return wanted;
}

LedgerRows::LedgerRows(const Koppeling& koppeling, const Sheet& sheet, FoundColumns columns, Gathering& gathering)
    : koppeling_(koppeling), sheet_(sheet), columns_(std::move(columns)), gathering_(gathering), amounts_(&koppeling) {
  look_at_amounts();
}

void LedgerRows::look_at_amounts() {
  if (koppeling_.getal) return;
  for (std::size_t row = first(); row < end(); ++row)
    for (const std::size_t column : amount_columns)
      if (columns_.at[column] && *columns_.at[column] < sheet_.row(row).size()) amounts_.look_at(*cell(row, column));
}

std::string LedgerRows::key(std::size_t row) const {
  std::string key;
  for (std::size_t column = first_key; column < columns_.at.size(); ++column)
    key.append(column == first_key ? "" : "/").append(without_guard(sheet_.shown(*cell(row, column))));
  return key;
}

Place LedgerRows::key_place(std::size_t row) const { return sheet_.place(*cell(row, first_key)); }

std::string LedgerRows::naam(std::size_t row) const {
  const SheetCell* naam = cell(row, naam_of);
  return naam == nullptr ? "" : std::string(without_guard(sheet_.shown(*naam)));
}

std::string LedgerRows::all_of(std::size_t row) const {
  constexpr char between = '\x1f';
  std::string all;
  for (const SheetCell& cell : sheet_.row(row)) all.append(cell.text) += between;
  return all;
}

std::string LedgerRows::total_word(std::size_t row) const {
  return koppeling_.totaalregel ? std::string(without_guard(sheet_.shown(*cell(row, total_of)))) : "";
}

bool LedgerRows::is_total(std::size_t row) const {
  return koppeling_.totaalregel && fits(koppeling_.totaalregel->waarde, total_word(row));
}

Money LedgerRows::shown(Money debit) const { return koppeling_.teken == Teken::credit_positief ? -debit : debit; }

bool LedgerRows::says_total(std::size_t row) const {
  const std::span<const SheetCell> cells = sheet_.row(row);
  return std::any_of(cells.begin(), cells.end(), [](const SheetCell& cell) {
    const std::string word = folded(cell.text.substr(0, 40));
    return word.starts_with("totaal") || word.starts_with("subtotaal") || word.starts_with("eindtotaal") ||
           word.starts_with("total");
  });
}

bool LedgerRows::is_of(Year year, std::size_t row) {
  const SheetCell* written = cell(row, year_of);
  if (written == nullptr) return true;
  const std::string_view text = without_guard(sheet_.shown(*written));
  const std::optional<Year> found = read_written_year(text);
  if (found == year) return true;
  if (found)
    gathering_.report(Rule::realisatie_jaar, sheet_.place(*written),
                      say("this row is of {}, and {} is closed", *found, year), say("export {} only", year));
  else tell_no_year(gathering_, sheet_.place(*written), text, year);
  return false;
}

// Nothing where it is refused, and told.
std::optional<WrittenAmount> LedgerRows::read(std::size_t row, std::size_t column) {
  const SheetCell& written = *cell(row, column);
  WrittenAmount read = amounts_.read(written);
  if (read.is == WrittenAmount::Is::pm)
    gathering_.report(Rule::realisatie_getal, sheet_.place(written), say("what was booked is an amount, and not PM"));
  else if (read.is == WrittenAmount::Is::refused) tell_refused(gathering_, sheet_.place(written), read);
  else return read;
  return std::nullopt;
}

// Nothing where there is none, or it is refused; of a column that says the side itself.
std::optional<Money> LedgerRows::amount(std::size_t row, std::size_t column) {
  const std::optional<WrittenAmount> written = read(row, column);
  if (!written || written->is == WrittenAmount::Is::empty) return std::nullopt;
  if (written->flag == AmountFlag::none) return written->money;
  tell_flag(gathering_, sheet_.place(*cell(row, column)), cell(row, column)->text);
  return std::nullopt;
}

// Of a column that says the side by its sign: as debit. "500 CR" is credit, whatever a plain amount is.
std::optional<Money> LedgerRows::flagged(std::size_t row, std::size_t column, Teken teken) {
  const std::optional<WrittenAmount> written = read(row, column);
  if (!written || written->is == WrittenAmount::Is::empty) return std::nullopt;
  const bool credit =
      written->flag == AmountFlag::credit || (written->flag == AmountFlag::none && teken == Teken::credit_positief);
  return credit ? -written->money : written->money;
}

std::optional<RowMoney> LedgerRows::by_flag(std::size_t row) {
  const std::optional<Money> money = amount(row, money_of);
  const SheetCell& flag = *cell(row, flag_of);
  const std::optional<bool> debit = is_debit(without_guard(flag.text));
  if (!debit)
    gathering_.report(Rule::koppeling_teken, sheet_.place(flag), say("`{}` is neither debet nor credit", flag.text),
                      say("the column of `vlag` has D or C in every row"));
  if (!money || !debit) return std::nullopt;
  return RowMoney{*debit ? *money : -*money, {}, {}};
}

// Two columns, of which one may be empty.
std::optional<RowMoney> LedgerRows::in_two(std::size_t row, std::size_t plus, std::size_t minus) {
  const std::optional<Money> more = amount(row, plus), less = amount(row, minus);
  if (!more && !less) return std::nullopt;
  RowMoney money{more.value_or(Money()) - less.value_or(Money()), {}, {}};
  if (koppeling_.teken == Teken::baten_lasten) money.columns = {less, more};
  return money;
}

std::optional<RowMoney> LedgerRows::without_commitment(std::size_t row) {
  switch (koppeling_.teken) {
    case Teken::debet_positief:
    case Teken::credit_positief:
    case Teken::lasten_positief:
      if (const std::optional<Money> money = flagged(row, money_of, koppeling_.teken)) return RowMoney{*money, {}, {}};
      return std::nullopt;
    case Teken::vlag: return by_flag(row);
    case Teken::debet_credit: return in_two(row, debit_of, credit_of);
    case Teken::baten_lasten: return in_two(row, lasten_of, baten_of);
  }
  return std::nullopt;
}

std::optional<RowMoney> LedgerRows::money(std::size_t row) {
  std::optional<RowMoney> money = without_commitment(row);
  if (!money && !gathering_.is_refused()) {
    const auto column = std::find_if(std::begin(amount_columns), std::end(amount_columns),
                                     [&](std::size_t at) { return at != ordered_of && columns_.at[at]; });
    gathering_.report(Rule::realisatie_getal, sheet_.place(*cell(row, *column)),
                      say("no amount stands here, and that is not 0"),
                      say("a row without an amount does not belong in the export"));
  }
  if (money && cell(row, ordered_of) != nullptr) money->verplichting = flagged(row, ordered_of, koppeling_.teken);
  return gathering_.is_refused() ? std::nullopt : money;
}

}  // namespace saldo
