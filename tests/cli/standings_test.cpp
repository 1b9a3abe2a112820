// Which standing a table shows, and standings beside each other.
#include <nlohmann/json.hpp>

#include "support/catch.h"
#include "support/small_plan.h"
#include "support/support.h"

using Words = std::vector<std::string>;

namespace {

std::string costs(const std::string& amounts) { return "lasten = { " + amounts + " }\n"; }
std::string income(const std::string& amounts) { return "baten = { " + amounts + " }\n"; }

std::string record(const std::string& jaar, const std::string& stand, const std::string& posts) {
  return "[[afsluiting]]\njaar = " + jaar + "\nstand = " + stand + "\n[[afsluiting.project]]\nnr = 1\n" + posts;
}

std::string booked(const std::string& keys) { return "[[afsluiting.project.post]]\n" + keys + "\n"; }

const std::string closed_2025 = record("2025", "\"voorlopig\"",
                                       booked("nr = 1\nlasten = 112.50") + booked("nr = 2\nbaten = 90") +
                                           booked("naam = \"Claim\"\nlasten = 5\ntoelichting = \"vonnis\""));
const std::string halfway_2026 =
    record("2026", "\"tussentijds\"\npeildatum = 2026-06-30", booked("nr = 1\nlasten = 60\nverplichting = 70"));

std::string plan_with(const std::string& records, const std::string& budget = "1_000", int first = 2025) {
  std::string text =
      head() + line("a") + project("1", "budget = " + budget) + post(costs("2025 = 100, 2026 = 110"), "Loon") +
      post(income("2025 = 50, 2026 = 60"), "Subsidie") +
      "[[begrotingswijziging]]\nnr = 1\ndatum = 2025-06-01\n[[begrotingswijziging.wijziging]]\nproject = "
      "\"1\"\npost = 2\nbaten = { 2025 = 70 }\n";
  if (first == 2026) {  // the plan of a year later
    text.replace(text.find("2025"), 4, "2026");
    for (const std::string gone : {"2025 = 100, ", "2025 = 50, "}) text.erase(text.find(gone), gone.size());
    text.erase(text.find("[[begrotingswijziging]]"));
  }
  return text + records;
}

Run run(const std::string& plan, Words command, const Words& more = {}) {
  const TempPlan files({{"plan.toml", plan}});
  command.insert(command.begin() + 1, files.path());
  command.insert(command.end(), more.begin(), more.end());
  return run_saldo(command);
}

const std::string with_booked = "Met wat is geboekt in 2025 (voorlopig).";
const std::string without_booked = "De begroting zelf, zonder wat is geboekt in 2025 (voorlopig): --standing actueel.";
const std::string expected = "Met wat wordt verwacht van 2026 (2026-06-30): --standing prognose.";

}  // namespace

TEST_CASE("once a year is closed every table says which standing it shows") {
  for (const Words& command : std::vector<Words>{{"table"},
                                                 {"project", "1"},
                                                 {"overlap"},
                                                 {"why", "totaal/eindsaldo/2026"},
                                                 {"compare", "--set", "1/1/2026=5"}}) {
    INFO(command[0]);
    const auto said = [&](const std::string& records, const Words& more) {
      return run(plan_with(records), command, more).out;
    };
    CHECK_FALSE(has(said("", {}), "Met wat is geboekt"));
    CHECK_FALSE(has(said("", {"--standing", "actueel"}), "De begroting zelf"));
    CHECK(has(said(closed_2025, {}), with_booked));
    CHECK(has(said(closed_2025, {"--standing", "actueel"}), without_booked));
    CHECK(has(said(closed_2025 + halfway_2026, {"--standing", "prognose"}), with_booked + "\n" + expected));
    CHECK_FALSE(has(said(closed_2025 + halfway_2026, {"--standing", "prognose", "--as-of", "2026-06-29"}), expected));
  }
}

