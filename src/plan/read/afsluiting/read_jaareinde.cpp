// [jaareinde]: what the organisation has agreed for its accounts.
#include "base/say.h"
#include "plan/read/afsluiting/record.h"

namespace saldo {

namespace {

constexpr std::string_view level_words[] = {"programmalijn", "project", "uit"};
constexpr std::string_view aard_words[] = {"incidenteel", "structureel", "alle"};

const Field<Jaareinde::Overheveling> overheveling_fields[] = {
    fact<&Jaareinde::Overheveling::minimaal>(
        "minimaal", false, marked("The least that may be left of a post, in euros."),
        {.absent = "0", .example = "overheveling = { minimaal = 5_000 }", .counts = "`saldo close --overheveling`"}),
    {"soort",
     false,
     marked("Which posts may be proposed."),
     one_of<aard_words>,
     [](Reader& r, const toml::node& n, Jaareinde::Overheveling& rules) {
       rules.soort = static_cast<Jaareinde::Soort>(r.choice(n, aard_words).value_or(0));
     },
     {.absent = "`incidenteel`",
      .example = "overheveling = { soort = \"alle\" }",
      .counts = "`saldo close --overheveling`"}},
    fact<&Jaareinde::Overheveling::bestedingsplan>(
        "bestedingsplan", false, marked("Whether only what says in its toelichting what it is for may be proposed."),
        {.absent = "false",
         .example = "overheveling = { bestedingsplan = true }",
         .counts = "`saldo close --overheveling`"}),
    fact<&Jaareinde::Overheveling::jaren>(
        "jaren", false, marked("In how many years after the one it was budgeted for it may be spent."),
        {.absent = "1", .example = "overheveling = { jaren = 2 }", .counts = "`saldo check`: restant-verlopen"}),
};

const Field<Jaareinde> jaareinde_fields[] = {
    {"toelichting_vanaf",
     false,
     marked("A post that deviates by this much from its budget, in euros, says why."),
     money_shape,
     [](Reader& r, const toml::node& n, Jaareinde& jaareinde) { jaareinde.toelichting_vanaf = r.money(n); },
     {.absent = "no amount asks for it",
      .example = "toelichting_vanaf = 25_000",
      .counts = "`saldo check`: afsluiting-toelichting"}},
    {"toelichting_procent",
     false,
     marked("A post that deviates by this share of its budget, in percent, says why."),
     decimal_shape,
     [](Reader& r, const toml::node& n, Jaareinde& jaareinde) {
       if (const auto percent = r.decimal(n)) jaareinde.toelichting_procent = *percent * Ratio{1, 100};
     },
     {.absent = "no share asks for it",
      .example = "toelichting_procent = 10",
      .counts = "`saldo check`: afsluiting-toelichting"}},
    {"rechtmatigheid",
     false,
     marked("On what level the budget binds: programmalijn, project, or uit where no council of its own decides."),
     one_of<level_words>,
     [](Reader& r, const toml::node& n, Jaareinde& jaareinde) {
       jaareinde.rechtmatigheid = static_cast<Jaareinde::Rechtmatigheid>(r.choice(n, level_words).value_or(0));
     },
     {.absent = "`programmalijn`",
      .example = "rechtmatigheid = \"project\"",
      .counts = "`saldo check`: afsluiting-overschrijding"}},
    {"overheveling",
     false,
     marked("What may be proposed to be spent in the next year."),
     [] { return table_of<Jaareinde::Overheveling>(overheveling_fields, "overheveling"); },
     [](Reader& r, const toml::node& n, Jaareinde& jaareinde) {
       const toml::table* table = r.table(n, marked("a table"));
       if (table == nullptr) return;
       jaareinde.overheveling.emplace();
       read_fields<Jaareinde::Overheveling>(r, *table, "overheveling", overheveling_fields, *jaareinde.overheveling);
     },
     {.absent = "nothing may",
      .example = "overheveling = { minimaal = 5_000, soort = \"alle\" }",
      .counts = "`saldo close --overheveling`"}},
};

}  // namespace

void read_jaareinde(Reader& reader, const toml::node& node, Part& part) {
  const toml::table* table = reader.table(node, marked("a table [jaareinde]"));
  if (table == nullptr) return;
  Jaareinde jaareinde;
  jaareinde.place = reader.place(*table);
  read_fields<Jaareinde>(reader, *table, "[jaareinde]", jaareinde_fields, jaareinde);
  part.jaareindes.push_back(std::move(jaareinde));
}

Shape jaareinde_shape() { return table_of<Jaareinde>(jaareinde_fields, "[jaareinde]"); }

}  // namespace saldo
