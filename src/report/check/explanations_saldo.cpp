// Balances at 31 december, and baten that cover the lasten.
#include "report/check/explanations.h"
#include "report/check/grounds.h"

namespace saldo {

namespace {

constexpr Explanation rows[] = {
    {Rule::saldo_ondergrens,
     {"A project, a programmalijn or the investeringsbudget ends a year below zero, or below its `ondergrens`. Less "
      "than half a "
      "euro is no finding.",
      "Een project, een programmalijn of het investeringsbudget sluit een jaar af onder nul, of onder zijn "
      "`ondergrens`. Minder "
      "dan een halve euro is geen bevinding."},
     {"What is not there cannot be spent: somebody must finance it in advance, and must know that they do.",
      "Wat er niet is kan niet worden uitgegeven: iemand moet het voorschieten, en moet dat weten."},
     ground::balance,
     R"([[project]]
nr = "1"
naam = "Werkplein"
programmalijn = "arbeid"
budget = 10_000

[[project.post]]
naam = "Advies"
lasten = { 2025 = 12_000 }
)",
     R"([[project]]
nr = "1"
naam = "Werkplein"
programmalijn = "arbeid"
budget = 12_000

[[project.post]]
naam = "Advies"
lasten = { 2025 = 12_000 }
)"},
    {Rule::saldo_na_einde,
     {"A project ends and money is left, and nothing says what happens with it: `restant` is \"meenemen\", "
      "\"investeringsbudget\" or "
      "\"terugbetalen\".",
      "Een project eindigt en er is geld over, en nergens staat wat daarmee gebeurt: `restant` is \"meenemen\", "
      "\"investeringsbudget\" of \"terugbetalen\"."},
     {"Left-over subsidie often has to be paid back, and left-over money of the region is for its board to give a "
      "purpose.",
      "Overgebleven subsidie moet vaak terug, en over een restant van de regio beslist het bestuur."},
     ground::subsidy,
     R"([[project]]
nr = "1"
naam = "Werkplein"
programmalijn = "arbeid"
budget = 900_000
einde = 2026

[[project.post]]
naam = "Advies"
lasten = { 2025 = 12_000 }
)",
     R"([[project]]
nr = "1"
naam = "Werkplein"
programmalijn = "arbeid"
budget = 900_000
einde = 2026
restant = "meenemen"

[[project.post]]
naam = "Advies"
lasten = { 2025 = 12_000 }
)"},
    {Rule::saldo_beweging_na_einde,
     {"A project has baten or lasten in a year after its `einde`.",
      "Een project heeft baten of lasten in een jaar na zijn `einde`."},
     {"Either it lasts longer than was decided, or the amount belongs to an earlier year.",
      "Of het duurt langer dan besloten, of het bedrag hoort in een eerder jaar."},
     ground::accrual,
     R"([[project]]
nr = "1"
naam = "Werkplein"
programmalijn = "arbeid"
budget = 900_000
einde = 2026
restant = "meenemen"

[[project.post]]
naam = "Advies"
lasten = { 2027 = 12_000 }
)",
     R"([[project]]
nr = "1"
naam = "Werkplein"
programmalijn = "arbeid"
budget = 900_000
einde = 2026
restant = "meenemen"

[[project.post]]
naam = "Advies"
lasten = { 2026 = 12_000 }
)"},
    {Rule::saldo_opening,
     {"The opening printed for a year is not the closing balance printed for the year before it.",
      "De beginstand die voor een jaar is gedrukt, is niet de eindstand die voor het jaar ervoor is gedrukt."},
     {"Money does not change over New Year's Eve: one of the two tables was made later than the other.",
      "Met oud en nieuw verandert er geen geld: een van beide tabellen is later gemaakt dan de andere."},
     ground::insight,
     R"([[project]]
nr = "1"
naam = "Werkplein"
programmalijn = "arbeid"
budget = 900_000

[project.controle]
bron = "tabel 4"
eindsaldo = { 2025 = 888_000 }
opening = { 2026 = 880_000 }

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
eindsaldo = { 2025 = 888_000 }
opening = { 2026 = 888_000 }

[[project.post]]
naam = "Advies"
lasten = { 2025 = 12_000 }
)"},
    {Rule::evenwicht_structureel,
     {"In a year the posts with `structureel = true` have more lasten than baten. Asked for with `evenwicht = "
      "\"structureel\"` "
      "under [plan].",
      "In een jaar hebben de posten met `structureel = true` meer lasten dan baten. Wordt gevraagd met "
      "`evenwicht = \"structureel\"` onder [plan]."},
     {"Lasten that come back every year cannot be paid from money that comes once. It is the test that the province "
      "applies.",
      "Lasten die elk jaar terugkomen kunnen niet worden betaald uit geld dat één keer komt. Dit is de toets van de "
      "provincie."},
     ground::balance,
     R"([plan]
naam = "Voorbeeld"
eerste_jaar = 2025
laatste_jaar = 2025
evenwicht = "structureel"

[[programmalijn]]
id = "arbeid"
naam = "Arbeid"

[[project]]
nr = "1"
naam = "Werkplein"
programmalijn = "arbeid"

[[project.post]]
naam = "Bijdragen gemeenten"
baten = { 2025 = 40_000 }
structureel = true

[[project.post]]
naam = "Subsidie"
baten = { 2025 = 9_000 }

[[project.post]]
naam = "Formatie"
lasten = { 2025 = 45_000 }
structureel = true
)",
     R"([plan]
