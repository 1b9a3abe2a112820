// What saves typing: a project that is its own post, projects in no programmalijn, index figures, labels and maxima.
#include "support/catch.h"
#include "support/small_plan.h"

using namespace saldo;

namespace {

std::string lone(const std::string& nr, const std::string& keys) {
  return "[[project]]\nnr = \"" + nr + "\"\nnaam = \"Taak " + nr + "\"\n" + keys + '\n';
}

std::string amounts(const std::string& text, std::size_t project = 0, std::size_t post = 0,
                    Direction direction = Direction::lasten) {
  return amounts_of(work_out_text(text), project, post, direction);
}

Lines first_words(const std::string& text) {
  Lines words;
  for (const Diagnostic& finding : load_text(text).findings) words.push_back(to_text(finding.message));
  return words;
}

Run on(const std::string& text, std::vector<std::string> arguments) {
  const TempPlan plan({{"plan.toml", text}});
  arguments.insert(arguments.begin() + 1, plan.file("plan.toml"));
  return run_saldo(arguments);
}

const std::string figures = "[index]\ncpi = { cijfers = { 2025 = 120.0, 2026 = 126.0, 2027 = 113.4 } }\n";

const std::string labelled =
    head() + "[[programmalijn]]\nid = \"a\"\nnaam = \"Lijn a\"\nkenmerken = { financier = \"Gemeente\" }\n" +
    project("1", "kenmerken = { taakveld = \"6.5\" }") +
    post("baten = { 2025 = 100 }\nkenmerken = { financier = \"Provincie\" }", "Subsidie") +
    post("lasten = { 2025 = 70 }", "Werk") + lone("2", "lasten = { 2025 = 5 }");

}  // namespace

TEST_CASE("a project with one post may carry the keys of the post itself") {
  const SmallPlan small =
      work_out_text(head() + line("a") +
                    lone("1",
                         "programmalijn = \"a\"\nbudget = 50\nlasten = { 2025 = 40 }\n"
                         "baten = { percentage = 50, over = \"1\", kant = \"lasten\" }\nindex = \"x\"") +
                    "[index]\nx = 0\n");
  REQUIRE(small.plan.projects[0].posts.size() == 1);
  CHECK(small.plan.projects[0].posts[0].naam == "Taak 1");
  CHECK(small.plan.projects[0].posts[0].nr == "1");
  CHECK(amounts_of(small, 0, 0, Direction::lasten) == "40 40 40 40");
  CHECK(amounts_of(small, 0, 0, Direction::baten) == "20 20 20 20");
}

TEST_CASE("a project that is its own post can send, be changed and be found like any other") {
  const std::string text = head() + line("a") + lone("1", "lasten = { 2025 = 40 }\nnaar = \"2\"") +
                           lone("2", "baten = { 2025 = \"spiegel\" }\nvan = \"1\"");
  CHECK(tell(work_out_text(text)) == Lines{"1 -> 2 | 2025 40 | 2025 40 | gelijk"});
  CHECK(has(on(text, {"table", "--set", "1/1/2025=30", "--format", "csv", "--by", "post"}).out, "-30"));
  CHECK(has(on(text, {"why", "2/1/baten/2025"}).out, "spiegel"));
}

TEST_CASE("keys of a post beside posts are refused with what to do") {
  const std::string both = head() + line("a") + lone("1", "lasten = { 2025 = 40 }") + post(" baten = { 2025 = 1 }");
  CHECK(first_words(both) == Lines{"`lasten` stands beside posts: a project has them, or is one itself"});
  CHECK(load_text(both).findings[0].place.line == 14);
  // What follows from a key on the project is told at its place.
  CHECK(has(on(head() + line("a") + lone("1", "lasten = { 2025 = 40 }"), {"why", "1/1/lasten/2025"}).out,
            "plan.toml:14:"));
}

TEST_CASE("a project in no programmalijn is a row of its own, and in every total") {
  const std::string text =
      head() + line("a") + project("1") + post("lasten = { 2025 = 10 }") + lone("2", "lasten = { 2025 = 5 }");
  const SmallPlan small = work_out_text(text);
  CHECK(small.balances.lines[0].years[0].lasten == Amount(Money::of_euros(10)));
  CHECK(small.balances.total.years[0].lasten == Amount(Money::of_euros(15)));
  const std::string table = on(text, {"table", "--format", "csv"}).out;
  CHECK(has(table, "\n2,Taak 2,"));
  CHECK(table.find("Lijn a") < table.find("Taak 2"));
  CHECK(has(on(text, {"overlap", "--table", "netto", "--format", "csv"}).out, "\n2,Taak 2,"));
  CHECK(has(on(text, {"compare", "--set", "2/1/2025=7", "--format", "csv", "--table", "eindsaldo"}).out, "Taak 2"));
  CHECK(has(on(text, {"why", "totaal/lasten/2025"}).out, "Taak 2"));
  CHECK(has(on(text, {"why", "totaal/lasten/2025"}).out, "a/lasten/2025"));
}

