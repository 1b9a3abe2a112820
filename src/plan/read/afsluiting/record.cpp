#include "plan/read/afsluiting/record.h"

#include "base/say.h"

namespace saldo {

namespace {

constexpr std::string_view oordeel_words[] = {"niet-acceptabel", "acceptabel"};

const Field<Bron> bron_fields[] = {
    fact<&Bron::bestand, &Bron::place>("bestand", true, marked("Name of the file that the amounts were read from."),
                                       {.example = "bestand = \"grootboek.csv\"", .counts = "`saldo close` names it"}),
    fact<&Bron::sha256>("sha256", false, marked("Fingerprint of that file, by which another one is told from it."),
                        {.absent = "not kept", .example = "sha256 = \"9f2c…\"", .counts = "`saldo close --check`"}),
    fact<&Bron::koppeling>("koppeling", false, marked("The koppeling that told what its rows are of."),
                           {.absent = "the columns of `saldo table --tidy`",
                            .example = "koppeling = \"grootboek\"",
                            .counts = "`saldo close`"}),
    fact<&Bron::regels>("regels", false, marked("How many rows it has."),
                        {.absent = "0", .example = "regels = 412", .counts = "`saldo close`"}),
    fact<&Bron::overgeslagen>("overgeslagen", false, marked("How many of them were skipped, for a reason."),
                              {.absent = "0", .example = "overgeslagen = 3", .counts = "`saldo close`"}),
    fact<&Bron::baten>(
        "baten", false, marked("The baten read from it, in euros."),
        {.absent = "0", .example = "baten = 7_012_345.10", .counts = "`saldo check`: the record adds up to them"}),
    fact<&Bron::lasten>(
        "lasten", false, marked("The lasten read from it, in euros."),
        {.absent = "0", .example = "lasten = 8_901_234.56", .counts = "`saldo check`: the record adds up to them"}),
};

const Field<Onderweg> onderweg_fields[] = {
    fact<&Onderweg::van>("van", true, marked("Nr of the project that sent it."),
                         {.example = "van = \"3.5\"", .counts = "`saldo close`, `saldo check`"}),
    fact<&Onderweg::naar>("naar", true, marked("Nr of the project that is to receive it."),
                          {.example = "naar = \"3.19\"", .counts = "`saldo close`, `saldo check`"}),
    fact<&Onderweg::bedrag, &Onderweg::place>(
        "onderweg", true, marked("What was sent and not received on 31 december, in euros; it arrives the year after."),
        {.example = "onderweg = 1_000", .counts = "`saldo close`, `saldo check`"}),
};

const Field<Voorschot> voorschot_fields[] = {
    fact<&Voorschot::project, &Voorschot::place>(
        "project", true, marked("Nr of the project that the advance is for."),
        {.example = "project = \"3.18\"", .counts = "`saldo close`, `saldo check`"}),
    fact<&Voorschot::begin>("begin", false, marked("What stood open on 1 januari, in euros."),
                            {.absent = "0", .example = "begin = 12_000", .counts = "what is open on 31 december"}),
    fact<&Voorschot::ontvangen>(
        "ontvangen", false, marked("What was received in the year, in euros."),
        {.absent = "0", .example = "ontvangen = 40_000", .counts = "what is open on 31 december"}),
    fact<&Voorschot::besteed>("besteed", false,
                              marked("What was spent in the year, in euros: the lasten of the project."),
                              {.absent = "0", .example = "besteed = 31_500", .counts = "what is open on 31 december"}),
    fact<&Voorschot::terugbetaald>(
        "terugbetaald", false, marked("What was paid back in the year, in euros."),
        {.absent = "0", .example = "terugbetaald = 0", .counts = "what is open on 31 december"}),
};

const Field<Oordeel> oordeel_fields[] = {
    {"programmalijn",
     false,
     marked("Id of the programmalijn whose lasten are above its budget."),
     number_name_shape,
     [](Reader& r, const toml::node& n, Oordeel& oordeel) {
       oordeel.over = {r.number_name(n).value_or(""), r.place(n)};
       oordeel.place = r.place(n);
     },
     {.absent = "it names a `project`",
      .example =
          "programmalijn = \"llo\"\noverschrijding = \"acceptabel\"\ntoelichting = \"Gedekt door een hogere subsidie\"",
      .counts = "`saldo close`, `saldo check`"}},
    {"project",
     false,
     marked("Nr of the project whose lasten are above its budget, where each project is judged."),
     number_name_shape,
     [](Reader& r, const toml::node& n, Oordeel& oordeel) {
       oordeel.over = {r.number_name(n).value_or(""), r.place(n)};
       oordeel.place = r.place(n);
       oordeel.of_project = true;
     },
     {.absent = "it names a `programmalijn`",
      .example =
          "project = \"3.5\"\noverschrijding = \"acceptabel\"\ntoelichting = \"Gedekt door een hogere subsidie\"",
      .counts = "`saldo close`, `saldo check`"}},
    {"overschrijding",
     true,
     marked("What is thought of it."),
     one_of<oordeel_words>,
     [](Reader& r, const toml::node& n, Oordeel& oordeel) {
       oordeel.acceptabel = r.choice(n, oordeel_words).value_or(0) == 1;
     },
     {.example =
          "programmalijn = \"llo\"\noverschrijding = \"niet-acceptabel\"\ntoelichting = \"Besteld zonder besluit\"",
      .counts = "`saldo close`"}},
    fact<&Oordeel::toelichting>("toelichting", true, marked("Why."),
                                {.example = "programmalijn = \"llo\"\noverschrijding = \"acceptabel\"\ntoelichting = "
                                            "\"Gedekt door een hogere subsidie\"",
                                 .counts = "for whoever reads the accounts"}),
};

const Field<Correctie> correctie_fields[] = {
    fact<&Correctie::project>("project", true, marked("Nr of the project whose booking turned out otherwise."),
                              {.example = "project = \"3.5\"", .counts = "`saldo close`, `saldo check`"}),
    {"post",
     true,
     marked("Nr or naam of the post it was booked on."),
     number_name_shape,
     [](Reader& r, const toml::node& n, Correctie& correctie) {
       correctie.post = {r.number_name(n).value_or(""), r.place(n)};
     },
     {.example = "post = 1", .counts = "`saldo close`, `saldo check`"}},
    {"kant",
     true,
     marked("Which side of it."),
     one_of<side_words>,
     [](Reader& r, const toml::node& n, Correctie& correctie) {
       correctie.kant = static_cast<Direction>(r.choice(n, side_words).value_or(0));
     },
     {.example = "kant = \"baten\"", .counts = "`saldo close`, `saldo check`"}},
    fact<&Correctie::bedrag, &Correctie::place>(
        "bedrag", true, marked("What has to be added to it, in euros; below zero what has to be taken off."),
        {.example = "bedrag = -1_000", .counts = "the year it is verwerkt_in must hold it"}),
    fact<&Correctie::verwerkt_in>("verwerkt_in", true, marked("The open year that takes it."),
                                  {.example = "verwerkt_in = 2026",
                                   .counts = "`saldo check`: a post of the project has this amount in that year"}),
    fact<&Correctie::toelichting>("toelichting", false, marked("Why it turned out otherwise."),
                                  {.absent = "not said",
                                   .example = "toelichting = \"Afrekening van de provincie\"",
                                   .counts = "for whoever reads the accounts"}),
};

const Field<Heropend> heropend_fields[] = {
    fact<&Heropend::datum>("datum", true, marked("When an adopted record was opened again."),
                           {.example = "datum = 2026-10-01", .counts = "for whoever reads the accounts"}),
    fact<&Heropend::reden>("reden", true, marked("Why."),
                           {.example = "reden = \"Controleverklaring\"", .counts = "for whoever reads the accounts"}),
    fact<&Heropend::eindsaldo>("eindsaldo", true, marked("What all projects together ended with in the record before."),
                               {.example = "eindsaldo = 1_290_114.32", .counts = "for whoever reads the accounts"}),
};

template <class Item, std::size_t N>
void read_items(Reader& reader, const toml::node& node, std::string_view name, const Field<Item> (&fields)[N],
                std::vector<Item>& items) {
  for_each_table(reader, node, name, [&](const toml::table& table) {
    Item item;
    read_fields<Item>(reader, table, name, fields, item);
    items.push_back(std::move(item));
  });
}

template <class Item, std::size_t N>
Shape items_shape(std::string_view name, const Field<Item> (&fields)[N]) {
  return list_of(table_of<Item>(fields, name));
}

}  // namespace

void read_bronnen(Reader& reader, const toml::node& node, Afsluiting& afsluiting) {
  read_items(reader, node, "[[afsluiting.bron]]", bron_fields, afsluiting.bronnen);
}

void read_onderweg(Reader& reader, const toml::node& node, Afsluiting& afsluiting) {
  read_items(reader, node, "[[afsluiting.overdracht]]", onderweg_fields, afsluiting.onderweg);
}

void read_voorschotten(Reader& reader, const toml::node& node, Afsluiting& afsluiting) {
  read_items(reader, node, "[[afsluiting.voorschot]]", voorschot_fields, afsluiting.voorschotten);
}

void read_oordelen(Reader& reader, const toml::node& node, Afsluiting& afsluiting) {
  for_each_table(reader, node, "[[afsluiting.oordeel]]", [&](const toml::table& table) {
    Oordeel oordeel;
    read_fields<Oordeel>(reader, table, "[[afsluiting.oordeel]]", oordeel_fields, oordeel);
    if (table.contains("programmalijn") == table.contains("project"))
      reader.report(Rule::ontbrekende_sleutel, table,
                    say("what is judged is a `programmalijn` or a `project`: one of them"),
                    say("write programmalijn = \"llo\""));
    afsluiting.oordelen.push_back(std::move(oordeel));
  });
}

void read_correcties(Reader& reader, const toml::node& node, Afsluiting& afsluiting) {
  read_items(reader, node, "[[afsluiting.correctie]]", correctie_fields, afsluiting.correcties);
}

void read_heropend(Reader& reader, const toml::node& node, Afsluiting& afsluiting) {
  read_items(reader, node, "[[afsluiting.heropend]]", heropend_fields, afsluiting.heropend);
}

Shape bronnen_shape() { return items_shape("[[afsluiting.bron]]", bron_fields); }
Shape onderweg_shape() { return items_shape("[[afsluiting.overdracht]]", onderweg_fields); }
Shape voorschotten_shape() { return items_shape("[[afsluiting.voorschot]]", voorschot_fields); }
Shape oordelen_shape() { return items_shape("[[afsluiting.oordeel]]", oordeel_fields); }
Shape correcties_shape() { return items_shape("[[afsluiting.correctie]]", correctie_fields); }
Shape heropend_shape() { return items_shape("[[afsluiting.heropend]]", heropend_fields); }

}  // namespace saldo
