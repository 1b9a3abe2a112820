#include "intake/overzicht/printed_file.h"

#include <algorithm>
#include <array>
#include <iterator>

#include "base/say.h"
#include "base/text.h"
#include "intake/csv.h"
#include "intake/decode.h"
#include "intake/excel.h"
#include "base/hash/sha256.h"
#include "intake/workbook/workbook.h"

namespace saldo {

namespace {

// The separator that most lines have as many of, and not that of the first line, which may be a title.
char likely_separator(std::string_view text) {
  constexpr std::array<char, 3> marks = {';', ',', '\t'};
  std::array<std::size_t, 3> lines{}, seen{};
  for (std::size_t line = 0; line < 100 && !text.empty(); ++line) {
    const std::string_view one = text.substr(0, text.find('\n'));
    text.remove_prefix(std::min(text.size(), one.size() + 1));
    for (std::size_t at = 0; at < marks.size(); ++at) {
      const auto count = static_cast<std::size_t>(std::count(one.begin(), one.end(), marks[at]));
      if (count > 0 && count == seen[at]) ++lines[at];
      if (count > 0) seen[at] = count;
    }
  }
  // Of a line or two, the one there is most of.
  std::size_t best = 0;
  for (std::size_t at = 1; at < marks.size(); ++at)
    if (lines[at] > lines[best] || (lines[at] == lines[best] && seen[at] > seen[best])) best = at;
  return marks[best];
}

// With its mark; half a letter becomes the mark of an unreadable one.
std::string from_utf16(std::string_view bytes) {
  const bool little = bytes[0] == '\xFF';
  const auto unit = [&](std::size_t at) {
    const auto a = static_cast<unsigned char>(bytes[at]), b = static_cast<unsigned char>(bytes[at + 1]);
    return static_cast<std::uint32_t>(little ? a | b << 8 : a << 8 | b);
  };
  std::string text;
  for (std::size_t at = 2; at + 1 < bytes.size(); at += 2) {
    std::uint32_t letter = unit(at);
    const bool is_first = letter >= 0xD800 && letter < 0xDC00 && at + 3 < bytes.size();
    const std::uint32_t next = is_first ? unit(at + 2) : 0;
    if (next >= 0xDC00 && next < 0xE000) {
      letter = 0x10000 + ((letter - 0xD800) << 10) + (next - 0xDC00);
      at += 2;
    } else if (letter >= 0xD800 && letter < 0xE000) {
      letter = 0xFFFD;
    }
    append_utf8(text, letter);
  }
  return text;
}

bool is_utf16(std::string_view bytes) { return bytes.starts_with("\xFF\xFE") || bytes.starts_with("\xFE\xFF"); }

// The first word with a letter beyond ASCII.
std::string first_high_word(std::string_view text) {
  const auto is_high = [](char c) { return static_cast<unsigned char>(c) >= 0x80; };
  const auto at = std::find_if(text.begin(), text.end(), is_high);
  if (at == text.end()) return "";
  const auto ends = [](char c) {
    return c == ' ' || c == ';' || c == ',' || c == '\n' || c == '\r' || c == '"' || c == '\t';
  };
  auto first = at, last = at;
  while (first != text.begin() && !ends(*std::prev(first))) --first;
  while (last != text.end() && !ends(*last)) ++last;
  return shortened(std::string_view(&*first, static_cast<std::size_t>(last - first)), 40);
}

// Only rows and columns of the range. Cells keep their places.
Sheet within(Sheet whole, const CellRange& range) {
  Sheet part;
  part.file = whole.file;
  part.name = whole.name;
  part.hidden = whole.hidden;
  std::size_t more = 0;
  for (std::size_t row = 0; row < whole.rows(); ++row) {
    const std::span<const SheetCell> cells = whole.row(row);
    const std::uint32_t line = cells.front().line;
    if (line < range.first_row || (range.last_row > 0 && line > range.last_row)) continue;
    const std::size_t before = part.cells.size();
    for (std::size_t at = 0; at < cells.size(); ++at) {
      if (at + 1 < range.first_column || (range.last_column > 0 && at + 1 > range.last_column)) continue;
      const auto number = static_cast<std::size_t>(&cells[at] - whole.cells.data());
      while (more < whole.more.size() && whole.more[more].cell < number) ++more;
      if (cells[at].more && more < whole.more.size())
        part.more.push_back({part.cells.size(), whole.more[more].shown, whole.more[more].formula});
      part.cells.push_back(cells[at]);
    }
    if (part.cells.size() > before) part.row_ends.push_back(part.cells.size());
  }
  part.merged = std::move(whole.merged);
  part.text = std::move(whole.text);
  part.unquoted = std::move(whole.unquoted);
  return part;
}

class FileOpener {
 public:
  FileOpener(const SourceText& source, FileId file, std::vector<std::string>& files, const PrintedFileAsked& asked,
             Findings& findings)
      : source_(source), file_(file), files_(files), asked_(asked), findings_(findings) {}

