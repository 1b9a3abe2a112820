// What is said of kans, bandbreedte and samen_met, and by `saldo risk`, in Dutch.
#include "base/catalogue_nl.h"

namespace saldo {

namespace {

constexpr Translation rows[] = {
    // rules
    {"a range that no amount can be drawn from", "een bandbreedte waaruit geen bedrag te trekken is"},
    {"a chance or range on a post without an amount of its own",
     "een kans of bandbreedte bij een post zonder eigen bedrag"},
    {"posts drawn together that have different chances", "posten die samen getrokken worden, met verschillende kansen"},
    {"a samen_met that no other post has", "een samen_met die geen andere post heeft"},
    // loading
    {"a range", "een bandbreedte"},
    {"a bandbreedte", "een bandbreedte"},
    {"a bandbreedte per year", "een bandbreedte per jaar"},
    {"write {{ min = 100_000, waarschijnlijk = 150_000, max = 300_000 }}",
     "schrijf {{ min = 100_000, waarschijnlijk = 150_000, max = 300_000 }}"},
    {"amounts and percentages stand in one range", "in één bandbreedte staan bedragen en percentages door elkaar"},
    {"write all of them in euros, or all of them as a percentage of what is written",
     "schrijf ze allemaal in euro's, of allemaal als percentage van wat er staat"},
    {"what is written here is no amount that could be the most likely one",
     "wat hier staat is geen bedrag dat het meest waarschijnlijk kan zijn"},
    {"add `waarschijnlijk`", "voeg `waarschijnlijk` toe"},
    {"the amount that is written, {}, lies outside this range",
     "het bedrag dat er staat, {}, ligt buiten deze bandbreedte"},
    {"add `waarschijnlijk`, or make the range wider", "voeg `waarschijnlijk` toe, of maak de bandbreedte ruimer"},
    {"`min` is more than `max`", "`min` is meer dan `max`"},
    {"write the least amount as `min`", "schrijf het laagste bedrag als `min`"},
    {"`waarschijnlijk` lies outside `min` and `max`", "`waarschijnlijk` ligt niet tussen `min` en `max`"},
    {"the amount as it is written, 100%, lies outside this range",
     "het bedrag zoals het er staat, 100%, ligt buiten deze bandbreedte"},
    {"post {} has baten and lasten: of which is this range?",
     "post {} heeft baten en lasten: van welke van de twee is deze bandbreedte?"},
    {"write it as percentages, or make two posts of it", "schrijf percentages, of maak er twee posten van"},
    {"no amount is written for {}, so nothing can be drawn for it",
     "voor {} staat er geen bedrag, dus er is niets te trekken"},
    {"write the amount of that year, or PM with a range in euros",
     "schrijf het bedrag van dat jaar, of PM met een bandbreedte in euro's"},
    {"PM has no percentage", "van PM is er geen percentage"},
    {"write the range in euros: bandbreedte = {{ min = 0, waarschijnlijk = 50_000, max = 80_000 }}",
     "schrijf de bandbreedte in euro's: bandbreedte = {{ min = 0, waarschijnlijk = 50_000, max = 80_000 }}"},
    {"a chance lies between 0 and 1", "een kans ligt tussen 0 en 1"},
    {"write kans = 0.8, or \"80%\"", "schrijf kans = 0.8, of \"80%\""},
    {"post {} has no amount of its own: what follows from other posts follows them by itself",
     "post {} heeft geen eigen bedrag: wat uit andere posten volgt, volgt die vanzelf"},
    {"put it on the post that is written out", "zet het bij de post die is uitgeschreven"},
    {"post {} is PM: no amount comes or stays away", "post {} is PM: er is geen bedrag dat komt of wegblijft"},
    {"add bandbreedte = {{ min = 0, waarschijnlijk = 50_000, max = 80_000 }}",
     "voeg toe: bandbreedte = {{ min = 0, waarschijnlijk = 50_000, max = 80_000 }}"},
    {"`{}` is one decision, and here its kans is {} instead of {}",
     "`{}` is één besluit, en hier is de kans {} in plaats van {}"},
    {"write the same kans, or another `samen_met`", "schrijf dezelfde kans, of een andere `samen_met`"},
    // checks and computing
    {"no other post is drawn together with `{}`", "geen andere post wordt samen met `{}` getrokken"},
    {"take it out, or write it at the others too", "haal het weg, of schrijf het ook bij de andere posten"},
    {"a range goes to at most ±{} euro", "een bandbreedte gaat tot hooguit ±{} euro"},
    {"what can be drawn may add up to more than ±90.000.000.000.000.000,00 euro",
     "wat getrokken kan worden telt op tot mogelijk meer dan ±90.000.000.000.000.000,00 euro"},
    {"make the ranges smaller", "maak de bandbreedtes kleiner"},
    // the format
    {"For `saldo risk`: the chance that these amounts come at all, 0.8 or \"80%\".",
     "Voor `saldo risk`: de kans dat deze bedragen er komen, 0.8 of \"80%\"."},
    {"For `saldo risk`: what the amounts may come to, { min = 100_000, waarschijnlijk = 150_000, max = 300_000 } or "
     "{ min = \"80%\", max = \"130%\" }; also per year.",
     "Voor `saldo risk`: waar de bedragen op uit kunnen komen, { min = 100_000, waarschijnlijk = 150_000, max = "
     "300_000 } "
     "of { min = \"80%\", max = \"130%\" }; ook per jaar."},
    {"For `saldo risk`: posts with the same name here are drawn together: one grant decision.",
     "Voor `saldo risk`: posten met hier dezelfde naam worden samen getrokken: één subsidiebesluit."},
    {"The least it may come to: 100_000, or \"80%\" of what is written.",
     "Het laagste waar het op uit kan komen: 100_000, of \"80%\" van wat er staat."},
    {"What it will most likely come to; without it, what is written.",
     "Waar het waarschijnlijk op uitkomt; zonder deze sleutel wat er staat."},
    {"The most it may come to: 300_000, or \"130%\" of what is written.",
     "Het hoogste waar het op uit kan komen: 300_000, of \"130%\" van wat er staat."},
    // the command
    {"how the balances spread: posts with a chance or a range, drawn many times",
     "hoe de saldi spreiden: posten met een kans of bandbreedte, vele malen getrokken"},
    {"how many times everything uncertain is drawn; default 100.000",
     "hoe vaak al het onzekere wordt getrokken; standaard 100.000"},
    {"a number from which all draws follow: the same seed, the same figures",
     "een getal waaruit alle trekkingen volgen: dezelfde seed, dezelfde cijfers"},
    {"count the draws in which the investeringsbudget ends below this amount",
     "tel de trekkingen waarin het investeringsbudget onder dit bedrag uitkomt"},
    {"how sure the weerstandsvermogen must be enough: 90%, which is the default",
     "hoe zeker het weerstandsvermogen genoeg moet zijn: 90%, dat is de standaard"},
    {"a higher bar for the investeringsbudget", "een hogere lat voor het investeringsbudget"},
    {"what matters most", "wat het zwaarst weegt"},
    {"--runs {}: write a number from 1 to {}", "--runs {}: schrijf een getal van 1 tot en met {}"},
    {"--seed {}: write a whole number, such as 1", "--seed {}: schrijf een heel getal, zoals 1"},
    {"--certainty {}: write a share between 0 and 1, such as 90% or 0.95",
     "--certainty {}: schrijf een deel tussen 0 en 1, zoals 90% of 0.95"},
    {"nothing in this plan is uncertain; write kans = 0.8 or bandbreedte = {{ min = \"80%\", max = \"130%\" }} under a "
     "[[project.post]]",
     "in dit plan is niets onzeker; schrijf kans = 0.8 of bandbreedte = {{ min = \"80%\", max = \"130%\" }} onder een "
     "[[project.post]]"},
};

}  // namespace

std::span<const Translation> dutch_of_risk() { return rows; }

}  // namespace saldo
