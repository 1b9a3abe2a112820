// The hundred most awkward names stay what they are in what is written of a plan, or are refused where they stand. What a
// browser makes of them is tried in report_browser_test.cpp.
#include <fmt/format.h>

#include <nlohmann/json.hpp>
#include <pugixml.hpp>
#include <set>

#include "support/awkward.h"
#include "support/catch.h"
#include "support/support.h"
#include "support/written_book.h"

namespace {

// A goal for each name.
std::string goals_of(const std::vector<std::string>& names) {
  std::string plan = plan_of_names({"Lijn", "Project"});
  for (std::size_t i = 0; i < names.size(); ++i)
    plan += fmt::format("[[doel]]\nid = \"d{}\"\nsoort = \"hoofddoel\"\nnaam = {}\n", i, in_toml(names[i]));
  return plan;
}

// What an svg shows, and what a pointer on a text that was cut reads.
std::set<std::string> texts_of(const std::string& svg) {
  pugi::xml_document document;
  const pugi::xml_parse_result parsed = document.load_buffer(svg.data(), svg.size(), pugi::parse_full);
  INFO(parsed.description() << " at " << parsed.offset);
  REQUIRE(parsed);
  std::set<std::string> texts;
  for (const char* path : {"//text", "//title"})
    for (const pugi::xpath_node& node : document.select_nodes(path)) texts.insert(node.node().text().get());
  return texts;
}

}  // namespace

TEST_CASE("a picture gives back each of a hundred awkward names") {
  REQUIRE(awkward_names_of_people().size() == 100);
  const TempPlan plan({{"plan.toml", goals_of(awkward_names_of_people())}});
  const Run run = run_saldo({"goals", plan.path(), "--format", "svg"});
  INFO(run.err);
  REQUIRE(run.code == 0);
  const std::set<std::string> texts = texts_of(run.out);
  for (const std::string& name : awkward_names_of_people()) {
    INFO(name);
    CHECK(texts.count(name) == 1);
  }
}

TEST_CASE("json gives back each of a hundred awkward names") {
  const TempPlan plan({{"plan.toml", plan_of_names(awkward_names_of_people())}});
  const Run run = run_saldo({"table", plan.path(), "--by", "post", "--format", "json"});
  REQUIRE(run.code == 0);
  for (const std::string& name : awkward_names_of_people()) {
    INFO(name);
    CHECK(has(run.out, nlohmann::json(name).dump()));
  }
}

TEST_CASE("a workbook gives back each of a hundred awkward names, and none as a formula") {
  const TempPlan plan({{"plan.toml", plan_of_names(awkward_names_of_people())}});
  const Run run = run_saldo({"report", plan.path(), "-o", "-", "--format", "xlsx"});
  if (has(run.err, "install")) SKIP(run.err);
  REQUIRE(run.code == 0);
  std::set<std::string> texts;
  for (const saldo::Sheet& sheet : sheets_in(run.out))
    for (const saldo::SheetCell& cell : sheet.cells)
      if (cell.is == saldo::CellIs::text) texts.insert(std::string(cell.text));
  for (const std::string& name : awkward_names_of_people()) {
    INFO(name);
    CHECK(texts.count(name) == 1);
  }
}

TEST_CASE("a name that nobody sees as it is gets refused at its place") {
  for (const std::string& name : names_nobody_sees()) {
    const TempPlan plan({{"plan.toml", plan_of_names({"Lijn", name, "Post"})}});
    const Run run = run_saldo({"report", plan.path(), "-o", "-", "--format", "html"});
    INFO(in_toml(name));
    CHECK(run.code == 2);
    CHECK(run.out == "");
    CHECK(has(run.err, "plan.toml:10:"));
  }
}
