#include "intake/markdown/pieces.h"

namespace saldo {

namespace {

bool look_the_same(const TextSpan& a, const TextSpan& b) {
  return a.bold == b.bold && a.italic == b.italic && a.code == b.code && a.link == b.link && !a.figure && !b.figure;
}

std::size_t kind_of(std::string_view mark) { return (mark.size() - 1) * 2 + (mark.front() == '_' ? 1 : 0); }

}  // namespace

void TextPieces::add(TextSpan span) {
  pieces_.push_back(std::move(span));
  bold_.push_back(0);
  italic_.push_back(0);
}

// What stands behind plain text is the same text, so that a long one is a few pieces.
void TextPieces::add_text(std::string_view text) {
  if (!pieces_.empty() && plain_ == pieces_.size()) {
    pieces_.back().text += text;
    return;
  }
  add({std::string(text)});
  plain_ = pieces_.size();
}

void TextPieces::add_code(std::string text) {
  TextSpan span{std::move(text)};
  span.code = true;
  add(std::move(span));
}

void TextPieces::add_figure(TextFigure figure) {
  TextSpan span;
  span.figure = std::move(figure);
  add(std::move(span));
}

// A mark that opens takes the place of one of its kind that was open; one that closes leaves what was opened after its
// partner without one, but for the rest of the same three.
void TextPieces::add_mark(std::string_view mark, bool can_open, bool can_close) {
  Opened& partner = opened_[kind_of(mark)];
  const std::size_t here = pieces_.size();
  add({std::string(mark)});
  if (can_close && partner.is_open) {
    std::vector<int>& style = mark.size() == 2 ? bold_ : italic_;
    ++style[partner.piece];
    --style[here];
    pieces_[partner.piece].text.clear();
    pieces_[here].text.clear();
    const std::size_t first = partner.piece;
    partner.is_open = false;
    for (std::size_t kind = 0; kind < opened_.size(); ++kind) {
      const bool of_one_run = opened_[kind].piece == first + 1 && kind % 2 == kind_of(mark) % 2;
      if (opened_[kind].piece > first && !of_one_run) opened_[kind].is_open = false;
    }
  } else if (can_open) {
    partner = {here, true};
  }
}

// Of three, those that close the innermost come first.
void TextPieces::add_marks(std::string_view marks, bool can_open, bool can_close) {
  if (marks.size() < 3) return add_mark(marks, can_open, can_close);
  const Opened &italic = opened_[kind_of(marks.substr(0, 1))], &bold = opened_[kind_of(marks.substr(0, 2))];
  const bool closes = can_close && (italic.is_open || bold.is_open);
  const std::size_t size = closes && italic.is_open && (!bold.is_open || italic.piece > bold.piece) ? 1 : 2;
  add_mark(marks.substr(0, size), can_open, can_close);
  add_mark(marks.substr(size), can_open, can_close);
}

void TextPieces::open_bracket(std::string_view written) {
  brackets_.push_back({pieces_.size(), written});
  add({std::string(written)});
}

std::optional<std::string_view> TextPieces::innermost_bracket() const {
  return brackets_.empty() ? std::nullopt : std::optional(brackets_.back().written);
}

void TextPieces::drop_bracket() { brackets_.pop_back(); }

void TextPieces::close_link(std::string target) {
  const std::size_t open = brackets_.back().piece;
  pieces_[open].text.clear();
  for (std::size_t i = open; i < pieces_.size(); ++i) pieces_[i].link = target;
  brackets_.clear();
  plain_ = 0;
}

TextSpans TextPieces::spans() {
  TextSpans spans;
  int bold = 0, italic = 0;
  for (std::size_t i = 0; i < pieces_.size(); ++i) {
    TextSpan& piece = pieces_[i];
    bold += bold_[i];
    italic += italic_[i];
    piece.bold = bold > 0;
    piece.italic = italic > 0;
    if (piece.text.empty() && !piece.figure) continue;
    if (!spans.empty() && look_the_same(spans.back(), piece)) spans.back().text += piece.text;
    else spans.push_back(std::move(piece));
  }
  return spans;
}

}  // namespace saldo
