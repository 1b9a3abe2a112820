// The goals of the five documents in data/ are those that were counted by hand: how many, every target with a number, and the
// money they were linked to.
#include <algorithm>
#include <map>
#include <set>
#include <sstream>

#include "support/catch.h"
#include "support/support.h"

using namespace saldo;

namespace {

using Lines = std::vector<std::string>;

// By the number they were given when saldo was asked for.
const std::map<std::string, std::string> documents = {{"000", "apeldoorn-2026"},
                                                      {"001", "apeldoorn-2024"},
                                                      {"002", "apeldoorn-2019"},
                                                      {"003", "achterhoek-2025-2028"},
                                                      {"004", "almelo-2019"}};

LoadedPlan document(const std::string& number) {
  return load_actueel(SALDO_SOURCE_DIR "/data/" + documents.at(number));
}

std::string sign_of(StreefSoort soort) {
  const char* signs[] = {"≥", "≤", ">", "<", "=", "≈", "↑", "↓", "+", "-"};
  return signs[static_cast<std::size_t>(soort)];
}

std::string asked(const Streef& streef) {
  const bool is_share = streef.maat.is_percentage() && !streef.is_relatief;
  std::string number = streef.is_relatief ? to_percentage(streef.waarde->getal) : to_dutch(streef.waarde->getal, 0, 6);
  if (is_share) number += "%";
  if (streef.per) number += " per " + std::string(to_text(*streef.per));
  return streef.nulmeting && !streef.nulmeting->groep.empty() ? "vs groep, " + number
                                                              : sign_of(streef.soort) + " " + number;
}

std::string due(const Streef& streef) {
  const std::optional<Date> day = streef.last_day();
  if (!day) return "?";
  const std::string year = std::to_string(day->year);
  return streef.jaar_afgeleid ? "(" + year + ")" : year;
}

std::string base_of(const Streef& streef) {
  if (!streef.nulmeting) return "–";
  const Nulmeting& base = *streef.nulmeting;
  if (!base.groep.empty()) return base.groep;
  const std::string value = base.waarde ? to_dutch(base.waarde->getal, 0, 6) : "?";
  return std::to_string(base.moment->jaar.value) + ": " + (base.afgeleid ? "(" + value + ")" : value);
}

// The node by its number, where the document has numbers of its own for all of them.
std::string node_of(const std::string& number, const Doel& doel) { return number < "003" ? doel.nr : doel.id; }

Lines targets_of(const std::string& number) {
  Lines lines;
  for (const Doel& doel : document(number).plan.doelen)
    for (const Streef& streef : doel.streven)
      if (streef.is_number())
        lines.push_back(number + " " + node_of(number, doel) + " | " + asked(streef) + " | " + due(streef) + " | " +
                        base_of(streef));
  return lines;
}

// Read in the documents by hand, before there was a format for it: node, target, year and base. ≥ at least, ≤ at most, > <
// strictly, ≈ about, ↑ ↓ to a level, + by a change; (year): not on the line of the target; ?: not said; (80): worked out.
const std::string by_hand = R"(000 1.3.1 | ≥ 250 | 2026 | –
000 1.3.1 | ≥ 50% | ? | –
000 1.3.1 | ≈ 500 | ? | –
000 1.3.2 | ≥ 5 | 2026 | –
000 1.4.1 | + 10% | 2026 | 2024: ?
000 1.4.3 | ≥ 5 | 2026 | –
000 2.1.2 | ≥ 90 | 2026 | 2025: (80)
000 2.2.2 | ≥ 80% | (2026) | –
000 2.3.1 | ≥ 55% | (2026) | –
000 2.3.1 | = 55% | (2026) | –
001 2.1.1 | = 80% | 2026 | –
001 2.1.2 | = 90% | 2026 | –
001 2.2.1 | = 20.000 | ? | –
001 2.2.2 | = 60% | (2024) | –
001 2.2.2 | ≤ 2 | ? | –
001 2.3.1 | ≥ 95% | 2024 | –
001 2.3.1 | > 95% | 2026 | –
001 2.3.1 | < 3 | 2026 | –
001 2.3.3 | ≥ 3 | 2026 | –
001 2.5.1 | + 25% | 2026 | 2022: ?
002 1.3.4 | = 1.995 | 2019 | 2012: ?
002 1.3.4 | = 853 | ? | –
002 1.3.5 | = 125 | (2019) | –
002 1.3.5 | = 100 | (2019) | –
003 3.2/9 | = 200 | 2024 | –
003 3.2/9 | ↑ 250 | 2025 | 2024: 190
003 3.2/14 | ≥ 1 | 2025 | –
003 3.2/14 | = 1 | 2025 | –
003 3.7/vouchers | = 1.200 | (2026) | –
003 3.7-pilot | ≈ 40 | (2025) | –
003 3.7/uitgifte | = 600 | (2026) | –
003 3.7/14 | = 2 per maand | (2025) | –
003 3.7/15 | ≥ 10 | (2026) | –
003 3.10/7/bedrijven | = 10 | (2025) | –
003 3.10/7/werknemers | = 35 | (2025) | –
003 3.11/lijn4/lifecoaching | = 40 | (2025) | –
003 3.11/lijn4/zeg | = 200 per jaar | (2025) | –
003 3.11/lijn6/1 | = 1 | (2025) | –
003 3.12/jongeren | ≥ 120 | 2025 | –
003 3.12/11 | = 2 | 2025 | –
003 3.13/7 | ≈ 15 | 2025 | –
003 3.13/10 | ≈ 100 | 2025 | –
003 3.15/inwoners | ≥ 600 | (2025) | –
003 3.16-pilot/fase1 | = 5 | 2025 | –
003 3.16-pilot/fase2 | = 30 | (2026) | –
003 3.17/4 | ≥ 2 per jaar | (2025) | –
003 3.17/4 | = 1 | (2025) | –
003 3.17/5 | = 10 | (2025) | –
003 3.17/6 | = 35 | (2025) | –
003 3.18/4 | = 14 | ? | –
004 visie | = 44.000 | 2022 | –
004 visie | ↓ 2.200 | 2022 | –
004 I.1/1 | vs groep, 1,22% | 2022 | andere gemeenten
004 I.1/2 | ↓ 2.200 | 2022 | –
004 I.3/1 | ↓ 20 | 2022 | –
004 I.4/1 | ↑ 70% | 2022 | –
004 II.1/1 | + 4.000 | 2022 | 2016: (40.000)
004 II.1/2 | ↑ 7 | 2022 | –)";

}  // namespace

