// The investeringsbudget: its movements, what is still open, what a restant does by itself, and the floor.
#include <algorithm>

#include "base/say.h"
#include "calc/carryover/floor.h"
#include "support/catch.h"
#include "support/small_plan.h"

using namespace saldo;

namespace {

Lines moved(const SmallPlan& worked, const std::vector<Movement>& movements) {
  Lines lines;
  for (const Movement& movement : movements) lines.push_back(tell(worked.plan, movement));
  return lines;
}

// Project 1, and the investeringsbudget 9 with 1.000 euro.
std::string text_of(const std::string& project_1, const std::string& in_9 = "") {
  return head("investeringsbudget = \"9\"") + line("a") + project_1 +
         project("9", "budget = 1000\nrestant = \"meenemen\"") + in_9;
}
SmallPlan with_rib(const std::string& project_1, const std::string& in_9 = "") {
  return work_out_text(text_of(project_1, in_9));
}

Lines findings_of(const std::string& text) { return rule_ids(hindrances(load_text(text))); }

const std::string to_rib = "restant = \"investeringsbudget\"\n";

}  // namespace

// --- the real plan ---

TEST_CASE("the real plan: the stand of the investeringsbudget runs from 821.779 to 1.348.815") {
  const Carryover carryover = real_plan().carryover();
  CHECK(word(carryover.opening) == "821.779");
  CHECK(tell(carryover.stand) == "498.866 1.662.815 1.521.815 1.348.815");
  CHECK(real_plan().plan.project(carryover.project).nr == "3.18");
}

