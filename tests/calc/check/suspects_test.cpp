// Overdrachten that nobody declared: on the real plan with every declaration taken away, and on small plans.
#include <algorithm>

#include "support/catch.h"
#include "support/small_plan.h"

using namespace saldo;

namespace {

Lines suspects_of(const std::string& text) {
  const SmallPlan worked = work_out_text(text);
  return tell(worked.plan, find_suspects(worked.plan, worked.amounts));
}

// Project 1 has the lasten, project 2 the baten.
Lines between(const std::string& in_1, const std::string& in_2) {
  return suspects_of(head() + line("a") + project("1") + in_1 + project("2") + in_2);
}

}  // namespace

TEST_CASE("the real plan without its legs: every overdracht is found again, and nothing else") {
  SmallPlan worked = work_out_plan(achterhoek());
  for (Project& project : worked.plan.projects) project.legs.clear();
  const Suspects suspects = find_suspects(worked.plan, worked.amounts);
  CHECK_FALSE(suspects.stopped);
  Lines found = tell(worked.plan, suspects);
  std::size_t amounts = 0;
  for (const Suspect& suspect : suspects.found) amounts += suspect.years.size();
  std::sort(found.begin(), found.end());
  CHECK(found == Lines{
                     "3.11/12 -> 3.18/16 | 2026 872.832",
                     "3.18/11 -> 3.2/1 | 2025 5.000",
                     "3.18/14 -> 3.7-fase1/3 | 2025 148.892",
                     "3.18/8 -> 3.4/2 | 2025 49.000",
                     "3.18/9+13 -> 3.19/2 | 2025 176.871",
                     "3.20/10 -> 3.7-fase2/2 | 2025 313.369, 2027 522.282",
                     "3.5/5 -> 3.18/15 | 2025 402.217 in 2026",
                 });
  CHECK(amounts == 8);  // of which none is false
  CHECK(suspects.found.size() == 7);
}

TEST_CASE("the real plan as it is holds no suspects") {
  CHECK(find_suspects(real_plan().plan, real_plan().amounts).found.empty());
}

TEST_CASE("a telling amount that leaves one project and enters another, that year or the next, is a suspect") {
  CHECK(between(lasten("2025 = 402_217"), baten("2025 = 402_217")) == Lines{"1/1 -> 2/1 | 2025 402.217"});
  CHECK(between(lasten("2025 = 402_217"), baten("2026 = 402_217")) == Lines{"1/1 -> 2/1 | 2025 402.217 in 2026"});
  CHECK(between(lasten("2025 = 402_217"), baten("2027 = 402_217")) == Lines{});
  CHECK(between(lasten("2026 = 402_217"), baten("2025 = 402_217")) == Lines{});
  CHECK(between(lasten("2025 = 402_217") + baten("2025 = 402_217"), "") == Lines{});  // within one project
}

TEST_CASE("the same two posts in several years are one suspect") {
  CHECK(between(lasten("2025 = 12_345, 2026 = 23_456"), baten("2025 = 12_345, 2026 = 23_456")) ==
        Lines{"1/1 -> 2/1 | 2025 12.345, 2026 23.456"});
}

TEST_CASE("a round amount says something only when a name goes with it") {
  CHECK(between(lasten("2025 = 5_000"), baten("2025 = 5_000")) == Lines{});
  CHECK(suspects_of(head() + line("a") + "[[project]]\nnr = \"1\"\nnaam = \"Werkcentrum\"\nprogrammalijn = \"a\"\n" +
                    lasten("2025 = 5_000") + project("2") + post("baten = { 2025 = 5_000 }", "Van het werkcentrum")) ==
        Lines{"1/1 -> 2/1 | 2025 5.000"});
}

TEST_CASE("a name is a word of five bytes that at most three projects have") {
  const auto named = [](const std::string& naam, const std::string& of, const std::string& more = "") {
    return suspects_of(head() + line("a") + "[[project]]\nnr = \"1\"\nnaam = \"" + naam +
                       "\"\nprogrammalijn = \"a\"\n" + lasten("2025 = 5_000") + project("2") +
                       post("baten = { 2025 = 5_000 }", of) + more);
  };
  const Lines found = {"1/1 -> 2/1 | 2025 5.000"};
  CHECK(named("Àpril", "Van Àpril") == found);
  CHECK(named("Zalen", "Van zalen") == found);
  CHECK(named("Zaal", "Van zaal") == Lines{});
  const auto also = [](const std::string& nr) {
    return "[[project]]\nnr = \"" + nr + "\"\nnaam = \"Zalen " + nr + "\"\nprogrammalijn = \"a\"\n";
  };
  CHECK(named("Zalen zalen", "Van zalen", also("3") + also("4")) == found);
  CHECK(named("Zalen", "Van zalen", also("3") + also("4") + also("5")) == Lines{});
}

TEST_CASE("a name goes before an amount that is more telling") {
  const SmallPlan worked =
      work_out_text(head() + line("a") + "[[project]]\nnr = \"1\"\nnaam = \"Werkcentrum\"\nprogrammalijn = \"a\"\n" +
                    lasten("2025 = 5_000, 2026 = 123_457") + project("2") +
                    post("baten = { 2025 = 5_000 }", "Bijdrage werkcentrum") + project("3") + baten("2026 = 123_457"));
  CHECK(tell(worked.plan, find_suspects(worked.plan, worked.amounts)) ==
        Lines{"1/1 -> 2/1 | 2025 5.000", "1/1 -> 3/1 | 2026 123.457"});
}