TEST_CASE("a program reads which standing it is where it is not the usual one") {
  const auto variant = [](const std::string& records, const Words& more) {
    const auto document = nlohmann::json::parse(run(plan_with(records), {"table", "--format", "json"}, more).out);
    return document.contains("variant") ? document["variant"].dump() : "";
  };
  CHECK(variant(closed_2025, {}) == "");
  CHECK(variant("", {"--standing", "actueel"}) == "");
  CHECK(variant(closed_2025, {"--standing", "actueel"}) == R"({"standing":["actueel"]})");
  CHECK(variant("", {"--standing", "prognose"}) == R"({"standing":["prognose"]})");
}

TEST_CASE("standings of a year stand beside each other, with how far the last is from the one before it") {
  const Run csv = run(plan_with(closed_2025), {"table", "--standing", "primitief,actueel,realisatie", "--years", "2025",
                                               "--by", "post", "--format", "csv"});
  CHECK(csv.out ==
        "nr,naam,kant,primitief,actueel,realisatie,verschil,voordeel,procent\r\n"
        "a,Lijn a,baten,50.00,70.00,90.00,20.00,V,128.6\r\n"
        "a,Lijn a,lasten,100.00,100.00,117.50,17.50,N,117.5\r\n"
        "a,Lijn a,saldo,-50.00,-30.00,-27.50,2.50,V,\r\n"
        "a,Lijn a,eindsaldo,950.00,970.00,972.50,2.50,V,\r\n"
        "1,Nummer 1,baten,50.00,70.00,90.00,20.00,V,128.6\r\n"
        "1,Nummer 1,lasten,100.00,100.00,117.50,17.50,N,117.5\r\n"
        "1,Nummer 1,saldo,-50.00,-30.00,-27.50,2.50,V,\r\n"
        "1,Nummer 1,eindsaldo,950.00,970.00,972.50,2.50,V,\r\n"
        "1,Loon,lasten,100.00,100.00,112.50,12.50,N,112.5\r\n"
        "2,Subsidie,baten,50.00,70.00,90.00,20.00,V,128.6\r\n"
        "3,Claim,lasten,,,5.00,5.00,N,\r\n"
        "totaal,Totaal,baten,50.00,70.00,90.00,20.00,V,128.6\r\n"
        "totaal,Totaal,lasten,100.00,100.00,117.50,17.50,N,117.5\r\n"
        "totaal,Totaal,saldo,-50.00,-30.00,-27.50,2.50,V,\r\n"
        "totaal,Totaal,eindsaldo,950.00,970.00,972.50,2.50,V,\r\n");
  const Run text = run(plan_with(closed_2025 + halfway_2026),
                       {"table", "--standing", "actueel,prognose", "--years", "2026", "--format", "md"});
  CHECK(has(text.out, expected));
  CHECK(has(text.out, "Na wijziging"));
  const Run set = run(plan_with(closed_2025),
                      {"table", "--standing", "actueel,realisatie", "--years", "2025", "--set", "1/1/2026=5"});
  CHECK(has(set.out, with_booked + "\nNiet de begroting zoals die nu geldt, maar met --set 1/1/2026=5."));
}

TEST_CASE("a year that is not closed has no realisatie, which is told where it would stand") {
  const auto said = [](const std::string& year, const std::string& standing) {
    return has(run(plan_with(closed_2025), {"table", "--standing", standing, "--years", year}).out,
               "is niet afgesloten: onder Realisatie staat wat is begroot.");
  };
  CHECK(said("2026", "actueel,realisatie"));
  CHECK_FALSE(said("2025", "actueel,realisatie"));
  CHECK_FALSE(said("2026", "actueel,prognose"));
}

TEST_CASE("standings beside each other are of one year, each once") {
  const auto refused = [](const Words& more) { return run(plan_with(closed_2025), {"table"}, more).err; };
  CHECK(has(refused({"--standing", "actueel,realisatie"}), "for one year: write --years 2025"));
  CHECK(has(refused({"--standing", "actueel,actueel"}), "each standing is there once"));
  CHECK(has(refused({"--standing", "actueel,beide"}), "name the standings themselves"));
  CHECK(has(refused({"--standing", "actueel,realisate"}), "did you mean `realisatie`?"));
  CHECK(has(refused({"--standing", "actueel,"}), "`` is not one of"));
  CHECK(has(refused({"--standing", "actueel,realisatie", "--tidy"}), "--tidy shows one standing"));
}

