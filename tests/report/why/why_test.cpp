// Why: what the explanation of a figure says.
#include "report/why/why.h"

#include <algorithm>

#include "support/catch.h"
#include "support/small_plan.h"

using namespace saldo;

namespace {

Table explained(const SmallPlan& worked, const std::string& address, int depth = 2) {
  const FoundTargets found = find_targets(worked.plan, address);
  REQUIRE(found.trouble.empty());
  const WhyInput input{worked, worked.trace, [](FileId) { return std::string("plan.toml"); }};
  return report_why(input, found.targets, depth);
}

// Each row as "LEVEL ADDRESS: TEXT".
Lines why(const SmallPlan& worked, const std::string& address, int depth = 0) {
  Lines lines;
  for (const Row& row : explained(worked, address, depth).rows) {
    const std::string* cell = std::get_if<std::string>(&row.cells[1]);
    lines.push_back(std::to_string(std::get<std::int64_t>(row.cells[0])) + " " + (cell != nullptr ? *cell : "-") +
                    ": " + std::get<std::string>(row.cells[2]));
  }
  return lines;
}

// One project, 1, with these posts.
SmallPlan with(const std::string& posts, const std::string& keys = "", const std::string& plan_keys = "") {
  return work_out_text(head(plan_keys) + "[index]\nloon = 5.1\nprijs = { 2026 = 2.3, 2027 = 2, 2028 = 2 }\n" +
                       line("a") + project("1", keys) + posts);
}

Lines why_post(const std::string& keys, const std::string& year = "2026") {
  return why(with(post(keys)), "1/1/" + year);
}

}  // namespace

// --- what is said ---

TEST_CASE("the real plan: why 3.18/12/2026 is 36.200") {
  const Lines lines = why(real_plan(), "3.18/12/2026");
  CHECK(lines == Lines{"0 3.18/12/lasten/2026: Onvoorzien: 36.200 = 5% van posten 2..11 (724.900,00) = 36.245,00, "
                       "afgerond op 100"});
  const Run run = run_saldo({"why", achterhoek(), "3.18/12/2026", "--format", "csv"});
  CHECK(run.code == 0);
  CHECK(run.out.find("36.200 = 5% van posten 2..11 (724.900,00) = 36.245,00, afgerond op 100") != std::string::npos);
  CHECK(run.out.find("3.18.toml:120:25") != std::string::npos);
}

TEST_CASE("the real plan: the investeringsbudget at the end of 2026, down to its opening") {
  const Lines lines = why(real_plan(), "investeringsbudget/2026", 1);
  CHECK(lines == Lines{"0 3.18/eindsaldo/2026: 1.662.815 = 498.866 op 1 januari + 1.925.049 baten - 761.100 lasten",
                       "1 3.18/opening/2026: 498.866 = het eindsaldo van 2025",
                       "1 3.18/baten/2026: 1.925.049 = som van 4 posten",
                       "1 3.18/lasten/2026: 761.100 = som van 12 posten"});
}

TEST_CASE("an amount that was typed is so written") {
  CHECK(why_post("lasten = { 2026 = 1_234.50 }") == Lines{"0 1/1/lasten/2026: Post: 1.234,50, zo opgeschreven"});
  CHECK(why_post("lasten = { 2026 = 0 }") == Lines{"0 1/1/lasten/2026: Post: 0, zo opgeschreven"});
  CHECK(why_post("lasten = { 2026 = -5 }") == Lines{"0 1/1/lasten/2026: Post: -5, zo opgeschreven"});
  CHECK(why_post("lasten = { 2026 = \"PM\" }") == Lines{"0 1/1/lasten/2026: Post: PM, het bedrag is nog niet bekend"});
  CHECK(why_post("lasten = { 2025 = 5 }") == Lines{"0 1/1/lasten/2026: Post: geen bedrag in dit jaar"});
}

