// The pages in docs/ that saldo says itself are what it says today.
#include <cstdlib>
#include <filesystem>
#include <sstream>

#include "support/catch.h"
#include "support/support.h"

namespace fs = std::filesystem;

TEST_CASE("docs/ says what saldo says today", "[docs]") {
  const TempPlan folder({});
  const std::string line =
      "SALDO='" + saldo_program() + "' '" SALDO_SOURCE_DIR "/scripts/docs' '" + folder.path() + "'";
  REQUIRE(std::system(line.c_str()) == 0);
  for (const std::string page : {"rules.md", "format.md", "bevindingen-achterhoek.md"}) {
    INFO("run scripts/docs if " << page << " should say something else now");
    CHECK(read_text(folder.file(page)) == read_text(SALDO_SOURCE_DIR "/docs/" + page));
    CHECK(read_text(folder.file(page)).size() > 1000);
  }
}

TEST_CASE("every promise of docs/security.md names a test that is there", "[docs]") {
  std::string cases;
  for (const auto& entry : fs::recursive_directory_iterator(SALDO_SOURCE_DIR "/tests"))
    if (entry.path().extension() == ".cpp") cases += read_text(entry.path().string());
  std::istringstream page(read_text(SALDO_SOURCE_DIR "/docs/security.md"));
  int promises = 0;
  for (std::string line; std::getline(page, line);) {
    if (!line.starts_with("| ") || !line.ends_with("` |")) continue;
    const std::size_t from = line.rfind('`', line.size() - 4) + 1;
    const std::string proof = line.substr(from, line.size() - 3 - from);
    INFO(proof);
    ++promises;
    CHECK((has(cases, "TEST_CASE(\"" + proof + "\"") || fs::exists(SALDO_SOURCE_DIR "/" + proof)));
  }
  CHECK(promises > 20);
}
