// saldo table --split structureel: what comes back every year, and whether it is in balance.
#include <nlohmann/json.hpp>

#include "support/catch.h"
#include "support/small_plan.h"

namespace {

using Words = std::vector<std::string>;

const std::string plan = head() + line("a") + project("1") +
                         post("baten = { 2025 = 100, 2026 = 90 }\nstructureel = true", "Bijdrage") +
                         post("lasten = { 2025 = 95, 2026 = 95 }\nstructureel = true", "Loon") +
                         post("lasten = { 2025 = 30 }\nstructureel = false", "Verhuizing") + project("2") +
                         post("lasten = { 2025 = 7, 2026 = \"PM\" }", "Vergeten");

Run split(const Words& more, const std::string& text = plan) {
  const TempPlan files({{"plan.toml", text}});
  Words arguments{"table", files.path(), "--split", "structureel", "--years", "2025-2026"};
  arguments.insert(arguments.end(), more.begin(), more.end());
  return run_saldo(arguments);
}

}  // namespace

TEST_CASE("each row is told as a whole and in what is incidenteel, structureel and does not say") {
  CHECK(split({"--by", "project", "--format", "csv", "--table", "delen"}).out ==
        "nr,naam,deel,2025.baten,2025.lasten,2025.saldo,2026.baten,2026.lasten,2026.saldo\r\n"
        "a,Lijn a,totaal,100.00,132.00,-32.00,90.00,95.00,-5.00\r\n"
        "a,Lijn a,incidenteel,,30.00,-30.00,,,\r\n"
        "a,Lijn a,structureel,100.00,95.00,5.00,90.00,95.00,-5.00\r\n"
        "a,Lijn a,onbekend,,7.00,-7.00,,PM,PM\r\n"
        "1,Nummer 1,totaal,100.00,125.00,-25.00,90.00,95.00,-5.00\r\n"
        "1,Nummer 1,incidenteel,,30.00,-30.00,,,\r\n"
        "1,Nummer 1,structureel,100.00,95.00,5.00,90.00,95.00,-5.00\r\n"
        "2,Nummer 2,totaal,,7.00,-7.00,,PM,PM\r\n"
        "2,Nummer 2,onbekend,,7.00,-7.00,,PM,PM\r\n"
        "totaal,Totaal,totaal,100.00,132.00,-32.00,90.00,95.00,-5.00\r\n"
        "totaal,Totaal,incidenteel,,30.00,-30.00,,,\r\n"
        "totaal,Totaal,structureel,100.00,95.00,5.00,90.00,95.00,-5.00\r\n"
        "totaal,Totaal,onbekend,,7.00,-7.00,,PM,PM\r\n");
}

TEST_CASE("the structural balance says JA or NEE for each year, by the test of evenwicht-structureel") {
  CHECK(split({"--format", "csv", "--table", "evenwicht"}, plan + "structureel = false\n").out ==
        "jaar,baten,lasten,saldo,evenwicht\r\n2025,100.00,95.00,5.00,JA\r\n2026,90.00,95.00,-5.00,NEE\r\n");
  std::string asked = plan;
  asked.insert(asked.find("[plan]") + 7, "evenwicht = \"structureel\"\n");
  const TempPlan files({{"plan.toml", asked}});
  const std::string found = run_saldo({"check", files.path(), "--only", "evenwicht-structureel"}).out;
  CHECK(has(found, "2026"));
  CHECK_FALSE(has(found, "2025"));
}

TEST_CASE("posts that do not say what they are, are told and not guessed") {
  const std::string text = split({}).out;
  CHECK(has(text, "Eén post zegt niet of hij structureel is"));
  CHECK(has(text, "Structureel evenwicht"));
  const std::string said = split({}, plan + "structureel = false\n").out;
  CHECK_FALSE(has(said, "zegt niet"));
  CHECK_FALSE(has(said, "onbekend"));
}

TEST_CASE("where posts that do not say could turn it, the balance is not known") {
  const Words balance{"--format", "csv", "--table", "evenwicht"};
  // 7 of lasten more would be 2 short; 4 would not, and no lasten make up for a shortage.
  CHECK(has(split(balance).out, "2025,100.00,95.00,5.00,onbekend\r\n2026,90.00,95.00,-5.00,NEE"));
  const auto with = [&](const std::string& keys) {
    std::string text = plan;
    return split(balance, text.replace(text.find("lasten = { 2025 = 7, 2026 = \"PM\" }"), 34, keys)).out;
  };
  CHECK(has(with("lasten = { 2025 = 5 }"), "5.00,JA"));
  CHECK(has(with("lasten = { 2025 = 6 }"), "5.00,onbekend"));
  CHECK(has(with("baten = { 2026 = 4 }"), "-5.00,NEE"));
  CHECK(has(with("baten = { 2026 = 5 }"), "-5.00,onbekend"));
}

TEST_CASE("a post is of one part, and has one row") {
  const std::string csv = split({"--by", "post", "--format", "csv", "--table", "delen"}).out;
  CHECK(has(csv, "\r\n1,Bijdrage,structureel,100.00,,100.00,90.00,,90.00\r\n2,Loon,structureel,"));
  CHECK(has(csv, "\r\n3,Verhuizing,incidenteel,,30.00,-30.00,,,\r\n"));
  CHECK(has(csv, "\r\n1,Vergeten,onbekend,"));
}

TEST_CASE("a part of the budget has no balance of its own, but its rows have parts") {
  const Run part = split({"--only", "1", "--format", "json"});
  REQUIRE(part.code == 0);
  CHECK(nlohmann::json::parse(part.out)["tables"].size() == 1);
  CHECK(nlohmann::json::parse(split({"--format", "json"}).out)["tables"].size() == 2);
  CHECK(has(split({"--only", "1", "--table", "evenwicht"}).err, "is of the whole budget"));
}

TEST_CASE("what has no meaning beside --split is refused with what does") {
  CHECK(has(split({"--standing", "beide"}).err, "--split shows one standing, such as actueel, not beide"));
  CHECK(has(split({"--standing", "primitief,actueel"}).err, "--split shows one standing"));
  CHECK(has(split({"--tidy"}).err, "--tidy has rows of its own; leave out --split"));
  CHECK(has(split({"--columns", "eindsaldo"}).err, "of a part of a budget no balance runs on"));
  CHECK(has(split({"--table", "verschil"}).err, "--table verschil is there with --standing beide"));
  CHECK(has(split({"--format", "csv"}).err, "one csv holds one table, and these are delen, evenwicht"));
  const TempPlan files({{"plan.toml", plan}});
  CHECK(has(run_saldo({"table", files.path(), "--table", "delen"}).err, "--table delen is there with --split"));
}

TEST_CASE("a split in the columns, the unit and the standing that are asked") {
  CHECK(split({"--by", "project", "--columns", "saldo", "--format", "csv", "--table", "delen"})
            .out.starts_with("nr,naam,deel,2025.saldo,2026.saldo\r\n"));
  const std::string changed = plan + "structureel = false\n" +
                              "[[begrotingswijziging]]\nnr = 1\ndatum = 2025-06-01\n[[begrotingswijziging.wijziging]]\n"
                              "project = \"1\"\npost = \"Loon\"\nplus = { 2025 = 6 }\n";
  const Words balance{"--format", "csv", "--table", "evenwicht", "--standing"};
  const auto of = [&](const std::string& standing) {
    Words words = balance;
    words.push_back(standing);
    return split(words, changed).out;
  };
  CHECK(has(of("primitief"), "2025,100.00,95.00,5.00,JA"));
  CHECK(has(of("actueel"), "2025,100.00,101.00,-1.00,NEE"));
}
