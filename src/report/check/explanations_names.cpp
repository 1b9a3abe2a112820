// Numbers and names by which one part of a plan points at another.
#include "report/check/explanations.h"
#include "report/check/grounds.h"

namespace saldo {

namespace {

constexpr std::string_view overdracht = R"([[project]]
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
    {Rule::dubbel_nr,
     {"Two projects, two posts of one project, two programmalijnen or two indexes have the same number or name.",
      "Twee projecten, twee posten van één project, twee programmalijnen of twee indexen hebben hetzelfde nummer of "
      "dezelfde naam."},
     {"What refers to it could mean either. A copied block of which the number was not changed is the usual cause.",
      "Wie ernaar verwijst, kan beide bedoelen. De gewone oorzaak is een gekopieerd blok waarvan het nummer niet is "
      "aangepast."},
     ground::once,
     R"([[project.post]]
nr = 1
naam = "Advies"
lasten = { 2025 = 12_000 }

[[project.post]]
nr = 1
naam = "Huur"
lasten = { 2025 = 7_500 }
)",
     R"([[project.post]]
nr = 1
naam = "Advies"
lasten = { 2025 = 12_000 }

[[project.post]]
nr = 2
naam = "Huur"
lasten = { 2025 = 7_500 }
)"},
    {Rule::onbekende_programmalijn,
     {"A project or programmalijn says that it belongs to a programmalijn that is not there.",
      "Een project of programmalijn zegt bij een programmalijn te horen die er niet is."},
     {"The project would be in the total of the plan and in none of the lines, so that the table would not add up.",
      "Het project zou in het totaal van het plan zitten en in geen van de lijnen, zodat de tabel niet optelt."},
     ground::insight,
     R"([[project]]
nr = "1"
naam = "Werkplein"
programmalijn = "arbied"
)",
     R"([[project]]
nr = "1"
naam = "Werkplein"
programmalijn = "arbeid"
)"},
    {Rule::onbekend_project,
     {"A post sends money to, or receives it from, a project that is not there; or a dubbeling or the "
      "investeringsbudget names "
      "one that is not.",
      "Een post stuurt geld naar, of krijgt het van, een project dat er niet is; of een dubbeling of het "
      "investeringsbudget noemt "
      "zo'n project."},
     {"The other side of the money cannot be found, so it cannot be checked either.",
      "De andere kant van het geld is niet te vinden, en dus ook niet te controleren."},
     ground::practice,
     R"(lasten = { 2025 = 12_000 }
naar = "2"
)",
     overdracht},
    {Rule::onbekende_index,
     {"A post or a blend names an index that does not stand under [index].",
      "Een post of mengsel noemt een index die niet onder [index] staat."},
     {"Without its rate the later years cannot be worked out.",
      "Zonder het percentage zijn de latere jaren niet te berekenen."},
     ground::grounds,
     R"(lasten = { 2025 = 12_000 }
index = "lonen"

[index]
loon = 5.1
)",
     R"(lasten = { 2025 = 12_000 }
index = "loon"

[index]
loon = 5.1
)"},
    {Rule::onbekende_post,
     {"A percentage is taken over a post that the project does not have, or over a range that runs backwards.",
      "Een percentage gaat over een post die het project niet heeft, of over een reeks die achteruit loopt."},
     {"After a post is renumbered or dropped, a rule like `onvoorzien 5% of posts 2 to 11` must be looked at again.",
      "Na het hernummeren of schrappen van een post moet een regel als `onvoorzien 5% van posten 2 tot en met 11` "
      "opnieuw worden "
      "bekeken."},
     ground::grounds,
     R"([[project.post]]
nr = 1
naam = "Advies"
lasten = { 2025 = 12_000 }

[[project.post]]
nr = 2
naam = "Onvoorzien"
lasten = { percentage = 5.0, over = 7 }
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
    {Rule::index_jaar,
     {"A post follows an index that has no rate for one of the years it goes through.",
      "Een post volgt een index die voor een van de jaren geen percentage heeft."},
     {"No rate is not a rate of nothing: the estimate for that year is missing, not unchanged.",
      "Geen percentage is geen nul procent: de raming voor dat jaar ontbreekt, zij is niet gelijk gebleven."},
     ground::grounds,
     R"(lasten = { 2025 = 12_000 }
index = "loon"

[index]
loon = { 2026 = 5.1 }
)",
     R"(lasten = { 2025 = 12_000 }
index = "loon"

[index]
loon = { 2026 = 5.1, 2027 = 3.2 }
)"},
    {Rule::delen,
     {"The parts of a total are more than the whole, are parts of nothing, or the weights of a blend do not make 1. "
      "Parts may be "
      "less than the whole: a subsidie of which the last 20% comes after the plan.",
      "De delen van een totaal zijn samen meer dan het geheel, zijn delen van niets, of de gewichten van een mengsel "
      "zijn samen "
      "geen 1. Minder dan het geheel mag: een subsidie waarvan de laatste 20% na het plan komt."},
     {"A subsidie is paid in advances and settled at the end; no more than all of it can come in.",
      "Een subsidie komt in voorschotten en wordt aan het eind vastgesteld; meer dan het geheel kan er niet "
      "binnenkomen."},
     ground::subsidy,
     R"(lasten = { totaal = 12_000, 2025 = "80%", 2026 = "30%" }
)",
     R"(lasten = { totaal = 12_000, 2025 = "80%", 2026 = "20%" }
)"},
    {Rule::overdracht_zelf,
     {"A post sends money to its own project. What a project spends itself needs no `naar`.",
      "Een post stuurt geld naar het eigen project. Wat een project zelf uitgeeft, heeft geen `naar` nodig."},
     {"It would be baten and lasten of the same project and make both too high.",
      "Het zou bij hetzelfde project als baten en als lasten tellen en beide te hoog maken."},
     ground::practice,
     R"(lasten = { 2025 = 12_000 }
naar = "1"
)",
     R"(lasten = { 2025 = 12_000 }
)"},
    {Rule::spiegel,
     {"`spiegel` takes the amount that the other project writes. Here no other project is named, it has no post for "
      "it, or two "
      "posts mirror the same amount.",
      "`spiegel` neemt het bedrag over dat het andere project opschrijft. Hier is geen ander project genoemd, heeft "
      "dat er geen "
      "post voor, of spiegelen twee posten hetzelfde bedrag."},
     {"One of the two sides must be the one that decides the amount.", "Een van beide kanten moet het bedrag bepalen."},
     ground::once,
     R"(baten = { 2025 = "spiegel" }
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
baten = { 2025 = "spiegel" }
van = "1"
)"},
};

}  // namespace

std::span<const Explanation> explain_names() { return rows; }

}  // namespace saldo
