#include "intake/decode.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cstdint>

#include "base/say.h"
#include "base/text.h"

namespace saldo {

namespace {

constexpr std::string_view bom_of_utf8 = "\xEF\xBB\xBF";

// What a file is by its first bytes, when it is no text.
struct Signature {
  std::string_view bytes;
  std::string_view what;
};
constexpr Signature signatures[] = {
    {"PK\x03\x04", marked("a workbook (.xlsx or .ods), or another zip file")},
    {"\xD0\xCF\x11\xE0", marked("an old or protected workbook (.xls)")},
    {"%PDF", marked("a PDF")},
    {"\x1F\x8B", marked("a compressed file (.gz)")},
};

// Of windows-1252, what 0x80 to 0x9F stand for; 0: nothing.
constexpr std::array<std::uint16_t, 32> high_letters = {0x20AC, 0,      0x201A, 0x0192, 0x201E, 0x2026, 0x2020, 0x2021,
                                                        0x02C6, 0x2030, 0x0160, 0x2039, 0x0152, 0,      0x017D, 0,
                                                        0,      0x2018, 0x2019, 0x201C, 0x201D, 0x2022, 0x2013, 0x2014,
                                                        0x02DC, 0x2122, 0x0161, 0x203A, 0x0153, 0,      0x017E, 0x0178};

std::uint16_t letter_of(unsigned char byte) { return byte < 0x80 || byte > 0x9F ? byte : high_letters[byte - 0x80]; }

// Columns are counted in bytes where the line cannot be read as UTF-8.
Place place_of_byte(FileId file, std::string_view bytes, std::size_t offset) {
  const std::string_view before = bytes.substr(0, offset);
  const std::size_t start = before.rfind('\n') + 1;  // npos + 1 is 0
  const std::string_view line = before.substr(start);
  const std::size_t columns = find_invalid_utf8(line) ? line.size() : count_code_points(line);
  return {file, static_cast<std::uint32_t>(1 + std::count(before.begin(), before.end(), '\n')),
          static_cast<std::uint32_t>(columns + 1), 1};
}

std::string byte_name(char byte) { return fmt::format("0x{:02X}", static_cast<unsigned char>(byte)); }

class Decoder {
 public:
  Decoder(FileId file, std::string_view bytes, const Koppeling* koppeling, Findings& findings)
      : file_(file), bytes_(bytes), koppeling_(koppeling), findings_(findings) {}

  std::optional<std::string> decode() {
    if (is_other_file() || is_wide() || has_nul()) return std::nullopt;
    std::optional<std::string> text = declared() == Tekenset::utf_8 ? as_utf8() : as_windows_1252();
    // Only a Mac of the last century ends lines so; all that count lines count \n.
    if (text && text->find('\n') == std::string::npos) std::replace(text->begin(), text->end(), '\r', '\n');
    return text;
  }

 private:
  Tekenset declared() const { return koppeling_ == nullptr ? Tekenset::utf_8 : koppeling_->tekenset; }

  void refuse(Rule rule, Place place, Message message, Message help = {}) {
    findings_.push_back({rule, place, std::move(message), {}, std::move(help)});
  }

  bool is_other_file() {
    for (const Signature& signature : signatures) {
      if (!bytes_.starts_with(signature.bytes)) continue;
      refuse(Rule::bestand, {file_}, say("is {}, and no csv", phrase(signature.what)),
             say("open it, save it as .xlsx, .ods or csv (in Excel \"CSV UTF-8\"), and name that file"));
      return true;
    }
    return false;
  }

  // UTF-16, with or without its mark: of letters as ours every other byte is NUL.
  bool is_wide() {
    const bool marked = bytes_.starts_with("\xFF\xFE") || bytes_.starts_with("\xFE\xFF");
    const std::string_view start = bytes_.substr(0, 256);
    const auto nuls = static_cast<std::size_t>(std::count(start.begin(), start.end(), '\0'));
    if (!marked && (start.size() < 4 || nuls * 3 < start.size())) return false;
    refuse(Rule::utf8, {file_, 1, 1, 1},
           say("this file is UTF-16: it begins with the bytes {} {}", byte_name(bytes_[0]), byte_name(bytes_[1])),
           say("save it as UTF-8 (in Excel \"CSV UTF-8\")"));
    return true;
  }

  bool has_nul() {
    const std::size_t at = bytes_.find('\0');
    if (at == std::string_view::npos) return false;
    refuse(Rule::bestand, place_of_byte(file_, bytes_, at), say("here stands the byte 0x00: this file is no text"),
           say("export it again as csv"));
    return true;
  }

  std::optional<std::string> as_utf8() {
    const std::optional<std::size_t> wrong = find_invalid_utf8(bytes_);
    if (!wrong) return std::string(bytes_.substr(bytes_.starts_with(bom_of_utf8) ? bom_of_utf8.size() : 0));
    const Place place = place_of_byte(file_, bytes_, *wrong);
    const Message what = say("the byte {} is not UTF-8", byte_name(bytes_[*wrong]));
    if (koppeling_ == nullptr) refuse(Rule::utf8, place, what, say("save it as UTF-8 (in Excel \"CSV UTF-8\")"));
    else
      refuse(Rule::utf8, place, what,
             say("write tekenset = \"windows-1252\" in koppeling {}, or save it as UTF-8", koppeling_->naam));
    return std::nullopt;
  }

  std::optional<std::string> as_windows_1252() {
    const auto is_high = [](char c) { return static_cast<unsigned char>(c) >= 0x80; };
    const auto high = std::find_if(bytes_.begin(), bytes_.end(), is_high);
    if (high != bytes_.end() && !find_invalid_utf8(bytes_)) {
      refuse(Rule::utf8, place_of_byte(file_, bytes_, static_cast<std::size_t>(high - bytes_.begin())),
             say("this file is UTF-8, and koppeling {} says windows-1252", koppeling_->naam),
             say("write tekenset = \"utf-8\""));
      return std::nullopt;
    }
    std::string text;
    text.reserve(bytes_.size());
    for (std::size_t i = 0; i < bytes_.size(); ++i) {
      const std::uint16_t letter = letter_of(static_cast<unsigned char>(bytes_[i]));
      if (letter == 0) {
        refuse(Rule::utf8, place_of_byte(file_, bytes_, i),
               say("the byte {} is no letter of windows-1252", byte_name(bytes_[i])));
        return std::nullopt;
      }
      append_utf8(text, letter);
    }
    return text;
  }

  FileId file_;
  std::string_view bytes_;
  const Koppeling* koppeling_;
  Findings& findings_;
};

}  // namespace

void append_utf8(std::string& text, std::uint32_t letter) {
  const auto low = [&text](std::uint32_t bits) { text += static_cast<char>(0x80 | (bits & 0x3F)); };
  if (letter < 0x80) {
    text += static_cast<char>(letter);
  } else if (letter < 0x800) {
    text += static_cast<char>(0xC0 | letter >> 6);
    low(letter);
  } else if (letter < 0x10000) {
    text += static_cast<char>(0xE0 | letter >> 12);
    low(letter >> 6);
    low(letter);
  } else {
    text += static_cast<char>(0xF0 | letter >> 18);
    low(letter >> 12);
    low(letter >> 6);
    low(letter);
  }
}

std::optional<std::string> decode(FileId file, std::string_view bytes, const Koppeling* koppeling, Findings& findings) {
  return Decoder(file, bytes, koppeling, findings).decode();
}

}  // namespace saldo
