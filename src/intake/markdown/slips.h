// Tells what is wrong in a text by where it stands in the bytes of that text.
#pragma once

#include <cstddef>
#include <string_view>
#include <vector>

#include "base/finding/diagnostic.h"

namespace saldo {

class TextSlips {
 public:
  TextSlips(FileId file, std::string_view text, Findings& findings);

  Place place(std::size_t begin, std::size_t length);
  void tell(std::size_t begin, std::size_t length, Message message, Message help = {}, Rule rule = Rule::rapport_tekst);

 private:
  FileId file_;
  std::string_view text_;
  Findings& findings_;
  std::vector<std::size_t> starts_{0};  // of each line
  // A text is read from front to back, and may be one long line: columns are counted from the last place on.
  std::size_t known_offset_ = 0;
  std::uint32_t known_column_ = 1;
};

}  // namespace saldo
