// A catalogue as gettext's msgfmt compiles it (a .mo file): sorted, so that a sentence is found without reading the others.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string_view>

namespace saldo {

class Catalogue {
 public:
  // Views of `mo`, which is little-endian; it is a bug if it is no catalogue.
  explicit Catalogue(std::string_view mo);

  std::size_t size() const { return size_; }  // with the head of the file, whose original is ""
  std::string_view original(std::size_t i) const { return string_at(originals_ + 8 * i); }
  std::string_view translation(std::size_t i) const { return string_at(translations_ + 8 * i); }

  // A sentence with a context is looked up as CONTEXT, the byte 4, and the sentence.
  std::optional<std::string_view> find(std::string_view original) const;

 private:
  std::uint32_t number_at(std::size_t at) const;
  std::string_view string_at(std::size_t at) const;  // which is described there: length and place

  std::string_view mo_;
  std::size_t size_, originals_, translations_;
};

// What stands in this binary.
const Catalogue& dutch_catalogue();

}  // namespace saldo
