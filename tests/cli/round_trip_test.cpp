// What leaves as a sheet comes back with every figure: export, import, diff.
#include <filesystem>
#include <fstream>
#include <map>

#include "support/catch.h"
#include "support/random_plan.h"
#include "support/support.h"

namespace {

namespace fs = std::filesystem;

// Amounts of posts and balances of projects that differ between two plans: "3.1 lasten".
std::vector<std::string> other_figures(const std::string& before, const std::string& after) {
  const Run run = run_saldo({"diff", before, after, "--table", "posten", "--format", "csv"});
  INFO(run.err);
  REQUIRE(run.code == 0);
  const std::vector<std::vector<std::string>> rows = read_csv(run.out);
  std::vector<std::string> others;
  for (std::size_t row = 1; row < rows.size(); ++row) {
    for (std::size_t cell = 0; cell < rows[row].size(); ++cell)
      if (rows[0][cell].ends_with(".verschil") && !rows[row][cell].empty() && rows[row][cell] != "0.00") {
        others.push_back(rows[row][1] + " " + rows[row][3] + " " + rows[row][7] + " " + rows[row][cell]);
        break;
      }
  }
  return others;
}

std::string sheet_of(const std::string& plan, const TempPlan& work, const std::string& name = "blad.csv") {
  const std::string sheet = work.file(name);
  const Run run = run_saldo({"export", plan, "-o", sheet});
  INFO(run.err);
  REQUIRE(run.code == 0);
  return sheet;
}

// The plan that comes back, in a folder of `work`.
std::string plan_of(const std::string& sheet, const TempPlan& work, const std::string& name = "terug") {
  const Run run = run_saldo({"import", sheet, "-o", work.file(name)});
  INFO(run.out << run.err);
  REQUIRE(run.code == 0);
  return work.file(name);
}

// Lasten and baten of each project of a plan, by its nr.
std::map<std::string, std::vector<std::string>> sides_of(const std::string& plan) {
  const std::vector<std::vector<std::string>> rows =
      read_csv(run_saldo({"table", plan, "--by", "project", "--format", "csv"}).out);
  std::map<std::string, std::vector<std::string>> sides;
  for (std::size_t row = 1; row < rows.size(); ++row) {
    if (rows[row][0].find('.') == std::string::npos) continue;  // a line, or a total
    std::map<std::string, std::string> by_column;               // whatever their order
    for (std::size_t cell = 0; cell < rows[row].size(); ++cell)
      if (rows[0][cell].ends_with(".lasten") || rows[0][cell].ends_with(".baten"))
        by_column.emplace(rows[0][cell], rows[row][cell]);
    for (const auto& [column, amount] : by_column) sides[rows[row][0]].push_back(column + " " + amount);
  }
  return sides;
}

}  // namespace

TEST_CASE("a table of programmas and reserves comes back without the reserves, which is told") {
  const std::string plan = SALDO_SOURCE_DIR "/examples/programmabegroting";
  const std::string table = run_saldo({"table", plan, "--by", "project", "--format", "csv"}).out;
  const TempPlan work({{"tabel.csv", table}});
  const Run run = run_saldo({"import", work.file("tabel.csv"), "-o", work.file("terug"), "--lang", "en"});
  INFO(run.err);
  CHECK(run.code == 0);
  CHECK(has(run.err, "the table does not say which reserve it is [import-rij]"));
  CHECK_FALSE(has(run.err, "[import-totaal]"));
  CHECK(sides_of(work.file("terug")).size() == 16);
  CHECK(sides_of(work.file("terug")) == sides_of(plan));
  CHECK(run_saldo({"check", work.file("terug")}).code == 0);
}

TEST_CASE("the real plan comes back from a sheet with every figure") {
  const TempPlan work({});
  const std::string back = plan_of(sheet_of(achterhoek(), work), work);
  CHECK(other_figures(achterhoek(), back) == std::vector<std::string>());
  const auto by_project = [](const std::string& plan) {
    return run_saldo({"table", plan, "--by", "project", "--format", "csv"}).out;
  };
  CHECK(by_project(back) == by_project(achterhoek()));
}

TEST_CASE("the real plan comes back from a workbook, and through LibreOffice in another form") {
  for (const std::string kind : {"xlsx", "ods"}) {
    INFO(kind);
    const TempPlan work({});
    const std::string sheet = sheet_of(achterhoek(), work, "blad." + kind);
    CHECK(other_figures(achterhoek(), plan_of(sheet, work)) == std::vector<std::string>());
    if (!have("soffice")) SKIP("LibreOffice saves a sheet again: soffice is not installed");
    for (const std::string form : {"ods", "xlsx", "csv"}) {
      INFO(shell_prints("cd '" + work.path() + "' && HOME='" + work.path() + "' soffice --headless --convert-to " +
                        form + " --outdir '" + work.file(form) + "' blad." + kind));
      const std::string back = plan_of(work.file(form + "/blad." + form), work, "terug-" + form);
      CHECK(other_figures(achterhoek(), back) == std::vector<std::string>());
    }
  }
}

TEST_CASE("an amount changed in the sheet is another figure of the plan that comes back") {
  const TempPlan work({});
  const std::string sheet = sheet_of(achterhoek(), work);
  std::string text = read_text(sheet);
  const std::size_t at = text.find("67000.00");
  REQUIRE(at != std::string::npos);
  std::ofstream(sheet) << text.replace(at, 8, "67000.01");
  CHECK(other_figures(achterhoek(), plan_of(sheet, work)).size() > 1);  // the post and what its project ends with
}

TEST_CASE("any plan comes back from a sheet with every figure, and the same way twice") {
  for (std::uint64_t seed = 1; seed <= 40; ++seed) {
    INFO("random_plan(" << seed << ")");
    const RandomPlan random = random_plan(seed, {.any_transfers = seed % 2 == 0, .soorten = seed % 4 == 1});
    const TempPlan work({{"plan.toml", random.text()}});
    const std::string sheet = sheet_of(work.file("plan.toml"), work);
    const std::string back = plan_of(sheet, work), again = plan_of(sheet, work, "weer");
    CHECK(other_figures(work.file("plan.toml"), back) == std::vector<std::string>());
    for (const fs::directory_entry& file : fs::recursive_directory_iterator(back))
      if (file.is_regular_file())
        CHECK(read_text(file.path()) == read_text(fs::path(again) / fs::relative(file.path(), back)));
  }
}
