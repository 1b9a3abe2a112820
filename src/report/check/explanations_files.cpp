// Files that can be read, and the one [plan] in them.
#include "report/check/explanations.h"
#include "report/check/grounds.h"

namespace saldo {

namespace {

constexpr Explanation rows[] = {
    {Rule::bestand,
     {"A plan is a folder with *.toml files, or one such file. This one is not there, cannot be opened, is too large "
      "(16 MiB a "
      "file, 1 GiB a plan), or the folder holds no *.toml file at all.",
      "Een plan is een map met *.toml-bestanden, of één zo'n bestand. Dit is er niet, kan niet worden geopend, is te "
      "groot "
      "(16 MiB per bestand, 1 GiB per plan), of in de map staat geen enkel *.toml-bestand."},
     {"Totals without the file would look right and be too low, so nothing is computed.",
      "Totalen zonder dit bestand zien er goed uit en zijn te laag. Daarom wordt er niets berekend."},
     ground::reading,
     R"(# begroting.txt
[plan]
naam = "Voorbeeld"
eerste_jaar = 2025
laatste_jaar = 2027
)",
     R"(# begroting.toml
[plan]
naam = "Voorbeeld"
eerste_jaar = 2025
laatste_jaar = 2027
)"},
    {Rule::utf8,
     {"The file is not UTF-8 text. In the example \\xE9 stands for the single byte that an older Windows program "
      "writes for é.",
      "Het bestand is geen UTF-8-tekst. In het voorbeeld staat \\xE9 voor de ene byte die een ouder Windows-programma "
      "schrijft "
      "voor é."},
     {"TOML is UTF-8. Guessing at another encoding would change names, and with them what belongs together.",
      "TOML is UTF-8. Een andere codering raden zou namen veranderen, en daarmee wat bij elkaar hoort."},
     ground::reading,
     R"([plan]
naam = "Caf\xE9 de Arbeid"
eerste_jaar = 2025
laatste_jaar = 2027
)",
     R"([plan]
naam = "Café de Arbeid"
eerste_jaar = 2025
laatste_jaar = 2027
)"},
    {Rule::te_diep,
     {"Tables are nested in each other, or a key has dots, more than 16 deep; or programmalijnen stand under each "
      "other that deep.",
      "Tabellen staan meer dan 16 diep in elkaar of een sleutel heeft meer dan 16 delen; of programmalijnen staan zo "
      "diep onder "
      "elkaar."},
     {"No budget is that deep; a file that is, is a mistake or was made to bring a program down.",
      "Zo diep is geen begroting; een bestand dat het wel is, is een vergissing of bedoeld om een programma te laten "
      "vastlopen."},
     ground::practice,
     R"(a.b.c.d.e.f.g.h.i.j.k.l.m.n.o.p.q = 12_000
)",
     R"(lasten = { 2025 = 12_000 }
)"},
    {Rule::toml_syntax,
     {"The file is not TOML: a quote or bracket is not closed, a key stands there twice, or a line is no `key = "
      "value`.",
      "Het bestand is geen TOML: een aanhalingsteken of haak is niet gesloten, een sleutel staat er dubbel, of een "
      "regel is geen "
      "`sleutel = waarde`."},
     {"From such a place on, nobody can say what the rest of the file means.",
      "Vanaf zo'n plek kan niemand zeggen wat de rest van het bestand betekent."},
     ground::reading,
     R"(lasten = { 2025 = 12_000
)",
     R"(lasten = { 2025 = 12_000 }
)"},
    {Rule::geen_plan,
     {"None of the files holds [plan], which says what the plan is called and which years it covers.",
      "Geen van de bestanden heeft [plan], waarin staat hoe het plan heet en welke jaren het beslaat."},
     {"Without its years a budget has no columns.", "Zonder jaren heeft een begroting geen kolommen."},
     ground::year,
     R"(# projecten.toml
[[programmalijn]]
id = "arbeid"
naam = "Arbeid"

[[project]]
nr = "1"
naam = "Werkplein"
programmalijn = "arbeid"
)",
     R"(# plan.toml
[plan]
naam = "Voorbeeld"
eerste_jaar = 2025
laatste_jaar = 2027

# projecten.toml
[[programmalijn]]
id = "arbeid"
naam = "Arbeid"

[[project]]
nr = "1"
naam = "Werkplein"
programmalijn = "arbeid"
)"},
    {Rule::dubbel_plan,
     {"Two files each hold a [plan]. All *.toml files of a folder are one plan together.",
      "Twee bestanden hebben elk een [plan]. Alle *.toml-bestanden in een map vormen samen één plan."},
     {"Usually an older copy of the budget is still in the folder, and everything would count twice.",
      "Meestal staat er nog een oudere kopie van de begroting in de map, en zou alles dubbel tellen."},
     ground::once,
     R"(# begroting.toml
[plan]
naam = "Voorbeeld"
eerste_jaar = 2025
laatste_jaar = 2027

# kopie.toml
[plan]
naam = "Voorbeeld, oud"
eerste_jaar = 2024
laatste_jaar = 2026
)",
     R"(# begroting.toml
[plan]
naam = "Voorbeeld"
eerste_jaar = 2025
laatste_jaar = 2027
)"},
    {Rule::nog_niet,
     {"The table belongs to the format, but this version of saldo cannot compute with it yet.",
      "De tabel hoort bij het formaat, maar deze versie van saldo kan er nog niet mee rekenen."},
     {"Leaving it aside in silence would show figures in which a closed year is missing.",
      "Haar stilzwijgend overslaan zou cijfers geven waarin een afgesloten jaar ontbreekt."},
     ground::authority,
     R"([[afsluiting]]
jaar = 2025
)",
     R"(lasten = { 2025 = 12_000 }  # volgens de jaarrekening
)"},
    {Rule::onbekende_sleutel,
     {"The format has no such key in this table: mostly a typing error, which the help line then corrects.",
      "Het formaat kent deze sleutel hier niet: meestal een tikfout, die de hulpregel dan verbetert."},
     {"An amount under a misspelt key would count for nothing, and nobody would be told.",
      "Een bedrag onder een verkeerd gespelde sleutel zou niet meetellen, zonder dat iemand het merkt."},
     ground::reading,
     R"(laste = { 2025 = 12_000 }
)",
     R"(lasten = { 2025 = 12_000 }
)"},
    {Rule::ontbrekende_sleutel,
     {"Something that a table cannot do without is not there: the name of a post, the years of a plan, the other half "
      "of a rule.",
      "Iets waar een tabel niet zonder kan, ontbreekt: de naam van een post, de jaren van een plan, de andere helft "
      "van een regel."},
     {"Whoever reads the budget must be able to see what an amount is for and what it is worked out from.",
      "Wie de begroting leest, moet kunnen zien waar een bedrag voor is en waaruit het volgt."},
     ground::grounds,
     R"([[project.post]]
lasten = { 2025 = 12_000 }
)",
     R"([[project.post]]
naam = "Advies"
lasten = { 2025 = 12_000 }
)"},
};

}  // namespace

std::span<const Explanation> explain_files() { return rows; }

}  // namespace saldo
