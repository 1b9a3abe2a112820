// What `saldo compare` and its sweeps say, in Dutch.
#include "base/catalogue_nl.h"

namespace saldo {

namespace {

constexpr Translation rows[] = {
    {"scenarios beside the plan, or a range of values", "scenario's naast het plan, of een reeks waarden"},
    {"what it changes, per year", "wat het verandert, per jaar"},
    {"the second on top of the first", "de tweede boven op de eerste"},
    {"only projects that change", "alleen projecten die veranderen"},
    {"a row for each value", "een rij per waarde"},
    {"a grid of one figure", "een raster van één cijfer"},
    {"what to put beside the plan: files, or names in scenarios/ of the plan; every --set is one as well",
     "wat naast het plan komt: bestanden, of namen in scenarios/ van het plan; elke --set is er ook een"},
    {"each variant on top of those before it, not each on its own",
     "elke variant boven op de vorige, in plaats van elk op zichzelf"},
    {"a row for each programmalijn, or for each project that changes",
     "een rij per programmalijn, of per project dat verandert"},
    {"a row for each value of a range: index.loon=3..6:0.5, 3.4/1/2025=0..50000:10000; a second one makes the columns. "
     "Scenarios and --set then count in every row",
     "een rij per waarde van een reeks: index.loon=3..6:0.5, 3.4/1/2025=0..50000:10000; een tweede maakt de kolommen. "
     "Scenario's en --set tellen dan in elke rij mee"},
    {"the figure of a sweep, as `saldo why` takes it; default is the eindsaldo of the last year",
     "het cijfer van een reeks, zoals `saldo why` het kent; standaard het eindsaldo van het laatste jaar"},
    {"`{}` is no range; write index.loon=3..6:0.5 or 3.4/1/2025=0..50000:10000",
     "`{}` is geen reeks; schrijf index.loon=3..6:0.5 of 3.4/1/2025=0..50000:10000"},
    {"`{}`: the step after the colon must be above zero", "`{}`: de stap na de dubbele punt moet boven nul zijn"},
    {"{}: {}", "{}: {}"},
    {"{} cannot be worked out:", "{} kan niet worden doorgerekend:"},
    {"nor can {} other values", "evenmin als {} andere waarden"},
    {"a difference goes beyond ±90.000.000.000.000.000,00 euro",
     "een verschil valt buiten ±90.000.000.000.000.000,00 euro"},
    {"--figure {}: this post has baten and lasten; write {} or {}",
     "--figure {}: deze post heeft baten en lasten; schrijf {} of {}"},
    {"--figure is the figure of a --sweep", "--figure is het cijfer van een --sweep"},
    {"--sweep: one gives rows, a second one columns; there is no third",
     "--sweep: één geeft rijen, een tweede kolommen; een derde is er niet"},
    {"a --sweep is a table of its own; leave out --stack, --by, --years and --table",
     "een --sweep is een eigen tabel; laat --stack, --by, --years en --table weg"},
    {"nothing to compare with: name a scenario, or write --set index.loon=4 or --sweep index.loon=3..6:0.5",
     "er is niets om mee te vergelijken: noem een scenario, of schrijf --set index.loon=4 of --sweep "
     "index.loon=3..6:0.5"},
    {"--sweep: more than {} variants; take larger steps", "--sweep: meer dan {} varianten; neem grotere stappen"},
    {"{} printed figures are no longer what the plan comes to",
     "{} gedrukte cijfers kloppen niet meer met de berekening"},
    {"{} printed figures are now what the plan comes to", "{} gedrukte cijfers kloppen nu wel met de berekening"},
};

}  // namespace

std::span<const Translation> dutch_of_compare() { return rows; }

}  // namespace saldo