  std::optional<PrintedFile> open() {
    opened_.sha256 = sha256(source_.text);
    std::optional<Sheet> sheet = is_workbook(source_.text) ? of_workbook() : of_csv();
    for (Diagnostic& finding : found_) {
      const bool letters = finding.rule == Rule::utf8;
      finding.rule = letters ? Rule::import_codering : Rule::import_bestand;
      findings_.push_back(std::move(finding));
    }
    if (!sheet) return std::nullopt;
    if (sheet->rows() == 0) {
      findings_.push_back({Rule::import_bestand, {file_}, say("nothing stands in it"), {}, {}});
      return std::nullopt;
    }
    opened_.sheet = asked_.bereik ? within(std::move(*sheet), *asked_.bereik) : std::move(*sheet);
    if (opened_.sheet.rows() == 0) {
      findings_.push_back({Rule::import_bestand, {file_}, say("nothing stands in that range"), {}, {}});
      return std::nullopt;
    }
    return std::move(opened_);
  }

 private:
  std::optional<Sheet> of_workbook() {
    opened_.codering = source_.text.find("mimetypeapplication/vnd.oasis") != std::string::npos ? "ods" : "xlsx";
    std::optional<std::vector<Sheet>> sheets = read_workbook(source_.text, file_, files_, found_);
    if (!sheets) return std::nullopt;
    const Sheet* chosen = choose_sheet(*sheets, asked_.blad, file_, found_);
    if (chosen == nullptr) {
      found_.back().help = say("say which with --sheet NAME, or its number");
      return std::nullopt;
    }
    return std::move((*sheets)[static_cast<std::size_t>(chosen - sheets->data())]);
  }

  std::optional<Sheet> of_csv() {
    if (!asked_.blad.empty()) {
      found_.push_back({Rule::bestand, {file_}, say("a csv has no sheets"), {}, say("leave --sheet out")});
      return std::nullopt;
    }
    Koppeling letters;
    letters.tekenset = asked_.tekenset.value_or(Tekenset::utf_8);
    std::string wide;
    if (is_utf16(source_.text)) wide = from_utf16(source_.text);
    const std::string_view bytes = wide.empty() ? std::string_view(source_.text) : wide;
    const bool old =
        !asked_.tekenset && wide.empty() && find_invalid_utf8(bytes).has_value() && bytes.find('\0') == bytes.npos;
    if (old) letters.tekenset = Tekenset::windows_1252;
    std::optional<std::string> text = decode(file_, bytes, &letters, found_);
    if (!text) {
      for (Diagnostic& finding : found_)
        finding.help = say("say it with --encoding utf-8 or windows-1252, or save it as UTF-8");
      return std::nullopt;
    }
    opened_.codering = wide.empty() ? std::string(to_text(letters.tekenset)) : "utf-16";
    opened_.witness = first_high_word(*text);
    const bool says_itself = text->starts_with("sep=") || text->starts_with("\"sep=");
    opened_.scheiding = asked_.scheiding ? *asked_.scheiding
                        : says_itself    ? (*text)[text->find('=') + 1]
                                         : likely_separator(*text);
    return read_csv(file_, std::move(*text),
                    says_itself && !asked_.scheiding ? std::nullopt : std::optional<char>(opened_.scheiding), 0,
                    found_);
  }

  const SourceText& source_;
  FileId file_;
  std::vector<std::string>& files_;
  const PrintedFileAsked& asked_;
  Findings& findings_;
  Findings found_;
  PrintedFile opened_;
};

}  // namespace

std::optional<CellRange> read_range(std::string_view text) {
  constexpr std::uint32_t last_line = 9'999'999;  // a csv may have more than a sheet
  const std::size_t colon = text.find(':');
  if (colon == text.npos) return std::nullopt;
  const auto first = read_cell_name(text.substr(0, colon), last_line),
             last = read_cell_name(text.substr(colon + 1), last_line);
  if (!first || !last || last->line < first->line || last->column < first->column) return std::nullopt;
  return CellRange{first->line, last->line, first->column, last->column};
}

std::optional<PrintedFile> open_printed_file(const SourceText& source, FileId file, std::vector<std::string>& files,
                                             const PrintedFileAsked& asked, Findings& findings) {
  return FileOpener(source, file, files, asked, findings).open();
}

}  // namespace saldo
