#include "intake/markdown/slips.h"

#include <algorithm>

#include "base/text.h"

namespace saldo {

TextSlips::TextSlips(FileId file, std::string_view text, Findings& findings)
    : file_(file), text_(text), findings_(findings) {
  for (std::size_t end = text.find('\n'); end != text.npos; end = text.find('\n', end + 1)) starts_.push_back(end + 1);
}

Place TextSlips::place(std::size_t begin, std::size_t length) {
  const auto next = std::upper_bound(starts_.begin(), starts_.end(), begin);
  const std::size_t start = *(next - 1);
  if (known_offset_ < start || known_offset_ > begin) {
    known_offset_ = start;
    known_column_ = 1;
  }
  for (; known_offset_ < begin; ++known_offset_) known_column_ += is_inside_code_point(text_[known_offset_]) ? 0 : 1;
  const auto line = static_cast<std::uint32_t>(next - starts_.begin());
  const std::size_t points = begin == text_.size() ? 1 : count_code_points(text_.substr(begin, length));
  return {file_, line, known_column_, static_cast<std::uint32_t>(points)};
}

void TextSlips::tell(std::size_t begin, std::size_t length, Message message, Message help, Rule rule) {
  findings_.push_back({rule, place(begin, length), std::move(message), {}, std::move(help)});
}

}  // namespace saldo
