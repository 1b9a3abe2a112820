// The columns of the tables of `saldo export`.
#pragma once

#include <algorithm>
#include <array>
#include <cstddef>

#include "base/typed/typed_table.h"

namespace saldo::columns {

constexpr TypedColumn text(std::string_view name, std::string_view description) { return {name, description}; }
constexpr TypedColumn key(TypedColumn column) {
  column.key = true;
  return column;
}
constexpr TypedColumn or_null(TypedColumn column) {
  column.nullable = true;
  return column;
}
constexpr TypedColumn number(std::string_view name, std::string_view description) {
  return {name, description, TypedKind::integer};
}
constexpr TypedColumn truth(std::string_view name, std::string_view description) {
  return {name, description, TypedKind::boolean};
}
// Absent and PM are NULL.
constexpr TypedColumn euros(std::string_view name, std::string_view description) {
  return {name, description, TypedKind::amount, true};
}

inline constexpr TypedColumn of_key[] = {
    key(text("organisatie", "van wie de begroting is")),
    key(text("plan", "naam van het plan")),
    key(text("versie", "versie van het plan")),
    key(text("stand", "primitief, actueel, realisatie of prognose")),
    key(text("variant", "scenario's en --set waarmee is gerekend; leeg: geen")),
};

template <std::size_t N>
constexpr auto behind_key(const TypedColumn (&own)[N]) {
  std::array<TypedColumn, std::size(of_key) + N> all{};
  std::copy(std::begin(own), std::end(own), std::copy(std::begin(of_key), std::end(of_key), all.begin()));
  return all;
}

inline constexpr auto plan = behind_key({
    text("naam", "naam zoals het plan die heeft"),
    number("eerste_jaar", "eerste jaar"),
    number("laatste_jaar", "laatste jaar"),
    or_null(number("begrotingsjaar", "het jaar waarvoor de begroting is gemaakt")),
    text("hash", "sha256 van de bestanden van het plan"),
    number("schema_versie", "versie van deze tabellen"),
    text("gemaakt_met", "programma dat de export maakte"),
});
inline constexpr auto programmalijn = behind_key({
    key(text("id", "id van de programmalijn")),
    text("naam", "naam"),
    or_null(text("onder", "id van de programmalijn erboven")),
});
inline constexpr auto project = behind_key({
    key(text("nr", "nummer: een tekst, 3.10 is niet 3.1")),
    text("naam", "naam"),
    or_null(text("programmalijn", "id van de programmalijn")),
    text("soort", "project, exploitatie of reserve"),
    or_null(number("einde", "laatste jaar van het project")),
    text("restant", "waar blijft wat er aan het eind over is"),
});
inline constexpr auto post = behind_key({
    key(text("project", "nr van het project")),
    key(text("nr", "nummer van de post")),
    number("volgorde", "plaats in het project, vanaf 1"),
    text("naam", "naam"),
    or_null(text("kop", "kop waaronder de post staat")),
    or_null(text("indexering", "naam van de index")),
    or_null(truth("structureel", "of de post elk jaar terugkomt; leeg: niet gezegd")),
    or_null(text("van", "nr van het project dat dit betaalt")),
    or_null(text("naar", "nr van het project dat dit ontvangt")),
    truth("automatisch", "door saldo zelf toegevoegd, zoals een restant"),
});
inline constexpr auto kenmerk = behind_key({
    key(text("project", "nr van het project")),
    key(text("post", "nr van de post")),
    key(text("sleutel", "naam van het kenmerk")),
    text("waarde", "waarde, van de post zelf of van wat erboven staat"),
});
inline constexpr auto bedrag = behind_key({
    key(text("project", "nr van het project")),
    key(text("post", "nr van de post")),
    key(number("jaar", "jaar")),
    key(text("kant", "baten of lasten")),
    euros("bedrag", "euro's; leeg bij PM"),
    truth("pm", "pro memorie: er is een bedrag, maar het is nog niet bekend"),
    truth("mutatie", "toevoeging aan of onttrekking uit een reserve: telt niet als lasten of baten van het plan"),
    text("herkomst", "geschreven, index, percentage, deel, sluitpost, spiegel, onderbouwing, geboekt of verwacht"),
    text("bestand", "bestand van het plan waarin staat waar het bedrag uit volgt"),
    number("regel", "regel in dat bestand"),
});
inline constexpr auto stand = behind_key({
    key(text("niveau", "plan, programmalijn of project")),
    key(text("id", "id of nr; leeg: het hele plan")),
    key(number("jaar", "jaar")),
    euros("opening", "stand op 1 januari; leeg: er loopt geen stand door"),
    euros("baten", "euro's; leeg bij PM of als er geen zijn"),
    truth("baten_pm", "alle baten zijn PM"),
    euros("lasten", "euro's; leeg bij PM of als er geen zijn"),
    truth("lasten_pm", "alle lasten zijn PM"),
    euros("toevoeging", "aan reserves"),
    euros("onttrekking", "uit reserves"),
    euros("eindsaldo", "stand op 31 december; leeg: er loopt geen stand door"),
});
inline constexpr auto overdracht = behind_key({
    key(number("volgnr", "volgnummer")),
    text("van", "nr van het project dat betaalt"),
    text("naar", "nr van het project dat ontvangt"),
    number("jaar", "jaar waarin het is verzonden"),
    euros("verzonden", "euro's"),
    truth("verzonden_pm", "verzonden is PM"),
    euros("ontvangen", "euro's, in welk jaar ook"),
    truth("ontvangen_pm", "ontvangen is PM"),
    euros("dubbeling", "deel dat bij beide staat, en dus dubbel telt"),
    text("status", "gelijk, verschil, geen-ontvangst of geen-verzending"),
    truth("verschoven", "later ontvangen dan iemand heeft gezegd"),
    text("bestand", "bestand van de post"),
    number("regel", "regel in dat bestand"),
});
inline constexpr auto controle = behind_key({
    key(number("volgnr", "volgnummer")),
    text("niveau", "plan, programmalijn, project, kop of post"),
    text("id", "id of nr; leeg: het hele plan"),
    or_null(text("onderdeel", "nr van de post, of de kop")),
    text("bron", "waar het gedrukt staat"),
    text("cijfer", "opening, baten, lasten, saldo, eindsaldo, toevoeging, onttrekking of resultaat"),
    number("jaar", "jaar"),
    euros("gedrukt", "zoals het document het heeft, in euro's"),
    euros("berekend", "zoals saldo het berekent"),
    euros("verschil", "berekend min gedrukt"),
    text("bestand", "bestand van de controle"),
    number("regel", "regel in dat bestand"),
});
inline constexpr auto bevinding = behind_key({
    key(number("volgnr", "volgnummer")),
    text("soort", "naam van de controle: saldo explain legt die uit"),
    text("ernst", "fout, waarschuwing of opmerking"),
    or_null(text("project", "nr van het project of id van de programmalijn")),
    or_null(text("post", "nr van de post")),
    or_null(number("jaar", "jaar")),
    text("boodschap", "wat er is gevonden"),
    text("bestand", "bestand"),
    number("regel", "regel; 0: het hele bestand"),
});

}  // namespace saldo::columns
