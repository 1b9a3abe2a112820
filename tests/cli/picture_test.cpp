// Pictures of commands hold the figures of their tables: read back from the svg and held against the csv.
#include <algorithm>
#include <functional>
#include <pugixml.hpp>

#include "support/catch.h"
#include "support/random_plan.h"
#include "support/support.h"

namespace {

// What is pointed at on the bars and points of an svg: "2025, baten: 1.234,56".
std::vector<std::string> told_in(const std::string& svg, const std::string& word) {
  pugi::xml_document document;
  std::vector<std::string> told;
  REQUIRE(document.load_string(svg.c_str()));
  const std::function<void(pugi::xml_node)> walk = [&](pugi::xml_node node) {
    const std::string classes = node.attribute("class").value();
    if (classes.starts_with(word) && node.child("title")) told.emplace_back(node.child("title").child_value());
    for (const pugi::xml_node child : node.children()) walk(child);
  };
  walk(document);
  return told;
}

// Cents of "1.234,56", "−5" or "+5", and of a plain "-1234.56".
std::int64_t cents_of(std::string text, bool plain) {
  const bool below = text.starts_with("−") || text.starts_with("-");
  std::string whole, rest;
  bool behind = false;
  for (const char c : text) {
    if (c == (plain ? '.' : ',')) behind = true;
    else if (c >= '0' && c <= '9') (behind ? rest : whole) += c;
  }
  rest.resize(2, '0');
  const std::int64_t size = std::stoll(whole + rest);
  return below ? -size : size;
}

std::string figure_in(const std::string& told) { return told.substr(told.rfind(": ") + 2); }

std::size_t column_of(const std::vector<std::vector<std::string>>& rows, const std::string& key) {
  const auto found = std::find(rows.front().begin(), rows.front().end(), key);
  REQUIRE(found != rows.front().end());
  return static_cast<std::size_t>(found - rows.front().begin());
}

std::string version(const std::string& which) { return SALDO_SOURCE_DIR "/examples/versies/" + which; }

std::string out_of(std::vector<std::string> asked, const std::vector<std::string>& more) {
  asked.insert(asked.end(), more.begin(), more.end());
  return run_saldo(asked).out;
}

}  // namespace

TEST_CASE("the bars of a budget are the totals of its table, in any plan") {
  std::size_t bars = 0;
  for (std::uint64_t seed = 1; seed <= 25; ++seed) {
    const TempPlan plan({{"plan.toml", random_plan(seed, {.soorten = seed % 2 == 0}).text()}});
    INFO("seed " << seed);
    const Run csv = run_saldo({"table", plan.path(), "--format", "csv"});
    const Run svg = run_saldo({"table", plan.path(), "--format", "svg", "--cents"});
    REQUIRE(csv.code == svg.code);
    if (csv.code != 0) continue;
    const auto rows = read_csv(csv.out);
    const auto total = std::find_if(rows.begin(), rows.end(), [](const auto& row) { return row.front() == "totaal"; });
    REQUIRE(total != rows.end());
    for (const std::string& told : told_in(svg.out, "staaf")) {
      const std::string year = told.substr(0, 4), side = told.substr(6, told.rfind(": ") - 6);
      CHECK(cents_of(figure_in(told), false) == cents_of((*total)[column_of(rows, year + "." + side)], true));
      ++bars;
    }
  }
  CHECK(bars > 100);
}

TEST_CASE("the points of the investeringsbudget are the stands of its table") {
  const Run csv = run_saldo({"carryover", achterhoek(), "--table", "investeringsbudget", "--format", "csv"});
  const Run svg = run_saldo({"carryover", achterhoek(), "--format", "svg", "--cents"});
  const auto rows = read_csv(csv.out);
  const std::vector<std::string> told = told_in(svg.out, "punt");
  REQUIRE(told.size() == 4);
  for (const std::string& point : told)
    CHECK(cents_of(figure_in(point), false) == cents_of(rows.back()[column_of(rows, point.substr(0, 4))], true));
}

