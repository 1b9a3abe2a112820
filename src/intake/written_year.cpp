#include "intake/written_year.h"

#include <algorithm>
#include <string>
#include <vector>

#include "base/text.h"

namespace saldo {

namespace {

constexpr std::string_view marks = "-/. ";

// The numbers of 31-12-2025; nothing where something else stands there, or another mark between two of them.
std::vector<std::string_view> parts_of(std::string_view text) {
  std::vector<std::string_view> parts;
  const std::size_t first_mark = text.find_first_of(marks);
  const std::string_view mark = first_mark == text.npos ? "-" : text.substr(first_mark, 1);
  for (std::size_t at = 0;;) {
    const std::size_t end = std::min(text.find(mark, at), text.size());
    parts.push_back(text.substr(at, end - at));
    if (end == text.size()) break;
    at = end + 1;
  }
  const auto is_number = [](std::string_view part) {
    return !part.empty() && std::all_of(part.begin(), part.end(), is_digit);
  };
  return std::all_of(parts.begin(), parts.end(), is_number) ? parts : std::vector<std::string_view>();
}

bool is_up_to(std::string_view part, int most) {
  return part.size() <= 2 && std::stoi(std::string(part)) >= 1 && std::stoi(std::string(part)) <= most;
}

}  // namespace

std::optional<Year> read_written_year(std::string_view text) {
  constexpr int periods = 16;  // packages have some after the twelfth, for what is booked once the year is over
  const std::vector<std::string_view> parts = parts_of(text);
  if (parts.size() == 1 && text.size() == 4) return read_year(text);
  if (parts.size() == 1 && text.size() == 6 && is_up_to(text.substr(4), periods)) return read_year(text.substr(0, 4));
  if (parts.size() == 2 && is_up_to(parts[1], periods)) return read_year(parts[0]);
  if (parts.size() == 2 && is_up_to(parts[0], periods)) return read_year(parts[1]);
  if (parts.size() != 3) return std::nullopt;
  if (is_up_to(parts[0], 31) && is_up_to(parts[1], 12)) return read_year(parts[2]);
  return is_up_to(parts[1], 12) && is_up_to(parts[2], 31) ? read_year(parts[0]) : std::nullopt;
}

}  // namespace saldo
