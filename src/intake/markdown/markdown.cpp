#include "intake/markdown/markdown.h"

#include <algorithm>
#include <optional>

#include "base/say.h"
#include "base/text.h"
#include "intake/markdown/slips.h"
#include "intake/markdown/spans.h"

namespace saldo {

namespace {

constexpr std::string_view byte_order_mark = "\uFEFF";
constexpr std::size_t tab = 4;

// A line without its end: how far it is indented, and where the rest of it is.
struct TextLine {
  std::size_t indent = 0;
  std::size_t begin = 0;
  std::string_view rest;
};

bool is_blank(char c) { return c == ' ' || c == '\t' || c == '\r'; }

std::string_view without_end(std::string_view line) {
  while (!line.empty() && is_blank(line.back())) line.remove_suffix(1);
  return line;
}

TextLine line_at(std::string_view text, std::size_t begin, std::size_t end) {
  TextLine line{0, begin, {}};
  for (; line.begin < end && is_blank(text[line.begin]); ++line.begin)
    line.indent += text[line.begin] == '\t' ? tab : 1;
  line.rest = without_end(text.substr(line.begin, end - line.begin));
  return line;
}

std::size_t count_front(std::string_view text, char sign) {
  return std::min(text.find_first_not_of(sign), text.size());
}

// "- ", "12. ": how long it is, and what list it makes. A year with a point is no number of an item.
struct ListMark {
  std::size_t size = 0;
  bool ordered = false;
  std::size_t number = 1;
};

std::optional<ListMark> find_mark(std::string_view line) {
  constexpr std::size_t most_digits = 3;
  const auto ends = [&](std::size_t at) { return at == line.size() || line[at] == ' ' || line[at] == '\t'; };
  if (std::string_view("-*+").find(line.front()) != std::string_view::npos && ends(1)) return ListMark{1};
  std::size_t digits = 0, number = 0;
  while (digits < std::min(line.size(), most_digits + 1) && is_digit(line[digits]))
    number = number * 10 + static_cast<std::size_t>(line[digits++] - '0');
  if (digits == 0 || digits > most_digits || digits == line.size()) return std::nullopt;
  if ((line[digits] != '.' && line[digits] != ')') || !ends(digits + 1)) return std::nullopt;
  return ListMark{digits + 1, true, number};
}

// ---, ***, - - - and ===: a line across, or a heading above it.
bool is_drawn(std::string_view line) {
  if (std::string_view("-*_=").find(line.front()) == std::string_view::npos) return false;
  std::size_t signs = 0;
  for (const char c : line) {
    if (c != line.front() && !is_blank(c)) return false;
    signs += c == line.front() ? 1 : 0;
  }
  return signs >= 3;
}

bool is_fence(std::string_view line) { return line.starts_with("```") || line.starts_with("~~~"); }

// Where the words of a heading end: without the signs that some write behind it too.
std::size_t heading_end(const TextLine& line, std::size_t begin) {
  const std::string_view words = line.rest.substr(begin);
  const std::size_t last = words.find_last_not_of('#');
  if (last == words.npos) return line.begin + begin;
  const bool closed = last + 1 < words.size() && is_blank(words[last]);
  return line.begin + begin + (closed ? without_end(words.substr(0, last + 1)).size() : words.size());
}

class BlockReader {
 public:
  BlockReader(std::string_view text, TextSlips& slips) : text_(text), slips_(slips) {}

  TextBlocks read() {
    for (std::size_t begin = 0; begin < text_.size();) {
      const std::size_t end = std::min(text_.find('\n', begin), text_.size());
      take(line_at(text_, begin, end));
      begin = end + 1;
    }
    close();
    return std::move(blocks_);
  }

 private:
  // What the lines that follow go on with.
  enum class Going { nothing, paragraph, item };

  void take(const TextLine& line) {
    if (line.rest.empty()) return close();
    if (is_fence(line.rest) || in_fence_) return take_fence(line);
    if (is_drawn(line.rest)) return take_drawn(line);
    if (take_heading(line) || take_item(line)) return;
    if (going_ == Going::nothing) {
      refuse_start(line);
      list_open_ = false;
      going_ = Going::paragraph;
      range_.begin = line.begin;
    }
    range_.end = end_of(line);
  }

  std::size_t end_of(const TextLine& line) const { return line.begin + line.rest.size(); }

  // Told once for the whole block.
  void take_fence(const TextLine& line) {
    if (!is_fence(line.rest)) return;
    if (!in_fence_)
      slips_.tell(line.begin, 3, say("a block of code is not taken over"),
                  say("write `code` in a sentence, or leave these signs out"));
    in_fence_ = !in_fence_;
    close();
  }

  void take_drawn(const TextLine& line) {
    slips_.tell(line.begin, count_code_points(line.rest), say("a line across the page is not taken over"),
                say("leave it out; a heading has # in front of it"));
    close();
  }

  // What looks like something else in another Markdown, and would be shown as it is here.
  void refuse_start(const TextLine& line) {
    if (line.rest.front() == '|')
      slips_.tell(line.begin, 1, say("a table is not taken over from a text"),
                  say("the tables of a report are made of the figures of the plan; write \\| for the sign itself"));
    if (line.rest.front() == '>')
      slips_.tell(line.begin, 1, say("a quotation is not taken over from a text"),
                  say("leave the sign out, or write \\> for the sign itself"));
  }

