// How a plan, and whoever runs check, sets findings aside: [check], [[negeer]] and a baseline.
#include <fmt/format.h>

#include "base/say.h"
#include "calc/check/fingerprint.h"
#include "support/catch.h"
#include "support/support.h"

using namespace saldo;

namespace {

using Lines = std::vector<std::string>;

const std::string head = R"([plan]
naam = "Proef"
eerste_jaar = 2025
laatste_jaar = 2026

[[programmalijn]]
id = "a"
naam = "A"

[[project]]
nr = "1"
naam = "Project 1"
programmalijn = "a"

)";

std::string pm(const std::string& naam) {
  return "[[project.post]]\nnaam = \"" + naam + "\"\nbaten = { 2025 = \"PM\" }\n\n";
}
std::string negative(const std::string& naam, const std::string& year) {
  return "[[project.post]]\nnaam = \"" + naam + "\"\nlasten = { " + year + " = -5 }\n\n";
}
std::string negeer(const std::string& keys) { return "[[negeer]]\n" + keys + "\nreden = \"zo besloten\"\n\n"; }

Findings findings_of(const std::string& plan) { return check_all(load_text(plan)); }

// "warning verdacht-getal 1/2": severity, rule, and the post it is about.
Lines found(const std::string& plan) {
  constexpr const char* severities[] = {"note", "warning", "error"};
  Lines lines;
  for (const Diagnostic& finding : findings_of(plan))
    lines.push_back(fmt::format("{} {} {}/{}", severities[static_cast<int>(finding.severity)], info(finding.rule).id,
                                finding.subject.project, finding.subject.post));
  return lines;
}

const std::string plan = head + pm("Een") + negative("Twee", "2025") + negative("Drie", "2026");

}  // namespace

TEST_CASE("[check] makes a rule an error, a warning or a note, or turns it off") {
  CHECK(found(plan) == Lines{"note pm-open 1/1", "warning verdacht-getal 1/2", "warning verdacht-getal 1/3"});
  CHECK(found(plan + "[check]\npm-open = \"fout\"\nverdacht-getal = \"opmerking\"\n") ==
        Lines{"error pm-open 1/1", "note verdacht-getal 1/2", "note verdacht-getal 1/3"});
  CHECK(found(plan + "[check]\npm-open = \"waarschuwing\"\nverdacht-getal = \"uit\"\n") ==
        Lines{"warning pm-open 1/1"});
}

TEST_CASE("a [[negeer]] sets aside what matches all it says") {
  CHECK(found(plan + negeer("regel = \"verdacht-getal\"")) == Lines{"note pm-open 1/1"});
  CHECK(found(plan + negeer("regel = \"verdacht-getal\"\npost = 3")) ==
        Lines{"note pm-open 1/1", "warning verdacht-getal 1/2"});
  CHECK(found(plan + negeer("regel = \"verdacht-getal\"\nproject = \"1\"\njaar = 2025")) ==
        Lines{"note pm-open 1/1", "warning verdacht-getal 1/3"});
}

TEST_CASE("a [[negeer]] names a post by its nr or its naam") {
  CHECK(found(plan + negeer("regel = \"verdacht-getal\"\nproject = \"1\"\npost = \"Drie\"")) ==
        Lines{"note pm-open 1/1", "warning verdacht-getal 1/2"});
  CHECK(found(plan + negeer("regel = \"verdacht-getal\"\npost = \"Twee\"")) ==
        Lines{"note pm-open 1/1", "warning verdacht-getal 1/3"});
  CHECK(found(plan + negeer("regel = \"verdacht-getal\"\npost = \"Een\"")).size() == 4);
  // A nr goes before a naam.
  const std::string named_3 = head + negative("3", "2025") + negative("Twee", "2025") + negative("Drie", "2025");
  CHECK(found(named_3 + negeer("regel = \"verdacht-getal\"\npost = 3")) ==
        Lines{"warning verdacht-getal 1/1", "warning verdacht-getal 1/2"});
}

TEST_CASE("a [[negeer]] with a naam that two posts of a project have is refused with their numbers") {
  const std::string twice = head + negative("Twee", "2025") + negative("Twee", "2026");
  const LoadedPlan loaded = load_text(twice + negeer("regel = \"verdacht-getal\"\npost = \"Twee\""));
  CHECK(tell(loaded, loaded.findings) ==
        Lines{"plan.toml:23:1: project 1 has 2 posts named `Twee` [verkeerde-waarde]"});
  REQUIRE(loaded.findings.size() == 1);
  CHECK(to_text(loaded.findings[0].help) == "write the nr of the one that is meant: post = 1");
  REQUIRE(loaded.findings[0].related.size() == 2);
  CHECK(to_text(loaded.findings[0].related[1].message) == "post 2 is here");
  // In a project that it is not about, and by the nr, there is nothing to choose.
  CHECK(load_text(twice + negeer("regel = \"verdacht-getal\"\nproject = \"2\"\npost = \"Twee\"")).findings.empty());
  CHECK(load_text(twice + negeer("regel = \"verdacht-getal\"\npost = 2")).findings.empty());
}

