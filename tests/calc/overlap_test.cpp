// Overdrachten, relaties, netto and the matrix: on the real plan, and on the smallest plan that shows each case.
#include <algorithm>
#include <sstream>

#include "base/say.h"
#include "base/text.h"
#include "support/catch.h"
#include "support/small_plan.h"

using namespace saldo;

namespace {

// Two lines of one project each, 1 and 2, and what stands in them.
SmallPlan two(const std::string& in_1, const std::string& in_2) {
  return work_out_text(head() + line("a") + line("b") + project("1") + in_1 + project("2", "", "b") + in_2);
}

Lines all_of(const std::string& in_1, const std::string& in_2) { return tell(two(in_1, in_2)); }

std::string csv(std::vector<std::string> arguments) {
  arguments.insert(arguments.end(), {"--format", "csv"});
  const Run run = run_saldo(arguments);
  REQUIRE(run.err == "");
  REQUIRE(run.code == 0);
  return run.out;
}

std::string cell(const std::vector<std::vector<std::string>>& rows, const std::string& nr, const std::string& key) {
  for (const auto& row : rows)
    for (std::size_t c = 0; c < row.size(); ++c)
      if (row[0] == nr && rows[0][c] == key) return row[c];
  return "no such cell";
}

}  // namespace

// --- the real plan ---

TEST_CASE("the real plan: every overdracht, with its years, both amounts and its status") {
  CHECK(tell(real_plan()) == Lines{
                                 "3.1 -> 3.18 | 2025 624.985 | - | geen-ontvangst",
                                 "3.3 -> 3.18 | 2025 16.498 | - | geen-ontvangst",
                                 "3.5 -> 3.18 | 2025 402.217 | 2026 402.217 | gelijk, verschoven",
                                 "3.6 -> 3.18 | 2025 PM | - | geen-ontvangst",
                                 "3.11 -> 3.18 | 2026 872.832 | 2026 872.832 | gelijk",
                                 "3.18 -> 3.2 | 2025 5.000 | 2025 5.000 | gelijk",
                                 "3.18 -> 3.2 | 2026 5.200 | 2026 5.000 | verschil",
                                 "3.18 -> 3.2 | 2027 5.300 | 2027 5.000 | verschil",
                                 "3.18 -> 3.2 | 2028 5.400 | 2028 5.000 | verschil",
                                 "3.18 -> 3.4 | 2025 49.000 | 2025 49.000 | gelijk",
                                 "3.18 -> 3.4 | 2026 PM | - | geen-ontvangst",
                                 "3.18 -> 3.4 | 2027 PM | - | geen-ontvangst",
                                 "3.18 -> 3.4 | 2028 PM | - | geen-ontvangst",
                                 "3.18 -> 3.7-fase1 | 2025 148.892 | 2025 148.892 | gelijk",
                                 "3.18 -> 3.19 | 2025 176.871 | 2025 176.871 | gelijk",
                                 "3.18 -> 3.19 | 2026 135.000 | - | geen-ontvangst",
                                 "3.18 -> 3.19 | 2027 135.000 | - | geen-ontvangst",
                                 "3.18 -> 3.19 | 2028 135.000 | - | geen-ontvangst",
                                 "3.20 -> 3.7-fase1 | 2025 - | 2025 67.500 | geen-verzending",
                                 "3.20 -> 3.7-fase2 | 2025 313.369 | 2025 313.369 | gelijk",
                                 "3.20 -> 3.7-fase2 | 2027 522.282 | 2027 522.282 | gelijk",
                                 "3.20 -> 3.7-fase2 | 2027 - | 2027 52.500 | geen-verzending",
                             });
}

TEST_CASE("the real plan: equal in the same year are 693.132 in 2025, 872.832 in 2026 and 522.282 in 2027") {
  const auto& found = real_plan().overdrachten;
  CHECK(word(equal_in_year(found, {2025})) == "693.132");
  CHECK(49'000 + 176'871 + 5'000 + 148'892 + 313'369 == 693'132);
  CHECK(word(equal_in_year(found, {2026})) == "872.832");
  CHECK(word(equal_in_year(found, {2027})) == "522.282");
  CHECK(equal_in_year(found, {2028}).is_absent());
}

