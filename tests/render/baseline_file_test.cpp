// What `saldo check` does with a baseline: only what is new or got worse comes through, and its file is written whole or
// not at all.
#include <sys/resource.h>
#include <sys/stat.h>

#include <algorithm>
#include <fstream>
#include <iterator>
#include <nlohmann/json.hpp>
#include <sstream>

#include "cli/save_file.h"
#include "support/catch.h"
#include "support/support.h"

using namespace saldo;
namespace fs = std::filesystem;
using Json = nlohmann::json;

namespace {

const std::string klein = SALDO_SOURCE_DIR "/examples/klein";

// Two findings: a baten of 2026 and one of 2027 that a controle does not have.
std::string plan_text() {
  return "[plan]\nnaam = \"B\"\neerste_jaar = 2026\nlaatste_jaar = 2027\n[[programmalijn]]\nid = \"w\"\nnaam = \"W\"\n"
         "[[project]]\nnr = \"1\"\nnaam = \"P\"\nprogrammalijn = \"w\"\nbudget = 0\n"
         "post = [{ naam = \"S\", baten = { 2026 = 10 } }]\n"
         "controle = [{ bron = \"B\", baten = { 2026 = 11, 2027 = 234 } }]\n";
}

const std::string broken = "[plan]\nnaam = \"B\"\neerste_jaar = 2026\nlaatste_jaar = 2026\nbudjet = \"% , :\"\n";

Run check(std::vector<std::string> arguments) {
  arguments.insert(arguments.begin(), "check");
  return run_saldo(arguments);
}

}  // namespace

TEST_CASE("a baseline accepts the findings of today, and tells those of tomorrow") {
  const TempPlan plan(
      {{"clean.toml", "[plan]\nnaam = \"B\"\neerste_jaar = 2026\nlaatste_jaar = 2027\n"},
       {"plan.toml", plan_text()},
       {"later.toml", "# moved\n" + plan_text() + "[[negeer]]\nregel = \"naam-dubbel\"\nreden = \"nooit\"\n"}});
  const InFolder here(plan.folder);
  CHECK(check({"plan.toml", "--write-baseline", "known.txt"}).code == 0);
  const Run same = check({"plan.toml", "--baseline", "known.txt"});
  CHECK(same.code == 0);
  CHECK(same.out == "not shown, as the baseline has them: 2\nno new findings\n");
  const Run later = check({"later.toml", "--baseline", "known.txt", "--strict"});
  CHECK(later.code == 1);
  CHECK(has(later.out, "1 warning\n"));
  CHECK(Json::parse(check({"plan.toml", "--baseline", "known.txt", "--format", "sarif"}).out)["runs"][0]["results"]
            .empty());
  const Run fixed = check({"clean.toml", "--baseline", "known.txt"});
  CHECK(fixed.out == "in the baseline, but no longer found: 2; `--write-baseline` takes them out\nno findings\n");
  const Run part = check({klein, "--baseline", "known.txt", "--only", "kring"});
  CHECK(part.out == "no findings\n");  // what was not looked for is not gone
}

TEST_CASE("an accepted difference that grows is told again, and one that shrinks is named") {
  const auto with = [](const std::string& printed) {
    return "[plan]\nnaam = \"B\"\neerste_jaar = 2026\nlaatste_jaar = 2026\n[[programmalijn]]\nid = \"w\"\nnaam = "
           "\"W\"\n[[project]]\nnr = \"1\"\nnaam = \"P\"\nprogrammalijn = \"w\"\nbudget = 0\npost = [{ naam = "
           "\"S\", baten = { 2026 = 1_000 } }]\ncontrole = [{ baten = { 2026 = " +
           printed + " } }]\n";
  };
  const TempPlan plan({{"then.toml", with("990")}, {"worse.toml", with("-39_000")}, {"better.toml", with("995")}});
  const InFolder here(plan.folder);
  check({"then.toml", "--write-baseline", "known.txt"});
  const Run worse = check({"worse.toml", "--baseline", "known.txt"});
  CHECK(worse.code == 1);
  CHECK(has(worse.out, "note: worse than when it was accepted: was 10, is now 40.000, worse.toml:"));
  const Run json = check({"worse.toml", "--baseline", "known.txt", "--format", "json"});
  CHECK(has(json.out, "was 10, is now 40.000"));
  const Run better = check({"better.toml", "--baseline", "known.txt"});
  CHECK(better.code == 0);
  CHECK(better.out ==
        "controle 1 baten 2026: was 10, is now 5\n"
        "less than in the baseline: 1; `--write-baseline` keeps that it got better\n"
        "not shown, as the baseline has them: 1\nno new findings\n");
}

TEST_CASE("a baseline of an older saldo is used, and said to be old in every format") {
  const TempPlan plan(
      {{"plan.toml", plan_text()}, {"old.txt", "# saldo: known findings, which check --baseline leaves out\n"}});
  const InFolder here(plan.folder);
  const std::string old = "the baseline old.txt is of an older saldo, without amounts";
  CHECK(has(check({"plan.toml", "--baseline", "old.txt"}).out, old));
  const Run sarif = check({"plan.toml", "--baseline", "old.txt", "--format", "sarif"});
  CHECK(has(sarif.err, old));
  CHECK(Json::parse(sarif.out)["runs"][0]["results"].size() == 2);
}

