// saldo diff as it is typed: the real plan with a few changes, and plans in a git repository.
#include <filesystem>
#include <fstream>
#include <iterator>

#include "support/catch.h"
#include "support/support.h"

namespace fs = std::filesystem;

namespace {

bool has(const std::string& text, const std::string& part) { return text.find(part) != std::string::npos; }

std::string read_text(const fs::path& file) {
  std::ifstream in(file, std::ios::binary);
  return {std::istreambuf_iterator<char>(in), {}};
}

void replace_in(const fs::path& file, const std::string& from, const std::string& to) {
  std::string text = read_text(file);
  REQUIRE(has(text, from));
  text.replace(text.find(from), from.size(), to);
  std::ofstream(file, std::ios::binary) << text;
}

// A copy of the real plan to make changes in.
struct Copy {
  Copy() { fs::copy(achterhoek(), temporary.folder / "plan", fs::copy_options::recursive); }
  std::string path() const { return temporary.file("plan"); }
  fs::path file(const std::string& name) const { return temporary.folder / "plan" / name; }
  TempPlan temporary{{}};
};

using Rows = std::vector<std::vector<std::string>>;

Rows csv_of(std::vector<std::string> arguments) {
  arguments.insert(arguments.end(), {"--format", "csv"});
  const Run run = run_saldo(arguments);
  REQUIRE(run.err == "");
  REQUIRE(run.code == 0);
  return read_csv(run.out);
}

// The real plan in a repository, committed as `eerste`, and then changed: committed on the branch `nieuw`.
struct Repository : Copy {
  Repository() {
    git("init -q -b main . && git add plan && git commit -q -m een && git tag eerste && git checkout -q -b nieuw");
    replace_in(file("projecten/3.18.toml"), "lasten = { 2025 = 116_900 }", "lasten = { 2025 = 120_000 }");
    git("commit -q -a -m twee");
  }
  void git(const std::string& command) const {
    const std::string said =
        shell_prints("cd '" + temporary.path() +
                     "' && export GIT_AUTHOR_NAME=a GIT_AUTHOR_EMAIL=a@example.com GIT_COMMITTER_NAME=a "
                     "GIT_COMMITTER_EMAIL=a@example.com && git " +
                     command);
    REQUIRE(said == "");
  }
};

}  // namespace

TEST_CASE("diff of the real plan: files moved and tables in another order are no difference") {
  const Copy copy;
  fs::rename(copy.file("projecten/3.11.toml"), copy.file("jongeren.toml"));
  fs::rename(copy.file("projecten/3.2.toml"), copy.file("zz.toml"));
  const Run run = run_saldo({"diff", achterhoek(), copy.path(), "--exit-code"});
  CHECK(run.out == "No differences.\n");
  CHECK(run.code == 0);
}

TEST_CASE("diff of the real plan: an index, an amount and a project that is gone lead from the old to the new total") {
  const Copy copy;
  replace_in(copy.file("plan.toml"), "loon = 5.1", "loon = 4.0");
  replace_in(copy.file("projecten/3.18.toml"), "lasten = { 2025 = 116_900 }", "lasten = { 2025 = 120_000 }");
  fs::remove(copy.file("projecten/3.12-rodeloper.toml"));
  const Rows rows = csv_of({"diff", achterhoek(), copy.path(), "--bridge", "--figure", "eindsaldo", "--year", "2028"});
  REQUIRE(rows.size() == 5);  // the project that is gone left 0 in the end: no row
  CHECK(rows[1][3] == csv_of({"table", achterhoek()}).back().back());
  CHECK(rows[2][2] == "Plan: index loon 5,1% → 4,0%");
  CHECK(rows[3][1] == "3.18/4");
  CHECK(has(rows[3][2], "lasten 2025 116.900 → 120.000"));
  const auto cents = [](std::string amount) {
    amount.erase(amount.find('.'), 1);
    return std::stoll(amount);
  };
  CHECK(cents(rows[1][3]) + cents(rows[2][3]) + cents(rows[3][3]) == cents(rows[4][3]));
  const Rows total = csv_of({"table", copy.path()});
  CHECK(rows[4][3] == total.back().back());
  const Rows baten = csv_of({"diff", achterhoek(), copy.path(), "--bridge", "--figure", "baten", "--year", "2025"});
  CHECK(baten[2] ==
        std::vector<std::string>{"vervallen", "3.12-rodeloper", "Rode loper 2.0: project is vervallen", "-25000.00"});
}

TEST_CASE("diff of the real plan: a project under another nr and with a corrected naam is still the same") {
  const Copy copy;
  for (const char* file : {"projecten/3.14.toml"}) {
    replace_in(copy.file(file), "nr = \"3.14\"", "nr = \"3.24\"");
    replace_in(copy.file(file), "naam = \"Regionale aanpak basisvaardigheden\"",
               "naam = \"Regionale aanpak basis-vaardigheden\"");
  }
  const Rows rows = csv_of({"diff", achterhoek(), copy.path(), "--table", "wijzigingen"});
  CHECK(rows[1][0] == "hernoemd");
  CHECK(rows[1][1] == "3.24");
  CHECK(rows[1][2] == "lijkt op");
}

