#include "plan/glob.h"

#include "base/text.h"

namespace saldo {

namespace {

// What is left of a text, and the first character of it.
struct Rest {
  std::string_view text;
  std::string_view first() const { return first_code_point(text); }
  void drop() { text.remove_prefix(first().size()); }
};

// Goes back to the last star only: a star before it has nothing to gain from taking more.
template <class Same>
bool matches(std::string_view pattern, std::string_view text, Same same) {
  Rest in_pattern{pattern}, in_text{text};
  bool has_star = false;
  Rest after_star, taken;
  while (!in_text.text.empty()) {
    if (in_pattern.text.starts_with('*')) {
      in_pattern.drop();
      has_star = true;
      after_star = in_pattern;
      taken = in_text;
    } else if (!in_pattern.text.empty() && same(in_pattern.first(), in_text.first())) {
      in_pattern.drop();
      in_text.drop();
    } else if (has_star) {
      taken.drop();
      in_text = taken;
      in_pattern = after_star;
    } else {
      return false;
    }
  }
  return in_pattern.text.find_first_not_of('*') == std::string_view::npos;
}

}  // namespace

bool fits(std::string_view pattern, std::string_view text) {
  return matches(pattern, text,
                 [](std::string_view one, std::string_view other) { return one == "?" || one == other; });
}

// The narrow one is read as a text in which only a star can stand for its star.
bool covers(std::string_view wide, std::string_view narrow) {
  return matches(wide, narrow, [](std::string_view one, std::string_view other) {
    return other != "*" && (one == "?" || one == other);
  });
}

}  // namespace saldo
