// Money between projects, and what is therefore counted twice.
#include "report/check/explanations.h"
#include "report/check/grounds.h"

namespace saldo {

namespace {

constexpr std::string_view both_sides = R"([[project]]
nr = "1"
naam = "Werkplein"
programmalijn = "arbeid"
budget = 900_000
dubbeling_met = ["2"]

[[project.post]]
naam = "Bijdrage scholing"
lasten = { 2025 = 12_000 }
naar = "2"

[[project]]
nr = "2"
naam = "Scholing"
programmalijn = "arbeid"
dubbeling_met = ["1"]

[[project.post]]
naam = "Bijdrage werkplein"
baten = { 2025 = 12_000 }
van = "1"
)";

constexpr Explanation rows[] = {
    {Rule::overdracht_geen_ontvangst,
     {"A post sends money `naar` a project, and that project has no post that receives it.",
      "Een post stuurt geld `naar` een project, en dat project heeft geen post die het ontvangt."},
     {"The money leaves the one and is never the other's to spend: the plan as a whole shows less than there is.",
      "Het geld verlaat het ene project en het andere kan het nooit besteden: het plan als geheel toont minder dan er "
      "is."},
     ground::insight,
     R"([[project]]
nr = "1"
naam = "Werkplein"
programmalijn = "arbeid"
budget = 900_000
dubbeling_met = ["2"]

[[project.post]]
naam = "Bijdrage scholing"
lasten = { 2025 = 12_000 }
naar = "2"

[[project]]
nr = "2"
naam = "Scholing"
programmalijn = "arbeid"
dubbeling_met = ["1"]
)",
     both_sides},
    {Rule::overdracht_geen_verzending,
     {"A post receives money `van` a project, and that project has no post that sends it.",
      "Een post ontvangt geld `van` een project, en dat project heeft geen post die het stuurt."},
     {"The one counts on money that the other still has, and perhaps spends itself.",
      "Het ene rekent op geld dat het andere nog heeft, en misschien zelf uitgeeft."},
     ground::insight,
     R"([[project]]
nr = "1"
naam = "Werkplein"
programmalijn = "arbeid"
budget = 900_000
dubbeling_met = ["2"]

[[project]]
nr = "2"
naam = "Scholing"
programmalijn = "arbeid"
dubbeling_met = ["1"]

[[project.post]]
naam = "Bijdrage werkplein"
baten = { 2025 = 12_000 }
van = "1"
)",
     both_sides},
    {Rule::overdracht_verschil,
     {"Both projects have the overdracht, but one sends another amount than the other receives.",
      "Beide projecten kennen de overdracht, maar het ene stuurt een ander bedrag dan het andere ontvangt."},
     {"The difference is nowhere, or there twice. Mostly one side was changed and the other was not.",
      "Het verschil is nergens, of is er dubbel. Meestal is één kant aangepast en de andere niet."},
     ground::insight,
     R"([[project]]
nr = "1"
naam = "Werkplein"
programmalijn = "arbeid"
budget = 900_000
dubbeling_met = ["2"]

[[project.post]]
naam = "Bijdrage scholing"
lasten = { 2025 = 12_000 }
naar = "2"

[[project]]
nr = "2"
naam = "Scholing"
programmalijn = "arbeid"
dubbeling_met = ["1"]

[[project.post]]
naam = "Bijdrage werkplein"
baten = { 2025 = 11_500 }
van = "1"
)",
     both_sides},
    {Rule::overdracht_jaar,
     {"What is sent in one year is received in another. If that is meant, `vertraging = 1` on the receiving post says "
      "so.",
      "Wat in het ene jaar wordt gestuurd, wordt in een ander jaar ontvangen. Is dat bedoeld, dan zegt `vertraging = "
      "1` bij de "
      "ontvangende post dat."},
     {"At 31 december in between the money is in nobody's balance.",
      "Op 31 december daartussen staat het geld bij niemand in het saldo."},
     ground::accrual,
     R"([[project]]
nr = "1"
naam = "Werkplein"
programmalijn = "arbeid"
budget = 900_000
dubbeling_met = ["2"]

[[project.post]]
naam = "Bijdrage scholing"
lasten = { 2025 = 12_000 }
naar = "2"

[[project]]
nr = "2"
naam = "Scholing"
programmalijn = "arbeid"
dubbeling_met = ["1"]

[[project.post]]
naam = "Bijdrage werkplein"
baten = { 2026 = 12_000 }
van = "1"
)",
     R"([[project]]
nr = "1"
naam = "Werkplein"
programmalijn = "arbeid"
budget = 900_000
dubbeling_met = ["2"]

