// What `saldo check` has to find in the published budget, each with its place.
#include <algorithm>

#include "support/catch.h"
#include "support/support.h"

using namespace saldo;

namespace {

// "projecten/3.5.toml:39:19: MESSAGE [RULE] NOTES" of every finding.
const std::vector<std::string>& findings() {
  static const std::vector<std::string> all = [] {
    const LoadedPlan loaded = load_plan(achterhoek());
    const Findings found = check_all(loaded);
    std::vector<std::string> lines = tell(loaded, found);
    for (std::size_t i = 0; i < found.size(); ++i)
      for (const Related& related : found[i].related) lines[i] += " " + to_text(related.message);
    return lines;
  }();
  return all;
}

void found(const std::string& expected) {
  INFO(expected);
  CHECK(std::count(findings().begin(), findings().end(), expected) == 1);
}

std::size_t count_of(const std::string& rule) {
  return static_cast<std::size_t>(std::count_if(findings().begin(), findings().end(), [&rule](const std::string& line) {
    return line.find("[" + rule + "]") != std::string::npos;
  }));
}

}  // namespace

TEST_CASE("3.1 and 3.3 send 641.483 to the investeringsbudget, and it arrives nowhere") {
  const std::string together =
      " [overdracht-geen-ontvangst] 2 projects together send 641.483 to 3.18 in 2025 that arrives nowhere";
  found("projecten/3.1.toml:33:19: 624.985 leaves 3.1 for 3.18 in 2025 but arrives nowhere" + together);
  found("projecten/3.3.toml:28:19: 16.498 leaves 3.3 for 3.18 in 2025 but arrives nowhere" + together);
}

TEST_CASE("the 402.217 of 3.5 arrives a year later") {
  found(
      "projecten/3.5.toml:39:19: 402.217 leaves 3.5 for 3.18 in 2025 but arrives in 2026 [overdracht-jaar] received by "
      "post 15 of 3.18");
  CHECK(count_of("overdracht-jaar") == 1);
}

TEST_CASE("SROI receives 5.000 where 5.200, 5.300 and 5.400 are sent") {
  const std::string place = "projecten/3.18.toml:113:8: ";
  const std::string rest = " [overdracht-verschil] received by post 1 of 3.2";
  found(place + "5.200 leaves 3.18 for 3.2 in 2026, but 5.000 arrives: a difference of 200" + rest);
  found(place + "5.300 leaves 3.18 for 3.2 in 2027, but 5.000 arrives: a difference of 300" + rest);
  found(place + "5.400 leaves 3.18 for 3.2 in 2028, but 5.000 arrives: a difference of 400" + rest);
  CHECK(count_of("overdracht-verschil") == 3);
}

TEST_CASE("135.000 a year goes to 3.19 without a receiver") {
  const std::string rest =
      " but arrives nowhere [overdracht-geen-ontvangst] post 2 of 3.19 receives from 3.18, but not this";
  found("projecten/3.18.toml:94:35: 135.000 leaves 3.18 for 3.19 in 2026" + rest);
  found("projecten/3.18.toml:94:51: 135.000 leaves 3.18 for 3.19 in 2027" + rest);
  found("projecten/3.18.toml:94:67: 135.000 leaves 3.18 for 3.19 in 2028" + rest);
  CHECK(count_of("overdracht-geen-ontvangst") == 5);
}

TEST_CASE("3.20 does not send what fase 1 receives as ESF+") {
  found(
      "projecten/3.7-fase1.toml:21:18: 67.500 arrives at 3.7-fase1 from 3.20 in 2025, but 3.20 does not send it "
      "[overdracht-geen-verzending]");
  CHECK(count_of("overdracht-geen-verzending") == 1);
}

