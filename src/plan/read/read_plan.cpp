// [plan], [index], [[programmalijn]] and afronding: all that is not a project.
#include <fmt/ranges.h>

#include <algorithm>

#include "base/say.h"
#include "plan/read/part.h"
#include "plan/read/plain.h"

namespace saldo {

namespace {

constexpr int most_years = 100;

constexpr std::string_view evenwicht_words[] = {to_text(Evenwicht::structureel), to_text(Evenwicht::sluitend)};

std::string evenwicht_text(const PlanTable& plan) { return std::string(to_text(plan.evenwicht)); }

void read_capaciteit(Reader& reader, const toml::node& node, PlanTable& plan) {
  const toml::array* array = reader.array(node, marked("a list of project numbers"),
                                          [] { return say("write weerstandscapaciteit = [\"R1\"]"); });
  if (array == nullptr) return;
  for (const toml::node& element : *array)
    if (auto reference = read_reference<ProjectId>(reader, element))
      plan.weerstandscapaciteit.push_back(std::move(*reference));
}

Shape funds_shape() { return list_of(number_name_shape()); }

// In order: which they are, not in which order.
std::vector<std::uint32_t> capaciteit(const PlanVersion& version, const PlanTable& plan) {
  std::vector<std::uint32_t> numbers;
  for (const Reference<ProjectId>& fund : plan.weerstandscapaciteit)
    numbers.push_back(version.number_of_project[position(*fund.id)]);
  std::sort(numbers.begin(), numbers.end());
  return numbers;
}

std::string capaciteit_words(const PlanTable& plan) {
  std::vector<std::string_view> nrs;
  for (const Reference<ProjectId>& fund : plan.weerstandscapaciteit) nrs.push_back(fund.name);
  return nrs.empty() ? "geen" : fmt::to_string(fmt::join(nrs, ", "));
}

const Field<PlanTable> plan_fields[] = {
    naming(plain<&PlanTable::naam>(
        "naam", true, marked("Name of the plan."),
        {.example = "naam = \"Meerjarenplan en begroting 2025-2028\"", .counts = "names the plan; no figure"})),
    {"eerste_jaar",
     true,
     marked("First year of the plan."),
     year_shape,
     [](Reader& r, const toml::node& n, PlanTable& plan) { plan.years.first = r.year(n).value_or(Year{}); },
     {.example = "eerste_jaar = 2025", .counts = "which years exist; the year of every `budget`"},
     {.same = [](const PlanVersion&, const PlanTable& a, const PlanVersion&,
                 const PlanTable& b) { return a.years.first == b.years.first && a.years.last == b.years.last; },
      .label = "jaren",
      .words = [](const PlanVersion&,
                  const PlanTable& plan) { return word(plan.years.first) + "-" + word(plan.years.last); }}},
    {"laatste_jaar",  // compared with the first
     true,
     marked("Last year of the plan."),
     year_shape,
     [](Reader& r, const toml::node& n, PlanTable& plan) { plan.years.last = r.year(n).value_or(Year{}); },
     {.example = "laatste_jaar = 2028", .counts = "which years exist, at most a hundred"}},
    {"eenheid",
     false,
     marked("What the amounts of all files of the plan are written in: 1_000 for thousands of euros."),
     written_unit_shape,
     [](Reader& r, const toml::node& n, PlanTable& plan) {
       plan.eenheid = read_unit(r, n);
       plan.eenheid_place = r.place(n);
     },
     {.absent = "the euro",
      .example = "eenheid = 1_000",
      .counts = "every amount, but not a percentage, a factor or what is rounded to; text and md show it, csv and json "
                "are in euros"},
     {.same = [](const PlanVersion&, const PlanTable& a, const PlanVersion&,
                 const PlanTable& b) { return a.unit() == b.unit(); },
      .label = "eenheid",
      .words = [](const PlanVersion&, const PlanTable& plan) { return word(plan.unit()); }}},
    {"begrotingsjaar",
     false,
     marked("The year that the budget is made for."),
     year_shape,
     [](Reader& r, const toml::node& n, PlanTable& plan) {
       plan.begrotingsjaar = r.year(n);
       plan.begrotingsjaar_place = r.place(n);
     },
     {.absent = "a year is only a year",
      .example = "begrotingsjaar = 2026",
      .counts = "what stands above a year: Rekening, Begroting or Raming"},
     {.settable = true,
      .copy = copy_members<&PlanTable::begrotingsjaar, &PlanTable::begrotingsjaar_place>,
      .text = [](const PlanTable& plan) { return Plain<std::optional<Year>>::words(plan.begrotingsjaar); },
      .same = same_member<&PlanTable::begrotingsjaar>,
      .label = "begrotingsjaar",
      .words = [](const PlanVersion&,
                  const PlanTable& plan) { return plan.begrotingsjaar ? word(*plan.begrotingsjaar) : "geen"; }}},
    {"investeringsbudget",  // diff tells it as a change of its own kind, and so
                            // it does the rounding
     false,
     marked("The nr of the project whose running balance is the investeringsbudget (RIB)."),
     number_name_shape,
     [](Reader& r, const toml::node& n, PlanTable& plan) { plan.investeringsbudget = read_reference<ProjectId>(r, n); },
     {.absent = "the plan has none",
      .example = "investeringsbudget = \"3.19\"",
      .counts = "where a `restant` goes; every figure of the RIB; `saldo risk`"},
     {.settable = true,
      .copy = copy_members<&PlanTable::investeringsbudget>,
      .text = [](const PlanTable& plan) { return plan.investeringsbudget ? plan.investeringsbudget->name : ""; }}},
    {"afronding",
     false,
     marked("What derived amounts are rounded to where a post does not say; without it, to the cent."),
     rounding_shape,
     [](Reader& r, const toml::node& n, PlanTable& plan) { plan.afronding = read_rounding(r, n).value_or(Rounding{}); },
     {.absent = "to the cent",
      .example = "afronding = 100",
      .counts = "amounts that follow from an index, a percentage, a total or an onderbouwing"},
     {.settable = true, .copy = copy_members<&PlanTable::afronding>}},
    {"evenwicht",
     false,
     marked("What each year must satisfy: structureel (structural baten cover structural lasten) or sluitend (baten "
            "cover lasten)."),
     one_of<evenwicht_words>,
     [](Reader& r, const toml::node& n, PlanTable& plan) {
       if (const auto word = r.choice(n, evenwicht_words)) plan.evenwicht = static_cast<Evenwicht>(*word + 1);
     },
     {.absent = "nothing is asked", .example = "evenwicht = \"structureel\"", .counts = "`saldo check`"},
     {.settable = true,
      .copy = copy_members<&PlanTable::evenwicht>,
      .text = evenwicht_text,
      .same = same_member<&PlanTable::evenwicht>,
      .label = "evenwicht",
      .words = [](const PlanVersion&, const PlanTable& plan) { return evenwicht_text(plan); }}},
    plain<&PlanTable::soort, &PlanTable::soort_place>(
        "soort", false,
        marked("What every project is that says nothing else: project (a running balance), exploitatie (each year by "
               "itself) or reserve."),
        {.absent = "`project`",
         .example = "soort = \"project\"",
         .counts = "which projects have a balance; how `saldo table` ends"}),
    {"weerstandscapaciteit",
     false,
     marked("Numbers of the reserves that are available against risks: [\"R1\", \"R2\"]."),
     funds_shape,
     read_capaciteit,
     {.absent = "the investeringsbudget",
      .example = "weerstandscapaciteit = [\"3.19\"]",
      .counts = "what `saldo risk` sets against the risks"},
     {.settable = true,
      .copy = copy_members<&PlanTable::weerstandscapaciteit>,
      .same = [](const PlanVersion& old_plan, const PlanTable& a, const PlanVersion& new_plan,
                 const PlanTable& b) { return capaciteit(old_plan, a) == capaciteit(new_plan, b); },
      .label = "weerstandscapaciteit",
      .words = [](const PlanVersion&, const PlanTable& plan) { return capaciteit_words(plan); }}},
    {"controle",
     false,
     marked("Totals of the whole plan as an approved document prints them."),
     controles_shape,
     [](Reader& r, const toml::node& n, PlanTable& plan) { read_controles(r, n, plan.controles); },
     {.absent = "nothing is checked",
      .example = "controle = { bron = \"tabel 1\", lasten = { 2025 = 105_000 } }",
      .counts = "`saldo check`; no figure"},
     setting_of_controles<&PlanTable::controles>()},
};

void check_years(Reader& reader, const toml::table& table, const PlanTable& plan) {
  const auto& [first, last] = plan.years;
  if (first == Year{} || last == Year{}) return;
  if (last < first)
    reader.report(Rule::jaar, *table.get("laatste_jaar"), say("the last year {} is before the first, {}", last, first));
  else if (last.value - first.value >= most_years)
    reader.report(Rule::jaar, *table.get("laatste_jaar"),
                  say("a plan covers at most {} years", std::to_string(most_years)));
}

constexpr std::string_view mode_words[] = {"half", "boven", "beneden"};
constexpr std::string_view chain_words[] = {"afgerond", "exact"};

const Field<Rounding> rounding_fields[] = {
    {"eenheid",
     true,
     marked("Rounds to multiples of this many euros: 100."),
     unit_shape,
     [](Reader& r, const toml::node& n, Rounding& rounding) {
       if (const auto unit = r.euros(n)) rounding.unit = *unit;
     },
     {.example = "afronding = { eenheid = 100 }", .counts = "every amount that is rounded"}},
    {"op",
     false,
     marked("To the nearest (half, away from zero), up (boven) or down (beneden); without it, half."),
     one_of<mode_words>,
     [](Reader& r, const toml::node& n, Rounding& rounding) {
       rounding.mode = static_cast<RoundingMode>(r.choice(n, mode_words).value_or(0));
     },
     {.absent = "`half`",
      .example = "afronding = { eenheid = 100, op = \"boven\" }",
      .counts = "every amount that is rounded"}},
    {"keten",
     false,
     marked("Whether the next year goes on from the rounded amount (afgerond) or the exact one; without it, afgerond."),
     one_of<chain_words>,
     [](Reader& r, const toml::node& n, Rounding& rounding) {
       rounding.exact_chain = r.choice(n, chain_words).value_or(0) == 1;
     },
     {.absent = "`afgerond`",
      .example = "afronding = { eenheid = 100, keten = \"exact\" }",
      .counts = "years that follow an index"}},
};

void read_blend(Reader& reader, const toml::key& key, const toml::node& node, std::vector<BlendPart>& parts) {
  const std::optional<Ratio> weight = reader.share(node);
  if (weight) parts.push_back({{std::string(key.str()), reader.place(key.source())}, *weight});
}

constexpr std::string_view figures_key = "cijfers";

struct IndexFigure {
  Year year;
  Ratio figure;
  Place place;
};

std::vector<IndexFigure> read_index_figures(Reader& reader, const toml::table& table) {
  std::vector<IndexFigure> figures;
  for (auto&& [key, node] : table) {
    const std::optional<Year> year = reader.year_key(key);
    const std::optional<Ratio> figure = reader.decimal(node);
    if (!year || !figure) continue;
    if (figure->num > 0) figures.push_back({*year, *figure, reader.place(node)});
    else reader.report(Rule::verkeerde_waarde, node, say("an index figure is more than zero"));
  }
  std::sort(figures.begin(), figures.end(), [](const IndexFigure& a, const IndexFigure& b) { return a.year < b.year; });
  return figures;
}

// { 2025 = 126.24, 2026 = 129.6 }, as a bureau of statistics publishes an index: each year grows from the one before.
void read_figures(Reader& reader, const toml::node& node, Index& index) {
  const toml::table* table = reader.table(node, marked("index figures per year"));
  if (table == nullptr) return;
  const std::size_t before = reader.found();
  const std::vector<IndexFigure> figures = read_index_figures(reader, *table);
  if (figures.size() < 2 && reader.found() == before)
    reader.report(Rule::verkeerde_waarde, node, say("an index grows from one figure to the next: there must be two"),
                  say("write {{ 2025 = 126.24, 2026 = 129.6 }}"));
  std::vector<YearRate> rates;
  for (std::size_t i = 1; i < figures.size(); ++i) {
    const IndexFigure &last = figures[i - 1], &now = figures[i];
    if (now.year == last.year + 1)
      rates.push_back({now.year, now.figure * Ratio{last.figure.den, last.figure.num} + Ratio{-1, 1}, now.place});
  }
  index.rates = std::move(rates);
}

// { 2026 = 2.3, 2027 = 2.0 } is a rate per year, { loon = "2/3", prijs = "1/3" } a blend, { cijfers = { … } } figures.
void read_index_table(Reader& reader, const toml::table& table, Index& index) {
  if (const toml::node* figures = table.get(figures_key); figures != nullptr && figures->is_table()) {
    if (table.size() == 1) return read_figures(reader, *figures, index);
    reader.report(Rule::verkeerde_waarde, *figures,
                  say("an index has `cijfers`, or rates, or is a blend: one of them"));
    return;
  }
  std::vector<YearRate> rates;
  std::vector<BlendPart> parts;
  for (auto&& [key, node] : table) {
    if (const std::optional<Year> year = read_year(key.str())) {
      if (const auto rate = read_rate(reader, node)) rates.push_back({*year, *rate, reader.place(node)});
    } else {
      read_blend(reader, key, node, parts);
    }
  }
  if (!rates.empty() && !parts.empty())
    reader.report(Rule::verkeerde_waarde, table, say("an index has rates per year or is a blend of others, not both"));
  if (parts.empty()) {
    index.rates = std::move(rates);
    return;
  }
  Ratio sum{0, 1};
  for (const BlendPart& part : parts) sum = sum + part.weight;
  if (!(sum == Ratio{1, 1}))
    reader.report(Rule::delen, table, say("the weights of this blend add up to {}, not to 1", to_text(sum)));
  index.rates = std::move(parts);
}

Shape figure_shape() {
  Shape shape = decimal_shape();
  shape.above = 0;
  return shape;
}

// One rate for all years, one per year, a blend of other indexes, or index figures.
Shape index_shape() {
  Shape blend{.kinds = {ValueKind::table}, .families = {named(other_name_pattern, "", share_shape())}};
  Shape figures{.kinds = {ValueKind::table},
                .keys = {named(figures_key,
                               marked("The figures of the index per year, as they are published: { 2025 = 126.24, 2026 "
                                      "= 129.6 }."),
                               per_year_shape(figure_shape()), true)}};
  return {.any_of = {rate_shape(), per_year_shape(rate_shape()), std::move(blend), std::move(figures)},
          .type = "number, numbers per year, shares of other indexes, or `cijfers` per year",
          .unit = "%"};
}

std::optional<std::uint32_t> number_above(const PlanVersion& version, const Programmalijn& line) {
  if (!line.onder) return std::nullopt;
  return version.number_of_line[position(*line.onder->id)];
}

const Field<Programmalijn> line_fields[] = {
    {"id",
     true,
     marked("Short name by which projects name this programmalijn."),
     number_name_shape,
     [](Reader& r, const toml::node& n, Programmalijn& line) {
       line.id = r.number_name(n).value_or("");
       line.place = r.place(n);
     },
     {.example = "id = \"wnw\"", .counts = "`programmalijn` and `onder` name it"},
     {.same = same_member<&Programmalijn::id>,
      .label = "nr",
      .words = bare_words<&Programmalijn::id>,
      .is_name = true}},
    naming(plain<&Programmalijn::naam>("naam", true, marked("Name of the programmalijn."),
                                       {.example = "naam = \"Van werk naar werk\"", .counts = "names its row"})),
    {"onder",
     false,
     marked("Id of the programmalijn this one is part of."),
     number_name_shape,
     [](Reader& r, const toml::node& n, Programmalijn& line) { line.onder = read_reference<LineId>(r, n); },
     {.absent = "it stands by itself",
      .example = "onder = \"llo\"",
      .counts = "its figures are in those of the line it is under"},
     {.settable = true,
      .copy = copy_members<&Programmalijn::onder>,
      .text = [](const Programmalijn& line) { return line.onder ? line.onder->name : ""; },
      .same = [](const PlanVersion& old_plan, const Programmalijn& a, const PlanVersion& new_plan,
                 const Programmalijn& b) { return number_above(old_plan, a) == number_above(new_plan, b); },
      .label = "programmalijn",
      .words =
          [](const PlanVersion& version, const Programmalijn& line) {
            return line.onder ? "onder " + quoted(version.plan.line(*line.onder->id).naam) : "op zichzelf";
          }}},
    plain<&Programmalijn::soort, &Programmalijn::soort_place>(
        "soort", false, marked("What the projects in it are that say nothing else: project, exploitatie or reserve."),
        {.absent = "that of the line it is under, or of `[plan]`",
         .example = "soort = \"project\"",
         .counts = "which projects have a balance; how `saldo table` ends"}),
    plain<&Programmalijn::ondergrens, &Programmalijn::ondergrens_place>(
        "ondergrens", false, marked("The lowest its balance may be on any 31 december; without it, zero."),
        {.absent = "0", .example = "ondergrens = -50_000", .counts = "`saldo check` and `saldo carryover`"}),
    plain<&Programmalijn::kenmerken>(
        "kenmerken", false,
        marked("Labels of your own, for all posts in it that do not have them: { financier = \"Provincie\" }."),
        {.absent = "those of the line it is under",
         .example = "kenmerken = { financier = \"Provincie\", taakveld = \"6.5\" }",
         .counts = "`saldo table --by kenmerk:financier` and `--where financier=Provincie`"}),
    {"controle",
     false,
     marked("Totals of the programmalijn as an approved document prints them."),
     controles_shape,
     [](Reader& r, const toml::node& n, Programmalijn& line) { read_controles(r, n, line.controles); },
     {.absent = "nothing is checked",
      .example = "controle = { bron = \"tabel 2\", lasten = { 2025 = 105_000 } }",
      .counts = "`saldo check`; no figure"},
     setting_of_controles<&Programmalijn::controles>()},
};

}  // namespace

std::span<const Field<Programmalijn>> fields_of_line() { return line_fields; }
std::span<const Field<PlanTable>> fields_of_plan() { return plan_fields; }

template <>
const std::vector<Setting<Programmalijn>>& settings_of<Programmalijn>() {
  static const std::vector<Setting<Programmalijn>> settings = settings_from<Programmalijn>(line_fields);
  return settings;
}
template <>
const std::vector<Setting<PlanTable>>& settings_of<PlanTable>() {
  static const std::vector<Setting<PlanTable>> settings = settings_from<PlanTable>(plan_fields);
  return settings;
}

std::optional<Ratio> read_rate(Reader& reader, const toml::node& node) {
  const std::optional<Ratio> percentage = reader.decimal(node);
  if (!percentage) return std::nullopt;
  const Ratio rate = *percentage * Ratio{1, 100};
  if (rate.num > -rate.den) return rate;
  reader.report(Rule::verkeerde_waarde, node, say("an index cannot take away 100% or more"));
  return std::nullopt;
}

Shape rate_shape() {
  Shape shape = decimal_shape();
  shape.above = -100;
  shape.unit = "%";
  return shape;
}

std::optional<Money> read_unit(Reader& reader, const toml::node& node) {
  const std::optional<Money> unit = reader.euros(node);
  if (!unit) return std::nullopt;
  if (std::find(std::begin(written_units), std::end(written_units), *unit) != std::end(written_units)) return unit;
  reader.report(Rule::verkeerde_waarde, node, say("amounts are written in euros, in thousands or in millions"),
                say("write 1, 1_000 or 1_000_000; what figures are rounded to is `afronding`"));
  return std::nullopt;
}

Shape written_unit_shape() {
  Shape shape = unit_shape();
  shape.type = "1, 1_000 or 1_000_000";
  return shape;
}

void read_plan_table(Reader& reader, const toml::node& node, Part& part) {
  const toml::table* table = reader.table(node, marked("a table [plan]"));
  part.unreadable = part.unreadable || table == nullptr;
  if (table == nullptr) return;
  PlanTable plan;
  plan.place = reader.place(*table);
  read_fields<PlanTable>(reader, *table, "[plan]", plan_fields, plan);
  check_years(reader, *table, plan);
  part.plans.push_back(std::move(plan));
}

void read_indexes(Reader& reader, const toml::node& node, Part& part) {
  const toml::table* table = reader.table(node, marked("a table [index]"));
  part.unreadable = part.unreadable || table == nullptr;
  if (table == nullptr) return;
  for (auto&& [key, value] : *table) {
    reader.check_name(key);
    Index index{std::string(key.str()), reader.place(key.source()), {}};
    if (const toml::table* rates = value.as_table()) read_index_table(reader, *rates, index);
    else index.rates = read_rate(reader, value).value_or(Ratio{});
    index.rate_place = reader.place(value);
    part.indexes.push_back(std::move(index));
  }
}

void read_lines(Reader& reader, const toml::node& node, Part& part) {
  part.unreadable = part.unreadable || !is_tables(node);
  for_each_table(reader, node, "[[programmalijn]]", [&](const toml::table& table) {
    Programmalijn line;
    read_fields<Programmalijn>(reader, table, "[[programmalijn]]", line_fields, line);
    if (line.id.empty()) part.unreadable = true;
    part.lines.push_back(std::move(line));
  });
}

std::optional<Rounding> read_rounding(Reader& reader, const toml::node& node) {
  Rounding rounding;
  if (const toml::table* table = node.as_table()) {
    read_fields<Rounding>(reader, *table, "afronding", rounding_fields, rounding);
  } else {
    const std::optional<Money> unit = reader.euros(node);
    if (!unit) return std::nullopt;
    rounding.unit = *unit;
  }
  if (rounding.unit > Money()) return rounding;
  reader.report(Rule::verkeerde_waarde, node, say("a rounding unit is more than zero"));
  return std::nullopt;
}

Shape plan_table_shape() { return table_of<PlanTable>(plan_fields, "[plan]"); }

Shape indexes_shape() {
  constexpr Marked description = marked(
      "Percent per year: one for all years, { 2026 = 2.3 } per year, or a blend of others, { loon = \"2/3\", prijs = "
      "\"1/3\" }.");
  const KeyPage page{.example = "zorg = { loon = \"2/3\", prijs = \"1/3\" }",
                     .counts = "the posts that name it as their `index`"};
  Shape index = named(any_name_pattern, description, index_shape(), false, page);
  index.called = "a name";
  return {.kinds = {ValueKind::table}, .families = {std::move(index)}, .section = "[index]"};
}

Shape lines_shape() { return list_of(table_of<Programmalijn>(line_fields, "[[programmalijn]]")); }

Shape rounding_shape() {
  Shape shape = table_of<Rounding>(rounding_fields, "afronding");
  const Shape unit = unit_shape();
  shape.type = "amount, or a table";
  shape.unit = unit.unit;
  shape.kinds.insert(shape.kinds.begin(), unit.kinds.begin(), unit.kinds.end());
  shape.pattern = unit.pattern;
  shape.above = unit.above;
  return shape;
}

}  // namespace saldo
