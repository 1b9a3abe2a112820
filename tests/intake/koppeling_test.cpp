// [[koppeling]] as a plan has it: what it asks for, and what its regels name.
#include "support/catch.h"
#include "support/small_plan.h"
#include "support/support.h"

using namespace saldo;

namespace {

std::string side(const std::string& name, const std::string& amounts) { return name + " = { " + amounts + " }\n"; }

const std::string posts = head() + line("a") + project("1") + post(side("lasten", "2025 = 100"), "Huur") +
                          post(side("lasten", "2025 = 1"), "Gas") + sends("2", "2025 = 10") + project("2") +
                          receives("1", "2025 = 10");

std::string koppeling(const std::string& keys, const std::string& regel) {
  return posts + "[[koppeling]]\nnaam = \"key2\"\nniveau = \"saldi\"\n" + keys + "\nregel = [{ sleutel = \"4\", " +
         regel + " }]\n";
}

const std::string plain =
    "teken = \"debet-positief\"\nintern = \"plan\"\nkolommen = { sleutel = \"R\", bedrag = \"S\" }";

Lines told(const std::string& plan) {
  Lines lines;
  for (const Diagnostic& finding : load_text(plan).findings)
    lines.push_back(to_text(finding.message) + " [" + std::string(info(finding.rule).id) + "]");
  return lines;
}

Lines told_of_regel(const std::string& regel) { return told(koppeling(plain, regel)); }

}  // namespace

TEST_CASE("a koppeling is read with all it says") {
  const LoadedPlan loaded = load_text(posts + R"(
[[koppeling]]
naam = "key2"
scheiding = "tab"
tekenset = "windows-1252"
getal = "nl"
kopregel = 4
kolommen = { sleutel = ["Kostenplaats", "Kostensoort"], naam = "Omschrijving", bedrag = "Saldo", jaar = "Boekjaar", verplichting = "Verplicht" }
teken = "credit-positief"
niveau = "boekingen"
totaalregel = { kolom = "Kostensoort", waarde = "Totaal*" }
intern = "boekingen"
zonder_rij = "nul"
[[koppeling.regel]]
sleutel = "7350/4*"
project = 1
post = "Gas"
kant = "lasten"
[[koppeling.regel]]
sleutel = "7350/9999"
overslaan = "btw-compensatie, balanspost"
)");
  CHECK(told(posts) == Lines{});
  REQUIRE(loaded.findings.empty());
  const Koppeling& k = loaded.plan.koppelingen.front();
  CHECK(k.scheiding == '\t');
  CHECK(k.tekenset == Tekenset::windows_1252);
  CHECK(k.getal == Getal::nl);
  CHECK(k.kopregel == 4);
  CHECK(k.kolommen.sleutel.size() == 2);
  CHECK(k.kolommen.verplichting.name == "Verplicht");
  CHECK(k.teken == Teken::credit_positief);
  CHECK(k.niveau == Niveau::boekingen);
  CHECK(k.totaalregel->waarde == "Totaal*");
  CHECK(k.intern == Intern::boekingen);
  CHECK(k.zonder_rij == ZonderRij::nul);
  CHECK(k.regels[0].position == 1);
  CHECK(k.regels[0].kant == Direction::lasten);
  CHECK(k.regels[1].overslaan.name == "btw-compensatie, balanspost");
}

TEST_CASE("a regel is a post, something without a budget, or skipped") {
  CHECK(told_of_regel("project = 1, post = 1, kant = \"lasten\"") == Lines{});
  CHECK(told_of_regel("overslaan = \"balanspost\"") == Lines{});
  CHECK(told_of_regel("project = 1, naam = \"Advocaat\", toelichting = \"Bezwaar\", kant = \"lasten\"") == Lines{});
  CHECK(told_of_regel("project = 1, kant = \"lasten\"") ==
        Lines{"a regel says its `project` and `post`, or `overslaan` and why [ontbrekende-sleutel]"});
  CHECK(told_of_regel("project = 1, post = 1") ==
        Lines{"a regel says the `kant` of its post: baten or lasten [ontbrekende-sleutel]"});
  CHECK(told_of_regel("project = 1, overslaan = \"x\"") ==
        Lines{"what is skipped is no post: it has `overslaan` [verkeerde-waarde]"});
  CHECK(told_of_regel("project = 1, naam = \"Advocaat\", kant = \"lasten\"") ==
        Lines{"what was not budgeted says why: `toelichting` [ontbrekende-sleutel]"});
}

TEST_CASE("a regel names what the plan has") {
  CHECK(told_of_regel("project = \"1a\", post = 1, kant = \"lasten\"") ==
        Lines{"there is no project `1a` [onbekend-project]"});
  CHECK(told_of_regel("project = 1, post = \"Huurr\", kant = \"lasten\"") ==
        Lines{"project 1 has no post Huurr [onbekende-post]"});
  CHECK(told_of_regel("project = 1, naam = \"huur\", toelichting = \"x\", kant = \"lasten\"") ==
        Lines{"project 1 has a post with this naam: 1 [onbekende-post]"});
}

TEST_CASE("an overdracht is not in the export where only the plan has it") {
  CHECK(
      told_of_regel("project = 1, post = 3, kant = \"lasten\"") ==
      Lines{"post 3 of 1 is an overdracht, and with intern = \"plan\" those are not in the export [verkeerde-waarde]"});
  const std::string booked =
      "teken = \"debet-positief\"\nintern = \"boekingen\"\nkolommen = { sleutel = \"R\", bedrag = \"S\" }";
  CHECK(told(koppeling(booked, "project = 1, post = 3, kant = \"lasten\"")) == Lines{});
}

TEST_CASE("teken says which columns there are, and no others") {
  const std::string regel = "project = 1, post = 1, kant = \"lasten\"";
  const auto of = [&](const std::string& teken, const std::string& columns) {
    return told(koppeling(
        "teken = \"" + teken + "\"\nintern = \"plan\"\nkolommen = { sleutel = \"R\", " + columns + " }", regel));
  };
  CHECK(of("debet-credit", "debet = \"D\", credit = \"C\"") == Lines{});
  CHECK(of("debet-credit", "debet = \"D\"") ==
        Lines{"teken = \"debet-credit\" asks for a column `credit` [ontbrekende-sleutel]"});
  CHECK(of("vlag", "bedrag = \"B\"") == Lines{"teken = \"vlag\" asks for a column `vlag` [ontbrekende-sleutel]"});
  CHECK(of("debet-positief", "bedrag = \"B\", vlag = \"V\"") ==
        Lines{"teken = \"debet-positief\" reads no column `vlag` [verkeerde-waarde]"});
}

TEST_CASE("what has no default has to be said") {
  CHECK(told(koppeling("teken = \"debet-positief\"\nkolommen = { sleutel = \"R\", bedrag = \"S\" }",
                       "overslaan = \"x\"")) == Lines{"[[koppeling]] has no `intern` [ontbrekende-sleutel]"});
  CHECK(told(posts + "[[koppeling]]\nnaam = \"k\"\n").size() == 5);
}

TEST_CASE("two koppelingen of one name are told") {
  const std::string one = koppeling(plain, "overslaan = \"x\"");
  CHECK(told(one + one.substr(one.find("[[koppeling]]"))) == Lines{"koppeling `key2` is there twice [dubbel-nr]"});
}