TEST_CASE(
    "the two projects that tables 3 and 4 leave out explain the totals of 2025 and 2026, of their line and the plan") {
  found(
      "plan.toml:59:11: opening 2025 of programmalijn iedereen-doet-mee is 2.287.578, but tabel 3 says 1.958.718: a "
      "difference of 328.860 [controle] that is 353.860 of project 3.16-pilot - 25.000 of project 3.12-rodeloper "
      "opening "
      "2025 of the plan is 3.994.687, but tabel 3 says 3.665.827: a difference of 328.860");
  found(
      "plan.toml:60:18: baten 2025 of programmalijn iedereen-doet-mee are 2.075.885, but tabel 3 says 2.050.885: a "
      "difference of 25.000 [controle] that is 25.000 of project 3.12-rodeloper baten 2025 of the plan are 7.171.442, "
      "but "
      "tabel 3 says 7.146.442: a difference of 25.000");
  found(
      "plan.toml:61:19: lasten 2025 of programmalijn iedereen-doet-mee are 3.059.090,34, but tabel 3 says 2.823.183: a "
      "difference of 235.907,34 [controle] rounded that is 235.907 of project 3.16-pilot lasten 2025 of the plan are "
      "9.801.835,43, but tabel 3 says 9.565.928: a difference of 235.907,43");
  const std::string both =
      " lasten 2026 of the plan are 2.722.211, but tabel 3 says 2.599.258: a difference of 122.953";
  found(
      "plan.toml:61:37: lasten 2026 of programmalijn iedereen-doet-mee are 1.270.177, but tabel 3 says 1.152.224: a "
      "difference of 117.953 [controle] that is 117.953 of project 3.16-pilot" +
      both);
  found(
      "plan.toml:36:35: lasten 2026 of programmalijn van-werkloosheid-naar-werk are 5.000, but tabel 3 says 0: a "
      "difference of 5.000 [controle] that is 5.000 of project 3.2" +
      both);
}

TEST_CASE("every total of tables 3 and 4 that does not come out is explained, and told once") {
  CHECK(count_of("controle") == 20);
  for (const std::string& line : findings())
    if (line.find("tabel 3 says") != std::string::npos) CHECK(line.find("that is ") != std::string::npos);
}

TEST_CASE("table 4 leaves out two projects, and stops while six go on") {
  found(
      "projecten/3.12-rodeloper.toml:6:6: tabel 4 has 22 of the 24 projects, but not project 3.12-rodeloper "
      "[controle-onvolledig]");
  found(
      "projecten/3.16-pilot.toml:6:6: tabel 4 has 22 of the 24 projects, but not project 3.16-pilot "
      "[controle-onvolledig]");
  found(
      "projecten/3.2.toml:38:18: tabel 4 stops at 2026, but of its projects 6 have amounts after it: 3.2, 3.4, "
      "3.7-fase2, 3.10, 3.18, 3.20 [controle-onvolledig]");
  CHECK(count_of("controle-onvolledig") == 3);
}

TEST_CASE("the text gives the pilot its money before the year begins, and 3.5 a rest that its table has spent") {
  found(
      "projecten/3.7-pilot.toml:84:11: opening 2025 of project 3.7-pilot is 0, but §3.7, toelichting says 600.000: a "
      "difference of -600.000 [controle]");
  found(
      "projecten/3.7-pilot.toml:85:18: baten 2025 of project 3.7-pilot are 600.031, but §3.7, toelichting says "
      "600.000: "
      "a "
      "difference of 31 [controle]");
  found(
      "projecten/3.5.toml:60:22: eindsaldo 2025 of project 3.5 is 0, but §3.5, toelichting says 402.217: a difference "
      "of "
      "-402.217 [controle] that is -402.217 of post 5 (lasten 2025)");
}

