#include "base/text.h"

#include <utf8proc.h>

#include <algorithm>
#include <array>
#include <cctype>
#include <cstdint>
#include <cstring>

namespace saldo {

namespace {

const utf8proc_uint8_t* bytes(std::string_view text) { return reinterpret_cast<const utf8proc_uint8_t*>(text.data()); }

// The code point at the front of `text` and its bytes taken off; negative and one byte when it is not UTF-8.
utf8proc_int32_t take_code_point(std::string_view& text) {
  utf8proc_int32_t code = 0;
  const utf8proc_ssize_t size = utf8proc_iterate(bytes(text), static_cast<utf8proc_ssize_t>(text.size()), &code);
  text.remove_prefix(size > 0 ? static_cast<std::size_t>(size) : 1);
  return size > 0 ? code : -1;
}

constexpr std::uint64_t each_byte = 0x0101010101010101U;
constexpr std::uint64_t top_bits = 0x80 * each_byte;

// The first byte from `at` on of which `is_so` does not hold; `all_so` says it of eight at once, and nearly always.
template <class AllSo, class IsSo>
std::size_t skip(std::string_view text, std::size_t at, AllSo all_so, IsSo is_so) {
  std::uint64_t eight = 0;
  for (; text.size() - at >= sizeof eight; at += sizeof eight) {
    std::memcpy(&eight, text.data() + at, sizeof eight);
    if (!all_so(eight)) break;
  }
  while (at < text.size() && is_so(text[at])) ++at;
  return at;
}

std::size_t skip_ascii(std::string_view text, std::size_t at) {
  return skip(
      text, at, [](std::uint64_t eight) { return (eight & top_bits) == 0; }, is_ascii);
}

constexpr bool is_plain(char c) { return c >= ' ' && c <= '~'; }  // as nearly all of a text is

// Of bytes below 0x80: with 0x60 more, those from the space on have bit 7; with 1 more, only what is beyond the tilde.
bool all_plain(std::string_view text) {
  const auto eight_plain = [](std::uint64_t eight) {
    return (eight & top_bits) == 0 && ((eight + 0x60 * each_byte) & ~(eight + each_byte) & top_bits) == top_bits;
  };
  return skip(text, 0, eight_plain, is_plain) == text.size();
}

bool is_deceptive(utf8proc_int32_t code) {
  const utf8proc_category_t category = utf8proc_category(code);
  return category == UTF8PROC_CATEGORY_CC || category == UTF8PROC_CATEGORY_CF || category == UTF8PROC_CATEGORY_ZL ||
         category == UTF8PROC_CATEGORY_ZP;
}

bool is_emoji(utf8proc_int32_t code) {
  return code >= 0 && utf8proc_get_property(code)->boundclass == UTF8PROC_BOUNDCLASS_EXTENDED_PICTOGRAPHIC;
}

bool is_emoji_tag(utf8proc_int32_t code) { return code >= 0xE0020 && code <= 0xE007F; }

// Its colour, how it is shown, its skin and the tags of a flag.
bool goes_on_in_emoji(utf8proc_int32_t code) {
  return code == 0xFE0F || (code >= 0x1F3FB && code <= 0x1F3FF) || is_emoji_tag(code);
}

// A zero width joiner holds two emoji together; the tags of a flag stand behind it.
bool joins_emoji(utf8proc_int32_t code, std::string_view rest) {
  return is_emoji_tag(code) || (code == 0x200D && is_emoji(take_code_point(rest)));
}

// What a code point, folded, is taken for: a Cyrillic or Greek letter for a Latin one, a letter for a digit, a dash for a
// hyphen.
constexpr char32_t taken_for(char32_t code) {
  constexpr std::u32string_view alike = U"авекмнорстухіјѕԁһԛԝαβεηικμνορτυχζıoli|‐–—−_,";
  constexpr std::string_view instead = "abekmh0pctyx1jsdhqwabeh1kmv0ptuxz10111-----.";
  static_assert(alike.size() == instead.size());
  const std::size_t at = alike.find(code);
  return at == alike.npos ? code : static_cast<char32_t>(instead[at]);
}

// The same of ASCII, which nearly every name is.
constexpr std::array<char, 0x80> ascii_taken_for = [] {
  std::array<char, 0x80> all{};
  for (std::size_t c = 0; c < all.size(); ++c) all[c] = static_cast<char>(taken_for(static_cast<char32_t>(c)));
  return all;
}();

constexpr char32_t seen_as(char32_t code) {
  return code < ascii_taken_for.size() ? static_cast<char32_t>(ascii_taken_for[code]) : taken_for(code);
}

// Without its hyphens, but for those between two digits, and without zeros in front of a number.
std::string without_marks(const std::string& text) {
  std::string out;
  out.reserve(text.size());
  for (std::size_t i = 0; i < text.size(); ++i) {
    const bool after_digit = !out.empty() && is_digit(out.back());
    const bool before_digit = i + 1 < text.size() && is_digit(text[i + 1]);
    if (text[i] == '-' && !(after_digit && before_digit)) continue;
    if (text[i] == '0' && !after_digit && before_digit) continue;
    out += text[i];
  }
  return out;
}

std::string lower(std::string_view text) {
  std::string out(text);
  std::transform(out.begin(), out.end(), out.begin(),
                 [](unsigned char c) { return static_cast<char>(std::tolower(c)); });
  return out;
}

// Optimal string alignment: insertions, deletions, changes and swaps of neighbours each count one.
std::size_t edit_distance(std::string_view a, std::string_view b) {
  std::vector<std::size_t> before(b.size() + 1), last(b.size() + 1), row(b.size() + 1);
  for (std::size_t j = 0; j <= b.size(); ++j) last[j] = j;
  for (std::size_t i = 1; i <= a.size(); ++i) {
    row[0] = i;
    for (std::size_t j = 1; j <= b.size(); ++j) {
      row[j] = std::min({last[j] + 1, row[j - 1] + 1, last[j - 1] + (a[i - 1] == b[j - 1] ? 0u : 1u)});
      if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1]) row[j] = std::min(row[j], before[j - 2] + 1);
    }
    std::swap(before, last);
    std::swap(last, row);
  }
  return last[b.size()];
}

