#include "intake/markdown/spans.h"

#include <algorithm>
#include <map>

#include "base/say.h"
#include "base/text.h"
#include "intake/markdown/pieces.h"

namespace saldo {

namespace {

bool is_space(char c) { return c == ' ' || c == '\t' || c == '\n' || c == '\r'; }

// A letter or digit, of any script.
bool is_of_word(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || is_digit(c) || static_cast<unsigned char>(c) >= 0x80;
}

bool is_sign(char c) { return c > ' ' && c < 0x7F && !is_of_word(c); }

std::string_view trimmed(std::string_view text) {
  while (!text.empty() && is_space(text.front())) text.remove_prefix(1);
  while (!text.empty() && is_space(text.back())) text.remove_suffix(1);
  return text;
}

bool is_anchor(std::string_view target) {
  return target.size() > 1 && target[0] == '#' && std::all_of(target.begin() + 1, target.end(), [](char c) {
           return is_of_word(c) || c == '-' || c == '_' || c == '.' || c == '/' || c == ':';
         });
}

bool leads_somewhere(std::string_view target) {
  std::string scheme(target.substr(0, target.find(':') + 1));
  std::transform(scheme.begin(), scheme.end(), scheme.begin(),
                 [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c; });
  if (std::any_of(target.begin(), target.end(), is_space)) return false;
  const std::string_view rest = target.substr(scheme.size());
  if (scheme == "http:" || scheme == "https:") return rest.size() > 2 && rest.starts_with("//");
  return scheme == "mailto:" ? rest.find('@') != rest.npos : is_anchor(target);
}

// The end of the equal characters that begin at `i`.
std::size_t run_end(std::string_view text, std::size_t i) {
  return std::min(text.find_first_not_of(text[i], i), text.size());
}

// What closes what in a paragraph, found in one walk.
class Closings {
 public:
  Closings(std::string_view text, TextRange range) {
    for (std::size_t i = range.begin; i < range.end; i = run_end(text, i))
      if (text[i] == '`') code_runs_[run_end(text, i) - i].push_back(i);
    find_links(text, range);
  }

  // The run of as many backticks after those at `at`.
  std::optional<std::size_t> of_code(std::size_t at, std::size_t size) const {
    const auto runs = code_runs_.find(size);
    if (runs == code_runs_.end()) return std::nullopt;
    const auto close = std::upper_bound(runs->second.begin(), runs->second.end(), at);
    return close == runs->second.end() ? std::nullopt : std::optional(*close);
  }

  // The parenthesis that closes that of a link, on its line.
  std::optional<std::size_t> of_link(std::size_t at) const {
    const auto close = links_.find(at);
    return close == links_.end() ? std::nullopt : std::optional(close->second);
  }

 private:
  // An address may have parentheses of its own.
  void find_links(std::string_view text, TextRange range) {
    std::vector<std::size_t> open;
    for (std::size_t i = range.begin; i < range.end; ++i) {
      if (text[i] == '\n') open.clear();
      if (text[i] == '(') open.push_back(i);
      if (text[i] != ')' || open.empty()) continue;
      if (open.back() > range.begin && text[open.back() - 1] == ']') links_[open.back()] = i;
      open.pop_back();
    }
  }

  std::map<std::size_t, std::vector<std::size_t>> code_runs_;  // by length
  std::map<std::size_t, std::size_t> links_;
};

// The next two braces of a kind on this line, from `at` on.
std::optional<std::size_t> find_braces(std::string_view text, std::size_t at) {
  for (at = text.find_first_of("{}\n", at); at < text.size() && text[at] != '\n';
       at = text.find_first_of("{}\n", at + 1))
    if (at + 1 < text.size() && text[at + 1] == text[at]) return at;
  return std::nullopt;
}

// On one line, without the space between it and its backticks.
std::string code_text(std::string_view written) {
  std::string code;
  for (const char c : written) {
    const bool after_break = !code.empty() && code.back() == '\n';
    if (!after_break || !is_space(c)) code += c;
  }
  std::erase(code, '\r');
  std::replace_if(code.begin(), code.end(), is_space, ' ');
  const bool padded = code.size() > 2 && code.front() == ' ' && code.back() == ' ' && !trimmed(code).empty();
  return padded ? code.substr(1, code.size() - 2) : code;
}

void tell_target(std::string_view open, std::string_view target, std::size_t at, TextSlips& slips) {
  if (open == "![")
    return slips.tell(at, target.size(), say("a picture cannot be put in a text"),
                      say("the pictures of a report are drawn from the figures of the plan"));
  slips.tell(at, target.size(), say("`{}` is no address that a reader can follow", target),
             say("write http://…, https://…, mailto:… or #… for a place in the report itself"));
}

class SpanReader {
 public:
  SpanReader(std::string_view text, TextRange range, TextSlips& slips)
      : text_(text.substr(0, range.end)),
        at_(range.begin),
        begin_(range.begin),
        slips_(slips),
        closings_(text, range) {}

  TextSpans read() {
    while (at_ < text_.size()) take();
    return pieces_.spans();
  }

 private:
  bool is_at(std::string_view signs) const { return text_.substr(at_).starts_with(signs); }

