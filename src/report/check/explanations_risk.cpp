// What is not sure about an amount: kans, bandbreedte and samen_met.
#include "report/check/explanations.h"

namespace saldo {

namespace {

constexpr Translation capacity = {
    "BBV art. 11: the paragraph on weerstandsvermogen and risicobeheersing lists the risks that matter for the "
    "financial "
    "position and sets the capacity that is there against them.",
    "BBV art. 11: de paragraaf weerstandsvermogen en risicobeheersing noemt de risico's die van belang zijn voor de "
    "financiële positie en stelt de beschikbare weerstandscapaciteit daartegenover."};

constexpr Explanation rows[] = {
    {Rule::bandbreedte,
     {"A range runs from `min` to `max` with `waarschijnlijk` in between, in euros or as percentages of what is "
      "written, "
      "for amounts that are there.",
      "Een bandbreedte loopt van `min` naar `max` met `waarschijnlijk` ertussen, in euro's of als percentages van wat "
      "er "
      "staat, voor bedragen die er zijn."},
     {"Nothing can be drawn from it, or nobody knows of which amount.",
      "Er is niets uit te trekken, of niemand weet van welk bedrag."},
     capacity,
     R"(lasten = { 2025 = 12_000 }
bandbreedte = { min = 20_000, waarschijnlijk = 15_000, max = 10_000 }
)",
     R"(lasten = { 2025 = 12_000 }
bandbreedte = { min = 10_000, waarschijnlijk = 15_000, max = 20_000 }
)"},
    {Rule::onzeker_bedrag,
     {"A chance or range stands on a post that only follows from others (a percentage, a sluitpost, a spiegel) or has "
      "no "
      "amount. What follows from an uncertain amount follows it in every draw by itself.",
      "Een kans of bandbreedte staat bij een post die alleen uit andere volgt (een percentage, een sluitpost, een "
      "spiegel) of geen bedrag heeft. Wat uit een onzeker bedrag volgt, volgt het in elke trekking vanzelf."},
     {"The uncertainty would count twice, or not at all.", "De onzekerheid zou dubbel tellen, of helemaal niet."},
     capacity,
     R"([[project.post]]
naam = "Advies"
lasten = { 2025 = 12_000 }

[[project.post]]
naam = "Onvoorzien"
lasten = { percentage = 5.0, over = 1 }
kans = 0.5
)",
     R"([[project.post]]
naam = "Advies"
lasten = { 2025 = 12_000 }
kans = 0.5

[[project.post]]
naam = "Onvoorzien"
lasten = { percentage = 5.0, over = 1 }
)"},
    {Rule::samen_kans,
     {"Posts with the same `samen_met` stand or fall by one decision, and have different chances.",
      "Posten met dezelfde `samen_met` staan of vallen met één besluit, en hebben verschillende kansen."},
     {"One decision has one chance.", "Eén besluit heeft één kans."},
     capacity,
     R"([[project.post]]
naam = "Subsidie"
baten = { 2025 = 12_000 }
kans = 0.8
samen_met = "besluit"

[[project.post]]
naam = "Cofinanciering"
baten = { 2025 = 6_000 }
kans = 0.7
samen_met = "besluit"
)",
     R"([[project.post]]
naam = "Subsidie"
baten = { 2025 = 12_000 }
kans = 0.8
samen_met = "besluit"

[[project.post]]
naam = "Cofinanciering"
baten = { 2025 = 6_000 }
kans = 0.8
samen_met = "besluit"
)"},
    {Rule::samen_alleen,
     {"Only one post has this `samen_met`.", "Slechts één post heeft deze `samen_met`."},
     {"Often a typing error: the posts then fall apart, and risks that come together seem to even each other out.",
      "Vaak een tikfout: de posten vallen dan uiteen, en risico's die samen komen lijken elkaar op te heffen."},
     capacity,
     R"([[project.post]]
naam = "Subsidie"
baten = { 2025 = 12_000 }
kans = 0.8
samen_met = "besluit"
)",
     R"([[project.post]]
naam = "Subsidie"
baten = { 2025 = 12_000 }
kans = 0.8
)"},
};

}  // namespace

std::span<const Explanation> explain_risk() { return rows; }

}  // namespace saldo
