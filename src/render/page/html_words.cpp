#include "render/page/html_words.h"

#include <fmt/format.h>

#include <algorithm>

#include "render/page/html_text.h"

namespace saldo {

namespace {

constexpr std::size_t levels_above = 2;  // the title and the section

void add_list(std::string& out, const TextList& list, const Style& style) {
  const std::string_view tag = list.ordered ? "ol" : "ul";
  out += fmt::format("<{}", tag);
  if (list.ordered && list.first != 1) out += fmt::format(" start=\"{}\"", list.first);
  out += ">\n";
  for (const TextItem& item : list.items) {
    out += "<li>";
    add_spans(out, item.text, style);
    for (const TextList& below : item.below) add_list(out, below, style);
    out += "</li>\n";
  }
  out += fmt::format("</{}>\n", tag);
}

void add_block(std::string& out, const TextHeading& heading, const Style& style) {
  const std::size_t level = std::min<std::size_t>(heading.level + levels_above, 6);
  out += fmt::format("<h{}>", level);
  add_spans(out, heading.text, style);
  out += fmt::format("</h{}>\n", level);
}

void add_block(std::string& out, const TextParagraph& paragraph, const Style& style) {
  out += "<p>";
  add_spans(out, paragraph.text, style);
  out += "</p>\n";
}

void add_block(std::string& out, const TextList& list, const Style& style) { add_list(out, list, style); }

}  // namespace

void add_words(std::string& out, const TextBlocks& blocks, const Style& style) {
  for (const TextBlock& block : blocks) std::visit([&](const auto& one) { add_block(out, one, style); }, block);
}

}  // namespace saldo
