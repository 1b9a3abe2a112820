// The edges of the checks of goals: of each the last case in which it is silent and the first in which it speaks.
#include <algorithm>

#include "support/catch.h"
#include "support/support.h"

using namespace saldo;

namespace {

const std::string frame = R"([plan]
naam = "Proef"
eerste_jaar = 2025
laatste_jaar = 2028

[[programmalijn]]
id = "a"
naam = "A"

[[project]]
nr = "1"
naam = "Werkplein"
programmalijn = "a"
budget = 900

[[project.post]]
naam = "Advies"
lasten = { 2026 = 900 }

[[project.post]]
naam = "Later"
lasten = { 2026 = "PM" }

)";

std::string goal(const std::string& id, const std::string& keys, const std::string& soort = "prestatie") {
  return "[[doel]]\nid = \"" + id + "\"\nsoort = \"" + soort + "\"\nnaam = \"" + id + "\"\n" + keys + "\n\n";
}
std::string asks(const std::string& targets) { return "streef = [" + targets + "]"; }

// "RULE: message", or "RULE 3x: message" where it stands for so many, of what is found in goals or keeps the plan from being checked, with a line "  and: message" for each
// other place it names.
std::string said(const std::string& goals) {
  std::string all;
  for (const Diagnostic& finding : check_all(load_text(frame + goals))) {
    if (!is_of_goals(finding.rule) && finding.severity != Severity::error) continue;
    const std::size_t* times = std::get_if<std::size_t>(&finding.extent);
    all += std::string(info(finding.rule).id) + (times ? " " + std::to_string(*times) + "x" : "") + ": " +
           to_text(finding.message) + "\n";
    for (const Related& other : finding.related) all += "  and: " + to_text(other.message) + "\n";
  }
  return all;
}

}  // namespace

TEST_CASE("a target is for a year of the plan, its first and its last with it, and its result known by then") {
  const auto dated = [](const std::string& when) { return said(goal("g", asks("{ minimaal = 5, " + when + " }"))); };
  CHECK(dated("jaar = 2025").empty());
  CHECK(dated("jaar = 2028").empty());
  CHECK(dated("jaar = 2024") == "streef-buiten-plan: g: minimaal 5 g is for 2024, before the first year of the plan\n");
  CHECK(dated("jaar = 2029") == "streef-buiten-plan: g: minimaal 5 g is for 2029, after the last year of the plan\n");
  CHECK(dated("jaar = 2028, bekend_na = 2028").empty());
  CHECK(dated("jaar = 2028, bekend_na = 2029") ==
        "streef-buiten-plan: g: what came of minimaal 5 g is known in 2029, after the last year of the plan\n");
}

TEST_CASE("a year that stands elsewhere is told once for a goal") {
  const std::string inferred = "{ minimaal = 5, jaar = 2026, jaar_afgeleid = true }";
  const std::string told = "streef-jaar: g: that it is for 2026 is not said with the target itself\n";
  CHECK(said(goal("g", asks(inferred))) == told);
  CHECK(said(goal("g", asks(inferred + ", { wat = \"x\", minimaal = 6, jaar = 2026, jaar_afgeleid = true }"))) == told);
  CHECK(said(goal("g", asks(inferred + ", { wat = \"x\", minimaal = 6 }"))) ==
        told + "streef-jaar: g: minimaal 6 x is for no year\n");
}

TEST_CASE("a figure that is two things at once is told on the second") {
  const auto two = [](const std::string& other) {
    return said(
        goal("g", asks("{ minimaal = 5, eenheid = \"%\", van_aantal = 40, jaar = 2026 }, { wat = \"x\", " + other)));
  };
  CHECK(two("precies = 5, eenheid = \"%\", van_aantal = 40, jaar = 2026 }") ==
        "streef-tegenspraak: g: minimaal 5% g, and also precies 5% x\n  and: the first one is here\n");
  CHECK(two("minimaal = 5, eenheid = \"%\", van_aantal = 40, jaar = 2026 }").empty());
  CHECK(two("precies = 6, eenheid = \"%\", van_aantal = 40, jaar = 2026 }").empty());
  CHECK(two("precies = 5, jaar = 2026 }").empty());
}

TEST_CASE("goals that refer to each other and ask the same are told on the later one") {
  const auto refers = [](const std::string& first, const std::string& second, const std::string& more = "") {
    const std::string same = "minimaal = 5, eenheid = \"gezinnen\", jaar = 2026";
    return said(goal("p", asks("{ wat = \"hulp\", " + same + " }" + more) + "\n" + first) +
                goal("q", asks("{ wat = \"steun\", " + same + " }") + "\n" + second));
  };
  const std::string told =
      "streef-tegenspraak: q: minimaal 5 gezinnen steun is asked by p as well, and each refers to the other: one may "
      "count in both\n  and: the other one is here\n";
  CHECK(refers("zie = [\"q\"]", "zie = [\"p\"]") == told);
  CHECK(refers("zie = [\"q\"]", "zie = [\"p\"]", ", { wat = \"x\", minimaal = 9, jaar = 2026 }") == told);
  CHECK(refers("zie = [\"q\"]", "").empty());
  CHECK(refers("", "zie = [\"p\"]").empty());
}

