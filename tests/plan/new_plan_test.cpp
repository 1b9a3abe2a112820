// A plan written for the first time is the plan that is read back: names, figures and order.
#include "plan/write/new_plan.h"

#include <algorithm>
#include <map>

#include "base/text.h"
#include "plan/write/toml_text.h"
#include "support/catch.h"
#include "support/random_plan.h"
#include "support/support.h"

using namespace saldo;

namespace {

const Years years{Year{2026}, Year{2029}};

const std::vector<std::string> names = {"Salarissen",
                                        "Inhuur \"derden\"",
                                        "C:\\temp",
                                        "Coördinatie & ’s-Hertogenbosch",
                                        "# geen opmerking",
                                        "a = { b = 1 }",
                                        "€ 1.000",
                                        "=SOM(A1)",
                                        "'''",
                                        "\"\"\"",
                                        "日本 e\u0301 👩‍👩‍👧",
                                        std::string(190, 'x')};

LoadedPlan load(const NewPlan& plan) {
  std::map<std::string, std::string> files;
  for (const NewFile& file : new_plan_files(plan)) files[file.path] = file.text;
  const TempPlan folder(files);
  return load_actueel(folder.path());
}

class AnyPlan {
 public:
  explicit AnyPlan(std::uint64_t seed) : dice_(seed) {}

