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
  CHECK(found({Rule::index_afwijking, Rule::percentage_afwijking, Rule::onderbouwing_afwijking}) ==
        Lines{"projecten/3.18.toml:27:35: lasten 2026 of post 2 of 3.18 are 169.000, but from 160.000 in 2025 the "
              "index `loon` "
              "gives 168.200: a difference of 800 [index-afwijking]",
              "projecten/3.18.toml:27:51: lasten 2027 of post 2 of 3.18 are 176.800, but from 169.000 in 2026 the "
              "index `loon` "
              "gives 177.600: a difference of -800 [index-afwijking]",
              "projecten/3.19.toml:34:19: lasten 2025 of post 4 of 3.19 are 1.334.500, but the lines of its "
              "onderbouwing add up "
              "to 1.334.200: a difference of 300 [onderbouwing-afwijking]"});
}

TEST_CASE(
    "the real plan: 522.252 against 522.282 is the only amount that looks mistyped, and no overdracht is missing") {
  CHECK(found({Rule::verdacht_getal, Rule::verdacht_dubbel}) ==
        Lines{"projecten/3.20.toml:57:34: baten 2027 of post 9 of 3.20 are 522.252, but the lasten of post 10 are "
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
          "projecten/3.4.toml:48:18: the baten and lasten of post 7 of 3.4 are PM in 2025-2027: Uitvoeringsagenda "
          "leven lang "
          "ontwikkelen [pm-open]",
          "projecten/3.5.toml:15:18: the baten and lasten of post 1 of 3.5 are PM in 2025: Bedrijfsvoeringskosten "
          "[pm-open]",
          "projecten/3.5.toml:21:18: the baten and lasten of post 2 of 3.5 are PM in 2025: Verrekening na "
          "verantwoording "
          "over 2024 [pm-open]",
          "projecten/3.14.toml:14:18: the baten and lasten of post 1 of 3.14 are PM in 2025: Mogelijke continuering "
          "decentralisatieuitkering Tel mee met taal [pm-open]",
          "projecten/3.14.toml:20:18: the baten and lasten of post 2 of 3.14 are PM in 2025: Actualisatie en "
          "uitvoering "
          "regionale aanpak basisvaardigheden [pm-open]",
          "projecten/3.18.toml:76:34: the lasten of post 8 of 3.18 are PM in 2026-2028: Ontwikkelen programmatische "
          "aanpak "
          "leven lang ontwikkelen [pm-open]",
          "projecten/3.18.toml:141:18: the baten and lasten of post 17 of 3.18 are PM in 2026-2028: Impulsbudget "
          "arbeidsmarktregio Achterhoek [pm-open]"});
  CHECK(found({Rule::post_leeg, Rule::programmalijn_leeg, Rule::index_ongebruikt}) ==
        Lines{"projecten/3.11.toml:18:1: post 2 of 3.11 has no amounts: Thema 2 Matchen naar werk [post-leeg]",
              "projecten/3.20.toml:68:1: post 11 of 3.20 has no amounts: ESF+ sectoren periode 2024-2025: afrekening "
              "[post-leeg]"});
}

TEST_CASE("the real plan: every name is one thing's, and nothing is set aside in vain") {
  CHECK(found({Rule::naam_dubbel, Rule::naam_lijkt, Rule::negeer_ongebruikt}) == Lines{});
}
