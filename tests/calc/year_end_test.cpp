// What a year came to: the accounts, whether that was allowed, and that nothing was lost.
#include "calc/close/aansluiting.h"
#include "calc/close/next_plan.h"
#include "calc/close/overheveling.h"
#include "calc/close/rechtmatigheid.h"
#include "calc/close/record.h"
#include "calc/close/rekening.h"
#include "plan/write/write_afsluiting.h"
#include "support/catch.h"
#include "support/small_plan.h"

using namespace saldo;

namespace {

std::string closed_year(const std::string& keys, const std::string& posts, const std::string& year = "2025") {
  return "[[afsluiting]]\njaar = " + year + "\nstand = \"voorlopig\"\n" + keys + posts;
}

std::string in_project(const std::string& nr) { return "[[afsluiting.project]]\nnr = \"" + nr + "\"\n"; }

std::string booked(const std::string& nr, const std::string& amounts) {
  return "[[afsluiting.project.post]]\nnr = " + nr + "\n" + amounts + "\n";
}

// Project 1 sends to 2, and both spend with others.
std::string two_projects() {
  return head() + line("a") + line("b") + project("1", "budget = 1_000\ndubbeling_met = [\"2\"]") +
         post("baten = { 2025 = 500, 2026 = 500 }\n") + post("lasten = { 2025 = 300, 2026 = 300 }\n") +
         sends("2", "2025 = 200") + project("2", "budget = 0\ndubbeling_met = [\"1\"]", "b") +
         receives("1", "2025 = 200") + post("lasten = { 2025 = 150, 2026 = 50 }\n");
}

Aansluiting aansluiting_of(const SmallPlan& small, std::int16_t year = 2025) {
  return work_out_aansluiting(small, small.overdrachten, Year{year});
}

const Rechtmatigheid& row_of(const std::vector<Rechtmatigheid>& rows, const std::string& id) {
  for (const Rechtmatigheid& row : rows)
    if (row.id == id) return row;
  FAIL("no row " << id);
  return rows.front();
}

Money euros(std::int64_t amount) { return Money::of_euros(amount); }

}  // namespace