TEST_CASE("an index says from which year, with which rate, and how it was rounded") {
  const std::string post_100 = "lasten = { 2025 = 142_700 }\nindex = \"loon\"\nafronding = ";
  CHECK(why_post(post_100 + "100") ==
        Lines{"0 1/1/lasten/2026: Post: 150.000 = 142.700 van 2025 × (1 + 5,1%) (loon) = 149.977,70, afgerond op 100"});
  CHECK(why_post(post_100 + "{ eenheid = 100, op = \"boven\" }") ==
        Lines{"0 1/1/lasten/2026: Post: 150.000 = 142.700 van 2025 × (1 + 5,1%) (loon) = 149.977,70, "
              "naar boven afgerond op 100"});
  CHECK(why_post(post_100 + "{ eenheid = 100, op = \"beneden\" }") ==
        Lines{"0 1/1/lasten/2026: Post: 149.900 = 142.700 van 2025 × (1 + 5,1%) (loon) = 149.977,70, "
              "naar beneden afgerond op 100"});
  CHECK(why_post("lasten = { 2025 = 1_000 }\nindex = \"loon\"") ==
        Lines{"0 1/1/lasten/2026: Post: 1.051 = 1.000 van 2025 × (1 + 5,1%) (loon) = 1.051,00"});
  CHECK(why_post("lasten = { 2025 = 0.10 }\nindex = \"loon\"") ==
        Lines{"0 1/1/lasten/2026: Post: 0,11 = 0,10 van 2025 × (1 + 5,1%) (loon) = 0,1051, afgerond op de cent"});
}

TEST_CASE("a chain of exact years goes back to the year that was typed, a rounded one to the year before") {
  const std::string exact =
      "lasten = { 2025 = 1_000 }\nindex = \"prijs\"\nafronding = { eenheid = 100, keten = \"exact\" }";
  CHECK(why_post(exact, "2027") ==
        Lines{"0 1/1/lasten/2027: Post: 1.000 = 1.000 van 2025 × (1 + 2,3%) × (1 + 2%) (prijs) = 1.043,46, "
              "afgerond op 100"});
  CHECK(why(with(post("lasten = { 2025 = 1_000 }\nindex = \"prijs\"")), "1/1/2027", 5) ==
        Lines{"0 1/1/lasten/2027: Post: 1.043,46 = 1.023 van 2026 × (1 + 2%) (prijs) = 1.043,46",
              "1 1/1/lasten/2026: Post: 1.023 = 1.000 van 2025 × (1 + 2,3%) (prijs) = 1.023,00",
              "2 1/1/lasten/2025: Post: 1.000, zo opgeschreven"});
}

TEST_CASE("what follows from PM is PM") {
  CHECK(why_post("lasten = { 2025 = \"PM\" }\nindex = \"loon\"", "2027") ==
        Lines{"0 1/1/lasten/2027: Post: PM, zoals waar het op volgt"});
}

TEST_CASE("a part says which share of which total") {
  CHECK(why_post("baten = { totaal = 46_000, 2025 = \"80%\", 2026 = \"20%\" }") ==
        Lines{"0 1/1/baten/2026: Post: 9.200 = 1/5 van 46.000,00 = 9.200,00"});
  CHECK(
      why_post("baten = { totaal = 100, 2025 = \"1/3\", 2026 = \"1/3\", 2027 = \"1/3\" }", "2025") ==
      Lines{"0 1/1/baten/2025: Post: 33,34 = 1/3 van 100,00 = 33,333333…, afgerond op de cent; de delen samen zijn het "
            "geheel"});
}

TEST_CASE("an onderbouwing shows each of its lines, and what each was rounded to") {
  const SmallPlan worked =
      with(post("lasten = { 2026 = \"onderbouwing\" }\nafronding = 100\nonderbouwing = [ { naam = "
                "\"Docent\", factoren = [40, 12, 52.50, 1.21] }, { naam = \"Zaal\", factoren = [30, 150] } ]"));
  const Lines lines = why(worked, "1/1/2026", 1);
  REQUIRE(lines.size() == 3);
  CHECK(lines[0] == "0 1/1/lasten/2026: Post: 35.000 = som van de onderbouwing");
  CHECK(lines[2] == "1 -: Zaal: 4.500 = 30 × 150");
  CHECK(lines[1].starts_with("1 -: Docent: 30.500 = 40 × 12 × 52,5 × 1,21"));
  CHECK(lines[1].find("= 30.492,00, afgerond op 100") != std::string::npos);  // or the reader finds 30.492
}

