// Findings -> Table: for the formats that machines read.
#pragma once

#include <functional>
#include <span>
#include <string>

#include "base/finding/diagnostic.h"
#include "base/table.h"

namespace saldo {

Table report_findings(std::span<const Diagnostic> findings, const std::function<std::string(FileId)>& file_name);

}  // namespace saldo
