// From files to a plan: what is suggested, all findings at once and in which order, and one plan however it is written.
#include "calc/balances.h"
#include "support/catch.h"
#include "support/support.h"

using namespace saldo;

namespace {

using Lines = std::vector<std::string>;

const std::string head = R"([plan]
naam = "Proef"
eerste_jaar = 2025
laatste_jaar = 2027

[[programmalijn]]
id = "werk"
naam = "Van werk naar werk"

[index]
loon = 5.1
prijs = 2.3

)";

std::string project(const std::string& nr, const std::string& rest = "") {
  return "[[project]]\nnr = \"" + nr + "\"\nnaam = \"Project " + nr + "\"\nprogrammalijn = \"werk\"\n" + rest + "\n";
}

// The help texts of all findings.
Lines helps(const std::string& plan) {
  Lines texts;
  for (const Diagnostic& finding : hindrances(load_text(plan))) texts.push_back(to_text(finding.help));
  return texts;
}

Lines told(const TempPlan& plan) {
  const LoadedPlan loaded = load_plan(plan.path());
  return tell(loaded, hindrances(loaded));
}

// Every figure of a plan, for comparing two ways to write it.
std::string figures(const std::string& path) {
  const Run run = run_saldo({"table", path, "--by", "post", "--format", "csv"});
  return std::to_string(run.code) + "\n" + run.out + run.err;
}

std::string replace_all(std::string text, const std::string& from, const std::string& to) {
  for (std::size_t at = text.find(from); at != std::string::npos; at = text.find(from, at + to.size()))
    text.replace(at, from.size(), to);
  return text;
}

const std::string small_plan = head + project("1", R"(budget = 1000.50
[[project.post]]
naam = "Inzet"      # é € 東
lasten = { 2025 = 100.25, 2026 = "1.234,56" }
index = "loon"
[[project.post]]
naam = "Onvoorzien"
lasten = { percentage = 5.0, over = 1 }
)");

}  // namespace

TEST_CASE("what is nearly a known word comes with that word") {
  struct Suggestion {
    std::string plan;
    const char* help;
  };
  const auto post = [](const std::string& keys) {
    return head + project("1", "[[project.post]]\nnaam = \"x\"\n" + keys);
  };
  const Suggestion suggestions[] = {
      {head + project("1", "bugdet = 5"), "did you mean `budget`?"},
      {head + "[[projekt]]\n", "did you mean `project`?"},
      {head + "[[programalijn]]\n", "did you mean `programmalijn`?"},
      {post("laste = { 2025 = 5 }"), "did you mean `lasten`?"},
      {post("Lasten = { 2025 = 5 }"), "did you mean `lasten`?"},
      {post("lasten = { totall = 5 }"), "did you mean `totaal`?"},
      {post("lasten = { 2025 = \"sluitpsot\" }"), "did you mean `sluitpost`?"},
      {post("lasten = { 2025 = \"Spiegel\" }"), "did you mean `spiegel`?"},
      {post("lasten = { 2025 = \"onderbouwng\" }"), "did you mean `onderbouwing`?"},
      {post("lasten = { 2025 = 5 }\nindex = \"loom\""), "did you mean `loon`?"},
      {post("afronding = { eenheid = 100, op = \"bovn\" }"), "did you mean `boven`?"},
      {head + project("1", "restant = \"mee nemen\""), "did you mean `meenemen`?"},
      {head + project("3.18") + project("3.19", "dubbeling_met = [\"3.81\"]"), "did you mean `3.18`?"},
      {replace_all(head + project("1"), "programmalijn = \"werk\"", "programmalijn = \"wrek\""),
       "did you mean `werk`?"},
      {post("nr = \"inzet\"") + "[[project.post]]\nnaam = \"y\"\nlasten = { percentage = 5, over = \"inzte\" }",
       "did you mean `inzet`?"},
  };
  for (const Suggestion& suggestion : suggestions) {
    CAPTURE(suggestion.plan);
    CHECK(helps(suggestion.plan) == Lines{suggestion.help});
  }
}

