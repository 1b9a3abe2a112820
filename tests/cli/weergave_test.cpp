// How a plan wants to be seen: columns, words and signs for people, and nothing of it in csv and json.
#include <nlohmann/json.hpp>
#include <sstream>

#include "support/catch.h"
#include "support/small_plan.h"
#include "support/support.h"

using Words = std::vector<std::string>;

namespace {

std::string plan_with(const std::string& weergave) {
  return "[plan]\nnaam = \"P\"\neerste_jaar = 2025\nlaatste_jaar = 2026\n" + weergave + line("a") +
         project("1", "budget = 1_000") + post("lasten = { 2025 = 700, 2026 = 300 }\n", "Loon") +
         post("baten = { 2025 = 500, 2026 = 400 }\n", "Rijk");
}

Run run(const std::string& weergave, const Words& words) {
  const TempPlan files({{"plan.toml", plan_with(weergave)}});
  Words all = words;
  all.insert(all.begin() + 1, files.path());
  return run_saldo(all, 100);
}

std::string said(const std::string& weergave, const Words& words) {
  const Run one = run(weergave, words);
  CHECK(one.err == "");
  return one.out;
}

// The line of a page that begins with this, without spaces beside one another.
std::string line_of(const std::string& page, const std::string& start) {
  std::istringstream in(page);
  for (std::string line; std::getline(in, line);) {
    std::string plain;
    for (const char c : line)
      if (c != ' ' || (!plain.empty() && plain.back() != ' ')) plain += c;
    if (plain.starts_with(start)) return plain;
  }
  return "";
}

std::string weergave(const std::string& keys) { return "[weergave]\n" + keys + "\n"; }

}  // namespace

TEST_CASE("columns that are named are shown in that order, by the plan or for one run") {
  const std::string own = weergave("kolommen = [\"lasten\", \"baten\", \"saldo\"]");
  const std::string page = said(own, {"table"});
  CHECK(line_of(page, "Programmalijn") == "Programmalijn Lasten Baten Saldo Lasten Baten Saldo");
  CHECK(line_of(page, "Totaal") == "Totaal 700 500 -200 300 400 100");
  CHECK(said("", {"table", "--columns", "lasten,baten,saldo"}) == page);
  CHECK(line_of(said(own, {"table", "--columns", "eindsaldo,opening"}), "Totaal") == "Totaal 1.000 800 900");
}

TEST_CASE("a post has a saldo where that is a column") {
  const std::string page = said("", {"table", "--by", "post", "--columns", "saldo"});
  CHECK(line_of(page, "1 Loon") == "1 Loon -700 -300");
  CHECK(line_of(page, "2 Rijk") == "2 Rijk 500 400");
}

TEST_CASE("a project page has a column of saldi in the place of its row, and the balances that are named") {
  const std::string page = said("", {"project", "1", "--columns", "lasten,baten,saldo"});
  CHECK(line_of(page, "Nr") == "Nr Categorie Lasten Baten Saldo Lasten Baten Saldo");
  CHECK(line_of(page, "1 Loon") == "1 Loon 700 -700 300 -300");
  CHECK(line_of(page, "Totaal") == "Totaal 700 500 -200 300 400 100");
  CHECK_FALSE(has(page, "Saldo begrote"));
  CHECK_FALSE(has(page, "per 31 december"));
  const std::string balances = said("", {"project", "1", "--columns", "baten,lasten,eindsaldo"});
  CHECK(line_of(balances, "Budget per 31 december") == "Budget per 31 december 800 900");
  CHECK_FALSE(has(balances, "per 1 januari"));
}

TEST_CASE("columns of the plan are for people; those that are asked are in every format") {
  const std::string own = weergave("kolommen = [\"saldo\"]\nteken = \"vn\"\nwoorden = { saldo = \"Resultaat\" }");
  for (const std::string format : {"csv", "json"})
    for (const Words& command : std::vector<Words>{{"table"}, {"table", "--by", "post"}, {"project", "1"}}) {
      INFO(format << ' ' << command[0]);
      Words words = command;
      words.insert(words.end(), {"--format", format});
      CHECK(said(own, words) == said("", words));
    }
  CHECK(said("", {"table", "--columns", "saldo,lasten", "--format", "csv"})
            .starts_with("nr,naam,2025.saldo,2025.lasten,"));
}

