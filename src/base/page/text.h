// What a person wrote beside the tables and pictures of a page: headings, paragraphs and lists, made of spans. A figure in
// a sentence is an address, as `saldo why` takes it, with the exact amount that stands there: a renderer dresses it in the
// unit and the notation of the page.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <variant>
#include <vector>

#include "base/finding/place.h"
#include "base/table.h"

namespace saldo {

// "{{totaal/eindsaldo/2028}}". Who reads a text knows the address as it was written and its place; who fills in figures
// writes the address in full ("3.18/12/lasten/2026") and gives the cell, which is Blank until then. PM and absent stay
// what they are: people read "PM" and "-".
struct TextFigure {
  std::string address;
  Cell cell = Blank();
  Sense sense = Sense::other;
  Place place = {};  // of the address, between its braces
};

// Text that looks the same all along. Characters that mean something to HTML or Markdown stand in it as they are.
struct TextSpan {
  std::string text;  // UTF-8 without control characters; empty where there is a figure
  bool bold = false;
  bool italic = false;
  bool code = false;
  std::string link = {};  // http://…, https://…, mailto:… or #anchor; empty: it leads nowhere
  std::optional<TextFigure> figure = {};
};

using TextSpans = std::vector<TextSpan>;

// Levels count from 1 in each text, at most max_text_level, and none is skipped on the way down.
struct TextHeading {
  std::size_t level = 1;
  TextSpans text;
};
inline constexpr std::size_t max_text_level = 4;

struct TextParagraph {
  TextSpans text;
};

struct TextItem;

struct TextList {
  bool ordered = false;
  std::size_t first = 1;  // the number of its first item, where it is ordered
  std::vector<TextItem> items;
};

// The lists under an item have no lists under theirs.
struct TextItem {
  TextSpans text;
  std::vector<TextList> below;
};

using TextBlock = std::variant<TextHeading, TextParagraph, TextList>;
using TextBlocks = std::vector<TextBlock>;

template <class Visit>
void for_each_span(TextList& list, const Visit& visit) {
  for (TextItem& item : list.items) {
    for (TextSpan& span : item.text) visit(span);
    for (TextList& below : item.below) for_each_span(below, visit);
  }
}

// Every span of a text, in the order in which it is read.
template <class Visit>
void for_each_span(TextBlocks& blocks, const Visit& visit) {
  for (TextBlock& block : blocks) {
    if (auto* list = std::get_if<TextList>(&block)) {
      for_each_span(*list, visit);
      continue;
    }
    auto* heading = std::get_if<TextHeading>(&block);
    for (TextSpan& span : heading != nullptr ? heading->text : std::get<TextParagraph>(block).text) visit(span);
  }
}

}  // namespace saldo