TEST_CASE("the same findings give the same baseline, sorted, with remarks and comments that are not read") {
  const TempPlan plan({{"plan.toml", plan_text()}});
  const InFolder here(plan.folder);
  check({"plan.toml", "--write-baseline", "a.txt"});
  check({"./plan.toml", "--write-baseline", "b.txt"});
  CHECK(read_text("a.txt") == read_text("b.txt"));
  std::string stripped = "# mine\r\n\r\n";
  std::istringstream in(read_text("a.txt"));
  for (std::string line; std::getline(in, line);)
    if (!line.starts_with("#")) stripped += line.substr(0, 16) + "\r\n";
  std::ofstream("c.txt") << stripped;
  CHECK(check({"plan.toml", "--baseline", "c.txt"}).code == 0);
}

TEST_CASE("a plan that does not load writes no baseline") {
  const TempPlan plan({{"plan.toml", broken}});
  const Run run = check({plan.file("plan.toml"), "--write-baseline", plan.file("known.txt")});
  CHECK(run.code == 2);
  CHECK_FALSE(fs::exists(plan.file("known.txt")));
}

TEST_CASE("a baseline that cannot be read or written is told, and exit code 2") {
  std::string many = "# saldo: known findings, version 2, which check --baseline leaves out\n";
  for (int i = 0; i < 1000; ++i) many += "not a finding\n";
  const TempPlan plan({{"plan.toml", plan_text()},
                       {"bad.txt", "# saldo: known findings, x\n0123456789abcdef ok\n<<<<<<< HEAD\n"},
                       {"notes.toml", "# my notes\n"},
                       {"newer.txt", "# saldo: known findings, version 9, which\n"},
                       {"many.txt", many},
                       {"empty.txt", ""}});
  const InFolder here(plan.folder);
  const auto refused = [&](const std::string& option, const std::string& file) {
    const Run run = check({"plan.toml", option, file});
    CHECK(run.code == 2);
    return run.err;
  };
  CHECK(refused("--baseline", "nergens") ==
        "saldo: --baseline nergens: cannot be read: No such file or directory; `--write-baseline nergens` makes one\n");
  CHECK(has(refused("--baseline", "bad.txt"), "--baseline bad.txt: line 3 is no finding;"));
  CHECK(refused("--baseline", "many.txt") ==
        "saldo: --baseline many.txt: 1,000 lines are no finding, the first is line 2; `--write-baseline many.txt` makes "
        "the file anew\n");
  CHECK(has(refused("--baseline", "newer.txt"), "a baseline of another version than the 2 that this saldo reads"));
  CHECK(refused("--baseline", "") == "saldo: --baseline: give the name of a file\n");
  CHECK(refused("--write-baseline", "") == "saldo: --write-baseline: give the name of a file\n");
  CHECK(has(refused("--write-baseline", "notes.toml"), "the file is there and is no baseline"));
  CHECK(read_text("notes.toml") == "# my notes\n");
  CHECK(check({"plan.toml", "--write-baseline", "empty.txt"}).code == 0);
  CHECK(refused("--write-baseline", "nergens/x") == "saldo: cannot write nergens/x: No such file or directory\n");
  CHECK(refused("--write-baseline", "/dev/full") == "saldo: cannot write /dev/full: it is not a regular file\n");
  CHECK(refused("--write-baseline", ".") == "saldo: cannot write .: it is not a regular file\n");
  CHECK(refused("--write-baseline", "plan.toml") ==
        "saldo: --write-baseline plan.toml: the file is there and is no baseline; give another name\n");
  CHECK(read_text("plan.toml") == plan_text());
  const Run damaged = check({"plan.toml", "--write-baseline", "bad.txt"});
  CHECK(damaged.code == 0);
}

TEST_CASE("a file is saved whole or not at all, keeps its mode, and a link stays a link") {
  const std::map<std::string, std::string> files{{"file", "old"}};
  const TempPlan folder(files);
  const std::string file = folder.file("file");
  ::chmod(file.c_str(), 0640);
  fs::create_symlink("file", folder.folder / "link");
  CHECK_FALSE(save_file(folder.file("link"), "new"));
  CHECK(read_text(file) == "new");
  CHECK(fs::is_symlink(folder.folder / "link"));
  struct stat status {};
  REQUIRE(::stat(file.c_str(), &status) == 0);
  CHECK((status.st_mode & 0777) == 0640);

  rlimit before{};
  ::getrlimit(RLIMIT_FSIZE, &before);
  const rlimit small{2, before.rlim_max};
  ::setrlimit(RLIMIT_FSIZE, &small);
  const std::optional<Message> trouble = save_file(file, "longer than two bytes");
  ::setrlimit(RLIMIT_FSIZE, &before);
  REQUIRE(trouble);
  CHECK(to_text(*trouble) == "cannot write " + file + ": File too large");
  CHECK(read_text(file) == "new");
  CHECK(std::distance(fs::directory_iterator(folder.folder), fs::directory_iterator()) == 2);  // no draft is left
}
