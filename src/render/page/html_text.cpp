#include "render/page/html_text.h"

#include <fmt/format.h>

#include <algorithm>

#include "base/text.h"
#include "render/printable.h"

namespace saldo {

namespace {

constexpr std::string_view minus = "\u2212";

bool is_plain(char c) { return c >= ' ' && c < 0x7F && c != '<' && c != '>' && c != '&' && c != '"' && c != '\''; }

bool is_letter(char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); }

std::string_view spelled_out(char c) {
  switch (c) {
    case '<': return "&lt;";
    case '>': return "&gt;";
    case '&': return "&amp;";
    case '"': return "&quot;";
    case '\'': return "&#39;";
    default: return "";
  }
}

void add_link(std::string& out, const Span& span) {
  out += "<a href=\"";
  if (!span.outside) out += '#';
  if (span.outside) add_escaped(out, span.target);
  else out += anchor_of(span.target);
  out += "\">";
}

}  // namespace

void add_escaped(std::string& out, std::string_view text) {
  if (std::all_of(text.begin(), text.end(), is_plain)) {
    out += text;
    return;
  }
  for (const char c : printable(text)) {
    const std::string_view spelled = spelled_out(c);
    if (spelled.empty()) out += c;
    else out += spelled;
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
    out += minus;
    out += dressed.substr(1);
  } else {
    out += dressed;
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

void add_spans(std::string& out, const Spans& spans, const Style& style) {
  for (const Span& span : spans) {
    if (!span.target.empty()) add_link(out, span);
    if (span.strong) out += "<strong>";
    if (const auto* text = std::get_if<std::string>(&span.content)) add_escaped(out, *text);
    else add_figure(out, dress(std::get<Amount>(span.content), style));
    if (span.strong) out += "</strong>";
    if (!span.target.empty()) out += "</a>";
  }
}

}  // namespace saldo