TEST_CASE("the goals of a document are as many as were counted by hand") {
  const std::map<std::string, std::pair<std::size_t, std::size_t>> counted = {
      {"000", {34, 10}}, {"001", {18, 10}}, {"002", {8, 4}}, {"003", {244, 26}}, {"004", {18, 8}}};
  for (const auto& [number, count] : counted) {
    INFO(number);
    const LoadedPlan loaded = document(number);
    CHECK(hindrances(loaded).empty());
    CHECK(loaded.plan.doelen.size() == count.first);
    CHECK(targets_of(number).size() == count.second);
  }
}

TEST_CASE("every target with a number is that of its document") {
  Lines expected, targets;
  std::istringstream in(by_hand);
  for (std::string line; std::getline(in, line);) expected.push_back(line);
  for (const auto& [number, name] : documents)
    for (const std::string& line : targets_of(number)) targets.push_back(line);
  CHECK(expected.size() == 58);
  std::sort(expected.begin(), expected.end());
  std::sort(targets.begin(), targets.end());
  CHECK(targets == expected);
}

TEST_CASE("the levels of each document are there") {
  const auto soorten = [](const std::string& number) {
    std::map<std::string, int> all;
    for (const Doel& doel : document(number).plan.doelen) ++all[std::string(to_text(doel.soort))];
    return all;
  };
  using Soorten = std::map<std::string, int>;
  CHECK(soorten("000") == Soorten{{"hoofddoel", 2}, {"doelstelling", 8}, {"prestatie", 24}});
  CHECK(soorten("001") == Soorten{{"hoofddoel", 1}, {"doelstelling", 5}, {"prestatie", 12}});
  CHECK(soorten("002") == Soorten{{"programma", 1}, {"doelstelling", 1}, {"prestatie", 5}, {"ontwikkeling", 1}});
  CHECK(soorten("003").at("project") == 22);
  CHECK(soorten("004").at("indicator") == 7);
}

TEST_CASE("the goals of the real plan name 59 of its posts, and what says so") {
  const Plan plan = document("003").plan;
  std::map<std::string, int> grounds;
  std::set<std::pair<std::string, std::uint32_t>> posts;
  Lines projects;
  int links = 0;
  for (const Doel& doel : plan.doelen)
    for (const Geld& money : doel.geld) {
      if (!money.project) continue;
      if (!money.position) {
        projects.push_back(doel.id + ": " + money.project->name);
        continue;
      }
      ++links;
      posts.insert({money.project->name, *money.position});
      ++grounds[std::string(to_text(*money.grond))];
    }
  CHECK(links == 82);
  CHECK(posts.size() == 59);
  CHECK(grounds == std::map<std::string, int>{{"naam", 53}, {"toelichting", 19}, {"afgeleid", 10}});
  CHECK(projects == Lines{"C/programma: 3.4"});
}

TEST_CASE("a result is what the document says of it, and what it claims is apart") {
  const Plan plan = document("002").plan;
  Lines results;
  for (const Doel& doel : plan.doelen)
    for (const Resultaat& result : doel.resultaten)
      results.push_back(doel.id + (result.waarde ? " " + to_dutch(result.waarde->getal, 0, 2) : "") +
                        (result.beweerd ? " beweerd " + std::string(to_text(*result.beweerd)) : "") +
                        (result.vergeleken ? " vergeleken " + std::string(to_text(*result.vergeleken)) : ""));
  CHECK(results == Lines{"kansen-arbeidsmarkt beweerd gehaald", "netwerken beweerd gehaald",
                         "baanafspraken beweerd gehaald vergeleken onbekend",
                         "eigen-organisatie 125 vergeleken gehaald", "eigen-organisatie 51 vergeleken deels"});
}