TEST_CASE("two projects that the text ends in 2026 have a column 2027") {
  found(
      "projecten/3.4.toml:21:49: post 1 of 3.4 has baten of 9.200 in 2027, but the project ended in 2026 "
      "[saldo-beweging-na-einde] 3.4 ends here");
  found(
      "projecten/3.7-fase2.toml:33:18: 52.500 arrives at 3.7-fase2 from 3.20 in 2027, but 3.7-fase2 ended in 2026 "
      "[overdracht-einde] 3.20 does not send it either 3.7-fase2 ends here");
  CHECK(count_of("overdracht-einde") == 2);  // and 522.282
}

TEST_CASE("a contract that ends in 2026 still costs money in 2027") {
  found(
      "projecten/3.20.toml:76:49: post 12 of 3.20 has lasten of 50.000 in 2027, but the post itself ended in 2026 "
      "[saldo-beweging-na-einde] post 12 ends here");
  CHECK(count_of("saldo-beweging-na-einde") == 2);
}

TEST_CASE("what the text says of single posts of 3.18 and of its investeringsbudget is not what their table has") {
  found(
      "projecten/3.18.toml:132:101: lasten 2025 of post 3.18/13 are 41.871, but §3.19, toelichting (een kleine 50.000) "
      "says 50.000: a difference of -8.129 [controle]");
  found(
      "projecten/3.18.toml:122:110: lasten 2025 of post 3.18/12 are 37.200, but §3.18, toelichting 12 (5% van het "
      "gedrukte totaal) says 48.600: a difference of -11.400 [controle]");
  found(
      "projecten/3.18.toml:178:19: lasten 2025 of kop ‘Regionaal investeringsbudget’ (3.18) are 190.763, but §3.4, "
      "§3.7 en §3.19 says 374.763: a difference of -184.000 [controle]");
}

TEST_CASE("the printed tarieven of the pilot and of two posts of 3.12-zeg do not give their amounts") {
  const std::string line = " of the onderbouwing of post ";
  found("projecten/3.7-pilot.toml:40:81: line `Adviseur`" + line +
        "4 of 3.7-pilot is 65.518,50, but its factors come to 65.545,22: a difference of -26,72 "
        "[onderbouwing-afwijking]");
  found("projecten/3.7-pilot.toml:53:68: line `Adm. ondersteuner`" + line +
        "6 of 3.7-pilot is 21.272,24, but its factors come to 21.270,40: a difference of 1,84 "
        "[onderbouwing-afwijking]");
  found(
      "projecten/3.12-zeg.toml:30:108: the factor `tarief per fte` is 211.428,5714 in post 3 of 3.12-zeg, but 86.000 "
      "in post 1 of 3.12-zeg, in 2025 as well [factor-verschil] it is 86.000 here");
}

TEST_CASE("the actieplan declares two dubbelingen without money, and a restant of 3.6 none") {
  found(
      "projecten/3.11.toml:11:18: 3.11 declares a dubbeling with 3.12-zeg, but no money moves between them "
      "[dubbeling-geen-geld] 3.12-zeg "
      "declares it here");
  found(
      "projecten/3.11.toml:11:30: 3.11 declares a dubbeling with 3.13, but no money moves between them "
      "[dubbeling-geen-geld] 3.13 declares it here");
  CHECK(count_of("dubbeling-geen-geld") == 2);
  found(
      "projecten/3.6.toml:15:19: PM moves between 3.6 and 3.18, but neither declares the dubbeling "
      "[dubbeling-niet-aangegeven]");
}

TEST_CASE("two balances fall below zero that the text does not explain, and the line of one of them by it") {
  found(
      "projecten/3.7-fase2.toml:5:6: project 3.7-fase2 stands at -712.527 on 31 december 2025, below 0 "
      "[saldo-ondergrens] programmalijn van-werk-naar-werk stands at -738.527,09 on 31 december 2025, below 0");
  found(
      "projecten/3.16-actieplan.toml:5:6: project 3.16-actieplan stands at -3.462 on 31 december 2025, below 0 "
      "[saldo-ondergrens]");
  CHECK(count_of("saldo-ondergrens") == 2);
}
