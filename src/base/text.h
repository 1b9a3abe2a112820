// Text as people see it: UTF-8 checks, the width of a line on a terminal, wrapping, and the nearest known word.
#pragma once

#include <cstddef>
#include <functional>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace saldo {

// A document on its way out: passed on in large pieces while it is being made, and never kept whole.
class TextOut {
 public:
  // Gets the next piece; false: it could not be written, and no more are wanted.
  using Pass = std::function<bool(std::string_view piece)>;

  explicit TextOut(Pass pass) : pass_(std::move(pass)) {}
  TextOut& operator+=(std::string_view text) {
    waiting_ += text;
    if (waiting_.size() >= piece) pass_on();
    return *this;
  }
  TextOut& operator+=(char c) { return *this += std::string_view(&c, 1); }
  void pass_on();  // what waits; whoever made a document ends with it
  bool is_wanted() const { return wanted_; }
  bool is_begun() const { return begun_ || !waiting_.empty(); }

 private:
  static constexpr std::size_t piece = 1 << 16;

  Pass pass_;
  std::string waiting_;
  bool wanted_ = true;
  bool begun_ = false;
};

// All that `make` writes to a TextOut.
template <class Make>
std::string made_text(Make make) {
  std::string all;
  TextOut out([&all](std::string_view text) {
    all += text;
    return true;
  });
  make(out);
  out.pass_on();
  return all;
}

// Byte offset of the first byte that is not UTF-8, if there is one.
std::optional<std::size_t> find_invalid_utf8(std::string_view text);

// Byte offset of the first control character, or of the bidirectional and other invisible marks that make a name look like
// another; what joins the parts of an emoji is none.
std::optional<std::size_t> find_deceptive_character(std::string_view text);
bool has_deceptive_character(std::string_view text);

// Byte offset of what a server that runs jobs takes for a command to it wherever it stands in a line that it is shown:
// ##vso[ for Azure Pipelines, ##[ for GitHub Actions.
std::optional<std::size_t> find_job_command(std::string_view text);

// Columns a terminal needs for valid UTF-8 `text`; control characters count as none.
std::size_t display_width(std::string_view text);

// `text` filled up with spaces to `width` columns; longer text stays as it is.
std::string pad_right(std::string_view text, std::size_t width);
std::string pad_left(std::string_view text, std::size_t width);

// Lines of at most `width` columns (width > 0), broken at spaces, or inside a word that is longer than a line.
std::vector<std::string> wrap(std::string_view text, std::size_t width);

// Of ASCII, whatever the locale.
constexpr bool is_digit(char c) { return c >= '0' && c <= '9'; }

constexpr bool is_ascii(char c) { return static_cast<unsigned char>(c) < 0x80; }

// Whether a byte of UTF-8 belongs to the code point that began before it.
constexpr bool is_inside_code_point(char c) { return (static_cast<unsigned char>(c) & 0xC0) == 0x80; }

// Digits with a mark between thousands: 1.234.567.
std::string grouped(std::string digits, char mark);

// The bytes of the first code point of `text`; none of an empty one.
std::string_view first_code_point(std::string_view text);

// Code points in valid UTF-8 `text`.
std::size_t count_code_points(std::string_view text);

// The candidate that `text` most likely meant: at most a third of its letters wrong, case aside.
std::optional<std::string> nearest(std::string_view text, std::span<const std::string_view> candidates);

// What `text` may be short for: the candidates that begin with it, else the nearest; never `text` itself.
std::vector<std::string> likely_names(std::string_view text, std::span<const std::string_view> candidates);

// `text` without what a hurried reader does not see: case, accents and spaces. Equal for names that are alike; valid UTF-8.
std::string folded(std::string_view text);

// The same of a name, number or id as a reader sees it: also letters of another script that look Latin, O and 0, I and l
// and 1, zeros in front of a number, and hyphens, but those between two digits: 3.1-2 is not 3.12.
std::string as_seen(std::string_view text);

// At most `most` code points of `text`, with an ellipsis where it was longer.
std::string shortened(std::string_view text, std::size_t most);

// 3.2 before 3.10: digits inside compare as numbers. The order in which files and folders are read and shown.
bool natural_less(std::string_view a, std::string_view b);

}  // namespace saldo
