// The sheets of an .ods (ODF 1.2 and 1.3, as LibreOffice and others write it). Private to intake/workbook.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "intake/sheet.h"
#include "intake/workbook/zip.h"

namespace saldo {

// As read_workbook().
std::optional<std::vector<Sheet>> read_ods(Zip& zip, FileId file, std::vector<std::string>& files, Findings& findings);

}  // namespace saldo
