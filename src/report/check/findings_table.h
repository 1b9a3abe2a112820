// Findings -> Table: for the formats that machines read.
#pragma once

#include <functional>
#include <span>
#include <string>

#include "base/finding/diagnostic.h"
#include "base/table.h"

namespace saldo {

// Row by row; points to the findings.
TableSource findings_rows(std::span<const Diagnostic> findings, std::function<std::string(FileId)> file_name);
Table report_findings(std::span<const Diagnostic> findings, const std::function<std::string(FileId)>& file_name);

}  // namespace saldo
