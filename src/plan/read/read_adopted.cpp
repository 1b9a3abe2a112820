// The two tables that hold changes: [[begrotingswijziging]] and [scenario].
#include "plan/read/changes.h"

namespace saldo {

namespace {

struct AdoptedDraft {
  Begrotingswijziging adopted;
  Part* part;
};

const Field<AdoptedDraft> adopted_fields[] = {
    {"nr",
     true,
     marked("Number of the begrotingswijziging: 1 or \"2025-3\"."),
     number_name_shape,
     [](Reader& r, const toml::node& n, AdoptedDraft& d) {
       d.adopted.nr = r.number_name(n).value_or("");
       d.adopted.place = r.place(n);
     },
     {.example = "nr = \"2025-3\"", .counts = "the order of changes of one date; `saldo changes`"}},
    {"datum",
     true,
     marked("The date of the decision: 2025-06-30. Later ones may change what earlier ones set."),
     date_shape,
     [](Reader& r, const toml::node& n, AdoptedDraft& d) { d.adopted.datum = r.date(n).value_or(Date{}); },
     {.example = "datum = 2025-06-30", .counts = "the order of changes; `--as-of`"}},
    {"besluit",
     false,
     marked("Who decided, and where it is written: \"raad 30 juni 2025, agendapunt 7\"."),
     text_shape,
     [](Reader& r, const toml::node& n, AdoptedDraft& d) { d.adopted.besluit = r.text(n).value_or(""); },
     {.absent = "not said", .example = "besluit = \"raad 30 juni 2025, agendapunt 7\"", .counts = "`saldo changes`"}},
    {"naam",
     false,
     marked("What people call it: \"Voorjaarsnota 2025\"."),
     text_shape,
     [](Reader& r, const toml::node& n, AdoptedDraft& d) { d.adopted.naam = r.text(n).value_or(""); },
     {.absent = "not said", .example = "naam = \"Voorjaarsnota 2025\"", .counts = "`saldo changes`"}},
    {"toelichting",
     false,
     marked("Why the budget changes."),
     text_shape,
     [](Reader& r, const toml::node& n, AdoptedDraft& d) { d.adopted.toelichting = r.text(n).value_or(""); },
     {.absent = "not said", .example = "toelichting = \"De rijksbijdrage valt tegen.\"", .counts = "`saldo changes`"}},
    {"neutraal",
     false,
     marked("true: it may not change the saldo of any year: baten and lasten move together."),
     boolean_shape,
     [](Reader& r, const toml::node& n, AdoptedDraft& d) {
       d.adopted.neutraal = r.boolean(n).value_or(false);
       d.adopted.neutraal_place = r.place(n);
     },
     {.absent = "it may change any saldo",
      .example = "neutraal = true",
      .counts = "`saldo check`: wijziging-niet-neutraal"}},
    {"wijziging",
     true,
     marked("The changes it consists of, in the order in which they apply."),
     changes_shape,
     [](Reader& r, const toml::node& n, AdoptedDraft& d) { read_changes(r, n, *d.part, d.adopted.wijzigingen); },
     {.counts = "every figure, unless `--standing primitief` leaves it out"}},
};

const Field<Scenario> scenario_table_fields[] = {
    {"naam",
     true,
     marked("Name of the scenario."),
     text_shape,
     [](Reader& r, const toml::node& n, Scenario& s) { s.naam = r.text(n).value_or(""); },
     {.example = "naam = \"Lonen +4%\"", .counts = "names its columns and rows"}},
    {"toelichting",
     false,
     marked("The question it answers."),
     text_shape,
     [](Reader& r, const toml::node& n, Scenario& s) { s.toelichting = r.text(n).value_or(""); },
     {.absent = "not said",
      .example = "toelichting = \"Wat als de cao lager uitvalt?\"",
      .counts = "for whoever reads the file"}},
};

}  // namespace

void read_begrotingswijzigingen(Reader& reader, const toml::node& node, Part& part) {
  for_each_table(reader, node, "[[begrotingswijziging]]", [&](const toml::table& table) {
    AdoptedDraft draft{{}, &part};
    draft.adopted.place = reader.place(table);
    read_fields<AdoptedDraft>(reader, table, "[[begrotingswijziging]]", adopted_fields, draft);
    part.begrotingswijzigingen.push_back(std::move(draft.adopted));
  });
}

void read_scenario_table(Reader& reader, const toml::node& node, Part& part) {
  if (const toml::table* table = reader.table(node, "a table [scenario]"))
    read_fields<Scenario>(reader, *table, "[scenario]", scenario_table_fields, part.scenario);
}

void read_scenario_changes(Reader& reader, const toml::node& node, Part& part) {
  read_changes(reader, node, part, part.scenario.wijzigingen);
}

Shape begrotingswijzigingen_shape() {
  return list_of(table_of<AdoptedDraft>(adopted_fields, "[[begrotingswijziging]]"));
}
Shape scenario_shape() { return table_of<Scenario>(scenario_table_fields, "[scenario]"); }

}  // namespace saldo