TEST_CASE("an index of published figures grows from each to the next") {
  CHECK(amounts(head() + figures + line("a") + project("1", "einde = 2027") +
                post("lasten = { 2025 = 100 }\nindex = \"cpi\"")) == "100 105 94,50 -");
}

TEST_CASE("index figures that give no growth are refused") {
  const auto words = [](const std::string& written) {
    return first_words(head() + "[index]\ncpi = " + written + "\n");
  };
  CHECK(words("{ cijfers = { 2025 = 120 } }") ==
        Lines{"an index grows from one figure to the next: there must be two"});
  CHECK(words("{ cijfers = { 2025 = 120, 2026 = 0 } }") == Lines{"an index figure is more than zero"});
  CHECK(words("{ cijfers = { 2025 = 1, 2026 = 2 }, 2027 = 2.0 }") ==
        Lines{"an index has `cijfers`, or rates, or is a blend: one of them"});
  // A year between that has no figure has no rate either.
  CHECK_FALSE(first_words(head() + "[index]\ncpi = { cijfers = { 2025 = 1, 2027 = 2 } }\n" + line("a") + project("1") +
                          post("lasten = { 2025 = 100 }\nindex = \"cpi\""))
                  .empty());
}

TEST_CASE("a kenmerk is that of the post, else of its project, else of the line above") {
  const SmallPlan small = work_out_text(labelled);
  const Project& project = small.plan.projects[0];
  CHECK(small.plan.kenmerk_of(project, project.posts[0], "financier")->waarde == "Provincie");
  CHECK(small.plan.kenmerk_of(project, project.posts[1], "financier")->waarde == "Gemeente");
  CHECK(small.plan.kenmerk_of(project, project.posts[1], "taakveld")->waarde == "6.5");
  CHECK(small.plan.kenmerk_of(project, project.posts[1], "portefeuille") == nullptr);
}

TEST_CASE("a table by kenmerk has a row per value, one for what has none, and the total of the plan") {
  CHECK(on(labelled, {"table", "--by", "kenmerk:financier", "--years", "2025", "--format", "csv"}).out ==
        "waarde,2025.baten,2025.lasten,2025.saldo\r\nGemeente,,70.00,-70.00\r\nProvincie,100.00,,100.00\r\n"
        "zonder financier,,5.00,-5.00\r\nTotaal,100.00,75.00,25.00\r\n");
}

TEST_CASE("a table of --where counts only posts with that kenmerk, and shows no balance that runs on") {
  const Run run = on(labelled, {"table", "--where", "financier=Provincie", "--by", "post", "--years", "2025"});
  CHECK(has(run.out, "Subsidie"));
  CHECK_FALSE(has(run.out, "Werk"));
  CHECK_FALSE(has(run.out, "Taak 2"));
  CHECK_FALSE(has(run.out, "Eindsaldo"));
  CHECK(has(run.out, "Alleen posten met financier=Provincie."));
  const Run both = on(labelled, {"table", "--where", "financier=Gemeente", "--where", "taakveld=6.5", "--years", "2025",
                                 "--tidy", "--format", "csv"});
  CHECK(has(both.out, "Werk"));
  CHECK_FALSE(has(both.out, "Subsidie"));
}

TEST_CASE("a kenmerk that nothing has is told with what was meant") {
  const Run run = on(labelled, {"table", "--by", "kenmerk:financer"});
  CHECK(run.code == 2);
  CHECK(has(run.err, "nothing in this plan has the kenmerk financer"));
  CHECK(has(run.err, "financier"));
  CHECK(on(labelled, {"table", "--where", "financier"}).code == 2);
  CHECK(on(labelled, {"table", "--where", "financier=X", "--columns", "eindsaldo"}).code == 2);
}

