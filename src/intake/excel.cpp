#include "intake/excel.h"

#include <algorithm>

#include "base/text.h"

namespace saldo {

namespace {

constexpr std::string_view months[][2] = {{"jan", "jan"}, {"feb", "feb"}, {"mrt", "mar"}, {"apr", "apr"},
                                          {"mei", "may"}, {"jun", "jun"}, {"jul", "jul"}, {"aug", "aug"},
                                          {"sep", "sep"}, {"okt", "oct"}, {"nov", "nov"}, {"dec", "dec"}};

// 10 of "okt", 0 of what is no month.
std::size_t month_number(std::string_view word) {
  for (std::size_t month = 0; month < std::size(months); ++month)
    if (word == months[month][0] || word == months[month][1]) return month + 1;
  return 0;
}

bool is_number(std::string_view text) { return !text.empty() && std::all_of(text.begin(), text.end(), is_digit); }

}  // namespace

std::optional<CellName> read_cell_name(std::string_view name, std::uint32_t last_line) {
  constexpr std::uint32_t last_column = 16'384;  // XFD
  const auto take_dollar = [&name] {
    if (name.starts_with('$')) name.remove_prefix(1);
  };
  CellName cell;
  take_dollar();
  for (; !name.empty() && (name.front() | 0x20) >= 'a' && (name.front() | 0x20) <= 'z'; name.remove_prefix(1)) {
    cell.column = cell.column * 26 + static_cast<std::uint32_t>((name.front() | 0x20) - 'a' + 1);
    if (cell.column > last_column) return std::nullopt;
  }
  take_dollar();
  if (cell.column == 0 || name.empty() || name.size() > 7 || !std::all_of(name.begin(), name.end(), is_digit))
    return std::nullopt;
  for (const char c : name) cell.line = cell.line * 10 + static_cast<std::uint32_t>(c - '0');
  return cell.line == 0 || cell.line > last_line ? std::nullopt : std::optional(cell);
}

std::string_view without_guard(std::string_view text) {
  while (!text.empty() && text.front() == ' ') text.remove_prefix(1);
  while (!text.empty() && text.back() == ' ') text.remove_suffix(1);
  if (text.size() > 3 && text.starts_with("=\"") && text.ends_with('"')) return text.substr(2, text.size() - 3);
  return text;
}

std::vector<std::string> before_excel(std::string_view text) {
  std::vector<std::string> all;
  const std::size_t dash = text.find('-');
  if (dash != text.npos && is_number(text.substr(0, dash)))
    if (const std::size_t month = month_number(text.substr(dash + 1)))
      for (const char* mark : {".", "-"})
        all.push_back(std::string(text.substr(0, dash)) + mark + std::to_string(month));
  if (is_number(text))
    for (std::size_t zeros = 1; zeros <= 4; ++zeros) all.push_back(std::string(zeros, '0').append(text));
  const std::size_t point = text.find('.');
  if (point != text.npos && is_number(text.substr(0, point)) && is_number(text.substr(point + 1)))
    all.push_back(std::string(text) + '0');
  return all;
}

}  // namespace saldo
