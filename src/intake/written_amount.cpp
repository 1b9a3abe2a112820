#include "intake/written_amount.h"

#include <algorithm>

#include "base/say.h"
#include "base/text.h"

namespace saldo {

namespace {

bool take_front(std::string_view& text, std::string_view mark) {
  if (!text.starts_with(mark)) return false;
  text.remove_prefix(mark.size());
  return true;
}

bool take_back(std::string_view& text, std::string_view mark) {
  if (!text.ends_with(mark)) return false;
  text.remove_suffix(mark.size());
  return true;
}

void trim_spaces(std::string_view& text) {
  while (text.starts_with(' ')) text.remove_prefix(1);
  while (text.ends_with(' ')) text.remove_suffix(1);
}

// With the spaces that do not break, tabs and the many minuses as the plain ones.
std::string with_plain_marks(std::string_view text) {
  constexpr std::string_view spaces[] = {"\u00A0", "\u2007", "\u2008", "\u2009", "\u202F", "\t"};
  constexpr std::string_view minuses[] = {"\u2212", "\u2010", "\u2011", "\u2012",
                                          "\u2013", "\u2014", "\uFE63", "\uFF0D"};
  const auto is_plain = [](char c) { return static_cast<unsigned char>(c) < 0x80 && c != '\t'; };
  if (std::all_of(text.begin(), text.end(), is_plain)) return std::string(text);
  std::string plain;
  while (!text.empty()) {
    const std::string_view letter = first_code_point(text);
    text.remove_prefix(letter.size());
    if (std::find(std::begin(spaces), std::end(spaces), letter) != std::end(spaces)) plain += ' ';
    else if (std::find(std::begin(minuses), std::end(minuses), letter) != std::end(minuses)) plain += '-';
    else plain += letter;
  }
  return plain;
}

std::string lower(std::string_view text) {
  std::string small(text);
  for (char& c : small)
    if (c >= 'A' && c <= 'Z') c = static_cast<char>(c | 0x20);
  return small;
}

// --- what stands around the digits ---

struct Marks {
  int signs = 0;  // how many say something of the sign
  bool negative = false;
  int flags = 0;
  AmountFlag flag = AmountFlag::none;
  std::optional<Getal> no_cents;  // "500,-", which shows how the rest is written
};

bool take_sign_before(std::string_view& text, Marks& marks) {
  const bool minus = take_front(text, "-/-") || take_front(text, "-");
  if (!minus && !take_front(text, "+")) return false;
  ++marks.signs;
  marks.negative = marks.negative || minus;
  return true;
}

bool take_no_cents(std::string_view& text, Marks& marks) {
  if (marks.no_cents) return false;
  if (take_back(text, ",--") || take_back(text, ",-")) marks.no_cents = Getal::nl;
  else if (take_back(text, ".--") || take_back(text, ".-")) marks.no_cents = Getal::punt;
  return marks.no_cents.has_value();
}

bool take_sign_behind(std::string_view& text, Marks& marks) {
  const bool minus = take_back(text, "-/-") || take_back(text, "-");
  if (!minus && !take_back(text, "+")) return false;
  ++marks.signs;
  marks.negative = marks.negative || minus;
  return true;
}

bool take_brackets(std::string_view& text, Marks& marks) {
  if (!text.starts_with('(') || !text.ends_with(')')) return false;
  text = text.substr(1, text.size() - 2);
  ++marks.signs;
  return marks.negative = true;
}

bool take_currency(std::string_view& text) {
  for (const std::string_view word : {"€", "EUR", "eur", "Eur", "euro"})
    if (take_front(text, word) || take_back(text, word)) return true;
  return false;
}

bool take_flag(std::string_view& text, Marks& marks) {
  struct Word {
    std::string_view word;
    AmountFlag flag;
  };
  constexpr Word words[] = {{"credit", AmountFlag::credit}, {"debet", AmountFlag::debet}, {"cr", AmountFlag::credit},
                            {"dr", AmountFlag::debet},      {"db", AmountFlag::debet},    {"c", AmountFlag::credit},
                            {"d", AmountFlag::debet}};
  const std::string small = lower(text);
  for (const Word& one : words) {
    if (!small.ends_with(one.word)) continue;
    text.remove_suffix(one.word.size());
    ++marks.flags;
    marks.flag = one.flag;
    return true;
  }
  return false;
}

// Takes all marks off, whatever their order, and leaves the digits with what stands between them.
std::string_view take_marks(std::string_view text, Marks& marks) {
  while (true) {
    trim_spaces(text);
    if (take_no_cents(text, marks) || take_sign_before(text, marks) || take_sign_behind(text, marks) ||
        take_brackets(text, marks) || take_currency(text) || take_flag(text, marks))
      continue;
    return text;
  }
}

// --- the digits ---

enum class Fit { yes, no, decimals, range };

struct InNotation {
  Fit fit = Fit::no;
  Money money = {};
};

// Digits in groups of three between `mark`s, or without any.
bool are_groups(std::string_view whole, char mark) {
  const std::size_t first = whole.find(mark);
  if (first == whole.npos) return true;
  if (first == 0 || first > 3) return false;
  for (std::string_view rest = whole.substr(first); !rest.empty(); rest.remove_prefix(4))
    if (rest.size() < 4 || rest.front() != mark || !std::all_of(rest.begin() + 1, rest.begin() + 4, is_digit))
      return false;
  return true;
}

bool has_only_digits_and(std::string_view text, char mark) {
  return std::all_of(text.begin(), text.end(), [mark](char c) { return is_digit(c) || c == mark; });
}

char decimal_mark(Getal getal) { return getal == Getal::nl ? ',' : '.'; }

InNotation read_in(std::string_view body, Getal getal, Money unit = one_euro) {
  const char point = decimal_mark(getal);
  const char thousand = getal == Getal::nl ? '.' : ',';
  const std::size_t at = body.find(point);
  std::string_view whole = body.substr(0, at);
  const std::string_view fraction = at == body.npos ? "" : body.substr(at + 1);
  if (at != body.npos && fraction.empty()) return {};
  if (whole.empty() && !fraction.empty()) whole = "0";
  const char mark = whole.find(' ') != whole.npos ? ' ' : thousand;
  if (whole.empty() || !has_only_digits_and(whole, mark) || !are_groups(whole, mark) ||
      !std::all_of(fraction.begin(), fraction.end(), is_digit))
    return {};
  if (fraction.size() > decimals_of(unit)) return {Fit::decimals};
  std::string digits(whole);
  std::erase(digits, mark);
  // Three decimals of TOML could be a thousand; here they are none.
  if (!fraction.empty()) digits.append(".").append(fraction).append(fraction.size() == 3 ? "0" : "");
  const ReadAmount read = read_number_amount(digits, unit);
  return read.error ? InNotation{Fit::range} : InNotation{Fit::yes, read.amount.counted()};
}

// Of a body with one mark, either of which may be meant: 1.000, 12,345, 1,5.
bool is_ambiguous(std::string_view body) {
  const std::size_t at = body.find_first_of(".,");
  if (at == body.npos || body.find_first_of(".,", at + 1) != body.npos || at == 0 || at > 3) return false;
  const std::size_t behind = body.size() - at - 1;
  return behind == 3 || behind == 1;
}

// The notation in which alone it is an amount.
std::optional<Getal> shown_by(std::string_view body, const Marks& marks, Money unit) {
  if (marks.no_cents) return marks.no_cents;
  if (is_ambiguous(body)) return std::nullopt;
  const bool nl = read_in(body, Getal::nl, unit).fit == Fit::yes,
             punt = read_in(body, Getal::punt, unit).fit == Fit::yes;
  if (nl == punt) return std::nullopt;
  return nl ? Getal::nl : Getal::punt;
}

Getal other(Getal getal) { return getal == Getal::nl ? Getal::punt : Getal::nl; }

// --- what is no amount ---

WrittenAmount refused(Message message, Message help = {}, Rule rule = Rule::realisatie_getal,
                      WrittenAmount::Why why = WrittenAmount::Why::other) {
  WrittenAmount written;
  written.why = why;
  written.rule = rule;
  written.message = std::move(message);
  written.help = std::move(help);
  return written;
}

bool is_exponent(std::string_view text) {
  const std::size_t e = text.find_first_of("eE");
  return e != text.npos && e > 0 && text.find_first_not_of("0123456789.,+-eE") == text.npos && is_digit(text.back());
}

Message mend_there() { return say("mend it there, and save again"); }
Message save_once() { return say("open it in Excel or LibreOffice once, and save it: then the outcome is in it"); }
Message write_nothing() { return say("write 0 where it is known to be nothing, and PM where it is not known"); }

// A few that people and spreadsheets write in a cell of amounts, each in words of its own.
std::optional<WrittenAmount> read_word(std::string_view text) {
  const std::string small = lower(text);
  WrittenAmount written;
  if (text.empty()) {
    written.is = WrittenAmount::Is::empty;
    return written;
  }
  if (small == "pm" || small == "p.m." || small == "p.m") {
    written.is = WrittenAmount::Is::pm;
    return written;
  }
  if (text.find_first_not_of("- ") == text.npos) return refused(say("`{}` is no amount", text), write_nothing());
  if (text.starts_with('#')) return refused(say("`{}` is an error of the spreadsheet", text), mend_there());
  if (text.starts_with('='))
    return refused(say("`{}` is a formula", text), say("save the sheet with its values"), Rule::realisatie_getal,
                   WrittenAmount::Why::no_value);
  if (is_exponent(text))
    return refused(say("`{}` is written with an exponent: digits were lost", text),
                   say("give the column the format of a number in the spreadsheet, and save again"));
  if (text.ends_with('%')) return refused(say("`{}` is a percentage and no amount", text));
  if (small == "nnb" || small == "n.n.b." || small == "nvt" || small == "n.v.t." || small == "nb")
    return refused(say("`{}` is no amount", text), write_nothing());
  return std::nullopt;
}

// "300 V": which side it lowers is not said.
bool has_v_or_n(std::string_view text) {
  const std::string small = lower(text);
  const bool behind = small.ends_with(" v") || small.ends_with(" n"),
             before = small.starts_with("v ") || small.starts_with("n ");
  return (behind || before) && text.find_first_of("0123456789") != text.npos;
}

// Most amounts are digits and nothing else, which are the same in every notation.
std::optional<Money> read_plain_digits(std::string_view text, Money unit) {
  constexpr std::size_t most = 9;  // far within range in any unit
  if (text.empty() || text.size() > most || !std::all_of(text.begin(), text.end(), is_digit)) return std::nullopt;
  std::int64_t number = 0;
  for (const char c : text) number = number * 10 + (c - '0');
  return Money::of_cents(number * unit.cents());
}

// The digits of a body with one mark, read in both ways.
Message both_readings(std::string_view text, std::string_view body) {
  const std::size_t at = body.find_first_of(".,");
  std::string whole(body.substr(0, at)), fraction(body.substr(at + 1));
  const std::string digits = whole + fraction;
  if (fraction.size() == 1) fraction += '0';
  return say("`{}` is € {} or € {}, and nothing says which", text, grouped(digits, '.') + ",00",
             whole + "," + fraction);
}

}  // namespace

AmountReader::AmountReader(const Koppeling* koppeling, Money unit) : koppeling_(koppeling), unit_(unit) {
  if (koppeling != nullptr) getal_ = koppeling->getal;
}

void AmountReader::look_at(std::string_view text, std::uint32_t line) {
  if (getal_) return;
  const std::string plain = with_plain_marks(text);
  Marks marks;
  const std::string_view body = take_marks(plain, marks);
  getal_ = shown_by(body, marks, unit_);
  if (!getal_) return;
  witness_ = text;
  witness_line_ = line;
}

WrittenAmount AmountReader::read(std::string_view text) const {
  if (const auto digits = read_plain_digits(text, unit_)) {
    WrittenAmount written;
    written.is = WrittenAmount::Is::money;
    written.money = *digits;
    return written;
  }
  const std::string plain = with_plain_marks(text);
  std::string_view trimmed = plain;
  trim_spaces(trimmed);
  if (std::optional<WrittenAmount> word = read_word(trimmed)) return std::move(*word);
  if (has_v_or_n(trimmed))
    return refused(say("`{}` says whether it is voordelig or nadelig, and not what it is an amount of", text),
                   say("write the amount itself"));
  Marks marks;
  const std::string_view body = take_marks(trimmed, marks);
  if (marks.signs > 1 || marks.flags > 1 || (marks.flags == 1 && marks.signs == 1))
    return refused(say("`{}` says its sign twice", text), say("write one sign, in front of it"));
  if (marks.no_cents && body.find(decimal_mark(*marks.no_cents)) != body.npos)
    return refused(say("`{}` is not an amount", text));
  if (!getal_ && is_ambiguous(body) && !marks.no_cents)
    return refused(both_readings(text, body),
                   koppeling_ == nullptr ? say("write it with two decimals, or without any mark")
                                         : say("write getal = \"nl\" or \"punt\" in koppeling {}", koppeling_->naam),
                   Rule::realisatie_getal, WrittenAmount::Why::two_readings);
  const Getal getal = getal_.value_or(marks.no_cents.value_or(Getal::nl));
  if (marks.no_cents && *marks.no_cents != getal) return refused_in(text, body, getal);
  WrittenAmount written = read_body(text, body, getal);
  if (marks.negative) written.money = -written.money;
  written.flag = marks.flag;
  return written;
}

WrittenAmount AmountReader::read(const SheetCell& cell) const {
  switch (cell.is) {
    case CellIs::text: return read(cell.text);
    case CellIs::number: break;
    case CellIs::percentage: return refused(say("`{}` is a percentage and no amount", cell.text));
    case CellIs::date: return refused(say("`{}` is a date and no amount", cell.text));
    case CellIs::boolean: return refused(say("`{}` is not an amount", cell.text));
    case CellIs::error: return refused(say("`{}` is an error of the spreadsheet", cell.text), mend_there());
    case CellIs::no_value:
      return refused(say("this formula has no outcome in the file"), save_once(), Rule::realisatie_getal,
                     WrittenAmount::Why::no_value);
  }
  const bool negative = cell.text.starts_with('-');
  const InNotation number = read_in(cell.text.substr(negative ? 1 : 0), Getal::punt, unit_);
  if (number.fit == Fit::range)
    return refused(say("`{}` is beyond ±90.000.000.000.000.000,00 euro", cell.text), {}, Rule::bedrag,
                   WrittenAmount::Why::range);
  if (number.fit != Fit::yes)
    return refused(say("`{}` has more than two decimals; an amount is exact to the cent", cell.text), {}, Rule::bedrag,
                   WrittenAmount::Why::decimals);
  WrittenAmount written;
  written.is = WrittenAmount::Is::money;
  written.money = negative ? -number.money : number.money;
  return written;
}

WrittenAmount AmountReader::read_body(std::string_view text, std::string_view body, Getal getal) const {
  const InNotation read = read_in(body, getal, unit_);
  if (read.fit == Fit::yes) {
    WrittenAmount written;
    written.is = WrittenAmount::Is::money;
    written.money = read.money;
    return written;
  }
  if (read.fit == Fit::range)
    return refused(say("`{}` is beyond ±90.000.000.000.000.000,00 euro", text), {}, Rule::bedrag,
                   WrittenAmount::Why::range);
  if (read.fit == Fit::decimals && read_in(body, other(getal), unit_).fit != Fit::yes)
    return refused(say("`{}` has more than two decimals; an amount is exact to the cent", text), {}, Rule::bedrag,
                   WrittenAmount::Why::decimals);
  return refused_in(text, body, getal);
}

// What is no amount in the notation of its table, and may be one in the other.
WrittenAmount AmountReader::refused_in(std::string_view text, std::string_view body, Getal getal) const {
  if (read_in(body, other(getal)).fit != Fit::yes)
    return refused(say("`{}` is not an amount", text),
                   getal == Getal::nl ? say("write 1.234,56 or 1234,56") : say("write 1,234.56 or 1234.56"));
  if (witness_.empty())
    return refused(say("`{}` is not an amount with getal = \"{}\"", text, to_text(getal)),
                   say("one table has one way of writing: is it getal = \"{}\"?", to_text(other(getal))));
  return refused(
      say("`{}` is written in another way than `{}` on line {}", text, witness_, std::to_string(witness_line_)),
      say("one table has one way of writing: 1.234,56 or 1,234.56"));
}

}  // namespace saldo
