// resultaat: what a target came to, as it is said and as it is measured; feit: a printed figure that is neither.
#include "base/say.h"
#include "plan/read/doel/rows.h"

namespace saldo {

namespace {

constexpr std::string_view judged = "`saldo goals`: whether a target is reached";

const Field<Resultaat> resultaat_fields[] = {
    {"streef",
     false,
     marked("The nr of the target it is of."),
     [] { return integer_shape(1, 999); },
     [](Reader& r, const toml::node& n, Resultaat& resultaat) {
       resultaat.streef_place = r.place(n);
       if (const auto nr = r.integer(n, 1, 999)) resultaat.streef = static_cast<std::uint32_t>(*nr);
     },
     {.absent = "the only target; where there are more, or `wat` is given, the goal as a whole",
      .example = "streef = 1",
      .counts = "which target it decides on"},
     {.same = same_member<&Resultaat::streef>, .label = "streef"}},
    fixed(plain<&Resultaat::wat>(
        "wat", false, marked("What it is of, where that is not one target."),
        {.absent = "that of the target", .example = "wat = \"het merendeel\"", .counts = on_its_page})),
    fixed(plain<&Resultaat::waarde>(
        "waarde", false, marked("How much it was."),
        {.absent = "not known, which is not zero", .example = "waarde = 51", .counts = judged})),
    fixed(of_maat<Resultaat, &Maat::eenheid>(
        "eenheid", marked("What the number is in: \"%\" or a noun."),
        {.absent = "as the target", .example = "eenheid = \"%\"", .counts = judged})),
    fixed(of_maat<Resultaat, &Maat::van>(
        "van", marked("What a percentage is of."),
        {.absent = "as the target", .example = "van = \"de deelnemers\"", .counts = on_its_page})),
    fixed(of_maat<Resultaat, &Maat::van_aantal>("van_aantal", marked("How many those are."),
                                                {.absent = "as the target",
                                                 .example = "van_aantal = 100",
                                                 .counts = "brings a number and a percentage together"})),
    fixed(plain<&Resultaat::procent>("procent", false, marked("The percentage that is printed beside `waarde`."),
                                     {.absent = "none is printed", .example = "procent = 51", .counts = on_its_page})),
    jaar_of_moment<Resultaat>({.absent = "not said", .example = "jaar = 2026", .counts = judged}),
    datum_of_moment<Resultaat>({.absent = "the year, or not said", .example = "datum = 2026-10-31", .counts = judged}),
    fixed(chosen<&Resultaat::beweerd, beweringen, &Resultaat::beweerd_place>(
        "beweerd", false, marked("What is said to be reached: a claim, which decides nothing."),
        {.absent = "nothing is claimed", .example = "beweerd = \"gehaald\"", .counts = "stands beside what follows"})),
    fixed(chosen<&Resultaat::vergeleken, vergelijkingen, &Resultaat::vergeleken_place>(
        "vergeleken", false, marked("What must follow from the figures: a check on saldo, as `controle` is."),
        {.absent = "nothing is checked", .example = "vergeleken = \"gehaald\"", .counts = "`saldo check`"})),
    fixed(plain<&Resultaat::bekend_na>(
        "bekend_na", false, marked("The year or day after which it will be known."),
        {.absent = "it is known", .example = "bekend_na = 2027-03-31", .counts = "when it is due"})),
    fixed(plain<&Resultaat::bron>("bron", false, marked("Who measured it."),
                                  {.absent = "not said", .example = "bron = \"UWV\"", .counts = on_its_page})),
};

const Field<Feit> feit_fields[] = {
    fixed(plain<&Feit::wat>("wat", true, marked("What the figure is of."),
                            {.example = "wat = \"inwoners tot 130% van het minimum\"", .counts = on_its_page})),
    {"waarde",
     true,
     marked("How much it is."),
     decimal_shape,
     [](Reader& r, const toml::node& n, Feit& feit) { feit.waarde = read_cijfer(r, n).value_or(Cijfer{}); },
     {.example = "waarde = 16_000", .counts = on_its_page},
     {.same = same_member<&Feit::waarde>,
      .label = "waarde",
      .words = [](const PlanVersion&, const Feit& feit) { return in_figures(feit.waarde.getal); }}},
    fixed(of_maat<Feit, &Maat::eenheid>(
        "eenheid", marked("What the number is in: \"%\" or a noun."),
        {.absent = "a number of them", .example = "eenheid = \"%\"", .counts = on_its_page})),
    fixed(of_maat<Feit, &Maat::van>("van", marked("What a percentage is of."),
                                    {.absent = "not said", .example = "van = \"de inwoners\"", .counts = on_its_page})),
    fixed(
        of_maat<Feit, &Maat::van_aantal>("van_aantal", marked("How many those are."),
                                         {.absent = "not said", .example = "van_aantal = 800", .counts = on_its_page})),
    jaar_of_moment<Feit>({.absent = "not said", .example = "jaar = 2024", .counts = on_its_page}),
    datum_of_moment<Feit>({.absent = "the year, or not said", .example = "datum = 2024-10-31", .counts = on_its_page}),
    fixed(plain<&Feit::ongeveer>("ongeveer", false, marked("true: it is printed as about so much."),
                                 {.absent = "it is exact", .example = "ongeveer = true", .counts = on_its_page})),
    fixed(plain<&Feit::bron>("bron", false, marked("Who measured it."),
                             {.absent = "not said", .example = "bron = \"CBS\"", .counts = on_its_page})),
};

void check_resultaat(Reader& reader, const toml::table& table) {
  refuse_year_and_day(reader, table);
  if (table.contains("waarde") || table.contains("beweerd") || table.contains("bekend_na")) return;
  reader.report(Rule::ontbrekende_sleutel, table, say("this result says nothing"),
                say("write waarde = 51, beweerd = \"gehaald\" or bekend_na = 2027 in it"));
}

}  // namespace

template <>
const std::vector<Setting<Resultaat>>& settings_of<Resultaat>() {
  static const std::vector<Setting<Resultaat>> settings = settings_from<Resultaat>(resultaat_fields);
  return settings;
}

template <>
const std::vector<Setting<Feit>>& settings_of<Feit>() {
  static const std::vector<Setting<Feit>> settings = settings_from<Feit>(feit_fields);
  return settings;
}

void read_resultaten(Reader& reader, const toml::node& node, Doel& doel) {
  for_each_table(reader, node, "[[doel.resultaat]]", [&](const toml::table& table) {
    Resultaat resultaat;
    resultaat.place = reader.place(table);
    read_fields<Resultaat>(reader, table, "[[doel.resultaat]]", resultaat_fields, resultaat);
    check_resultaat(reader, table);
    doel.resultaten.push_back(std::move(resultaat));
  });
}

void read_feiten(Reader& reader, const toml::node& node, Doel& doel) {
  for_each_table(reader, node, "[[doel.feit]]", [&](const toml::table& table) {
    Feit feit;
    feit.place = reader.place(table);
    read_fields<Feit>(reader, table, "[[doel.feit]]", feit_fields, feit);
    refuse_year_and_day(reader, table);
    doel.feiten.push_back(std::move(feit));
  });
}

Shape resultaten_shape() { return list_of(table_of<Resultaat>(resultaat_fields, "[[doel.resultaat]]")); }
Shape feiten_shape() { return list_of(table_of<Feit>(feit_fields, "[[doel.feit]]")); }

}  // namespace saldo
