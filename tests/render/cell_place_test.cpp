// A finding on a cell of a workbook, as each format names its place.
#include <nlohmann/json.hpp>

#include "base/finding/written_place.h"
#include "base/say.h"
#include "render/findings/github.h"
#include "render/findings/sarif.h"
#include "report/check/findings_table.h"
#include "support/catch.h"
#include "support/support.h"

using namespace saldo;

namespace {

const Findings found = {{Rule::realisatie_getal,
                         {FileId{0}, 14, 4, whole_cell},
                         say("`{}` is not an amount", std::string("x")),
                         {{{FileId{0}, 2, 28, whole_cell}, say("the first one is here")}}}};
const std::vector<std::string> fingerprints = {"f"};

const FileNames names = {[](FileId) { return std::string("map/begroting.xlsx!Meerjaren"); },
                         [](const Place&, std::size_t) -> std::optional<LinePart> { return LinePart{"PK"}; }};

FindingReport report() { return {found, fingerprints, {}, {}, names}; }

}  // namespace

TEST_CASE("columns of a workbook have the letters that a spreadsheet gives them") {
  CHECK(column_letters(1) == "A");
  CHECK(column_letters(26) == "Z");
  CHECK(column_letters(27) == "AA");
  CHECK(column_letters(702) == "ZZ");
  CHECK(column_letters(703) == "AAA");
  CHECK(column_letters(16384) == "XFD");
  CHECK(behind_file({FileId{0}, 14, 4, whole_cell}) == "!D14");
  CHECK(behind_file({FileId{0}, 14, 4, 1}) == ":14:4");
  CHECK(behind_file({FileId{0}, 14, 0, 0}) == ":14");
  CHECK(behind_file({FileId{0}}) == "");
}

TEST_CASE("a finding on a cell has the name of the cell, and no line of a file that is no text") {
  CHECK(render_findings(found, names, Style{}) ==
        "map/begroting.xlsx!Meerjaren!D14: error: `x` is not an amount [realisatie-getal]\n"
        "   note: the first one is here, map/begroting.xlsx!Meerjaren!AB2\n");
  const nlohmann::json sarif = nlohmann::json::parse(made_text([](TextOut& out) { write_sarif(report(), out); }));
  const nlohmann::json place = sarif["runs"][0]["results"][0]["locations"][0];
  CHECK_FALSE(place["physicalLocation"].contains("region"));
  CHECK(place["logicalLocations"][0]["fullyQualifiedName"] == "map/begroting.xlsx!Meerjaren!D14");
  const std::string github = made_text([](TextOut& out) { write_github(report(), out); });
  CHECK(has(github, "::error file=map/begroting.xlsx!Meerjaren,title="));
  CHECK(has(github, "map/begroting.xlsx!Meerjaren!AB2"));
  const Table table = report_findings(found, [](FileId id) { return names.name(id); });
  CHECK(std::get<std::string>(table.rows.front().cells.back()) ==
        "map/begroting.xlsx!Meerjaren!AB2: the first one is here");
}
