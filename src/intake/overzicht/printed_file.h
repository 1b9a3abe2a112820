// The file of a published table as a sheet: which encoding, separator and sheet, and what part of it. Where nothing says so
// the file itself does, and what decided is told with it.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/finding/diagnostic.h"
#include "intake/sheet.h"
#include "plan/koppeling.h"
#include "plan/load.h"

namespace saldo {

// "A3:J96": rows and columns of a sheet, both included.
struct CellRange {
  std::uint32_t first_row = 1, last_row = 0, first_column = 1, last_column = 0;
};
std::optional<CellRange> read_range(std::string_view text);

struct PrintedFileAsked {
  std::string blad;  // its name or number; "": the only one that is not hidden
  std::optional<CellRange> bereik;
  std::optional<Tekenset> tekenset;
  std::optional<char> scheiding;
};

struct PrintedFile {
  Sheet sheet;
  std::string codering;   // "utf-8", "windows-1252", "utf-16"; of a workbook "xlsx" or "ods"
  std::string witness;    // the word that decided it; "": none had to
  char scheiding = '\0';  // of a csv
  std::string sha256;

  // Of a csv in UTF-8, for whoever shows a line of it; of a workbook "".
  std::string_view text() const { return sheet.text == nullptr ? std::string_view() : *sheet.text; }
};

// `source.text` is the bytes of the file, `file` what findings know it by; of a workbook its sheets come into `files`.
std::optional<PrintedFile> open_printed_file(const SourceText& source, FileId file, std::vector<std::string>& files,
                                             const PrintedFileAsked& asked, Findings& findings);

}  // namespace saldo
