// The law and practice that rules go back on. An article is named only where it says so; the rest is practice.
#pragma once

#include "base/language.h"

namespace saldo::ground {

inline constexpr Translation reading = {"Practice: nobody signs for a total of which a part was not read.",
                                        "Praktijk: niemand tekent voor een totaal waarvan een deel niet is gelezen."};
inline constexpr Translation once = {"Practice: every figure has one place where it is kept.",
                                     "Praktijk: elk cijfer heeft één plaats waar het wordt bijgehouden."};
inline constexpr Translation practice = {
    "Practice: this is what a careful reader of a budget checks by hand.",
    "Praktijk: dit is wat een zorgvuldige lezer van een begroting met de hand naloopt."};
inline constexpr Translation insight = {
    "BBV art. 3: budget and accounts give such insight that a responsible judgement can be formed of the financial "
    "position "
    "and of baten and lasten.",
    "BBV art. 3: begroting en jaarstukken geven zoveel inzicht dat een verantwoord oordeel kan worden gevormd over de "
    "financiële positie en over de baten en de lasten."};
inline constexpr Translation grounds = {
    "BBV art. 19: the notes to the overview of baten and lasten state the grounds the estimates are based on.",
    "BBV art. 19: de toelichting op het overzicht van baten en lasten noemt de gronden waarop de ramingen zijn "
    "gebaseerd."};
inline constexpr Translation balance = {
    "Gemeentewet art. 189 lid 2: the council sees to it that the budget is in structural and real balance. Without it "
    "the "
    "province can ask for its prior approval (art. 203).",
    "Gemeentewet art. 189 lid 2: de raad ziet erop toe dat de begroting structureel en reëel in evenwicht is. Is zij "
    "dat "
    "niet, dan kan de provincie haar vooraf willen goedkeuren (art. 203)."};
inline constexpr Translation authority = {
    "Gemeentewet art. 189 lid 1 and 3: the council makes amounts available in the budget, and only up to those can "
    "lasten "
    "be incurred.",
    "Gemeentewet art. 189 lid 1 en 3: de raad stelt bij de begroting bedragen beschikbaar, en alleen tot die bedragen "
    "kunnen lasten worden genomen."};
inline constexpr Translation year = {
    "Gemeentewet art. 189 lid 4: the budget year is the calendar year. Art. 190: the budget comes with an estimate of "
    "at "
    "least the three years after it.",
    "Gemeentewet art. 189 lid 4: het begrotingsjaar is het kalenderjaar. Art. 190: bij de begroting hoort een raming "
    "van "
    "ten minste de drie jaren daarna."};
inline constexpr Translation accrual = {
    "BBV: baten and lasten belong to the year they are about, whenever the money is paid.",
    "BBV, stelsel van baten en lasten: baten en lasten horen bij het jaar waarop zij slaan, wanneer er ook wordt "
    "betaald."};
inline constexpr Translation subsidy = {
    "Awb art. 4:42 and 4:46: the amount of a subsidie is settled afterwards, and can come out lower than was granted; "
    "art. "
    "4:57: what was paid too much can be claimed back.",
    "Awb art. 4:42 en 4:46: het bedrag van een subsidie wordt achteraf vastgesteld en kan lager uitvallen dan "
    "verleend; "
    "art. 4:57: wat te veel is betaald, kan worden teruggevorderd."};

}  // namespace saldo::ground
