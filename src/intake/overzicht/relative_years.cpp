#include "intake/overzicht/relative_years.h"

#include <algorithm>
#include <set>

#include "base/text.h"

namespace saldo {

namespace {

bool is_letter_or_digit(char c) { return is_digit(c) || ((c | 0x20) >= 'a' && (c | 0x20) <= 'z'); }

void skip_spaces(std::string_view& text) {
  while (text.starts_with(' ')) text.remove_prefix(1);
}

// Of what stands behind a t: its sign and digits. 0: there are none, and nothing else either.
std::optional<std::int32_t> read_offset(std::string_view text) {
  if (!text.empty() && is_letter_or_digit(text.front())) return std::nullopt;
  skip_spaces(text);
  std::int32_t sign = 0;
  for (const std::string_view minus : {"-", "\u2212", "\u2013"})
    if (text.starts_with(minus)) {
      sign = -1;
      text.remove_prefix(minus.size());
      break;
    }
  if (sign == 0 && text.starts_with('+')) {
    sign = 1;
    text.remove_prefix(1);
  }
  if (sign == 0) return text.empty() || text.front() == ')' ? std::optional(0) : std::nullopt;
  skip_spaces(text);
  std::int32_t number = 0;
  std::size_t digits = 0;
  for (; digits < text.size() && digits < 2 && is_digit(text[digits]); ++digits)
    number = number * 10 + (text[digits] - '0');
  const bool ends = digits == text.size() || !is_letter_or_digit(text[digits]);
  return digits > 0 && ends ? std::optional(sign * number) : std::nullopt;
}

}  // namespace

std::optional<std::int32_t> year_offset(std::string_view heading) {
  for (std::size_t at = 0; at < heading.size(); ++at) {
    const bool begins = at == 0 || !is_letter_or_digit(heading[at - 1]);
    if (!begins || (heading[at] | 0x20) != 't') continue;
    if (const auto offset = read_offset(heading.substr(at + 1))) return offset;
  }
  return std::nullopt;
}

bool names_relative_year(std::string_view text) {
  return text.size() <= 100 && text.find_first_of("tT") != text.npos && year_offset(text).value_or(0) != 0;
}

void place_relative_years(std::vector<OverzichtColumn>& columns, std::optional<Years> asked) {
  const auto is_relative = [](const OverzichtColumn& column) {
    return !column.year && names_relative_year(column.heading);
  };
  if (std::none_of(columns.begin(), columns.end(), is_relative)) return;
  std::set<std::int32_t> offsets;
  for (OverzichtColumn& column : columns) {
    const auto offset = column.year ? std::nullopt : year_offset(column.heading);
    if (!offset) continue;
    offsets.insert(*offset);
    if (column.kind == ColumnKind::unknown || column.kind == ColumnKind::none) column.kind = ColumnKind::bedrag;
  }
  if (!asked) return;
  const std::int32_t first = offsets.size() == asked->size() ? *offsets.begin() : 0;
  for (OverzichtColumn& column : columns)
    if (const auto offset = column.year ? std::nullopt : year_offset(column.heading); offset && is_amounts(column.kind))
      column.year = Year{static_cast<std::int16_t>(asked->first.value + *offset - first)};
}

}  // namespace saldo
