// A van or naar that names a post: what that post sends or receives, and no other money between the two projects.
#include "base/say.h"
#include "report/overlap_tables.h"
#include "support/catch.h"
#include "support/marked_plan.h"
#include "support/small_plan.h"

using namespace saldo;

namespace {

std::string plan_of(const std::string& sender, const std::string& receiver) {
  return head() + line("a") + project("1", "budget = 10_000\ndubbeling_met = [\"2\"]") + sender +
         project("2", "dubbeling_met = [\"1\"]") + receiver;
}

// All that is found but that the posts of these plans have one naam.
Lines told_of(const std::string& text) {
  Lines found = all_found(text);
  std::erase_if(found, [](const std::string& line) { return line.find("[naam-dubbel]") != std::string::npos; });
  return found;
}

const std::string two_sent = sends("2", "2025 = 700") + sends("2", "2025 = 50");

}  // namespace

TEST_CASE("a spiegel that names a post takes what that post sends, whatever else moves between the projects") {
  const SmallPlan small =
      work_out_text(plan_of(two_sent, receives("1/2", "2025 = \"spiegel\"") + receives("1", "2025 = \"spiegel\"")));
  CHECK(amounts_of(small, 1, 0, Direction::baten) == "50 - - -");
  CHECK(amounts_of(small, 1, 1, Direction::baten) == "700 - - -");
  CHECK(tell(small) == Lines{"1 -> 2 | 2025 700 | 2025 700 | gelijk", "1 -> 2 | 2025 50 | 2025 50 | gelijk"});
}

TEST_CASE("a post may be named by its naam, and by the side that sends") {
  const std::string named = post("lasten = { 2025 = \"spiegel\" }\nnaar = \"2/Tweede tranche\"", "Zendt");
  const SmallPlan small = work_out_text(
      plan_of(sends("2", "2025 = 700") + named,
              receives("1", "2025 = 700") + post("baten = { 2025 = 30 }\nvan = \"1\"", "Tweede tranche")));
  CHECK(amounts_of(small, 0, 1, Direction::lasten) == "30 - - -");
  CHECK(tell(small) == Lines{"1 -> 2 | 2025 700 | 2025 700 | gelijk", "1 -> 2 | 2025 30 | 2025 30 | gelijk"});
}

TEST_CASE("posts that name the same post share what it sends, and a spiegel among them takes the rest") {
  const std::string shared = plan_of(
      two_sent, receives("1/1", "2025 = \"spiegel\"") + receives("1/1", "2025 = 100") + receives("1", "2025 = 50"));
  const SmallPlan small = work_out_text(shared);
  CHECK(amounts_of(small, 1, 0, Direction::baten) == "600 - - -");
  CHECK(told_of(shared) == Lines{});
}

TEST_CASE("a post that is named does not lower the spiegel beside it, and is held against the post it names") {
  const std::string text =
      plan_of(two_sent + lasten("2027 = 900"), receives("1", "2025 = \"spiegel\"") + receives("1/3", "2027 = 525"));
  const SmallPlan small = work_out_text(text);
  CHECK(amounts_of(small, 1, 0, Direction::baten) == "750 - - -");
  const Lines found = told_of(text);
  REQUIRE(found.size() == 1);
  CHECK(found[0].find("525 arrives at 2 from post 3 of 1 in 2027, but that post does not send it "
                      "[overdracht-geen-verzending]") != std::string::npos);
  CHECK(found[0].find("write naar = \"2\" on post 3 of 1 if it pays this, or name another post") != std::string::npos);
  const Lines difference = told_of(plan_of(two_sent + sends("2", "2027 = 900"),
                                           receives("1", "2025 = \"spiegel\"") + receives("1/3", "2027 = 525")));
  REQUIRE(difference.size() == 1);
  CHECK(difference[0].find("900 leaves 1 for 2 in 2027, but 525 arrives") != std::string::npos);
}

TEST_CASE("what is sent to a post that receives nothing is told of that post") {
  const Lines found = told_of(plan_of(sends("2/1", "2025 = 700"), baten("2025 = 700")));
  REQUIRE(!found.empty());
  CHECK(found[0].find("700 leaves 1 for post 1 of 2 in 2025, but that post does not receive it "
                      "[overdracht-geen-ontvangst]") != std::string::npos);
}

TEST_CASE("a spiegel of a post that does not send, and one for which nothing is left, are refused with what to write") {
  const auto first = [](const std::string& text) {
    const Lines found = told_of(text);
    return found.empty() ? "" : found.front();
  };
  CHECK(first(plan_of(two_sent + lasten("2025 = 5"), receives("1/3", "2025 = \"spiegel\"")))
            .find("post 3 of 1 does not send to 2 [spiegel]") != std::string::npos);
  const std::string none_left =
      first(plan_of(sends("2", "2025 = 700"), receives("1/1", "2025 = 700") + receives("1", "2025 = \"spiegel\"")));
  CHECK(none_left.find("what 1 sends to 2 goes to posts that are named [spiegel]") != std::string::npos);
  CHECK(none_left.find("van = \"1/1\"") != std::string::npos);
}

TEST_CASE("a post that is not there is an error at the name, with what may have been meant") {
  const Lines found = told_of(plan_of(two_sent, receives("1/Pots", "2025 = 700")));
  REQUIRE(found.size() == 1);
  CHECK(found[0].find("project 1 has no post Pots [onbekende-post]") != std::string::npos);
  const Lines several = told_of(plan_of(two_sent, receives("1/Post", "2025 = 700")));
  REQUIRE(several.size() == 1);
  CHECK(several[0].find("[onbekende-post]") != std::string::npos);
}

TEST_CASE("a spiegel that another post takes a part of says so, unless both name the post they are of") {
  const auto found = [](const std::string& van) {
    return told_of(
        plan_of(sends("2", "2025 = 700"), receives(van, "2025 = \"spiegel\"") + receives(van, "2025 = 100")));
  };
  const Lines told = found("1");
  REQUIRE(told.size() == 1);
  CHECK(told[0].find("baten 2025 of post 1 of 2 are 600: the spiegel of 700 less 100 that another post has of it "
                     "[spiegel-gedeeld]") != std::string::npos);
  CHECK(told[0].find("100 of it is for post 2") != std::string::npos);
  CHECK(told[0].find("van = \"1/1\"") != std::string::npos);
  CHECK(found("1/1") == Lines{});
}

TEST_CASE("a restant goes its own way beside a post that is named") {
  const SmallPlan small = work_out_text(head("investeringsbudget = \"9\"") + line("a") +
                                        project("1", "budget = 70\neinde = 2026\nrestant = \"investeringsbudget\"") +
                                        sends("9", "2026 = 20") + project("9") + receives("1/1", "2026 = \"spiegel\""));
  CHECK(amounts_of(small, 1, 0, Direction::baten) == "- 20 - -");
  CHECK(amounts_of(small, 1, 1, Direction::baten) == "- 50 - -");
}

TEST_CASE("overlap gives the address of a post that is named, and of all else the project") {
  const std::string both = receives("1/2", "2025 = \"spiegel\"") + receives("1", "2025 = \"spiegel\"");
  const SmallPlan named = work_out_text(plan_of(two_sent, both));
  const Table table = report_overdrachten(named.plan, named.overdrachten, named.plan.years);
  CHECK(std::get<std::string>(table.rows[0].cells[0]) == "1");
  CHECK(std::get<std::string>(table.rows[1].cells[0]) == "1/2");
  CHECK(std::get<std::string>(table.rows[1].cells[1]) == "2/1");
}
