// Every way to write an amount, with the figure it comes to.
#include "base/say.h"
#include "calc/resolve.h"
#include "support/catch.h"
#include "support/support.h"

using namespace saldo;

namespace {

using Lines = std::vector<std::string>;

const std::string head = R"([plan]
naam = "Proef"
eerste_jaar = 2025
laatste_jaar = 2028

[[programmalijn]]
id = "a"
naam = "A"

[index]
loon  = 5.1
prijs = { 2026 = 2.3, 2027 = 2.0, 2028 = 2.0 }
subsidie = { loon = "2/3", prijs = "1/3" }
halvering = -50

)";

std::string project(const std::string& nr, const std::string& keys = "") {
  return "[[project]]\nnr = \"" + nr + "\"\nnaam = \"Project\"\nprogrammalijn = \"a\"\n" + keys + "\n";
}

std::string post(const std::string& keys) { return "[[project.post]]\nnaam = \"Post\"\n" + keys + "\n"; }

// The amounts of one side of a post in all years: "116.900 122.900 PM -".
std::string amounts(const LoadedPlan& loaded, std::string_view nr, std::size_t at, Direction direction) {
  const Findings findings = hindrances(loaded);
  if (!findings.empty()) return tell(loaded, findings).front();
  const Resolved resolved = resolve(loaded.plan);
  const Project& whose = loaded.plan.project(loaded.plan.find_project(nr).value());
  std::string out;
  for (std::size_t year = 0; year < loaded.plan.years.size(); ++year)
    out += (year == 0 ? "" : " ") + word(resolved.amounts.at(whose, at, direction, year));
  return out;
}

std::string lasten(const std::string& text, std::string_view nr = "1", std::size_t at = 0) {
  return amounts(load_text(text), nr, at, Direction::lasten);
}
std::string baten(const std::string& text, std::string_view nr = "1", std::size_t at = 0) {
  return amounts(load_text(text), nr, at, Direction::baten);
}

// The lasten of a post with these keys.
std::string of_post(const std::string& keys) { return lasten(head + project("1") + post(keys)); }

}  // namespace

TEST_CASE("an amount is a number, Dutch notation or PM, and a year without one is absent") {
  CHECK(of_post("lasten = { 2025 = 116_900, 2026 = 12.50, 2027 = \"1.234.567,89\" }") ==
        "116.900 12,50 1.234.567,89 -");
  CHECK(of_post("lasten = { 2025 = \"PM\", 2026 = 0, 2027 = \"€ -25\", 2028 = -0.01 }") == "PM 0 -25 -0,01");
  CHECK(of_post("lasten = { 2027 = 5, 2025 = 3 }") == "3 - 5 -");
  CHECK(of_post("lasten = {}") == "- - - -");
  CHECK(of_post("") == "- - - -");
  CHECK(of_post("lasten = { 2025 = 90_000_000_000_000_000 }") == "90.000.000.000.000.000 - - -");
  CHECK(of_post("lasten = { 2025 = 16777217.01, 2026 = 90071992547409.93 }") ==
        "16.777.217,01 90.071.992.547.409,93 - -");
}

TEST_CASE("baten and lasten of one post are two amounts") {
  const std::string both = head + project("1") + post("lasten = { 2025 = 5 }\nbaten = { 2026 = 7 }");
  CHECK(lasten(both) == "5 - - -");
  CHECK(baten(both) == "- 7 - -");
}

TEST_CASE("an index carries an amount on from the rounded year before") {
  const std::string keys = "lasten = { 2025 = 116_900 }\nindex = \"loon\"\n";
  CHECK(of_post(keys) == "116.900 122.861,90 129.127,86 135.713,38");
  CHECK(of_post(keys + "afronding = 1") == "116.900 122.862 129.128 135.714");
  CHECK(of_post(keys + "afronding = 100") == "116.900 122.900 129.200 135.800");
  CHECK(of_post(keys + "afronding = 1_000") == "116.900 123.000 129.000 136.000");
  CHECK(of_post("lasten = { 2025 = -116_900 }\nindex = \"loon\"\nafronding = 100") ==
        "-116.900 -122.900 -129.200 -135.800");
}

