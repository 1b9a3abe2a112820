// What the checks on amounts, PM, names and empties find in the published budget: this, and nothing else.
#include <algorithm>

#include "support/catch.h"
#include "support/support.h"

using namespace saldo;

namespace {

using Lines = std::vector<std::string>;

// The findings of these rules.
Lines found(const std::vector<Rule>& rules) {
  const LoadedPlan loaded = load_plan(achterhoek());
  Findings findings = check_all(loaded);
  std::erase_if(findings, [&](const Diagnostic& finding) {
    return std::find(rules.begin(), rules.end(), finding.rule) == rules.end();
  });
  return tell(loaded, findings);
}

}  // namespace

TEST_CASE("the real plan: typed amounts that their own rule does not give") {
  CHECK(found({Rule::index_afwijking, Rule::percentage_afwijking}) ==
        Lines{"projecten/3.18.toml:29:35: lasten 2026 of post 2 of 3.18 are 169.000, but from 160.000 in 2025 the "
              "index `loon` gives 168.200: a difference of 800 [index-afwijking]"});
  CHECK(found({Rule::onderbouwing_afwijking}) ==
        Lines{"projecten/3.7-pilot.toml:40:81: line `Adviseur` of the onderbouwing of post 4 of 3.7-pilot is "
              "65.518,50, but "
              "its factors come to 65.545,22: a difference of -26,72 [onderbouwing-afwijking]",
              "projecten/3.7-pilot.toml:46:84: line `Projectcoördinator` of the onderbouwing of post 5 of 3.7-pilot is "
              "26.106,84, but its factors come to 26.109,60: a difference of -2,76 [onderbouwing-afwijking]",
              "projecten/3.7-pilot.toml:53:68: line `Adm. ondersteuner` of the onderbouwing of post 6 of 3.7-pilot is "
              "21.272,24, but its factors come to 21.270,40: a difference of 1,84 [onderbouwing-afwijking]",
              "projecten/3.7-pilot.toml:54:62: line `Controller` of the onderbouwing of post 6 of 3.7-pilot is "
              "4.793,51, but its factors come to 4.793,20: a difference of 0,31 [onderbouwing-afwijking]",
              "projecten/3.12-zeg.toml:40:18: baten 2025 of post 5 of 3.12-zeg are 123.666, but the lines of its "
              "onderbouwing add up to 123.666,67: a difference of -0,67 [onderbouwing-afwijking]",
              "projecten/3.19.toml:16:18: baten 2025 of post 1 of 3.19 are 910.129, but the lines of its onderbouwing "
              "add up to 951.711: a difference of -41.582 [onderbouwing-afwijking]",
              "projecten/3.19.toml:30:18: baten 2025 of post 3 of 3.19 are 247.500, but the lines of its onderbouwing "
              "add up to 247.489: a difference of 11 [onderbouwing-afwijking]",
              "projecten/3.19.toml:40:19: lasten 2025 of post 4 of 3.19 are 1.334.500, but the lines of its "
              "onderbouwing add up to 1.334.200: a difference of 300 [onderbouwing-afwijking]",
              "projecten/3.19.toml:49:106: line `Communicatie inzet (fte, schaal 10 of schaal 8 à 91.000)` of the "
              "onderbouwing of post 4 of 3.19 is 98.500, but its factors come to 106.000: a difference of -7.500 "
              "[onderbouwing-afwijking]"});
}

TEST_CASE("the real plan: sums that part, and rounding that is a tenth of the growth or more") {
  CHECK(
      found({Rule::som_afwijking, Rule::afronding_groei}) ==
      Lines{"projecten/3.16-actieplan.toml:21:9: lasten 2026 of post 2 of 3.16-actieplan grow by 3.570 with the index "
            "`loon`, but by 4.000 once rounded to 1.000: a difference of 430 [afronding-groei]",
            "projecten/3.17.toml:56:33: baten 2026 of post 6 + 7 of 3.17 are 82.903, but the lasten of post 1 + 2 are "
            "82.791: 112 apart, while in 2025 both are 78.880 [som-afwijking]",
            "projecten/3.17.toml:62:33: baten 2026 of post 8 of 3.17 are 62.951, but the lasten of post 3 + 4 + 5 are "
            "63.063: 112 apart, while in 2025 both are 60.680 [som-afwijking]",
            "projecten/3.18.toml:77:9: lasten 2026 of post 7 of 3.18 grow by 115 with the index `prijs`, but by 200 "
            "once rounded to 100: a difference of 85 [afronding-groei]",
            "projecten/3.18.toml:111:9: lasten 2026 of post 11 of 3.18 grow by 115 with the index `prijs`, but by 200 "
            "once rounded to 100: a difference of 85 [afronding-groei]"});
}

