// What a project is: where it says so, and what makes no sense for it.
#include <algorithm>

#include "calc/wijziging/work_out.h"
#include "support/catch.h"
#include "support/small_plan.h"

using namespace saldo;

namespace {

const std::string reserve = project("R1", "soort = \"reserve\"\nbudget = 100");

// "soort-combinatie 12": the rules with the lines of what is found.
Lines found_in(const std::string& text) {
  const TempPlan files({{"plan.toml", text}});
  Worked worked;
  Lines lines;
  for (const Diagnostic& finding : work_out(load_base(files.file("plan.toml")), {}, worked))
    lines.push_back(std::string(info(finding.rule).id) + ' ' + std::to_string(finding.place.line));
  return lines;
}

// The only finding, at the line that holds `at`.
void check_refused(const std::string& text, const std::string& rule, const std::string& at) {
  INFO(text);
  const std::size_t place = text.find(at);
  REQUIRE(place != std::string::npos);
  const auto line = 1 + std::count(text.begin(), text.begin() + static_cast<std::ptrdiff_t>(place), '\n');
  CHECK(found_in(text) == Lines{rule + ' ' + std::to_string(line)});
}

std::string exploitatie(const std::string& keys) {
  return head() + line("a") + project("1", "soort = \"exploitatie\"\n" + keys);
}

}  // namespace

TEST_CASE("a project is what it says, else what its programmalijn, the one above it or the plan says") {
  const std::string lines = line("a") + line("b", "a") +
                            "[[programmalijn]]\nid = \"c\"\nnaam = \"C\"\nonder = \"b\"\n" + "soort = \"reserve\"\n\n";
  const auto soorten = [&](const std::string& keys) {
    const SmallPlan small = work_out_text(head(keys) + lines + project("1") + project("2", "", "b") +
                                          project("3", "", "c") + project("4", "soort = \"project\"", "c"));
    std::string text;
    for (const Project& each : small.plan.projects) text += std::string(to_text(each.soort)) + ' ';
    return text;
  };
  CHECK(soorten("") == "project project reserve project ");
  CHECK(soorten("soort = \"exploitatie\"") == "exploitatie exploitatie reserve project ");
}

TEST_CASE("an exploitatie has no budget, restant, floor or printed balance") {
  check_refused(exploitatie("budget = 5"), "soort-combinatie", "budget");
  check_refused(exploitatie("einde = 2026\nrestant = \"meenemen\""), "soort-combinatie", "restant");
  check_refused(exploitatie("ondergrens = 0"), "soort-combinatie", "ondergrens");
  check_refused(exploitatie("controle = { eindsaldo = { 2025 = 0 } }"), "soort-combinatie", "controle");
  check_refused(exploitatie("controle = { opening = 0 }"), "soort-combinatie", "controle");
  CHECK(found_in(exploitatie("controle = { saldo = { 2025 = 0 } }")).empty());
}

TEST_CASE("a programmalijn and a plan of exploitatie alone have no balance either") {
  const std::string text =
      head("controle = { eindsaldo = { 2025 = 0 } }") + line("a") + project("1", "soort = \"exploitatie\"");
  check_refused(text, "soort-combinatie", "controle");
  CHECK(found_in(text + project("2")).empty());
  const std::string floor = head() + "[[programmalijn]]\nid = \"a\"\nnaam = \"A\"\nondergrens = 5\n\n" +
                            project("1", "soort = \"exploitatie\"");
  check_refused(floor, "soort-combinatie", "ondergrens");
  CHECK(found_in(floor + project("2", "budget = 9")).empty());
}

TEST_CASE("what has no stand is no investeringsbudget and no weerstandscapaciteit") {
  check_refused(head("investeringsbudget = \"1\"") + line("a") + project("1", "soort = \"exploitatie\""),
                "soort-combinatie", "investeringsbudget");
  check_refused(head("weerstandscapaciteit = [\"1\"]") + line("a") + project("1", "soort = \"exploitatie\""),
                "soort-combinatie", "weerstandscapaciteit");
  check_refused(head("weerstandscapaciteit = [\"2\"]") + line("a") + project("1"), "onbekend-project",
                "weerstandscapaciteit");
}