TEST_CASE("the real plan: what flows in and out, by counterpart") {
  const Carryover carryover = real_plan().carryover();
  CHECK(moved(real_plan(), carryover.vrijval) == Lines{"3.5 - 402.217 - -", "3.11 - 872.832 - -"});
  CHECK(moved(real_plan(), carryover.onttrekkingen) == Lines{"3.2 -5.000 -5.200 -5.300 -5.400", "3.4 -49.000 PM PM PM",
                                                             "3.7-fase1 -148.892 - - -",
                                                             "3.19 -176.871 -135.000 -135.000 -135.000"});
  CHECK(tell(carryover.structureel) == "130.350 103.500 77.100 48.700");
  CHECK(tell(carryover.overig) == "-73.500 -74.400 -77.800 -81.300");
  CHECK(821'779 + 130'350 - 73'500 - 5'000 - 49'000 - 148'892 - 176'871 == 498'866);
  CHECK(498'866 + 402'217 + 872'832 + 103'500 - 74'400 - 5'200 - 135'000 == 1'662'815);
}

TEST_CASE("the real plan: with the 641.483 that arrives nowhere, the stand at the end would be 1.990.298") {
  const Carryover carryover = real_plan().carryover();
  CHECK(word(settled_stand(carryover, OpenKind::niet_ontvangen)) == "1.990.298");
  CHECK(1'348'815 + 624'985 + 16'498 == 1'990'298);
  CHECK(word(settled_stand(carryover, OpenKind::zonder_besluit)) == "1.715.417");
  CHECK(word(settled_stand(carryover, OpenKind::niet_geboekt)) == "1.348.815");
}

TEST_CASE("the real plan: everything that is still open, and the stand at the end with that settled") {
  CHECK(tell_open(real_plan()) == Lines{
                                      "niet-ontvangen 3.1 2025 624.985 -> 1.973.800",
                                      "niet-ontvangen 3.3 2025 16.498 -> 1.365.313",
                                      "niet-geboekt 3.2 2026 200 -> 1.348.815",
                                      "niet-geboekt 3.2 2027 300 -> 1.348.815",
                                      "niet-geboekt 3.2 2028 400 -> 1.348.815",
                                      "niet-geboekt 3.19 2026 135.000 -> 1.348.815",
                                      "niet-geboekt 3.19 2027 135.000 -> 1.348.815",
                                      "niet-geboekt 3.19 2028 135.000 -> 1.348.815",
                                      "zonder-besluit 3.14 2028 317.050 -> 1.665.865",
                                      "zonder-besluit 3.20 2028 49.552 -> 1.398.367",
                                      "pm 3.1/4 2025 PM -> 1.348.815",
                                      "pm 3.3/3 2025 PM -> 1.348.815",
                                      "pm 3.5/5 2025 PM -> 1.348.815",
                                      "pm 3.6 2025 PM -> 1.348.815",
                                      "pm 3.18/8 2026 PM -> 1.348.815",
                                      "pm 3.18/8 2027 PM -> 1.348.815",
                                      "pm 3.18/8 2028 PM -> 1.348.815",
                                      "pm 3.18/17 2026 PM -> 1.348.815",
                                      "pm 3.18/17 2027 PM -> 1.348.815",
                                      "pm 3.18/17 2028 PM -> 1.348.815",
                                  });
}

TEST_CASE("the real plan: one finding for every year that ends below the floor, none for the floor itself") {
  const auto below = [](std::int64_t floor) {
    return tell(real_plan().files, check_floor(real_plan().plan, real_plan().carryover(), Money::of_euros(floor)));
  };
  CHECK(below(498'866) == Lines{});
  CHECK(below(500'000) == Lines{"projecten/3.18.toml:7:6: the investeringsbudget stands at 498.866 on 31 december "
                                "2025, 1.134 below the floor of 500.000 [saldo-ondergrens]"});
  CHECK(below(1'521'815).size() == 2);
  CHECK(below(2'000'000).size() == 4);
}

// --- movements ---

TEST_CASE("a counterpart with several posts is one movement, in the order of the projects") {
  const SmallPlan worked = work_out_text(
      head("investeringsbudget = \"9\"") + line("a") + project("1") + project("2") + project("9", "budget = 1000") +
      receives("2", "2025 = 5") + receives("1", "2025 = 10, 2026 = \"PM\"") + receives("1", "2025 = 20, 2027 = 1") +
      sends("2", "2025 = 300") + sends("1", "2025 = 7") + sends("2", "2028 = 3"));
  const Carryover carryover = worked.carryover();
  CHECK(moved(worked, carryover.vrijval) == Lines{"1 30 PM 1 -", "2 5 - - -"});
  CHECK(moved(worked, carryover.onttrekkingen) == Lines{"1 -7 - - -", "2 -300 - - -3"});
  CHECK(tell(carryover.stand) == "728 728 729 726");
}

TEST_CASE("own posts are structureel or not, baten less lasten, and a leg is never among them") {
  const SmallPlan worked =
      with_rib(project("1"), post("baten = { 2025 = 100 }\nlasten = { 2025 = 30, 2026 = 4 }\nstructureel = true") +
                                 post("lasten = { 2025 = 6 }") + post("baten = { 2027 = \"PM\" }") +
                                 post("baten = { 2025 = 8 }\nlasten = { 2025 = 1 }\nnaar = \"1\"") +
                                 post("lasten = { 2025 = 500 }\nnaar = \"1\"\nstructureel = true"));
  const Carryover carryover = worked.carryover();
  CHECK(tell(carryover.structureel) == "70 -4 - -");
  CHECK(tell(carryover.overig) == "2 - PM -");
  CHECK(moved(worked, carryover.onttrekkingen) == Lines{"1 -501 - - -"});
  CHECK(tell(carryover.stand) == "571 567 567 567");
}

// --- open ends ---

TEST_CASE("what is sent to the RIB and arrives nowhere would add to the stand, and what it receives less as well") {
  const SmallPlan worked = with_rib(
      project("1", "budget = 225\nrestant = \"meenemen\"") + sends("9", "2025 = 100, 2026 = 50, 2027 = 70, 2028 = 5"),
      receives("1", "2026 = 30, 2027 = 90, 2028 = 5"));
  CHECK(tell_open(worked) == Lines{"niet-ontvangen 1 2025 100 -> 1.225", "verschil-ontvangst 1 2026 20 -> 1.145",
                                   "verschil-ontvangst 1 2027 -20 -> 1.105"});
  CHECK(word(settled_stand(worked.carryover(), OpenKind::verschil_ontvangst)) == "1.125");
}

TEST_CASE(
    "what arrives a year late, declared or not, is not open, what arrives after the plan is told and settles itself") {
  CHECK(tell_open(with_rib(project("1", "budget = 150") + sends("9", "2025 = 100, 2028 = 50"),
                           receives("1", "2026 = 100", 1))) == Lines{"na-het-plan 1 2028 50 -> 1.100"});
  CHECK(tell_open(with_rib(project("1", "budget = 100") + sends("9", "2025 = 100"), receives("1", "2027 = 100"))) ==
        Lines{});
}

TEST_CASE("what the RIB pays and nobody books is open, but the stand has it already") {
  const SmallPlan worked = with_rib(project("1", "restant = \"meenemen\"") + receives("9", "2026 = 30"),
                                    sends("1", "2025 = 100, 2026 = 40"));
  CHECK(tell_open(worked) == Lines{"niet-geboekt 1 2025 100 -> 860", "niet-geboekt 1 2026 10 -> 860"});
}

TEST_CASE("a project that ends, or goes on to the end, with a balance and no decision is open") {
  CHECK(tell_open(with_rib(project("1", "budget = 70"))) == Lines{"zonder-besluit 1 2028 70 -> 1.070"});
  CHECK(tell_open(with_rib(project("1", "budget = 70\neinde = 2026"))) == Lines{"zonder-besluit 1 2026 70 -> 1.070"});
  CHECK(tell_open(with_rib(project("1", "budget = -70"))) == Lines{"zonder-besluit 1 2028 -70 -> 930"});
  CHECK(tell_open(with_rib(project("1", "budget = 70\neinde = 2030"))) == Lines{});
  CHECK(tell_open(with_rib(project("1", "budget = 0.49"))) == Lines{});
  CHECK(tell_open(with_rib(project("1", "budget = 0.50"))) == Lines{"zonder-besluit 1 2028 0,50 -> 1.000,50"});
}

TEST_CASE("meenemen leaves a balance where it is, terugbetalen is an obligation that is not for the RIB") {
  CHECK(tell_open(with_rib(project("1", "budget = 70\nrestant = \"meenemen\""))) == Lines{});
  CHECK(tell_open(with_rib(project("1", "budget = 70\neinde = 2026\nrestant = \"terugbetalen\""))) ==
        Lines{"terugbetalen 1 2026 70 -> 1.000"});
  CHECK(tell_open(with_rib(project("1", "restant = \"terugbetalen\""))) == Lines{});
}

TEST_CASE("PM on either side is open without an amount, and leaves the stand as it is") {
  const std::string pm = "2025 = \"PM\"";
  CHECK(tell_open(with_rib(project("1") + sends("9", pm))) == Lines{"pm 1 2025 PM -> 1.000"});
  CHECK(tell_open(with_rib(project("1"), sends("1", pm))) == Lines{"pm 9/1 2025 PM -> 1.000"});
  CHECK(tell_open(with_rib(project("1"), baten(pm) + lasten(pm))) ==
        Lines{"pm 9/1 2025 PM -> 1.000", "pm 9/2 2025 PM -> 1.000"});
  CHECK(tell_open(with_rib(project("1") + sends("9", pm), receives("1", pm))) == Lines{"pm 9/1 2025 PM -> 1.000"});
}

TEST_CASE("what a project sends as PM and the RIB counts on as money is PM, not the amount with a minus") {
  CHECK(tell_open(with_rib(project("1") + sends("9", "2025 = \"PM\""), receives("1", "2025 = 100"))) ==
        Lines{"pm 1 2025 PM -> 1.100"});
}

TEST_CASE("what is open is sorted by kind, then by project and year") {
  const SmallPlan worked =
      work_out_text(head("investeringsbudget = \"9\"") + line("a") + project("9", "budget = 1000") +
                    sends("1", "2026 = 1, 2025 = 2") + project("2", "budget = 30") + sends("9", "2025 = 7") +
                    project("1", "budget = 4") + sends("9", "2026 = 4"));
  CHECK(tell_open(worked) == Lines{"niet-ontvangen 2 2025 7 -> 1.004", "niet-ontvangen 1 2026 4 -> 1.001",
                                   "niet-geboekt 1 2025 2 -> 997", "niet-geboekt 1 2026 1 -> 997",
                                   "zonder-besluit 2 2028 23 -> 1.020"});
}

// --- restant = "investeringsbudget" ---

TEST_CASE("a restant goes to the investeringsbudget by itself in the year the project ends") {
  const SmallPlan worked = with_rib(project("1", "budget = 100\neinde = 2026\n" + to_rib) + lasten("2025 = 30"));
  CHECK(tell(worked) == Lines{"1 -> 9 | 2026 70 | 2026 70 | gelijk"});
  CHECK(moved(worked, worked.carryover().vrijval) == Lines{"1 - 70 - -"});
  CHECK(tell(worked.carryover().stand) == "1.000 1.070 1.070 1.070");
  CHECK(tell_open(worked) == Lines{});
  CHECK(worked.balances.projects[0].years[1].eindsaldo == Money());
}

TEST_CASE("it takes what other posts leave, also after what comes from a third project") {
  const SmallPlan worked =
      work_out_text(head("investeringsbudget = \"9\"") + line("a") + project("2", "budget = 11") +
                    sends("1", "2025 = \"sluitpost\"") + project("1", "budget = 100\neinde = 2025\n" + to_rib) +
                    receives("2", "2025 = \"spiegel\"") + lasten("2025 = 1") + project("9"));
  CHECK(tell(worked) == Lines{"2 -> 1 | 2025 11 | 2025 11 | gelijk", "1 -> 9 | 2025 110 | 2025 110 | gelijk"});
}

TEST_CASE("with vertraging it arrives a year later and is onderweg in between, also past the plan") {
  const SmallPlan later = with_rib(project("1", "budget = 70\neinde = 2026\nvertraging = 1\n" + to_rib));
  CHECK(tell(later) == Lines{"1 -> 9 | 2026 70 | 2027 70 | gelijk"});
  CHECK(tell(later.carryover().stand) == "1.000 1.000 1.070 1.070");
  CHECK(word(later.netto().total[1].onderweg) == "70");
  const SmallPlan after = with_rib(project("1", "budget = 70\neinde = 2028\nvertraging = 1\n" + to_rib));
  CHECK(tell(after) == Lines{"1 -> 9 | 2028 70 | 2029 70 | gelijk"});
  CHECK(tell(after.carryover().stand) == "1.000 1.000 1.000 1.000");
  CHECK(word(after.netto().total[3].onderweg) == "70");
  CHECK(tell_open(after) == Lines{"na-het-plan 1 2028 70 -> 1.000"});
}

TEST_CASE("a shortage is drawn from the investeringsbudget") {
  const SmallPlan worked = with_rib(project("1", "budget = 100\neinde = 2026\n" + to_rib) + lasten("2025 = 130"));
  CHECK(tell(worked) == Lines{"1 -> 9 | 2026 -30 | 2026 -30 | gelijk"});
  CHECK(tell(worked.carryover().stand) == "1.000 970 970 970");
  CHECK(worked.balances.projects[0].years[3].eindsaldo == Money());
}

TEST_CASE("a project that ends after the plan keeps its balance in it") {
  const SmallPlan worked = with_rib(project("1", "budget = 100\neinde = 2029\n" + to_rib));
  CHECK(tell(worked) == Lines{});
  CHECK(tell_open(worked) == Lines{});
}

TEST_CASE("several restanten each have their own posts, and all of them are explained by the line they stand on") {
  const SmallPlan worked = work_out_text(
      head("investeringsbudget = \"9\"") + line("a") + project("1", "budget = 1\neinde = 2025\n" + to_rib) +
      project("2", "budget = 20\neinde = 2025\n" + to_rib) + project("9", "budget = 300") +
      project("3", "budget = 4000\neinde = 2027\n" + to_rib));
  CHECK(moved(worked, worked.carryover().vrijval) == Lines{"1 1 - - -", "2 20 - - -", "3 - - 4.000 -"});
  CHECK(tell(worked.carryover().stand) == "321 321 4.321 4.321");
  const Project& rib = worked.plan.projects[2];
  CHECK(rib.posts[0].naam == "Restant Nummer 1");
  CHECK(rib.posts[0].place == worked.plan.projects[0].more->restant_place);
  CHECK(worked.plan.projects[0].posts[0].naam == "Restant naar Nummer 9");
}

TEST_CASE("a restant that cannot be worked out is a finding") {
  CHECK(findings_of(head() + line("a") + project("1", "einde = 2026\n" + to_rib)) == Lines{"restant"});
  CHECK(findings_of(text_of(project("1", to_rib))) == Lines{"restant"});
  CHECK(findings_of(head("investeringsbudget = \"1\"") + line("a") + project("1", "einde = 2026\n" + to_rib)) ==
        Lines{"restant"});
  CHECK(findings_of(text_of(project("1", "restant = \"terugbetalen\"") + project("2", "restant = \"meenemen\""))) ==
        Lines{});  // these need neither
}

TEST_CASE("a typed post for the same money is a finding, wherever it stands") {
  const std::string ends = project("1", "budget = 70\neinde = 2026\n" + to_rib);
  const std::string late = project("1", "budget = 70\neinde = 2026\nvertraging = 1\n" + to_rib);
  const Lines twice = {"restant-dubbel"};
  CHECK(findings_of(text_of(ends + sends("9", "2026 = \"sluitpost\""), receives("1", "2026 = \"spiegel\""))) == twice);
  CHECK(findings_of(text_of(ends + sends("9", "2026 = 70"))) == twice);
  CHECK(findings_of(text_of(ends + lasten("2026 = \"sluitpost\""))) == twice);
  CHECK(findings_of(text_of(ends, receives("1", "2026 = 70"))) == twice);
  CHECK(findings_of(text_of(late, receives("1", "2027 = 70", 1))) == twice);
}

TEST_CASE("money of another year, or for another project, is no second restant") {
  const std::string ends = project("1", "budget = 70\neinde = 2026\n" + to_rib);
  CHECK(findings_of(text_of(ends + sends("9", "2025 = 5"), receives("1", "2025 = 5"))) == Lines{});
  CHECK(findings_of(text_of(ends + lasten("2025 = \"sluitpost\""))) == Lines{});
  CHECK(findings_of(text_of(project("2") + ends + sends("2", "2026 = 5"))) == Lines{});
  CHECK(findings_of(text_of(project("2") + ends, receives("2", "2026 = 5"))) == Lines{});
  CHECK(findings_of(text_of(ends + receives("9", "2026 = 5"), sends("1", "2026 = 5"))) == Lines{});
}

TEST_CASE("what the RIB receives in that year but was sent the year before is no second restant") {
  CHECK(findings_of(text_of(project("1", "budget = 70\neinde = 2026\n" + to_rib) + sends("9", "2025 = 5"),
                            receives("1", "2026 = 5", 1))) == Lines{});
}

TEST_CASE("what the RIB receives a year later but was sent in that year is a second one") {
  CHECK(findings_of(text_of(project("1", "budget = 70\neinde = 2026\n" + to_rib), receives("1", "2027 = 70", 1))) ==
        Lines{"restant-dubbel"});
}

TEST_CASE("a restant and a payment back by sluitpost are a circle") {
  CHECK(findings_of(text_of(project("1", "budget = 70\neinde = 2026\n" + to_rib) + receives("9", "2026 = \"spiegel\""),
                            sends("1", "2026 = \"sluitpost\""))) == Lines{"kring"});
}

TEST_CASE("the posts a restant makes have numbers that no typed post has") {
  const SmallPlan worked =
      with_rib(project("1", "budget = 70\neinde = 2026\n" + to_rib) + post("nr = \"restant\"\nlasten = { 2025 = 1 }"));
  Lines numbers;
  for (const Post& post : worked.plan.projects[0].posts) numbers.push_back(post.nr);
  REQUIRE(numbers.size() == 2);
  CHECK(numbers[0] != numbers[1]);
}

// --- the command ---

TEST_CASE("carryover needs a plan that names its investeringsbudget") {
  const TempPlan files({{"plan.toml", head() + line("a") + project("1")}});
  const Run run = run_saldo({"carryover", files.path()});
  CHECK(run.code == 2);
  CHECK(run.out == "");
  CHECK(run.err == "saldo: this plan names no investeringsbudget; write investeringsbudget = \"3.18\" under [plan]\n");
}

TEST_CASE("a --floor is an amount as people write it, and its findings leave the table and the exit code as they are") {
  const auto run = [](const std::string& floor) {
    return run_saldo({"carryover", achterhoek(), "--table", "investeringsbudget", "--format", "csv", "--floor", floor});
  };
  const std::string table =
      run_saldo({"carryover", achterhoek(), "--table", "investeringsbudget", "--format", "csv"}).out;
  for (const char* floor : {"500000", "500.000", "€ 500.000", "500.000,00"}) {
    const Run told = run(floor);
    CHECK(told.code == 0);
    CHECK(told.out == table);
    CHECK(told.err.find("warning: the investeringsbudget stands at 498.866 on 31 december 2025, 1.134 below the floor "
                        "of 500.000 [saldo-ondergrens]") != std::string::npos);
  }
  CHECK(run("0").err == "");
  for (const char* floor : {"veel", "PM", "1,234"}) {
    CHECK(run(floor).code == 2);
    CHECK(run(floor).err == "saldo: --floor " + std::string(floor) + ": write an amount, such as 500000 or 500.000\n");
  }
}

TEST_CASE("the stand of a year is that of the project, and --years shows only those years") {
  const auto rows = read_csv(
      run_saldo({"carryover", achterhoek(), "--table", "investeringsbudget", "--years", "2026-2027", "--format", "csv"})
          .out);
  CHECK(rows[0] == Lines{"nr", "naam", "2026", "2027"});
  CHECK(rows[1] == Lines{"", "Stand 1 januari", "498866.00", "1662815.00"});
  CHECK(rows.back() == Lines{"", "Stand 31 december", "1662815.00", "1521815.00"});
}

// --- a deficit, and a rest that is not certain ---

TEST_CASE("a project that ends short takes from the investeringsbudget, and that is told") {
  const std::string in_red = project("1", "budget = 5_000\neinde = 2026\n" + to_rib) + lasten("2026 = 12_000");
  const SmallPlan worked = with_rib(in_red);
  CHECK(moved(worked, worked.carryover().vrijval) == Lines{});
  CHECK(moved(worked, worked.carryover().onttrekkingen) == Lines{"1 - -7.000 - -"});
  CHECK(tell(worked.carryover().stand) == "1.000 -6.000 -6.000 -6.000");
  const SmallPlan typed =
      with_rib(project("1") + lasten("2025 = 50") + post("lasten = { 2025 = \"sluitpost\" }\nnaar = \"9\""),
               post("baten = { 2025 = \"spiegel\" }\nvan = \"1\""));
  CHECK(moved(typed, typed.carryover().onttrekkingen) == Lines{"1 -50 - - -"});
}

TEST_CASE("PM under a restant or a sluitpost is an open end") {
  const SmallPlan worked =
      with_rib(project("1", "budget = 5_000\neinde = 2026\n" + to_rib) + lasten("2025 = \"PM\", 2026 = 2_000"));
  CHECK(tell_open(worked) == Lines{"pm 1/restant 2026 PM -> 4.000"});
  const SmallPlan known =
      with_rib(project("1", "budget = 5_000\neinde = 2026\n" + to_rib) + lasten("2025 = 0, 2026 = 2_000"));
  CHECK(tell_open(known) == Lines{});
}
