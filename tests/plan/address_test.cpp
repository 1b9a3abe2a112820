// Addresses: every reader of one takes the same, finds the same, and proposes the same for a slip.
#include "plan/address.h"

#include "support/catch.h"
#include "support/small_plan.h"

using namespace saldo;

namespace {

Lines addresses(const std::string& address, const SmallPlan& worked = real_plan()) {
  const FoundTargets found = find_targets(worked.plan, address);
  Lines lines;
  for (const Target& target : found.targets) lines.push_back(to_text(address_of(worked.plan, target)));
  CHECK(found.targets.empty() == !found.trouble.empty());
  return lines;
}

std::string trouble(const std::string& address, const SmallPlan& worked = real_plan()) {
  const FoundTargets found = find_targets(worked.plan, address);
  CHECK(found.targets.empty());
  return to_text(found.trouble, Language::en);
}

// What is said of an address by whoever reads it; the plan is the real one.
std::string told(std::vector<std::string> arguments) {
  arguments.insert(arguments.begin() + 1, achterhoek());
  const Run run = run_saldo(arguments);
  INFO(run.err);
  CHECK(run.code == 2);
  return run.err;
}

// Posts that a figure, a side or a year could be taken for, and two with one naam.
const std::string awkward = head() + line("a") + project("1") + post("nr = \"a/b\"\nlasten = { 2025 = 5 }", "Schuin") +
                            post("nr = \"2/rest\"\nbaten = { 2025 = 6 }", "Reis/verblijf") +
                            post("nr = 3\nlasten = { 2025 = 7 }", "Huur") +
                            post("nr = 4\nlasten = { 2025 = 8 }", "Huur") + post("nr = 5\nlasten = { 2025 = 9 }", "3");

}  // namespace

TEST_CASE("an address names a post and a year, and both its sides when it has both") {
  CHECK(addresses("3.18/12/2026") == Lines{"3.18/12/lasten/2026"});
  CHECK(addresses("3.18/17/2026") == Lines{"3.18/17/baten/2026", "3.18/17/lasten/2026"});
  CHECK(addresses("3.18/17/lasten/2026") == Lines{"3.18/17/lasten/2026"});
  CHECK(addresses("3.18/12/baten/2026") == Lines{"3.18/12/baten/2026"});
}

TEST_CASE("an address names a figure of a project, a programmalijn or the whole plan") {
  for (const std::string whose : {"3.18", "programma", "totaal"})
    for (const std::string figure : {"opening", "baten", "lasten", "saldo", "eindsaldo"})
      CHECK(addresses(whose + "/" + figure + "/2027") == Lines{whose + "/" + figure + "/2027"});
}

TEST_CASE("with only a year an address is the eindsaldo, and the investeringsbudget has a name of its own") {
  CHECK(addresses("investeringsbudget/2028") == Lines{"3.18/eindsaldo/2028"});
  CHECK(addresses("investeringsbudget/baten/2028") == Lines{"3.18/baten/2028"});
  CHECK(addresses("investeringsbudget/12/2028") == Lines{"3.18/12/lasten/2028"});
  CHECK(addresses("3.7-fase1/2025") == Lines{"3.7-fase1/eindsaldo/2025"});
  CHECK(addresses("totaal/2025") == Lines{"totaal/eindsaldo/2025"});
}

TEST_CASE("what an address is written as, is an address of the same figure") {
  for (const char* address :
       {"3.18/12/lasten/2026", "3.18/eindsaldo/2026", "programma/saldo/2028", "totaal/opening/2025"})
    CHECK(addresses(address) == Lines{address});
}

TEST_CASE("an address that is none shows what one looks like") {
  const std::string forms = " names no figure; write 3.18/12/2026, 3.18/eindsaldo/2026 or totaal/baten/2026";
  CHECK(trouble("") == "``" + forms);
  CHECK(trouble("3.18") == "`3.18`" + forms);
  CHECK(trouble("3.18/12/lasten/2026/x") == "`3.18/12/lasten/2026/x`" + forms);
}

TEST_CASE("an address outside the plan says which years there are") {
  for (const std::string year : {"2024", "2029", "26", "twaalf", ""})
    CHECK(trouble("3.18/12/" + year) == "`" + year + "` is not a year of the plan, which runs from 2025 to 2028");
}

