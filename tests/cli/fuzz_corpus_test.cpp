// The seeds of the fuzz targets as ordinary tests, for compilers without libFuzzer: also every input that once went wrong.
#include <algorithm>
#include <filesystem>

#include "support/catch.h"
#include "support/support.h"

namespace fs = std::filesystem;

TEST_CASE("every seed of the fuzz targets is computed or refused by every command, and never ends in a crash") {
  std::vector<std::string> seeds;
  for (const fs::directory_entry& entry : fs::directory_iterator(SALDO_SOURCE_DIR "/tests/fuzz/corpus"))
    seeds.push_back(entry.path().string());
  std::sort(seeds.begin(), seeds.end());
  REQUIRE(seeds.size() >= 20);
  for (const std::string& seed : seeds) {
    INFO(seed);
    CHECK(fate_of([&] {
            for (const std::string command : {"table", "overlap", "carryover", "check", "changes", "goals"})
              run_saldo({command, seed});
            run_saldo({"goals", seed, "--money"});
            run_saldo({"risk", seed, "--runs", "100"});
            run_saldo({"compare", seed, "--set", "index.loon=4"});
            run_saldo({"report", seed, "--runs", "100", "-o", "-", "--format", "html"});
            run_saldo({"project", seed, "1"});
            run_saldo({"why", seed, "1/eindsaldo/2026"});
          }) == "fine");
  }
}
