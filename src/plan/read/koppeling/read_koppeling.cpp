// [[koppeling]]: how the export of a financial package is read.
#include <algorithm>

#include "base/say.h"
#include "plan/read/part.h"

namespace saldo {

namespace {

constexpr std::string_view separator_words[] = {";", ",", "|", "tab"};
constexpr std::string_view tekenset_words[] = {to_text(Tekenset::utf_8), to_text(Tekenset::windows_1252)};
constexpr std::string_view getal_words[] = {to_text(Getal::nl), to_text(Getal::punt)};
constexpr std::string_view teken_words[] = {to_text(Teken::debet_positief),
                                            to_text(Teken::credit_positief),
                                            to_text(Teken::lasten_positief),
                                            to_text(Teken::debet_credit),
                                            to_text(Teken::vlag),
                                            to_text(Teken::baten_lasten)};
constexpr std::string_view niveau_words[] = {to_text(Niveau::saldi), to_text(Niveau::boekingen)};
constexpr std::string_view intern_words[] = {to_text(Intern::plan), to_text(Intern::boekingen)};
constexpr std::string_view zonder_rij_words[] = {to_text(ZonderRij::nul), to_text(ZonderRij::fout)};
constexpr std::int64_t last_heading_line = 1'000;

constexpr std::string_view counts_always = "which rows are read, and as what";

Named read_named(Reader& reader, const toml::node& node) {
  return {std::string(reader.text(node).value_or("")), reader.place(node)};
}

// A key whose value is one of `words`, in the order of the type of `member`.
template <auto member, const auto& words, class Values>
void read_choice(Reader& reader, const toml::node& node, Values& values) {
  using Value = std::remove_reference_t<decltype(values.*member)>;
  values.*member = static_cast<Value>(reader.choice(node, words).value_or(0));
}

// --- kolommen ---

template <Named Kolommen::*heading>
constexpr Field<Kolommen> column(std::string_view key, Marked description, std::string_view absent,
                                 std::string_view example) {
  return {key,
          false,
          description,
          text_shape,
          [](Reader& r, const toml::node& n, Kolommen& kolommen) { kolommen.*heading = read_named(r, n); },
          {.absent = absent, .example = example, .counts = counts_always}};
}

void read_key_columns(Reader& reader, const toml::node& node, Kolommen& kolommen) {
  if (node.is_string()) {
    kolommen.sleutel.push_back(read_named(reader, node));
    return;
  }
  const toml::array* array = reader.array(node, marked("a heading, or a list of headings"));
  if (array == nullptr) return;
  for (const toml::node& heading : *array) kolommen.sleutel.push_back(read_named(reader, heading));
  if (array->empty()) reader.report(Rule::verkeerde_waarde, node, say("the list of headings is empty"));
}

Shape key_columns_shape() {
  Shape list = list_of(text_shape());
  list.filled = true;
  return either(text_shape(), list);
}

const Field<Kolommen> kolommen_fields[] = {
    {"sleutel",
     true,
     marked("The heading of the column that a regel looks at, or of several: their cells are joined with a slash."),
     key_columns_shape,
     read_key_columns,
     {.example = "kolommen = { sleutel = [\"Kostenplaats\", \"Kostensoort\"], bedrag = \"Saldo\" }",
      .counts = counts_always}},
    column<&Kolommen::naam>("naam", marked("The heading of a column with a name, for who reads the findings."),
                            "no names are shown",
                            "kolommen = { sleutel = \"Rekening\", bedrag = \"Saldo\", naam = \"Omschrijving\" }"),
    column<&Kolommen::bedrag>("bedrag", marked("The heading of the amounts, where they are in one column."),
                              "there are two columns", "kolommen = { sleutel = \"Rekening\", bedrag = \"Saldo\" }"),
    column<&Kolommen::jaar>("jaar", marked("The heading of the year, the period or the date of a row."),
                            "every row is of the year that is closed",
                            "kolommen = { sleutel = \"Rekening\", bedrag = \"Saldo\", jaar = \"Boekjaar\" }"),
    column<&Kolommen::verplichting>(
        "verplichting", marked("The heading of what was ordered and is not booked yet."), "none are read",
        "kolommen = { sleutel = \"Rekening\", bedrag = \"Saldo\", verplichting = \"Verplicht\" }"),
    column<&Kolommen::debet>(
        "debet", marked("The heading of the debit amounts, with `teken = \"debet-credit\"`."), "another `teken`",
        "kolommen = { sleutel = \"Rekening\", debet = \"Debet\", credit = \"Credit\" }\nteken = \"debet-credit\""),
    column<&Kolommen::credit>(
        "credit", marked("The heading of the credit amounts, with `teken = \"debet-credit\"`."), "another `teken`",
        "kolommen = { sleutel = \"Rekening\", debet = \"Debet\", credit = \"Credit\" }\nteken = \"debet-credit\""),
    column<&Kolommen::vlag>(
        "vlag", marked("The heading of the flag D or C beside the amount, with `teken = \"vlag\"`."), "another `teken`",
        "kolommen = { sleutel = \"Rekening\", bedrag = \"Bedrag\", vlag = \"D/C\" }\nteken = "
        "\"vlag\""),
    column<&Kolommen::baten>(
        "baten", marked("The heading of the baten, with `teken = \"baten-lasten\"`."), "another `teken`",
        "kolommen = { sleutel = \"Rekening\", baten = \"Baten\", lasten = \"Lasten\" }\nteken = \"baten-lasten\""),
    column<&Kolommen::lasten>(
        "lasten", marked("The heading of the lasten, with `teken = \"baten-lasten\"`."), "another `teken`",
        "kolommen = { sleutel = \"Rekening\", baten = \"Baten\", lasten = \"Lasten\" }\nteken = \"baten-lasten\""),
};

Shape kolommen_shape() { return table_of<Kolommen>(kolommen_fields, "kolommen"); }

void read_kolommen(Reader& reader, const toml::node& node, Koppeling& koppeling) {
  const toml::table* table = reader.table(node, marked("a table"));
  if (table == nullptr) return;
  koppeling.kolommen.place = reader.place(*table);
  read_fields<Kolommen>(reader, *table, "kolommen", kolommen_fields, koppeling.kolommen);
}

// --- totaalregel ---

const Field<Totaalregel> totaalregel_fields[] = {
    {"kolom",
     true,
     marked("The heading of the column in which a row says that it adds up others."),
     text_shape,
     [](Reader& r, const toml::node& n, Totaalregel& rows) { rows.kolom = read_named(r, n); },
     {.example = "totaalregel = { kolom = \"Omschrijving\", waarde = \"Totaal*\" }", .counts = counts_always}},
    {"waarde",
     true,
     marked("What stands there, with * for anything and ? for one character."),
     text_shape,
     [](Reader& r, const toml::node& n, Totaalregel& rows) { rows.waarde = r.text(n).value_or(""); },
     {.example = "totaalregel = { kolom = \"Omschrijving\", waarde = \"Totaal*\" }", .counts = counts_always}},
};

void read_totaalregel(Reader& reader, const toml::node& node, Koppeling& koppeling) {
  const toml::table* table = reader.table(node, marked("a table"));
  if (table == nullptr) return;
  koppeling.totaalregel.emplace();
  read_fields<Totaalregel>(reader, *table, "totaalregel", totaalregel_fields, *koppeling.totaalregel);
}

// --- regel ---

const Field<KoppelingRegel> regel_fields[] = {
    {"sleutel",
     true,
     marked("The key of the rows, with * for anything and ? for one character; the first regel that fits wins."),
     text_shape,
     [](Reader& r, const toml::node& n, KoppelingRegel& regel) { regel.sleutel = read_named(r, n); },
     {.example = "sleutel = \"7350/43*\"", .counts = counts_always}},
    {"project",
     false,
     marked("The nr of the project they belong to."),
     number_name_shape,
     [](Reader& r, const toml::node& n, KoppelingRegel& regel) {
       regel.project = read_reference<ProjectId>(r, n).value_or(Reference<ProjectId>{"", r.place(n)});
     },
     {.absent = "it has `overslaan`", .example = "project = \"3.5\"", .counts = counts_always}},
    {"post",
     false,
     marked("The nr of the post, or its naam."),
     number_name_shape,
     [](Reader& r, const toml::node& n, KoppelingRegel& regel) {
       regel.post = {r.number_name(n).value_or(""), r.place(n)};
     },
     {.absent = "it has `naam` or `overslaan`", .example = "post = 2", .counts = counts_always}},
    {"naam",
     false,
     marked("What it is called, where no post was budgeted for it."),
     text_shape,
     [](Reader& r, const toml::node& n, KoppelingRegel& regel) { regel.naam = read_named(r, n); },
     {.absent = "it has `post` or `overslaan`",
      .example = "sleutel = \"4999\"\nproject = \"3.18\"\nnaam = \"Advocaat\"\ntoelichting = \"Bezwaar over 2024\"\n"
                 "kant = \"lasten\"\n\n[[koppeling.regel]]\nsleutel = \"4310\"\nproject = \"3.5\"\nkant = \"lasten\"",
      .counts = counts_always}},
    {"kant",
     false,
     marked("The side of the post; a credit note then lowers its lasten."),
     one_of<side_words>,
     [](Reader& r, const toml::node& n, KoppelingRegel& regel) {
       if (const auto side = r.choice(n, side_words)) regel.kant = static_cast<Direction>(*side);
     },
     {.absent = "the column says it, with `teken = \"baten-lasten\"`",
      .example = "kant = \"lasten\"",
      .counts = counts_always}},
    {"overslaan",
     false,
     marked("Why these rows are nothing of the plan."),
     text_shape,
     [](Reader& r, const toml::node& n, KoppelingRegel& regel) { regel.overslaan = read_named(r, n); },
     {.absent = "they are amounts of the plan",
      .example = "sleutel = \"1600\"\noverslaan = \"balanspost\"\n\n[[koppeling.regel]]\nsleutel = \"4310\"\nkant = "
                 "\"lasten\"",
      .counts = counts_always}},
    {"toelichting",
     false,
     marked("Why it was not budgeted, or why it is not what was budgeted."),
     text_shape,
     [](Reader& r, const toml::node& n, KoppelingRegel& regel) { regel.toelichting = r.text(n).value_or(""); },
     {.absent = "not said",
      .example = "toelichting = \"Afrekening over 2024\"",
      .counts = "for whoever reads the accounts"}},
};

// A regel says one thing: a post, something without a budget, or why it is skipped.
void check_regel(Reader& reader, const toml::table& table) {
  const auto there = [&table](std::string_view key) { return table.contains(key); };
  if (there("overslaan")) {
    for (const char* key : {"project", "post", "naam"})
      if (there(key))
        reader.report(Rule::verkeerde_waarde, *table.get(key), say("what is skipped is no post: it has `overslaan`"),
                      say("take `overslaan` out, or `project` and what stands beside it"));
    return;
  }
  if (!there("project") || there("post") == there("naam"))
    reader.report(Rule::ontbrekende_sleutel, table,
                  say("a regel says its `project` and `post`, or `overslaan` and why"),
                  say("write project = \"3.18\", post = 5 and kant = \"lasten\", or overslaan = \"balanspost\""));
  else if (there("naam") && !there("toelichting"))
    reader.report(Rule::ontbrekende_sleutel, *table.get("naam"), say("what was not budgeted says why: `toelichting`"));
}

void read_regels(Reader& reader, const toml::node& node, Koppeling& koppeling) {
  for_each_table(reader, node, "[[koppeling.regel]]", [&](const toml::table& table) {
    KoppelingRegel regel;
    regel.place = reader.place(table);
    read_fields<KoppelingRegel>(reader, table, "[[koppeling.regel]]", regel_fields, regel);
    check_regel(reader, table);
    if (!table.contains("overslaan") && !table.contains("kant") && koppeling.teken != Teken::baten_lasten)
      reader.report(Rule::ontbrekende_sleutel, table, say("a regel says the `kant` of its post: baten or lasten"),
                    say("write kant = \"lasten\""));
    koppeling.regels.push_back(std::move(regel));
  });
}

Shape regels_shape() { return list_of(table_of<KoppelingRegel>(regel_fields, "[[koppeling.regel]]")); }

// --- koppeling ---

// Read after the others, as what a regel needs follows from `teken`.
void later(Reader&, const toml::node&, Koppeling&) {}

const Field<Koppeling> koppeling_fields[] = {
    {"naam",
     true,
     marked("What it goes by: `saldo close --koppeling key2`."),
     text_shape,
     [](Reader& r, const toml::node& n, Koppeling& koppeling) {
       koppeling.naam = r.text(n).value_or("");
       koppeling.place = r.place(n);
     },
     {.example = "naam = \"key2\"", .counts = "which koppeling this is"}},
    {"blad",
     false,
     marked("The sheet of a workbook (.xlsx, .ods) that is read, by its name or its number."),
     text_shape,
     [](Reader& r, const toml::node& n, Koppeling& koppeling) { koppeling.blad = read_named(r, n); },
     {.absent = "the only one that is not hidden", .example = "blad = \"Saldi\"", .counts = counts_always}},
    {"scheiding",
     false,
     marked("What stands between two cells."),
     one_of<separator_words>,
     [](Reader& r, const toml::node& n, Koppeling& koppeling) {
       if (const auto word = r.choice(n, separator_words))
         koppeling.scheiding = separator_words[*word] == "tab" ? '\t' : separator_words[*word].front();
     },
     {.absent = "what stands most often in the first row", .example = "scheiding = \";\"", .counts = counts_always}},
    {"tekenset",
     false,
     marked("The encoding of the file."),
     one_of<tekenset_words>,
     read_choice<&Koppeling::tekenset, tekenset_words>,
     {.absent = "`utf-8`", .example = "tekenset = \"windows-1252\"", .counts = counts_always}},
    {"getal",
     false,
     marked("How amounts are written: nl is 1.234,56 and punt is 1,234.56."),
     one_of<getal_words>,
     [](Reader& r, const toml::node& n, Koppeling& koppeling) {
       if (const auto word = r.choice(n, getal_words)) koppeling.getal = static_cast<Getal>(*word);
     },
     {.absent = "as the amounts show; where they do not, `1.000` is refused",
      .example = "getal = \"nl\"",
      .counts = counts_always}},
    {"kopregel",
     false,
     marked("The line with the headings, where others stand before it."),
     [] { return integer_shape(1, last_heading_line); },
     [](Reader& r, const toml::node& n, Koppeling& koppeling) {
       koppeling.kopregel = static_cast<std::uint32_t>(r.integer(n, 1, last_heading_line).value_or(0));
     },
     {.absent = "the first line", .example = "kopregel = 4", .counts = counts_always}},
    {"kolommen",
     true,
     marked("What the columns are called."),
     kolommen_shape,
     read_kolommen,
     {.example = "kolommen = { sleutel = \"Rekening\", bedrag = \"Saldo\" }", .counts = counts_always}},
    {"teken",
     true,
     marked("Which sign is which side: in one column debet-positief (also lasten-positief) or credit-positief; in two "
            "columns debet-credit or baten-lasten; or vlag, a column with D or C."),
     one_of<teken_words>,
     read_choice<&Koppeling::teken, teken_words>,
     {.example = "teken = \"credit-positief\"", .counts = counts_always}},
    {"niveau",
     true,
     marked("saldi: a key has one row; boekingen: it has many, which add up."),
     one_of<niveau_words>,
     read_choice<&Koppeling::niveau, niveau_words>,
     {.example = "niveau = \"boekingen\"", .counts = "whether a key may stand there twice"}},
    {"totaalregel",
     false,
     marked("Rows that add up others: not counted, and they must be right."),
     [] { return table_of<Totaalregel>(totaalregel_fields, "totaalregel"); },
     read_totaalregel,
     {.absent = "no row adds up others",
      .example = "totaalregel = { kolom = \"Omschrijving\", waarde = \"Totaal*\" }",
      .counts = counts_always}},
    {"intern",
     true,
     marked("Where overdrachten between projects are: only in the plan, or in the boekingen as well."),
     one_of<intern_words>,
     read_choice<&Koppeling::intern, intern_words>,
     {.example = "intern = \"plan\"", .counts = "what both projects of an overdracht get"}},
    {"zonder_rij",
     false,
     marked("What a post came to that a regel names and no row reaches: nul, or fout where somebody has to say."),
     one_of<zonder_rij_words>,
     read_choice<&Koppeling::zonder_rij, zonder_rij_words>,
     {.absent = "`fout`", .example = "zonder_rij = \"nul\"", .counts = "posts without a row"}},
    {"regel",
     true,
     marked("Which rows are which post, or nothing of the plan: the first that fits wins."),
     regels_shape,
     later,
     {.counts = counts_always}},
};

// --- what belongs together ---

std::vector<std::string_view> columns_for(Teken teken) {
  switch (teken) {
    case Teken::debet_positief:
    case Teken::credit_positief:
    case Teken::lasten_positief: return {"bedrag"};
    case Teken::debet_credit: return {"debet", "credit"};
    case Teken::vlag: return {"bedrag", "vlag"};
    case Teken::baten_lasten: return {"baten", "lasten"};
  }
  return {};
}

// `teken` says which columns there are: these and no others of those with amounts.
void check_columns(Reader& reader, const toml::table& table, const Koppeling& koppeling) {
  const toml::table* kolommen = table["kolommen"].as_table();
  if (kolommen == nullptr || !table.contains("teken")) return;
  const std::vector<std::string_view> wanted = columns_for(koppeling.teken);
  for (const std::string_view key : {"bedrag", "debet", "credit", "vlag", "baten", "lasten"}) {
    const bool is_wanted = std::find(wanted.begin(), wanted.end(), key) != wanted.end();
    if (is_wanted && !kolommen->contains(key))
      reader.report(Rule::ontbrekende_sleutel, *kolommen,
                    say("teken = \"{}\" asks for a column `{}`", to_text(koppeling.teken), key),
                    say("write {} = \"…\" with the heading of that column", key));
    if (!is_wanted && kolommen->contains(key))
      reader.report(Rule::verkeerde_waarde, *kolommen->get(key),
                    say("teken = \"{}\" reads no column `{}`", to_text(koppeling.teken), key),
                    say("take it out, or write another `teken`"));
  }
}

}  // namespace

void read_koppelingen(Reader& reader, const toml::node& node, Part& part) {
  for_each_table(reader, node, "[[koppeling]]", [&](const toml::table& table) {
    Koppeling koppeling;
    koppeling.place = reader.place(table);
    read_fields<Koppeling>(reader, table, "[[koppeling]]", koppeling_fields, koppeling);
    check_columns(reader, table, koppeling);
    if (const toml::node* regels = table.get("regel")) read_regels(reader, *regels, koppeling);
    part.koppelingen.push_back(std::move(koppeling));
  });
}

Shape koppelingen_shape() { return list_of(table_of<Koppeling>(koppeling_fields, "[[koppeling]]")); }

}  // namespace saldo
