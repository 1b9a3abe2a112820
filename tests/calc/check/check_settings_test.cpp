// How a plan, and whoever runs check, sets findings aside: [check], [[negeer]] and a baseline.
#include <fmt/format.h>

#include <algorithm>

#include "base/say.h"
#include "calc/check/baseline/baseline.h"
#include "calc/check/baseline/fingerprint.h"
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
std::string numbered(const std::string& nr, const std::string& naam, const std::string& amount) {
  return "[[project.post]]\nnr = \"" + nr + "\"\nnaam = \"" + naam + "\"\nlasten = { 2025 = " + amount + " }\n\n";
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
  CHECK(found(plan + negeer("regel = \"verdacht-getal\"\npost = \"Drie\"")) ==
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
  const std::string named_3 = head + negative("3", "2025") + negative("Twee", "2025") + numbered("3", "Drie", "-5");
  CHECK(found(named_3 + negeer("regel = \"verdacht-getal\"\npost = 3")) ==
        Lines{"warning verdacht-getal 1/1", "warning verdacht-getal 1/2"});
}

TEST_CASE("a [[negeer]] stays with its post when another is put in above it") {
  const std::string above = head + negative("Tikfout", "2025");
  const std::string named = negeer("regel = \"verdacht-getal\"\nproject = \"1\"\npost = \"Korting\"");
  CHECK(found(head + negative("Korting", "2025") + named).empty());
  CHECK(found(above + negative("Korting", "2025") + named) == Lines{"warning verdacht-getal 1/1"});
  const std::string by_nr = negeer("regel = \"verdacht-getal\"\nproject = \"1\"\npost = 1");
  CHECK(found(head + numbered("1", "Korting", "-5") + by_nr).empty());
  CHECK(found(head + "[[project.post]]\nnr = 9\nnaam = \"Tikfout\"\nlasten = { 2025 = -900 }\n\n" +
              numbered("1", "Korting", "-5") + by_nr) == Lines{"warning verdacht-getal 1/9"});
}

TEST_CASE("a [[negeer]] that names the place of a post is told, and sets nothing aside") {
  const std::string by_place = negeer("regel = \"verdacht-getal\"\nproject = \"1\"\npost = 1");
  const Findings findings = findings_of(head + negative("Tikfout", "2025") + negative("Korting", "2025") + by_place);
  REQUIRE(findings.size() == 3);
  CHECK(findings[2].rule == Rule::negeer_ongebruikt);
  CHECK(to_text(findings[2].message) ==
        "post 1 of project 1 has no nr of its own: that is its place, and this [[negeer]] follows no place");
  CHECK(to_text(findings[2].help) == "write post = \"Tikfout\" if that post is meant, or give it nr = \"1\"");
}

TEST_CASE("a [[negeer]] with a naam that two posts of a project have is refused with their numbers") {
  const std::string twice = head + negative("Twee", "2025") + negative("Twee", "2026");
  const LoadedPlan loaded = load_text(twice + negeer("regel = \"verdacht-getal\"\npost = \"Twee\""));
  CHECK(tell(loaded, loaded.findings) ==
        Lines{"plan.toml:23:1: project 1 has 2 posts named `Twee` [verkeerde-waarde]"});
  REQUIRE(loaded.findings.size() == 1);
  CHECK(to_text(loaded.findings[0].help) == "give the one that is meant a `nr` of its own, and write that here");
  REQUIRE(loaded.findings[0].related.size() == 2);
  CHECK(to_text(loaded.findings[0].related[1].message) == "post 2 is here");
  // In a project that it is not about, and by the nr, there is nothing to choose.
  CHECK(load_text(twice + negeer("regel = \"verdacht-getal\"\nproject = \"2\"\npost = \"Twee\"")).findings.empty());
  CHECK(load_text(twice + negeer("regel = \"verdacht-getal\"\npost = 2")).findings.empty());
}

TEST_CASE("a [[negeer]] that sets nothing aside is a finding, which [check] can turn off as well") {
  const std::string unused = plan + negeer("regel = \"verdacht-getal\"\nproject = \"1\"\npost = \"Drie\"\njaar = 2025");
  CHECK(found(unused) == Lines{"note pm-open 1/1", "warning verdacht-getal 1/2", "warning verdacht-getal 1/3",
                               "warning negeer-ongebruikt 1/Drie"});
  CHECK(to_text(findings_of(unused).back().help) ==
        "take it out, or see whether its project, post, doel and jaar are right");
  CHECK(found(unused + "[check]\nnegeer-ongebruikt = \"uit\"\n").size() == 3);
}

TEST_CASE("a [[negeer]] with `hoogstens` sets aside no more than was looked at") {
  const auto with = [](const std::string& amount, const std::string& most) {
    return head + numbered("1", "Korting", amount) +
           negeer("regel = \"verdacht-getal\"\npost = 1\nhoogstens = " + most);
  };
  CHECK(found(with("-1_000", "1_000")).empty());
  CHECK(found(with("-999.99", "1_000")).empty());
  const Findings grown = findings_of(with("-801_000", "1_000"));
  REQUIRE(grown.size() == 1);  // and the [[negeer]] is not one that finds nothing
  CHECK(to_text(grown[0].related.back().message) == "set aside as long as it is at most 1.000: it is 801.000 now");
  CHECK(grown[0].related.back().place.line == 20);
  // Another [[negeer]] may still set it aside, and what has no amount cannot grow.
  CHECK(found(with("-801_000", "1_000") + negeer("regel = \"verdacht-getal\"")).empty());
  CHECK(found(head + pm("Een") + negeer("regel = \"pm-open\"\nhoogstens = 0")).empty());
  CHECK(tell(load_text(with("-5", "-5")), load_text(with("-5", "-5")).findings) ==
        Lines{"plan.toml:23:13: `hoogstens` counts both ways, so it is not below zero [verkeerde-waarde]"});
}

TEST_CASE("a [[wijziging]] that knows a post by its place only is told, by a nr or a naam it is not") {
  const auto changed = [](const std::string& posts, const std::string& post) {
    return found(head + posts +
                 "[[begrotingswijziging]]\nnr = 1\ndatum = 2025-06-30\nwijziging = [{ project = \"1\", " +
                 "post = " + post + ", plus = 5 }]\n\n[check]\nsaldo-ondergrens = \"uit\"\n");
  };
  const std::string unnumbered = "[[project.post]]\nnaam = \"Huur\"\nlasten = { 2025 = 5 }\n\n";
  CHECK(changed(unnumbered, "1") == Lines{"warning wijziging-plaats 1/1"});
  CHECK(changed(unnumbered, "\"1\"") == Lines{"warning wijziging-plaats 1/1"});
  CHECK(changed(unnumbered, "\"Huur\"").empty());
  CHECK(changed(numbered("1", "Huur", "5"), "1").empty());
  // The naam stays with the post when another is put in above it.
  CHECK(changed(numbered("9", "Nieuw", "7") + unnumbered, "\"Huur\"").empty());
}

TEST_CASE("a [[negeer]] without a reden is refused") {
  const LoadedPlan loaded = load_text(plan + "[[negeer]]\nregel = \"pm-open\"\n");
  CHECK(tell(loaded, loaded.findings) == Lines{"plan.toml:27:1: [[negeer]] has no `reden` [ontbrekende-sleutel]"});
}

TEST_CASE("a fingerprint is the same everywhere, and knows no line and no amount") {
  const std::vector<std::string> prints = fingerprints(findings_of(plan));
  CHECK(prints == std::vector<std::string>{"4800ff755f2bfe38", "5ab3212524da0448", "7ec9197f77c7038e"});
  // A post without a nr of its own is known by its naam, wherever it stands.
  const std::string lower = head + negative("Nieuw", "2025") + plan.substr(head.size());
  const std::vector<std::string> moved = fingerprints(findings_of(lower));
  CHECK(std::vector<std::string>(moved.begin() + 1, moved.end()) ==
        std::vector<std::string>{prints[0], prints[1], prints[2]});
  CHECK(fingerprints_by_place(findings_of(plan)) ==
        std::vector<std::string>{"e7d5856e969c9dec", "4e39a2d677c9b9a4", "4f929caf1e7fa4ee"});
  CHECK(fingerprints(findings_of(head + numbered("1", "Korting", "-5"))) ==
        fingerprints_by_place(findings_of(head + numbered("1", "Anders", "-7"))));
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

namespace {

const Acceptance fresh = Acceptance::fresh, same = Acceptance::same, smaller = Acceptance::smaller,
                 larger = Acceptance::larger;

std::vector<Acceptance> standings(const std::string& accepted, const std::string& now) {
  std::vector<Acceptance> all;
  for (const Verdict& verdict :
       hold_against(read_baseline(write_baseline(findings_of(accepted))), findings_of(now)).verdicts)
    all.push_back(verdict.acceptance);
  return all;
}

using Standings = std::vector<Acceptance>;

const std::string no_floors = "[check]\nsaldo-ondergrens = \"uit\"\n\n";

}  // namespace

TEST_CASE("a baseline is a line for each finding, with how far off it is") {
  const Findings today = findings_of(plan);
  const std::string text = write_baseline(today);
  CHECK(text ==
        "# saldo: known findings, version 2, which check --baseline leaves out\n"
        "4800ff755f2bfe38  1x  pm-open 1/Een baten\n"
        "7ec9197f77c7038e  -5.00  verdacht-getal 1/Drie lasten 2026\n"
        "5ab3212524da0448  -5.00  verdacht-getal 1/Twee lasten 2025\n");
  const Baseline baseline = read_baseline(text);
  CHECK(baseline.has_heading);
  CHECK(baseline.version == 2);
  CHECK(baseline.unreadable.empty());
  CHECK(hold_against(baseline, today).gone == 0);
  CHECK(hold_against(baseline, {}).gone == 3);
  CHECK(standings(plan, plan) == Standings{same, same, same});
  CHECK(standings(plan, head + negative("Nieuw", "2025") + plan.substr(head.size())) ==
        Standings{fresh, same, same, same});
}

TEST_CASE("what was accepted is told again when it gets worse, and known to be better") {
  const auto with = [](const std::string& amount) { return head + numbered("1", "Korting", amount); };
  CHECK(standings(with("-10"), with("-39_990")) == Standings{larger});
  CHECK(standings(with("-10"), with("-10.01")) == Standings{larger});
  CHECK(standings(with("-10"), with("-9")) == Standings{smaller});
  CHECK(standings(with("-10"), "# other line\n" + with("-10")) == Standings{same});
  const Held held = hold_against(read_baseline(write_baseline(findings_of(with("-10")))), findings_of(with("-39_990")));
  CHECK(in_words(held.verdicts[0].was).text == "-10");
  const std::string later = head + "[[project.post]]\nnaam = \"Een\"\nbaten = { 2025 = \"PM\", 2026 = \"PM\" }\n\n";
  CHECK(standings(head + pm("Een"), later) == Standings{larger});
  CHECK(standings(later, head + pm("Een")) == Standings{smaller});
}

TEST_CASE("every finding about an amount knows how far off it is, so that nothing accepted grows unseen") {
  const auto post = [](const std::string& keys) {
    return head + "[[project.post]]\nnaam = \"Een\"\n" + keys + "\n\n" + no_floors;
  };
  const auto rate = [&](const std::string& rates) {
    return "[index]\nloon = " + rates + "\n" + post("lasten = { 2025 = 5 }\nindex = \"loon\"");
  };
  const auto factors = [&](const std::string& first) {
    return post("lasten = { 2025 = \"onderbouwing\" }\nonderbouwing = [{ naam = \"x\", factoren = [" + first +
                ", 3] }]");
  };
  const auto range = [&](const std::string& most) {
    return post("lasten = { 2025 = 5_000 }\nbandbreedte = { min = 600_000, waarschijnlijk = 600_000, max = " + most +
                " }");
  };
  const auto parts = [&](const std::string& total) {
    return post("baten = { totaal = " + total + ", 2025 = \"80%\" }");
  };
  const auto deficit = [&](const std::string& costs) {
    return post("lasten = { 2025 = " + costs +
                " }\n[[project.post]]\nnaam = \"Rest\"\nlasten = { 2025 = \"sluitpost\" }");
  };
  const auto maal = [&](const std::string& factor) {
    return post("lasten = { 2025 = 5 }") +
           "[[begrotingswijziging]]\nnr = 1\ndatum = 2025-06-30\nwijziging = [{ project = \"1\", post = \"Een\", maal "
           "= " +
           factor + " }]\n";
  };
  CHECK(standings(rate("60"), rate("70")) == Standings{larger});
  CHECK(standings(rate("0.04"), rate("0.05")) == Standings{larger});
  CHECK(standings(factors("1.720"), factors("2.720")) == Standings{larger});
  CHECK(standings(range("700_000"), range("900_000")) == Standings{larger});
  CHECK(standings(parts("500"), parts("500_000")) == Standings{larger});
  CHECK(standings(parts("500"), parts("500")) == Standings{same});
  CHECK(standings(deficit("500"), deficit("500_000")) == Standings{larger});
  CHECK(standings(maal("25"), maal("250")) == Standings{larger});
  const auto negatives = [&](const std::string& second) {
    return post("lasten = { 2025 = -5, 2026 = " + second + " }");
  };
  CHECK(standings(negatives("7"), negatives("-900")) == Standings{larger});
  CHECK(standings(negatives("-7"), negatives("-7")) == Standings{same});
}

TEST_CASE("a difference on the other side of zero is another one") {
  const auto with = [](const std::string& printed) {
    return head + numbered("1", "Kosten", "1_000") + "[[project.controle]]\nlasten = { 2025 = " + printed + " }\n\n" +
           no_floors;
  };
  CHECK(standings(with("1_010"), with("990"))[0] == larger);
  CHECK(standings(with("1_010"), with("1_005"))[0] == smaller);
}

TEST_CASE("findings that are alike are paired by what they come to, not by their order") {
  const auto with = [](const std::string& a, const std::string& b) {
    const auto of = [](const std::string& bron, const std::string& printed) {
      return "[[project.controle]]\nbron = \"" + bron + "\"\nlasten = { 2025 = " + printed + " }\n\n";
    };
    return head + numbered("1", "Kosten", "1_000") + of("tabel 1", a) + of("tabel 2", b) + no_floors;
  };
  const auto controles = [&](const std::string& then, const std::string& now) {
    Standings all = standings(then, now);
    std::sort(all.begin(), all.end());
    return all;
  };
  CHECK(controles(with("1_010", "5_000"), with("5_000", "1_010")) == Standings{same, same});
  CHECK(controles(with("1_010", "5_000"), with("1_010", "6_000")) == Standings{same, larger});
  CHECK(controles(with("1_010", "1_000"), with("1_010", "1_010")) == Standings{fresh, same});
  CHECK(hold_against(read_baseline(write_baseline(findings_of(with("1_010", "1_010")))),
                     findings_of(with("1_010", "1_000")))
            .gone == 1);
}

TEST_CASE("a baseline of an older saldo is read as that saldo did") {
  const Baseline old = read_baseline(
      "# saldo: known findings, which check --baseline leaves out\n"
      "4e39a2d677c9b9a4  verdacht-getal 1/2 lasten 2025\n"
      "4f929caf1e7fa4ee  verdacht-getal 1/3 lasten 2026\n");
  CHECK(old.has_heading);
  CHECK(old.version == 1);
  const Held held = hold_against(old, findings_of(plan));
  REQUIRE(held.verdicts.size() == 3);
  CHECK(held.verdicts[0].acceptance == fresh);
  CHECK(held.verdicts[1].acceptance == same);
  CHECK(held.verdicts[2].acceptance == same);
  CHECK(held.gone == 0);
}

TEST_CASE("a baseline may hold comments and empty lines, and tells which lines it cannot read") {
  const Baseline old = read_baseline(
      "# x\r\n\r\n  0123456789abcdef  pm-open 1/1\r\n0123456789ABCDEF\n0123456789abcde\nfedcba9876543210");
  CHECK_FALSE(old.has_heading);
  CHECK(old.known.size() == 2);
  CHECK(old.unreadable == std::vector<std::size_t>{4, 5});
  CHECK(read_baseline("").known.empty());
  const std::string heading = "# saldo: known findings, version 2, which check --baseline leaves out\n";
  CHECK(read_baseline(heading + "0123456789abcdef  pm-open 1/1\n").unreadable == std::vector<std::size_t>{2});
  CHECK(read_baseline(heading + "0123456789abcdef 5x pm-open\r\n").known.size() == 1);
  CHECK(read_baseline("# saldo: known findings, version 3, which\n").version == 3);
  CHECK(read_baseline("# saldo: known findings, version x, which\n").version == 0);
}