std::string_view take_digits(std::string_view& text) {
  std::size_t size = 0;
  while (size < text.size() && is_digit(text[size])) ++size;
  std::string_view digits = text.substr(0, size);
  text.remove_prefix(size);
  while (digits.size() > 1 && digits.front() == '0') digits.remove_prefix(1);
  return digits;
}

// As many bytes of `text` as fit in `width` columns, at least one code point.
std::size_t fitting_bytes(std::string_view text, std::size_t width) {
  std::string_view rest = text;
  std::size_t used = 0;
  while (!rest.empty()) {
    std::string_view next = rest;
    take_code_point(next);
    used += display_width(rest.substr(0, rest.size() - next.size()));
    if (used > width && rest.size() != text.size()) break;
    rest = next;
  }
  return text.size() - rest.size();
}

}  // namespace

std::optional<std::size_t> find_invalid_utf8(std::string_view text) {
  for (std::size_t i = skip_ascii(text, 0); i < text.size(); i = skip_ascii(text, i)) {
    std::string_view rest = text.substr(i);
    if (take_code_point(rest) < 0) return i;
    i = text.size() - rest.size();
  }
  return std::nullopt;
}

std::optional<std::size_t> find_deceptive_character(std::string_view text) {
  if (all_plain(text)) return std::nullopt;
  const std::size_t size = text.size();
  bool in_emoji = false;
  while (!text.empty()) {
    if (is_plain(text.front())) {
      text.remove_prefix(1);
      in_emoji = false;
      continue;
    }
    const std::size_t at = size - text.size();
    const utf8proc_int32_t code = take_code_point(text);
    if (is_deceptive(code) && !(in_emoji && joins_emoji(code, text))) return at;
    in_emoji = is_emoji(code) || (in_emoji && goes_on_in_emoji(code));
  }
  return std::nullopt;
}