  NewPlan plan() {
    NewPlan plan;
    plan.naam = name();
    plan.years = years;
    plan.eenheid = dice_.pick<Money>({one_euro, Money::of_euros(1'000), Money::of_euros(1'000'000)});
    if (dice_.chance(30)) plan.soort = Soort::exploitatie;
    plan.comment = dice_.chance(50) ? "Uit begroting.xlsx\nblad \"Meerjaren\"" : "";
    for (std::size_t i = dice_.below(4); i > 0; --i) {
      NewProgrammalijn line{"l" + std::to_string(i), name(), "", {}, controles(), remark()};
      if (!plan.programmalijnen.empty() && dice_.chance(40)) line.onder = plan.programmalijnen.front().id;
      plan.programmalijnen.push_back(line);
    }
    const std::size_t projects = 1 + dice_.below(30), posts = dice_.pick<std::size_t>({1, 3, 9});
    for (std::size_t i = 1; i <= projects; ++i) plan.projects.push_back(project(i, posts, plan));
    if (dice_.chance(50)) dice_.shuffle(plan.projects);
    plan.controles = controles();
    return plan;
  }

 private:
  std::string name() { return dice_.pick(names) + std::to_string(++count_); }
  std::string remark() { return dice_.pick<std::string>({"", "", "kort", "twee\nregels ]}\"", std::string(200, '#')}); }

  Amount amount() {
    if (dice_.chance(15)) return {};
    if (dice_.chance(10)) return Amount::pm();
    const std::int64_t most = dice_.pick<std::int64_t>({9, 99'999, 100'000'000, Money::limit_cents});
    return Money::of_cents(dice_.between(-most / 2, most / 2) * dice_.pick<std::int64_t>({1, 2}));
  }
  YearAmounts amounts() {
    YearAmounts all(dice_.below(years.size() + 1));
    for (Amount& one : all) one = amount();
    return all;
  }
  std::vector<NewControle> controles() {
    std::vector<NewControle> all;
    for (std::size_t i = dice_.pick<std::size_t>({0, 0, 1, 2}); i > 0; --i) {
      NewControle controle;
      controle.bron = name();
      if (dice_.chance(50)) controle.eenheid = Money::of_euros(1'000);
      if (dice_.chance(50)) controle.tolerantie = Money::of_cents(123'456);
      controle.rows = {{Figure::lasten, amounts()}, {Figure::saldo, amounts()}};
      all.push_back(controle);
    }
    return all;
  }
  NewPost post(std::size_t number, bool numbered) {
    NewPost post{numbered ? std::to_string(number * 10) + "b" : "", name(), "", {amounts(), amounts()}, {}, remark()};
    if (dice_.chance(20)) post.kop = "Kop \"1\"";
    if (dice_.chance(20)) post.structureel = dice_.chance(50);
    return post;
  }
  NewProject project(std::size_t number, std::size_t posts, const NewPlan& plan) {
    NewProject project;
    project.nr = dice_.pick<std::string>({"3.", "a b ", "P", "ÿ"}) + std::to_string(number);
    project.naam = name();
    if (!plan.programmalijnen.empty()) project.programmalijn = dice_.pick(plan.programmalijnen).id;
    if (dice_.chance(20)) project.soort = Soort::project;
    const bool has_balance = project.soort == Soort::project || !plan.soort;
    if (has_balance && dice_.chance(40)) project.budget = amount();
    project.comment = remark();
    project.controles = controles();
    const bool numbered = dice_.chance(30);
    if (dice_.chance(60))
      for (std::size_t i = 1 + dice_.below(posts); i > 0; --i) project.posts.push_back(post(i, numbered));
    else project.amounts = {amounts(), amounts()};
    return project;
  }

  Dice dice_;
  int count_ = 0;
};

Amount written_for(const Side& side, Year year) {
  for (const Term& term : side.terms)
    if (term.year == year) return term.amount;
  return {};
}

Amount at(const YearAmounts& amounts, std::size_t i) { return i < amounts.size() ? amounts[i] : Amount(); }

void check_side(const YearAmounts& wanted, const Side& side) {
  for (std::size_t i = 0; i < years.size(); ++i) CHECK(written_for(side, years.at(i)) == at(wanted, i));
}

void check_controles(const std::vector<NewControle>& wanted, const std::vector<Controle>& read) {
  REQUIRE(read.size() == wanted.size());
  for (std::size_t i = 0; i < wanted.size(); ++i) {
    CHECK(read[i].bron == wanted[i].bron);
    CHECK(read[i].tolerantie == wanted[i].tolerantie);
    std::size_t figures = 0;
    for (const NewControle::Row& row : wanted[i].rows)
      for (std::size_t year = 0; year < row.amounts.size(); ++year) {
        if (!row.amounts[year].is_money()) continue;
        ++figures;
        CHECK(std::any_of(read[i].printed.begin(), read[i].printed.end(), [&](const Printed& printed) {
          return printed.figure == row.figure && printed.year == years.at(year) &&
                 printed.amount == row.amounts[year].counted();
        }));
      }
    CHECK(read[i].printed.size() == figures);
  }
}

void check_post(const NewPost& wanted, const Post& read) {
  if (!wanted.nr.empty()) CHECK(read.nr == wanted.nr);
  CHECK(read.naam == wanted.naam);
  CHECK(read.more->kop == wanted.kop);
  CHECK(read.structureel == wanted.structureel.value_or(false));
  CHECK(read.says_structureel == wanted.structureel.has_value());
  for (const Direction direction : both_directions) check_side(wanted.amounts[direction], read.side(direction));
}

void check_project(const NewProject& wanted, const Project& read, const Plan& plan) {
  CHECK(read.nr == wanted.nr);
  CHECK(read.naam == wanted.naam);
  CHECK(read.more->own_soort == wanted.soort);
  if (!wanted.programmalijn.empty()) CHECK(plan.line(*read.programmalijn.id).id == wanted.programmalijn);
  if (wanted.budget.is_money()) CHECK(read.budget == wanted.budget);
  check_controles(wanted.controles, *read.controles);
  if (wanted.posts.empty()) {
    for (const Post& post : read.posts)
      for (const Direction direction : both_directions) check_side(wanted.amounts[direction], post.side(direction));
    return;
  }
  REQUIRE(read.posts.size() == wanted.posts.size());
  for (std::size_t i = 0; i < wanted.posts.size(); ++i) check_post(wanted.posts[i], read.posts[i]);
}

}  // namespace

TEST_CASE("a new plan is read back as it was, whatever it is called and however large it is") {
  for (std::uint64_t seed = 1; seed <= 60; ++seed) {
    INFO("seed " << seed);
    const NewPlan wanted = AnyPlan(seed).plan();
    const LoadedPlan loaded = load(wanted);
    for (const Diagnostic& finding : loaded.findings) UNSCOPED_INFO(to_text(finding.message));
    REQUIRE(loaded.findings.empty());
    const Plan& plan = loaded.plan;
    CHECK(plan.naam == wanted.naam);
    CHECK(plan.years.first == years.first);
    CHECK(plan.years.last == years.last);
    check_controles(wanted.controles, plan.controles);
    REQUIRE(plan.lines.size() == wanted.programmalijnen.size());
    for (std::size_t i = 0; i < plan.lines.size(); ++i) {
      CHECK(plan.lines[i].naam == wanted.programmalijnen[i].naam);
      check_controles(wanted.programmalijnen[i].controles, plan.lines[i].controles);
    }
    REQUIRE(plan.projects.size() == wanted.projects.size());
    for (std::size_t i = 0; i < plan.projects.size(); ++i) check_project(wanted.projects[i], plan.projects[i], plan);
  }
}

TEST_CASE("a small plan is typed as a person would") {
  NewPlan plan{.naam = "Begroting", .years = years};
  plan.programmalijnen = {{"w", "Werk", "", {}, {}, ""}};
  const auto euros = [](std::int64_t amount) { return Amount(Money::of_euros(amount)); };
  NewProject project;
  project.nr = "3.10";
  project.naam = "Mobiliteit";
  project.programmalijn = "w";
  project.posts = {{"", "Salarissen", "", {{}, {euros(1'333'600), euros(1'360'300)}}, {}, ""},
                   {"2", "Subsidie", "", {{euros(5'000), Amount::pm()}, {}}, {}, "rij 7"}};
  plan.projects = {project};
  project.nr = "3.2";
  project.naam = "Huur";
  project.posts.clear();
  project.amounts.lasten = {euros(100), {}, euros(90)};
  plan.projects.push_back(project);
  const std::vector<NewFile> files = new_plan_files(plan);
  REQUIRE(files.size() == 2);
  CHECK(files[0].text == "[plan]\nnaam = \"Begroting\"\neerste_jaar = 2026\nlaatste_jaar = 2029\n");
  CHECK(files[1].path == "projecten.toml");
  CHECK(files[1].text == R"(programmalijn = [
  { id = "w", naam = "Werk" },
]

project = [
  { nr = "3.10", naam = "Mobiliteit", programmalijn = "w", post = [
    { naam = "Salarissen", lasten = { 2026 = 1_333_600, 2027 = 1_360_300 } },
    { naam = "Subsidie",   baten = { 2026 =     5_000, 2027 =      "PM" } },  # rij 7
  ] },
  { nr = "3.2", naam = "Huur", programmalijn = "w", lasten = { 2026 = 100, 2028 = 90 } },
]
)");
}

TEST_CASE("a control character in a text is an escape, and a remark stays on its lines") {
  CHECK(toml_text("a\tb\n\"c\\\x7f") == R"("a\u0009b\u000A\"c\\\u007F")");
  CHECK(toml_remark("een\r\n\ntwee\n") == "# een\n#\n# twee\n");
  CHECK(toml_remark("") == "");
}

TEST_CASE("files of projects are read in the order of the plan") {
  NewPlan plan{.naam = "Groot", .years = years};
  for (const char* nr : {"3.10", "3.2", "../x", "", "3.2 "}) {
    NewProject project;
    project.nr = nr;
    project.naam = "P";
    project.posts.resize(40, {"", "Post", "", {}, {}, ""});
    plan.projects.push_back(project);
  }
  std::vector<std::string> paths;
  for (const NewFile& file : new_plan_files(plan)) paths.push_back(file.path);
  CHECK(paths == std::vector<std::string>{"plan.toml", "projecten/1-3.10.toml", "projecten/2-3.2.toml",
                                          "projecten/3--x.toml", "projecten/4-project.toml", "projecten/5-3.2-.toml"});
  plan.projects.resize(4);
  std::swap(plan.projects[0], plan.projects[1]);
  plan.projects[2].nr = "3.11";
  plan.projects[3].nr = "4";
  paths.clear();
  for (const NewFile& file : new_plan_files(plan)) paths.push_back(file.path);
  CHECK(paths == std::vector<std::string>{"plan.toml", "projecten/3.2.toml", "projecten/3.10.toml",
                                          "projecten/3.11.toml", "projecten/4.toml"});
}

TEST_CASE("ten thousand and one projects stand a thousand in a file, and are read in their order") {
  NewPlan plan;
  plan.naam = "Groot";
  plan.years = {Year{2026}, Year{2027}};
  for (std::size_t i = 1; i <= 10'001; ++i) {
    NewProject project;
    project.nr = std::to_string(i);
    project.naam = "Project " + project.nr;
    project.amounts.lasten = {Amount(Money::of_euros(1)), Amount()};
    plan.projects.push_back(std::move(project));
  }
  const std::vector<NewFile> files = new_plan_files(plan);
  REQUIRE(files.size() == 12);
  CHECK(files[1].path == "projecten/01.toml");
  CHECK(files[11].path == "projecten/11.toml");
  const LoadedPlan loaded = load(plan);
  REQUIRE(loaded.findings.empty());
  REQUIRE(loaded.plan.projects.size() == plan.projects.size());
  for (std::size_t i = 0; i < plan.projects.size(); ++i) REQUIRE(loaded.plan.projects[i].nr == plan.projects[i].nr);
}