naam = "Voorbeeld"
eerste_jaar = 2025
laatste_jaar = 2025
evenwicht = "structureel"

[[programmalijn]]
id = "arbeid"
naam = "Arbeid"

[[project]]
nr = "1"
naam = "Werkplein"
programmalijn = "arbeid"

[[project.post]]
naam = "Bijdragen gemeenten"
baten = { 2025 = 46_000 }
structureel = true

[[project.post]]
naam = "Subsidie"
baten = { 2025 = 9_000 }

[[project.post]]
naam = "Formatie"
lasten = { 2025 = 45_000 }
structureel = true
)"},
    {Rule::evenwicht_sluitend,
     {"In a year the plan has more lasten than baten. Asked for with `evenwicht = \"sluitend\"` under [plan].",
      "In een jaar heeft het plan meer lasten dan baten. Wordt gevraagd met `evenwicht = \"sluitend\"` onder [plan]."},
     {"The year lives on what was left of the years before; that ends.",
      "Het jaar teert in op wat eerdere jaren overlieten; dat houdt op."},
     ground::balance,
     R"([plan]
naam = "Voorbeeld"
eerste_jaar = 2025
laatste_jaar = 2025
evenwicht = "sluitend"

[[programmalijn]]
id = "arbeid"
naam = "Arbeid"

[[project]]
nr = "1"
naam = "Werkplein"
programmalijn = "arbeid"
budget = 900_000

[[project.post]]
naam = "Bijdragen gemeenten"
baten = { 2025 = 40_000 }

[[project.post]]
naam = "Formatie"
lasten = { 2025 = 45_000 }
)",
     R"([plan]
naam = "Voorbeeld"
eerste_jaar = 2025
laatste_jaar = 2025
evenwicht = "sluitend"

[[programmalijn]]
id = "arbeid"
naam = "Arbeid"

[[project]]
nr = "1"
naam = "Werkplein"
programmalijn = "arbeid"
budget = 900_000

[[project.post]]
naam = "Bijdragen gemeenten"
baten = { 2025 = 46_000 }

[[project.post]]
naam = "Formatie"
lasten = { 2025 = 45_000 }
)"},
};

}  // namespace

std::span<const Explanation> explain_saldo() { return rows; }

}  // namespace saldo