TEST_CASE("a column that is not there is refused with the one that was meant") {
  CHECK(has(run("", {"table", "--columns", "lasten,bate"}).err, "did you mean `baten`?"));
  CHECK(has(run("", {"table", "--columns", "lasten,lasten"}).err, "each column is there once"));
  CHECK(has(run("", {"table", "--columns", "lasten,procent"}).err, "--columns lasten,procent: procent is there when"));
  CHECK(has(run("", {"project", "1", "--columns", "procent"}).err, "procent is there when"));
  CHECK(has(run("", {"table", "--tidy", "--columns", "lasten"}).err, "--tidy has columns of its own"));
  CHECK(has(run(weergave("kolommen = [\"eindsald\"]"), {"table"}).err, "did you mean `eindsaldo`?"));
  CHECK(has(run(weergave("kolommen = [\"saldo\", \"saldo\"]"), {"table"}).err, "the column saldo is there twice"));
  CHECK(has(run(weergave("woorden = { last = \"Uitgaven\" }"), {"table"}).err, "did you mean `lasten`?"));
  CHECK(has(run(weergave("teken = \"nv\""), {"table"}).err, "did you mean `vn`?"));
}

TEST_CASE("a selection is a field of json, as it is a note for people") {
  const auto variant = [](const Words& words) {
    return nlohmann::json::parse(said("", words)).value("variant", nlohmann::json());
  };
  CHECK(variant({"table", "--without", "1", "--format", "json"}) == nlohmann::json{{"without", {"1"}}});
  CHECK(variant({"table", "--only", "1", "--set", "1/budget=5", "--format", "json"}) ==
        nlohmann::json{{"set", {"1/budget=5"}}, {"only", {"1"}}});
}

TEST_CASE("standings beside each other have the named columns below one another, and a ratio where it is named") {
  const Words beside = {"table", "--years", "2025", "--standing", "primitief,actueel", "--columns"};
  const auto with = [&](const std::string& columns) {
    Words words = beside;
    words.push_back(columns);
    return said("", words);
  };
  CHECK(has(with("lasten,procent"), "%"));
  CHECK_FALSE(has(with("lasten,saldo"), "%"));
  CHECK_FALSE(has(with("lasten"), "baten"));
  CHECK(with("lasten,baten").find("lasten") < with("lasten,baten").find("baten"));
}

TEST_CASE("headings are in the words of the reader") {
  const std::string own = weergave(
      "woorden = { programmalijn = \"Programma\", lasten = \"Uitgaven\", opening = \"Begin\", totaal = \"Alles\", post "
      "= "
      "\"Taakveld\" }");
  const std::string page = said(own, {"table"});
  CHECK(line_of(page, "Programma") == "Programma Begin Baten Uitgaven Eindsaldo Baten Uitgaven Eindsaldo");
  CHECK(line_of(page, "Alles") != "");
  CHECK(has(said(own, {"table", "--format", "md"}), "2025 Uitgaven"));
  CHECK(line_of(said(own, {"project", "1"}), "Nr") == "Nr Taakveld Baten Uitgaven Baten Uitgaven");
  CHECK(has(said(own, {"table", "--years", "2025", "--standing", "primitief,actueel"}), "Uitgaven"));
}

TEST_CASE("each sign convention, and the letters") {
  const auto total = [](const std::string& teken) {
    return line_of(said(weergave("teken = \"" + teken + "\""), {"table", "--columns", "baten,lasten,saldo,eindsaldo"}),
                   "Totaal");
  };
  CHECK(total("voordelig") == "Totaal 500 700 -200 800 400 300 100 900");
  CHECK(total("lasten-baten") == "Totaal 500 700 200 800 400 300 -100 900");
  CHECK(total("lasten-negatief") == "Totaal 500 -700 -200 800 400 -300 100 900");
  CHECK(total("baten-negatief") == "Totaal -500 700 200 800 -400 300 -100 900");
  CHECK(total("vn") == "Totaal 500 700 200 N 800 400 300 100 V 900");
}