TEST_CASE("what is like no known word comes with the words there are") {
  CHECK(helps(head + project("1", "kleur = 5")) == Lines{"known keys: nr, naam, programmalijn, soort, budget, "
                                                         "ondergrens, einde, restant, vertraging, dubbeling_met, "
                                                         "kenmerken, post, controle, baten, lasten, index, afronding, "
                                                         "structureel, onderbouwing, naar, van, kans, bandbreedte, "
                                                         "samen_met"});
  CHECK(helps(head + project("1", "restant = \"zoek\"")) ==
        Lines{"choose from: meenemen, investeringsbudget, terugbetalen"});
  CHECK(helps(head + project("1", "dubbeling_met = [\"xyzzy\"]")) == Lines{""});
}

TEST_CASE("the help says what to type") {
  const auto post = [](const std::string& keys) {
    return head + project("1", "[[project.post]]\nnaam = \"x\"\n" + keys);
  };
  CHECK(helps(post("lasten = { 2025 = 1.000 }")) == Lines{"write 1000 (or 1_000 with an underscore), or two decimals"});
  CHECK(helps(post("lasten = { 2025 = 1e3 }")) == Lines{"write 1000"});
  CHECK(helps(post("lasten = { 2025 = 1.25e3 }")) == Lines{"write 1250"});
  CHECK(helps(post("lasten = { 2025 = 1.2345e2 }")) == Lines{"write 123.45"});
  CHECK(helps(post("lasten = { 2025 = 1e99 }")) == Lines{"write all its digits"});
  CHECK(helps(post("lasten = { 2025 = 12.3456 }")) == Lines{"write whole euros (12) or euros and cents (12.34)"});
  CHECK(helps(post("lasten = { 2025 = nan }")) == Lines{"write a number, or \"PM\" where it is not known yet"});
  CHECK(helps(post("lasten = { 2025 = \"ca. 7500 euro\" }")) ==
        Lines{"write a number (7500), Dutch notation (\"7.500,00\") or \"PM\""});
  CHECK(helps(post("lasten = { 2025 = \"volgt\" }")) ==
        Lines{"write a number without quotes, Dutch notation in quotes, or \"PM\""});
  CHECK(helps(post("lasten = { 25 = 5 }")) == Lines{"write a year as four digits: 2025"});
  CHECK(helps(post("lasten = 5_000")) == Lines{"write the year with it: { 2025 = 5_000 }"});
  CHECK(helps(post("lasten = \"PM\"")) == Lines{"write the year with it: { 2025 = \"PM\" }"});
  CHECK(helps(head + "[[project]]\nnr = 3.10\nnaam = \"x\"\nprogrammalijn = \"werk\"\n") ==
        Lines{"write it in quotes: \"3.10\""});
  CHECK(helps(post("lasten = { 2025 = \"80%\" }")) == Lines{"write totaal = 46_000 beside it"});
}

