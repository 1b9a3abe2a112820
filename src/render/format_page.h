// A format as a page for people, in Markdown: every key of every table, with its type, unit, what holds without it, an
// example, what it is for and where it counts.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "base/shape.h"

namespace saldo {

// A kind of table of a format: told once, however often it can stand somewhere.
struct FormatSection {
  std::string_view name;         // "[[project]]", or "afronding" where it stands in another
  std::string_view inside;       // the one with brackets an example of its keys stands in: itself, or what holds it
  std::string_view description;  // of the first key that takes it
  const Shape* table;
};

// In the order in which they are met, the file itself first.
std::vector<FormatSection> sections_of(const Shape& format);

// The keys that are told under a heading: those of a [[wijziging]] that belong to what it changes stand with that.
std::vector<const Shape*> keys_of(const FormatSection& section);

// The sections, without a title.
std::string render_format_page(const Shape& format);

}  // namespace saldo