  bool take_heading(const TextLine& line) {
    const std::size_t signs = count_front(line.rest, '#');
    if (signs == 0 || signs > 6) return false;
    if (signs < line.rest.size() && !is_blank(line.rest[signs])) return false;
    close();
    list_open_ = false;
    std::size_t begin = signs;
    while (begin < line.rest.size() && is_blank(line.rest[begin])) ++begin;
    TextHeading heading{level_of(signs), read_spans(text_, {line.begin + begin, heading_end(line, begin)}, slips_)};
    if (heading.text.empty()) slips_.tell(line.begin, signs, say("nothing stands in this heading"));
    if (heading.level > max_text_level)
      slips_.tell(line.begin, signs, say("headings go no deeper than {} levels", max_text_level));
    blocks_.emplace_back(std::move(heading));
    return true;
  }

  // A text may begin with ## or go from # to ###: here each is one below the one it stands under.
  std::size_t level_of(std::size_t signs) {
    while (!headings_.empty() && headings_.back() >= signs) headings_.pop_back();
    headings_.push_back(signs);
    return headings_.size();
  }

  TextList& top_list() { return std::get<TextList>(blocks_.back()); }

  // In the middle of a paragraph a line may happen to begin with a number: only a 1 begins a list there.
  bool goes_on(const ListMark& mark) const { return going_ == Going::paragraph && mark.ordered && mark.number != 1; }

  bool take_item(const TextLine& line) {
    const std::optional<ListMark> mark = find_mark(line.rest);
    if (!mark || goes_on(*mark)) return false;
    close();
    const bool is_below = list_open_ && line.indent >= top_indent_ + 2;
    if (is_below && nested_indent_ && line.indent >= *nested_indent_ + 2)
      slips_.tell(line.begin, mark->size, say("a list goes no deeper than two levels"),
                  say("write it as a list of its own, or with less in front of it"));
    if (!is_below) add_item(line, *mark);
    else add_item_below(line, *mark);
    std::size_t begin = mark->size;
    while (begin < line.rest.size() && is_blank(line.rest[begin])) ++begin;
    going_ = Going::item;
    range_ = {line.begin + begin, end_of(line)};
    return true;
  }

  void add_item(const TextLine& line, const ListMark& mark) {
    if (!list_open_ || top_list().ordered != mark.ordered) {
      blocks_.emplace_back(TextList{mark.ordered, mark.number, {}});
      top_indent_ = line.indent;
    }
    list_open_ = true;
    nested_indent_.reset();
    top_list().items.emplace_back();
  }

  void add_item_below(const TextLine& line, const ListMark& mark) {
    std::vector<TextList>& below = top_list().items.back().below;
    if (!nested_indent_) nested_indent_ = line.indent;
    if (below.empty() || below.back().ordered != mark.ordered) below.push_back({mark.ordered, mark.number, {}});
    below.back().items.emplace_back();
  }

  void close() {
    const Going going = std::exchange(going_, Going::nothing);
    if (going == Going::nothing) return;
    TextSpans spans = read_spans(text_, range_, slips_);
    if (going == Going::paragraph) {
      blocks_.emplace_back(TextParagraph{std::move(spans)});
      return;
    }
    TextItem& item = top_list().items.back();
    (item.below.empty() ? item : item.below.back().items.back()).text = std::move(spans);
  }

  const std::string_view text_;
  TextSlips& slips_;
  TextBlocks blocks_;
  std::vector<std::size_t> headings_;  // the signs of those above, as they were written
  Going going_ = Going::nothing;
  TextRange range_;  // of what goes on
  bool list_open_ = false;
  std::size_t top_indent_ = 0;
  std::optional<std::size_t> nested_indent_;
  bool in_fence_ = false;
};

// One of each line: the next is often the same.
void refuse_signs(std::string_view text, TextSlips& slips) {
  for (std::size_t begin = 0; begin < text.size();) {
    const std::size_t end = std::min(text.find('\n', begin), text.size());
    std::string_view rest = text.substr(begin, end - begin);
    if (rest.ends_with('\r')) rest.remove_suffix(1);
    while (!rest.empty()) {
      const std::string_view part = rest.substr(0, rest.find('\t'));
      const auto begin_of_part = static_cast<std::size_t>(part.data() - text.data());
      if (const std::optional<std::size_t> at = find_deceptive_character(part)) {
        slips.tell(begin_of_part + *at, 1, say("in this text stands a mark that nobody sees"),
                   say("take it out, or type the text again"));
        break;
      }
      if (const std::optional<std::size_t> at = find_job_command(part)) {
        slips.tell(
            begin_of_part + *at, 2,
            say("this text holds a command to a server that runs jobs, which would carry it out wherever it is shown"),
            say("take out one of its two #"));
        break;
      }
      rest.remove_prefix(std::min(part.size() + 1, rest.size()));
    }
    begin = end + 1;
  }
}

}  // namespace

TextBlocks read_markdown(FileId file, std::string_view text, Findings& findings) {
  if (text.starts_with(byte_order_mark)) text.remove_prefix(byte_order_mark.size());
  if (text.size() > max_text_bytes) {
    findings.push_back(
        {Rule::rapport_tekst, {file}, say("is larger than {} MiB", std::to_string(max_text_bytes >> 20))});
    return {};
  }
  const std::optional<std::size_t> invalid = find_invalid_utf8(text);
  TextSlips slips(file, text.substr(0, invalid.value_or(text.size())), findings);
  if (invalid) {
    slips.tell(*invalid, 1, say("this byte is not UTF-8"), say("save the file as UTF-8"), Rule::utf8);
    return {};
  }
  // Beyond this fence every byte belongs to a code point.
  refuse_signs(text, slips);
  return BlockReader(text, slips).read();
}

}  // namespace saldo
