// The sheets of an .xlsx (ECMA-376, as Excel, LibreOffice, openpyxl and packages write it). Private to intake/workbook.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "intake/sheet.h"
#include "intake/workbook/zip.h"

namespace saldo {

bool is_xlsx(const Zip& zip);

// As read_workbook().
std::optional<std::vector<Sheet>> read_xlsx(Zip& zip, FileId file, std::vector<std::string>& files, Findings& findings);

}  // namespace saldo
