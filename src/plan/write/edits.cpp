#include "plan/write/edits.h"

#include <algorithm>

#include "base/text.h"

namespace saldo {

Edits::Edits(std::string_view text) : text_(text), lines_{0} {
  for (std::size_t at = 0; at < text.size(); ++at)
    if (text[at] == '\n') lines_.push_back(at + 1);
}

// TOML counts code points.
std::size_t Edits::offset(const toml::source_position& at) const {
  std::size_t offset = lines_[at.line - 1];
  for (std::size_t column = 1; column < at.column && offset < text_.size(); ++column) {
    ++offset;
    while (offset < text_.size() && is_inside_code_point(text_[offset])) ++offset;
  }
  return offset;
}

std::string_view Edits::at(const toml::source_region& region) const {
  const std::size_t begin = offset(region.begin);
  std::string_view piece = text_.substr(begin, offset(region.end) - begin);
  while (!piece.empty() &&
         (piece.back() == ' ' || piece.back() == '\n' || piece.back() == '\r' || piece.back() == '\t'))
    piece.remove_suffix(1);
  return piece;
}

std::size_t Edits::line_of(std::size_t offset) const {
  return *(std::upper_bound(lines_.begin(), lines_.end(), offset) - 1);
}

std::size_t Edits::after_line(std::size_t offset) const {
  const auto next = std::upper_bound(lines_.begin(), lines_.end(), offset);
  return next == lines_.end() ? text_.size() : *next;
}

void Edits::replace(const toml::source_region& region, std::string with) {
  const std::size_t begin = offset(region.begin);
  edits_[begin] = {begin + at(region).size(), std::move(with)};
}

void Edits::comment_out(const toml::source_region& from, const toml::source_region& to) {
  const std::size_t last = offset(to.begin) + at(to).size();
  for (std::size_t line = line_of(offset(from.begin)); line < last; line = after_line(line)) insert(line, "# ");
}

std::string Edits::apply() const {
  std::string result;
  std::size_t done = 0;
  for (const auto& [begin, edit] : edits_) {
    if (begin < done) continue;  // inside what was taken away
    result += text_.substr(done, begin - done);
    result += edit.with;
    done = std::max(begin, edit.end);
  }
  return result + std::string(text_.substr(done));
}

}  // namespace saldo
