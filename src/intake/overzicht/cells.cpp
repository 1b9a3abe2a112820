#include "intake/overzicht/cells.h"

#include <algorithm>
#include <string>

#include "base/say.h"
#include "base/text.h"
#include "intake/overzicht/words.h"

namespace saldo {

namespace {

// "N 31.393", "21.580 V": voordelig adds to the saldo, nadelig takes from it.
struct Lettered {
  std::string_view body;
  char letter = '\0';
};
Lettered take_letter(std::string_view text) {
  const auto letter_of = [](char c) { return c == 'V' || c == 'v' ? 'V' : c == 'N' || c == 'n' ? 'N' : '\0'; };
  if (text.size() < 3) return {text};
  if (letter_of(text.front()) != '\0' && text[1] == ' ') return {trimmed(text.substr(2)), letter_of(text.front())};
  if (letter_of(text.back()) != '\0' && text[text.size() - 2] == ' ')
    return {trimmed(text.substr(0, text.size() - 2)), letter_of(text.back())};
  return {text};
}

bool is_plain_number(std::string_view text) { return std::all_of(text.begin(), text.end(), is_digit); }

Money in_unit(Money amount, Money from, Money to) {
  std::int64_t cents = 0;
  if (amount.is_overflow() || __builtin_mul_overflow(amount.cents(), to.cents() / from.cents(), &cents))
    return Money::overflow();
  return Money::of_cents(cents);
}

}  // namespace

PrintedCells::PrintedCells(const Sheet& sheet, const OverzichtAsked& asked, Overzicht& overzicht, Asking& asking)
    : sheet_(sheet), overzicht_(overzicht), asking_(asking), words_(asked.words) {
  const OverzichtHead& head = overzicht.head;
  declared_.getal = asked.getal;
  rounds_ = asked.rounds;
  columns_.resize(head.columns.size());
  for (std::size_t at = 0; at < columns_.size(); ++at)
    if (is_amounts(head.columns[at].kind)) columns_[at].reader.emplace(&declared_, overzicht.unit);
  for (std::size_t row = head.row + head.rows; row < sheet.rows(); ++row) {
    const std::span<const SheetCell> cells = sheet.row(row);
    for (std::size_t at = 0; at < std::min(columns_.size(), cells.size()); ++at)
      if (columns_[at].reader) look_at(cells[at], at);
  }
  share_notation(asked);
}

// What the map says of a word, or null.
const Amount* PrintedCells::find_word(std::string_view text) const {
  if (words_.empty() || text.empty()) return nullptr;
  const auto found = words_.find(folded(text));
  return found == words_.end() ? nullptr : &found->second;
}

void PrintedCells::look_at(const SheetCell& cell, std::size_t column) {
  if (cell.is != CellIs::text) return;
  const std::string_view text = trimmed(cell.text);
  if (is_absent_word(text) || find_word(text) != nullptr) return;
  if (is_plain_number(text)) {
    ++overzicht_.notation.both;
    return;
  }
  const std::string_view body = take_letter(text).body;
  columns_[column].reader->look_at(body, cell.line);
  AmountReader alone(nullptr, overzicht_.unit);
  alone.look_at(body, cell.line);
  if (alone.getal() == Getal::nl) ++overzicht_.notation.nl;
  else if (alone.getal() == Getal::punt) ++overzicht_.notation.punt;
  else if (std::any_of(body.begin(), body.end(), is_digit)) ++overzicht_.notation.both;
}

// A column that shows nothing itself is as the others, if they agree.
void PrintedCells::share_notation(const OverzichtAsked& asked) {
  const ShownNotation& shown = overzicht_.notation;
  if (asked.getal) overzicht_.getal = asked.getal;
  else if (shown.nl > 0 && shown.punt == 0) overzicht_.getal = Getal::nl;
  else if (shown.punt > 0 && shown.nl == 0) overzicht_.getal = Getal::punt;
  if (!overzicht_.getal && shown.nl + shown.punt == 0 && overzicht_.head.column(ColumnKind::soort))
    declared_.getal = overzicht_.getal = asked.getal_of_saldo;
  if (!overzicht_.getal) return;
  for (Column& column : columns_)
    if (column.reader && declared_.getal) column.reader.emplace(&declared_, overzicht_.unit);
  const auto known = std::find_if(columns_.begin(), columns_.end(),
                                  [](const Column& column) { return column.reader && column.reader->getal(); });
  if (known == columns_.end()) return;
  const AmountReader as_others = *known->reader;
  for (Column& column : columns_)
    if (column.reader && !column.reader->getal()) column.reader = as_others;
}

ReadCell PrintedCells::read(const SheetCell& cell, std::size_t column, Money unit) {
  const std::string_view text = trimmed(cell.text);
  const bool is_text = cell.is == CellIs::text;
  if (const Amount* word = is_text ? find_word(text) : nullptr) {
    if (!word->is_money()) ++(word->is_pm() ? overzicht_.words_pm : overzicht_.words_absent);
    return {*word, false, true};
  }
  if (is_text && is_absent_word(text)) {
    if (!text.empty()) ++overzicht_.words_absent;
    return {{}, false, !text.empty()};
  }
  if (cell.merged && !text.empty() && cell.is == CellIs::number) {
    asking_.ask_in(column, Rule::import_getal, sheet_.place(cell),
                   say("`{}` stands in a merged cell: of which column or row it is cannot be seen", text),
                   say("split the cell, and save again"));
    return {{}, false, true};
  }
  const AmountReader& reader = *columns_[column].reader;
  const Lettered lettered = is_text ? take_letter(text) : Lettered{text};
  const WrittenAmount written = is_text ? reader.read(lettered.body) : reader.read(cell);
  if (written.is == WrittenAmount::Is::pm) {
    ++overzicht_.words_pm;
    return {Amount::pm(), false, true};
  }
  if (written.why == WrittenAmount::Why::decimals && rounds_)
    if (const auto amount = rounded(cell, column))
      return money(cell, column, in_unit(*amount, reader.unit(), unit), lettered.letter);
  if (written.is != WrittenAmount::Is::money) return refuse(cell, column, written);
  if (written.flag != AmountFlag::none) {
    WrittenAmount flagged;
    flagged.message = say("`{}` says debet or credit", text);
    flagged.help = say("write the amount itself, and its side in the heading or in a column kant");
    return refuse(cell, column, flagged);
  }
  return money(cell, column, in_unit(written.money, reader.unit(), unit), lettered.letter);
}

// Half away from zero, which is told.
std::optional<Money> PrintedCells::rounded(const SheetCell& cell, std::size_t column) {
  const AmountReader& reader = *columns_[column].reader;
  const bool comma = cell.is == CellIs::text && reader.getal().value_or(Getal::nl) == Getal::nl;
  std::string text(cell.is == CellIs::text ? take_letter(trimmed(cell.text)).body : cell.text);
  const std::size_t mark = text.rfind(comma ? ',' : '.');
  if (mark == text.npos) return std::nullopt;
  std::size_t end = mark + 1;
  while (end < text.size() && is_digit(text[end])) ++end;
  const std::size_t kept = mark + 1 + decimals_of(reader.unit());
  if (end <= kept) return std::nullopt;
  const bool up = text[kept] >= '5';
  constexpr std::size_t shown = 6;  // millionths of a cent
  std::string beyond = text.substr(kept, std::min(end - kept, shown));
  beyond.append(shown - beyond.size(), '0');
  text.erase(kept, end - kept);
  SheetCell cut = cell;
  cut.text = text;
  const WrittenAmount written = cell.is == CellIs::text ? reader.read(std::string_view(text)) : reader.read(cut);
  if (written.is != WrittenAmount::Is::money) return std::nullopt;
  const bool below = written.money < Money() || text.find('-') != text.npos || text.starts_with('(');
  asking_.tell_in(column, Rule::import_afgerond, Severity::note, sheet_.place(cell),
                  say("`{}` is rounded to the cent", cell.text));
  ++rounded_;
  const std::int64_t added = (up ? 1'000'000 : 0) - std::stol(beyond);
  rounded_by_ += below ? -added : added;
  return written.money + (up ? Money::of_cents(below ? -1 : 1) : Money());
}

void PrintedCells::tell_rounded() {
  if (rounded_ == 0) return;
  const bool less = rounded_by_ < 0;
  const auto millionths = static_cast<std::int64_t>(less ? -rounded_by_ : rounded_by_);
  std::string decimals = std::to_string(millionths % 100'000'000);
  decimals.insert(0, 8 - decimals.size(), '0');
  while (decimals.size() > 2 && decimals.ends_with('0')) decimals.pop_back();
  asking_.tell(Rule::import_afgerond, Severity::note, {sheet_.file},
               say("{} amounts are rounded to the cent, which together makes € {}{},{} of difference", rounded_,
                   less ? "-" : "", std::to_string(millionths / 100'000'000), decimals));
}

ReadCell PrintedCells::money(const SheetCell& cell, std::size_t column, Money amount, char letter) {
  WrittenAmount refused;
  if (amount.is_overflow()) {
    refused.message = say("`{}` is beyond ±90.000.000.000.000.000,00 euro", cell.text);
    return refuse(cell, column, refused);
  }
  Column& seen = columns_[column];
  if (letter != '\0') ++seen.letters;
  else if (amount < Money()) ++seen.minuses;
  const bool mixed = seen.letters > 0 && seen.minuses > 0;
  if (mixed || (letter != '\0' && amount < Money())) {
    refused.message = mixed
                          ? say("`{}`: in this column some amounts have a letter V or N and others a minus", cell.text)
                          : say("`{}` says its sign twice", cell.text);
    refused.help = say("write all of a column in one way");
    return refuse(cell, column, refused);
  }
  return {letter == 'N' ? -amount : amount, letter != '\0', true};
}

ReadCell PrintedCells::refuse(const SheetCell& cell, std::size_t column, const WrittenAmount& written) {
  const Place place = sheet_.place(cell);
  switch (written.why) {
    case WrittenAmount::Why::two_readings:
      asking_.ask_in(column, Rule::import_dubbelzinnig, place, written.message,
                     say("say it with --numbers nl (1.234,56) or --numbers en (1,234.56)"));
      break;
    case WrittenAmount::Why::no_value:
      asking_.ask_in(column, Rule::import_zonder_waarde, place, written.message, written.help);
      break;
    case WrittenAmount::Why::decimals:
      asking_.ask_in(column, Rule::import_afgerond, place, written.message,
                     say("round it there, or write afronding = true under [bron] in the map"));
      break;
    case WrittenAmount::Why::other:
    case WrittenAmount::Why::range:
      asking_.ask_in(column, Rule::import_getal, place, written.message, written.help);
      break;
  }
  return {{}, false, true};
}

}  // namespace saldo