TEST_CASE("a reserve has no restant, no percentage of itself and no dubbeling") {
  const std::string start = head() + line("a");
  check_refused(start + project("R1", "soort = \"reserve\"\neinde = 2026\nrestant = \"meenemen\""), "soort-combinatie",
                "restant");
  check_refused(start + project("R1", "soort = \"reserve\"") + baten("2025 = 100") +
                    post("lasten = { percentage = 5, over = [1], kant = \"baten\" }", "Rente"),
                "soort-combinatie", "[[project.post]]\nnaam = \"Rente\"");
  check_refused(start + project("1") + project("R1", "soort = \"reserve\"\ndubbeling_met = [\"1\"]"),
                "soort-combinatie", "dubbeling_met");
  check_refused(start + project("1", "dubbeling_met = [\"R1\"]") + reserve, "soort-combinatie", "dubbeling_met");
}

TEST_CASE("what goes between a project and a reserve is typed in the project, once, in the year it goes") {
  const std::string start = head() + line("a") + project("1");
  CHECK(found_in(start + sends("R1", "2025 = 5") + reserve).empty());
  check_refused(start + reserve + receives("1", "2025 = 5"), "soort-combinatie", "van =");
  check_refused(start + sends("R1", "2025 = 5") + reserve + receives("1", "2025 = 5"), "reserve-dubbel", "van =");
  check_refused(start + receives("R1", "2025 = 5") + reserve + sends("1", "2025 = 5"), "reserve-dubbel", "naar =");
  check_refused(start + receives("R1", "2026 = 5", 1) + reserve, "soort-combinatie", "van =");
  check_refused(start + sends("R1", "2025 = \"spiegel\"") + reserve, "soort-combinatie", "\"spiegel\"");
  check_refused(start + sends("R1/1", "2025 = 5") + reserve + baten("2025 = 1"), "soort-combinatie", "naar =");
}

TEST_CASE("one reserve pays another where either of them says so, but not both") {
  const std::string start = head() + line("a") + reserve;
  const std::string other = project("R2", "soort = \"reserve\"");
  const auto stands = [](const SmallPlan& small) {
    return tell(std::vector<Money>{small.balances.projects[0].years[0].eindsaldo,
                                   small.balances.projects[1].years[0].eindsaldo});
  };
  CHECK(stands(work_out_text(start + sends("R2", "2025 = 30") + other)) == "70 30");
  CHECK(stands(work_out_text(start + other + receives("R1", "2025 = 30"))) == "70 30");
  check_refused(start + sends("R2", "2025 = 30") + other + receives("R1", "2025 = 30"), "reserve-dubbel", "van =");
}

TEST_CASE("a restant goes to the reserve it names, and to nothing else") {
  const auto ending = [](const std::string& restant) {
    return head() + line("a") + project("1", "budget = 40\neinde = 2026\n" + restant) + reserve + project("2");
  };
  const SmallPlan small = work_out_text(ending("restant = \"R1\""));
  CHECK(tell(std::vector<Money>{small.balances.projects[0].years[1].eindsaldo,
                                small.balances.projects[1].years[0].eindsaldo,
                                small.balances.projects[1].years[1].eindsaldo}) == "0 100 140");
  CHECK(tell(std::vector<Amount>{small.balances.projects[0].years[1].toevoeging,
                                 small.balances.projects[0].years[1].lasten}) == "40 -");
  check_refused(ending("restant = \"2\""), "restant", "restant =");
  check_refused(ending("restant = \"R9\""), "verkeerde-waarde", "restant =");
  check_refused(ending("restant = \"R1\"\nvertraging = 1"), "soort-combinatie", "vertraging");
  check_refused(head() + line("a") + project("1", "budget = 40\neinde = 2026\nrestant = \"R1\"") +
                    sends("R1", "2026 = 5") + reserve,
                "restant-dubbel", "2026 = 5");
}

TEST_CASE("a post may be called resultaat where a plan has no kinds, and not where it has") {
  const std::string text = head() + line("a") + project("1") + post("nr = \"resultaat\"\nbaten = { 2025 = 1 }");
  CHECK(found_in(text).empty());
  CHECK(found_in(text + reserve) == Lines{"dubbel-nr 16"});
}

TEST_CASE("a column of toevoegingen, onttrekkingen or the result needs a reserve or an exploitatie") {
  const std::string shown = "[weergave]\nkolommen = [\"lasten\", \"resultaat\"]\n";
  check_refused(head() + shown + line("a") + project("1"), "soort-combinatie", "[weergave]");
  CHECK(found_in(head() + shown + line("a") + project("1") + reserve).empty());
}