  void take() {
    switch (text_[at_]) {
      case '\\': return take_escape();
      case '`': return take_code();
      case '*':
      case '_': return take_marks();
      case '{':
      case '}': return take_brace();
      case '!':
      case '[':
      case ']': return take_bracket();
      default: return is_space(text_[at_]) ? take_space() : take_plain();
    }
  }

  void take_text(std::size_t size) {
    pieces_.add_text(text_.substr(at_, size));
    at_ += size;
  }

  void take_plain() { take_text(std::min(text_.find_first_of("\\`*_{}![] \t\r\n", at_), text_.size()) - at_); }

  // What separates lines is one space; within a line, as it was written.
  void take_space() {
    std::size_t end = at_;
    while (end < text_.size() && is_space(text_[end])) ++end;
    const std::string_view space = text_.substr(at_, end - at_);
    const bool breaks = space.find('\n') != space.npos;
    pieces_.add_text(breaks ? " " : std::string(space.size(), ' '));
    at_ = end;
  }

  void take_escape() {
    if (at_ + 1 == text_.size() || !is_sign(text_[at_ + 1])) return take_text(1);
    ++at_;
    if (is_at("{{")) ++literal_braces_;
    take_text(is_at("{{") || is_at("}}") ? 2 : 1);
  }

  // To the next run of as many backticks.
  void take_code() {
    const std::size_t size = run_end(text_, at_) - at_;
    const std::optional<std::size_t> close = closings_.of_code(at_, size);
    if (!close) return take_text(size);
    pieces_.add_code(code_text(text_.substr(at_ + size, *close - at_ - size)));
    at_ = *close + size;
  }

  // *, ** and ***; more of them are a drawing. An underscore inside a word is part of it.
  void take_marks() {
    const std::size_t end = run_end(text_, at_), size = end - at_;
    const char before = at_ == begin_ ? ' ' : text_[at_ - 1], after = end == text_.size() ? ' ' : text_[end];
    const bool inside = text_[at_] == '_';
    const bool can_open = !is_space(after) && !(inside && is_of_word(before));
    const bool can_close = !is_space(before) && !(inside && is_of_word(after));
    if (size > 3) return take_text(size);
    const std::string_view run = text_.substr(at_, size);
    at_ = end;
    pieces_.add_marks(run, can_open, can_close);
  }

  void take_brace() {
    if (is_at("}}") && literal_braces_ > 0) {
      --literal_braces_;
      return take_text(2);
    }
    if (is_at("}}")) {
      slips_.tell(at_, 2, say("these braces close nothing"), say("write two in front of the address too, or \\}}}}"));
      return take_text(2);
    }
    if (is_at("{{")) return take_figure();
    take_text(1);
  }

  void take_figure() {
    const std::size_t begin = at_ + 2;
    const std::optional<std::size_t> close = find_braces(text_, begin);
    if (!close || text_[*close] == '{') {
      slips_.tell(at_, 2, say("these braces are not closed"),
                  say("write the address and two braces on the same line: {{{{totaal/saldo/2026}}}}; or \\{{{{"));
      return take_text(2);
    }
    const std::string_view written = text_.substr(begin, *close - begin);
    const std::string_view address = trimmed(written);
    if (address.empty())
      slips_.tell(at_, written.size() + 4, say("no address stands between these braces"),
                  say("write the one of a figure: {{{{totaal/saldo/2026}}}}; or \\{{{{"));
    TextFigure figure{std::string(address)};
    const std::size_t before = address.empty() ? 0 : written.find(address);
    figure.place = slips_.place(begin + before, address.size());
    pieces_.add_figure(std::move(figure));
    at_ = *close + 2;
  }

  void take_bracket() {
    if (is_at("![") || is_at("[")) {
      const std::size_t size = is_at("![") ? 2 : 1;
      pieces_.open_bracket(text_.substr(at_, size));
      at_ += size;
      return;
    }
    const std::optional<std::string_view> open = pieces_.innermost_bracket();
    if (text_[at_] == '!' || !open) return take_text(1);
    if (is_at("](")) return take_link(*open);
    pieces_.drop_bracket();
    take_text(1);
  }

  void take_link(std::string_view open) {
    const std::optional<std::size_t> close = closings_.of_link(at_ + 1);
    if (!close) {
      slips_.tell(at_, 2, say("this link is not closed"),
                  say("write it whole on one line: [words](https://…), or \\[ for a bracket"));
      pieces_.drop_bracket();
      return take_text(2);
    }
    const std::string_view target = text_.substr(at_ + 2, *close - at_ - 2);
    if (open == "![" || !leads_somewhere(target)) tell_target(open, target, at_ + 2, slips_);
    pieces_.close_link(std::string(target));
    at_ = *close + 1;
  }

  const std::string_view text_;
  std::size_t at_;
  const std::size_t begin_;
  TextSlips& slips_;
  const Closings closings_;
  TextPieces pieces_;
  std::size_t literal_braces_ = 0;  // \\{{ whose }} is still to come
};

}  // namespace

TextSpans read_spans(std::string_view text, TextRange range, TextSlips& slips) {
  return SpanReader(text, range, slips).read();
}

}  // namespace saldo