TEST_CASE("ten mistakes in three files are ten findings, files in natural order and lines from top to bottom") {
  const TempPlan plan({
      {"3.10.toml", project("3.10", R"(budget = 1.000
einde = "2026"
dubbeling_met = ["3.3"]
[[project.post]]
lasten = { 2025 = 1e3 }
)")},
      {"3.2.toml", project("3.2", R"(kleur = "rood"
[[project.post]]
naam = "Inzet"
lasten = { 2024 = 5, 2025 = nan }
index = "lonen"
)")},
      {"plan.toml", head + "[[programmalijn]]\nid = \"werk\"\nnaam = \"\"\n"},
  });
  CHECK(told(plan) == Lines{
                          "3.2.toml:5:1: [[project]] has no key `kleur` [onbekende-sleutel]",
                          "3.2.toml:8:12: 2024 is outside the plan, which runs from 2025 to 2027 [jaar-buiten-plan]",
                          "3.2.toml:8:29: `nan` is not an amount [bedrag]",
                          "3.2.toml:9:9: there is no index `lonen` [onbekende-index]",
                          "3.10.toml:5:10: `1.000` has three decimals: is it a Dutch thousand? [bedrag]",
                          "3.10.toml:6:9: this is not a year [jaar]",
                          "3.10.toml:7:18: there is no project `3.3` [onbekend-project]",
                          "3.10.toml:8:1: [[project.post]] has no `naam` [ontbrekende-sleutel]",
                          "3.10.toml:9:19: `1e3` is written with an exponent; an amount is written out [bedrag]",
                          "plan.toml:15:6: programmalijn `werk` is there twice [dubbel-nr]",
                          "plan.toml:16:8: this text is empty [verkeerde-waarde]",
                      });
}

TEST_CASE("while a file cannot be read nothing is said of names that may be in it") {
  const TempPlan plan({{"a.toml", "[[project]\n"},
                       {"b.toml", project("2", "dubbeling_met = [\"1\"]")},
                       {"c.toml", head + "kost = nan\n"}});
  const LoadedPlan loaded = load_plan(plan.path());
  CHECK(rule_ids(loaded.findings) == Lines{"toml-syntax", "verkeerde-waarde"});
}

TEST_CASE("a second number of the same name shows where the first one is") {
  const TempPlan plan({{"plan.toml", head}, {"10.toml", project("1")}, {"2.toml", "\n" + project("1")}});
  const LoadedPlan loaded = load_plan(plan.path());
  REQUIRE(rule_ids(loaded.findings) == Lines{"dubbel-nr"});
  const Diagnostic& finding = loaded.findings[0];
  CHECK(loaded.file(finding.place.file) == plan.file("10.toml"));
  REQUIRE(finding.related.size() == 1);
  CHECK(loaded.file(finding.related[0].place.file) == plan.file("2.toml"));
  CHECK(finding.related[0].place.line == 3);
}

TEST_CASE("files are read in natural order of their names, folders included") {
  const TempPlan plan({{"b/10.toml", project("4")},
                       {"b/9.toml", project("3")},
                       {"3.10.toml", project("2")},
                       {"3.2.toml", project("1")},
                       {"plan.toml", head}});
  const LoadedPlan loaded = load_plan(plan.path());
  REQUIRE(loaded.findings.empty());
  Lines order;
  for (const Project& one : loaded.plan.projects) order.push_back(one.nr);
  CHECK(order == Lines{"1", "2", "3", "4"});
}

TEST_CASE("the order in a file is the order shown, whatever the alphabet says") {
  const LoadedPlan loaded = load_text(project("9") + project("10") + project("1", R"(
[[project.post]]
naam = "z"
[[project.post]]
naam = "a"
)") + head);
  REQUIRE(loaded.findings.empty());
  CHECK(loaded.plan.projects[0].nr == "9");
  CHECK(loaded.plan.projects[1].nr == "10");
  CHECK(loaded.plan.projects[2].posts[0].naam == "z");
  CHECK(loaded.plan.projects[2].posts[1].naam == "a");
}

TEST_CASE("a post without a nr has its place in the project as nr") {
  const LoadedPlan loaded =
      load_text(head + project("1", "post = [ { naam = \"a\" }, { naam = \"b\", nr = \"2b\" }, { naam = \"c\" } ]"));
  REQUIRE(loaded.findings.empty());
  Lines numbers;
  for (const Post& post : loaded.plan.projects[0].posts) numbers.push_back(post.nr);
  CHECK(numbers == Lines{"1", "2b", "3"});
}

TEST_CASE("files in scenarios/, scenario files, hidden files and other files are no part of the plan") {
  const TempPlan plan({{"plan.toml", head + project("1")},
                       {"scenarios/laag.toml", "[[project]\n"},
                       {"wat-als.toml", "[scenario]\nnaam = \"Laag\"\n[[wijziging]]\nproject = \"9\"\n"},
                       {".plan.toml", "kapot"},
                       {".git/x.toml", "kapot"},
                       {"lees.txt", "kapot"},
                       {"plan.toml~", "kapot"},
                       {"plan.toml.bak", "kapot"}});
  CHECK(told(plan) == Lines{});
}

TEST_CASE("an afsluiting is a list of records, wherever in the folder it stands") {
  const TempPlan one({{"plan.toml", head}, {"afsluitingen/2025.toml", "[afsluiting]\njaar = 2025\n"}});
  CHECK(told(one) == Lines{"afsluitingen/2025.toml:1:1: expected [[afsluiting]], found a table [verkeerd-type]"});
  const TempPlan plan({{"plan.toml", head + project("1")},
                       {"afsluitingen/2025.toml", "[[afsluiting]]\njaar = 2025\nstand = \"voorlopig\"\n"}});
  CHECK(told(plan) == Lines{});
}

TEST_CASE("two [plan] tables in one file are no TOML") {
  CHECK(rule_ids(hindrances(load_text(head + "[plan]\nnaam = \"x\"\n"))) == Lines{"toml-syntax"});
}

TEST_CASE("CRLF and a byte order mark change no figure") {
  const TempPlan plain({{"plan.toml", small_plan}});
  const TempPlan crlf({{"plan.toml", replace_all(small_plan, "\n", "\r\n")}});
  const TempPlan marked({{"plan.toml", "\xef\xbb\xbf" + small_plan}});
  const std::string expected = figures(plain.file("plan.toml"));
  CHECK(expected.starts_with("0\n"));
  CHECK(figures(crlf.file("plan.toml")) == expected);
  CHECK(figures(marked.file("plan.toml")) == expected);
}

TEST_CASE("CRLF and a byte order mark change no place") {
  const std::string wrong =
      "plan = { naam = \"é\", eerste_jaar = 2025.0, laatste_jaar = 2026 }\nindex = { loon = \"x\" }\n";
  const Lines expected = {"plan.toml:1:36: this is not a year [jaar]",
                          "plan.toml:2:18: expected a number, found a text [verkeerd-type]"};
  for (const std::string& text : {wrong, replace_all(wrong, "\n", "\r\n"), "\xef\xbb\xbf" + wrong}) {
    const LoadedPlan loaded = load_text(text);
    CHECK(tell(loaded, loaded.findings) == expected);
  }
}

TEST_CASE("an amount with a point on the first line is read the same after a byte order mark") {
  const std::string line = "project = [ { nr = 1, naam = \"é\", programmalijn = \"werk\", budget = 1234.56 } ]\n";
  CHECK(tell(load_text(line + head), load_text(line + head).findings) == Lines{});
  const LoadedPlan loaded = load_text("\xef\xbb\xbf" + line + head);
  CHECK(tell(loaded, loaded.findings) == Lines{});
  REQUIRE(loaded.plan.projects.size() == 1);
  CHECK(loaded.plan.projects[0].budget == Amount(Money::of_cents(1234'56)));
}

TEST_CASE("a carriage return alone ends no line and is refused") {
  CHECK(rule_ids(load_text(replace_all(small_plan, "\n", "\r")).findings) == Lines{"toml-syntax"});
}

TEST_CASE("one file and forty files make the same plan") {
  std::string whole = head;
  std::map<std::string, std::string> files = {{"plan.toml", head}};
  for (int i = 1; i <= 40; ++i) {
    const std::string nr = std::to_string(i);
    const std::string text =
        project(nr, "budget = " + nr + ".50\n[[project.post]]\nnaam = \"Inzet\"\nlasten = { 2025 = " + nr +
                        ".25 }\nindex = \"loon\"\n");
    whole += text;
    files["projecten/" + nr + ".toml"] = text;
  }
  const TempPlan many(files);
  const TempPlan one({{"alles.toml", whole}});
  CHECK(load_plan(many.path()).files.size() == 42);
  CHECK(figures(one.path()).starts_with("0\n"));
  CHECK(figures(many.path()) == figures(one.path()));
  CHECK(figures(one.file("alles.toml")) == figures(one.path()));
}

TEST_CASE("a key written with dots, as a table or inline means the same") {
  const std::string ways[] = {"[[project.post]]\nnaam = \"x\"\nlasten = { 2025 = 5.50, 2026 = 6 }\n",
                              "[[project.post]]\nnaam = \"x\"\nlasten.2025 = 5.50\nlasten.2026 = 6\n",
                              "[[project.post]]\nnaam = \"x\"\n[project.post.lasten]\n2025 = 5.50\n2026 = 6\n",
                              "post = [ { naam = 'x', \"lasten\" = { '2026' = 6, \"2025\" = 5.50 } } ]\n",
                              "post = [\n  { naam = \"\"\"x\"\"\", lasten.2025 = 5.50, lasten.2026 = 6 },  # één\n]\n"};
  const TempPlan first({{"plan.toml", head + project("1", ways[0])}});
  const std::string expected = figures(first.file("plan.toml"));
  CHECK(expected.starts_with("0\n"));
  for (const std::string& way : ways) {
    CAPTURE(way);
    const TempPlan plan({{"plan.toml", head + project("1", way)}});
    CHECK(figures(plan.file("plan.toml")) == expected);
  }
}

TEST_CASE("a list of posts with something else in between is refused without a crash") {
  const std::string wrong =
      head +
      project("1", R"(post = [ 5, { naam = "een" }, { naam = "twee", lasten = { percentage = 5, over = "1" } } ])");
  REQUIRE(fate_of([&] { load_text(wrong); }) == "fine");
  CHECK(rule_ids(load_text(wrong).findings) == Lines{"verkeerd-type"});
}

TEST_CASE("a project beyond the range takes its programmalijn and the plan along") {
  const LoadedPlan loaded = load_text(head + project("1", R"(budget = -90_000_000_000_000_000
post = [ { naam = "een", lasten = { 2025 = 0.01 } } ])"));
  CHECK(rule_ids(hindrances(loaded)) == Lines{"overloop", "overloop", "overloop"});
}

TEST_CASE("an empty list of projects or lines in one file hides nothing of the others") {
  const TempPlan plan({{"plan.toml",
                        "[plan]\nnaam = \"P\"\neerste_jaar = 2025\nlaatste_jaar = 2026\n"
                        "[[programmalijn]]\nid = \"a\"\nnaam = \"A\"\n[[project]]\nnr = \"1\"\nnaam = \"Een\"\n"
                        "programmalijn = \"a\"\n"},
                       {"leeg.toml", "project = []\nprogrammalijn = []\n"}});
  const saldo::LoadedPlan loaded = saldo::load_plan(plan.path());
  CHECK(loaded.findings.empty());
  CHECK(loaded.plan.projects.size() == 1);
  CHECK(loaded.plan.lines.size() == 1);
}

TEST_CASE("the example and the real plan load without a finding") {
  for (const std::string& path : {std::string(SALDO_SOURCE_DIR "/examples/klein"), achterhoek()}) {
    CAPTURE(path);
    const LoadedPlan loaded = load_plan(path);
    CHECK(tell(loaded, loaded.findings) == Lines{});
  }
}

TEST_CASE("an empty list of projects or programmalijnen hides nothing of what the other files hold") {
  const std::string plan = "[plan]\nnaam = \"P\"\neerste_jaar = 2025\nlaatste_jaar = 2026\n";
  for (const std::string empty : {"", "project = []\n", "programmalijn = []\n"}) {
    const TempPlan files({{"a.toml", "[[project]]\nnr = \"1\"\nnaam = \"Een\"\nprogrammalijn = \"nergens\"\n"},
                          {"b.toml", empty + plan}});
    const LoadedPlan loaded = load_plan(files.path());
    INFO(empty);
    CHECK(rule_ids(loaded.findings) == Lines{"onbekende-programmalijn"});
  }
}
