// What was typed by hand and does not look right, is not there yet, or is used nowhere.
#include "report/check/explanations.h"
#include "report/check/grounds.h"

namespace saldo {

namespace {

constexpr Explanation rows[] = {
    {Rule::index_afwijking,
     {"A year is written out, and its amount is not what the index and rounding of the post make of the year before. "
      "The finding "
      "says what was expected.",
      "Een jaar is uitgeschreven, en het bedrag is niet wat de index en de afronding van de post van het jaar ervoor "
      "maken. De "
      "bevinding noemt het verwachte bedrag."},
     {"Either the index was changed and this amount was forgotten, or there is a reason that belongs in the notes.",
      "Of de index is gewijzigd en dit bedrag is vergeten, of er is een reden die in de toelichting hoort."},
     ground::grounds,
     R"(lasten = { 2025 = 10_000, 2026 = 11_000 }
index = "loon"

[index]
loon = 5.0
)",
     R"(lasten = { 2025 = 10_000, 2026 = 10_500 }
index = "loon"

[index]
loon = 5.0
)"},
    {Rule::percentage_afwijking,
     {"A post is a percentage of others, and the amount written for a year is another.",
      "Een post is een percentage van andere, en het bedrag dat voor een jaar is opgeschreven is een ander."},
     {"The other posts were changed and this one did not follow: `onvoorzien` of 5% is then no longer 5%.",
      "De andere posten zijn gewijzigd en deze is niet meegegaan: `onvoorzien 5%` is dan geen 5% meer."},
     ground::grounds,
     R"([[project.post]]
nr = 1
naam = "Advies"
lasten = { 2025 = 12_000 }

[[project.post]]
nr = 2
naam = "Onvoorzien"
lasten = { percentage = 5.0, over = 1, 2025 = 700 }
)",
     R"([[project.post]]
nr = 1
naam = "Advies"
lasten = { 2025 = 12_000 }

[[project.post]]
nr = 2
naam = "Onvoorzien"
lasten = { percentage = 5.0, over = 1, 2025 = 600 }
)"},
    {Rule::onderbouwing_afwijking,
     {"A post has an onderbouwing (rate × hours × weeks), and the amount written for a year is not what it comes to.",
      "Een post heeft een onderbouwing (tarief × uren × weken), en het bedrag dat voor een jaar is opgeschreven is "
      "niet de uitkomst."},
     {"The sum that was shown to the council then does not lead to the amount it decided on.",
      "De som die de raad is getoond, leidt dan niet tot het bedrag waarover is besloten."},
     ground::grounds,
     R"(lasten = { 2025 = 3_300 }
onderbouwing = [ { naam = "Adviseur", factoren = [40, 80] } ]
)",
     R"(lasten = { 2025 = "onderbouwing" }
onderbouwing = [ { naam = "Adviseur", factoren = [40, 80] } ]
)"},
    {Rule::pm_open,
     {"A post stands at PM: it is known that there will be an amount, and not yet which. It counts as nothing and is "
      "shown as PM.",
      "Een post staat op PM: dat er een bedrag komt is bekend, welk nog niet. Hij telt niet mee en wordt als PM "
      "getoond."},
     {"The totals leave it out. Whoever decides on them must know how many such posts there are, and in which years.",
      "De totalen laten haar weg. Wie daarover besluit, moet weten hoeveel van zulke posten er zijn, en in welke "
      "jaren."},
     ground::insight,
     R"(lasten = { 2025 = "PM" }
)",
     R"(lasten = { 2025 = 12_000 }
)"},
    {Rule::verdacht_dubbel,
     {"The lasten of one project are, to the euro, the baten of another, and no overdracht is declared between them.",
      "De lasten van het ene project zijn tot op de euro de baten van het andere, en er is geen overdracht "
      "aangegeven."},
     {"If it is the same money, both totals are too high by it. If it is not, a [[negeer]] with the reason keeps the "
      "next reader "
      "from asking again.",
      "Is het hetzelfde geld, dan zijn beide totalen zoveel te hoog. Is het dat niet, dan voorkomt een [[negeer]] met "
      "de reden dat "
      "de volgende lezer het weer vraagt."},
     ground::practice,
     R"([[project]]
nr = "1"
naam = "Werkplein"
programmalijn = "arbeid"
budget = 900_000

[[project.post]]
naam = "Bijdrage scholing"
lasten = { 2025 = 402_217 }

[[project]]
nr = "2"
naam = "Scholing"
programmalijn = "arbeid"

[[project.post]]
naam = "Bijdrage werkplein"
baten = { 2025 = 402_217 }
)",
     R"([[project]]
nr = "1"
naam = "Werkplein"
programmalijn = "arbeid"
budget = 900_000
dubbeling_met = ["2"]

[[project.post]]
naam = "Bijdrage scholing"
lasten = { 2025 = 402_217 }
naar = "2"

[[project]]
nr = "2"
naam = "Scholing"
programmalijn = "arbeid"
dubbeling_met = ["1"]

