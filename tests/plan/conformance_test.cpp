// The conformance files of TOML itself: what is not TOML is refused with its place, and nothing crashes saldo.
#include <algorithm>
#include <filesystem>
#include <regex>

#include "support/catch.h"
#include "support/support.h"

namespace fs = std::filesystem;

namespace {

const std::string folder = SALDO_SHARED_DIR "/toml-test";

}  // namespace

TEST_CASE("every invalid file of the TOML conformance set is refused with its line and column") {
  if (!fs::exists(folder)) SKIP("the TOML conformance files are not in " << folder);
  const std::vector<std::string> files = toml_files(folder + "/invalid");
  CHECK(files.size() == 499);
  for (const std::string& file : files) {
    const Run run = run_saldo({"table", file});
    INFO(file << "\n" << run.out << run.err);
    CHECK(run.code == 2);
    CHECK(run.out.empty());
    CHECK(run.err.starts_with(file + ":"));
    static const std::regex place("^:[1-9][0-9]*:[1-9][0-9]*: error: ");
    CHECK(std::regex_search(run.err.substr(std::min(run.err.size(), file.size()), 80), place));
  }
}

TEST_CASE("every valid file of the TOML conformance set is read without a crash and is no plan") {
  if (!fs::exists(folder)) SKIP("the TOML conformance files are not in " << folder);
  const std::vector<std::string> files = toml_files(folder + "/valid");
  CHECK(files.size() == 210);
  for (const std::string& file : files) {
    const Run run = run_saldo({"table", file});
    INFO(file << "\n" << run.out << run.err);
    CHECK((run.code == 0 || run.code == 2));
    CHECK((run.code == 0 || run.out.empty()));
    CHECK(run.err.find("[toml-syntax]") == std::string::npos);
    CHECK(run.err.find("[utf8]") == std::string::npos);
  }
}