TEST_CASE("diff: every format has the same rows, and exact amounts") {
  const Copy copy;
  replace_in(copy.file("projecten/3.18.toml"), "lasten = { 2025 = 116_900 }", "lasten = { 2025 = 116_900.55 }");
  for (const char* table : {"wijzigingen", "posten", "eindsaldo"}) {
    const Rows rows = csv_of({"diff", achterhoek(), copy.path(), "--table", table});
    const std::string json = run_saldo({"diff", achterhoek(), copy.path(), "--table", table, "--format", "json"}).out;
    std::size_t count = 0;
    for (std::size_t at = json.find("\"cells\""); at != std::string::npos; at = json.find("\"cells\"", at + 1)) ++count;
    CHECK(count == rows.size() - 1);
    for (const std::string& key : rows[0]) CHECK(has(json, '"' + key + '"'));
  }
  CHECK(has(run_saldo({"diff", achterhoek(), copy.path(), "--format", "csv", "--table", "posten"}).out, "116900.55"));
}

TEST_CASE("diff takes a branch, a tag and a commit of git, from the top of the repository or from the working folder") {
  if (!have("git")) SKIP("git is not installed");
  const Repository repository;
  const InFolder here(repository.temporary.folder);
  const std::string words = "116.900 → 120.000";
  for (const char* old : {"main:plan", "eerste:plan", "HEAD~1:plan", "main:plan/", "main:./plan", "main:"}) {
    INFO(old);
    const Run run = run_saldo({"diff", old, "plan", "--exit-code", "--bridge"});
    CHECK(run.err == "");
    CHECK(run.code == 1);
    CHECK(has(run.out, words));
    CHECK(has(run.out, std::string("van ") + old));
  }
  CHECK(run_saldo({"diff", "HEAD:plan", "plan", "--exit-code"}).out == "No differences.\n");
  CHECK(has(run_saldo({"diff", "main:plan", "nieuw:plan", "--bridge"}).out, words));
  const InFolder inside(repository.temporary.folder / "plan");
  CHECK(has(run_saldo({"diff", "main:plan", ".", "--bridge"}).out, words));
  CHECK(has(run_saldo({"diff", "main:.", ".", "--bridge"}).out, words));
  CHECK(has(run_saldo({"diff", "main:./", ".", "--bridge"}).out, words));
}

TEST_CASE("diff leaves out of a revision what a plan on the disk leaves out") {
  if (!have("git")) SKIP("git is not installed");
  const Repository repository;
  fs::create_directories(repository.file("scenarios"));
  for (const char* name : {"scenarios/s.toml", ".verborgen.toml", "lees.txt"})
    std::ofstream(repository.file(name)) << "dit is geen plan [";
  fs::create_symlink("plan.toml", repository.file("nog-eens.txt"));
  repository.git("add -f . && git commit -q -m drie");
  const InFolder here(repository.temporary.folder);
  CHECK(run_saldo({"diff", "HEAD:plan", "plan"}).out == "No differences.\n");
}

TEST_CASE("diff: what is on the disk wins over a revision of that name") {
  if (!have("git")) SKIP("git is not installed");
  const Repository repository;
  fs::copy(achterhoek(), repository.temporary.folder / "nieuw:plan", fs::copy_options::recursive);
  const InFolder here(repository.temporary.folder);
  CHECK(run_saldo({"diff", "nieuw:plan", "eerste:plan"}).out == "No differences.\n");
}

TEST_CASE("diff names a file of a revision as it was typed, and shows its line") {
  if (!have("git")) SKIP("git is not installed");
  const Repository repository;
  replace_in(repository.file("plan.toml"), "loon = 5.1", "loon = \"veel\"");
  repository.git("commit -q -a -m stuk && git tag stuk && git checkout -q eerste 2>/dev/null");
  const InFolder here(repository.temporary.folder);
  const Run run = run_saldo({"diff", "stuk:plan", "plan"});
  CHECK(run.code == 2);
  CHECK(run.out == "");
  INFO(run.err);
  CHECK(run.err.starts_with("stuk:plan/plan.toml:23:8: error: "));
  CHECK(has(run.err, "   23 | loon = \"veel\"\n"));
}

TEST_CASE("diff says what is wrong with a revision, for both plans at once") {
  if (!have("git")) SKIP("git is not installed");
  const Repository repository;
  const InFolder here(repository.temporary.folder / "plan");
  const Run run = run_saldo({"diff", "nergens:plan", "main:projecten"});
  CHECK(run.code == 2);
  CHECK(run.out == "");
  CHECK(run.err ==
        "saldo: nergens:plan: there is no such path, and the repository has no revision `nergens`\n"
        "saldo: main:projecten: revision main has no projecten at the top of the repository; did you mean "
        "main:./projecten?\n");
  CHECK(run_saldo({"diff", "main:plan/anders", "."}).err ==
        "saldo: main:plan/anders: revision main has no plan/anders\n");
  CHECK(run_saldo({"diff", "--", "--all:plan", "."}).err ==
        "saldo: --all:plan: there is no such path, and the repository has no revision `--all`\n");
  CHECK(run_saldo({"diff", "main:plan/projecten", "."}).code == 2);
}

TEST_CASE("diff outside a repository, or without git, says so") {
  const TempPlan folder({});
  const InFolder here(folder.folder);
  if (have("git")) CHECK(has(run_saldo({"diff", "main:plan", achterhoek()}).err, "git finds no repository here: "));
  const std::string said = shell_prints("PATH=/nergens '" SALDO_BINARY "' diff main:plan '" + achterhoek() + "'");
  CHECK(
      said ==
      "saldo: main:plan: there is no such path, and git, which could look for a revision, cannot be started\n[exit 2]");
}
