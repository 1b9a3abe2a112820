// The languages saldo speaks. English is what stands in the source; the Dutch of it is in po/nl.po, which gettext's tools
// check and compile, and which is part of the binary.
#pragma once

#include <string_view>

namespace saldo {

enum class Language { en, nl };

// `english` in that language; itself where po/nl.po does not have it. A context tells two sentences apart that are the
// same in English.
std::string_view translated(std::string_view english, Language language);
std::string_view translated(std::string_view context, std::string_view english, Language language);

// A sentence of ours that is translated where it is shown, not where it stands: only `marked` makes one, and by that word
// scripts/po finds it.
class Marked {
 public:
  constexpr Marked() = default;  // nothing is said
  constexpr operator std::string_view() const { return english_; }
  constexpr bool empty() const { return english_.empty(); }

 private:
  friend constexpr Marked marked(std::string_view english);
  constexpr explicit Marked(std::string_view english) : english_(english) {}
  std::string_view english_;
};

constexpr Marked marked(std::string_view english) { return Marked(english); }

}  // namespace saldo