TEST_CASE("kenmerken that a slip keeps apart are told once, and short ones or numbers are not") {
  const auto posts = [](const std::string& one, const std::string& other) {
    return head() + line("a") + project("1") + post("lasten = { 2025 = 1 }\nkenmerken = { k = \"" + one + "\" }", "A") +
           post("lasten = { 2025 = 1 }\nkenmerken = { k = \"" + other + "\" }", "B");
  };
  const auto told = [&](const std::string& one, const std::string& other) {
    const std::string out = on(posts(one, other), {"check", "--only", "kenmerk-lijkt", "--format", "csv"}).out;
    return has(out, "kenmerk-lijkt,");
  };
  CHECK(told("Provincie", "provincie"));
  CHECK(told("Financiën", "Financien"));
  CHECK(told("Gemeente", "Gemente"));
  CHECK_FALSE(told("6.5", "6.6"));
  CHECK_FALSE(told("wmo", "wlz"));
  CHECK_FALSE(told("Provincie", "Gemeente"));
}

TEST_CASE("a maximum holds down what follows, per year, and not what is written out") {
  const std::string text = head() + "[index]\nx = 50\n" + line("a") + project("1");
  CHECK(amounts(text + post("lasten = { 2025 = 100, maximum = 200 }\nindex = \"x\"")) == "100 150 200 200");
  CHECK(amounts(text + post("lasten = { 2025 = 300, maximum = 200 }\nindex = \"x\"")) == "300 200 200 200");
  CHECK(amounts(text + post("lasten = { 2025 = 100, 2026 = 200, 2027 = 300, 2028 = 90 }") +
                    post("baten = { percentage = 50, over = \"1\", kant = \"lasten\", maximum = 80 }"),
                0, 1, Direction::baten) == "50 80 80 45");
}

TEST_CASE("a maximum of all years is spent year after year") {
  const std::string text = head() + "[index]\nx = 0\n" + line("a") + project("1");
  CHECK(amounts(text + post("lasten = { 2025 = 100, 2026 = 200, 2027 = 300, 2028 = 90 }") +
                    post("baten = { percentage = 50, over = \"1\", kant = \"lasten\", maximum = { totaal = 120 } }"),
                0, 1, Direction::baten) == "50 70 0 0");
  CHECK(amounts(text + post("lasten = { 2025 = 100, maximum = { totaal = 250 } }\nindex = \"x\"")) == "100 100 50 0");
}

TEST_CASE("a maximum of all years waits for the years before it, whatever those follow from") {
  const std::string text = head() + "[index]\nx = 10\n" + line("a") + project("1", "budget = 1_000");
  const std::string rest = "2025 = 100, 2026 = \"sluitpost\"";
  CHECK(amounts(text + post("lasten = { " + rest + " }\nindex = \"x\"")) == "100 900 990 1.089");
  CHECK(amounts(text + post("lasten = { " + rest + ", maximum = { totaal = 9_000 } }\nindex = \"x\"")) ==
        "100 900 990 1.089");
  CHECK(amounts(text + post("lasten = { " + rest + ", maximum = { totaal = 2_000 } }\nindex = \"x\"")) ==
        "100 900 990 10");
}

TEST_CASE("a maximum with nothing to hold down is refused") {
  CHECK(first_words(head() + line("a") + project("1") + post("lasten = { 2025 = 10, maximum = 5 }")) ==
        Lines{"there is no percentage or index here for a maximum to hold down"});
  CHECK(first_words(head() + "[index]\nx = 0\n" + line("a") + project("1") +
                    post("lasten = { 2025 = 10, maximum = 0 }\nindex = \"x\"")) ==
        Lines{"a maximum is more than zero"});
}

TEST_CASE("why, diff and risk know a maximum") {
  const std::string text = head() + line("a") + project("1") + post("lasten = { 2025 = 200 }\nkans = 0.5") +
                           post("baten = { percentage = 50, over = \"1\", kant = \"lasten\", maximum = 80 }");
  CHECK(has(on(text, {"why", "1/2/baten/2025", "--format", "csv"}).out, "ten hoogste 80"));
  std::string more = text;
  more.replace(more.find("maximum = 80"), 12, "maximum = 90");
  const TempPlan two({{"oud.toml", text}, {"nieuw.toml", more}});
  const Run diff = run_saldo({"diff", two.file("oud.toml"), two.file("nieuw.toml")});
  CHECK(has(diff.out, "ten hoogste 80"));
  CHECK(has(diff.out, "ten hoogste 90"));
  const Run bridge = run_saldo({"diff", two.file("oud.toml"), two.file("nieuw.toml"), "--bridge"});
  CHECK(has(bridge.out, "10"));
  // Half of the draws spend 200 and receive 80, the others nothing.
  const std::string risk = on(text, {"risk", "--runs", "1000", "--table", "spreiding", "--format", "csv"}).out;
  CHECK(has(risk, "-120"));
}