TEST_CASE("the dots of what a scenario leaves in the investeringsbudget are the stands of its table") {
  const std::vector<std::string> asked{"compare", achterhoek(), SALDO_SOURCE_DIR "/examples/scenarios/loon-6.toml",
                                       "--table", "investeringsbudget"};
  const auto rows = read_csv(out_of(asked, {"--format", "csv"}));
  const std::vector<std::string> told = told_in(out_of(asked, {"--format", "svg", "--cents"}), "punt");
  REQUIRE(rows.size() == 3);
  REQUIRE(told.size() == 2);
  const std::size_t stand = column_of(rows, "2028.stand");
  CHECK(rows[1][stand] != rows[2][stand]);
  for (std::size_t i = 0; i < told.size(); ++i)
    CHECK(cents_of(figure_in(told[i]), false) == cents_of(rows[i + 1][stand], true));
}

TEST_CASE("the points of a sweep are the figures of its table") {
  const std::vector<std::string> asked{"compare", achterhoek(), "--sweep", "index.loon=3..6:1"};
  const auto rows = read_csv(out_of(asked, {"--format", "csv"}));
  const std::vector<std::string> told = told_in(out_of(asked, {"--format", "svg", "--cents"}), "punt");
  REQUIRE(told.size() == 4);
  REQUIRE(rows.size() == 5);
  for (std::size_t i = 0; i < told.size(); ++i) {
    CHECK(told[i].starts_with(std::to_string(3 + i) + "%"));
    CHECK(cents_of(figure_in(told[i]), false) == cents_of(rows[i + 1][column_of(rows, "bedrag")], true));
  }
  CHECK(rows[1] != rows[4]);
  CHECK(has(out_of(asked, {"--plot"}), "\n3%"));
}

TEST_CASE("the steps of a bridge lead from its first sum to its last, whatever is told together") {
  for (const char* top : {"0", "1", "3", "1000"}) {
    const Run svg = run_saldo(
        {"diff", version("vastgesteld"), version("concept"), "--bridge", "--top", top, "--format", "svg", "--cents"});
    REQUIRE(svg.code == 0);
    std::vector<std::int64_t> figures;
    for (const std::string& told : told_in(svg.out, "staaf")) figures.push_back(cents_of(figure_in(told), false));
    REQUIRE(figures.size() >= 3);
    std::int64_t sum = 0;
    for (std::size_t i = 0; i + 1 < figures.size(); ++i) sum += figures[i];
    CHECK(sum == figures.back());
  }
}

TEST_CASE("a picture of a variant says that it is one") {
  CHECK(has(run_saldo({"table", achterhoek(), "--set", "index.loon=4", "--format", "svg"}).out,
            "Niet de begroting zoals die nu geldt"));
}

TEST_CASE("every picture of a command goes into the folder, with the name of its table") {
  const TempPlan folder({});
  const Run run = run_saldo(
      {"risk", SALDO_SOURCE_DIR "/examples/risico", "--runs", "1000", "--format", "svg", "--output", folder.path()});
  CHECK(run.code == 0);
  for (const char* name : {"verdeling.svg", "spreiding.svg", "oorzaken.svg"})
    CHECK(read_text(folder.file(name)).starts_with("<svg "));
}

TEST_CASE("svg and bars are there where a picture is, and refused with what to do where none is") {
  const auto refused = [](const std::vector<std::string>& arguments, const char* why) {
    const Run run = run_saldo(arguments);
    CHECK(run.code == 2);
    CHECK(run.out.empty());
    CHECK(has(run.err, why));
  };
  refused({"changes", achterhoek(), "--format", "svg"}, "--format");
  refused({"overlap", achterhoek(), "--format", "svg"}, "add --matrix");
  refused({"overlap", achterhoek(), "--plot"}, "add --matrix");
  refused({"diff", achterhoek(), achterhoek(), "--plot"}, "add --bridge");
  refused({"table", achterhoek(), "--standing", "beide", "--format", "svg"}, "leave out --standing beide");
  refused({"table", achterhoek(), "--plot", "--format", "json"}, "leave out --format json");
  refused({"table", achterhoek(), "--plot", "--csv-dialect", "excel-nl"}, "leave out --csv-dialect");
  refused({"carryover", achterhoek(), "--table", "open_einden", "--format", "svg"}, "only of investeringsbudget");
  refused({"compare", achterhoek(), "--sweep", "index.loon=3..4:1", "--sweep", "index.prijs=1..2:1", "--format", "svg"},
          "draws one --sweep");
}
