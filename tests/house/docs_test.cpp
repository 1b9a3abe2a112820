// The pages in docs/ that saldo says itself are what it says today.
#include <cstdlib>
#include <fstream>
#include <iterator>

#include "support/catch.h"
#include "support/support.h"

namespace {}  // namespace

TEST_CASE("docs/ says what saldo says today", "[docs]") {
  const TempPlan folder({});
  const std::string line = "SALDO='" + saldo_program() + "' '" SALDO_SOURCE_DIR "/scripts/docs' '" + folder.path() + "'";
  REQUIRE(std::system(line.c_str()) == 0);
  for (const std::string page : {"rules.md", "format.md", "bevindingen-achterhoek.md"}) {
    INFO("run scripts/docs if " << page << " should say something else now");
    CHECK(read_text(folder.file(page)) == read_text(SALDO_SOURCE_DIR "/docs/" + page));
    CHECK(read_text(folder.file(page)).size() > 1000);
  }
}
