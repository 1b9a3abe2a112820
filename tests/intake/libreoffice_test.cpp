// What another program makes of a sheet: a csv that LibreOffice saved as a workbook has the same texts.
#include "intake/workbook/workbook.h"
#include "plan/source.h"
#include "support/catch.h"
#include "support/support.h"

using namespace saldo;

namespace {

using Lines = std::vector<std::string>;

Lines texts_of(const std::string& path) {
  Findings findings;
  Lines files = {path};
  const std::string bytes = std::get<std::string>(read_source(path, std::uint64_t{64} << 20));
  const std::optional<std::vector<Sheet>> sheets = read_workbook(bytes, FileId{0}, files, findings);
  if (!sheets) return tell(files, findings);
  Lines lines;
  for (std::size_t row = 0; row < sheets->front().rows(); ++row) {
    std::string line;
    for (const SheetCell& cell : sheets->front().row(row)) line += (line.empty() ? "" : "|") + std::string(cell.text);
    lines.push_back(line);
  }
  return lines;
}

}  // namespace

TEST_CASE("a csv that LibreOffice saved as xlsx or ods has the same texts") {
  if (!have("soffice")) SKIP("soffice is not installed");
  const std::string csv = "nr;naam;2025\n3.10;\"Zorg; \"\"x\"\" & <y>\";1.234,50\n007;Coördinatie;PM\n1e5;=1+1;-\n";
  const TempPlan folder(std::map<std::string, std::string>{{"in.csv", csv}});
  for (const std::string kind : {"xlsx", "ods"}) {
    INFO(kind);
    // All columns as text: 2 in the list behind the first row.
    shell_prints("cd '" + folder.path() + "' && soffice -env:UserInstallation=file://" + folder.path() +
                 "/profile --headless --infilter='CSV:59,34,76,1,1/2/2/2/3/2' --convert-to " + kind + " in.csv 2>&1");
    CHECK(texts_of(folder.file("in." + kind)) ==
          Lines{"nr|naam|2025", "3.10|Zorg; \"x\" & <y>|1.234,50", "007|Coördinatie|PM", "1e5|=1+1|-"});
  }
}