TEST_CASE("the real plan: what is sent in a year is what its posts say, also where one leg stands in two posts") {
  const auto rows = read_csv(csv({"project", achterhoek(), "3.18"}));
  CHECK(cell(rows, "9", "2025.lasten") == "135000.00");
  CHECK(cell(rows, "13", "2025.lasten") == "41871.00");
  CHECK(135'000 + 41'871 == 176'871);
}

// Table 5 of the document, project by project; "Opijver" is 3.7-fase1 for the RIB and 3.7-fase2 for Europese subsidies.
TEST_CASE("the real plan: every relation of table 5 is there, from both sides, with the money behind it") {
  CHECK(tell_relaties(real_plan()) == Lines{
                                          "3.1 met 3.18 | 624.985 - - - | aangegeven, wederzijds",
                                          "3.2 met 3.18 | 5.000 5.200 5.300 5.400 | aangegeven, wederzijds",
                                          "3.3 met 3.18 | 16.498 - - - | aangegeven, wederzijds",
                                          "3.4 met 3.18 | 49.000 PM PM PM | aangegeven, wederzijds",
                                          "3.5 met 3.18 | 402.217 - - - | aangegeven, wederzijds",
                                          "3.6 met 3.18 | PM - - - | niet aangegeven",
                                          "3.7-fase1 met 3.18 | 148.892 - - - | aangegeven, wederzijds",
                                          "3.7-fase1 met 3.20 | 67.500 - - - | aangegeven, wederzijds",
                                          "3.7-fase2 met 3.20 | 313.369 - 574.782 - | aangegeven, wederzijds",
                                          "3.11 met 3.12-zeg | - - - - | aangegeven, wederzijds",
                                          "3.11 met 3.13 | - - - - | aangegeven, wederzijds",
                                          "3.11 met 3.18 | - 872.832 - - | aangegeven, wederzijds",
                                          "3.12-zeg met 3.11 | - - - - | aangegeven, wederzijds",
                                          "3.13 met 3.11 | - - - - | aangegeven, wederzijds",
                                          "3.18 met 3.1 | 624.985 - - - | aangegeven, wederzijds",
                                          "3.18 met 3.2 | 5.000 5.200 5.300 5.400 | aangegeven, wederzijds",
                                          "3.18 met 3.3 | 16.498 - - - | aangegeven, wederzijds",
                                          "3.18 met 3.4 | 49.000 PM PM PM | aangegeven, wederzijds",
                                          "3.18 met 3.5 | 402.217 - - - | aangegeven, wederzijds",
                                          "3.18 met 3.7-fase1 | 148.892 - - - | aangegeven, wederzijds",
                                          "3.18 met 3.11 | - 872.832 - - | aangegeven, wederzijds",
                                          "3.18 met 3.19 | 176.871 135.000 135.000 135.000 | aangegeven, wederzijds",
                                          "3.19 met 3.18 | 176.871 135.000 135.000 135.000 | aangegeven, wederzijds",
                                          "3.20 met 3.7-fase1 | 67.500 - - - | aangegeven, wederzijds",
                                          "3.20 met 3.7-fase2 | 313.369 - 574.782 - | aangegeven, wederzijds",
                                      });
}

TEST_CASE("the real plan without dubbelingen, and what is onderweg from 2025 to 2026") {
  const Netto netto = real_plan().netto();
  CHECK(tell(netto.total) == Lines{
                                 "baten 7.171.442 - 693.132, lasten 9.801.835,43 - 1.095.349, onderweg 402.217",
                                 "baten 2.786.582 - 1.280.049, lasten 2.722.211 - 877.832, onderweg 0",
                                 "baten 2.378.264 - 527.282, lasten 1.918.512 - 527.282, onderweg 0",
                                 "baten 655.000 - 5.000, lasten 828.000 - 5.000, onderweg 0",
                             });
  CHECK(693'132 + 402'217 == 1'095'349);
  CHECK(872'832 + 402'217 + 5'000 == 1'280'049);
  const auto& programma = netto.lines[3];  // 3.18, 3.19 and 3.20: only the Werkcentrum is paid from inside
  CHECK(tell(programma[0]) == "baten 2.297.869 - 176.871, lasten 3.040.982 - 176.871, onderweg 0");
  CHECK(tell(netto.between[0]) == "baten - - 516.261, lasten - - 918.478, onderweg 402.217");
  CHECK(word(netto.open) == "1.167.383");
  CHECK(624'985 + 16'498 + 3 * 135'000 + 200 + 300 + 400 + 67'500 + 52'500 == 1'167'383);
}

// --- matching ---

TEST_CASE("the same amount on both sides of one year is gelijk") {
  CHECK(all_of(sends("2", "2025 = 100, 2026 = 50.25"), receives("1", "2025 = 100, 2026 = 50.25")) ==
        Lines{"1 -> 2 | 2025 100 | 2025 100 | gelijk", "1 -> 2 | 2026 50,25 | 2026 50,25 | gelijk"});
}

TEST_CASE("two amounts that are not the same are a verschil, by a cent as well") {
  CHECK(all_of(sends("2", "2025 = 100, 2026 = 7"), receives("1", "2025 = 99.99, 2026 = 8")) ==
        Lines{"1 -> 2 | 2025 100 | 2025 99,99 | verschil", "1 -> 2 | 2026 7 | 2026 8 | verschil"});
}

TEST_CASE("what only one side knows of is geen-ontvangst or geen-verzending") {
  CHECK(all_of(sends("2", "2025 = 100"), "") == Lines{"1 -> 2 | 2025 100 | - | geen-ontvangst"});
  CHECK(all_of("", receives("1", "2025 = 100")) == Lines{"1 -> 2 | 2025 - | 2025 100 | geen-verzending"});
}

TEST_CASE("an amount of nothing is an amount: 0 against 0 is gelijk, 0 against no post is not") {
  CHECK(all_of(sends("2", "2025 = 0"), receives("1", "2025 = 0")) == Lines{"1 -> 2 | 2025 0 | 2025 0 | gelijk"});
  CHECK(all_of(sends("2", "2025 = 0"), "") == Lines{"1 -> 2 | 2025 0 | - | geen-ontvangst"});
}

TEST_CASE("several posts on either side add up before they are compared") {
  CHECK(all_of(sends("2", "2025 = 60") + sends("2", "2025 = 40, 2026 = 5"),
               receives("1", "2025 = 10") + receives("1", "2025 = 20") + receives("1", "2025 = 70")) ==
        Lines{"1 -> 2 | 2025 100 | 2025 100 | gelijk", "1 -> 2 | 2026 5 | - | geen-ontvangst"});
}

TEST_CASE("what goes the other way is another overdracht") {
  CHECK(all_of(sends("2", "2025 = 60") + receives("2", "2025 = 10"),
               receives("1", "2025 = 60") + sends("1", "2025 = 10")) ==
        Lines{"1 -> 2 | 2025 60 | 2025 60 | gelijk", "2 -> 1 | 2025 10 | 2025 10 | gelijk"});
}

TEST_CASE("with vertraging a receipt belongs to what was sent so many years before") {
  CHECK(all_of(sends("2", "2025 = 100, 2026 = 30"), receives("1", "2026 = 100, 2027 = 30", 1)) ==
        Lines{"1 -> 2 | 2025 100 | 2026 100 | gelijk", "1 -> 2 | 2026 30 | 2027 30 | gelijk"});
  CHECK(all_of(sends("2", "2025 = 100"), receives("1", "2028 = 99", 3)) ==
        Lines{"1 -> 2 | 2025 100 | 2028 99 | verschil"});
}

TEST_CASE("a receipt in parts over two years is one overdracht") {
  CHECK(all_of(sends("2", "2025 = 100"), receives("1", "2025 = 40") + receives("1", "2026 = 60", 1)) ==
        Lines{"1 -> 2 | 2025 100 | 2025 40 + 2026 60 | gelijk"});
  CHECK(all_of(sends("2", "2025 = 100"), receives("1", "2027 = 60", 2) + receives("1", "2025 = 30")) ==
        Lines{"1 -> 2 | 2025 100 | 2025 30 + 2027 60 | verschil"});
}

TEST_CASE("what vertraging puts past the last year is expected after the plan, and onderweg at its end") {
  const SmallPlan worked = two(sends("2", "2027 = 70, 2028 = 100"), receives("1", "2028 = 70", 1));
  CHECK(tell(worked) == Lines{"1 -> 2 | 2027 70 | 2028 70 | gelijk", "1 -> 2 | 2028 100 | 2029 100 | gelijk"});
  const Netto netto = worked.netto();
  CHECK(tell(netto.total[2]) == "baten - - 0, lasten 70 - 70, onderweg 70");
  CHECK(tell(netto.total[3]) == "baten 70 - 70, lasten 100 - 100, onderweg 100");
  CHECK(netto.open == Money());
  const std::string page =
      run_saldo({"overlap",
                 TempPlan({{"plan.toml", head() + line("a") + project("1") + sends("2", "2028 = 100") + project("2") +
                                             receives("1", "2027 = 5", 1)}})
                     .path(),
                 "--table", "overdrachten"})
          .out;
  CHECK(page.find("ontvangst na dit plan") != std::string::npos);
}

TEST_CASE("what was sent before the plan has no other side in it") {
  const SmallPlan worked = two(sends("2", "2025 = 10"), receives("1", "2025 = 50, 2026 = 10", 1));
  CHECK(tell(worked) == Lines{"1 -> 2 | 2024 - | 2025 50 | geen-verzending", "1 -> 2 | 2025 10 | 2026 10 | gelijk"});
  CHECK(tell(worked.netto().total[0]) == "baten 50 - 0, lasten 10 - 10, onderweg 10");
  CHECK(tell(worked.netto().total[1]) == "baten 10 - 10, lasten - - 0, onderweg 0");
}

TEST_CASE("PM counts as nothing, and is gelijk only to PM") {
  const std::string pm = "2025 = \"PM\"";
  CHECK(all_of(sends("2", pm), receives("1", pm)) == Lines{"1 -> 2 | 2025 PM | 2025 PM | gelijk"});
  CHECK(all_of(sends("2", pm), receives("1", "2025 = 10")) == Lines{"1 -> 2 | 2025 PM | 2025 10 | verschil"});
  CHECK(all_of(sends("2", "2025 = 10"), receives("1", pm)) == Lines{"1 -> 2 | 2025 10 | 2025 PM | verschil"});
  CHECK(all_of(sends("2", pm), "") == Lines{"1 -> 2 | 2025 PM | - | geen-ontvangst"});
  CHECK(all_of("", receives("1", pm)) == Lines{"1 -> 2 | 2025 - | 2025 PM | geen-verzending"});
  const SmallPlan worked = two(sends("2", pm) + lasten("2025 = 3"), receives("1", "2025 = 10"));
  CHECK(tell(worked.netto().total[0]) == "baten 10 - 0, lasten 3 - 0, onderweg 0");
  CHECK(worked.netto().open == Money::of_euros(10));
}

TEST_CASE("a shortfall that is paid back the other way, below zero on both sides, is matched like any other") {
  const SmallPlan worked =
      two(sends("2", "2025 = -50, 2026 = -80, 2027 = -5"), receives("1", "2025 = -50, 2026 = -30, 2027 = 5"));
  CHECK(tell(worked) == Lines{"1 -> 2 | 2025 -50 | 2025 -50 | gelijk", "1 -> 2 | 2026 -80 | 2026 -30 | verschil",
                              "1 -> 2 | 2027 -5 | 2027 5 | verschil"});
  const Netto netto = worked.netto();
  CHECK(tell(netto.total[0]) == "baten -50 - -50, lasten -50 - -50, onderweg 0");
  CHECK(tell(netto.total[1]) == "baten -30 - -30, lasten -80 - -30, onderweg 0");
  CHECK(tell(netto.total[2]) == "baten 5 - 0, lasten -5 - 0, onderweg 0");
  CHECK(netto.open == Money::of_euros(50 + 10));
}

// --- a shift of years that nobody declared ---

TEST_CASE("an amount that leaves in one year and arrives whole in a later one is one overdracht") {
  CHECK(all_of(sends("2", "2025 = 100"), receives("1", "2026 = 100")) ==
        Lines{"1 -> 2 | 2025 100 | 2026 100 | gelijk, verschoven"});
  CHECK(all_of(sends("2", "2025 = 100"), receives("1", "2028 = 100")) ==
        Lines{"1 -> 2 | 2025 100 | 2028 100 | gelijk, verschoven"});
  CHECK(all_of(sends("2", "2025 = 100"), receives("1", "2027 = 100", 1)) ==
        Lines{"1 -> 2 | 2025 100 | 2027 100 | gelijk, verschoven"});
}

TEST_CASE("it is onderweg in between") {
  const Netto netto = two(sends("2", "2025 = 100"), receives("1", "2027 = 100")).netto();
  CHECK(tell(netto.total) ==
        Lines{"baten - - 0, lasten 100 - 100, onderweg 100", "baten - - 0, lasten - - 0, onderweg 100",
              "baten 100 - 100, lasten - - 0, onderweg 0", "baten - - 0, lasten - - 0, onderweg 0"});
  CHECK(netto.open == Money());
}

TEST_CASE("what arrives before it leaves, in more parts, or not as money, is not one overdracht") {
  CHECK(all_of(sends("2", "2026 = 100"), receives("1", "2025 = 100")).size() == 2);
  CHECK(all_of(sends("2", "2025 = \"PM\""), receives("1", "2026 = \"PM\"")).size() == 2);
  CHECK(all_of(sends("2", "2025 = 100"), receives("1", "2026 = 60") + receives("1", "2027 = 40")).size() == 3);
}

TEST_CASE("a part that arrives later is of what was sent, when it can be of nothing else") {
  CHECK(all_of(sends("2", "2025 = 100"), receives("1", "2026 = 60")) ==
        Lines{"1 -> 2 | 2025 100 | 2026 60 | verschil, verschoven"});
  CHECK(all_of(sends("2", "2025 = 100"), receives("1", "2026 = 101")).size() == 2);
  CHECK(all_of(sends("2", "2025 = 100, 2026 = 80"), receives("1", "2027 = 60")).size() == 3);
  const Netto netto = two(sends("2", "2025 = 100"), receives("1", "2026 = 60")).netto();
  CHECK(netto.open == Money::of_euros(40));
}

TEST_CASE("each amount is recognised in one shift only, and a year that has both sides in none") {
  CHECK(all_of(sends("2", "2025 = 100, 2026 = 100"), receives("1", "2027 = 100")) ==
        Lines{"1 -> 2 | 2025 100 | 2027 100 | gelijk, verschoven", "1 -> 2 | 2026 100 | - | geen-ontvangst"});
  CHECK(all_of(sends("2", "2025 = 100"), receives("1", "2026 = 100, 2027 = 100")) ==
        Lines{"1 -> 2 | 2025 100 | 2026 100 | gelijk, verschoven", "1 -> 2 | 2027 - | 2027 100 | geen-verzending"});
  CHECK(all_of(sends("2", "2025 = 100, 2026 = 7"), receives("1", "2026 = 100")) ==
        Lines{"1 -> 2 | 2025 100 | - | geen-ontvangst", "1 -> 2 | 2026 7 | 2026 100 | verschil"});
}

TEST_CASE("it leaves in one year and arrives in the next, though a longer vertraging was declared") {
  const Lines found = all_of(sends("2", "2025 = 100"), receives("1", "2026 = 100", 2));
  REQUIRE(found.size() == 1);
  CHECK(found[0].starts_with("1 -> 2 | 2025 100 | 2026 100 | gelijk"));
}

TEST_CASE("a shift is only recognised between the same two projects") {
  const SmallPlan worked = work_out_text(head() + line("a") + project("1") + sends("2", "2025 = 100") + project("2") +
                                         project("3") + receives("1", "2026 = 100"));
  CHECK(tell(worked) ==
        Lines{"1 -> 2 | 2025 100 | - | geen-ontvangst", "1 -> 3 | 2026 - | 2026 100 | geen-verzending"});
}

// --- netto ---

TEST_CASE("of an unequal overdracht the part both sides agree on is counted once, and the rest is said to be open") {
  const Netto netto = two(sends("2", "2025 = 100, 2026 = 5"), receives("1", "2025 = 80")).netto();
  CHECK(tell(netto.total[0]) == "baten 80 - 80, lasten 100 - 80, onderweg 0");
  CHECK(tell(netto.total[1]) == "baten - - 0, lasten 5 - 0, onderweg 0");
  CHECK(netto.open == Money::of_euros(20 + 5));
}

TEST_CASE("a receipt in parts is taken out of each year in which it arrived, as far as it was sent") {
  const Netto netto =
      two(sends("2", "2025 = 100"), receives("1", "2026 = 70", 1) + receives("1", "2027 = 60", 2)).netto();
  CHECK(tell(netto.total) == Lines{"baten - - 0, lasten 100 - 100, onderweg 100",
                                   "baten 70 - 70, lasten - - 0, onderweg 30",
                                   "baten 60 - 30, lasten - - 0, onderweg 0", "baten - - 0, lasten - - 0, onderweg 0"});
}

TEST_CASE("parts that are equal together are taken out whole, each in its own year, also when one was too much") {
  const Netto netto =
      two(sends("2", "2025 = 100"), receives("1", "2025 = 150") + receives("1", "2026 = -50", 1)).netto();
  CHECK(tell(netto.total[0]) == "baten 150 - 150, lasten 100 - 100, onderweg -50");
  CHECK(tell(netto.total[1]) == "baten -50 - -50, lasten - - 0, onderweg 0");
}

TEST_CASE("inside a line only what moves inside it is taken out, and `tussen` makes the lines add up to the total") {
  const SmallPlan worked = work_out_text(
      head() + line("a") + line("a1", "a") + line("a2", "a") + line("b") + project("1", "", "a1") +
      sends("2", "2025 = 1") + sends("3", "2025 = 20") + sends("4", "2025 = 300") + sends("5", "2025 = 4000") +
      project("2", "", "a1") + receives("1", "2025 = 1") + project("3", "", "a2") + receives("1", "2025 = 20") +
      project("4", "", "a") + receives("1", "2025 = 300") + project("5", "", "b") + receives("1", "2025 = 4000"));
  const Netto netto = worked.netto();
  CHECK(tell(netto.lines[1][0]) == "baten 1 - 1, lasten 4.321 - 1, onderweg 0");        // a1: 1 -> 2
  CHECK(tell(netto.lines[2][0]) == "baten 20 - 0, lasten - - 0, onderweg 0");           // a2: nothing moves inside it
  CHECK(tell(netto.lines[0][0]) == "baten 321 - 321, lasten 4.321 - 321, onderweg 0");  // a, with all under it
  CHECK(tell(netto.lines[3][0]) == "baten 4.000 - 0, lasten - - 0, onderweg 0");  // b: project 5, alone in its line
  CHECK(tell(netto.between[0]) == "baten - - 4.000, lasten - - 4.000, onderweg 0");
  CHECK(tell(netto.total[0]) == "baten 4.321 - 4.321, lasten 4.321 - 4.321, onderweg 0");
}

TEST_CASE("onderweg between two lines stands in `tussen`, inside one in that line") {
  const std::string legs_1 = sends("2", "2025 = 5"), legs_2 = receives("1", "2026 = 5", 1);
  const Netto between = two(legs_1, legs_2).netto();
  CHECK(between.between[0].onderweg == Money::of_euros(5));
  CHECK(between.lines[0][0].onderweg == Money());
  const Netto inside = work_out_text(head() + line("a") + project("1") + legs_1 + project("2") + legs_2).netto();
  CHECK(inside.between[0].onderweg == Money());
  CHECK(inside.lines[0][0].onderweg == Money::of_euros(5));
  CHECK(inside.total[0].onderweg == Money::of_euros(5));
}

TEST_CASE("a plan without overdrachten has netto as bruto, and a year without amounts stays without") {
  const Netto netto = work_out_text(head() + line("a") + project("1") + lasten("2025 = 5, 2026 = \"PM\"")).netto();
  CHECK(tell(netto.total) == Lines{"baten - - 0, lasten 5 - 0, onderweg 0", "baten - - 0, lasten PM - 0, onderweg 0",
                                   "baten - - 0, lasten - - 0, onderweg 0", "baten - - 0, lasten - - 0, onderweg 0"});
  CHECK(netto.total[0].netto_baten().is_absent());
  CHECK(netto.total[1].netto_lasten().is_pm());
}

TEST_CASE("netto says how much is open, in the years that are shown") {
  const TempPlan files(
      {{"plan.toml", head() + line("a") + project("1") + sends("2", "2025 = 100, 2026 = 2345") + project("2")}});
  const auto note = [&files](std::vector<std::string> more) {
    more.insert(more.begin(), {"overlap", files.path(), "--table", "netto"});
    return run_saldo(more).out;
  };
  CHECK(note({}).find("Van 2.445 klopt de andere kant niet") != std::string::npos);
  CHECK(note({"--years", "2025"}).find("Van 100 klopt de andere kant niet") != std::string::npos);
  CHECK(note({"--years", "2027"}).find("klopt de andere kant niet") == std::string::npos);
}

// --- relaties ---

TEST_CASE("a relation is declared or not, from one side or both, with money or without") {
  const SmallPlan worked =
      work_out_text(head() + line("a") + project("1", "dubbeling_met = [\"3\", \"2\"]") + sends("2", "2025 = 10") +
                    receives("2", "2025 = 1") + sends("4", "2026 = \"PM\"") + project("2", "dubbeling_met = [\"1\"]") +
                    receives("1", "2025 = 10") + sends("1", "2025 = 1") + project("3") + receives("4", "2027 = 6", 1) +
                    project("4", "dubbeling_met = [\"2\"]"));
  CHECK(tell_relaties(worked) == Lines{
                                     "1 met 3 | - - - - | aangegeven",
                                     "1 met 2 | 11 - - - | aangegeven, wederzijds",
                                     "1 met 4 | - PM - - | niet aangegeven",
                                     "2 met 1 | 11 - - - | aangegeven, wederzijds",
                                     "3 met 4 | - - 6 - | niet aangegeven",
                                     "4 met 2 | - - - - | aangegeven",
                                 });
  const TempPlan files(
      {{"plan.toml", head() + line("a") + project("1", "dubbeling_met = [\"2\"]") + sends("2", "2025 = 10") +
                         sends("3", "2025 = 1") + project("2") + project("3", "dubbeling_met = [\"4\"]") +
                         project("4", "dubbeling_met = [\"3\", \"1\"]")}});
  const auto rows = read_csv(csv({"overlap", files.path(), "--table", "relaties"}));
  Lines remarks;
  for (std::size_t r = 1; r < rows.size(); ++r)
    remarks.push_back(rows[r][0] + " met " + rows[r][2] + ": " + rows[r].back());
  CHECK(remarks == Lines{"1 met 2: niet wederzijds", "1 met 3: wel geld, niet aangegeven", "3 met 4: geen bedrag",
                         "4 met 3: geen bedrag", "4 met 1: geen bedrag, niet wederzijds"});
}

// --- tables ---

TEST_CASE("the table of overdrachten has the columns and the words of the contract") {
  const auto rows = read_csv(csv({"overlap", achterhoek(), "--table", "overdrachten"}));
  CHECK(rows[0] == Lines{"van", "naar", "jaar", "ontvangen_in", "verzonden", "ontvangen", "status", "opmerking"});
  CHECK(rows[1] == Lines{"3.1", "3.18", "2025", "", "624985.00", "", "geen-ontvangst", "geen ontvangst"});
  CHECK(rows[3] == Lines{"3.5", "3.18", "2025", "2026", "402217.00", "402217.00", "gelijk", "later dan afgesproken"});
  CHECK(rows[11] == Lines{"3.18", "3.4", "2026", "", "PM", "", "geen-ontvangst", "geen ontvangst"});
}

TEST_CASE("a difference is told also when it was received in parts or after the plan") {
  const TempPlan files({{"plan.toml", head() + line("a") + project("1") + sends("2", "2025 = 100") + project("2") +
                                          receives("1", "2025 = 30") + receives("1", "2026 = 60", 1)}});
  const auto rows = read_csv(csv({"overlap", files.path(), "--table", "overdrachten"}));
  CHECK(rows[1][6] == "verschil");
  CHECK(rows[1][7].find("verschil 10") != std::string::npos);
}

TEST_CASE("a year that is chosen shows what was sent or received in it, and its own columns") {
  const auto rows = read_csv(csv({"overlap", achterhoek(), "--table", "overdrachten", "--years", "2026"}));
  Lines shown;
  for (std::size_t r = 1; r < rows.size(); ++r) shown.push_back(rows[r][0] + " " + rows[r][1] + " " + rows[r][2]);
  CHECK(shown ==
        Lines{"3.5 3.18 2025", "3.11 3.18 2026", "3.18 3.2 2026", "3.18 3.4 2026", "3.18 3.19 2026", "  2026"});
  const auto netto = read_csv(csv({"overlap", achterhoek(), "--table", "netto", "--years", "2026"}));
  CHECK(netto[0] == Lines{"nr", "naam", "2026.bruto_baten", "2026.dubbeling_baten", "2026.netto_baten",
                          "2026.bruto_lasten", "2026.dubbeling_lasten", "2026.netto_lasten", "2026.onderweg"});
  CHECK(cell(netto, "totaal", "2026.netto_baten") == "1506533.00");
}

TEST_CASE("the matrix of the real plan adds up both ways") {
  const auto rows = read_csv(csv({"overlap", achterhoek(), "--matrix"}));
  CHECK(rows[0] == Lines{"nr", "naam", "3.2", "3.4", "3.7-fase1", "3.7-fase2", "3.18", "3.19", "totaal"});
  CHECK(cell(rows, "3.18", "3.2") == "20900.00");
  CHECK(cell(rows, "3.18", "3.19") == "581871.00");
  CHECK(cell(rows, "", "3.18") == "1916532.00");
  CHECK(cell(rows, "", "totaal") == "3672846.00");
  CHECK(cell(rows, "3.18", "totaal") == "800663.00");
}

TEST_CASE("at 80 columns no line is longer, and what was sent stands beside what was received") {
  for (const std::vector<std::string>& more : std::vector<std::vector<std::string>>{
           {"--table", "overdrachten"}, {"--table", "relaties"}, {"--table", "netto"}, {"--matrix"}}) {
    for (const std::size_t columns : {80U, 100U}) {
      std::vector<std::string> arguments = {"overlap", achterhoek()};
      arguments.insert(arguments.end(), more.begin(), more.end());
      INFO(more.back() << " at " << columns);
      std::istringstream page(run_saldo(arguments, columns).out);
      std::size_t widest = 0;
      for (std::string text; std::getline(page, text);) widest = std::max(widest, display_width(text));
      CHECK(widest <= columns);
    }
  }
  const std::string page = run_saldo({"overlap", achterhoek(), "--table", "overdrachten"}, 80).out;
  CHECK(page.find("Verzonden  Ontvangen") != std::string::npos);  // not in two tables under each other
}

TEST_CASE("a table that the matrix or the suspects do not have is refused, not silently nothing") {
  for (const char* other : {"--matrix", "--suspects"}) {
    const Run run = run_saldo({"overlap", achterhoek(), other, "--table", "netto"});
    INFO(other);
    CHECK((run.code == 2 || !run.out.empty()));
  }
  CHECK((run_saldo({"overlap", achterhoek(), "--matrix", "--suspects"}).code == 2));
}

// --- circles and mirrors between two projects ---

TEST_CASE("two projects that pay each other their sluitpost are a circle, shown step by step") {
  const LoadedPlan loaded =
      load_text(head() + line("a") + project("1", "budget = 10") + sends("2", "2025 = \"sluitpost\"") +
                receives("2", "2025 = \"spiegel\"") + project("2", "budget = 20") + sends("1", "2025 = \"sluitpost\"") +
                receives("1", "2025 = \"spiegel\""));
  const Findings findings = check_all(loaded);
  REQUIRE(rule_ids(findings) == Lines{"kring"});
  CHECK(to_text(findings[0].message) ==
        "these amounts wait for each other in a circle: 1/1/2025 -> 1/2/2025 -> 2/1/2025 -> 2/2/2025 -> 1/1/2025");
  CHECK(findings[0].related.size() == 4);
}

TEST_CASE("they are no circle when one of them pays a year later") {
  const SmallPlan worked =
      work_out_text(head() + line("a") + project("1", "budget = 10") + sends("2", "2025 = \"sluitpost\"") +
                    receives("2", "2027 = \"spiegel\"", 1) + project("2", "budget = 20") +
                    sends("1", "2026 = \"sluitpost\"") + receives("1", "2025 = \"spiegel\""));
  CHECK(tell(worked) == Lines{"1 -> 2 | 2025 10 | 2025 10 | gelijk", "2 -> 1 | 2026 30 | 2027 30 | gelijk"});
}
