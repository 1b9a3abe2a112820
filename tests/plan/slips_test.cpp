// Slips that people make while typing a plan: where the finding points, and what it says to type.
#include "plan/load.h"
#include "support/catch.h"
#include "support/small_plan.h"
#include "support/support.h"

using namespace saldo;

namespace {

// The line on which the slip stands is the last of the plan, the 14th.
const std::string start =
    "[plan]\nnaam = \"P\"\neerste_jaar = 2026\nlaatste_jaar = 2026\n[[programmalijn]]\nid = \"a\"\nnaam = \"A\"\n"
    "[[project]]\nnr = \"1\"\nnaam = \"Project\"\nprogrammalijn = \"a\"\n[[project.post]]\nnaam = \"Post\"\n";

Findings findings_of(const std::string& last_lines) {
  const TempPlan plan({{"plan.toml", start + last_lines + "\n"}});
  return load_plan(plan.file("plan.toml")).findings;
}

// "14:22 write 500"
std::string told(const std::string& last_lines, Language language = Language::en) {
  const Findings findings = findings_of(last_lines);
  if (findings.empty()) return "fine";
  const Diagnostic& first = findings.front();
  return std::to_string(first.place.line) + ':' + std::to_string(first.place.column) + ' ' +
         to_text(first.help, language);
}

std::string amount(const std::string& written) { return told("lasten = { 2026 = " + written + " }"); }

}  // namespace

TEST_CASE("a number that TOML does not know gets the number to type") {
  CHECK(amount("1234,56") == "14:23 write 1234.56");
  CHECK(amount("1.234,56") == "14:24 write 1234.56");
  CHECK(amount("500,-") == "14:22 write 500");
  CHECK(amount("1 362 250") == "14:20 write 1362250");
  CHECK(amount("1\u00A0362\u202F250") == "14:20 write 1362250");
  CHECK(amount("1.362.250") == "14:24 write 1362250");
  CHECK(amount("4.977-") == "14:24 write -4977");
  CHECK(amount("(500)") == "14:19 write -500");
  CHECK(amount("€500") == "14:19 write 500");
  CHECK(amount("€ 500") == "14:19 write 500");
  CHECK(amount("0500") == "14:19 write 500, or \"0500\" if it is a name");
  CHECK(amount("5,125") == "14:20 write 5.125; or 5125 if the comma stands between thousands");
  CHECK(amount("PM") == "14:19 write \"PM\"");
  CHECK(amount("80%") == "14:19 write it in quotes: \"80%\"");
  for (const std::string dash : {"\u2010", "\u2011", "\u2012", "\u2013", "\u2014", "\u2015", "\u2212"})
    CHECK(amount(dash + "500") == "14:19 write -500");
}

TEST_CASE("quotes and spaces of a word processor are pointed at") {
  for (const std::string quote : {"\u201C", "\u201D", "\u201E", "\u2018", "\u2019", "\u201A", "\u00AB", "\u00BB"})
    CHECK(told("index = " + quote + "loon" + quote) == "14:9 write straight quotes: \"loon\"");
  CHECK(told("index = \"loon\u201D") == "14:9 write \"loon\"");
  CHECK(told("index = loon") == "14:9 write \"loon\"");
  CHECK(told("index = \"de \"grote\" zaal\"") ==
        "14:13 write single quotes around a text with quotes in it: 'de \"grote\" zaal'");
  for (const std::string space : {"\u00A0", "\u2003", "\u2009", "\u202F", "\u3000"}) {
    CHECK(told("lasten" + space + "= { 2026 = 5 }") == "14:7 type the space again");
    CHECK(amount("5" + space) == "14:20 type the space again");
  }
}

TEST_CASE("commas, braces, brackets and = that are missing or too many are told with what to type") {
  CHECK(told("lasten = { 2026 = 500, }") == "14:22 take out this comma");
  CHECK(told("lasten = { 2026 = 5 2027 = 6 }") == "14:21 write a comma before 2027");
  CHECK(told("lasten = { 2026 = 5; 2027 = 6 }") == "14:20 write , instead of ;");
  CHECK(told("lasten = {\n  2026 = 5\n}") ==
        "14:10 write it on one line, or as a table of its own: [project.post.lasten]");
  CHECK(told("lasten = { 2026 = 5") == "14:10 write } at the end");
  CHECK(told("lasten { 2026 = 5 }") == "14:1 write # before it if it is a remark");
  CHECK(told("lasten: { 2026 = 5 }") == "14:7 write = instead of :");
  CHECK(told("naam: Post") == "14:5 write naam = Post");
  CHECK(told("[[project.post]") == "14:1 write [[project.post]]");
  CHECK(told("een naam = 5") == "14:4 write een_naam, or \"een naam\" if it is a name");
  CHECK(told("lasten = { 2026 = }") == "14:12 write what 2026 is, or take it out");
  CHECK(told("structureel = ja") == "14:15 write true; or \"ja\" if it is a text");
  CHECK(told("datum = 1-7-2025") == "14:9 write year, month and day: 2025-07-01");
  CHECK(told("<<<<<<< HEAD") ==
        "14:1 keep one of the two versions, and take out the lines <<<<<<<, ======= and >>>>>>>");
}