TEST_CASE("what projects had and what came from outside is what they have and what is underway") {
  const SmallPlan small = work_out_text(
      two_projects() + closed_year("", in_project("1") + booked("1", "baten = 480") + booked("2", "lasten = 310.50") +
                                           booked("3", "lasten = 200") + in_project("2") + booked("1", "baten = 150") +
                                           booked("2", "lasten = 100")));
  const Aansluiting found = aansluiting_of(small);
  CHECK(found.opening == euros(1000));
  CHECK(found.extern_.baten == Amount(euros(480)));
  CHECK(found.extern_.lasten == Amount(Money::of_cents(41'050)));
  CHECK(found.open == euros(50));
  CHECK(found.onderweg == Money());
  CHECK(found.left() == found.right());
  CHECK_FALSE(found.holds());
  REQUIRE(found.routes.size() == 1);
  CHECK(found.routes[0].verzonden == Amount(euros(200)));
  CHECK(found.routes[0].ontvangen == Amount(euros(150)));
}

TEST_CASE("what a record states to be underway is not lost") {
  const SmallPlan small = work_out_text(
      two_projects() +
      closed_year("[[afsluiting.overdracht]]\nvan = \"1\"\nnaar = \"2\"\nonderweg = 50\n",
                  in_project("1") + booked("3", "lasten = 200") + in_project("2") + booked("1", "baten = 150")));
  const Aansluiting found = aansluiting_of(small);
  CHECK(found.onderweg == euros(50));
  CHECK(found.open == Money());
  CHECK(found.holds());
  CHECK(found.left() == found.right());
}

TEST_CASE("the law of conservation holds for the plan itself, in every year") {
  const SmallPlan& real = real_plan();
  for (std::size_t y = 0; y < real.plan.years.size(); ++y) {
    const Aansluiting found = work_out_aansluiting(real, real.overdrachten, real.plan.years.at(y));
    CHECK(found.left() == found.right());
  }
  // What 3.1 and 3.3 send to the investeringsbudget, which has no post for it.
  const Aansluiting first = work_out_aansluiting(real, real.overdrachten, Year{2025});
  Money from_both;
  for (const Underway& route : first.routes)
    if (real.plan.project(route.van).nr == "3.1" || real.plan.project(route.van).nr == "3.3") from_both += route.open;
  CHECK(from_both == euros(641'483));
}

TEST_CASE("an overdracht hides no overspending") {
  const SmallPlan small = work_out_text(
      two_projects() + closed_year("", in_project("1") + booked("2", "lasten = 450") + booked("3", "lasten = 50") +
                                           in_project("2") + booked("1", "baten = 50") + booked("2", "lasten = 150")));
  const auto rows = work_out_rechtmatigheid(small, Year{2025}, small.plan.find_afsluiting(Year{2025}));
  CHECK(row_of(rows, "a").overschrijding() == euros(150));
  CHECK_FALSE(row_of(rows, "a").covered);
  CHECK(row_of(rows, "b").overschrijding() == Money());
}

TEST_CASE("more baten from outside on the same project cover what it spent too much") {
  const SmallPlan small = work_out_text(
      two_projects() + closed_year("", in_project("1") + booked("1", "baten = 700") + booked("2", "lasten = 450")));
  const auto rows = work_out_rechtmatigheid(small, Year{2025}, small.plan.find_afsluiting(Year{2025}));
  CHECK(row_of(rows, "a").overschrijding() == euros(150));
  CHECK(row_of(rows, "a").covered);
  CHECK(row_of(rows, "a").baten_achter() == Money());
}

TEST_CASE("the accounts have what was adopted, what was changed and what was realised") {
  const SmallPlan small = work_out_text(
      two_projects() + closed_year("", in_project("1") + booked("1", "baten = 480\ntoelichting = \"minder verkocht\"") +
                                           booked("2", "lasten = 310.50")));
  const auto rows = work_out_rekening({small, small, Year{2025}});
  REQUIRE(rows.size() == 10);
  const RekeningRow& post_1 = rows[2];
  CHECK(post_1.of == RekeningRow::Of::post);
  CHECK(post_1.toelichting == "minder verkocht");
  CHECK(post_1.sides.baten.begroot == Amount(euros(500)));
  CHECK(post_1.sides.baten.realisatie == Amount(euros(480)));
  CHECK(post_1.verschil() == euros(-20));
  CHECK(rows[3].verschil() == Money::of_cents(-1'050));
  CHECK(rows.back().of == RekeningRow::Of::plan);
  CHECK(rows.back().verschil() == Money::of_cents(-3'050));
}

TEST_CASE("what is of a reserve in the accounts is its own row and those of its posts") {
  const SmallPlan small =
      work_out_text(head() + line("a") + project("1", "budget = 100") + lasten("2025 = 50") +
                    project("2", "soort = \"reserve\"\nbudget = 500") + lasten("2025 = 5") + project("3") +
                    lasten("2025 = 7") + closed_year("", in_project("1") + booked("1", "lasten = 40")));
  std::string told;
  for (const RekeningRow& row : work_out_rekening({small, small, Year{2025}}))
    told += row.nr + (row.of_reserve ? "r " : " ");
  CHECK(told == "a 1 1 2r 1r 3 1    ");  // the plan, mutaties and resultaat have no nr
}

TEST_CASE("a record is written as it is read") {
  const std::string text = closed_year(
      "besluit = \"raad \\\"18 juni\\\"\"\ndatum = 2026-06-18\n"
      "[[afsluiting.bron]]\nbestand = \"a.csv\"\nsha256 = \"00\"\nkoppeling = \"k\"\nregels = 4\novergeslagen = 1\n"
      "baten = 480\nlasten = 310.50\n"
      "[[afsluiting.overdracht]]\nvan = \"1\"\nnaar = \"2\"\nonderweg = 200\n"
      "[[afsluiting.voorschot]]\nproject = \"1\"\nontvangen = 1_000.05\nbesteed = 310.50\n"
      "[[afsluiting.oordeel]]\nprogrammalijn = \"a\"\noverschrijding = \"acceptabel\"\ntoelichting = \"gedekt\"\n"
      "[[afsluiting.correctie]]\nproject = \"1\"\npost = 1\nkant = \"baten\"\nbedrag = -20\nverwerkt_in = 2026\n"
      "[[afsluiting.heropend]]\ndatum = 2026-10-01\nreden = \"controle\"\neindsaldo = 1_234_567.89\n",
      "[[afsluiting.project]]\nnr = \"1\"\neindsaldo = -3.05\n" +
          booked("1", "baten = 480\nbegroot = { baten = \"PM\" }\ntoelichting = \"x\"") +
          booked("3", "lasten = 0\nafgeleid = true"));
  const SmallPlan read = work_out_text(two_projects() + text);
  REQUIRE(read.plan.afsluitingen.size() == 1);
  const std::string once = write_afsluiting(read.plan.afsluitingen[0], one_euro);
  const SmallPlan again = work_out_text(two_projects() + once);
  CHECK(write_afsluiting(again.plan.afsluitingen[0], one_euro) == once);
  for (const char* piece : {"besluit = \"raad \\\"18 juni\\\"\"", "ontvangen = 1_000.05", "eindsaldo = 1_234_567.89",
                            "begroot = { baten = \"PM\" }", "bedrag = -20", "eindsaldo = -3.05", "afgeleid = true"}) {
    INFO(piece);
    CHECK(once.find(piece) != std::string::npos);
  }
}

TEST_CASE("what follows from other amounts is kept with the record, and changes nothing") {
  const SmallPlan small = work_out_text(
      head() + line("a") + project("1", "budget = 1_000") + post("lasten = { 2025 = 300 }\n") +
      post("lasten = { 2025 = \"sluitpost\" }\n") + closed_year("", in_project("1") + booked("1", "lasten = 250.25")));
  Afsluiting record = small.plan.afsluitingen[0];
  add_derived(small, false, record);
  keep_budget(small, record);
  REQUIRE(record.projects.size() == 1);
  REQUIRE(record.projects[0].posts.size() == 2);
  const BookedPost& rest = record.projects[0].posts[1];
  CHECK(rest.afgeleid);
  CHECK(rest.realisatie.lasten->amount == Money::of_cents(74'975));
  CHECK(rest.begroot.lasten->amount == Amount(euros(700)));
  CHECK(record.projects[0].eindsaldo->amount == Money());
  CHECK(booked_outside(record).lasten == Money::of_cents(25'025));
}

TEST_CASE("an amount that was put right is no difference any more") {
  Afsluiting before, after;
  BookedPost post;
  post.post.name = "1";
  post.realisatie.baten = Booked{euros(100), {}};
  before.projects.push_back({{"1", {}}, {}, {post}});
  post.realisatie.baten = Booked{euros(90), {}};
  after.projects.push_back({{"1", {}}, {}, {post}});
  REQUIRE(compare_records(before, after).size() == 1);
  CHECK(*compare_records(before, after)[0].after == euros(90));
  before.correcties.push_back({{"1", {}}, {"1", {}}, Direction::baten, euros(-10), Year{2027}, {}, {}, {}});
  CHECK(compare_records(before, after).empty());
}

TEST_CASE("what is left is proposed where the rules allow it, and never where it has ended") {
  const auto leftovers = [](const std::string& allowed, const std::string& keys = "") {
    const SmallPlan small =
        work_out_text(head("[jaareinde]\noverheveling = { " + allowed + " }\n") + line("a") +
                      project("1", "budget = 1_000\n" + keys) + post("lasten = { 2025 = 300 }\n") +
                      post("lasten = { 2025 = 80 }\nstructureel = true\n") +
                      closed_year("", in_project("1") + booked("1", "lasten = 250.25") + booked("2", "lasten = 30")));
    std::string told;
    for (const Leftover& left : find_leftovers(small, Year{2025}))
      told += to_plain(left.over) + (left.refused ? "!" + std::to_string(static_cast<int>(*left.refused)) : "") + " ";
    return told;
  };
  CHECK(leftovers("minimaal = 0") == "49.75 50.00!1 ");
  CHECK(leftovers("minimaal = 49.76, soort = \"alle\"") == "49.75!0 50.00 ");
  CHECK(leftovers("soort = \"alle\", bestedingsplan = true") == "49.75!2 50.00!2 ");
  CHECK(leftovers("soort = \"alle\"", "einde = 2025\nrestant = \"meenemen\"\n") == "49.75!3 50.00!3 ");
}

TEST_CASE("the balances of a plan that goes on are those of the one before, of every project and year") {
  const auto plan = [](const std::string& first, const std::string& second, const std::string& more = "") {
    return work_out_text(head() + line("a") + project("1", "budget = 500") + lasten("2025 = 100, 2027 = " + first) +
                         project("2", "budget = 500") + lasten("2028 = " + second) + more);
  };
  const SmallPlan closed = plan("10", "20");
  CHECK(other_balances(closed, plan("10", "20")).empty());
  CHECK(other_balances(closed, plan("11", "20")) == std::vector<std::string>{"1"});
  CHECK(other_balances(closed, plan("10", "21")) == std::vector<std::string>{"2"});
  CHECK(other_balances(plan("10", "20", project("3", "budget = 0")), closed) == std::vector<std::string>{"3"});
  CHECK(other_balances(closed, plan("10", "20", project("3", "budget = 9"))).empty());  // which nobody had before
}
