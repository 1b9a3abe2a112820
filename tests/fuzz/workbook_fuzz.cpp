// libFuzzer: any bytes as a workbook. The first byte says by which door: as the zip itself, as the sheet of an .xlsx, or as the
// content of an .ods; behind the zip is XML, which bytes that are changed at random would never pass the checksums to.
// It is read or refused; every cell stands where its sheet says, and every finding has a text.
#include <algorithm>

#include "base/finding/written_place.h"
#include "intake/overzicht/overzicht.h"
#include "intake/workbook/workbook.h"
#include "one_file.h"
#include "support/workbook.h"

using namespace saldo;

namespace {

std::string bytes_of(std::uint8_t door, const std::string& text) {
  if (door % 3 == 0) return text;
  if (door % 3 == 1) return ods_of(text);
  return xlsx_of({{"Blad1", text}}, {"000", "0.00", "yyyy-mm-dd", "0%"}, "<si><t>tekst</t></si>");
}

void look_at(const Sheet& sheet) {
  const std::size_t width = sheet.rows() == 0 ? 0 : sheet.row(0).size();
  std::uint32_t line = 0;
  for (std::size_t row = 0; row < sheet.rows(); ++row) {
    const auto cells = sheet.row(row);
    must(cells.size() == width && cells.front().line > line);
    line = cells.front().line;
    for (std::size_t i = 0; i < cells.size(); ++i) {
      must(cells[i].line == line && cells[i].column == i + 1 && cells[i].length == whole_cell);
      sheet.shown(cells[i]);
      sheet.formula(cells[i]);
    }
  }
  Findings findings;
  const Overzicht table = read_overzicht(sheet, {}, findings);
  must(table.rows.size() == sheet.rows());
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  if (size == 0) return 0;
  const std::string bytes = bytes_of(data[0], std::string(reinterpret_cast<const char*>(data) + 1, size - 1));
  std::vector<std::string> files = {"in.xlsx"};
  Findings findings;
  const std::optional<std::vector<Sheet>> sheets = read_workbook(bytes, FileId{0}, files, findings);
  must(sheets.has_value() == findings.empty() && findings.size() <= 1);
  for (const Diagnostic& finding : findings) {
    must(static_cast<std::size_t>(finding.place.file) < files.size());
    for (const Language language : {Language::en, Language::nl}) must(!to_text(finding.message, language).empty());
  }
  if (sheets) std::for_each(sheets->begin(), sheets->end(), look_at);
  return 0;
}