TEST_CASE("a misspelt project, programmalijn, post or figure comes with the likely one") {
  CHECK(trouble("3.188/12/2026") == "there is no project or programmalijn 3.188; did you mean 3.18?");
  CHECK(trouble("program/baten/2026") == "there is no project or programmalijn program; did you mean programma?");
  CHECK(trouble("total/baten/2026") == "there is no project or programmalijn total; did you mean totaal?");
  CHECK(trouble("investeringsbudge/2026") ==
        "there is no project or programmalijn investeringsbudge; did you mean investeringsbudget?");
  CHECK(trouble("xyzzy/2026") == "there is no project or programmalijn xyzzy");
  CHECK(trouble("3.18/eindsald/2026") == "project 3.18 has no post eindsald; did you mean eindsaldo?");
  CHECK(trouble("3.18/xyzzy/2026") == "project 3.18 has no post xyzzy");
  CHECK(trouble("totaal/bten/2026") ==
        "`bten` is no figure of totaal; choose opening, baten, lasten, saldo or eindsaldo");
  CHECK(trouble("programma/12/lasten/2026") ==
        "`12` is no figure of programma; choose opening, baten, lasten, saldo or eindsaldo");
}

TEST_CASE("a paragraph of several projects comes with all of them, as for `saldo project`") {
  CHECK(trouble("3.7/1/2025").find("3.7-fase1, 3.7-fase2, 3.7-pilot") != std::string::npos);
}

TEST_CASE("a suggestion is never what was written") {
  CHECK(trouble("3.18/lasten/12/2026").find("did you mean lasten") == std::string::npos);
  CHECK(trouble("3.18/eindsaldo/lasten/2026").find("did you mean eindsaldo") == std::string::npos);
  const SmallPlan without_rib = work_out_text(head() + line("a") + project("1"));
  CHECK(trouble("investeringsbudget/2026", without_rib).find("did you mean investeringsbudget") == std::string::npos);
}

TEST_CASE("a side that is none says which there are") {
  const std::string told = trouble("3.18/12/last/2026");
  CHECK(told.find("`last`") != std::string::npos);
  CHECK(told.find("lasten") != std::string::npos);
}

TEST_CASE("a post without amounts has nothing to explain") {
  CHECK(trouble("3.20/11/2025") == "post 11 of project 3.20 has no amounts there");
}

// --- one reader ---

TEST_CASE("the nr or naam of a post may hold slashes, whoever reads it") {
  const TempPlan files({{"plan.toml", awkward}});
  const SmallPlan worked = work_out_text(awkward);
  const std::vector<std::pair<std::string, std::string>> same = {
      {"1/a/b/2025", "1/a/b/lasten/2025"},
      {"1/a/b/lasten/2025", "1/a/b/lasten/2025"},
      {"1/Reis/verblijf/2025", "1/2/rest/baten/2025"},
      {"1/2/rest/baten/2025", "1/2/rest/baten/2025"},
  };
  for (const auto& [address, cell] : same) {
    INFO(address);
    CHECK(addresses(address, worked) == Lines{cell});
    const Run set = run_saldo({"why", files.path(), address, "--set", address + "=50", "--format", "csv"});
    CHECK(set.err == "");
    CHECK(set.out.find("0," + cell) != std::string::npos);
    CHECK(set.out.find(",50.00,") != std::string::npos);
    const Run sweep = run_saldo({"compare", files.path(), "--sweep", address + "=1..2:1", "--figure", address});
    CHECK(sweep.err == "");
    CHECK(sweep.out.find(cell) != std::string::npos);
  }
}

// --- posts by nr or naam ---

