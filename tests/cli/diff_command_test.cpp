// saldo diff as it is typed: the real plan with a few changes, and plans in a git repository.
#include <algorithm>
#include <filesystem>
#include <fstream>
#include <iterator>

#include "support/catch.h"
#include "support/support.h"

namespace fs = std::filesystem;

namespace {

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
  for (int mention = 0; mention < 3; ++mention)  // its goals name it: their own, and two posts
    replace_in(copy.file("doelen/3.14.toml"), "project = \"3.14\"", "project = \"3.24\"");
  const Rows rows = csv_of({"diff", achterhoek(), copy.path(), "--table", "wijzigingen"});
  const auto renamed = std::find_if(rows.begin(), rows.end(), [](const auto& row) { return row[0] == "hernoemd"; });
  REQUIRE(renamed != rows.end());
  CHECK((*renamed)[1] == "3.24");
  CHECK((*renamed)[2] == "lijkt op");
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

TEST_CASE("diff: a bridge of any cell leads from what it was to what it is, by the changes that did that") {
  const Copy copy;
  replace_in(copy.file("plan.toml"), "loon = 5.1", "loon = 4.0");
  replace_in(copy.file("projecten/3.18.toml"), "lasten = { 2025 = 116_900 }", "lasten = { 2025 = 120_000 }");
  const auto bridge = [&](const std::string& cell) {
    return csv_of({"diff", achterhoek(), copy.path(), "--bridge", "--all", "--figure", cell});
  };
  const auto cents = [](std::string amount) {
    amount.erase(amount.find('.'), 1);
    return std::stoll(amount);
  };
  for (const char* cell : {"3.18/4/2026", "3.18/eindsaldo/2027", "programma/lasten/2028", "investeringsbudget/2028",
                           "totaal/saldo/2026", "3.18/saldo/2025", "totaal/opening/2028"}) {
    INFO(cell);
    const Rows rows = bridge(cell);
    long long sum = 0;
    for (std::size_t r = 1; r + 1 < rows.size(); ++r) sum += cents(rows[r][3]);
    CHECK(sum == cents(rows.back()[3]));
    CHECK(rows.size() > 3);
  }
  const Rows post = bridge("3.18/4/2026");
  REQUIRE(post.size() == 5);
  CHECK(post[1][3] == "122900.00");
  CHECK(has(post[2][2], "lasten 2025 116.900 → 120.000"));
  CHECK(post[3][2] == "Plan: index loon 5,1% → 4,0%");
  CHECK(bridge("3.18/2/lasten/2025").size() == 3);  // nothing happened to it
}

TEST_CASE("diff: a cell that is not there, has two sides or has no year in common is told") {
  const std::string plan = SALDO_SOURCE_DIR "/examples/klein";
  const auto said = [&](std::vector<std::string> more) {
    std::vector<std::string> arguments{"diff", plan, plan, "--bridge", "--figure"};
    arguments.insert(arguments.end(), more.begin(), more.end());
    const Run run = run_saldo(arguments);
    CHECK(run.code == 2);
    return run.err;
  };
  CHECK(has(said({"9.9/2027"}), "--figure 9.9/2027: there is no project or programmalijn 9.9"));
  CHECK(has(said({"1.1/3/2027"}), "this post has baten and lasten; write 1.1/3/baten/2027 or 1.1/3/lasten/2027"));
  CHECK(has(said({"totaal/baten/2099"}), "`2099` is not a year of the plan"));
  CHECK(has(said({"totaal/baten/2027", "--year", "2026"}), "a cell has its own year; leave out --year"));
  CHECK(has(said({"eindsald"}), "did you mean `eindsaldo`?"));
}

TEST_CASE("diff: amounts in words stand in the unit of the table") {
  const std::string plan = SALDO_SOURCE_DIR "/examples/wijzigingen";
  const auto bridge = [&](const std::string& unit) {
    return run_saldo({"diff", plan, plan, "--standing", "beide", "--bridge", "--year", "2026", "--width", "200",
                      "--unit", unit})
        .out;
  };
  CHECK(has(bridge("1"), "lasten 2026 140.000 → 80.000"));
  CHECK(has(bridge("1000"), "lasten 2026 140 → 80"));
  CHECK_FALSE(has(bridge("1000"), "140.000"));
}

TEST_CASE("diff names the begrotingswijziging that dropped, added or set something, not only amounts") {
  const auto plan = [](const std::string& wijzigingen) {
    return "[plan]\nnaam = \"Proef\"\neerste_jaar = 2025\nlaatste_jaar = 2026\n[[programmalijn]]\nid = \"a\"\nnaam = "
           "\"Lijn\"\n[[project]]\nnr = \"1\"\nnaam = \"Een\"\nprogrammalijn = \"a\"\nbudget = 100\npost = [ { naam = "
           "\"Huur\", lasten = { 2025 = 10 } }, { naam = \"Zaal\", lasten = { 2025 = 5 } } ]\n" +
           wijzigingen;
  };
  const auto adopted = [](const std::string& nr, const std::string& change) {
    return "[[begrotingswijziging]]\nnr = " + nr + "\ndatum = 2025-0" + nr + "-01\nwijziging = [{ " + change + " }]\n";
  };
  const TempPlan folder({{"plan.toml", plan(adopted("1", "project = \"1\", post = \"Huur\", vervalt = true") +
                                            adopted("2", "project = \"1\", budget = 300") +
                                            adopted("3", "project = \"1\", post = \"Zaal\", plus = { 2025 = 2 }") +
                                            adopted("4",
                                                    "nieuw_project = [ { nr = \"2\", naam = \"Twee\", "
                                                    "programmalijn = \"a\", budget = 7 } ]"))}});
  const Run run =
      run_saldo({"diff", folder.path(), folder.path(), "--standing", "beide", "--bridge", "--width", "200"});
  INFO(run.out << run.err);
  for (const char* part : {"post is vervallen (begrotingswijziging 1)", "(begrotingswijziging 2)",
                           "lasten 2025 5 → 7 (begrotingswijziging 3)", "project is nieuw (begrotingswijziging 4)"})
    CHECK(has(run.out, part));
}

TEST_CASE("diff of one plan with both standings leads from primitief to actueel, and names what was adopted") {
  const std::string plan = SALDO_SOURCE_DIR "/examples/wijzigingen";
  const Run run =
      run_saldo({"diff", plan, plan, "--standing", "beide", "--bridge", "--year", "2026", "--width", "200"});
  CHECK(run.code == 0);
  CHECK(has(run.out, "/wijzigingen (primitief) naar "));
  CHECK(has(run.out, "/wijzigingen (actueel)"));
  CHECK(has(run.out, "(begrotingswijziging "));
  CHECK(has(run.out, "is alleen in " + plan + " (actueel) verwerkt."));
  CHECK_FALSE(has(run.out, "Niet de begroting"));
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

TEST_CASE("diff: a revision wins over a folder of its name, which anybody may make who proposes a change") {
  if (!have("git")) SKIP("git is not installed");
  const Repository repository;
  fs::copy(repository.temporary.folder / "plan", repository.temporary.folder / "eerste:plan",
           fs::copy_options::recursive);
  fs::copy(repository.temporary.folder / "plan", repository.temporary.folder / "2025:plan",
           fs::copy_options::recursive);
  const InFolder here(repository.temporary.folder);
  CHECK(run_saldo({"diff", "eerste:plan", "plan", "--exit-code"}).code == 1);
  CHECK(run_saldo({"diff", "./eerste:plan", "plan"}).out == "No differences.\n");
  CHECK(run_saldo({"diff", "2025:plan", "plan"}).out == "No differences.\n");
  fs::rename(repository.temporary.folder / "eerste:plan", repository.temporary.folder / "eerste:anders");
  CHECK(
      run_saldo({"diff", "eerste:anders", "plan"}).err ==
      "saldo: eerste:anders: revision eerste has no anders; for what stands here on the disk, write ./eerste:anders\n");
}

TEST_CASE("diff reads links of a revision as it reads those of the disk") {
  if (!have("git")) SKIP("git is not installed");
  const Repository repository;
  fs::create_directories(repository.file(".deel"));
  fs::rename(repository.file("projecten/3.2.toml"), repository.file(".deel/3.2.toml"));
  fs::create_symlink("../.deel/3.2.toml", repository.file("projecten/3.2.toml"));
  fs::create_symlink("plan", repository.temporary.folder / "begroting");
  fs::create_symlink("nergens", repository.file("los.txt"));
  repository.git("add -A . && git commit -q -m drie");
  const InFolder here(repository.temporary.folder);
  CHECK(run_saldo({"diff", "HEAD:plan", "plan"}).out == "No differences.\n");
  CHECK(run_saldo({"diff", "HEAD:begroting", "begroting"}).out == "No differences.\n");
  CHECK(run_saldo({"diff", "HEAD:plan/projecten/3.2.toml", "plan"}).code == 2);  // read, but no plan by itself
}

TEST_CASE("diff: what a revision keeps elsewhere is told as on the disk, or where only git cannot follow it") {
  if (!have("git")) SKIP("git is not installed");
  const Repository repository;
  const fs::path top = repository.temporary.folder;
  fs::create_directories(top / "gedeeld");
  std::ofstream(top / "gedeeld/9.toml") << "[index]\nzorg = 1\n";
  fs::create_symlink("../gedeeld/9.toml", repository.file("9.toml"));
  fs::create_symlink("/etc/hostname", repository.file("10.toml"));
  fs::create_symlink("../gedeeld", repository.file("map"));
  std::ofstream(repository.file("11.tml")) << "x";
  repository.git("add -A . && git commit -q -m drie");
  const InFolder here(top);
  const Run run = run_saldo({"diff", "HEAD:plan", "plan"});
  CHECK(run.code == 2);
  CHECK(run.out == "");
  for (const char* plan : {"HEAD:plan", "plan"}) {
    for (const char* file : {"/9.toml", "/10.toml"})
      CHECK(has(run.err, std::string(plan) + file + ": error: is a link to something outside the folder of the plan"));
    CHECK(has(run.err, std::string(plan) + "/map: error: is a link to a folder with *.toml files"));
    CHECK(has(run.err, std::string(plan) + "/11.tml: error: is not read, as its name"));
  }
  CHECK_FALSE(has(run.err, "gedeeld"));
}

// A name with a line break in it was two questions, and all that came behind it got the answer of another.
TEST_CASE("diff: a link whose name holds a line break asks git for nothing else") {
  if (!have("git")) SKIP("git is not installed");
  const Repository repository;
  std::ofstream(repository.temporary.folder / "geheim.toml") << "wachtwoord = paard\n";
  std::ofstream(repository.file(".deel.toml")) << "[index]\nzorg = 1\n";
  fs::create_symlink("weg", repository.file("0\nHEAD:geheim.toml"));
  fs::create_symlink(".deel.toml", repository.file("9.toml"));
  repository.git("add -A . && git commit -q -m drie");
  const InFolder here(repository.temporary.folder);
  const Run run = run_saldo({"diff", "HEAD:plan", "plan"});
  CHECK(run.code == 2);
  CHECK_FALSE(has(run.out + run.err, "wachtwoord"));
  CHECK(has(run.err, "HEAD:plan/0 HEAD:geheim.toml: error: is a link to something outside"));
  CHECK_FALSE(has(run.err, "9.toml"));
}

TEST_CASE("diff: a submodule in the plan is told, as git keeps its files elsewhere") {
  if (!have("git")) SKIP("git is not installed");
  const Repository repository;
  repository.git("update-index --add --cacheinfo 160000,$(git rev-parse HEAD),plan/deel && git commit -q -m drie");
  const InFolder here(repository.temporary.folder);
  const Run run = run_saldo({"diff", "HEAD:plan", "plan"});
  CHECK(run.code == 2);
  CHECK(run.err.starts_with("HEAD:plan/deel: error: is a submodule"));
}

TEST_CASE("diff says what helps where a revision is not there: a clone without history, a branch, what is staged") {
  if (!have("git")) SKIP("git is not installed");
  const Repository repository;
  const TempPlan clones({});
  const std::string source = "'file://" + repository.temporary.path() + "' '" + clones.path();
  CHECK(shell_prints("git clone -q --depth 1 --branch nieuw " + source + "/ondiep' && git clone -q --branch nieuw " +
                     source + "/heel'") == "");
  {
    const InFolder here(clones.folder / "ondiep");
    const std::string said = run_saldo({"diff", "HEAD~1:plan", "plan"}).err;
    for (const char* help : {"`git fetch --unshallow`", "fetch-depth: 0", "GIT_DEPTH: 0", "`HEAD~1`"})
      CHECK(has(said, help));
  }
  const InFolder here(clones.folder / "heel");
  CHECK(has(run_saldo({"diff", "main:plan", "plan"}).err, "did you mean origin/main:plan?"));
  CHECK(has(run_saldo({"diff", "main", "plan"}).err, "behind it: origin/main:plan\n"));
  CHECK(has(run_saldo({"diff", "nieuw", "plan"}).err, "behind it: nieuw:plan\n"));
  CHECK(has(run_saldo({"diff", "nergens", "plan"}).err, "nergens: error: does not exist"));
  CHECK(has(run_saldo({"diff", ":plan", "plan"}).err, "`$(git write-tree):plan`"));
  const std::string tree = shell_prints("git write-tree");
  CHECK(run_saldo({"diff", tree.substr(0, tree.find('\n')) + ":plan", "plan"}).out == "No differences.\n");
  const InFolder inside(clones.folder / "heel/plan");
  CHECK(has(run_saldo({"diff", "nieuw", "."}).err, "behind it: nieuw:.\n"));
  CHECK(has(run_saldo({"diff", "nieuw", "projecten"}).err, "behind it: nieuw:./projecten\n"));
}

TEST_CASE("diff: a year that only one of the plans has is no difference") {
  const auto plan = [](int first, const std::string& more) {
    return "[plan]\nnaam = \"Proef\"\neerste_jaar = " + std::to_string(first) +
           "\nlaatste_jaar = " + std::to_string(first + 1) +
           "\n[[programmalijn]]\nid = \"a\"\nnaam = \"Lijn\"\n[[project]]\nnr = \"1\"\nnaam = \"Een\"\nprogrammalijn = "
           "\"a\"\nbudget = 100\npost = [ { naam = \"Huur\", lasten = { " +
           std::to_string(first + 1) + " = 10 } } ]\n" + more;
  };
  const std::string extra = "[[project]]\nnr = \"2\"\nnaam = \"Twee\"\nprogrammalijn = \"a\"\nbudget = 7\n";
  const TempPlan plans({{"oud.toml", plan(2025, "")}, {"nieuw.toml", plan(2026, extra)}});
  const Rows rows = csv_of({"diff", plans.file("oud.toml"), plans.file("nieuw.toml"), "--table", "eindsaldo"});
  REQUIRE(rows.size() == 3);
  CHECK(rows[2] ==
        std::vector<std::string>{"totaal", "Totaal", "100.00", "", "", "90.00", "107.00", "17.00", "", "97.00", ""});
  for (const char* table : {"eindsaldo", "posten"}) {
    const std::string text =
        run_saldo({"diff", plans.file("oud.toml"), plans.file("nieuw.toml"), "--table", table}).out;
    CHECK(has(text, "Zonder de jaren die niet in beide plannen staan: 2025, 2027."));
    CHECK(has(text, " 2026\n"));
  }
  // The post differs in a year that both have; the new project keeps its difference there.
  const Rows posts = csv_of({"diff", plans.file("oud.toml"), plans.file("nieuw.toml"), "--table", "posten"});
  REQUIRE(posts.size() == 4);
  CHECK(posts[3][1] == "2");
  CHECK(posts[3][13] == "7.00");
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
  const std::string said =
      shell_prints("PATH=/nergens '" + saldo_program() + "' diff main:plan '" + achterhoek() + "'");
  CHECK(
      said ==
      "saldo: main:plan: there is no such path, and git, which could look for a revision, cannot be started\n[exit 2]");
}