[[project.post]]
naam = "Bijdrage werkplein"
baten = { 2025 = 402_217 }
van = "1"
)"},
    {Rule::verdacht_getal,
     {"An amount is ten, a hundred or a thousand times that of the years beside it, or a tenth of it and so on; or "
      "baten or lasten "
      "are negative.",
      "Een bedrag is tien, honderd of duizend keer dat van de jaren ernaast, of een tiende ervan enzovoort; of baten "
      "of lasten zijn "
      "negatief."},
     {"A digit too many passes a reader by and changes every total it is in.",
      "Een cijfer te veel valt een lezer niet op en verandert elk totaal waar het in zit."},
     ground::practice,
     R"(lasten = { 2025 = 12_000, 2026 = 120_000, 2027 = 12_000 }
)",
     R"(lasten = { 2025 = 12_000, 2026 = 12_500, 2027 = 13_000 }
)"},
    {Rule::index_ongebruikt,
     {"An index stands under [index], and no post or blend uses it.",
      "Een index staat onder [index], en geen post of mengsel gebruikt hem."},
     {"The plan names an assumption that changes nothing; perhaps a post was meant to follow it.",
      "Het plan noemt een uitgangspunt dat niets verandert; misschien had een post hem moeten volgen."},
     ground::grounds,
     R"(lasten = { 2025 = 12_000 }

[index]
loon = 5.1
)",
     R"(lasten = { 2025 = 12_000 }
index = "loon"

[index]
loon = 5.1
)"},
    {Rule::programmalijn_leeg,
     {"No project belongs to this programmalijn, nor to a line under it.",
      "Bij deze programmalijn hoort geen project, en ook niet bij een lijn eronder."},
     {"The budget names a purpose without money; or the projects carry the name of another line.",
      "De begroting noemt een doel zonder geld; of de projecten dragen de naam van een andere lijn."},
     ground::practice,
     R"([[project]]
nr = "1"
naam = "Werkplein"
programmalijn = "arbeid"

[[programmalijn]]
id = "scholing"
naam = "Leren en ontwikkelen"
)",
     R"([[project]]
nr = "1"
naam = "Werkplein"
programmalijn = "arbeid"

[[programmalijn]]
id = "scholing"
naam = "Leren en ontwikkelen"

[[project]]
nr = "2"
naam = "Vakscholing"
programmalijn = "scholing"
)"},
    {Rule::post_leeg,
     {"A post has a name and no amount in any year. If the amount is not known yet, write \"PM\".",
      "Een post heeft een naam en in geen enkel jaar een bedrag. Is het bedrag nog niet bekend, schrijf dan \"PM\"."},
     {"Nothing and not known yet are different answers to the council.",
      "Niets en nog niet bekend zijn voor de raad verschillende antwoorden."},
     ground::insight,
     R"([[project.post]]
naam = "Advies"
)",
     R"([[project.post]]
naam = "Advies"
lasten = { 2025 = 12_000 }
)"},
    {Rule::naam_dubbel,
     {"Two projects, two programmalijnen or two posts of one project have the same name.",
      "Twee projecten, twee programmalijnen of twee posten van één project hebben dezelfde naam."},
     {"In a table without numbers nobody can tell them apart; often one of them is a copy that was to be changed.",
      "In een tabel zonder nummers kan niemand ze uit elkaar houden; vaak is een van beide een kopie die nog moest "
      "worden aangepast."},
     ground::practice,
     R"([[project]]
nr = "1"
naam = "Scholing"
programmalijn = "arbeid"

[[project]]
nr = "2"
naam = "Scholing"
programmalijn = "arbeid"
)",
     R"([[project]]
nr = "1"
naam = "Scholing"
programmalijn = "arbeid"

[[project]]
nr = "2"
naam = "Werkplein"
programmalijn = "arbeid"
)"},
    {Rule::naam_lijkt,
     {"Two names differ only in capitals or accents.", "Twee namen verschillen alleen in hoofdletters of accenten."},
     {"It is probably one thing that was typed twice; sorting and searching keep them apart.",
      "Waarschijnlijk is het één ding dat twee keer is getikt; sorteren en zoeken houden ze uit elkaar."},
     ground::practice,
     R"([[project]]
nr = "1"
naam = "Leercafé"
programmalijn = "arbeid"

[[project]]
nr = "2"
naam = "LeerCafe"
programmalijn = "arbeid"
)",
     R"([[project]]
nr = "1"
naam = "Leercafé"
programmalijn = "arbeid"

[[project]]
nr = "2"
naam = "Werkplein"
programmalijn = "arbeid"
)"},
    {Rule::negeer_ongebruikt,
     {"A [[negeer]] matches no finding any more.", "Een [[negeer]] treft geen bevinding meer."},
     {"What it excused is solved, or is now somewhere else. Left in the plan it would hide the next mistake there.",
      "Wat zij verontschuldigde is opgelost, of staat nu ergens anders. Blijft zij staan, dan verbergt zij daar de "
      "volgende fout."},
     ground::practice,
     R"([[project]]
nr = "1"
naam = "Werkplein"
programmalijn = "arbeid"
budget = 900_000

[project.controle]
bron = "tabel 4"
lasten = { 2025 = 12_000 }

[[project.post]]
naam = "Advies"
lasten = { 2025 = 12_000 }

[[negeer]]
regel = "controle"
project = "1"
reden = "tabel 4 is van vóór de wijziging van maart"
)",
     R"([[project]]
nr = "1"
naam = "Werkplein"
programmalijn = "arbeid"
budget = 900_000

[project.controle]
bron = "tabel 4"
lasten = { 2025 = 11_000 }

[[project.post]]
naam = "Advies"
lasten = { 2025 = 12_000 }

[[negeer]]
regel = "controle"
project = "1"
reden = "tabel 4 is van vóór de wijziging van maart"
)"},
};

}  // namespace

std::span<const Explanation> explain_typing() { return rows; }

}  // namespace saldo