TEST_CASE("the real plan: PM of which the other project knows nothing, and money that stands still") {
  CHECK(found({Rule::overdracht_pm, Rule::saldo_onaangeroerd}) ==
        Lines{"projecten/3.6.toml:15:19: PM leaves 3.6 for 3.18 in 2025, but 3.18 awaits nothing then [overdracht-pm]",
              "projecten/3.14.toml:10:10: 317.050 of 3.14 stands untouched until 31 december 2028: its posts are PM "
              "[saldo-onaangeroerd]",
              "projecten/3.18.toml:85:34: PM leaves 3.18 for 3.4 in 2026-2028, but 3.4 awaits nothing then "
              "[overdracht-pm]"});
}

TEST_CASE(
    "the real plan: 522.252 against 522.282 is the only amount that looks mistyped, and no overdracht is missing") {
  CHECK(found({Rule::verdacht_getal, Rule::verdacht_dubbel}) ==
        Lines{"projecten/3.20.toml:58:34: baten 2027 of post 9 of 3.20 are 522.252, but the lasten of post 10 are "
              "522.282: 30 "
              "apart, while in 2025 both are 313.369 [verdacht-getal]"});
}

TEST_CASE("the real plan: what it leaves open") {
  CHECK(
      found({Rule::pm_open}) ==
      Lines{
          "projecten/3.1.toml:19:18: the baten and lasten of post 2 of 3.1 are PM in 2025: Aanpak activeren onbenut "
          "arbeidspotentieel [pm-open]",
          "projecten/3.1.toml:25:18: the baten and lasten of post 3 of 3.1 are PM in 2025: Hernieuwde werkgeversaanpak "
          "(digitale) basisvaardigheden [pm-open]",
          "projecten/3.3.toml:14:18: the baten and lasten of post 1 of 3.3 are PM in 2025: Vervolgacties op basis van "
          "ervaringen VUM pilot [pm-open]",
          "projecten/3.3.toml:20:18: the baten and lasten of post 2 of 3.3 are PM in 2025: Voorbereiding op "
          "uitfasering UWV "
          "portaal / WBS [pm-open]",
          "projecten/3.4.toml:53:18: the baten and lasten of post 7 of 3.4 are PM in 2025-2027: Uitvoeringsagenda "
          "leven lang "
          "ontwikkelen [pm-open]",
          "projecten/3.5.toml:15:18: the baten and lasten of post 1 of 3.5 are PM in 2025: Bedrijfsvoeringskosten "
          "[pm-open]",
          "projecten/3.5.toml:21:18: the baten and lasten of post 2 of 3.5 are PM in 2025: Verrekening na "
          "verantwoording "
          "over 2024 [pm-open]",
          "projecten/3.6.toml:15:19: the lasten of post 1 of 3.6 are PM in 2025: Eventueel restant van 2024 naar het "
          "regionaal investeringsbudget [pm-open]",
          "projecten/3.14.toml:15:18: the baten and lasten of post 1 of 3.14 are PM in 2025: Mogelijke continuering "
          "decentralisatieuitkering Tel mee met taal [pm-open]",
          "projecten/3.14.toml:21:18: the baten and lasten of post 2 of 3.14 are PM in 2025: Actualisatie en "
          "uitvoering "
          "regionale aanpak basisvaardigheden [pm-open]",
          "projecten/3.18.toml:85:34: the lasten of post 8 of 3.18 are PM in 2026-2028: Ontwikkelen programmatische "
          "aanpak "
          "leven lang ontwikkelen [pm-open]",
          "projecten/3.18.toml:162:18: the baten and lasten of post 17 of 3.18 are PM in 2026-2028: Impulsbudget "
          "arbeidsmarktregio Achterhoek [pm-open]"});
  CHECK(found({Rule::post_leeg, Rule::programmalijn_leeg, Rule::index_ongebruikt}) ==
        Lines{"projecten/3.11.toml:18:1: post 2 of 3.11 has no amounts: Thema 2 Matchen naar werk [post-leeg]",
              "projecten/3.20.toml:69:1: post 11 of 3.20 has no amounts: ESF+ sectoren periode 2024-2025: afrekening "
              "[post-leeg]"});
}

TEST_CASE("the real plan: every name is one thing's, and nothing is set aside in vain") {
  CHECK(found({Rule::naam_dubbel, Rule::naam_lijkt, Rule::negeer_ongebruikt}) == Lines{});
}