bool has_deceptive_character(std::string_view text) { return find_deceptive_character(text).has_value(); }

std::optional<std::size_t> find_job_command(std::string_view text) {
  for (std::size_t at = text.find("##"); at != text.npos; at = text.find("##", at + 1))
    for (const std::string_view begin : {"##[", "##vso["})
      if (text.substr(at).starts_with(begin)) return at;
  return std::nullopt;
}

std::size_t display_width(std::string_view text) {
  std::size_t width = 0;
  while (!text.empty()) {
    if (is_plain(text.front())) {
      ++width;
      text.remove_prefix(1);
      continue;
    }
    const utf8proc_int32_t code = take_code_point(text);
    if (code >= 0) width += static_cast<std::size_t>(std::max(0, utf8proc_charwidth(code)));
  }
  return width;
}

std::string pad_right(std::string_view text, std::size_t width) {
  const std::size_t used = display_width(text);
  return std::string(text) + std::string(used < width ? width - used : 0, ' ');
}

std::string pad_left(std::string_view text, std::size_t width) {
  const std::size_t used = display_width(text);
  return std::string(used < width ? width - used : 0, ' ') + std::string(text);
}

std::vector<std::string> wrap(std::string_view text, std::size_t width) {
  if (!text.starts_with(' ') && !text.ends_with(' ') && display_width(text) <= width) return {std::string(text)};
  std::vector<std::string> lines(1);
  std::size_t used = 0;
  while (!text.empty()) {
    const std::size_t space = text.find(' ');
    std::string_view piece = text.substr(0, space);
    text.remove_prefix(space == std::string_view::npos ? text.size() : space + 1);
    const std::size_t gap = lines.back().empty() ? 0 : 1, own = display_width(piece);
    if (used + gap + own <= width) {
      if (gap > 0) lines.back() += ' ';
      lines.back() += piece;
      used += gap + own;
      continue;
    }
    if (gap > 0) lines.emplace_back();
    for (std::size_t fit = fitting_bytes(piece, width); fit < piece.size(); fit = fitting_bytes(piece, width)) {
      lines.back() = piece.substr(0, fit);
      piece.remove_prefix(fit);
      lines.emplace_back();
    }
    lines.back() = piece;
    used = display_width(piece);
  }
  return lines;
}

std::string_view first_code_point(std::string_view text) {
  if (text.empty()) return text;
  const auto next = std::find_if_not(text.begin() + 1, text.end(), is_inside_code_point);
  return text.substr(0, static_cast<std::size_t>(next - text.begin()));
}

std::string grouped(std::string digits, char mark) {
  for (std::size_t at = digits.size(); at > 3;) digits.insert(at -= 3, 1, mark);
  return digits;
}

std::size_t count_code_points(std::string_view text) {
  return text.size() - static_cast<std::size_t>(std::count_if(text.begin(), text.end(), is_inside_code_point));
}

std::optional<std::string> nearest(std::string_view text, std::span<const std::string_view> candidates) {
  constexpr std::size_t longest_word = 64;  // beyond it a likeness says nothing and costs time
  if (text.size() > longest_word) return std::nullopt;
  const std::string wanted = lower(text);
  std::optional<std::string> best;
  std::size_t best_distance = std::max<std::size_t>(1, text.size() / 3) + 1;
  for (const std::string_view candidate : candidates) {
    if (candidate.size() + best_distance <= text.size() || text.size() + best_distance <= candidate.size()) continue;
    const std::size_t distance = edit_distance(wanted, lower(candidate));
    if (distance >= best_distance) continue;
    best_distance = distance;
    best = std::string(candidate);
  }
  return best;
}

std::vector<std::string> likely_names(std::string_view text, std::span<const std::string_view> candidates) {
  std::vector<std::string> names;
  if (std::find(candidates.begin(), candidates.end(), text) != candidates.end()) return names;
  for (const std::string_view candidate : candidates)
    if (!text.empty() && candidate.starts_with(text)) names.emplace_back(candidate);
  if (!names.empty()) return names;
  if (std::optional<std::string> likely = nearest(text, candidates)) names.push_back(std::move(*likely));
  return names;
}

