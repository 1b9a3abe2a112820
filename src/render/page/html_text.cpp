#include "render/page/html_text.h"

#include <fmt/format.h>

#include <algorithm>

#include "base/page/minus.h"
#include "base/text.h"
#include "render/grid.h"
#include "render/printable.h"

namespace saldo {

namespace {

bool is_plain(char c) { return c >= ' ' && c < 0x7F && c != '<' && c != '>' && c != '&' && c != '"' && c != '\''; }

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
  if (std::all_of(text.begin(), text.end(), is_plain)) {
    out += text;
    return;
  }
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
