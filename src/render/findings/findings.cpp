#include "render/findings/findings.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <string_view>
#include <vector>

#include "base/finding/written_place.h"
#include "base/text.h"
#include "render/colour.h"
#include "render/printable.h"

namespace saldo {

namespace {

constexpr std::size_t gutter_digits = 5;
constexpr std::size_t narrowest_excerpt = 20;
constexpr std::size_t note_indent = 3;

std::string_view colour_of(Severity severity) {
  switch (severity) {
    case Severity::note: return ansi::cyan;
    case Severity::warning: return ansi::yellow;
    case Severity::error: break;
  }
  return ansi::red;
}

// One code point of a shown line.
struct Glyph {
  std::string_view text;
  std::size_t width = 0;
};

using Glyphs = std::vector<Glyph>;

struct Span {
  std::size_t first = 0;
  std::size_t last = 0;  // one past the end
};

Glyphs glyphs(std::string_view line) {
  Glyphs out;
  for (const std::string_view point : code_points(line)) out.push_back({point, display_width(point)});
  return out;
}

bool is_plain_text(std::string_view text) {
  return std::all_of(text.begin(), text.end(), [](char c) { return c >= ' ' && c <= '~'; });
}

std::size_t width(const Glyphs& line, Span span) {
  std::size_t total = 0;
  for (std::size_t i = span.first; i < span.last; ++i) total += line[i].width;
  return total;
}

// Never beyond the line; empty at its very end, where something is missing.
Span marked(std::size_t line, const Place& place, std::uint32_t first_column) {
  const std::size_t first = std::min<std::size_t>(place.column - std::min(place.column, first_column), line);
  return {first, std::min<std::size_t>(first + place.length, line)};
}

// The part of the line that fits in `room`: the marked part, and around it as much as there is place for.
Span visible(const Glyphs& line, Span mark, std::size_t room) {
  const std::size_t needed = width(line, {0, line.size()}) + (mark.first == line.size() ? 1 : 0);
  if (needed <= room) return {0, line.size()};
  const std::size_t full = room - 2;  // an ellipsis on either side
  Span span{mark.first, mark.first};
  std::size_t used = 0;
  const auto take_right = [&](std::size_t end) {
    for (; span.last < end && used + line[span.last].width <= full; ++span.last) used += line[span.last].width;
  };
  const auto take_left = [&](std::size_t limit) {
    for (; span.first > 0 && used + line[span.first - 1].width <= limit; --span.first)
      used += line[span.first - 1].width;
  };
  take_right(mark.last);
  take_left(used + (full - used) / 2);
  take_right(line.size());
  take_left(full);
  return span;
}

std::string without_trailing_spaces(std::string line) {
  line.erase(line.find_last_not_of(' ') + 1);
  return line;
}

// The columns left of the line itself, and those for it.
std::size_t gutter_of(const Place& place) { return std::max(gutter_digits, std::to_string(place.line).size()) + 3; }

std::size_t room_beside(std::size_t gutter, const Style& style) {
  return std::max(style.width, gutter + narrowest_excerpt) - gutter;
}

// A line as it is shown, and where the marked part stands in that.
struct Shown {
  std::string text;
  std::size_t before = 0;  // columns
  std::size_t carets = 1;
};

// What nearly every line is: as many columns as bytes, all of which there is room for.
std::optional<Shown> shown_whole(const LinePart& source, const std::string& text, const Place& place,
                                 std::size_t room) {
  if (source.first > 1 || !source.ends || text.size() >= room || !is_plain_text(text)) return std::nullopt;
  const Span mark = place.column == 0 ? Span{} : marked(text.size(), place, source.first);
  return Shown{text, mark.first, std::max<std::size_t>(1, mark.last - mark.first)};
}

Shown shown_in_part(const LinePart& source, const std::string& text, const Place& place, std::size_t room) {
  const Glyphs line = glyphs(text);
  const Span mark = place.column == 0 ? Span{} : marked(line.size(), place, source.first);
  const Span span = visible(line, mark, room);
  const bool cut_before = span.first > 0 || source.first > 1;
  Shown shown{cut_before ? "…" : "", (cut_before ? 1 : 0) + width(line, {span.first, mark.first}),
              std::max<std::size_t>(1, width(line, {mark.first, std::min(mark.last, span.last)}))};
  for (std::size_t i = span.first; i < span.last; ++i) shown.text += line[i].text;
  if (span.last < line.size() || !source.ends) shown.text += "…";
  return shown;
}

std::string excerpt(const LinePart& source, const Place& place, const Style& style) {
  const std::string text = printable(source.text);
  const std::size_t gutter = gutter_of(place), room = room_beside(gutter, style);
  std::optional<Shown> shown = shown_whole(source, text, place, room);
  if (!shown) shown = shown_in_part(source, text, place, room);
  std::string out = without_trailing_spaces(pad_left(std::to_string(place.line) + " | ", gutter) + shown->text) + '\n';
  if (place.column == 0) return out;
  return out + pad_left(" | ", gutter) + std::string(shown->before, ' ') +
         ansi::painted(std::string(shown->carets, '^'), style.colour ? ansi::green : "") + '\n';
}

// projecten/3.5.toml:31:18, or as much of it as is known.
std::string place_text(const Place& place, const FileNames& files) {
  return printable(files.name(place.file)) + behind_file(place);
}

// What a line is made of, with the colours of each part.
struct Piece {
  std::string text;
  std::string codes = {};
  bool whole = false;  // never broken
};

// One line, broken at spaces where somebody reads it on a terminal; what goes on stands under the excerpt. A word that is
// longer than a line stays whole, as it may be the name of a file.
std::string flowed(const std::vector<Piece>& pieces, std::size_t indent, const Style& style) {
  constexpr std::size_t hang = gutter_digits + 3;
  std::string out(indent, ' ');
  std::size_t used = indent;
  bool first = true;
  const auto add = [&](std::string_view word, std::string_view codes) {
    const std::size_t own = style.wraps ? display_width(word) : 0;
    if (style.wraps && used > hang && used + 1 + own > style.width) {
      out += '\n' + std::string(hang, ' ');
      used = hang;
    } else if (!first) {
      out += ' ';
      ++used;
    }
    first = false;
    if (codes.empty()) out += word;
    else out += ansi::painted(word, codes);
    used += own;
  };
  for (const Piece& piece : pieces) {
    if (piece.text.empty()) continue;
    std::string_view rest = piece.text;
    const bool in_words = !piece.whole && (style.wraps || !piece.codes.empty());
    for (std::size_t space = rest.find(' '); in_words && space != rest.npos; space = rest.find(' ')) {
      add(rest.substr(0, space), piece.codes);
      rest.remove_prefix(space + 1);
    }
    add(rest, piece.codes);
  }
  return out + '\n';
}

std::string heading(const Diagnostic& finding, const FileNames& files, const Style& style) {
  const RuleInfo& rule = info(finding.rule);
  const std::string place = place_text(finding.place, files);
  const std::string codes = style.colour ? std::string(ansi::bold) + std::string(colour_of(finding.severity)) : "";
  return flowed({{place.empty() ? "" : place + ":", "", true},
                 {fmt::format("{}:", translated(to_text(finding.severity), style.language)), codes},
                 {printable(to_text(finding.message, style.language))},
                 {fmt::format("[{}]", rule.id), style.colour ? std::string(ansi::dim) : ""}},
                0, style);
}

std::string related_line(const Related& related, const FileNames& files, const Style& style) {
  const std::string message = printable(to_text(related.message, style.language));
  const std::string place = place_text(related.place, files);
  return flowed({{fmt::format("{}:", translated("note", style.language))},
                 {message + (message.empty() || place.empty() ? "" : ",")},
                 {place, "", true}},
                note_indent, style);
}

std::string finding_text(const Diagnostic& finding, const FileNames& files, const Style& style) {
  std::string out = heading(finding, files, style);
  if (finding.place.line > 0 && !is_cell(finding.place))
    if (const auto line = files.line(finding.place, room_beside(gutter_of(finding.place), style)))
      out += excerpt(*line, finding.place, style);
  for (const Related& related : finding.related) out += related_line(related, files, style);
  if (!finding.help.pattern.empty())
    out += flowed(
        {{fmt::format("{}:", translated("help", style.language))}, {printable(to_text(finding.help, style.language))}},
        note_indent, style);
  return out;
}

}  // namespace

void write_findings(std::span<const Diagnostic> findings, const FileNames& files, const Style& style, TextOut& out) {
  for (std::size_t i = 0; i < findings.size() && out.is_wanted(); ++i) out += finding_text(findings[i], files, style);
}

std::string render_findings(std::span<const Diagnostic> findings, const FileNames& files, const Style& style) {
  return made_text([&](TextOut& out) { write_findings(findings, files, style, out); });
}

}  // namespace saldo