namespace {

// Nearly every name is ASCII, where folding is no more than this: no table of Unicode is needed.
template <class Change>
std::string folded_ascii(std::string_view text, Change change) {
  std::string out;
  out.reserve(text.size());
  for (const char c : text) {
    const char folded = c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
    if (folded != ' ') out += static_cast<char>(change(static_cast<char32_t>(folded)));
  }
  return out;
}

// Each code point through `change` once it is folded.
template <class Change>
std::string folded_by(std::string_view text, Change change) {
  if (std::all_of(text.begin(), text.end(), [](char c) { return static_cast<unsigned char>(c) < 0x80; }))
    return folded_ascii(text, change);
  constexpr auto options = static_cast<utf8proc_option_t>(UTF8PROC_STABLE | UTF8PROC_COMPAT | UTF8PROC_DECOMPOSE |
                                                          UTF8PROC_CASEFOLD | UTF8PROC_STRIPMARK | UTF8PROC_IGNORE);
  const auto size = static_cast<utf8proc_ssize_t>(text.size());
  std::vector<utf8proc_int32_t> codes(text.size());  // which is room enough for nearly every name
  const auto room = [&codes] { return static_cast<utf8proc_ssize_t>(codes.size()); };
  const utf8proc_ssize_t count = utf8proc_decompose(bytes(text), size, codes.data(), room(), options);
  if (count < 0) return std::string(text);
  const bool fits = count <= room();
  codes.resize(static_cast<std::size_t>(count));
  if (!fits) utf8proc_decompose(bytes(text), size, codes.data(), room(), options);
  std::string out;
  for (const utf8proc_int32_t code : codes) {
    if (code == ' ') continue;  // what every kind of space has become
    utf8proc_uint8_t encoded[4];
    const auto changed = static_cast<utf8proc_int32_t>(change(static_cast<char32_t>(code)));
    out.append(reinterpret_cast<const char*>(encoded),
               static_cast<std::size_t>(utf8proc_encode_char(changed, encoded)));
  }
  return out;
}

}  // namespace

std::string folded(std::string_view text) {
  return folded_by(text, [](char32_t code) { return code; });
}

std::string as_seen(std::string_view text) { return without_marks(folded_by(text, seen_as)); }

std::string shortened(std::string_view text, std::size_t most) {
  if (text.size() <= most) return std::string(text);  // a code point has a byte at least
  std::string_view rest = text;
  for (std::size_t i = 0; i < most && !rest.empty(); ++i) rest.remove_prefix(first_code_point(rest).size());
  if (rest.empty()) return std::string(text);
  return std::string(text.substr(0, text.size() - rest.size())) + "…";
}

bool natural_less(std::string_view a, std::string_view b) {
  // What both begin with decides nothing, but for the digits of a number that goes on.
  auto same = static_cast<std::size_t>(std::mismatch(a.begin(), a.end(), b.begin(), b.end()).first - a.begin());
  while (same > 0 && is_digit(a[same - 1])) --same;
  a.remove_prefix(same);
  b.remove_prefix(same);
  while (!a.empty() && !b.empty()) {
    if (is_digit(a.front()) && is_digit(b.front())) {
      const std::string_view left = take_digits(a);
      const std::string_view right = take_digits(b);
      if (left.size() != right.size()) return left.size() < right.size();
      if (left != right) return left < right;
    } else if (a.front() != b.front()) {
      return static_cast<unsigned char>(a.front()) < static_cast<unsigned char>(b.front());
    } else {
      a.remove_prefix(1);
      b.remove_prefix(1);
    }
  }
  return a.size() < b.size();
}

void TextOut::pass_on() {
  begun_ = begun_ || !waiting_.empty();
  if (wanted_ && !waiting_.empty()) wanted_ = pass_(waiting_);
  waiting_.clear();
}

}  // namespace saldo
