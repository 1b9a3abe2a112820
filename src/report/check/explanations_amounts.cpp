// Amounts that follow from others, and the printed totals they are held against.
#include "report/check/explanations.h"
#include "report/check/grounds.h"

namespace saldo {

namespace {

constexpr Explanation rows[] = {
    {Rule::sluitpost_dubbel,
     {"Two posts of one project are both the sluitpost of a year: the post that takes what is left.",
      "Twee posten van één project zijn allebei sluitpost van een jaar: de post die neemt wat overblijft."},
     {"What is left can go to one of them; how it is divided is a decision, not a sum.",
      "Wat overblijft kan naar één van beide; hoe het wordt verdeeld is een besluit, geen som."},
     ground::practice,
     R"([[project.post]]
naam = "Scholing"
lasten = { 2025 = "sluitpost" }

[[project.post]]
naam = "Advies"
lasten = { 2025 = "sluitpost" }
)",
     R"([[project.post]]
naam = "Scholing"
lasten = { 2025 = "sluitpost" }

[[project.post]]
naam = "Advies"
lasten = { 2025 = 12_000 }
)"},
    {Rule::restant,
     {"A project sends its restant to the investeringsbudget, and something for it is missing: the plan names no "
      "investeringsbudget, or the project does not say when it ends.",
      "Een project stuurt zijn restant naar het investeringsbudget, en daarvoor ontbreekt iets: het plan noemt geen "
      "investeringsbudget, of het project zegt niet wanneer het eindigt."},
     {"What is left over is money of the region: it must be clear where it goes and in which year.",
      "Wat overblijft is geld van de regio: het moet duidelijk zijn waar het heen gaat en in welk jaar."},
     ground::authority,
     R"([[project]]
nr = "1"
naam = "Werkplein"
programmalijn = "arbeid"
budget = 900_000
einde = 2026
restant = "investeringsbudget"
)",
     R"([[project]]
nr = "1"
naam = "Werkplein"
programmalijn = "arbeid"
budget = 900_000
einde = 2026
restant = "meenemen"
)"},
    {Rule::restant_dubbel,
     {"With `restant = \"investeringsbudget\"` the restant goes there by itself, and a post for the same money is "
      "typed as well.",
      "Met `restant = \"investeringsbudget\"` gaat het restant vanzelf daarheen, en toch staat er ook een post voor "
      "hetzelfde geld."},
     {"The money would leave the project twice.", "Het geld zou het project twee keer verlaten."},
     ground::once,
     R"([plan]
naam = "Voorbeeld"
eerste_jaar = 2025
laatste_jaar = 2027
investeringsbudget = "9"

[[programmalijn]]
id = "arbeid"
naam = "Arbeid"

[[project]]
nr = "1"
naam = "Werkplein"
programmalijn = "arbeid"
budget = 900_000
einde = 2026
restant = "investeringsbudget"
dubbeling_met = ["9"]

[[project.post]]
naam = "Restant"
lasten = { 2026 = "sluitpost" }
naar = "9"

[[project]]
nr = "9"
naam = "Investeringsbudget"
programmalijn = "arbeid"
dubbeling_met = ["1"]
)",
     R"([plan]
naam = "Voorbeeld"
eerste_jaar = 2025
laatste_jaar = 2027
investeringsbudget = "9"

[[programmalijn]]
id = "arbeid"
naam = "Arbeid"

[[project]]
nr = "1"
naam = "Werkplein"
programmalijn = "arbeid"
budget = 900_000
einde = 2026
restant = "investeringsbudget"
dubbeling_met = ["9"]

[[project]]
nr = "9"
naam = "Investeringsbudget"
programmalijn = "arbeid"
dubbeling_met = ["1"]
)"},
    {Rule::kring,
     {"Amounts that each wait for the other: two percentages of each other, a sluitpost and a spiegel that meet, "
      "programmalijnen "
      "under each other. The notes of the finding go round the circle.",
      "Bedragen die op elkaar wachten: twee percentages van elkaar, een sluitpost en een spiegel die elkaar treffen, "
      "programmalijnen onder elkaar. De opmerkingen bij de bevinding gaan de kring rond."},
     {"A sum that needs its own answer has none, or more than one; a spreadsheet then shows whatever came out last.",
      "Een som die haar eigen uitkomst nodig heeft, heeft er geen of meer dan één; een rekenblad toont dan wat er het "
      "laatst uitkwam."},
     ground::grounds,
     R"([[project.post]]
nr = 1
naam = "Advies"
lasten = { percentage = 50.0, over = 2 }

[[project.post]]
nr = 2
naam = "Onvoorzien"
lasten = { percentage = 5.0, over = 1 }
)",
     R"([[project.post]]
nr = 1
naam = "Advies"
lasten = { 2025 = 12_000 }

[[project.post]]
nr = 2
naam = "Onvoorzien"
lasten = { percentage = 5.0, over = 1 }
)"},
    {Rule::overloop,
     {"An amount or a balance beyond ±90.000.000.000.000.000,00 euro, or one that needs more than 38 digits to be "
      "worked out exactly.",
      "Een bedrag of saldo buiten ±90.000.000.000.000.000,00 euro, of een bedrag dat meer dan 38 cijfers nodig heeft "
      "om het exact te "
      "berekenen."},
     {"Up to there every amount is exact to the cent; beyond it saldo says so instead of showing a wrong one.",
      "Tot daar is elk bedrag exact tot op de cent; daarbuiten zegt saldo dat, in plaats van een verkeerd bedrag te "
      "tonen."},
     ground::practice,
     R"([[project.post]]
naam = "Advies"
lasten = { 2025 = 60_000_000_000_000_000 }

[[project.post]]
naam = "Huur"
lasten = { 2025 = 50_000_000_000_000_000 }
)",
     R"([[project.post]]
naam = "Advies"
lasten = { 2025 = 60_000 }

[[project.post]]
naam = "Huur"
lasten = { 2025 = 50_000 }
)"},
    {Rule::controle,
     {"A total that was printed in an adopted document is not what the plan adds up to. The finding shows both and the "
      "difference. "
      "Rounding is allowed for with `eenheid` (what the document rounds to) and `tolerantie`.",
      "Een totaal dat in een vastgesteld stuk staat, is niet wat het plan optelt. De bevinding toont beide en het "
      "verschil. Afronding "
      "wordt opgevangen met `eenheid` (waarop het stuk afrondt) en `tolerantie`."},
     {"The council decided on the printed figure. If the details say something else, one of the two is not the budget.",
      "De raad heeft over het gedrukte cijfer besloten. Zeggen de onderdelen iets anders, dan is een van beide niet de "
      "begroting."},
     ground::authority,
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
)",
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
)"},
};

}  // namespace

std::span<const Explanation> explain_amounts() { return rows; }

}  // namespace saldo
