// Reads the sheets of a workbook: .xlsx of Excel and .ods of LibreOffice. What the cells mean is for others.
//
//   std::optional<std::vector<Sheet>> sheets = read_workbook(bytes, file, files, findings);
//   const Sheet* sheet = sheets ? choose_sheet(*sheets, "Meerjaren", file, findings) : nullptr;
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/finding/diagnostic.h"
#include "intake/sheet.h"

namespace saldo {

// Whether these bytes are a zip, as a workbook is; else it is a csv, or what decode() refuses by name.
bool is_workbook(std::string_view bytes);

// All its sheets in their order, hidden ones too, each with a FileId of its own: "begroting.xlsx!Meerjaren" comes into
// `files`, where `file` is the name of the workbook. Nothing where it cannot be read whole (torn, encrypted, a bomb, a
// DOCTYPE, .xlsb), which is told in one finding.
std::optional<std::vector<Sheet>> read_workbook(std::string_view bytes, FileId file, std::vector<std::string>& files,
                                                Findings& findings);

// The sheet of that name, or "2" for the second one; "": the only one that is not hidden. Null where there is none, or it
// has to be asked which, and then it was told with the names.
const Sheet* choose_sheet(const std::vector<Sheet>& sheets, std::string_view wanted, FileId file, Findings& findings);

}  // namespace saldo