TEST_CASE("rounding may be up or down, and the chain exact") {
  const std::string keys = "lasten = { 2025 = 116_900 }\nindex = \"loon\"\n";
  CHECK(of_post(keys + "afronding = { eenheid = 100, op = \"half\", keten = \"afgerond\" }") ==
        "116.900 122.900 129.200 135.800");
  CHECK(of_post(keys + "afronding = { eenheid = 100, op = \"boven\" }") == "116.900 122.900 129.200 135.800");
  CHECK(of_post(keys + "afronding = { eenheid = 100, op = \"beneden\" }") == "116.900 122.800 129.000 135.500");
  CHECK(of_post(keys + "afronding = { eenheid = 100, keten = \"exact\" }") == "116.900 122.900 129.100 135.700");
  CHECK(of_post(keys + "afronding = { eenheid = 100, op = \"boven\", keten = \"exact\" }") ==
        "116.900 122.900 129.200 135.800");
  CHECK(of_post(keys + "afronding = { eenheid = 100, op = \"beneden\", keten = \"exact\" }") ==
        "116.900 122.800 129.100 135.700");
  CHECK(
      of_post(
          "lasten = { 2025 = 100, 2027 = 200 }\nindex = \"loon\"\nafronding = { eenheid = 0.01, keten = \"exact\" }") ==
      "100 105,10 200 210,20");
}

TEST_CASE("an exact chain runs as long as a plan may, and is rounded once") {
  const auto plan = [](const std::string& rate, const std::string& base) {
    return "[plan]\nnaam = \"Proef\"\neerste_jaar = 2025\nlaatste_jaar = 2124\n[index]\nloon = " + rate +
           "\n[[programmalijn]]\nid = \"a\"\nnaam = \"A\"\n[[project]]\nnr = \"1\"\nnaam = \"Een\"\nprogrammalijn = "
           "\"a\"\n[[project.post]]\nnaam = \"Grond\"\nlasten = { 2025 = " +
           base + " }\nindex = \"loon\"\nafronding = { eenheid = 0.01, keten = \"exact\" }\n";
  };
  const auto last = [&](const std::string& rate, const std::string& base) {
    const TempPlan file({{"plan.toml", plan(rate, base)}});
    const Run run = run_saldo({"why", file.path(), "1/1/2124", "--depth", "0", "--format", "csv"});
    return run.code == 0 ? run.out : run.err;
  };
  CHECK(has(last("5.1", "1_000"), "137.615,99"));
  CHECK(has(last("5.1", "-1_000"), "-137.615,99"));
  CHECK(has(last("0.123456789", "1_000"), "1.129,92"));
  CHECK(has(last("90", "1_000"), "beyond ±90.000.000.000.000.000,00 euro"));
}

TEST_CASE("half a unit is rounded away from zero") {
  const auto halved = [](const std::string& amount) {
    return of_post("lasten = { 2027 = " + amount + " }\nindex = \"halvering\"\nafronding = 100");
  };
  CHECK(halved("100") == "- - 100 100");
  CHECK(halved("99.99") == "- - 99,99 0");
  CHECK(halved("-100") == "- - -100 -100");
  CHECK(halved("300") == "- - 300 200");
}

TEST_CASE("the plan may round every derived amount, and a post otherwise") {
  const std::string rounding = head.substr(0, 7) + "afronding = 1_000\n" + head.substr(7) + project("1");
  CHECK(lasten(rounding + post("lasten = { 2025 = 116_900 }\nindex = \"loon\"")) == "116.900 123.000 129.000 136.000");
  CHECK(lasten(rounding + post("lasten = { 2025 = 116_900 }\nindex = \"loon\"\nafronding = 0.01")) ==
        "116.900 122.861,90 129.127,86 135.713,38");
}

TEST_CASE("an index may have a rate per year or be a blend of others") {
  CHECK(of_post("lasten = { 2025 = 1_000 }\nindex = \"prijs\"") == "1.000 1.023 1.043,46 1.064,33");
  // 2/3 of 5,1% and 1/3 of 2,3% is 4 1/6 %: 1.041,666... and so on; 2/3 of 5,1% and 1/3 of 2% is 4 1/15 %.
  CHECK(of_post("lasten = { 2025 = 1_000 }\nindex = \"subsidie\"") == "1.000 1.041,67 1.084,03 1.128,11");
  CHECK(of_post("lasten = { 2025 = 1_000_000_000_000 }\nindex = \"subsidie\"\nafronding = 1")
            .starts_with("1.000.000.000.000 1.041.666.666.667 "));
}