TEST_CASE("risk never draws what was booked, and tells nothing of what is expected") {
  const std::string unsure = head() + line("a") + project("1", "budget = 1_000") +
                             post(costs("2025 = 100, 2026 = 100") + "kans = 0.5\n", "Loon");
  const auto spread = [&](const std::string& records) {
    const auto rows =
        read_csv(run(unsure + records, {"risk", "--runs", "1000", "--table", "spreiding", "--format", "csv"}).out);
    std::string text;
    for (const auto& row : rows)
      for (const std::string& cell : row) text += cell + " ";
    return text;
  };
  const std::string open = spread(""), closed = spread(record("2025", "\"voorlopig\"", booked("nr = 1\nlasten = 80")));
  CHECK_FALSE(has(open, "920.00 920.00"));
  CHECK(has(closed, "920.00 920.00 920.00"));
  CHECK(has(run(unsure, {"risk", "--standing", "prognose"}).err, "--standing prognose"));
}

namespace {

Run diff(const std::string& oud, const std::string& nieuw, const Words& more) {
  const TempPlan before({{"plan.toml", oud}}), after({{"plan.toml", nieuw}});
  Words command{"diff", before.path(), after.path(), "--format", "csv"};
  command.insert(command.end(), more.begin(), more.end());
  return run_saldo(command);
}

Words sentences(const std::string& oud, const std::string& nieuw, const Words& more = {}) {
  Words arguments{"--table", "wijzigingen"};
  arguments.insert(arguments.end(), more.begin(), more.end());
  const auto rows = read_csv(diff(oud, nieuw, arguments).out);
  Words found;
  for (std::size_t i = 1; i < rows.size(); ++i) found.push_back(rows[i].at(3));
  return found;
}

}  // namespace

TEST_CASE("diff tells that a year was closed, and what a record says otherwise") {
  CHECK(sentences(plan_with(""), plan_with(closed_2025)) ==
        Words{"Plan: afsluiting 2025: het jaar open → afgesloten (voorlopig)", "Loon: lasten 2025 100 → 112,50 geboekt",
              "Subsidie: baten 2025 70 → 90 geboekt", "Claim: post is nieuw", "Verschil"});
  std::string adopted = closed_2025;
  adopted.replace(adopted.find("\"voorlopig\""), 11, "\"vastgesteld\"\nbesluit = \"raad\"\ndatum = 2026-06-18");
  adopted.replace(adopted.find("90"), 2, "91");
  CHECK(sentences(plan_with(closed_2025), plan_with(adopted)) ==
        Words{"Plan: afsluiting 2025: stand voorlopig → vastgesteld, datum leeg → 2026-06-18, besluit gewijzigd",
              "Subsidie: baten 2025 90 geboekt → 91 geboekt", "Verschil"});
  CHECK(sentences(plan_with(closed_2025), plan_with(adopted), {"--standing", "actueel"}).empty());
  CHECK(sentences(plan_with(closed_2025), plan_with(closed_2025)).empty());
}

TEST_CASE("a next plan that does not begin with what the old one was closed with is told") {
  const auto breaks = [](const std::string& budget) {
    return diff(plan_with(closed_2025), plan_with("", budget, 2026), {"--table", "opening_vorig"}).out;
  };
  CHECK(breaks("972.50") == "nr,naam,eindsaldo,opening,verschil\r\n");
  CHECK(breaks("970") == "nr,naam,eindsaldo,opening,verschil\r\n1,Nummer 1,972.50,970.00,-2.50\r\n");
  const Run none = diff(plan_with(""), plan_with("", "970", 2026), {"--table", "opening_vorig"});
  CHECK(none.code == 2);
  CHECK(has(none.err, "does not go on from a year that"));
}
