// The edges of the checks of closed years: of each the last case in which it is silent and the first in which it speaks, in
// the second of two closed years and in a project that is not the first.
#include "support/catch.h"
#include "support/small_plan.h"

using namespace saldo;

namespace {

std::string closed(const std::string& year, const std::string& keys, const std::string& projects,
                   const std::string& stand = "vastgesteld") {
  const std::string after = std::to_string(std::stoi(year) + 1);
  return "[[afsluiting]]\njaar = " + year + "\nstand = \"" + stand + "\"\n" +
         (stand == "vastgesteld" ? "besluit = \"raad\"\ndatum = " + after + "-06-18\n" : "") + keys + projects;
}
std::string in_project(const std::string& nr, const std::string& keys = "") {
  return "[[afsluiting.project]]\nnr = \"" + nr + "\"\n" + keys;
}
std::string booked(const std::string& nr, const std::string& amounts) {
  return "[[afsluiting.project.post]]\nnr = " + nr + "\n" + amounts + "\n";
}

// "RULE severity extent: message" of what is found in closed years or keeps the plan from being checked; a line
// "  and: message" for each other place it names.
std::string said(const std::string& plan) {
  std::string all;
  for (const Diagnostic& finding : check_all(load_text(plan))) {
    const std::string id(info(finding.rule).id);
    if (!id.starts_with("afsluiting-") && finding.severity != Severity::error) continue;
    const Money* extent = std::get_if<Money>(&finding.extent);
    all += id + " " + std::string(to_text(finding.severity)) + (extent ? " " + to_plain(*extent) : "") + ": " +
           to_text(finding.message) + "\n";
    for (const Related& other : finding.related) all += "  and: " + to_text(other.message) + "\n";
  }
  return all;
}

// An empty year that was closed, and a project before the one that it is about.
std::string plan_with(const std::string& keys, const std::string& posts, const std::string& project_keys = "") {
  return head(keys) + line("z") + project("0", "budget = 0", "z") + line("a") +
         project("1", "budget = 1_000\n" + project_keys) + posts;
}
std::string closed_empty() { return closed("2025", "", ""); }

}  // namespace

TEST_CASE("a deviation is explained from the amount or the percentage on that was agreed") {
  const auto spent = [](const std::string& agreed, const std::string& amount, const std::string& more = "") {
    return said(plan_with("[jaareinde]\nrechtmatigheid = \"uit\"\n" + agreed, lasten("2026 = 200")) + closed_empty() +
                closed("2026", "", in_project("1") + booked("1", "lasten = " + amount + more)));
  };
  const auto told = [](const std::string& amount, const std::string& extent, const std::string& off) {
    return "afsluiting-toelichting error " + extent + ": lasten of post 1 of 1 were " + amount +
           " in 2026, budgeted 200: " + off + ", and nothing says why\n";
  };
  CHECK(spent("", "900").empty());
  CHECK(spent("toelichting_vanaf = 50\n", "150.01").empty());
  CHECK(spent("toelichting_vanaf = 50\n", "150") == told("150", "50.00", "50 V"));
  CHECK(spent("toelichting_vanaf = 50\n", "250") == told("250", "-50.00", "50 N"));
  CHECK(spent("toelichting_vanaf = 50\n", "250", "\ntoelichting = \"duurder\"").empty());
  CHECK(spent("toelichting_procent = 10\n", "219.99").empty());
  CHECK(spent("toelichting_procent = 10\n", "220") == told("220", "-20.00", "20 N"));
  CHECK(spent("toelichting_procent = 10\n", "180") == told("180", "20.00", "20 V"));
  CHECK(spent("toelichting_vanaf = 0\n", "200").empty());
}

TEST_CASE("lasten above the budget are told of a programmalijn or a project, and only told once they were judged") {
  const auto spent = [](const std::string& amount, const std::string& keys = "", const std::string& judged = "",
                        const std::string& stand = "vastgesteld") {
    return said(plan_with(keys, lasten("2026 = 200")) + closed_empty() +
                closed("2026", judged, in_project("1") + booked("1", "lasten = " + amount), stand));
  };
  const std::string by_line = " 0.01: a spent 200,01 in 2026 of a budget of 200: 0,01 too much\n";
  CHECK(spent("200").empty());
  CHECK(spent("200.01") == "afsluiting-overschrijding error" + by_line);
  CHECK(spent("200.01", "", "", "voorlopig") == "afsluiting-overschrijding warning" + by_line);
  CHECK(spent("200.01", "[jaareinde]\nrechtmatigheid = \"uit\"\n").empty());
  CHECK(spent("200.01", "[jaareinde]\nrechtmatigheid = \"project\"\n") ==
        "afsluiting-overschrijding error 0.01: 1 spent 200,01 in 2026 of a budget of 200: 0,01 too much\n");
  CHECK(
      spent("200.01", "",
            "[[afsluiting.oordeel]]\nprogrammalijn = \"a\"\noverschrijding = \"acceptabel\"\ntoelichting = \"x\"\n") ==
      "afsluiting-overschrijding note" + by_line);
}