TEST_CASE("a percentage names its posts, one or more") {
  const std::string two = lasten("2026 = 1_000") + lasten("2026 = 234.56");
  CHECK(why(with(two + post("lasten = { percentage = 7.5, over = 1 }")), "1/3/2026") ==
        Lines{"0 1/3/lasten/2026: Post: 75 = 7,5% van post 1 (1.000,00) = 75,00"});
  CHECK(why(with(two + post("lasten = { percentage = 5, over = [1, 2] }")), "1/3/2026") ==
        Lines{"0 1/3/lasten/2026: Post: 61,73 = 5% van posten 1, 2 (1.234,56) = 61,728, afgerond op de cent"});
  CHECK(why(with(two + post("baten = { percentage = 7.5, over = 1, kant = \"lasten\" }")), "1/3/2026") ==
        Lines{"0 1/3/baten/2026: Post: 75 = 7,5% van de lasten van post 1 (1.000,00) = 75,00"});
  CHECK(
      why(with(two + post("baten = { percentage = 5, over = \"1..2\", kant = \"lasten\" }")), "1/3/2026") ==
      Lines{
          "0 1/3/baten/2026: Post: 61,73 = 5% van de lasten van posten 1..2 (1.234,56) = 61,728, afgerond op de cent"});
  CHECK(why(with(two + post("lasten = { percentage = 5, over = 1 }")), "1/3/2025") ==
        Lines{"0 1/3/lasten/2025: Post: geen bedrag in dit jaar"});
  CHECK(why(with(lasten("2026 = \"PM\"") + post("lasten = { percentage = 5, over = 1 }")), "1/2/2026") ==
        Lines{"0 1/2/lasten/2026: Post: PM, zoals waar het op volgt"});
}

TEST_CASE("a sluitpost says what it starts from and shows every other post of that year") {
  const SmallPlan worked =
      with(baten("2026 = 40") + lasten("2025 = 30, 2026 = 7") + lasten("2026 = \"sluitpost\""), "budget = 100");
  CHECK(why(worked, "1/3/2026", 1) ==
        Lines{"0 1/3/lasten/2026: Post: 103 = sluitpost: brengt 1 eind 2026 op nul, vanaf 70 op 1 januari",
              "1 1/opening/2026: 70 = het eindsaldo van 2025", "1 1/1/baten/2026: Post: 40, zo opgeschreven",
              "1 1/2/lasten/2026: Post: 7, zo opgeschreven"});
  CHECK(70 + 40 - 7 == 103);
}

TEST_CASE("a spiegel says whose amount it takes, from which year") {
  const SmallPlan worked = work_out_text(head() + line("a") + project("1") + sends("2", "2025 = 5") + project("2") +
                                         receives("1", "2026 = \"spiegel\"", 1) + sends("3", "2026 = \"spiegel\"") +
                                         project("3") + receives("2", "2028 = 8", 2));
  CHECK(why(worked, "2/1/2026", 1) == Lines{"0 2/1/baten/2026: Post: 5 = spiegel: wat 1 in 2025 verzendt",
                                            "1 1/1/lasten/2025: Post: 5, zo opgeschreven"});
  CHECK(why(worked, "2/2/2026", 1) == Lines{"0 2/2/lasten/2026: Post: 8 = spiegel: wat 3 ervan ontvangt",
                                            "1 3/1/baten/2028: Post: 8, zo opgeschreven"});
}

TEST_CASE("a restant is explained by the sluitpost it is, on the line that asks for it") {
  const SmallPlan worked = work_out_text(
      head("investeringsbudget = \"9\"") + line("a") +
      project("1", "budget = 70\neinde = 2026\nvertraging = 1\nrestant = \"investeringsbudget\"") + project("9"));
  CHECK(why(worked, "9/restant 1/2027", 2) ==
        Lines{"0 9/restant 1/baten/2027: Restant Nummer 1: 70 = spiegel: wat 1 in 2026 verzendt",
              "1 1/restant/lasten/2026: Restant naar Nummer 9: 70 = sluitpost: brengt 1 eind 2026 op nul, vanaf 70 op "
              "1 januari",
              "2 1/opening/2026: 70 = het eindsaldo van 2025"});
  const Table table = explained(worked, "9/restant 1/2027", 1);
  for (const Row& row : table.rows) CHECK(std::get<std::string>(row.cells[4]) == "plan.toml:18:11");
}

TEST_CASE("a budget per 1 januari is shown where it is written, and only then said to be written") {
  const Table written = explained(with("", "budget = 70"), "1/opening/2025", 0);
  CHECK(std::get<std::string>(written.rows[0].cells[2]) == "70, het budget per 1 januari zoals opgeschreven");
  CHECK(std::get<std::string>(written.rows[0].cells[4]) == "plan.toml:18:10");  // of 70
  const Lines none = why(with(""), "1/opening/2025");
  CAPTURE(none[0]);
  CHECK(none[0].find("zoals opgeschreven") == std::string::npos);
}

