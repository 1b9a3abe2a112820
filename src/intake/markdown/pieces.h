// The pieces of a paragraph, before it is known which marks in it belong together: marks that find no partner are text.
// Each is looked at once, whatever is in between.
#pragma once

#include <array>
#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/page/text.h"

namespace saldo {

class TextPieces {
 public:
  void add_text(std::string_view text);
  void add_code(std::string text);
  void add_figure(TextFigure figure);

  // One to three stars or underscores, which can begin something, end it, or either: one is italic, two are bold.
  void add_marks(std::string_view marks, bool can_open, bool can_close);

  void open_bracket(std::string_view written);
  // What the innermost bracket was written as; nothing when none is open.
  std::optional<std::string_view> innermost_bracket() const;
  void drop_bracket();                  // it stays text
  void close_link(std::string target);  // all since that bracket leads there; there are no links in links

  TextSpans spans();

 private:
  struct Opened {
    std::size_t piece = 0;
    bool is_open = false;
  };
  struct Bracket {
    std::size_t piece = 0;
    std::string_view written;
  };

  void add(TextSpan span);
  void add_mark(std::string_view mark, bool can_open, bool can_close);

  std::vector<TextSpan> pieces_;
  std::size_t plain_ = 0;                 // how many pieces there were when the last one was plain text
  std::vector<int> bold_{0}, italic_{0};  // how many begin with a piece, less those that end before it
  std::array<Opened, 4> opened_;          // * _ ** __
  std::vector<Bracket> brackets_;
};

}  // namespace saldo