TEST_CASE("a post is found by its naam, whoever reads the address") {
  CHECK(addresses("3.18/Onvoorzien/2025") == addresses("3.18/12/2025"));
  CHECK(addresses("3.18/Onvoorzien/lasten/2025") == Lines{"3.18/12/lasten/2025"});
  CHECK(addresses("investeringsbudget/Onvoorzien/2025") == Lines{"3.18/12/lasten/2025"});
  CHECK(run_saldo({"why", achterhoek(), "3.18/Onvoorzien/2026"}).out ==
        run_saldo({"why", achterhoek(), "3.18/12/2026"}).out);
  const std::vector<std::string> sweep{"compare", achterhoek(), "--sweep", "3.18/Onvoorzien/2026=1..2:1", "--figure"};
  const auto with = [&sweep](const std::string& figure) {
    std::vector<std::string> arguments = sweep;
    arguments.push_back(figure);
    return run_saldo(arguments);
  };
  CHECK(with("3.18/Onvoorzien/2026").code == 0);
  CHECK(with("3.18/Onvoorzien/2026").out == with("3.18/12/2026").out);
}

TEST_CASE("a nr goes before a naam, and a figure before both") {
  const SmallPlan worked = work_out_text(awkward + post("nr = 6\nlasten = { 2025 = 1 }", "saldo"));
  CHECK(addresses("1/3/2025", worked) == Lines{"1/3/lasten/2025"});
  CHECK(addresses("1/saldo/2025", worked) == Lines{"1/saldo/2025"});
  CHECK(addresses("1/saldo/lasten/2025", worked) == Lines{"1/6/lasten/2025"});
}

TEST_CASE("a naam that two posts have is refused with their numbers, whoever reads it") {
  const TempPlan files({{"plan.toml", awkward}});
  const SmallPlan worked = work_out_text(awkward);
  const std::string several = "project 1 has 2 posts named `Huur`; write the nr of the one that is meant: 3, 4";
  CHECK(trouble("1/Huur/2025", worked) == several);
  CHECK(run_saldo({"compare", files.path(), "--sweep", "1/3/2025=1..2:1", "--figure", "1/Huur/2025"}).err ==
        "saldo: --figure: " + several + "\n");
  const Run set = run_saldo({"table", files.path(), "--set", "1/Huur/2025=5"});
  CHECK(set.code == 2);
  for (const char* words : {"project 1 has 2 posts named `Huur`", "post 3 is here", "post 4 is here"})
    CHECK(set.err.find(words) != std::string::npos);
}

TEST_CASE("a misspelt naam comes with the likely one") {
  CHECK(trouble("3.18/Onvoorzin/2026") == "project 3.18 has no post Onvoorzin; did you mean Onvoorzien?");
  CHECK(told({"table", "--set", "3.18/Onvoorzin/2026=5"}).find("did you mean `Onvoorzien`?") != std::string::npos);
}

// --- one did-you-mean ---

TEST_CASE("for a part of project numbers every reader proposes the same") {
  const std::string likely = "did you mean one of 3.7-fase1, 3.7-fase2, 3.7-pilot?";
  const std::string quoted = "did you mean one of `3.7-fase1`, `3.7-fase2`, `3.7-pilot`?";
  CHECK(told({"why", "3.7/1/2025"}).find(likely) != std::string::npos);
  CHECK(told({"project", "3.7"}).find(likely) != std::string::npos);
  CHECK(told({"table", "--without", "3.7"}).find(likely) != std::string::npos);
  CHECK(told({"compare", "--sweep", "index.loon=1..2:1", "--figure", "3.7/2025"}).find(likely) != std::string::npos);
  CHECK(told({"table", "--set", "3.7/1/2025=5"}).find(quoted) != std::string::npos);
  CHECK(told({"table", "--set", "3.7/budget=5"}).find(quoted) != std::string::npos);
  CHECK(told({"compare", "--sweep", "3.7/1/2025=1..2:1"}).find(quoted) != std::string::npos);
  const std::string deel = "[scenario]\nnaam = \"Deel\"\n[[wijziging]]\nproject = \"3.7\"\nmaal = 2\n";
  const TempPlan scenario({{"deel.toml", deel}});
  CHECK(told({"table", "--scenario", scenario.file("deel.toml")}).find(quoted) != std::string::npos);
}

TEST_CASE("a reference in the files to a part of numbers is told the same") {
  const std::string text =
      head() + line("a") + project("2-a") + project("2-b") + project("1", "dubbeling_met = [\"2\"]");
  const LoadedPlan loaded = load_text(text);
  REQUIRE(loaded.findings.size() == 1);
  CHECK(to_text(loaded.findings[0].help) == "did you mean one of `2-a`, `2-b`?");
}
