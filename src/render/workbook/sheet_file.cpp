#include "render/workbook/sheet_file.h"

#include "render/workbook/ods.h"
#include "render/workbook/xlsx.h"

namespace saldo {

std::optional<SheetKind> sheet_kind(std::string_view name) {
  constexpr std::pair<std::string_view, SheetKind> endings[] = {
      {".csv", SheetKind::csv}, {".xlsx", SheetKind::xlsx}, {".ods", SheetKind::ods}};
  for (const auto& [ending, kind] : endings)
    if (name.size() > ending.size() && name.ends_with(ending)) return kind;
  return std::nullopt;
}

std::variant<std::string, Message> write_book(const Book& book, SheetKind kind) {
  if (kind == SheetKind::ods) return write_ods(book);
  return write_xlsx(book);
}

}  // namespace saldo
