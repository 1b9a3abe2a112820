// Workbooks that saldo wrote, read back.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "base/workbook/book.h"
#include "intake/sheet.h"

// The sheets of a workbook, which must be one that can be read.
std::vector<saldo::Sheet> sheets_in(const std::string& bytes);

// Amounts of every size; the last is more than a spreadsheet keeps to the cent.
std::vector<saldo::Money> amounts_of_every_size(std::uint64_t seed);
// Each in a row of its own.
std::vector<std::vector<saldo::BookCell>> rows_of(const std::vector<saldo::Money>& amounts);
// Each came back as the same cents, and the last as a text.
void check_amounts(const saldo::Sheet& sheet, const std::vector<saldo::Money>& amounts);