TEST_CASE("a year written out wins over the index, which goes on from there") {
  CHECK(of_post("lasten = { 2025 = 1_000, 2027 = 500 }\nindex = \"loon\"") == "1.000 1.051 500 525,50");
  CHECK(of_post("lasten = { 2026 = 1_000 }\nindex = \"loon\"") == "- 1.000 1.051 1.104,60");
  CHECK(of_post("lasten = { 2025 = \"PM\", 2027 = 1_000 }\nindex = \"loon\"") == "PM PM 1.000 1.051");
  CHECK(of_post("lasten = { 2025 = 1_000, 2026 = 0 }\nindex = \"loon\"") == "1.000 0 0 0");
}

TEST_CASE("an index stops with the project") {
  CHECK(lasten(head + project("1", "einde = 2026") + post("lasten = { 2025 = 1_000 }\nindex = \"loon\"")) ==
        "1.000 1.051 - -");
  CHECK(lasten(head + project("1", "einde = 2026") + post("lasten = { 2025 = 1_000, 2027 = 5 }\nindex = \"loon\"")) ==
        "1.000 1.051 5 -");
}

TEST_CASE("a percentage is of the same side of the posts it names, every year") {
  const std::string base = head + project("1") +
                           post("lasten = { 2025 = 1_000, 2026 = 2_000, 2027 = \"PM\" }\nbaten = { 2025 = 7 }") +
                           post("lasten = { 2025 = 500 }") + post("nr = \"2b\"\nlasten = { 2025 = 1 }");
  const auto of = [&](const std::string& keys) { return lasten(base + post(keys), "1", 3); };
  CHECK(of("lasten = { percentage = 5.0, over = 1 }") == "50 100 PM -");
  CHECK(of("lasten = { percentage = 5.0, over = \"1\" }") == "50 100 PM -");
  CHECK(of("lasten = { percentage = 5.0, over = \"1..2\" }") == "75 100 PM -");
  CHECK(of("lasten = { percentage = 5.0, over = \"1 .. 2b\" }") == "75,05 100 PM -");
  CHECK(of("lasten = { percentage = 5, over = [1, \"2b\"] }") == "50,05 100 PM -");
  CHECK(of("lasten = { percentage = 5, over = [1, 1] }") == "100 200 PM -");
  CHECK(of("lasten = { percentage = 5.0, over = \"1..2\" }\nafronding = 100") == "100 100 PM -");
  CHECK(of("lasten = { percentage = 5.0, over = \"1..2\", 2026 = 33 }") == "75 33 PM -");
  CHECK(of("lasten = { percentage = -2.5, over = 1 }") == "-25 -50 PM -");
  CHECK(of("lasten = { percentage = 0.001, over = 1 }") == "0,01 0,02 PM -");
  CHECK(of("lasten = { percentage = 5, over = [] }") == "- - - -");
  CHECK(baten(base + post("baten = { percentage = 50, over = \"1..2\" }"), "1", 3) == "3,50 - - -");
}

TEST_CASE("a percentage is of the other side where kant names it") {
  const std::string base = head + project("1") + post("lasten = { 2025 = 1_000, 2026 = 2_000, 2027 = \"PM\" }") +
                           post("lasten = { 2025 = 500 }\nbaten = { 2025 = 7 }") + post("baten = { 2026 = 80 }");
  const auto of = [&](const std::string& keys) { return baten(base + post(keys), "1", 3); };
  CHECK(of("baten = { percentage = 60, over = \"1..2\", kant = \"lasten\" }") == "900 1.200 PM -");
  CHECK(of("baten = { percentage = 60, over = \"1..3\", kant = \"lasten\" }") == "900 1.200 PM -");
  CHECK(of("baten = { percentage = 50, over = [2, 3], kant = \"lasten\", 2026 = 5 }") == "250 5 - -");
  CHECK(of("baten = { percentage = 50, over = \"1..3\", kant = \"baten\" }") == "3,50 40 - -");
  CHECK(of("baten = { percentage = 50, over = \"1..3\" }") == "3,50 40 - -");
  CHECK(lasten(base + post("lasten = { percentage = 10, over = \"1..3\", kant = \"baten\" }"), "1", 3) == "0,70 8 - -");
  const std::string pm = head + project("1") + post("lasten = { 2026 = \"PM\" }");
  CHECK(baten(pm + post("baten = { percentage = 60, over = 1, kant = \"lasten\" }"), "1", 1) == "- PM - -");
}

