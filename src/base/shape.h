// What a value in a file may be, told as data: whoever reads a format describes it so, and editors get it as a schema.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace saldo {

enum class ValueKind : std::uint8_t { text, whole, number, flag, list, table };

// What the page about the format says of a key beside its description; in English, as that page is.
struct KeyPage {
  std::string_view absent = {};   // what holds without it
  std::string_view example = {};  // as it stands in its [table]
  std::string_view counts = {};   // where it counts
};

// A value of any of these kinds; what is said of one kind does not bear on the others. As a key of a table it has a name
// and a description too. All views are of literals.
struct Shape {
  std::vector<ValueKind> kinds = {};  // none: of any kind

  std::vector<std::string_view> words = {};  // a text is one of these; none: any text that is not empty
  std::string pattern = {};                  // a text matches this, as ECMAScript writes it; "": any

  std::size_t longest = 0;                   // of a text, in code points; 0: any length

  std::optional<std::int64_t> least = {}, most = {};  // a number, both included
  std::optional<std::int64_t> above = {};             // a number, not included

  std::vector<Shape> elements = {};  // of a list: one, the shape of each; none: anything
  bool filled = false;               // a list that is not empty

  std::vector<Shape> keys = {};      // of a table, by name
  std::vector<Shape> families = {};  // and by a pattern of names, which stands in `key`; all other names are refused
  std::vector<std::string_view> together = {};  // all of these keys, or none
  std::vector<std::string_view> apart = {};     // not all of these keys

  std::vector<Shape> any_of = {};  // instead of all the above: what any of these allows

  std::string_view key = {};
  std::string_view description = {};
  std::string_view dutch = {};  // of the description, where it is in no catalogue
  bool required = false;
  bool settable = false;  // a [[wijziging]] may write it over what there is

  // For people: "amount", "euro", and the heading under which the keys of a table are told.
  std::string_view type = {};
  std::string_view unit = {};
  std::string_view section = {};
  std::string_view called = {};  // a key without a name of its own: "a year"; neighbours called the same are told once
  KeyPage page = {};
};

}  // namespace saldo