TEST_CASE("baten from outside that stay behind are told from the amount on that was agreed") {
  const auto received = [](const std::string& amount) {
    return said(plan_with("[jaareinde]\ntoelichting_vanaf = 50\n", baten("2026 = 200")) + closed_empty() +
                closed("2026", "", in_project("1") + booked("1", "baten = " + amount + "\ntoelichting = \"x\"")));
  };
  CHECK(received("150.01").empty());
  CHECK(received("300").empty());
  CHECK(received("150") ==
        "afsluiting-baten-achter warning 50.00: a received 150 in 2026, budgeted 200: 50 less, and no "
        "begrotingswijziging said so\n");
}

TEST_CASE("a closed year keeps its budget and states what its amounts come to") {
  const auto kept = [](const std::string& keys, const std::string& post_keys) {
    return said(plan_with("[jaareinde]\nrechtmatigheid = \"uit\"\n", lasten("2026 = 200")) + closed_empty() +
                closed("2026", "", in_project("1", keys) + booked("1", "lasten = 150\n" + post_keys)));
  };
  CHECK(kept("eindsaldo = 850\n", "begroot = { lasten = 200 }").empty());
  CHECK(kept("", "begroot = { lasten = 180 }") ==
        "afsluiting-begroting error 20.00: post 1 of 1 had 180 lasten budgeted when 2026 was closed, and now 200\n"
        "  and: the post is here\n");
  CHECK(kept("", "begroot = { lasten = \"PM\" }") ==
        "afsluiting-begroting error 200.00: post 1 of 1 had PM lasten budgeted when 2026 was closed, and now 200\n"
        "  and: the post is here\n");
  CHECK(has(kept("eindsaldo = 850.01\n", ""), "afsluiting-saldo error -0.01: "));
}

TEST_CASE("a budgeted side of which nothing was realised is counted, what follows from bookings is not") {
  const auto open = [](const std::string& bookings, const std::string& stand = "vastgesteld") {
    return said(plan_with("[jaareinde]\nrechtmatigheid = \"uit\"\n",
                          post("baten = { 2026 = 50 }\nlasten = { 2026 = 200 }\n") + lasten("2026 = 10") +
                              lasten("2026 = \"sluitpost\"") + lasten("2027 = 30")) +
                closed_empty() + closed("2026", "", in_project("1") + bookings, stand));
  };
  const std::string told = ": 2026 of 1 does not say what was realised on post ";
  CHECK(open(booked("1", "baten = 50\nlasten = 200") + booked("2", "lasten = 0")).empty());
  CHECK(open(booked("1", "baten = 50\nlasten = 200")) ==
        "afsluiting-onvolledig error" + told + "2: its budget counts\n  and: post 2 is here\n");
  CHECK(open("") == "afsluiting-onvolledig error" + told + "1, 2: its budget counts\n  and: post 1 is here\n");
  CHECK(open("", "voorlopig") ==
        "afsluiting-onvolledig warning" + told + "1, 2: its budget counts\n  and: post 1 is here\n");
}

TEST_CASE("a list of more than twelve posts is cut off") {
  const auto open = [](int posts) {
    std::string all;
    for (int i = 0; i < posts; ++i) all += lasten("2026 = 1");
    return said(plan_with("[jaareinde]\nrechtmatigheid = \"uit\"\n", all) + closed_empty() +
                closed("2026", "", in_project("1")));
  };
  CHECK(has(open(12), "on post 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12: its budget"));
  CHECK(has(open(13), "on post 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, …: its budget"));
}

TEST_CASE("what a record comes to is what was read from its bron") {
  const auto read = [](const std::string& stated) {
    return said(
        plan_with("[jaareinde]\nrechtmatigheid = \"uit\"\n", post("baten = { 2026 = 50 }\n") + lasten("2026 = 200")) +
        closed_empty() +
        closed("2026", "[[afsluiting.bron]]\nbestand = \"a.csv\"\n" + stated,
               in_project("1") + booked("1", "baten = 45") + booked("2", "lasten = 190")));
  };
  CHECK(read("baten = 45\nlasten = 190\n").empty());
  CHECK(read("baten = 40\nlasten = 190\n") ==
        "afsluiting-aansluiting error 5.00: baten of 2026 come to 45 in this record, but 40 was read from its bron: a "
        "difference of 5\n");
  CHECK(read("baten = 45\nlasten = 190.01\n") ==
        "afsluiting-aansluiting error -0.01: lasten of 2026 come to 190 in this record, but 190,01 was read from its "
        "bron: a difference of -0,01\n");
}

