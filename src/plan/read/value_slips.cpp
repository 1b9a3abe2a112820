// Values that are no TOML, one kind after the other: the first that knows what is wrong tells it.
#include <fmt/format.h>
#include <regex.h>

#include <algorithm>
#include <array>
#include <tuple>
#include <utility>

#include "base/money.h"
#include "base/say.h"
#include "base/text.h"
#include "plan/read/slips.h"

namespace saldo {

namespace {

constexpr std::size_t longest_quoted = 80;  // of what is written out in a help; the patterns below need not be fast

using Parts = std::array<std::string, 4>;  // the whole, and what each pair of parentheses took

// Whether all of a text is of a pattern of POSIX. <regex> takes ten seconds to compile.
bool matches(std::string_view text, std::string_view pattern, Parts& parts) {
  if (text.size() > longest_quoted || text.find('\0') != std::string_view::npos) return false;
  regex_t compiled;
  if (regcomp(&compiled, fmt::format("^({})$", pattern).c_str(), REG_EXTENDED) != 0) return false;
  const std::string whole(text);
  std::array<regmatch_t, std::tuple_size_v<Parts> + 1> found{};
  const bool is_match = regexec(&compiled, whole.c_str(), found.size(), found.data(), 0) == 0;
  regfree(&compiled);
  for (std::size_t i = 0; is_match && i < parts.size(); ++i) {
    const regmatch_t at = found[i + 1];  // found[0] is the whole too
    if (at.rm_so >= 0)
      parts[i] = whole.substr(static_cast<std::size_t>(at.rm_so), static_cast<std::size_t>(at.rm_eo - at.rm_so));
  }
  return is_match;
}

bool matches(std::string_view text, std::string_view pattern) {
  Parts parts;
  return matches(text, pattern, parts);
}

constexpr std::array quotes = {"\u201C", "\u201D", "\u201E", "\u201F", "\u2018", "\u2019", "\u201A", "\u201B",
                               "\u00AB", "\u00BB", "\u2039", "\u203A", "\u2032", "\u2033", "\u00B4", "`"};
constexpr std::array dashes = {"\u2010", "\u2011", "\u2012", "\u2013", "\u2014", "\u2015", "\u2212"};
constexpr std::array spaces = {"\u00A0", "\u1680", "\u2000", "\u2001", "\u2002", "\u2003", "\u2004", "\u2005",
                               "\u2006", "\u2007", "\u2008", "\u2009", "\u200A", "\u202F", "\u205F", "\u3000"};

template <class Marks>
std::string with(std::string text, const Marks& marks, std::string_view instead) {
  for (const std::string_view mark : marks) {
    const std::string rest = std::exchange(text, {});
    std::size_t from = 0;
    for (std::size_t at = 0; (at = rest.find(mark, from)) != std::string::npos; from = at + mark.size())
      text.append(rest, from, at - from).append(instead);
    text.append(rest, from);
  }
  return text;
}

template <class Marks>
std::string_view mark_in_front(std::string_view text, const Marks& marks) {
  for (const std::string_view mark : marks)
    if (text.starts_with(mark)) return text.substr(0, mark.size());
  return {};
}

void trim(std::string& text) {
  while (text.starts_with(' ')) text.erase(0, 1);
  while (text.ends_with(' ')) text.pop_back();
}

std::string in_toml(Money money) {
  std::string plain = to_plain(money);
  return plain.ends_with(".00") ? plain.substr(0, plain.size() - 3) : plain;
}

// Where a number stops being one of TOML.
std::string_view wrong_mark(std::string_view value) {
  bool point = false;
  for (std::size_t i = 0; i < value.size(); ++i) {
    const char c = value[i];
    const bool sign = (c == '-' || c == '+') && i == 0;
    if (sign || c == '_' || is_digit(c) || (c == '.' && !point)) {
      point = point || c == '.';
      continue;
    }
    return first_code_point(value.substr(i));
  }
  return value;
}

std::optional<Slip> typographic_quotes(std::string_view value) {
  const std::string_view quote = mark_in_front(value, quotes);
  if (quote.empty()) return std::nullopt;
  std::string text = with(std::string(value), quotes, "");
  std::erase(text, '"');
  trim(text);
  return Slip{quote, say("{} is a quote of a word processor", quote), say("write straight quotes: \"{}\"", text)};
}

std::optional<Slip> straight_quotes(std::string_view value) {
  if (!value.starts_with('"') && !value.starts_with('\'')) return std::nullopt;
  const std::size_t close = value.find(value.front(), 1);
  std::string text = with(std::string(value.substr(1)), quotes, "");
  trim(text);
  if (close == std::string_view::npos)
    return Slip{value.substr(0, 1), say("these quotes are not closed"),
                say("write {}{}{}", std::string(1, value.front()), text, std::string(1, value.front()))};
  if (close + 1 == value.size() || value.front() == '\'' || !value.ends_with('"')) return std::nullopt;
  return Slip{value.substr(close, 1), say("this quote closes the text, and more follows"),
              say("write single quotes around a text with quotes in it: '{}'", value.substr(1, value.size() - 2))};
}

std::optional<Slip> needs_quotes(std::string_view value) {
  if (matches(value, "PM|pm|Pm|[Pp]\\.[Mm]\\.?"))
    return Slip{value, say("{} stands without quotes", value), say("write \"PM\"")};
  if (matches(value, "[-+]?[0-9]+([.,][0-9]+)? ?%|[0-9]+ ?/ ?[0-9]+"))
    return Slip{value, say("{} stands without quotes", value), say("write it in quotes: \"{}\"", value)};
  return std::nullopt;
}

std::optional<Slip> wrong_date(std::string_view value) {
  Parts parts;
  std::string date;
  if (matches(value, "([0-9]{1,2})[-/.]([0-9]{1,2})[-/.]([0-9]{4})", parts))
    date = fmt::format("{}-{:0>2}-{:0>2}", parts[3], parts[2], parts[1]);
  else if (matches(value, "([0-9]{4})[-/.]([0-9]{1,2})[-/.]([0-9]{1,2})", parts))
    date = fmt::format("{}-{:0>2}-{:0>2}", parts[1], parts[2], parts[3]);
  if (date.empty() || date == value) return std::nullopt;
  return Slip{value, say("`{}` is not how a date is written here", value), say("write year, month and day: {}", date)};
}

Message number_trouble(std::string_view mark, std::string_view value) {
  if (mark == ",") return say("a number in TOML has a point before its decimals, no comma");
  if (mark == "€") return say("a number in TOML has no euro sign");
  if (!mark_in_front(mark, dashes).empty()) return say("{} is a dash of a word processor, not a minus", mark);
  if (!mark_in_front(mark, spaces).empty() || mark == " ") return say("a number in TOML has no spaces in it");
  return say("`{}` is not how TOML writes a number", value);
}

std::optional<Slip> wrong_number(std::string_view value) {
  const std::string_view mark = wrong_mark(value);
  Parts parts;
  if (matches(value, "([-+]?[0-9]+),([0-9]{3})", parts))
    return Slip{mark, number_trouble(mark, value),
                say("write {0}.{1}; or {0}{1} if the comma stands between thousands", parts[1], parts[2])};
  if (matches(value, "([-+]?[0-9][0-9_]*),([0-9]+)", parts))
    return Slip{mark, number_trouble(mark, value), say("write {}", parts[1] + '.' + parts[2])};
  if (matches(value, "0+[1-9][0-9]*"))
    return Slip{value, say("a number in TOML does not begin with 0"),
                say("write {}, or \"{}\" if it is a name", value.substr(value.find_first_not_of('0')), value)};
  if (matches(value, "[.][0-9]+"))
    return Slip{value, number_trouble(value, value), say("write {}", fmt::format("0{}", value))};
  const std::optional<std::string> amount = meant_amount(value);
  if (!amount) return std::nullopt;
  return Slip{mark, number_trouble(mark, value), say_as("toml-syntax", "write {}", *amount)};
}

std::optional<Slip> wrong_flag(std::string_view value) {
  const bool yes = matches(value, "[Jj]a|JA|[Ww]aar|[Yy]es|True|TRUE");
  if (!yes && !matches(value, "[Nn]ee|NEE|[Oo]nwaar|[Nn]o|False|FALSE")) return std::nullopt;
  return Slip{
      value, say("{} stands without quotes", value),
      yes ? say("write true; or \"{}\" if it is a text", value) : say("write false; or \"{}\" if it is a text", value)};
}

// { 2026 = 5 2027 = 6 } and { 2026 = 5; 2027 = 6 }
std::optional<Slip> missing_comma(std::string_view value) {
  if (const std::size_t mark = value.find(';'); mark != std::string_view::npos && value.find('=', mark) != value.npos)
    return Slip{value.substr(mark, 1), say("between two keys stands a comma"), say("write , instead of ;")};
  const std::size_t equals = value.find('=');
  const std::size_t gap = value.find(' ');
  if (equals == value.npos || gap == value.npos || gap > equals) return std::nullopt;
  const std::size_t next = value.find_first_not_of(' ', gap);
  if (next >= equals) return std::nullopt;
  const std::string_view key = value.substr(next, value.find_first_of(" =", next) - next);
  return Slip{key, say("between two keys stands a comma"), say("write a comma before {}", key)};
}

bool is_scalar(std::string_view value) {
  return matches(value,
                 "[-+]?(0|[1-9](_?[0-9])*)([.][0-9](_?[0-9])*)?([eE][-+]?[0-9]+)?|[-+]?(inf|nan)|true|false|"
                 "[0-9]{4}-[0-9]{2}-[0-9]{2}([T ][0-9:.Z+-]+)?|[0-9]{2}:[0-9:.]+");
}

Slip bare_text(std::string_view value) {
  return {value, say("this text stands without quotes"),
          value.size() > longest_quoted ? say("write straight quotes around it") : say("write \"{}\"", value)};
}

}  // namespace

std::optional<std::string> meant_amount(std::string_view written) {
  std::string text = with(with(std::string(written.substr(0, longest_quoted)), dashes, "-"), spaces, " ");
  text = with(std::move(text), quotes, "");
  trim(text);
  if (written.size() > longest_quoted) return std::nullopt;
  if (text == "-" || text == "--") return "0";
  if (text.size() > 2 && text.front() == '(' && text.back() == ')') text = '-' + text.substr(1, text.size() - 2);
  else if (text.size() > 1 && text.back() == '-' && !text.ends_with(",-") && !text.ends_with(",--"))
    text = '-' + text.substr(0, text.size() - 1);
  trim(text);
  Parts parts;
  const std::string_view kept = text;
  if (matches(kept, "[-+]?[0-9]{1,3}(,[0-9]{3})+[.][0-9]{1,2}")) std::erase(text, ',');
  const ReadAmount dutch = read_dutch_amount(text);
  const ReadAmount read = dutch.error ? read_number_amount(text) : dutch;
  if (read.error || !read.amount.is_money()) return std::nullopt;
  return in_toml(read.amount.counted());
}

std::optional<Slip> find_value_slip(std::string_view key, std::string_view value, bool inside) {
  if (value.empty()) {
    if (key.empty()) return std::nullopt;
    return Slip{key, say("there is no value behind {} =", key), say("write what {} is, or take it out", key)};
  }
  if (is_scalar(value)) return std::nullopt;
  if (inside)
    if (auto slip = missing_comma(value)) return slip;
  if (auto slip = typographic_quotes(value)) return slip;
  if (value.starts_with('"') || value.starts_with('\'')) return straight_quotes(value);
  for (const auto find : {needs_quotes, wrong_date, wrong_number, wrong_flag})
    if (auto slip = find(value)) return slip;
  return bare_text(value);
}

}  // namespace saldo
