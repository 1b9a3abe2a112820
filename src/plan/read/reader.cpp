#include "plan/read/reader.h"

#include <fmt/ranges.h>

#include <algorithm>
#include <charconv>

#include "base/say.h"
#include "base/text.h"
#include "plan/plan_files.h"
#include "plan/read/scan.h"
#include "plan/read/slips.h"

namespace saldo {

namespace {

Message because(AmountError error, std::string_view written, Money unit) {
  if (error == AmountError::decimals && unit != one_euro)
    return say("`{}` has more than {} decimals; an amount is exact to the cent", written, decimals_of(unit));
  switch (error) {
    case AmountError::syntax: return say("`{}` is not an amount", written);
    case AmountError::thousand: return say("`{}` has three decimals: is it a Dutch thousand?", written);
    case AmountError::decimals: return say("`{}` has more than two decimals; an amount is exact to the cent", written);
    case AmountError::exponent: return say("`{}` is written with an exponent; an amount is written out", written);
    case AmountError::not_finite: return say("`{}` is not an amount", written);
    case AmountError::range: return say("`{}` is beyond ±90.000.000.000.000.000,00 euro", written);
  }
  return {};
}

std::string underscored(std::string_view written) {
  std::string text(written);
  std::replace(text.begin(), text.end(), '.', '_');
  return text;
}

// "1.5e3" is 1500; nothing where that takes more digits than an amount has.
std::optional<std::string> without_exponent(std::string_view written) {
  const std::size_t e = written.find_first_of("eE");
  int exponent = 0;
  const std::string_view power = written.substr(e + 1 + (written.substr(e + 1).starts_with('+') ? 1 : 0));
  const auto [end, error] = std::from_chars(power.data(), power.data() + power.size(), exponent);
  if (error != std::errc() || end != power.data() + power.size() || exponent < 0 || exponent > 15) return std::nullopt;
  std::string digits(written.substr(0, e));
  std::erase(digits, '_');
  const std::size_t point = std::min(digits.find('.'), digits.size());
  const std::size_t wanted = point + static_cast<std::size_t>(exponent);
  std::erase(digits, '.');
  if (digits.size() < wanted) digits.append(wanted - digits.size(), '0');
  if (wanted < digits.size()) digits.insert(wanted, ".");
  return digits;
}

// The same digits in the two ways to write an amount: the first number there is.
Message both_notations(std::string_view written) {
  const std::size_t first = std::min(written.find_first_of("0123456789"), written.size());
  const std::string digits(written.substr(first, written.substr(first).find_first_not_of("0123456789")));
  std::int64_t euros = 0;
  if (digits.empty() || std::from_chars(digits.data(), digits.data() + digits.size(), euros).ec != std::errc())
    return say("write a number without quotes, Dutch notation in quotes, or \"PM\"");
  return say("write a number ({}), Dutch notation (\"{}\") or \"PM\"", std::to_string(euros),
             to_dutch(Money::of_euros(euros), true));
}

// 12.345 where amounts are in thousands: 12 thousand and 345, or 12.345 thousand.
Message thousands_help(std::string_view written) {
  std::string comma(written);
  std::replace(comma.begin(), comma.end(), '.', ',');
  return say("write {} if it is, or \"{}\" in quotes if the last three are decimals", underscored(written), comma);
}

Message amount_help(AmountError error, std::string_view written, Money unit) {
  std::string digits(written);
  std::erase(digits, '.');
  if (unit != one_euro && error == AmountError::thousand) return thousands_help(written);
  if (unit != one_euro && error == AmountError::decimals) return {};
  switch (error) {
    case AmountError::thousand:
      return say("write {} (or {} with an underscore), or two decimals", digits, underscored(written));
    case AmountError::decimals: {
      const std::size_t point = written.find_last_of(".,");
      return say("write whole euros ({}) or euros and cents ({})", written.substr(0, point),
                 written.substr(0, std::min(point, written.size()) + 3));
    }
    case AmountError::exponent:
      if (const std::optional<std::string> all = without_exponent(written)) return say("write {}", *all);
      return say("write all its digits");
    case AmountError::not_finite: return say("write a number, or \"PM\" where it is not known yet");
    case AmountError::syntax:
      if (const std::optional<std::string> meant = meant_amount(written)) return say("write {}", *meant);
      return both_notations(written);
    case AmountError::range: return {};
  }
  return {};
}

// The headers of the tables that have such a key: [[project]], [plan].
void find_owners(const Shape& shape, std::string_view key, std::vector<std::string>& owners) {
  for (const Shape& own : shape.keys)
    if (own.key == key && shape.section.starts_with('[') &&
        std::find(owners.begin(), owners.end(), shape.section) == owners.end())
      owners.emplace_back(shape.section);
  for (const std::vector<Shape>* inner : {&shape.keys, &shape.elements, &shape.any_of})
    for (const Shape& part : *inner) find_owners(part, key, owners);
}

std::vector<std::string> owners_of(const Shape& format, std::string_view key) {
  std::vector<std::string> owners;
  find_owners(format, key, owners);
  if (owners.size() > 1) std::erase(owners, "[[wijziging]]");  // which may set what another table has
  return owners;
}

// A key at the bottom of a project belongs to the last post above it.
Message owner_help(const std::vector<std::string>& owners, std::string_view table) {
  for (const std::string& owner : owners)
    if (table.starts_with(owner.substr(0, owner.find(']')) + '.'))
      return say("it is a key of {}: write it above the first {} there", owner, table);
  return say("it is a key of {}: write it under that header, above any header that follows", listed(owners));
}

// Of a code point of UTF-8, all bytes but the first.
const std::string continuation_bytes = [] {
  std::string bytes;
  for (int byte = 0x80; byte < 0xC0; ++byte) bytes += static_cast<char>(byte);
  return bytes;
}();

// At most so much of the end of a text as shows where one is in it.
std::string_view last_words(std::string_view text) {
  constexpr std::size_t enough = 30;
  if (text.size() <= enough) return text;
  const std::size_t space = text.find(' ', text.size() - enough);
  return space + 1 < text.size() && space != text.npos
             ? text.substr(space + 1)
             : text.substr(text.find_first_not_of(continuation_bytes, text.size() - enough));
}

}  // namespace

Place Reader::place(const toml::source_region& region) const {
  const bool one_line = region.begin.line == region.end.line && region.end.column > region.begin.column;
  return {file_, region.begin.line, region.begin.column, one_line ? region.end.column - region.begin.column : 1};
}

Diagnostic& Reader::report(Rule rule, Place place, Message message, Message help) {
  findings_.push_back({rule, place, std::move(message), {}, std::move(help)});
  return findings_.back();
}

Diagnostic& Reader::wrong_type(const toml::node& node, std::string_view expected, Message help) {
  static constexpr std::string_view names[] = {
      marked("nothing"),          marked("a table"),    marked("a list"), marked("a text"), marked("a whole number"),
      marked("a decimal number"), marked("true/false"), marked("a date"), marked("a time"), marked("a date and time")};
  const auto type = static_cast<std::size_t>(node.type());
  return report(Rule::verkeerd_type, node,
                say("expected {}, found {}", phrase(expected),
                    phrase(type < std::size(names) ? names[type] : marked("something else"))),
                std::move(help));
}

std::optional<std::string_view> Reader::text(const toml::node& node) {
  const auto* value = node.as_string();
  if (value == nullptr) {
    wrong_type(node, marked("a text in quotes"));
    return std::nullopt;
  }
  const std::string_view text = value->get();
  if (has_deceptive_character(text)) {
    report_deceptive(node.source(), text);
    return std::nullopt;
  }
  if (text.empty()) {
    report(Rule::verkeerde_waarde, node, say("this text is empty"));
    return std::nullopt;
  }
  const bool fine = check_length(node.source(), text) && check_command(node.source(), text);
  return fine ? std::optional(text) : std::nullopt;
}

bool Reader::check_command(const toml::source_region& region, std::string_view text) {
  if (!find_job_command(text)) return true;
  report(Rule::verkeerde_waarde, place(region),
         say("this text holds a command to a server that runs jobs, which would carry it out wherever it is shown"),
         say("take out one of its two #"));
  return false;
}

bool Reader::check_length(const toml::source_region& region, std::string_view text) {
  const std::size_t length = text.size() > max_text ? count_code_points(text) : 0;
  if (length > max_text)
    report(Rule::verkeerde_waarde, place(region),
           say("this text has {} characters, and at most {} are shown", length, max_text), say("make it shorter"));
  return length <= max_text;
}

// At the mark itself: nobody finds it in a long name. One that is written as an escape is told at the whole text.
void Reader::report_deceptive(const toml::source_region& region, std::string_view value) {
  const std::size_t at = *find_deceptive_character(value);
  const std::string_view mark = value.substr(at, value.find_first_not_of(continuation_bytes, at + 1) - at);
  const MarkName named = mark_name(mark);
  Place place = this->place(region);
  const std::string_view line = rest_of_line(region.begin);
  const std::size_t written = mark == "\n" ? line.npos : line.find(mark);
  if (written != line.npos) {
    place.column += static_cast<std::uint32_t>(count_code_points(line.substr(0, written)));
    place.length = 1;
  }
  report(Rule::naam_teken, place, say("here stands a {} ({}), which nobody sees", named.name, named.number),
         at == 0 ? say("take it out, or type the text again")
                 : say("take it out; it stands behind \"{}\"", last_words(value.substr(0, at))));
}

void Reader::check_name(const toml::key& key) {
  check_length(key.source(), key.str());
  check_command(key.source(), key.str());
  if (has_deceptive_character(key.str())) report_deceptive(key.source(), key.str());
}

std::optional<std::int64_t> Reader::integer(const toml::node& node, std::int64_t least, std::int64_t most) {
  const auto* value = node.as_integer();
  if (value == nullptr) {
    wrong_type(node, marked("a whole number"));
    return std::nullopt;
  }
  if (value->get() < least || value->get() > most) {
    report(
        Rule::verkeerde_waarde, node,
        say("{} is not between {} and {}", std::to_string(value->get()), std::to_string(least), std::to_string(most)));
    return std::nullopt;
  }
  return value->get();
}

std::optional<bool> Reader::boolean(const toml::node& node) {
  if (const auto* value = node.as_boolean()) return value->get();
  wrong_type(node, marked("true or false"));
  return std::nullopt;
}

std::optional<Amount> Reader::amount_of(const toml::node& node, const ReadAmount& read) {
  if (!read.error) return read.amount;
  const std::string_view written = node.is_string() ? std::string_view(node.as_string()->get()) : digits(node);
  report(Rule::bedrag, node, because(*read.error, written, unit_), amount_help(*read.error, written, unit_));
  return std::nullopt;
}

namespace {

ReadAmount in_whole(std::int64_t count, Money unit) {
  std::int64_t cents = 0;
  const bool is_beyond = __builtin_mul_overflow(count, unit.cents(), &cents);
  const Money money = is_beyond ? Money::overflow() : Money::of_cents(cents);
  if (money.is_overflow()) return {Amount(), AmountError::range};
  return {money, std::nullopt};
}

}  // namespace

std::optional<Amount> Reader::amount(const toml::node& node) {
  if (const auto* whole = node.as_integer()) return amount_of(node, in_whole(whole->get(), unit_));
  if (node.is_floating_point()) return amount_of(node, read_number_amount(digits(node), unit_));
  if (const auto* dutch = node.as_string()) return amount_of(node, read_dutch_amount(dutch->get(), unit_));
  wrong_type(node, marked("an amount"));
  return std::nullopt;
}

std::optional<Money> Reader::money(const toml::node& node) {
  const std::optional<Amount> read = amount(node);
  if (!read) return std::nullopt;
  if (read->is_money()) return read->counted();
  report(Rule::verkeerde_waarde, node, say("PM is no amount that can stand here"));
  return std::nullopt;
}

std::optional<Money> Reader::euros(const toml::node& node) {
  const Money before = unit_;
  unit_ = one_euro;
  const std::optional<Money> read = money(node);
  unit_ = before;
  return read;
}

std::optional<Ratio> Reader::decimal(const toml::node& node) {
  std::optional<Ratio> value;
  if (const auto* whole = node.as_integer()) {
    if (whole->get() >= -1'000'000'000'000 && whole->get() <= 1'000'000'000'000) value = Ratio{whole->get(), 1};
  } else if (node.is_floating_point()) {
    value = read_decimal(digits(node));
  } else {
    wrong_type(node, marked("a number"));
    return std::nullopt;
  }
  if (!value)
    report(Rule::verkeerde_waarde, node, say("`{}` is not a plain decimal number", digits(node)),
           say("write it out with at most 18 digits: 5.1"));
  return value;
}

std::optional<Ratio> Reader::share(const toml::node& node) {
  const auto* text = node.as_string();
  if (text == nullptr) return decimal(node);
  const std::optional<Ratio> value = read_share(text->get());
  if (!value)
    report(Rule::verkeerde_waarde, node, say("`{}` is not a share", text->get()), say("write \"2/3\" or \"80%\""));
  return value;
}

std::optional<std::string> Reader::number_name(const toml::node& node) {
  if (const auto* whole = node.as_integer()) return std::to_string(whole->get());
  if (!node.is_floating_point()) return std::optional<std::string>(text(node));
  report(Rule::verkeerd_type, node, say("a number such as {} must be a text, or 3.10 would be 3.1", digits(node)),
         say("write it in quotes: \"{}\"", digits(node)));
  return std::nullopt;
}

std::optional<Date> Reader::date(const toml::node& node) {
  if (const auto* value = node.as_date()) {
    const toml::date& date = value->get();
    return Date{static_cast<std::int16_t>(date.year), static_cast<std::int16_t>(date.month),
                static_cast<std::int16_t>(date.day)};
  }
  const std::optional<Date> date = node.is_string() ? read_date(node.as_string()->get()) : std::nullopt;
  if (!date)
    report(Rule::verkeerde_waarde, node, say("this is not a date"),
           say("write year, month and day, without quotes: 2025-06-30"));
  return date;
}

std::optional<Year> Reader::year(const toml::node& node) {
  const auto* value = node.as_integer();
  if (value != nullptr && value->get() >= 1000 && value->get() <= 9999)
    return Year{static_cast<std::int16_t>(value->get())};
  report(Rule::jaar, node, say("this is not a year"), say("write a year of four digits, without quotes: 2025"));
  return std::nullopt;
}

std::optional<Year> Reader::year_key(const toml::key& key) {
  const std::optional<Year> year = read_year(key.str());
  if (!year)
    report(Rule::jaar, place(key.source()), say("`{}` is not a year", key.str()),
           key.str().size() == 2 ? say("write a year as four digits: 20{}", key.str())
                                 : say("write a year as four digits, such as 2025"));
  return year;
}

std::optional<std::size_t> Reader::choice(const toml::node& node, std::span<const std::string_view> words) {
  const std::optional<std::string_view> written = text(node);
  if (!written) return std::nullopt;
  const auto found = std::find(words.begin(), words.end(), *written);
  if (found != words.end()) return static_cast<std::size_t>(found - words.begin());
  Message help = did_you_mean(*written, words);
  if (help.pattern.empty()) help = say("choose from: {}", fmt::to_string(fmt::join(words, ", ")));
  report(Rule::verkeerde_waarde, node, say("`{}` is not known here", *written), std::move(help));
  return std::nullopt;
}

void Reader::unknown_key(const toml::key& key, std::string_view table, std::span<const std::string_view> known) {
  static const Shape format = plan_format();
  Message help;
  const std::vector<std::string> owners = owners_of(format, key.str());
  if (!owners.empty()) help = owner_help(owners, table);
  if (help.empty()) help = did_you_mean(key.str(), known);
  if (help.empty()) help = say("known keys: {}", fmt::to_string(fmt::join(known, ", ")));
  report(Rule::onbekende_sleutel, place(key.source()), say("{} has no key `{}`", phrase(table), key.str()),
         std::move(help));
}

std::string_view Reader::line_text(std::uint32_t line) {
  if (line_starts_.empty()) {
    line_starts_.reserve(text_.size() / 16);  // so many bytes as few lines of a plan have
    line_starts_.push_back(0);
    for (std::size_t at = text_.find('\n'); at != std::string_view::npos; at = text_.find('\n', at + 1))
      line_starts_.push_back(static_cast<std::uint32_t>(at + 1));
  }
  const std::size_t begin = line_starts_[line - 1];
  return text_.substr(begin, (line < line_starts_.size() ? line_starts_[line] : text_.size()) - begin);
}

// TOML numbers are read from their own characters, because the parser's doubles are not exact. Numbers on one line are
// asked for from left to right, so the walk goes on where the last one ended: a long list stays linear.
std::string_view Reader::digits(const toml::node& node) {
  const std::string_view rest = rest_of_line(node.source().begin);
  return rest.substr(0, rest.find_first_not_of("+-0123456789._eEinfax"));
}

std::string_view Reader::rest_of_line(const toml::source_position& begin) {
  if (cursor_.line != begin.line || cursor_.column > begin.column) cursor_ = {begin.line, 1, line_text(begin.line)};
  for (; cursor_.column < begin.column && !cursor_.rest.empty(); ++cursor_.column)
    cursor_.rest.remove_prefix(is_ascii(cursor_.rest.front()) ? 1 : first_code_point(cursor_.rest).size());
  return cursor_.rest;
}

}  // namespace saldo