TEST_CASE("a sluitpost takes what a percentage of the costs leaves") {
  const std::string plan = head + project("1") + post("lasten = { 2025 = 80_000 }") +
                           post("lasten = { percentage = 40, over = \"1\" }") +
                           post("baten = { percentage = 50, over = \"1..2\", kant = \"lasten\" }") +
                           post("baten = { percentage = 30, over = [\"1\", \"2\"], kant = \"lasten\" }") +
                           post("baten = { 2025 = \"sluitpost\" }");
  CHECK(baten(plan, "1", 2) == "56.000 - - -");
  CHECK(baten(plan, "1", 3) == "33.600 - - -");
  CHECK(baten(plan, "1", 4) == "22.400 - - -");
}

TEST_CASE("a percentage may be of posts that come later or are percentages themselves") {
  CHECK(lasten(head + project("1") + post("lasten = { percentage = 10, over = 2 }") +
               post("lasten = { percentage = 10, over = 3 }") + post("lasten = { 2025 = 1_000 }")) == "10 - - -");
}

TEST_CASE("parts that make a whole add up to the total to the cent") {
  CHECK(of_post("lasten = { totaal = 46_000, 2025 = \"80%\", 2027 = \"20%\" }") == "36.800 - 9.200 -");
  CHECK(of_post("lasten = { totaal = 835_651, 2025 = \"37,5%\", 2026 = \"62,5%\" }\nafronding = 1") ==
        "313.369 522.282 - -");
  CHECK(of_post("lasten = { totaal = 100, 2025 = \"1/3\", 2026 = \"1/3\", 2027 = \"1/3\" }") == "33,34 33,33 33,33 -");
  CHECK(of_post("lasten = { totaal = 0.01, 2025 = \"7/12\", 2026 = \"5/12\" }") == "0,01 0 - -");
  CHECK(of_post("lasten = { totaal = \"€ 1.000,01\", 2025 = \"50%\", 2026 = \"50%\" }\nafronding = 100") ==
        "500 500,01 - -");
}

TEST_CASE("parts that make no whole are rounded each by itself") {
  CHECK(of_post("lasten = { totaal = 100, 2025 = \"1/3\", 2026 = \"1/3\" }") == "33,33 33,33 - -");
  CHECK(of_post("lasten = { totaal = 12_345, 2025 = \"7/12\" }") == "7.201,25 - - -");
  CHECK(of_post("lasten = { totaal = 12_345, 2025 = \"7/12\" }\nafronding = 100") == "7.200 - - -");
  CHECK(of_post("lasten = { totaal = 100, 2025 = \"80%\", 2026 = 15 }") == "80 15 - -");
}

TEST_CASE("an onderbouwing multiplies its factors, rounds each line and adds them up") {
  const std::string lines =
      "onderbouwing = [ { naam = \"Adviseur\", factoren = [46, 16, 73.57, 1.21] }, { naam = \"Reis\", factoren = [0.5, "
      "3] }, "
      "{ naam = \"Koffie\", factoren = [0.5] } ]";
  CHECK(of_post("lasten = { 2025 = \"onderbouwing\" }\n" + lines) == "65.520,50 - - -");
  CHECK(of_post("lasten = { 2025 = \"onderbouwing\" }\nafronding = 100\n" + lines) == "65.500 - - -");
  CHECK(of_post("lasten = { 2025 = \"onderbouwing\" }\nafronding = 1\nindex = \"loon\"\n" + lines) ==
        "65.521 68.863 72.375 76.066");
  CHECK(of_post("lasten = { totaal = \"onderbouwing\", 2025 = \"80%\", 2027 = \"20%\" }\nafronding = 1\n" + lines) ==
        "52.417 - 13.104 -");
  CHECK(of_post("lasten = { 2025 = \"onderbouwing\", 2026 = \"onderbouwing\" }\nonderbouwing = []") == "0 0 - -");
}