TEST_CASE("a total says how many parts it has and shows those with an amount") {
  const SmallPlan worked =
      work_out_text(head() + line("a") + line("b", "a") + line("c") + project("1", "budget = 5") + baten("2025 = 10") +
                    baten("2025 = 1") + project("2", "", "b") + baten("2025 = 200") + lasten("2025 = 7") +
                    baten("2025 = 4_000") + project("3", "", "b") + project("4", "", "c") + baten("2025 = 50_000") +
                    project("5", "", "b") + baten("2025 = 600_000"));
  const Lines lines = why(worked, "totaal/baten/2025", 2);
  REQUIRE(lines.size() == 6);
  CHECK(lines[0] == "0 totaal/baten/2025: 654.211 = som van 2 onderdelen");
  CHECK(lines[1] == "1 a/baten/2025: 604.211 = som van 2 onderdelen");
  CHECK(lines[2] == "2 b/baten/2025: 604.200 = som van 2 onderdelen");
  CHECK(lines[3] == "2 1/baten/2025: 11 = som van 2 posten");
  CHECK(lines[4].starts_with("1 c/baten/2025: 50.000"));
  CHECK(lines[5].starts_with("2 4/baten/2025: 50.000"));
  CHECK(why(worked, "b/opening/2025") == Lines{"0 b/opening/2025: 0"});
}

TEST_CASE("one part is een post or een onderdeel, not 1 posten") {
  const SmallPlan worked = work_out_text(head() + line("a") + project("1") + baten("2025 = 10"));
  CHECK(why(worked, "1/baten/2025") == Lines{"0 1/baten/2025: 10 = som van 1 post"});
  CHECK(why(worked, "totaal/baten/2025") == Lines{"0 totaal/baten/2025: 10 = som van 1 onderdeel"});
}

TEST_CASE("a balance whose year has no baten or no lasten is not an addition with two signs in a row") {
  const SmallPlan worked =
      work_out_text(head() + line("a") + project("1", "budget = 70") + lasten("2026 = 5, 2027 = -5"));
  for (const char* year : {"2025", "2026", "2027"}) {
    const Lines lines = why(worked, "1/eindsaldo/" + std::string(year));
    CAPTURE(lines[0]);
    CHECK(lines[0].find("+ - ") == std::string::npos);
    CHECK(lines[0].find("- - ") == std::string::npos);
    CHECK(lines[0].find("- -5") == std::string::npos);
  }
}

// --- depth ---

TEST_CASE("with --depth 0 it is the amount alone, 1 what it was made from, 2 (the default) what that was made from") {
  const auto levels = [](const std::vector<std::string>& more) {
    std::vector<std::string> arguments = {"why", achterhoek(), "3.18/12/2026", "--format", "csv"};
    arguments.insert(arguments.end(), more.begin(), more.end());
    const auto rows = read_csv(run_saldo(arguments).out);
    std::string deepest = "0";
    for (std::size_t r = 1; r < rows.size(); ++r) deepest = std::max(deepest, rows[r][0]);
    return deepest + " in " + std::to_string(rows.size() - 1);
  };
  CHECK(levels({"--depth", "0"}) == "0 in 1");
  CHECK(levels({"--depth", "1"}) == "1 in 11");
  CHECK(levels({"--depth", "2"}) == "2 in 18");
  CHECK(levels({}) == levels({"--depth", "2"}));
  CHECK(levels({"--depth", "1000"}) == "2 in 18");
  CHECK(run_saldo({"why", achterhoek(), "3.18/12/2026", "--depth", "-1"}).code == 2);
}

TEST_CASE("no row is deeper than the depth that was asked for, also of an onderbouwing") {
  const SmallPlan worked =
      with(post("lasten = { 2026 = \"onderbouwing\" }\nonderbouwing = [ { naam = \"Docent\", factoren = [40, 12] } ]"));
  CHECK(why(worked, "1/1/2026", 0).size() == 1);
  CHECK(why(worked, "1/1/2026", 1).size() == 2);
}

TEST_CASE("a plan of a hundred years is explained to any depth") {
  std::string plan = head();
  plan.replace(plan.find("2028"), 4, "2124");
  const std::string text = plan + "[index]\nloon = 1\n" + line("a") + project("1", "budget = 5") +
                           post("lasten = { 2025 = 1_000_000 }\nindex = \"loon\"");
  const SmallPlan worked = work_out_text(text);
  CHECK(why(worked, "1/1/2124", 1000).size() == 100);
  CHECK(why(worked, "1/eindsaldo/2124", 3).size() > 4);
}
