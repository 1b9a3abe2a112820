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
  const std::string place = "projecten/3.18.toml:100:8: ";
  const std::string rest = " [overdracht-verschil] received by post 1 of 3.2";
  found(place + "5.200 leaves 3.18 for 3.2 in 2026, but 5.000 arrives: a difference of 200" + rest);
  found(place + "5.300 leaves 3.18 for 3.2 in 2027, but 5.000 arrives: a difference of 300" + rest);
  found(place + "5.400 leaves 3.18 for 3.2 in 2028, but 5.000 arrives: a difference of 400" + rest);
  CHECK(count_of("overdracht-verschil") == 3);
}

TEST_CASE("135.000 a year goes to 3.19 without a receiver") {
  const std::string rest =
      " but arrives nowhere [overdracht-geen-ontvangst] post 2 of 3.19 receives from 3.18, but not this";
  found("projecten/3.18.toml:84:35: 135.000 leaves 3.18 for 3.19 in 2026" + rest);
  found("projecten/3.18.toml:84:51: 135.000 leaves 3.18 for 3.19 in 2027" + rest);
  found("projecten/3.18.toml:84:67: 135.000 leaves 3.18 for 3.19 in 2028" + rest);
  CHECK(count_of("overdracht-geen-ontvangst") == 5);
}

TEST_CASE("the two projects that tables 3 and 4 leave out explain the totals of 2025 and 2026") {
  const std::string opening =
      ": a difference of 328.860 [controle] that is 353.860 of project 3.16-pilot - 25.000 of project 3.12-rodeloper";
  found("plan.toml:16:11: opening 2025 of the plan is 3.994.687, but tabel 3 says 3.665.827" + opening);
  found("plan.toml:59:11: opening 2025 of programmalijn iedereen-doet-mee is 2.287.578, but tabel 3 says 1.958.718" +
        opening);
  found(
      "plan.toml:17:18: baten 2025 of the plan is 7.171.442, but tabel 3 says 7.146.442: a difference of 25.000 "
      "[controle] that is 25.000 of "
      "project 3.12-rodeloper");
  found(
      "plan.toml:18:19: lasten 2025 of the plan is 9.801.835,43, but tabel 3 says 9.565.928: a difference of "
      "235.907,43 [controle] rounded that "
      "is 235.907 of project 3.16-pilot");
  found(
      "plan.toml:19:22: eindsaldo 2025 of the plan is 1.364.293,57, but tabel 3 says 1.246.341: a difference of "
      "117.952,57 [controle] rounded "
      "that is 117.953 of project 3.16-pilot");
  found(
      "plan.toml:18:37: lasten 2026 of the plan is 2.722.211, but tabel 3 says 2.599.258: a difference of 122.953 "
      "[controle] that is 117.953 of "
      "project 3.16-pilot + 5.000 of project 3.2");
}

TEST_CASE("SROI explains what the plan and its line have more than printed after 2025") {
  const std::string sroi = ": a difference of 5.000 [controle] that is 5.000 of project 3.2";
  CHECK(std::count_if(findings().begin(), findings().end(),
                      [&sroi](const std::string& line) { return line.ends_with(sroi); }) == 11);
}

TEST_CASE("every total that does not come out is explained") {
  CHECK(count_of("controle") == 21);
  for (const std::string& line : findings())
    if (line.find("[controle]") != std::string::npos) CHECK(line.find("that is ") != std::string::npos);
}

TEST_CASE("the actieplan declares two dubbelingen without money, and five balances fall below zero") {
  found(
      "projecten/3.11.toml:11:18: 3.11 declares a dubbeling with 3.12-zeg, but no money moves between them "
      "[dubbeling-geen-geld] 3.12-zeg "
      "declares it here");
  found(
      "projecten/3.11.toml:11:30: 3.11 declares a dubbeling with 3.13, but no money moves between them "
      "[dubbeling-geen-geld] 3.13 declares it here");
  CHECK(count_of("dubbeling-geen-geld") == 2);
  found(
      "plan.toml:41:6: programmalijn van-werk-naar-werk stands at -738.527,09 on 31 december 2025, below 0 "
      "[saldo-ondergrens]");
  found("projecten/3.4.toml:5:6: project 3.4 stands at -9.200 on 31 december 2025, below 0 [saldo-ondergrens]");
  found(
      "projecten/3.7-fase2.toml:5:6: project 3.7-fase2 stands at -712.527 on 31 december 2025, below 0 "
      "[saldo-ondergrens]");
  found("projecten/3.10.toml:5:6: project 3.10 stands at -16.800 on 31 december 2025, below 0 [saldo-ondergrens]");
  found(
      "projecten/3.16-actieplan.toml:5:6: project 3.16-actieplan stands at -3.462 on 31 december 2025, below 0 "
      "[saldo-ondergrens]");
  CHECK(count_of("saldo-ondergrens") == 5);
}
