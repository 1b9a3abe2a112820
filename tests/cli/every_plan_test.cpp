// Every command that only tells, on every plan of this repository: what is asked of it is told, or it is said why not.
#include <algorithm>
#include <filesystem>
#include <map>

#include "support/catch.h"
#include "support/support.h"

namespace fs = std::filesystem;

namespace {

bool begins_a_plan(const fs::path& file) {
  return file.extension() == ".toml" && ("\n" + read_text(file.string())).find("\n[plan]") != std::string::npos;
}

// A folder with one such file, or the file where several stand beside each other.
std::vector<std::string> plans_here() {
  std::map<std::string, std::vector<std::string>> by_folder;
  for (const char* root : {SALDO_SOURCE_DIR "/data", SALDO_SOURCE_DIR "/examples"})
    for (const fs::directory_entry& entry : fs::recursive_directory_iterator(root))
      if (entry.is_regular_file() && begins_a_plan(entry.path()))
        by_folder[entry.path().parent_path().string()].push_back(entry.path().string());
  std::vector<std::string> plans;
  for (const auto& [folder, files] : by_folder) {
    if (files.size() == 1) plans.push_back(folder);
    else plans.insert(plans.end(), files.begin(), files.end());
  }
  return plans;
}

const std::vector<std::vector<std::string>> questions = {
    {"table", "--by", "project"},
    {"table", "--split", "structureel"},
    {"table", "--tidy", "--format", "csv"},
    {"table", "--format", "svg"},
    {"overlap", "--matrix"},
    {"overlap", "--suspects"},
    {"carryover", "--all"},
    {"carryover", "--format", "svg"},
    {"changes", "--bridge", "--by", "project"},
    {"compare", "--set", "index.loon=4", "--by", "project"},
    {"risk", "--runs", "200"},
    {"goals", "--money"},
    {"goals", "--by", "programmalijn", "--format", "svg"},
    {"check", "--format", "sarif"},
    {"report", "--runs", "200", "-o", "-", "--format", "html"},
    {"report", "--runs", "200", "-o", "-", "--format", "md", "--set", "index.loon=4"}};

}  // namespace

TEST_CASE("every command tells what it is asked of every plan here, or says why not") {
  const std::vector<std::string> plans = plans_here();
  REQUIRE(plans.size() >= 14);
  std::size_t told = 0;
  for (const std::string& plan : plans)
    for (std::vector<std::string> words : questions) {
      words.insert(words.begin() + 1, plan);
      INFO(words[0] << " " << plan << " " << words.back());
      const Run run = run_saldo(words);
      CHECK(run.code <= 2);
      CHECK_FALSE((run.code == 2 && run.err.empty() && run.out.empty()));
      CHECK_FALSE((run.code == 0 && run.out.empty()));
      told += run.code < 2 ? 1 : 0;
    }
  CHECK(told > plans.size() * questions.size() / 2);
}
