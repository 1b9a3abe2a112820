#include "base/catalogue_nl.h"

namespace saldo {

namespace {

constexpr Translation rows[] = {
    {"what changed between two versions of a plan, and what that does to the figures",
     "wat er is gewijzigd tussen twee versies van een plan, en wat dat doet met de cijfers"},
    {"the plan as it was: a folder, a file, or REV:PATH in a git repository",
     "het plan zoals het was: een map, een bestand, of REV:PAD in een git-repository"},
    {"the plan as it is now, given in the same way", "het plan zoals het nu is, op dezelfde manier opgegeven"},
    {"from the old total to the new, change by change: the largest first",
     "de aansluiting van het oude op het nieuwe totaal, per wijziging: de grootste eerst"},
    {"what the bridge is of; default is the eindsaldo", "waarvan de aansluiting is; standaard het eindsaldo"},
    {"the year of the bridge; default is the last year both plans have",
     "het jaar van de aansluiting; standaard het laatste jaar dat beide plannen hebben"},
    {"so many changes with a line of their own; default is 10", "zoveel wijzigingen met een eigen regel; standaard 10"},
    {"every change with a line of its own", "elke wijziging op een eigen regel"},
    {"exit code 1 when there are differences", "exitcode 1 als er verschillen zijn"},
    {"two folders or files", "twee mappen of bestanden"},
    {"against a branch, tag or commit of git", "tegen een branch, tag of commit van git"},
    {"from the old eindsaldo to the new, in words", "van het oude naar het nieuwe eindsaldo, in woorden"},
    {"for a pull request", "voor een pull request"},
    {"in a script", "in een script"},
    {"FIGURE", "CIJFER"},
    {"YEAR", "JAAR"},
    {"No differences.", "Geen verschillen."},
    {"these plans have no year in common, so no bridge leads from one to the other",
     "deze plannen hebben geen jaar gemeen, dus er is geen aansluiting tussen de twee"},
    {"--year {}: write a year that both plans have, from {} to {}",
     "--year {}: geef een jaar dat beide plannen hebben, van {} tot en met {}"},
    {"a difference between these plans goes beyond ±90.000.000.000.000.000,00 euro",
     "een verschil tussen deze plannen valt buiten ±90.000.000.000.000.000,00 euro"},
    {"{}: revision {} has no {} at the top of the repository; did you mean {}:./{}?",
     "{}: revisie {} heeft geen {} bovenin de repository; bedoelde u {}:./{}?"},
    {"{}: revision {} has no {}", "{}: revisie {} heeft geen {}"},
    {"{}: there is no such path, and git, which could look for a revision, cannot be started",
     "{}: dit pad bestaat niet, en git, dat naar een revisie kan zoeken, kan niet worden gestart"},
    {"{}: there is no such path, and git finds no repository here: {}",
     "{}: dit pad bestaat niet, en git vindt hier geen repository: {}"},
    {"{}: there is no such path, and the repository has no revision `{}`",
     "{}: dit pad bestaat niet, en de repository heeft geen revisie `{}`"},
    {"{}: holds no *.toml file", "{}: bevat geen *.toml-bestand"},
    {"{}: holds more than 100.000 files or 1 GiB", "{}: bevat meer dan 100.000 bestanden of 1 GiB"},
    {"{}: git cannot give the files of this revision", "{}: git kan de bestanden van deze revisie niet geven"},
    {"a bridge is one table of one year: leave out --years and --table, or write --year",
     "een aansluiting is één tabel van één jaar: laat --years en --table weg, of schrijf --year"},
    {"what a scenario does, in words", "wat een scenario doet, in woorden"},
};

}  // namespace

std::span<const Translation> dutch_of_diff() { return rows; }

}  // namespace saldo
