#include "render/workbook/open_formula.h"

#include <algorithm>

#include "base/text.h"

namespace saldo {

namespace {

bool is_upper(char c) { return c >= 'A' && c <= 'Z'; }
bool is_of_word(char c) {
  return is_upper(c) || (c >= 'a' && c <= 'z') || is_digit(c) || c == '_' || c == '.' || c < 0;
}

// How much of the text is a cell: "$C$2" is 4, "SUM" 0.
std::size_t cell_length(std::string_view text) {
  std::size_t at = 0;
  const auto dollar = [&] { at += at < text.size() && text[at] == '$' ? 1u : 0u; };
  const auto run = [&](bool (*is)(char)) {
    const std::size_t first = at;
    while (at < text.size() && is(text[at])) ++at;
    return at - first;
  };
  dollar();
  const std::size_t letters = run(is_upper);
  dollar();
  const std::size_t digits = run([](char c) { return is_digit(c); });
  const bool goes_on = at < text.size() && (is_of_word(text[at]) || text[at] == '(');
  return letters == 0 || letters > 3 || digits == 0 || goes_on ? 0 : at;
}

// Behind a quote: past the one that closes it; one that is doubled does not.
std::size_t quoted_length(std::string_view text) {
  std::size_t at = 1;
  while (at < text.size() && (text[at] != text[0] || (at + 1 < text.size() && text[at + 1] == text[0])))
    at += text[at] == text[0] ? 2 : 1;
  return std::min(text.size(), at + 1);
}

// "Blad!" or "'Een blad'!" at the start: without its mark; 0: there is none.
std::size_t sheet_length(std::string_view text) {
  if (text.empty()) return 0;
  std::size_t at = 0;
  if (text[0] == '\'') at = quoted_length(text);
  else
    while (at < text.size() && is_of_word(text[at])) ++at;
  return at > 0 && at < text.size() && text[at] == '!' ? at : 0;
}

struct TakenCells {
  std::string address;
  std::size_t length = 0;  // 0: there stands another thing
};

TakenCells take_cells(std::string_view text) {
  TakenCells taken;
  const std::size_t sheet = sheet_length(text);
  std::size_t at = sheet == 0 ? 0 : sheet + 1;
  const std::size_t first = cell_length(text.substr(at));
  if (first == 0) return taken;
  if (sheet > 0) taken.address = '$' + std::string(text.substr(0, sheet));
  taken.address += '.' + std::string(text.substr(at, first));
  at += first;
  if (at < text.size() && text[at] == ':')
    if (const std::size_t last = cell_length(text.substr(at + 1)); last > 0) {
      taken.address += ":." + std::string(text.substr(at + 1, last));
      at += 1 + last;
    }
  taken.length = at;
  return taken;
}

}  // namespace

std::string open_formula(std::string_view formula) {
  std::string open;
  for (std::size_t at = 0; at < formula.size();) {
    const std::string_view rest = formula.substr(at);
    if (const TakenCells cells = take_cells(rest); cells.length > 0) {
      open += '[' + cells.address + ']';
      at += cells.length;
      continue;
    }
    std::size_t length = 1;
    if (rest[0] == '"') length = quoted_length(rest);
    else
      while (is_of_word(rest[0]) && length < rest.size() && is_of_word(rest[length])) ++length;
    open += rest[0] == ',' ? std::string_view(";") : rest.substr(0, length);
    at += length;
  }
  return open;
}

std::string open_address(std::string_view cells) {
  const TakenCells taken = take_cells(cells);
  return taken.length == cells.size() ? taken.address : std::string(cells);
}

}  // namespace saldo
