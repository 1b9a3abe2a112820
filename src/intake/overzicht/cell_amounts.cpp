#include "intake/overzicht/cell_amounts.h"

#include "base/say.h"
#include "base/text.h"

namespace saldo {

namespace {

std::string_view without_spaces(std::string_view text) {
  const std::size_t first = text.find_first_not_of(' ');
  return first == text.npos ? std::string_view() : text.substr(first, text.find_last_not_of(' ') - first + 1);
}

// Nothing stands there: a bar is how a table says so.
bool is_absent_word(std::string_view text) {
  const std::string seen = folded(text);
  return seen.empty() || seen == "-" || seen == "–" || seen == "—" || seen == "nvt" || seen == "n.v.t.";
}

// "N 31.393", "21.580 V": voordelig adds to the saldo, nadelig takes from it.
struct Lettered {
  std::string_view body;
  char letter = '\0';
};
Lettered take_letter(std::string_view text) {
  const auto is_letter = [](char c) { return c == 'V' || c == 'N'; };
  if (text.size() < 3) return {text};
  if (is_letter(text.front()) && text[1] == ' ') return {without_spaces(text.substr(2)), text.front()};
  if (is_letter(text.back()) && text[text.size() - 2] == ' ')
    return {without_spaces(text.substr(0, text.size() - 2)), text.back()};
  return {text};
}

Money in_euros(Money money, Money unit) {
  std::int64_t cents = 0;
  if (money.is_overflow() || __builtin_mul_overflow(money.cents(), unit.cents() / one_euro.cents(), &cents))
    return Money::overflow();
  return Money::of_cents(cents);
}

}  // namespace

CellAmounts::CellAmounts(const Sheet& sheet, const OverzichtHead& head, const OverzichtAsked& asked) {
  declared_.getal = asked.getal;
  readers_.assign(head.columns.size(), AmountReader(asked.getal ? &declared_ : nullptr));
  for (std::size_t row = head.row + head.rows; row < sheet.rows(); ++row)
    for (std::size_t at = 0; at < std::min(readers_.size(), sheet.row(row).size()); ++at) {
      const SheetCell& cell = sheet.row(row)[at];
      if (head.columns[at].has_amounts()) readers_[at].look_at(take_letter(without_spaces(cell.text)).body, cell.line);
    }
  // A column that shows nothing itself is as the others, if they agree.
  const AmountReader* shown = nullptr;
  for (const AmountReader& reader : readers_) {
    if (!reader.getal()) continue;
    if (shown != nullptr && shown->getal() != reader.getal()) return;
    shown = &reader;
  }
  if (shown == nullptr) return;
  const AmountReader as_others = *shown;
  for (AmountReader& reader : readers_)
    if (!reader.getal()) reader = as_others;
}

std::vector<Amount> CellAmounts::read_row(const Sheet& sheet, std::size_t row, Overzicht& overzicht) const {
  std::vector<Amount> amounts(readers_.size());
  for (std::size_t at = 0; at < std::min(readers_.size(), sheet.row(row).size()); ++at)
    if (overzicht.head.columns[at].has_amounts()) amounts[at] = read_cell(sheet, sheet.row(row)[at], at, overzicht);
  return amounts;
}

Amount CellAmounts::read_cell(const Sheet& sheet, const SheetCell& cell, std::size_t column,
                              Overzicht& overzicht) const {
  const std::string_view text = without_spaces(cell.text);
  if (is_absent_word(text)) return {};
  const Lettered lettered = take_letter(text);
  const WrittenAmount written = readers_[column].read(lettered.body);
  const auto ask = [&](Message message, Message help) {
    overzicht.questions.push_back({sheet.place(cell), std::move(message), std::move(help)});
    return Amount();
  };
  if (written.is == WrittenAmount::Is::refused) return ask(written.message, written.help);
  if (written.is == WrittenAmount::Is::pm) return Amount::pm();
  if (written.flag != AmountFlag::none || (lettered.letter != '\0' && written.money < Money()))
    return ask(say("`{}` says its sign twice", text), say("write one sign, in front of it"));
  const Money money = in_euros(written.money, overzicht.unit);
  if (money.is_overflow()) return ask(say("`{}` is beyond ±90.000.000.000.000.000,00 euro", text), {});
  return lettered.letter == 'N' ? -money : money;
}

}  // namespace saldo
