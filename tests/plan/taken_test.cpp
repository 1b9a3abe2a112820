// Numbers and ids that an address or a table has for something else, and those that look the same.
#include "plan/load.h"
#include "support/catch.h"
#include "support/small_plan.h"
#include "support/support.h"

using namespace saldo;

namespace {

// The first finding of a plan that is about a number or an id, "fine" without any.
std::string first_of(const std::string& text) {
  const LoadedPlan loaded = load_text(text);
  const Findings findings = check_all(loaded);
  for (const Diagnostic& finding : findings)
    for (const Rule rule : {Rule::dubbel_nr, Rule::naam_teken, Rule::naam_lijkt})
      if (finding.rule == rule) return to_text(finding.message);
  return "fine";
}

std::string of_line(const std::string& id) { return first_of(head() + line(id) + project("1", "", id)); }
std::string of_project(const std::string& nr) {
  return first_of(head() + line("a") + project(nr) + post(lasten("2025 = 0")));
}
std::string of_post(const std::string& nr) {
  return first_of(head() + line("a") + project("1") + post("nr = \"" + nr + "\"\n" + lasten("2025 = 0")));
}

std::string taken(const std::string& noun, const std::string& name, const std::string& by) {
  return noun + " cannot be called `" + name + "`: that word is taken by " + by;
}

// What check says of two projects with these numbers, whose names are nothing alike.
std::string of_both(const std::string& one, const std::string& other) {
  std::string second = project(other);
  second.replace(second.find("Nummer"), second.find("\"\nprogrammalijn") - second.find("Nummer"), "De andere");
  return first_of(head() + line("a") + project(one) + post(lasten("2025 = 0"), "Een") + second +
                  post(lasten("2025 = 0"), "Twee"));
}

}  // namespace

TEST_CASE("a word of addresses is taken for lines and projects, whatever its case, and says by what") {
  for (const std::string name : {"totaal", "Totaal"}) {
    CHECK(of_line(name) == taken("programmalijn", name, "the plan as a whole"));
    CHECK(of_project(name) == taken("project", name, "the plan as a whole"));
  }
  CHECK(of_line("tussen") == taken("programmalijn", "tussen", "what goes between programmalijnen, in `saldo overlap`"));
  CHECK(of_line("investeringsbudget") ==
        taken("programmalijn", "investeringsbudget", "the project that [plan] names as investeringsbudget"));
  CHECK(of_project("index.loon") == taken("project", "index.loon", "an index, as in `--set index.loon=4`"));
  CHECK(of_line("totalen") == "fine");
}

TEST_CASE("a post has no nr that reads as a figure, a year of the plan or a row of posts") {
  for (const std::string figure : {"opening", "baten", "lasten", "saldo", "eindsaldo"})
    CHECK(of_post(figure) == taken("post", figure, "the " + figure + " of its project"));
  CHECK(of_post("12/lasten") == taken("post", "12/lasten", "the lasten of its project"));
  CHECK(of_post("2026") == taken("post", "2026", "the year of an address, such as 3.18/2026"));
  CHECK(of_post("2..4") == taken("post", "2..4", "a row of posts, as in over = \"2..11\""));
  for (const std::string fine : {"4300", "2b", "12/b", "1-2"}) CHECK(of_post(fine) == "fine");
}

TEST_CASE("a slash ends whose it is in an address, so lines and projects have none") {
  CHECK(of_line("a/b") ==
        "programmalijn cannot be called `a/b`: a / parts what stands in an address, such as "
        "3.18/12/lasten");
  CHECK(of_project("3/4").starts_with("project cannot be called `3/4`: a / parts"));
}

TEST_CASE("a space at either end of a nr or id is told, of whatever width it is") {
  for (const std::string name : {" b", "b ", "b\u00A0", "\u2003b"}) {
    CHECK(has(of_line(name), "has a space at the end or the beginning"));
    CHECK(has(of_project(name), "has a space at the end or the beginning"));
    CHECK(has(of_post(name), "has a space at the end or the beginning"));
  }
  CHECK(of_project("3 b") == "fine");
}

TEST_CASE("numbers that a reader takes for each other are told") {
  const auto alike = [](const std::string& one, const std::string& other) {
    return of_both(one, other) == "project `" + other + "` looks like project `" + one + "`, and is another";
  };
  CHECK(alike("caf\u00E9", "cafe\u0301"));
  CHECK(alike("A1", "\u0410\u0031"));
  CHECK(alike("A1", "a1"));
  CHECK(alike("3.1", "3.l"));
  CHECK(alike("10", "1O"));
  CHECK(alike("3.4", "3.04"));
  CHECK(alike("3,4", "3.4"));
  CHECK(alike("3.7-fase1", "3.7 fase 1"));
  CHECK(alike("zuid-west", "zuid\u2013west"));
  for (const auto& [one, other] :
       {std::pair{"3.1-2", "3.12"}, {"3.4", "3.5"}, {"3.7-pilot", "3.7-fase1"}, {"1.2", "12"}})
    CHECK(of_both(one, other) == "fine");
}

TEST_CASE("3.40 beside 3.4 is told, but not where the numbers run on to it") {
  const std::string told = "project `3.40` is another than project `3.4`; a spreadsheet makes them one";
  CHECK(of_both("3.4", "3.40") == told);
  CHECK(of_both("3.40", "3.4") == told);
  CHECK(of_both("34", "340") == "fine");
  const std::string three = head() + line("a") + project("3.1") + project("3.9") + project("3.10");
  CHECK_FALSE(has(first_of(three), "spreadsheet"));
}
