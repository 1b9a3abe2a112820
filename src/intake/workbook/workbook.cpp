#include "intake/workbook/workbook.h"

#include <algorithm>

#include "base/finding/suggest.h"
#include "base/say.h"
#include "intake/workbook/ods.h"
#include "intake/workbook/xlsx.h"
#include "intake/workbook/xml.h"
#include "intake/workbook/zip.h"

namespace saldo {

bool is_workbook(std::string_view bytes) { return bytes.starts_with("PK\x03\x04") || bytes.starts_with("PK\x05\x06"); }

std::optional<std::vector<Sheet>> read_workbook(std::string_view bytes, FileId file, std::vector<std::string>& files,
                                                Findings& findings) {
  std::optional<Zip> zip = Zip::open(bytes, file, findings);
  if (!zip) return std::nullopt;
  return is_xlsx(*zip) ? read_xlsx(*zip, file, files, findings) : read_ods(*zip, file, files, findings);
}

const Sheet* choose_sheet(const std::vector<Sheet>& sheets, std::string_view wanted, FileId file, Findings& findings) {
  std::vector<std::string> names;
  std::vector<const Sheet*> visible;
  for (const Sheet& sheet : sheets) {
    if (sheet.name == wanted) return &sheet;
    names.push_back(sheet.name);
    if (!sheet.hidden) visible.push_back(&sheet);
  }
  if (const auto nth = whole_number(wanted, static_cast<std::uint32_t>(sheets.size()))) return &sheets[*nth - 1];
  if (wanted.empty() && visible.size() == 1) return visible.front();
  const Message message =
      wanted.empty() ? say("it has {} sheets, and which one is meant is not said: {}", sheets.size(), listed(names))
                     : say("it has no sheet `{}`: there are {}", std::string(wanted), listed(names));
  findings.push_back({Rule::bestand, {file}, message, {}, {}});
  return nullptr;
}

}  // namespace saldo