TEST_CASE("parts of a target are the whole at most, and a result printed with its percentage fits one of them") {
  const auto parts = [](int part, const std::string& result = "") {
    return said(goal("heel", asks("{ precies = 100, jaar = 2026 }") + "\n" + result) +
                goal("b", asks("{ precies = 60, jaar = 2026, deel_van = \"heel\" }")) +
                goal("c", asks("{ precies = " + std::to_string(part) + ", jaar = 2026, deel_van = \"heel\" }")));
  };
  const auto printed = [](const std::string& figures) {
    return "resultaat = [{ " + figures + ", jaar = 2026, van = \"wat er is\" }]";
  };
  CHECK(parts(40).empty());
  CHECK(parts(41) == "streef-som: the parts of heel are 101 together, and the whole is 100\n");
  const std::string not_told = "procent-noemer: heel: 50% of wat er is, and how many those are is not said\n";
  CHECK(parts(20, printed("waarde = 50, procent = 50")) == not_told);  // of the whole
  CHECK(parts(20, printed("waarde = 40, procent = 50")) == not_told);  // of the parts
  CHECK(parts(20, printed("waarde = 10, procent = 50")) == not_told);  // of what they leave
  CHECK(parts(20, printed("waarde = 20, procent = 50")) == not_told);  // what they leave itself
  CHECK(parts(20, printed("waarde = 30, procent = 50")) ==
        "procent-noemer: heel: 50% of wat er is, and how many those are is not said\n"
        "streef-som: 100 of heel less 80 for c leaves 20: 30 is 50% of none of these\n  and: that result is here\n");
}

TEST_CASE("a rise by a share is of a number that is given, and of no percentage") {
  const auto rise = [](const std::string& more) {
    return said(goal("g", asks("{ omhoog_met = \"10%\", jaar = 2026" + more + " }")));
  };
  CHECK(rise(", nulmeting = { jaar = 2024, waarde = 190 }").empty());
  CHECK(rise(", nulmeting = { jaar = 2024 }") ==
        "procent-noemer: g: omhoog met 10% g, of a number that is not given\n"
        "nulmeting-onvolledig: g: the nulmeting of g has a year, 2024, and no value\n");
  CHECK(rise(", eenheid = \"%\", nulmeting = { jaar = 2024, waarde = 40 }") ==
        "procent-noemer: g: omhoog met 10% g, which is a percentage itself: 10% of it, or as many points\n");
}

TEST_CASE("percentages of facts are told once for a goal, with those after it") {
  const std::string share = "{ wat = \"x\", waarde = 12, eenheid = \"%\" }";
  const std::string told = "procent-noemer: g: 12%, and of what is not said\n";
  const auto facts = [](const std::string& all) { return said(goal("g", "feit = [" + all + "]", "thema")); };
  CHECK(facts("{ wat = \"x\", waarde = 12 }, { wat = \"y\", waarde = 12, eenheid = \"%\", van_aantal = 9 }").empty());
  CHECK(facts(share) == told);
  CHECK(facts(share + ", { wat = \"y\", waarde = 13, eenheid = \"%\" }") == told + "  and: and 13% here\n");
}

TEST_CASE("most of four targets or more without a nulmeting are told once, fewer never") {
  const auto with = [](std::size_t numbers, std::size_t without) {
    std::string targets;
    for (std::size_t i = 0; i < numbers; ++i)
      targets += "{ wat = \"w" + std::to_string(i) + "\", minimaal = 5, jaar = 2026" +
                 (i < without ? " }, " : ", nulmeting = { jaar = 2024, waarde = 1 } }, ");
    return said(goal("g", asks(targets)));
  };
  CHECK(with(3, 3).empty());
  CHECK(with(4, 2).empty());
  CHECK(with(4, 3) ==
        "nulmeting-ontbreekt 3x: 3 of the 4 targets with a number have no nulmeting; this is the first\n");
  const std::string four =
      "streef = [{ minimaal = 1, jaar = 2026 },\n{ wat = \"b\", minimaal = 2, jaar = 2026 },\n"
      "{ wat = \"c\", minimaal = 3, jaar = 2026 }, { wat = \"d\", minimaal = 4, jaar = 2026 }]";
  const std::string plan = frame + goal("g", four);
  const auto line = std::count(plan.begin(), plan.begin() + static_cast<std::ptrdiff_t>(plan.find("streef")), '\n') + 1;
  for (const Diagnostic& finding : check_all(load_text(plan)))
    if (finding.rule == Rule::nulmeting_ontbreekt) CHECK(finding.place.line == line);
}

