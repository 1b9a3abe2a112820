// Changes of a plan: begrotingswijzigingen, scenarios and --set.
#include "report/check/explanations.h"
#include "report/check/grounds.h"

namespace saldo {

namespace {

constexpr Explanation rows[] = {
    {Rule::wijziging_raakt_niets,
     {"A change that has nothing to change: the year it names has no written amount, or all amounts there are PM or "
      "derived from others.",
      "Een wijziging die niets te wijzigen heeft: het jaar dat ze noemt heeft geen opgeschreven bedrag, of alle "
      "bedragen zijn PM of volgen uit andere."},
     {"The decision would be in the file and in no figure. What is derived follows by itself from what it is derived "
      "from: change that, or write the amount of the year.",
      "Het besluit zou in het bestand staan en in geen enkel cijfer. Wat is afgeleid, volgt vanzelf uit waar het van "
      "is "
      "afgeleid: wijzig dat, of schrijf het bedrag van het jaar op."},
     ground::authority,
     R"([[project.post]]
naam = "Advies"
lasten = { 2025 = 12_000 }

[[begrotingswijziging]]
nr = 1
datum = 2025-06-30
wijziging = [{ project = "1", post = "Advies", plus = { 2026 = 5_000 } }]
)",
     R"([[project.post]]
naam = "Advies"
lasten = { 2025 = 12_000 }

[[begrotingswijziging]]
nr = 1
datum = 2025-06-30
wijziging = [{ project = "1", post = "Advies", plus = { 2025 = 5_000 } }]
)"},
    {Rule::wijziging_raakt_meer,
     {"A change that fits more than one thing: the project has two posts of that name, or the post has baten and "
      "lasten "
      "and only one can be meant.",
      "Een wijziging die op meer dan één ding past: het project heeft twee posten met die naam, of de post heeft baten "
      "én lasten en er kan er maar één bedoeld zijn."},
     {"Changing both would count the decision twice; choosing one would be a guess.",
      "Allebei wijzigen telt het besluit dubbel; er een kiezen is een gok."},
     ground::practice,
     R"([[project.post]]
naam = "Advies"
baten = { 2025 = 12_000 }
lasten = { 2025 = 12_000 }

[[begrotingswijziging]]
nr = 1
datum = 2025-06-30
wijziging = [{ project = "1", post = 1, kasschuif = { van = 2025, naar = 2026, bedrag = 5_000 } }]
)",
     R"([[project.post]]
naam = "Advies"
baten = { 2025 = 12_000 }
lasten = { 2025 = 12_000 }

[[begrotingswijziging]]
nr = 1
datum = 2025-06-30
wijziging = [{ project = "1", post = 1, kasschuif = { van = 2025, naar = 2026, bedrag = 5_000 }, kant = "lasten" }]
)"},
    {Rule::wijziging_tegenstrijdig,
     {"Two changes of one begrotingswijziging, or of the scenarios that are named together, contradict each other: "
      "they "
      "make one thing two different things, or one drops what the other changes. A later begrotingswijziging may "
      "change "
      "what an earlier one decided, and --set wins over all.",
      "Twee wijzigingen van één begrotingswijziging, of van scenario's die samen zijn genoemd, spreken elkaar tegen: "
      "ze "
      "maken van één ding twee verschillende dingen, of de een laat vervallen wat de ander wijzigt. Een latere "
      "begrotingswijziging mag wijzigen wat een eerdere besloot, en --set gaat boven alles."},
     {"Which of the two counts would depend on which file happens to be named first.",
      "Welke van de twee geldt, zou afhangen van welk bestand toevallig het eerst wordt genoemd."},
     ground::authority,
     R"(lasten = { 2025 = 12_000 }

[[begrotingswijziging]]
nr = 1
datum = 2025-06-30
wijziging = [
  { project = "1", post = 1, lasten = { 2025 = 15_000 } },
  { project = "1", post = 1, lasten = { 2025 = 18_000 } },
]
)",
     R"(lasten = { 2025 = 12_000 }

[[begrotingswijziging]]
nr = 1
datum = 2025-06-30
wijziging = [
  { project = "1", post = 1, lasten = { 2025 = 15_000 } },
  { project = "1", post = 1, plus = 3_000 },
]
)"},
    {Rule::wijziging_verwijzing,
     {"A change drops a project that another project still pays or counts on, or that is the investeringsbudget.",
      "Een wijziging laat een project vervallen waar een ander project nog aan betaalt of op rekent, of dat het "
      "investeringsbudget is."},
     {"What happens with that money is a decision of its own: drop that post as well, or give it another project.",
      "Wat er met dat geld gebeurt, is een eigen besluit: laat die post ook vervallen, of geef hem een ander project."},
     ground::authority,
     R"([[project]]
nr = "1"
naam = "Werkplein"
programmalijn = "arbeid"
budget = 12_000
post = [{ naam = "Bijdrage", lasten = { 2025 = 12_000 }, naar = "2" }]
dubbeling_met = ["2"]

[[project]]
nr = "2"
naam = "Werkcentrum"
programmalijn = "arbeid"
post = [{ naam = "Bijdrage", baten = { 2025 = "spiegel" }, van = "1" }]
dubbeling_met = ["1"]

[[begrotingswijziging]]
nr = 1
datum = 2025-06-30
wijziging = [{ project = "2", vervalt = true }]
)",
     R"([[project]]
nr = "1"
naam = "Werkplein"
programmalijn = "arbeid"
budget = 12_000
post = [
  { naam = "Bijdrage", lasten = { 2025 = 12_000 }, naar = "2" },
  { naam = "Huur", lasten = { 2025 = 9_000 } },
]
dubbeling_met = ["2"]

[[project]]
nr = "2"
naam = "Werkcentrum"
programmalijn = "arbeid"
post = [{ naam = "Bijdrage", baten = { 2025 = "spiegel" }, van = "1" }]
dubbeling_met = ["1"]

[[begrotingswijziging]]
nr = 1
datum = 2025-06-30
wijziging = [{ project = "2", vervalt = true }, { project = "1", post = 1, vervalt = true }]
)"},
    {Rule::wijziging_horizon,
     {"A `schuif` moves an amount to a year that the plan does not cover. The figures are right without it, but the "
      "amount is in none of them.",
      "Een `schuif` brengt een bedrag naar een jaar dat niet in het plan zit. De cijfers kloppen zonder dat bedrag, "
      "maar "
      "het zit in geen enkel cijfer meer."},
     {"Money that is spent a year later seems saved when the plan ends before it.",
      "Geld dat een jaar later wordt uitgegeven lijkt bespaard als het plan eerder ophoudt."},
     ground::year,
     R"(lasten = { 2026 = 12_000, 2027 = 15_000 }

[[begrotingswijziging]]
nr = 1
datum = 2025-06-30
wijziging = [{ project = "1", schuif = 1 }]
)",
     R"(lasten = { 2025 = 12_000, 2026 = 15_000 }

[[begrotingswijziging]]
nr = 1
datum = 2025-06-30
wijziging = [{ project = "1", schuif = 1 }]
)"},
};

}  // namespace

std::span<const Explanation> explain_changes() { return rows; }

}  // namespace saldo
