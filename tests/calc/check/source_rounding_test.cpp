// Printed totals of a plan in thousands: what rounding explains is counted, and what it does not is told.
#include "calc/check/checks.h"
#include "support/catch.h"
#include "support/small_plan.h"

using namespace saldo;

namespace {

using Words = std::vector<std::string>;

// A project with three posts of a thousand, in a plan in thousands, and these totals.
Words found(const std::string& controle, const std::string& eenheid = "eenheid = 1_000\n") {
  const std::string text = head(eenheid) + line("a") + project("1", "budget = 9_000\n" + controle) +
                           lasten("2025 = 1_000, 2026 = 1_000") + lasten("2025 = 1_000, 2026 = 1_000") +
                           lasten("2025 = 1_000, 2026 = 1_000");
  Words all;
  for (const Diagnostic& finding : check_all(load_text(text)))
    if (finding.rule == Rule::controle || finding.rule == Rule::controle_afronding)
      all.push_back(to_text(finding.message));
  return all;
}

std::string printed(const std::string& keys) { return "controle = { bron = \"tabel 1\", " + keys + " }"; }

}  // namespace

TEST_CASE("half a unit for the total and half a unit for each amount under it is rounding") {
  CHECK(found(printed("lasten = { 2025 = 3_000 }")) == Words{});
  CHECK(found(printed("lasten = { 2025 = 3_002 }")) == Words{"tabel 1: one difference of rounding, 2 (x 1.000)"});
  CHECK(found(printed("lasten = { 2025 = 3_003 }")) ==
        Words{"lasten 2025 of project 1 are 3.000.000, but tabel 1 says 3.003.000: a difference of -3.000"});
  CHECK(found(printed("lasten = { 2025 = 3_001, 2026 = 2_998 }")) ==
        Words{"tabel 1: 2 differences of rounding, the largest 2 (x 1.000)"});
  // A balance has the amounts of the years before it, and what the first began with.
  CHECK(found(printed("eindsaldo = { 2026 = 3_004 }")) == Words{"tabel 1: one difference of rounding, 4 (x 1.000)"});
  CHECK(found(printed("eindsaldo = { 2026 = 3_005 }")).front().starts_with("eindsaldo 2026 of project 1 is"));
}

TEST_CASE("a tolerantie takes the place of what rounding explains") {
  CHECK(found(printed("tolerantie = 0, lasten = { 2025 = 3_001 }")).size() == 1);
  CHECK(found(printed("tolerantie = 5, lasten = { 2025 = 3_005 }")) == Words{});
}

TEST_CASE("a plan in euros has no rounding of its own: the total has to come out in the unit that is printed") {
  CHECK(found(printed("eenheid = 1_000, lasten = { 2025 = 3 }"), "") == Words{});
  CHECK(found(printed("eenheid = 1_000, lasten = { 2025 = 4 }"), "").size() == 1);
  CHECK(found(printed("lasten = { 2025 = 3_001 }"), "").size() == 1);
}

TEST_CASE("figures with a decimal are rounded to that") {
  CHECK(found(printed("lasten = { 2025 = 3_002.5 }")) ==
        Words{"lasten 2025 of project 1 are 3.000.000, but tabel 1 says 3.002.500: a difference of -2.500"});
  CHECK(found(printed("eenheid = 1, lasten = { 2025 = 3_000_000 }")) == Words{});
  CHECK(found(printed("eenheid = 1, lasten = { 2025 = 3_000_001 }")).size() == 1);
}

TEST_CASE("printed figures are typed with the sign that they have") {
  CHECK(found(printed("teken = \"lasten-baten\", saldo = { 2025 = 3_000 }")) == Words{});
  CHECK(found(printed("teken = \"lasten-negatief\", lasten = { 2025 = -3_000 }, saldo = { 2025 = -3_000 }")) ==
        Words{});
  CHECK(found(printed("teken = \"baten-negatief\", lasten = { 2025 = 3_000 }, saldo = { 2025 = 3_000 }")) == Words{});
  CHECK(found(printed("teken = \"vn\", saldo = { 2025 = \"3.000 N\" }")) == Words{});
  CHECK(found(printed("teken = \"vn\", saldo = { 2025 = \"3.000 V\" }")).size() == 1);
  const LoadedPlan bare = load_text(head() + line("a") + project("1", printed("teken = \"vn\", saldo = { 2025 = 3 }")));
  REQUIRE(bare.findings.size() == 1);
  CHECK(to_text(bare.findings[0].message) == "a saldo with a letter has V or N behind it, and no minus");
}

TEST_CASE("whole euros under a unit of thousands are told what the unit means") {
  const LoadedPlan loaded =
      load_text(head() + line("a") + project("1", printed("eenheid = 1_000, lasten = { 2025 = 3_000_000 }")) +
                lasten("2025 = 3_000_000"));
  std::string help;
  for (const Diagnostic& finding : check_all(loaded))
    if (finding.rule == Rule::controle) help = to_text(finding.help);
  CHECK(has(help, "`eenheid` says what its figures are written in: write 3.000 here"));
}