namespace {

// Project 1 sends to 2 in 2025, which has it a year later; both years are closed.
std::string underway(const std::string& sent, const std::string& stated, const std::string& received,
                     const std::string& stand = "vastgesteld") {
  return said(
      head("[jaareinde]\nrechtmatigheid = \"uit\"\n") + line("a") + project("0") +
      project("1", "budget = 1_000\ndubbeling_met = [\"2\"]") + sends("2", "2025 = 200") +
      project("2", "budget = 0\ndubbeling_met = [\"1\"]") + receives("1", "2026 = \"spiegel\"", 1) +
      closed("2025",
             stated.empty() ? "" : "[[afsluiting.overdracht]]\nvan = \"1\"\nnaar = \"2\"\nonderweg = " + stated + "\n",
             in_project("1") + booked("1", "lasten = " + sent), stand) +
      (received.empty() ? "" : closed("2026", "", in_project("2") + booked("1", "baten = " + received), stand)));
}

}  // namespace

TEST_CASE("what is underway at the end of a closed year is what was sent and not received") {
  CHECK(underway("200", "200", "").empty());
  CHECK(underway("200", "150", "") ==
        "afsluiting-overdracht error 50.00: 150 is stated to be underway from 1 to 2 at the end of 2025, but 200 was "
        "sent and not received\n  and: it is sent here\n");
  CHECK(underway("200", "200", "200").empty());
  CHECK(has(underway("200", "200", "190"),
            "afsluiting-onderweg error 10.00: 200 was underway from 1 to 2 at the end of "
            "2025, but 2 received 190 in 2026\n"));
  CHECK(has(underway("200", "200", "210"), "afsluiting-onderweg error -10.00: "));
}

TEST_CASE("an advance goes on from the year before, is spent as lasten and is in no eindsaldo") {
  const auto advance = [](const std::string& second, const std::string& budget = "1_000") {
    const std::string of = "[[afsluiting.voorschot]]\nproject = \"1\"\n";
    return said(head("[jaareinde]\nrechtmatigheid = \"uit\"\n") + line("a") + project("0") +
                project("1", "budget = " + budget) + lasten("2025 = 100, 2026 = 60") +
                closed("2025", of + "ontvangen = 150\nbesteed = 100\n", in_project("1") + booked("1", "lasten = 100")) +
                closed("2026", of + second, in_project("1") + booked("1", "lasten = 60")));
  };
  CHECK(advance("begin = 50\nontvangen = 30\nbesteed = 60\n").empty());
  CHECK(advance("begin = 40\nontvangen = 30\nbesteed = 60\n") ==
        "afsluiting-voorschot error -10.00: the advance of 1 begins 2026 with 40, but 2025 ended with 50\n");
  CHECK(advance("begin = 50\nontvangen = 30\nbesteed = 55\n") ==
        "afsluiting-voorschot error -5.00: 55 of the advance of 1 was spent in 2026, but its lasten are 60\n");
  CHECK(advance("begin = 50\nontvangen = 30\nbesteed = 60\n", "180") ==
        "afsluiting-voorschot error 20.00: 20 of 1 is counted twice at the end of 2026: as an advance, and in its "
        "eindsaldo\n");
  CHECK(advance("begin = 50\nontvangen = 10\nbesteed = 60\n", "160").empty());  // both are nothing
}

TEST_CASE("a correction is on a post of the project, on its side and in the year that takes it") {
  const auto corrected = [](const std::string& later) {
    return said(plan_with("[jaareinde]\nrechtmatigheid = \"uit\"\n", lasten("2026 = 200") + later) + closed_empty() +
                closed("2026",
                       "[[afsluiting.correctie]]\nproject = \"1\"\npost = 1\nkant = \"lasten\"\nbedrag = 25\n"
                       "verwerkt_in = 2027\n",
                       in_project("1") + booked("1", "lasten = 200")));
  };
  const std::string told =
      "afsluiting-correctie error 25.00: 2027 is to take 25 lasten that 1/1 of 2026 turned out otherwise, but no post "
      "of "
      "1 has that amount\n";
  CHECK(corrected(lasten("2027 = 25")).empty());
  CHECK(corrected(lasten("2027 = 26")) == told);
  CHECK(corrected(lasten("2028 = 25")) == told);
  CHECK(corrected(baten("2027 = 25")) == told);
}
