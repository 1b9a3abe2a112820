#include "render/page/html_text.h"

#include <fmt/format.h>

#include <array>
#include <cstdint>

#include "base/page/minus.h"
#include "base/text.h"
#include "render/grid.h"
#include "render/printable.h"

namespace saldo {

namespace {

// Of a byte: whether it can stand on a page as it is.
enum class Byte : std::uint8_t { plain, markup, latin, other };  // latin: with the byte after it é, × and the like

constexpr std::array<Byte, 256> kind_of_byte = [] {
  std::array<Byte, 256> all{};
  all.fill(Byte::other);
  for (std::size_t c = ' '; c < 0x7F; ++c) all[c] = Byte::plain;
  for (const char c : std::string_view("<>&\"'")) all[static_cast<unsigned char>(c)] = Byte::markup;
  all[0xC3] = Byte::latin;
  return all;
}();

Byte byte_at(std::string_view text, std::size_t at) { return kind_of_byte[static_cast<unsigned char>(text[at])]; }

bool goes_on(std::string_view text, std::size_t at) {
  return at < text.size() && (static_cast<unsigned char>(text[at]) & 0xC0) == 0x80;
}

std::string_view entity_of(char c) {
  switch (c) {
    case '<': return "&lt;";
    case '>': return "&gt;";
    case '&': return "&amp;";
    case '"': return "&quot;";
    default: return "&#39;";
  }
}

// Nearly all text goes out as it is read, in one go; false where it has to be looked at character by character.
bool add_as_read(std::string& out, std::string_view text) {
  std::size_t written = 0;
  for (std::size_t i = 0; i < text.size(); ++i) {
    switch (byte_at(text, i)) {
      case Byte::plain: continue;
      case Byte::latin:
        if (!goes_on(text, ++i)) return false;
        continue;
      case Byte::other: return false;
      case Byte::markup: break;
    }
    out.append(text, written, i - written).append(entity_of(text[i]));
    written = i + 1;
  }
  out.append(text, written);
  return true;
}

bool is_letter(char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); }

void add_link(std::string& out, std::string_view link) {
  out += "<a href=\"";
  if (link.starts_with('#')) out += '#' + anchor_of(link.substr(1));
  else add_escaped(out, link);
  out += "\">";
}

// The words of one span, or its figure.
void add_content(std::string& out, const TextSpan& span, const Style& style) {
  if (!span.figure) return add_escaped(out, span.text);
  const TextFigure& figure = *span.figure;
  const auto* amount = std::get_if<Amount>(&figure.cell);
  add_figure(out, amount != nullptr ? figure_cell(*amount, figure.sense, style).text : dress(figure.cell, style));
}

}  // namespace

void add_escaped(std::string& out, std::string_view text) {
  const std::size_t before = out.size();
  if (add_as_read(out, text)) return;
  out.resize(before);
  for (const char c : xml_text(printable(text))) {
    if (c == '\'') out += "&#39;";
    else out += c;
  }
}

std::string escaped_html(std::string_view text) {
  std::string out;
  add_escaped(out, text);
  return out;
}

void add_figure(std::string& out, std::string_view dressed) {
  if (dressed == "PM") {
    out += "<abbr title=\"pro memorie\">PM</abbr>";
  } else if (dressed == "-") {
    out += "\u2013";
  } else if (dressed.starts_with('-')) {
    out += minus_sign;
    add_escaped(out, dressed.substr(1));
  } else {
    add_escaped(out, dressed);  // a column of figures may have a text in it
  }
}

std::string anchor_of(std::string_view text) {
  std::string anchor = "w-";
  for (const char c : text) {
    if (is_letter(c) || is_digit(c)) anchor += c;
    else if (c == '.') anchor += '_';
    else if (c == '/') anchor += "--";
    else if (c == '-') anchor += "-m";
    else anchor += fmt::format("-{:02X}", static_cast<unsigned char>(c));
  }
  return anchor;
}

void add_spans(std::string& out, const TextSpans& spans, const Style& style) {
  for (const TextSpan& span : spans) {
    if (!span.link.empty()) add_link(out, span.link);
    if (span.bold) out += "<strong>";
    if (span.italic) out += "<em>";
    if (span.code) out += "<code>";
    add_content(out, span, style);
    if (span.code) out += "</code>";
    if (span.italic) out += "</em>";
    if (span.bold) out += "</strong>";
    if (!span.link.empty()) out += "</a>";
  }
}

}  // namespace saldo