TEST_CASE("a sluitpost brings its project to zero at the end of its year") {
  const std::string start = head + project("1", "budget = 1_000");
  CHECK(lasten(start + post("lasten = { 2025 = \"sluitpost\" }") +
               post("lasten = { 2025 = 300 }\nbaten = { 2025 = 50 }")) == "750 - - -");
  CHECK(baten(start + post("baten = { 2025 = \"sluitpost\" }") + post("lasten = { 2025 = 1_300 }")) == "300 - - -");
  CHECK(lasten(start + post("lasten = { 2026 = \"sluitpost\" }") + post("lasten = { 2025 = 300, 2026 = 100 }")) ==
        "- 600 - -");
  CHECK(lasten(start + post("lasten = { 2025 = \"sluitpost\", 2026 = \"sluitpost\" }") +
               post("lasten = { 2025 = 300, 2026 = 100 }")) == "700 -100 - -");
  CHECK(lasten(start + post("lasten = { 2025 = \"sluitpost\" }") + post("lasten = { 2025 = \"PM\" }")) ==
        "1.000 - - -");
  CHECK(lasten(head + project("1", "budget = \"PM\"") + post("lasten = { 2025 = \"sluitpost\" }")) == "0 - - -");
  CHECK(lasten(start + post("lasten = { 2025 = \"sluitpost\" }\nindex = \"halvering\"")) == "1.000 500 250 125");
}

TEST_CASE("a spiegel among the baten takes what the other side sends, if need be later") {
  const std::string sent = head + project("1", "budget = 402_217") +
                           post("lasten = { 2025 = \"sluitpost\", 2027 = 5 }\nnaar = \"2\"") + project("2");
  CHECK(baten(sent + post("baten = { 2025 = \"spiegel\", 2027 = \"spiegel\" }\nvan = \"1\""), "2") == "402.217 - 5 -");
  CHECK(baten(sent + post("baten = { 2026 = \"spiegel\", 2028 = \"spiegel\" }\nvan = \"1\"\nvertraging = 1"), "2") ==
        "- 402.217 - 5");
  CHECK(baten(sent + post("baten = { 2026 = \"spiegel\" }\nvan = \"1\""), "2") == "- - - -");
}

TEST_CASE("a spiegel takes what other posts of its side have left") {
  const std::string sent = head + project("1") + post("lasten = { 2025 = 176_871 }\nnaar = \"2\"") +
                           post("lasten = { 2025 = 29 }\nnaar = \"2\"") + project("2") +
                           post("baten = { 2025 = 135_000 }\nvan = \"1\"");
  CHECK(baten(sent + post("baten = { 2025 = \"spiegel\" }\nvan = \"1\""), "2", 1) == "41.900 - - -");
}

TEST_CASE("a spiegel among the lasten takes what the other side receives") {
  const std::string received =
      head + project("2") + post("baten = { 2026 = 500, 2027 = \"PM\" }\nvan = \"1\"\nvertraging = 1") + project("1");
  CHECK(lasten(received + post("lasten = { 2025 = \"spiegel\", 2026 = \"spiegel\" }\nnaar = \"2\"")) == "500 PM - -");
}

TEST_CASE("a post may pass on what it receives") {
  const std::string middle = head + project("1") + post("lasten = { 2025 = 100 }\nnaar = \"2\"") + project("2") +
                             post("baten = { 2025 = \"spiegel\" }\nvan = \"1\"\nlasten = { 2025 = 40 }\nnaar = \"3\"") +
                             project("3") + post("baten = { 2025 = \"spiegel\" }\nvan = \"2\"");
  CHECK(baten(middle, "2") == "100 - - -");
  CHECK(baten(middle, "3") == "40 - - -");
}

TEST_CASE("a hundred thousand posts, each needing the next, are worked out without a crash") {
  constexpr int posts = 100'000;
  std::string text =
      "[plan]\nnaam = \"x\"\neerste_jaar = 2025\nlaatste_jaar = 2025\n[[programmalijn]]\nid = \"a\"\nnaam = \"A\"\n" +
      project("1") + "post = [\n";
  for (int i = 1; i < posts; ++i) text += "{naam=\"x\",lasten={percentage=100,over=" + std::to_string(i + 1) + "}},\n";
  text += "{naam=\"x\",lasten={2025=12.34}}]\n";
  CHECK(lasten(text) == "12,34");
}