TEST_CASE("a [[negeer]] that sets nothing aside is a finding, which [check] can turn off as well") {
  const std::string unused = plan + negeer("regel = \"verdacht-getal\"\nproject = \"1\"\npost = 3\njaar = 2025");
  CHECK(found(unused) == Lines{"note pm-open 1/1", "warning verdacht-getal 1/2", "warning verdacht-getal 1/3",
                               "warning negeer-ongebruikt 1/3"});
  CHECK(to_text(findings_of(unused).back().help) == "take it out, or see whether its project, post and jaar are right");
  CHECK(found(unused + "[check]\nnegeer-ongebruikt = \"uit\"\n").size() == 3);
}

TEST_CASE("a [[negeer]] without a reden is refused") {
  const LoadedPlan loaded = load_text(plan + "[[negeer]]\nregel = \"pm-open\"\n");
  CHECK(tell(loaded, loaded.findings) == Lines{"plan.toml:27:1: [[negeer]] has no `reden` [ontbrekende-sleutel]"});
}

TEST_CASE("a fingerprint is the same everywhere, and knows no line and no amount") {
  const std::vector<std::string> prints = fingerprints(findings_of(plan));
  CHECK(prints == std::vector<std::string>{"e7d5856e969c9dec", "4e39a2d677c9b9a4", "4f929caf1e7fa4ee"});
  CHECK(fingerprints(findings_of("# een regel hoger\n" + plan)) == prints);
  std::string other_amount = plan;
  other_amount.replace(other_amount.find("-5"), 2, "-6");
  CHECK(fingerprints(findings_of(other_amount)) == prints);
  std::string other_year = plan;
  other_year.replace(other_year.find("2025 = -5"), 4, "2026");
  CHECK(fingerprints(findings_of(other_year))[1] != prints[1]);
  CHECK(fingerprints(findings_of(other_year))[2] == prints[2]);
}

TEST_CASE("findings about the same thing are told apart by their number") {
  const Diagnostic finding{Rule::pm_open, {}, say("x"), {}, {}, {"1", "2", "baten", Year{2025}}};
  CHECK(fingerprints({finding, finding}) == std::vector<std::string>{fingerprint(finding, 0), fingerprint(finding, 1)});
  CHECK(fingerprint(finding, 0) != fingerprint(finding, 1));
  const Diagnostic run_together{Rule::pm_open, {}, say("x"), {}, {}, {"12", "", "baten", Year{2025}}};
  CHECK(fingerprint(finding, 0) != fingerprint(run_together, 0));
}

TEST_CASE("a finding without a subject is known by the words of its message") {
  const auto unknown_key = [](const std::string& key) {
    return Diagnostic{Rule::onbekende_sleutel, {}, say("no key `{}`", key), {}, {}, {}};
  };
  CHECK(fingerprint(unknown_key("a"), 0) == fingerprint(unknown_key("a"), 0));
  CHECK(fingerprint(unknown_key("a"), 0) != fingerprint(unknown_key("b"), 0));
}

TEST_CASE("a baseline is a line for each finding, and what is in it is no news") {
  const Findings today = findings_of(plan);
  const std::string text = write_baseline(today);
  CHECK(text ==
        "# saldo: known findings, which check --baseline leaves out\n"
        "e7d5856e969c9dec  pm-open 1/1 baten\n"
        "4e39a2d677c9b9a4  verdacht-getal 1/2 lasten 2025\n"
        "4f929caf1e7fa4ee  verdacht-getal 1/3 lasten 2026\n");
  const Baseline baseline = read_baseline(text);
  CHECK(baseline.unreadable.empty());
  CHECK(filter_known(today, baseline).empty());
  const Findings tomorrow = findings_of("\n\n" + plan + negative("Vier", "2025"));
  const Findings news = filter_known(tomorrow, baseline);
  REQUIRE(news.size() == 1);
  CHECK(news[0].subject == Address{"1", "4", "lasten", Year{2025}});
  CHECK(filter_known(today, Baseline{}).size() == 3);
}

TEST_CASE("a baseline may hold comments and empty lines, and tells which lines it cannot read") {
  const Baseline baseline = read_baseline(
      "# x\r\n\r\n  0123456789abcdef  pm-open 1/1\r\n0123456789ABCDEF\n0123456789abcde\nfedcba9876543210");
  CHECK(baseline.known == std::unordered_set<std::string>{"0123456789abcdef", "fedcba9876543210"});
  CHECK(baseline.unreadable == std::vector<std::size_t>{4, 5});
  CHECK(read_baseline("").known.empty());
}
