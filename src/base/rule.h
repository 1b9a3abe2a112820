// Every finding belongs to a rule: a stable id that users, CI and editors may rely on. One row here makes a rule.
#pragma once

#include <array>
#include <cstddef>
#include <optional>
#include <string_view>

namespace saldo {

enum class Severity { note, warning, error };
constexpr std::string_view to_text(Severity severity) {
  constexpr std::string_view names[] = {"note", "warning", "error"};
  return names[static_cast<std::size_t>(severity)];
}
constexpr std::string_view to_dutch(Severity severity) {
  constexpr std::string_view names[] = {"opmerking", "waarschuwing", "fout"};
  return names[static_cast<std::size_t>(severity)];
}

enum class Rule {
  bestand,
  utf8,
  te_diep,
  toml_syntax,
  geen_plan,
  dubbel_plan,
  nog_niet,
  onbekende_sleutel,
  ontbrekende_sleutel,
  verkeerd_type,
  verkeerde_waarde,
  naam_teken,
  bedrag,
  jaar,
  jaar_buiten_plan,
  dubbel_nr,
  onbekende_programmalijn,
  onbekend_project,
  onbekende_index,
  onbekende_post,
  index_jaar,
  delen,
  overdracht_zelf,
  spiegel,
  sluitpost_dubbel,
  restant,
  restant_dubbel,
  kring,
  overloop,
  wijziging_raakt_niets,
  wijziging_raakt_meer,
  wijziging_tegenstrijdig,
  wijziging_verwijzing,
  wijziging_horizon,
  controle,
  overdracht_geen_ontvangst,
  overdracht_geen_verzending,
  overdracht_verschil,
  overdracht_jaar,
  overdracht_einde,
  dubbeling_geen_geld,
  dubbeling_niet_aangegeven,
  dubbeling_niet_wederzijds,
  saldo_ondergrens,
  saldo_na_einde,
  saldo_beweging_na_einde,
  saldo_opening,
  evenwicht_structureel,
  evenwicht_sluitend,
  index_afwijking,
  percentage_afwijking,
  onderbouwing_afwijking,
  pm_open,
  verdacht_dubbel,
  verdacht_getal,
  index_ongebruikt,
  programmalijn_leeg,
  post_leeg,
  naam_dubbel,
  naam_lijkt,
  negeer_ongebruikt,
  bandbreedte,
  onzeker_bedrag,
  samen_kans,
  samen_alleen,
};

struct RuleInfo {
  Rule rule;
  std::string_view id;
  Severity severity;
  std::string_view title;
};

inline constexpr std::array rules = {
    RuleInfo{Rule::bestand, "bestand", Severity::error, "a file or folder cannot be read as part of a plan"},
    RuleInfo{Rule::utf8, "utf8", Severity::error, "a file is not UTF-8 text"},
    RuleInfo{Rule::te_diep, "te-diep", Severity::error, "tables or dotted keys are nested too deep"},
    RuleInfo{Rule::toml_syntax, "toml-syntax", Severity::error, "a file is not TOML"},
    RuleInfo{Rule::geen_plan, "geen-plan", Severity::error, "no file holds a [plan] table"},
    RuleInfo{Rule::dubbel_plan, "dubbel-plan", Severity::error, "more than one [plan] table"},
    RuleInfo{Rule::nog_niet, "nog-niet", Severity::error, "a table this version of saldo cannot compute with yet"},
    RuleInfo{Rule::onbekende_sleutel, "onbekende-sleutel", Severity::error, "a key that the format does not have"},
    RuleInfo{Rule::ontbrekende_sleutel, "ontbrekende-sleutel", Severity::error, "a required key is missing"},
    RuleInfo{Rule::verkeerd_type, "verkeerd-type", Severity::error, "a value of the wrong type"},
    RuleInfo{Rule::verkeerde_waarde, "verkeerde-waarde", Severity::error, "a value outside what its key allows"},
    RuleInfo{Rule::naam_teken, "naam-teken", Severity::error, "an invisible control character in a name"},
    RuleInfo{Rule::bedrag, "bedrag", Severity::error, "not an exact amount in euros"},
    RuleInfo{Rule::jaar, "jaar", Severity::error, "not a year"},
    RuleInfo{Rule::jaar_buiten_plan, "jaar-buiten-plan", Severity::error, "a year the plan does not cover"},
    RuleInfo{Rule::dubbel_nr, "dubbel-nr", Severity::error, "a number or id that is used twice"},
    RuleInfo{Rule::onbekende_programmalijn, "onbekende-programmalijn", Severity::error, "no programmalijn has this id"},
    RuleInfo{Rule::onbekend_project, "onbekend-project", Severity::error, "no project has this number"},
    RuleInfo{Rule::onbekende_index, "onbekende-index", Severity::error, "no index has this name"},
    RuleInfo{Rule::onbekende_post, "onbekende-post", Severity::error, "no post of the project has this number"},
    RuleInfo{Rule::index_jaar, "index-jaar", Severity::error, "an index has no rate for a year that needs one"},
    RuleInfo{Rule::delen, "delen", Severity::error, "the parts of a total are more than the whole"},
    RuleInfo{Rule::overdracht_zelf, "overdracht-zelf", Severity::error, "an overdracht from a project to itself"},
    RuleInfo{Rule::spiegel, "spiegel", Severity::error, "a spiegel with no other side, or two for one amount"},
    RuleInfo{Rule::sluitpost_dubbel, "sluitpost-dubbel", Severity::error, "two sluitposten in one project and year"},
    RuleInfo{Rule::restant, "restant", Severity::error, "a restant that cannot be worked out as asked"},
    RuleInfo{Rule::restant_dubbel, "restant-dubbel", Severity::error,
             "a typed post for the money a restant moves by itself"},
    RuleInfo{Rule::kring, "kring", Severity::error, "amounts that depend on each other in a circle"},
    RuleInfo{Rule::overloop, "overloop", Severity::error, "an amount beyond the range of saldo"},
    RuleInfo{Rule::wijziging_raakt_niets, "wijziging-raakt-niets", Severity::error, "a change that changes nothing"},
    RuleInfo{Rule::wijziging_raakt_meer, "wijziging-raakt-meer", Severity::error,
             "a change whose name fits more than one post"},
    RuleInfo{Rule::wijziging_tegenstrijdig, "wijziging-tegenstrijdig", Severity::error,
             "two changes that contradict each other"},
    RuleInfo{Rule::wijziging_verwijzing, "wijziging-verwijzing", Severity::error,
             "a dropped project that another still pays or counts on"},
    RuleInfo{Rule::wijziging_horizon, "wijziging-horizon", Severity::warning,
             "an amount that a schuif takes out of the years of the plan"},
    RuleInfo{Rule::controle, "controle", Severity::error, "a printed total that the plan does not reproduce"},
    RuleInfo{Rule::overdracht_geen_ontvangst, "overdracht-geen-ontvangst", Severity::error,
             "money that leaves a project and arrives nowhere"},
    RuleInfo{Rule::overdracht_geen_verzending, "overdracht-geen-verzending", Severity::error,
             "money that arrives from a project that does not send it"},
    RuleInfo{Rule::overdracht_verschil, "overdracht-verschil", Severity::error,
             "an overdracht whose two sides are not equal"},
    RuleInfo{Rule::overdracht_jaar, "overdracht-jaar", Severity::error,
             "an overdracht that arrives in another year than agreed"},
    RuleInfo{Rule::overdracht_einde, "overdracht-einde", Severity::error, "an overdracht to a project that has ended"},
    RuleInfo{Rule::dubbeling_geen_geld, "dubbeling-geen-geld", Severity::warning,
             "a declared dubbeling with no money behind it"},
    RuleInfo{Rule::dubbeling_niet_aangegeven, "dubbeling-niet-aangegeven", Severity::warning,
             "money between projects that declare no dubbeling"},
    RuleInfo{Rule::dubbeling_niet_wederzijds, "dubbeling-niet-wederzijds", Severity::warning,
             "a dubbeling that only one of the two declares"},
    RuleInfo{Rule::saldo_ondergrens, "saldo-ondergrens", Severity::warning, "a balance below zero or below its floor"},
    RuleInfo{Rule::saldo_na_einde, "saldo-na-einde", Severity::error,
             "a balance left when a project ends, without a decision"},
    RuleInfo{Rule::saldo_beweging_na_einde, "saldo-beweging-na-einde", Severity::error,
             "baten or lasten after the end of a project"},
    RuleInfo{Rule::saldo_opening, "saldo-opening", Severity::error,
             "a printed opening that is not the printed closing before it"},
    RuleInfo{Rule::evenwicht_structureel, "evenwicht-structureel", Severity::error,
             "structural lasten that structural baten do not cover"},
    RuleInfo{Rule::evenwicht_sluitend, "evenwicht-sluitend", Severity::error,
             "a year whose baten do not cover its lasten"},
    RuleInfo{Rule::index_afwijking, "index-afwijking", Severity::warning,
             "a typed amount that its index does not give"},
    RuleInfo{Rule::percentage_afwijking, "percentage-afwijking", Severity::warning,
             "a typed amount that its percentage does not give"},
    RuleInfo{Rule::onderbouwing_afwijking, "onderbouwing-afwijking", Severity::warning,
             "a typed amount that its onderbouwing does not give"},
    RuleInfo{Rule::pm_open, "pm-open", Severity::note, "a post whose amount is not known yet"},
    RuleInfo{Rule::verdacht_dubbel, "verdacht-dubbel", Severity::warning,
             "amounts that look like an overdracht nobody declared"},
    RuleInfo{Rule::verdacht_getal, "verdacht-getal", Severity::warning, "an amount that looks mistyped"},
    RuleInfo{Rule::index_ongebruikt, "index-ongebruikt", Severity::note, "an index that no post uses"},
    RuleInfo{Rule::programmalijn_leeg, "programmalijn-leeg", Severity::note, "a programmalijn without projects"},
    RuleInfo{Rule::post_leeg, "post-leeg", Severity::note, "a post without any amount"},
    RuleInfo{Rule::naam_dubbel, "naam-dubbel", Severity::warning, "a name that is used twice"},
    RuleInfo{Rule::naam_lijkt, "naam-lijkt", Severity::note, "names that differ only in case or accents"},
    RuleInfo{Rule::negeer_ongebruikt, "negeer-ongebruikt", Severity::warning, "a [[negeer]] that nothing matches"},
    RuleInfo{Rule::bandbreedte, "bandbreedte", Severity::error, "a range that no amount can be drawn from"},
    RuleInfo{Rule::onzeker_bedrag, "onzeker-bedrag", Severity::error,
             "a chance or range on a post without an amount of its own"},
    RuleInfo{Rule::samen_kans, "samen-kans", Severity::error, "posts drawn together that have different chances"},
    RuleInfo{Rule::samen_alleen, "samen-alleen", Severity::warning, "a samen_met that no other post has"},
};

constexpr const RuleInfo& info(Rule rule) { return rules[static_cast<std::size_t>(rule)]; }

std::optional<Rule> find_rule(std::string_view id);

constexpr bool rules_in_order() {
  for (std::size_t i = 0; i < rules.size(); ++i)
    if (static_cast<std::size_t>(rules[i].rule) != i) return false;
  return true;
}
static_assert(rules_in_order(), "info() finds a rule by its place in the table");

}  // namespace saldo
