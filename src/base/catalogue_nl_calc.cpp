// What computing and checking a plan finds, in Dutch.
#include "base/catalogue_nl.h"

namespace saldo {

namespace {

constexpr Translation rows[] = {
    {"the balance of project {} goes beyond ±90.000.000.000.000.000,00 euro",
     "het saldo van project {} valt buiten ±90.000.000.000.000.000,00 euro"},
    {"the balance of programmalijn {} goes beyond ±90.000.000.000.000.000,00 euro",
     "het saldo van programmalijn {} valt buiten ±90.000.000.000.000.000,00 euro"},
    {"the balance of the plan goes beyond ±90.000.000.000.000.000,00 euro",
     "het saldo van het plan valt buiten ±90.000.000.000.000.000,00 euro"},
    {"the {} of post {} in {} are beyond ±90.000.000.000.000.000,00 euro or need more than 38 digits",
     "de {} van post {} in {} vallen buiten ±90.000.000.000.000.000,00 euro of hebben meer dan 38 cijfers nodig"},
    {"project {} has no post that sends to {}", "project {} heeft geen post die naar {} stuurt"},
    {"project {} has no post that receives from {}", "project {} heeft geen post die van {} ontvangt"},
    {"write naar = \"{}\" on the post of {} that pays", "schrijf naar = \"{}\" bij de post van {} die betaalt"},
    {"write van = \"{}\" on the post of {} that receives", "schrijf van = \"{}\" bij de post van {} die ontvangt"},
    {"this was sent in {}, before the plan begins", "dit is verstuurd in {}, voordat het plan begint"},
    {"write the amount itself", "schrijf het bedrag zelf op"},
    {"a second spiegel for what {} and {} exchange", "een tweede spiegel voor wat {} en {} uitwisselen"},
    {"write the amount of one of them", "schrijf het bedrag van een van beide op"},
    {"{} is a percentage of other posts", "{} is een percentage van andere posten"},
    {"{} follows from the year before", "{} volgt uit het jaar ervoor"},
    {"{} is the sluitpost, which waits for every other post of {}",
     "{} is de sluitpost, die op alle andere posten van {} wacht"},
    {"{} is a spiegel of the other project", "{} is een spiegel van het andere project"},
    {"these amounts wait for each other in a circle: {}", "deze bedragen wachten in een kring op elkaar: {}"},
    {"write one of these amounts yourself", "schrijf een van deze bedragen zelf op"},
    {"{} {} of {} is {}, but {} says {}: a difference of {}",
     "{} {} van {} is {}, maar {} zegt {}: een verschil van {}"},
    {"the investeringsbudget stands at {} on 31 december {}, {} below the floor of {}",
     "het investeringsbudget staat op {} per 31 december {}, {} onder de ondergrens van {}"},
    {"nothing is found here to ignore", "hier is niets gevonden om te negeren"},
    {"take this [[negeer]] out", "haal deze [[negeer]] weg"},
};

}  // namespace

std::span<const Translation> dutch_of_calc() { return rows; }

}  // namespace saldo
