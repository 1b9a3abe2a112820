// controle: what an approved document prints of the plan, a programmalijn, a project, a kop or a post.
#include <algorithm>
#include <iterator>

#include "base/say.h"
#include "plan/read/part.h"

namespace saldo {

namespace {

bool same_printed(const Printed& a, const Printed& b) {
  return a.figure == b.figure && a.year == b.year && a.amount == b.amount;
}

bool same_controle(const Controle& a, const Controle& b) {
  return a.bron == b.bron && a.kop.name == b.kop.name && a.eenheid == b.eenheid && a.afronding == b.afronding &&
         a.tolerantie == b.tolerantie && a.teken == b.teken &&
         std::equal(a.printed.begin(), a.printed.end(), b.printed.begin(), b.printed.end(), same_printed);
}

// "1.234 N" is a saldo of -1.234. The letter must be there where the document has letters, but for zero.
std::optional<Money> read_lettered(Reader& reader, const toml::node& node) {
  const auto* text = node.as_string();
  const std::string written = text == nullptr ? "" : text->get();
  const bool is_n = written.ends_with(" N");
  if (is_n || written.ends_with(" V")) {
    const ReadAmount read = read_dutch_amount(written.substr(0, written.size() - 2), reader.unit());
    if (!read.error && read.amount.is_money() && Money() <= read.amount.counted())
      return is_n ? -read.amount.counted() : read.amount.counted();
  } else {
    const std::optional<Money> bare = reader.money(node);
    if (!bare || *bare == Money()) return bare;
  }
  reader.report(Rule::verkeerde_waarde, node, say("a saldo with a letter has V or N behind it, and no minus"),
                say("write \"1.234 V\" or \"1.234 N\" in quotes"));
  return std::nullopt;
}

// As baten - lasten has it.
std::optional<Money> read_figure(Reader& reader, const toml::node& node, Figure figure, Voorteken teken) {
  if (figure == Figure::saldo && teken == Voorteken::vn) return read_lettered(reader, node);
  const std::optional<Money> typed = reader.money(node);
  return typed && is_turned(teken, sense_of(to_text(figure))) ? -*typed : typed;
}

template <Figure figure>
void read_printed(Reader& reader, const toml::node& node, Controle& controle) {
  if (figure == Figure::opening && !node.is_table()) {
    if (const auto amount = reader.money(node)) controle.printed.push_back({figure, {}, *amount, reader.place(node)});
    return;
  }
  const toml::table* years = reader.table(node, marked("amounts per year"),
                                          [&] { return say("write {} = {{ 2025 = 498_866 }}", to_text(figure)); });
  if (years == nullptr) return;
  controle.printed.reserve(controle.printed.size() + years->size());
  for (auto&& [key, value] : *years) {
    const std::optional<Year> year = reader.year_key(key);
    const std::optional<Money> amount = read_figure(reader, value, figure, controle.teken);
    if (year && amount) controle.printed.push_back({figure, year, *amount, reader.place(value)});
  }
}

// A saldo may have a letter behind it.
Shape printed_saldo_shape() {
  Shape shape = money_shape();
  shape.pattern = either_pattern(shape.pattern, "^.*[0-9] [VN]$");
  return per_year_shape(std::move(shape));
}

Shape printed_shape() { return per_year_shape(money_shape()); }

// `opening = 821_779` is that of the first year.
Shape printed_opening_shape() {
  Shape shape = printed_shape();
  const Shape amount = money_shape();
  shape.kinds.insert(shape.kinds.begin(), amount.kinds.begin(), amount.kinds.end());
  shape.pattern = amount.pattern;
  shape.type = "amount, or amounts per year";
  shape.unit = amount.unit;
  return shape;
}

const Field<Controle> controle_fields[] = {
    {"bron",
     false,
     marked("Where these totals are printed: \"tabel 3\"."),
     text_shape,
     [](Reader& r, const toml::node& n, Controle& c) { c.bron = r.text(n).value_or(""); },
     {.absent = "not said where",
      .example = "controle = { bron = \"tabel 3\", baten = { 2025 = 1_000 } }",
      .counts = "names the totals in findings"}},
    {"opening",
     false,
     marked("Printed budget per 1 januari: of the first year, or { 2025 = 821_779 } for each year."),
     printed_opening_shape,
     read_printed<Figure::opening>,
     {.absent = "not checked", .example = "controle = { opening = 821_779 }", .counts = "`saldo check`"}},
    {"baten",
     false,
     marked("Printed baten per year: { 2025 = 650_000 }."),
     printed_shape,
     read_printed<Figure::baten>,
     {.absent = "not checked", .example = "controle = { baten = { 2025 = 650_000 } }", .counts = "`saldo check`"}},
    {"lasten",
     false,
     marked("Printed lasten per year: { 2025 = 650_000 }."),
     printed_shape,
     read_printed<Figure::lasten>,
     {.absent = "not checked", .example = "controle = { lasten = { 2025 = 650_000 } }", .counts = "`saldo check`"}},
    {"saldo",
     false,
     marked("Printed baten minus lasten per year: { 2025 = -25_000 }; with the sign that `teken` says."),
     printed_saldo_shape,
     read_printed<Figure::saldo>,
     {.absent = "not checked", .example = "controle = { saldo = { 2025 = -25_000 } }", .counts = "`saldo check`"}},
    {"eindsaldo",
     false,
     marked("Printed budget per 31 december of each year: { 2025 = 498_866 }."),
     printed_shape,
     read_printed<Figure::eindsaldo>,
     {.absent = "not checked", .example = "controle = { eindsaldo = { 2025 = 498_866 } }", .counts = "`saldo check`"}},
    {"toevoeging",
     false,
     marked("Printed toevoegingen aan reserves per year: { 2025 = 650_000 }."),
     printed_shape,
     read_printed<Figure::toevoeging>,
     {.absent = "not checked", .example = "controle = { toevoeging = { 2025 = 650_000 } }", .counts = "`saldo check`"}},
    {"onttrekking",
     false,
     marked("Printed onttrekkingen aan reserves per year: { 2025 = 650_000 }."),
     printed_shape,
     read_printed<Figure::onttrekking>,
     {.absent = "not checked",
      .example = "controle = { onttrekking = { 2025 = 650_000 } }",
      .counts = "`saldo check`"}},
    {"resultaat",
     false,
     marked("Printed result per year, after what went to and came from reserves: { 2025 = 25_000 }."),
     printed_shape,
     read_printed<Figure::resultaat>,
     {.absent = "not checked", .example = "controle = { resultaat = { 2025 = 25_000 } }", .counts = "`saldo check`"}},
    {"eenheid",
     false,
     marked("What its figures are written in: 1_000 where the document prints thousands of euros."),
     written_unit_shape,
     [](Reader&, const toml::node&, Controle&) {},  // read before the figures
     {.absent = "the `eenheid` of the plan",
      .example = "controle = { eenheid = 1_000, baten = { 2025 = 650 } }",
      .counts = "every figure of this controle, and its tolerantie"}},
    {"afronding",
     false,
     marked("What the document rounds to, in euros, where its figures do not show it."),
     unit_shape,
     [](Reader& r, const toml::node& n, Controle& c) {
       c.afronding = r.euros(n);
       if (c.afronding && *c.afronding <= Money()) {
         r.report(Rule::verkeerde_waarde, n, say("a rounding unit is more than zero"));
         c.afronding.reset();
       }
     },
     {.absent = "to the last digit that is printed: to the euro, the cent, or the thousand where that is the unit",
      .example = "controle = { afronding = 100, baten = { 2025 = 650_000 } }",
      .counts = "how far a total may be off"}},
    {"teken",
     false,
     marked("The sign of its figures as they are printed: voordelig, lasten-baten, lasten-negatief, baten-negatief or "
            "vn."),
     one_of<voorteken_words>,
     [](Reader&, const toml::node&, Controle&) {},  // read before the figures
     {.absent = "`voordelig`: a saldo is baten - lasten",
      .example = "controle = { teken = \"vn\", saldo = { 2025 = \"25.000 N\" } }",
      .counts = "its baten, lasten and saldo"}},
    {"tolerantie",
     false,
     marked("How far a printed total may be off before it is a finding."),
     money_shape,
     [](Reader& r, const toml::node& n, Controle& c) { c.tolerantie = r.money(n); },
     {.absent = "what rounding can explain",
      .example = "controle = { tolerantie = 500, baten = { 2025 = 650_000 } }",
      .counts = "how far a total may be off"}},
};

constexpr Figure of_balances[] = {Figure::opening, Figure::eindsaldo, Figure::toevoeging, Figure::onttrekking,
                                  Figure::resultaat};

using ControleFields = std::vector<Field<Controle>>;

// Neither the posts under a kop nor a single one has a balance; a kop is one of a project.
const ControleFields& project_controle_fields() {
  static const ControleFields fields = [] {
    ControleFields all(std::begin(controle_fields), std::end(controle_fields));
    all.insert(all.begin() + 1, {"kop",
                                 false,
                                 marked("The kop of which these are the totals: \"Uit het investeringsbudget\"."),
                                 text_shape,
                                 [](Reader& r, const toml::node& n, Controle& c) {
                                   c.kop = {std::string(r.text(n).value_or("")), r.place(n)};
                                 },
                                 {.absent = "they are those of the project",
                                  .example = "controle = { kop = \"Subsidies\", baten = { 2025 = 50_000 } }",
                                  .counts = "`saldo check`: only the posts under that kop are added up"}});
    return all;
  }();
  return fields;
}

const ControleFields& post_controle_fields() {
  static const ControleFields fields = [] {
    ControleFields all(std::begin(controle_fields), std::end(controle_fields));
    std::erase_if(all, [](const Field<Controle>& field) {
      const auto is_key_of = [&](Figure figure) { return field.key == to_text(figure); };
      return std::any_of(std::begin(of_balances), std::end(of_balances), is_key_of);
    });
    return all;
  }();
  return fields;
}

// In what unit and with what sign the figures are written that are read next.
void read_how_written(Reader& reader, const toml::table& table, Controle& controle) {
  if (const toml::node* node = table.get("eenheid")) controle.eenheid = read_unit(reader, *node);
  if (const toml::node* node = table.get("teken"))
    controle.teken = static_cast<Voorteken>(reader.choice(*node, voorteken_words).value_or(0));
  if (controle.eenheid) reader.write_in(*controle.eenheid);
}

void read_all_controles(Reader& reader, const toml::node& node, std::span<const Field<Controle>> fields,
                        std::vector<Controle>& controles) {
  const auto read = [&](const toml::table& table) {
    Controle controle;
    const Money of_plan = reader.unit();
    read_how_written(reader, table, controle);
    read_fields<Controle>(reader, table, "[controle]", fields, controle);
    reader.write_in(of_plan);
    controles.push_back(std::move(controle));
  };
  if (const toml::table* table = node.as_table()) read(*table);
  else for_each_table(reader, node, marked("a table [controle]"), read);
}

Shape shape_of_controles(std::span<const Field<Controle>> fields, std::string_view section) {
  Shape shape = table_of<Controle>(fields, section);
  shape.type = "a table, or a list of them";
  shape.elements = {shape};
  shape.kinds.push_back(ValueKind::list);
  return shape;
}

void check_kop(Reader& reader, const Controle& controle) {
  for (const Printed& printed : controle.printed)
    if (std::find(std::begin(of_balances), std::end(of_balances), printed.figure) != std::end(of_balances))
      reader.report(Rule::verkeerde_waarde, printed.place,
                    say("a kop has no {}: it is a part of a project, which has", to_text(printed.figure)),
                    say("write baten, lasten or saldo here"));
}

}  // namespace

bool same_controles(const std::vector<Controle>& a, const std::vector<Controle>& b) {
  return std::equal(a.begin(), a.end(), b.begin(), b.end(), same_controle);
}

void read_controles(Reader& reader, const toml::node& node, std::vector<Controle>& controles) {
  read_all_controles(reader, node, controle_fields, controles);
}

void read_project_controles(Reader& reader, const toml::node& node, std::vector<Controle>& controles) {
  read_all_controles(reader, node, project_controle_fields(), controles);
  for (const Controle& controle : controles)
    if (!controle.kop.name.empty()) check_kop(reader, controle);
}

void read_post_controles(Reader& reader, const toml::node& node, std::vector<Controle>& controles) {
  read_all_controles(reader, node, post_controle_fields(), controles);
}

Shape controles_shape() { return shape_of_controles(controle_fields, "controle"); }
Shape project_controles_shape() { return shape_of_controles(project_controle_fields(), "controle of a project"); }
Shape post_controles_shape() { return shape_of_controles(post_controle_fields(), "controle of a post"); }

}  // namespace saldo