TEST_CASE("a nulmeting has a value and a moment, and so has a group that is measured against") {
  const auto from = [](const std::string& base, const std::string& target = "minimaal = 5") {
    return said(goal("g", asks("{ " + target + ", jaar = 2026, nulmeting = { " + base + " } }")));
  };
  CHECK(from("jaar = 2024, waarde = 3").empty());
  CHECK(from("waarde = 3") == "nulmeting-onvolledig: g: the nulmeting of g is of no year\n");
  CHECK(from("groep = \"andere gemeenten\"") ==
        "nulmeting-onvolledig: g: g is held against andere gemeenten, of which no figure is given\n");
  CHECK(from("groep = \"andere gemeenten\", jaar = 2024", "richting = \"omlaag\"") ==
        "doel-zonder-maat: g: no more than this to hold it against: g omlaag\n");
  CHECK(from("waarde = 3, afgeleid = true") ==
        "nulmeting-onvolledig: g: the nulmeting of g is of no year\n"
        "nulmeting-afgeleid: g: the nulmeting 3 is worked out, not printed\n");
}

TEST_CASE("a list of numbers begins anywhere, goes on by one, and stands under the number above it") {
  const auto listed = [](const std::string& first, const std::string& second, const std::string& soort = "thema") {
    return said(goal("top", "nr = \"2\"", "hoofddoel") + goal("p", "onder = \"top\"\nnr = \"" + first + "\"", "thema") +
                goal("q", "onder = \"top\"\nnr = \"" + second + "\"", soort));
  };
  CHECK(listed("2.4", "2.5").empty());
  CHECK(listed("2.5", "2.4").empty());
  CHECK(listed("2.4", "2.6") ==
        "doel-nummer: q (2.6) comes after 2.4: 2.5 is not there\n  and: the one before it is here\n");
  CHECK(listed("2.4", "2.4") ==
        "doel-nummer: q (2.4) has the nr of p in the same list\n  and: the first one is here\n");
  CHECK(listed("2.4", "20.1") ==
        "doel-nummer: q (20.1) does not begin with 2, the nr of top above it\n  and: that one is here\n");
  CHECK(listed("4", "5").empty());
}

TEST_CASE("a goal stands on a post that has money, is PM, or is empty") {
  const auto on = [](int post) {
    return said(goal("g", "geld = [{ project = \"1\", post = " + std::to_string(post) + " }]", "thema"));
  };
  CHECK(on(1).empty());
  CHECK(on(2) == "doel-op-pm: g: post 2 of 1 is PM: Later\n");
  CHECK(said(goal(
            "g", "geld = [{ tekst = \"het Rijk\" }, { tekst = \"de provincie\", bedrag = 5 }, { tekst = \"fonds\" }]",
            "thema")) == "geld-zonder-bedrag: g: money without an amount: het Rijk\n  and: and for this: fonds\n");
}

TEST_CASE("shares of a post and of its project are one whole at most") {
  const auto taken = [](const std::string& of_post, const std::string& of_project) {
    return said(goal("g", "geld = [{ project = \"1\", post = 1, deel = \"" + of_post + "\" }]", "thema") +
                goal("h", "geld = [{ project = \"1\", deel = \"" + of_project + "\" }]", "thema"));
  };
  CHECK(taken("40%", "60%").empty());
  CHECK(taken("41%", "60%") == "geld-deel: goals take 101% of post 1 of 1\n");
}

TEST_CASE("a target that only part of a goal, a share or an inference brings to a post does not share it") {
  const auto on_post = [](const std::string& keys, const std::string& money = "") {
    return goal("g", asks("{ minimaal = 5, jaar = 2026 }") + "\ngeld = [{ project = \"1\", post = 1 }]") +
           goal("h", asks("{ minimaal = 6, jaar = 2026" + keys + " }") + "\ngeld = [{ project = \"1\", post = 1" +
                         money + " }]");
  };
  CHECK(said(on_post("")) ==
        "post-gedeeld: 2 targets with a number stand on post 1 of 1: what one of them costs cannot be told\n"
        "  and: g: minimaal 5 g\n  and: h: minimaal 6 h\n");
  CHECK(said(on_post("", ", deel = \"50%\"")).empty());
  CHECK(said(on_post("", ", grond = \"afgeleid\"")) ==
        "streef-zonder-post: h: that this money is for minimaal 6 h was inferred\n");
}