[[project.post]]
naam = "Bijdrage scholing"
lasten = { 2025 = 12_000 }
naar = "2"

[[project]]
nr = "2"
naam = "Scholing"
programmalijn = "arbeid"
dubbeling_met = ["1"]

[[project.post]]
naam = "Bijdrage werkplein"
baten = { 2026 = 12_000 }
van = "1"
vertraging = 1
)"},
    {Rule::overdracht_einde,
     {"Money goes to a project in a year after its `einde`.",
      "Er gaat geld naar een project in een jaar na zijn `einde`."},
     {"Nobody is there any more to spend it or to account for it.",
      "Er is niemand meer die het besteedt of verantwoordt."},
     ground::authority,
     R"([[project]]
nr = "1"
naam = "Werkplein"
programmalijn = "arbeid"
budget = 900_000
dubbeling_met = ["2"]

[[project.post]]
naam = "Bijdrage scholing"
lasten = { 2026 = 12_000 }
naar = "2"

[[project]]
nr = "2"
naam = "Scholing"
programmalijn = "arbeid"
einde = 2025
restant = "meenemen"
dubbeling_met = ["1"]

[[project.post]]
naam = "Bijdrage werkplein"
baten = { 2026 = 12_000 }
van = "1"
)",
     R"([[project]]
nr = "1"
naam = "Werkplein"
programmalijn = "arbeid"
budget = 900_000
dubbeling_met = ["2"]

[[project.post]]
naam = "Bijdrage scholing"
lasten = { 2026 = 12_000 }
naar = "2"

[[project]]
nr = "2"
naam = "Scholing"
programmalijn = "arbeid"
einde = 2026
restant = "meenemen"
dubbeling_met = ["1"]

[[project.post]]
naam = "Bijdrage werkplein"
baten = { 2026 = 12_000 }
van = "1"
)"},
    {Rule::dubbeling_geen_geld,
     {"Two projects say that they count money twice (`dubbeling_met`), and no overdracht goes from one to the other.",
      "Twee projecten zeggen dat zij geld dubbel tellen (`dubbeling_met`), en er gaat geen overdracht van het ene naar "
      "het andere."},
     {"The relation is there without an amount, so what is counted twice cannot be taken out of the totals.",
      "De relatie is er zonder bedrag, zodat de dubbeling niet uit de totalen kan worden gehaald."},
     ground::practice,
     R"([[project]]
nr = "1"
naam = "Werkplein"
programmalijn = "arbeid"
budget = 900_000
dubbeling_met = ["2"]

[[project]]
nr = "2"
naam = "Scholing"
programmalijn = "arbeid"
dubbeling_met = ["1"]
)",
     both_sides},
    {Rule::dubbeling_niet_aangegeven,
     {"An overdracht goes between two projects that do not name each other in `dubbeling_met`.",
      "Er gaat een overdracht tussen twee projecten die elkaar niet noemen in `dubbeling_met`."},
     {"The table of dubbelingen in the budget then misses a relation that the amounts do have.",
      "In de tabel met dubbelingen ontbreekt dan een relatie die er volgens de bedragen wel is."},
     ground::practice,
     R"([[project]]
nr = "1"
naam = "Werkplein"
programmalijn = "arbeid"
budget = 900_000

[[project.post]]
naam = "Bijdrage scholing"
lasten = { 2025 = 12_000 }
naar = "2"

[[project]]
nr = "2"
naam = "Scholing"
programmalijn = "arbeid"

[[project.post]]
naam = "Bijdrage werkplein"
baten = { 2025 = 12_000 }
van = "1"
)",
     both_sides},
    {Rule::dubbeling_niet_wederzijds,
     {"One project names the other in `dubbeling_met`, and the other does not name the one.",
      "Het ene project noemt het andere in `dubbeling_met`, en het andere noemt het ene niet."},
     {"Whoever reads only the page of the second project does not see that the money was counted before.",
      "Wie alleen de bladzijde van het tweede project leest, ziet niet dat het geld al eerder is geteld."},
     ground::practice,
     R"([[project]]
nr = "1"
naam = "Werkplein"
programmalijn = "arbeid"
budget = 900_000
dubbeling_met = ["2"]

[[project.post]]
naam = "Bijdrage scholing"
lasten = { 2025 = 12_000 }
naar = "2"

[[project]]
nr = "2"
naam = "Scholing"
programmalijn = "arbeid"

[[project.post]]
naam = "Bijdrage werkplein"
baten = { 2025 = 12_000 }
van = "1"
)",
     both_sides},
};

}  // namespace

std::span<const Explanation> explain_overdrachten() { return rows; }

}  // namespace saldo