TEST_CASE("what is there twice is told with both places") {
  const auto places = [](const std::string& last_lines) {
    const Findings findings = findings_of(last_lines);
    REQUIRE(findings.size() == 1);
    REQUIRE(findings.front().related.size() == 1);
    const Place at = findings.front().place, first = findings.front().related.front().place;
    return std::vector<std::uint32_t>{at.line, at.column, first.line, first.column};
  };
  CHECK(places("naam = \"Twee\"") == std::vector<std::uint32_t>{14, 1, 13, 1});
  CHECK(places("lasten = { 2026 = 5, 2026 = 6 }") == std::vector<std::uint32_t>{14, 22, 14, 12});
  CHECK(places("lasten = { 2026 = 5 }\nlasten = { 2026 = 6 }") == std::vector<std::uint32_t>{15, 1, 14, 1});
  CHECK(places("[plan]") == std::vector<std::uint32_t>{14, 1, 1, 1});
}

TEST_CASE("any other slip has a sentence of our own, and that of the parser last") {
  const Findings findings = findings_of("lasten = [ 1, 2");
  REQUIRE(findings.size() == 1);
  CHECK(to_text(findings.front().message, Language::nl) == "dit is geen TOML");
  CHECK(to_text(findings.front().help, Language::nl).ends_with("encountered end-of-file"));
}

TEST_CASE("an amount in quotes that has one meaning is refused with that amount") {
  CHECK(amount("\"(500)\"") == "14:19 write -500");
  CHECK(amount("\"4.977-\"") == "14:19 write -4977");
  CHECK(amount("\"\u2013500\"") == "14:19 write -500");
  CHECK(amount("\"-\"") == "14:19 write 0");
  CHECK(amount("\"1,234.56\"") == "14:19 write 1234.56");
  CHECK(amount("\"1.234,567\"").starts_with("14:19 write whole euros"));
  CHECK(amount("\"1 2 3\"").starts_with("14:19 write a number"));
  CHECK(amount("\"500,-\"") == "fine");
  CHECK(amount("\"1 362 250\"") == "fine");
}

TEST_CASE("a key of another table is told with the table it is of") {
  CHECK(told("budget = 10_000") == "14:1 it is a key of [[project]]: write it above the first [[project.post]] there");
  CHECK(told("eerste_jaar = 2026") ==
        "14:1 it is a key of [plan]: write it under that header, above any header that follows");
}

TEST_CASE("an invisible mark in a name is pointed at by its name and its own column") {
  const auto naam = [](const std::string& text) {
    const Findings findings = findings_of("[[project.post]]\nnaam = \"" + text + "\"");
    REQUIRE(!findings.empty());
    return std::to_string(findings.front().place.column) + ' ' + to_text(findings.front().message);
  };
  CHECK(naam("Wonen\u00ADleven") == "14 here stands a soft hyphen (U+00AD), which nobody sees");
  CHECK(naam("café\u200Bx") == "13 here stands a zero width space (U+200B), which nobody sees");
  CHECK(naam("a\uFEFFx") == "10 here stands a byte order mark (U+FEFF), which nobody sees");
  CHECK(naam("a\u2028x") == "10 here stands a line separator (U+2028), which nobody sees");
  CHECK(naam("a\u202Ex") == "10 here stands a right-to-left override (U+202E), which nobody sees");
}

TEST_CASE("what joins the parts of an emoji is no invisible mark, and elsewhere it is") {
  CHECK(told("[[project.post]]\nnaam = \"Gezin \U0001F468\u200D\U0001F469\u200D\U0001F467\"\nlasten = { 2026 = 1 }") ==
        "fine");
  CHECK(told("[[project.post]]\nnaam = \"a\u200Db\"\nlasten = { 2026 = 1 }") ==
        "15:10 take it out; it stands behind \"a\"");
}