TEST_CASE("two or three posts that add up to one post of another project are a suspect, four are not") {
  CHECK(between(lasten("2025 = 135_000") + lasten("2025 = 41_871"), baten("2025 = 176_871")) ==
        Lines{"1/1+2 -> 2/1 | 2025 176.871"});
  CHECK(between(lasten("2025 = 176_871"), baten("2026 = 100_000") + baten("2026 = 35_000") + baten("2026 = 41_871")) ==
        Lines{"1/1 -> 2/1+2+3 | 2025 176.871 in 2026"});
  CHECK(between(lasten("2025 = 176_871"), baten("2025 = 100_000") + baten("2025 = 30_000") + baten("2025 = 5_000") +
                                              baten("2025 = 41_871")) == Lines{});
}

TEST_CASE("of four posts any three may be the sum, also those at the end") {
  const std::string parts =
      lasten("2025 = 30_123") + lasten("2025 = 41_871") + lasten("2025 = 7_009") + lasten("2025 = 90_307");
  CHECK(between(parts, baten("2025 = 79_003")) == Lines{"1/1+2+3 -> 2/1 | 2025 79.003"});
  CHECK(between(parts, baten("2025 = 162_301")) == Lines{"1/1+2+4 -> 2/1 | 2025 162.301"});
  CHECK(between(parts, baten("2025 = 127_439")) == Lines{"1/1+3+4 -> 2/1 | 2025 127.439"});
  CHECK(between(parts, baten("2025 = 139_187")) == Lines{"1/2+3+4 -> 2/1 | 2025 139.187"});
}

TEST_CASE("no amount counts twice in a sum") {
  const std::string parts = lasten("2025 = 30_123") + lasten("2025 = 41_871") + lasten("2025 = 7_009");
  CHECK(between(parts, baten("2025 = 79_003")) == Lines{"1/1+2+3 -> 2/1 | 2025 79.003"});
  for (const char* twice : {"60_246", "102_117", "113_865", "44_141", "67_255"})
    CHECK(between(parts, baten("2025 = " + std::string(twice))) == Lines{});
}

TEST_CASE("an amount is used for one suspect, the likeliest") {
  CHECK(between(lasten("2025 = 402_217"), baten("2025 = 402_217, 2026 = 402_217")) == Lines{});  // no telling which
  CHECK(suspects_of(head("investeringsbudget = \"2\"") + line("a") + project("1") +
                    post("lasten = { 2025 = 402_217 }", "Naar het investeringsbudget") + project("2") +
                    baten("2025 = 402_217, 2026 = 402_217")) == Lines{"1/1 -> 2/1 | 2025 402.217"});
}

TEST_CASE("PM, nothing, what is below zero and what is declared are no suspects") {
  CHECK(between(lasten("2025 = \"PM\", 2026 = 0, 2027 = -402_217"),
                baten("2025 = \"PM\", 2026 = 0, 2027 = -402_217")) == Lines{});
  CHECK(between(sends("2", "2025 = 402_217"), baten("2025 = 402_217")) == Lines{});
  CHECK(between(lasten("2025 = 402_217"), receives("1", "2025 = 402_217")) == Lines{});
}

TEST_CASE("the order of the projects in the file changes nothing but the direction they are read in") {
  const std::string one = project("1") + lasten("2025 = 402_217");
  const std::string other = project("2") + baten("2025 = 402_217");
  CHECK(suspects_of(head() + line("a") + one + other) == suspects_of(head() + line("a") + other + one));
}

TEST_CASE("where the search is cut off hangs on no order, and check says that it was") {
  std::string many = project("3");
  for (int i = 0; i < 400; ++i) many += lasten("2025 = " + std::to_string(100'003 + 7 * i * i));
  const std::string pair = "[[project]]\nnr = \"1\"\nnaam = \"Werkcentrum\"\nprogrammalijn = \"a\"\n" +
                           lasten("2025 = 12_345") + lasten("2025 = 23_456");
  const std::string sum = project("2") + post("baten = { 2025 = 35_801 }", "Van het werkcentrum");
  const auto told = [](const std::string& text) {
    Lines lines;
    for (const Diagnostic& finding : check_all(load_text(text)))
      if (finding.rule == Rule::verdacht_dubbel) lines.push_back(to_text(finding.message));
    return lines;
  };
  const Lines expected = {
      "there are too many amounts to try every sum: an overdracht that nobody declared may be missed here",
      "35.801 leaves 1 in 2025 and enters 2 in 2025: this looks like an overdracht that nobody declared"};
  CHECK(told(head() + line("a") + pair + sum + many) == expected);
  CHECK(told(head() + line("a") + many + pair + sum) == expected);
  CHECK(told(head() + line("a") + pair + sum) == Lines{expected[1]});
}

TEST_CASE("the page says that nothing was found") {
  const TempPlan files({{"plan.toml", head() + line("a") + project("1")}});
  const Run run = run_saldo({"overlap", files.path(), "--suspects"});
  CHECK(run.code == 0);
  CHECK(run.out.find("Niets gevonden dat op een overdracht lijkt") != std::string::npos);
}
