// Values that mean what they seem to mean.
#include "report/check/explanations.h"
#include "report/check/grounds.h"

namespace saldo {

namespace {

constexpr Explanation rows[] = {
    {Rule::verkeerd_type,
     {"A value of another kind than its key takes: a text where a number belongs, a list where a table belongs.",
      "Een waarde van een andere soort dan de sleutel vraagt: een tekst waar een getal hoort, een lijst waar een tabel "
      "hoort."},
     {"What is not sure is not guessed: a guess can be wrong without anyone seeing it.",
      "Wat niet zeker is, wordt niet geraden: een gok kan fout zijn zonder dat iemand het ziet."},
     ground::reading,
     R"(lasten = { 2025 = 12_000 }
structureel = "ja"
)",
     R"(lasten = { 2025 = 12_000 }
structureel = true
)"},
    {Rule::verkeerde_waarde,
     {"A value of the right kind that its key does not allow: a rounding unit of 0, a word that is not one of the "
      "choices.",
      "Een waarde van de goede soort die de sleutel niet toelaat: een afronding op 0, een woord dat niet bij de keuzes "
      "hoort."},
     {"There is no amount it could lead to, or more than one.",
      "Er is geen bedrag dat eruit kan volgen, of meer dan één."},
     ground::practice,
     R"(lasten = { 2025 = 12_000 }
afronding = 0
)",
     R"(lasten = { 2025 = 12_000 }
afronding = 100
)"},
    {Rule::naam_teken,
     {"A name holds a control character or a mark that nobody sees, such as a zero-width space (in the example written "
      "as an "
      "escape). It often comes along with a copy from a document or web page.",
      "Een naam bevat een stuurteken of een teken dat niemand ziet, zoals een spatie zonder breedte (in het voorbeeld "
      "als code "
      "geschreven). Het komt vaak mee met kopiëren uit een document of webpagina."},
     {"Two names that look the same would be different to every program, or a line would read in another order than it "
      "is.",
      "Twee namen die er gelijk uitzien zijn dan voor elk programma verschillend, of een regel leest in een andere "
      "volgorde."},
     ground::practice,
     R"([[project.post]]
naam = "Advies\u200B"
lasten = { 2025 = 12_000 }
)",
     R"([[project.post]]
naam = "Advies"
lasten = { 2025 = 12_000 }
)"},
    {Rule::bedrag,
     {"Not an exact amount in euros. A number has no decimals or two; 12.000 with a point is twelve in TOML, and "
      "twelve "
      "thousand to a Dutch reader. Within quotes an amount is Dutch: \"12.000\", \"1.234,56\", \"PM\".",
      "Geen exact bedrag in euro's. Een getal heeft geen of twee decimalen; 12.000 met een punt is in TOML twaalf, en "
      "voor een "
      "Nederlandse lezer twaalfduizend. Tussen aanhalingstekens is een bedrag Nederlands: \"12.000\", \"1.234,56\", "
      "\"PM\"."},
     {"A factor thousand is the most expensive typing error there is.",
      "Een factor duizend is de duurste tikfout die er is."},
     ground::insight,
     R"(lasten = { 2025 = 12.000 }
)",
     R"(lasten = { 2025 = 12_000 }
)"},
    {Rule::jaar,
     {"A year is written as four digits, and a plan covers at most 100 of them, the first before the last.",
      "Een jaar bestaat uit vier cijfers, en een plan beslaat er hooguit 100, het eerste vóór het laatste."},
     {"Budget years are calendar years; `25` could as well be an amount.",
      "Begrotingsjaren zijn kalenderjaren; `25` kan net zo goed een bedrag zijn."},
     ground::year,
     R"(lasten = { 25 = 12_000 }
)",
     R"(lasten = { 2025 = 12_000 }
)"},
    {Rule::jaar_buiten_plan,
     {"An amount stands under a year that the plan does not cover.",
      "Een bedrag staat onder een jaar dat niet in het plan zit."},
     {"It would be in no total. Either the year is mistyped, or eerste_jaar or laatste_jaar of the plan is.",
      "Het zou in geen enkel totaal zitten. Of het jaar is verkeerd getikt, of eerste_jaar of laatste_jaar van het "
      "plan."},
     ground::year,
     R"(lasten = { 2028 = 12_000 }
)",
     R"(lasten = { 2027 = 12_000 }
)"},
};

}  // namespace

std::span<const Explanation> explain_values() { return rows; }

}  // namespace saldo
