// Every finding belongs to a rule: a stable id that users, CI and editors may rely on. A row here and the page
// src/rules/<id>.md, which tells what the rule means, make one; without both, saldo does not build.
#pragma once

#include <array>
#include <cstddef>
#include <optional>
#include <string_view>

#include "base/language.h"

namespace saldo {

enum class Severity { note, warning, error };
constexpr std::string_view to_text(Severity severity) {
  constexpr std::string_view names[] = {marked("note"), marked("warning"), marked("error")};
  return names[static_cast<std::size_t>(severity)];
}
constexpr std::string_view to_dutch(Severity severity) {
  constexpr std::string_view names[] = {"opmerking", "waarschuwing", "fout"};
  return names[static_cast<std::size_t>(severity)];
}

// Name, id and severity of each rule, in the order in which they are listed. What a CHECK finds is found by the function
// check_<name> in calc/check/, what is FOUND along the way by whoever reads, changes or computes a plan.
#define SALDO_RULES(FOUND, CHECK)                                          \
  FOUND(bestand, "bestand", error)                                         \
  FOUND(utf8, "utf8", error)                                               \
  FOUND(te_diep, "te-diep", error)                                         \
  FOUND(toml_syntax, "toml-syntax", error)                                 \
  FOUND(geen_plan, "geen-plan", error)                                     \
  FOUND(dubbel_plan, "dubbel-plan", error)                                 \
  FOUND(onbekende_sleutel, "onbekende-sleutel", error)                     \
  FOUND(ontbrekende_sleutel, "ontbrekende-sleutel", error)                 \
  FOUND(verkeerd_type, "verkeerd-type", error)                             \
  FOUND(verkeerde_waarde, "verkeerde-waarde", error)                       \
  FOUND(naam_teken, "naam-teken", error)                                   \
  FOUND(bedrag, "bedrag", error)                                           \
  FOUND(jaar, "jaar", error)                                               \
  FOUND(jaar_buiten_plan, "jaar-buiten-plan", error)                       \
  FOUND(dubbel_nr, "dubbel-nr", error)                                     \
  FOUND(onbekende_programmalijn, "onbekende-programmalijn", error)         \
  FOUND(onbekend_project, "onbekend-project", error)                       \
  FOUND(onbekend_doel, "onbekend-doel", error)                             \
  FOUND(onbekende_index, "onbekende-index", error)                         \
  FOUND(onbekende_post, "onbekende-post", error)                           \
  FOUND(index_jaar, "index-jaar", error)                                   \
  FOUND(delen, "delen", error)                                             \
  FOUND(overdracht_zelf, "overdracht-zelf", error)                         \
  FOUND(spiegel, "spiegel", error)                                         \
  FOUND(sluitpost_dubbel, "sluitpost-dubbel", error)                       \
  FOUND(restant, "restant", error)                                         \
  FOUND(restant_dubbel, "restant-dubbel", error)                           \
  FOUND(soort_combinatie, "soort-combinatie", error)                       \
  FOUND(reserve_dubbel, "reserve-dubbel", error)                           \
  FOUND(kring, "kring", error)                                             \
  FOUND(overloop, "overloop", error)                                       \
  FOUND(wijziging_raakt_niets, "wijziging-raakt-niets", error)             \
  FOUND(wijziging_raakt_meer, "wijziging-raakt-meer", error)               \
  FOUND(wijziging_tegenstrijdig, "wijziging-tegenstrijdig", error)         \
  FOUND(wijziging_verwijzing, "wijziging-verwijzing", error)               \
  FOUND(afsluiting_volgorde, "afsluiting-volgorde", error)                 \
  FOUND(realisatie_kolom, "realisatie-kolom", error)                       \
  FOUND(realisatie_getal, "realisatie-getal", error)                       \
  FOUND(realisatie_jaar, "realisatie-jaar", error)                         \
  FOUND(realisatie_zonder_koppeling, "realisatie-zonder-koppeling", error) \
  FOUND(realisatie_dubbel, "realisatie-dubbel", error)                     \
  FOUND(realisatie_totaal, "realisatie-totaal", error)                     \
  FOUND(koppeling_teken, "koppeling-teken", error)                         \
  FOUND(koppeling_ongebruikt, "koppeling-ongebruikt", note)                \
  FOUND(koppeling_gewijzigd, "koppeling-gewijzigd", warning)               \
  FOUND(afsluiting_bron, "afsluiting-bron", warning)                       \
  FOUND(import_getal, "import-getal", error)                               \
  FOUND(import_dubbelzinnig, "import-dubbelzinnig", error)                 \
  FOUND(import_rij, "import-rij", error)                                   \
  FOUND(import_kolom, "import-kolom", error)                               \
  FOUND(import_totaal, "import-totaal", warning)                           \
  FOUND(import_codering, "import-codering", error)                         \
  FOUND(import_letters_kwijt, "import-letters-kwijt", warning)             \
  FOUND(import_zonder_waarde, "import-formule-zonder-waarde", error)       \
  FOUND(import_nummer, "import-nummer", warning)                           \
  FOUND(import_afgerond, "import-afgerond", error)                         \
  FOUND(import_map, "import-map", error)                                   \
  FOUND(import_bestand, "import-bestand", error)                           \
  FOUND(rapport_tekst, "rapport-tekst", error)                             \
  FOUND(rapport_adres, "rapport-adres", error)                             \
  CHECK(wijziging_horizon, "wijziging-horizon", warning)                   \
  CHECK(wijziging_plaats, "wijziging-plaats", warning)                     \
  CHECK(wijziging_afgesloten_jaar, "wijziging-afgesloten-jaar", error)     \
  CHECK(wijziging_te_laat, "wijziging-te-laat", error)                     \
  CHECK(wijziging_niet_neutraal, "wijziging-niet-neutraal", error)         \
  CHECK(controle, "controle", error)                                       \
  CHECK(controle_afronding, "controle-afronding", note)                    \
  CHECK(controle_onvolledig, "controle-onvolledig", warning)               \
  CHECK(overdracht_geen_ontvangst, "overdracht-geen-ontvangst", error)     \
  CHECK(overdracht_geen_verzending, "overdracht-geen-verzending", error)   \
  CHECK(overdracht_verschil, "overdracht-verschil", error)                 \
  CHECK(overdracht_jaar, "overdracht-jaar", error)                         \
  CHECK(overdracht_einde, "overdracht-einde", error)                       \
  CHECK(spiegel_gedeeld, "spiegel-gedeeld", note)                          \
  CHECK(overdracht_pm, "overdracht-pm", note)                              \
  CHECK(dubbeling_geen_geld, "dubbeling-geen-geld", warning)               \
  CHECK(dubbeling_niet_aangegeven, "dubbeling-niet-aangegeven", warning)   \
  CHECK(dubbeling_niet_wederzijds, "dubbeling-niet-wederzijds", warning)   \
  CHECK(saldo_ondergrens, "saldo-ondergrens", warning)                     \
  CHECK(tekort_als_restant, "tekort-als-restant", warning)                 \
  CHECK(saldo_na_einde, "saldo-na-einde", error)                           \
  CHECK(saldo_beweging_na_einde, "saldo-beweging-na-einde", error)         \
  CHECK(saldo_opening, "saldo-opening", error)                             \
  CHECK(saldo_onaangeroerd, "saldo-onaangeroerd", note)                    \
  CHECK(evenwicht_structureel, "evenwicht-structureel", error)             \
  CHECK(evenwicht_sluitend, "evenwicht-sluitend", error)                   \
  CHECK(afsluiting_onvolledig, "afsluiting-onvolledig", error)             \
  CHECK(afsluiting_saldo, "afsluiting-saldo", error)                       \
  CHECK(afsluiting_niet_begroot, "afsluiting-niet-begroot", warning)       \
  CHECK(afsluiting_aansluiting, "afsluiting-aansluiting", error)           \
  CHECK(afsluiting_overdracht, "afsluiting-overdracht", error)             \
  CHECK(afsluiting_onderweg, "afsluiting-onderweg", error)                 \
  CHECK(afsluiting_voorschot, "afsluiting-voorschot", error)               \
  CHECK(afsluiting_toelichting, "afsluiting-toelichting", warning)         \
  CHECK(afsluiting_overschrijding, "afsluiting-overschrijding", error)     \
  CHECK(afsluiting_baten_achter, "afsluiting-baten-achter", warning)       \
  CHECK(afsluiting_begroting, "afsluiting-begroting", error)               \
  CHECK(afsluiting_correctie, "afsluiting-correctie", error)               \
  CHECK(restant_structureel, "restant-structureel", warning)               \
  CHECK(restant_verlopen, "restant-verlopen", error)                       \
  CHECK(overheveling_dubbel, "overheveling-dubbel", error)                 \
  CHECK(prognose_onder_realisatie, "prognose-onder-realisatie", warning)   \
  CHECK(prognose_structureel, "prognose-structureel", note)                \
  CHECK(index_afwijking, "index-afwijking", warning)                       \
  CHECK(percentage_afwijking, "percentage-afwijking", warning)             \
  CHECK(onderbouwing_afwijking, "onderbouwing-afwijking", warning)         \
  CHECK(factor_verschil, "factor-verschil", warning)                       \
  CHECK(som_afwijking, "som-afwijking", warning)                           \
  CHECK(afronding_groei, "afronding-groei", note)                          \
  CHECK(pm_open, "pm-open", note)                                          \
  CHECK(verdacht_dubbel, "verdacht-dubbel", warning)                       \
  CHECK(verdacht_getal, "verdacht-getal", warning)                         \
  CHECK(delen_onder_100, "delen-onder-100", note)                          \
  CHECK(index_ongebruikt, "index-ongebruikt", note)                        \
  CHECK(koppeling_overschaduwd, "koppeling-overschaduwd", warning)         \
  CHECK(programmalijn_leeg, "programmalijn-leeg", note)                    \
  CHECK(post_leeg, "post-leeg", note)                                      \
  CHECK(naam_dubbel, "naam-dubbel", warning)                               \
  CHECK(naam_lijkt, "naam-lijkt", note)                                    \
  CHECK(kenmerk_lijkt, "kenmerk-lijkt", warning)                           \
  CHECK(doel_nummer, "doel-nummer", warning)                               \
  CHECK(nulmeting_onvolledig, "nulmeting-onvolledig", warning)             \
  CHECK(nulmeting_afgeleid, "nulmeting-afgeleid", note)                    \
  CHECK(nulmeting_ontbreekt, "nulmeting-ontbreekt", warning)               \
  CHECK(nulmeting_zonder_streef, "nulmeting-zonder-streef", warning)       \
  CHECK(streef_jaar, "streef-jaar", warning)                               \
  CHECK(streef_buiten_plan, "streef-buiten-plan", warning)                 \
  CHECK(streef_jaren, "streef-jaren", warning)                             \
  CHECK(doel_zonder_maat, "doel-zonder-maat", warning)                     \
  CHECK(doel_richting, "doel-richting", note)                              \
  CHECK(streef_aandeel, "streef-aandeel", note)                            \
  CHECK(streef_open, "streef-open", note)                                  \
  CHECK(streef_tegenspraak, "streef-tegenspraak", warning)                 \
  CHECK(streef_som, "streef-som", warning)                                 \
  CHECK(procent_noemer, "procent-noemer", note)                            \
  CHECK(resultaat_procent, "resultaat-procent", error)                     \
  CHECK(resultaat_zonder_cijfer, "resultaat-zonder-cijfer", warning)       \
  CHECK(resultaat_oordeel, "resultaat-oordeel", error)                     \
  CHECK(resultaat_ontbreekt, "resultaat-ontbreekt", warning)               \
  CHECK(geld_zonder_bedrag, "geld-zonder-bedrag", note)                    \
  CHECK(geld_deel, "geld-deel", error)                                     \
  CHECK(streef_zonder_post, "streef-zonder-post", warning)                 \
  CHECK(post_gedeeld, "post-gedeeld", note)                                \
  CHECK(doel_op_pm, "doel-op-pm", note)                                    \
  FOUND(negeer_ongebruikt, "negeer-ongebruikt", warning)                   \
  FOUND(bandbreedte, "bandbreedte", error)                                 \
  FOUND(onzeker_bedrag, "onzeker-bedrag", error)                           \
  FOUND(samen_kans, "samen-kans", error)                                   \
  CHECK(samen_alleen, "samen-alleen", warning)

enum class Rule {
#define SALDO_NAME(name, id, severity) name,
  SALDO_RULES(SALDO_NAME, SALDO_NAME)
#undef SALDO_NAME
};

struct RuleInfo {
  Rule rule;
  std::string_view id;
  Severity severity;
};

inline constexpr std::array rules = {
#define SALDO_ROW(name, id, severity) RuleInfo{Rule::name, id, Severity::severity},
    SALDO_RULES(SALDO_ROW, SALDO_ROW)
#undef SALDO_ROW
};

constexpr const RuleInfo& info(Rule rule) { return rules[static_cast<std::size_t>(rule)]; }

// Found when a file with what was booked is read (`saldo close`): a plan by itself never has one.
constexpr bool is_of_bookings(Rule rule) { return Rule::realisatie_kolom <= rule && rule <= Rule::afsluiting_bron; }

// Found in a table that `saldo import` reads: a plan by itself never has one.
constexpr bool is_of_import(Rule rule) { return Rule::import_getal <= rule && rule <= Rule::import_bestand; }

// What a check finds in goals: what is wanted, what came of it and the money for it, whatever the amounts of the plan are.
constexpr bool is_of_goals(Rule rule) { return Rule::doel_nummer <= rule && rule <= Rule::doel_op_pm; }

constexpr std::optional<Rule> find_rule(std::string_view id) {
  for (const RuleInfo& rule : rules)
    if (rule.id == id) return rule.rule;
  return std::nullopt;
}

}  // namespace saldo