TEST_CASE("a circle over three projects shows each step with its place") {
  const LoadedPlan loaded = load_text(head + project("1") + post("baten = { 2025 = \"spiegel\" }\nvan = \"3\"") +
                                      post("lasten = { 2025 = \"sluitpost\" }\nnaar = \"2\"") + project("2") +
                                      post("baten = { 2025 = \"spiegel\" }\nvan = \"1\"") +
                                      post("lasten = { 2025 = \"sluitpost\" }\nnaar = \"3\"") + project("3") +
                                      post("baten = { 2025 = \"spiegel\" }\nvan = \"2\"") +
                                      post("lasten = { 2025 = \"sluitpost\" }\nnaar = \"1\""));
  const Findings findings = hindrances(loaded);
  REQUIRE(tell(loaded, findings) ==
          Lines{"plan.toml:23:18: these amounts wait for each other in a circle: 1/1/2025 -> 3/2/2025 -> "
                "3/1/2025 -> 2/2/2025 -> 2/1/2025 -> 1/2/2025 -> 1/1/2025 [kring]"});
  Lines steps;
  for (const Related& step : findings[0].related)
    steps.push_back(std::to_string(step.place.line) + ": " + to_text(step.message));
  CHECK(steps == Lines{"23: 1/1 baten 2025 is a spiegel of the other project",
                       "53: 3/2 lasten 2025 is the sluitpost, which waits for every other post of 3",
                       "49: 3/1 baten 2025 is a spiegel of the other project",
                       "40: 2/2 lasten 2025 is the sluitpost, which waits for every other post of 2",
                       "36: 2/1 baten 2025 is a spiegel of the other project",
                       "27: 1/2 lasten 2025 is the sluitpost, which waits for every other post of 1"});
}

TEST_CASE("a circle shows only the posts that are in it") {
  std::string one_year = head;
  one_year.replace(one_year.find("2028"), 4, "2025");
  const LoadedPlan loaded =
      load_text(one_year + project("1") + post("lasten = { percentage = 5, over = \"2..3\" }") +
                post("lasten = { percentage = 5, over = 4 }") + post("lasten = { percentage = 5, over = 2 }") +
                post("lasten = { percentage = 5, over = 2 }"));
  CHECK(
      tell(loaded, hindrances(loaded)) ==
      Lines{
          "plan.toml:26:25: these amounts wait for each other in a circle: 1/2/2025 -> 1/4/2025 -> 1/2/2025 [kring]"});
}

TEST_CASE("a percentage of itself is a circle of one") {
  std::string one_year = head;
  one_year.replace(one_year.find("2028"), 4, "2025");
  const LoadedPlan loaded = load_text(one_year + project("1") + post("lasten = { percentage = 5, over = \"1..2\" }") +
                                      post("lasten = { 2025 = 5 }"));
  CHECK(tell(loaded, hindrances(loaded)) ==
        Lines{"plan.toml:23:25: these amounts wait for each other in a circle: 1/1/2025 -> 1/1/2025 [kring]"});
}

TEST_CASE("circles that cross each other over years are findings, not a crash") {
  const std::string text = head + project("1") + post("lasten = { 2026 = \"sluitpost\" }") +
                           post("lasten = { percentage = 5, over = 4 }\nnaar = \"2\"") +
                           post("lasten = { 2025 = \"spiegel\", 2027 = \"spiegel\" }\nnaar = \"2\"") +
                           post("lasten = { 2027 = \"sluitpost\" }") + project("2") +
                           post("baten = { 2027 = \"sluitpost\" }\nvan = \"1\"\nvertraging = 2") +
                           post("baten = { 2025 = \"spiegel\", 2027 = \"spiegel\" }\nvan = \"1\"") +
                           post("baten = { percentage = 5, over = 1 }");
  const LoadedPlan loaded = load_text(text);
  REQUIRE(tell(loaded, loaded.findings) == Lines{});
  REQUIRE(fate_of([&] { resolve(loaded.plan); }) == "fine");
  for (const std::string& id : rule_ids(hindrances(loaded))) CHECK(id == "kring");
}

TEST_CASE("an amount that leaves the range is a finding at the rule that made it") {
  CHECK(of_post("lasten = { 2025 = 90_000_000_000_000_000 }\nindex = \"loon\"") ==
        "plan.toml:24:9: the lasten of post 1 in 2026 are beyond ±90.000.000.000.000.000,00 euro or need more than 38 "
        "digits "
        "[overloop]");
  CHECK(of_post("lasten = { totaal = 90_000_000_000_000_000, 2025 = \"300%\", 2026 = \"-200%\" }").find("[delen]") !=
        std::string::npos);
  CHECK(of_post("lasten = { 2025 = \"onderbouwing\" }\nonderbouwing = [ { naam = \"x\", factoren = [1_000_000_000_000, "
                "1_000_000_000_000] } ]")
            .find("[overloop]") != std::string::npos);
}
