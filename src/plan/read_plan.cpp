// [plan], [index], [[programmalijn]], controle and afronding: all that is not a project.
#include "plan/part.h"

namespace saldo {

namespace {

constexpr int most_years = 100;

using PlanTable = Part::PlanTable;

const Field<PlanTable> plan_fields[] = {
    {"naam", true, [](Reader& r, const toml::node& n, PlanTable& plan) { plan.naam = r.text(n).value_or(""); }},
    {"eerste_jaar", true,
     [](Reader& r, const toml::node& n, PlanTable& plan) { plan.first = r.year(n).value_or(Year{}); }},
    {"laatste_jaar", true,
     [](Reader& r, const toml::node& n, PlanTable& plan) { plan.last = r.year(n).value_or(Year{}); }},
    {"investeringsbudget", false,
     [](Reader& r, const toml::node& n, PlanTable& plan) {
       plan.investeringsbudget = read_reference<ProjectId>(r, n);
     }},
    {"afronding", false,
     [](Reader& r, const toml::node& n, PlanTable& plan) {
       plan.afronding = read_rounding(r, n).value_or(Rounding{});
     }},
    {"evenwicht", false,
     [](Reader& r, const toml::node& n, PlanTable& plan) {
       static constexpr std::string_view words[] = {"structureel", "sluitend"};
       if (const auto word = r.choice(n, words)) plan.evenwicht = static_cast<Evenwicht>(*word + 1);
     }},
    {"controle", false, [](Reader& r, const toml::node& n, PlanTable& plan) { read_controles(r, n, plan.controles); }},
};

void check_years(Reader& reader, const toml::table& table, const PlanTable& plan) {
  if (plan.first == Year{} || plan.last == Year{}) return;
  if (plan.last < plan.first)
    reader.report(Rule::jaar, *table.get("laatste_jaar"),
                  say("the last year {} is before the first, {}", plan.last, plan.first));
  else if (plan.last.value - plan.first.value >= most_years)
    reader.report(Rule::jaar, *table.get("laatste_jaar"),
                  say("a plan covers at most {} years", std::to_string(most_years)));
}

const Field<Rounding> rounding_fields[] = {
    {"eenheid", true,
     [](Reader& r, const toml::node& n, Rounding& rounding) {
       if (const auto unit = r.money(n)) rounding.unit = *unit;
     }},
    {"op", false,
     [](Reader& r, const toml::node& n, Rounding& rounding) {
       static constexpr std::string_view words[] = {"half", "boven", "beneden"};
       rounding.mode = static_cast<RoundingMode>(r.choice(n, words).value_or(0));
     }},
    {"keten", false,
     [](Reader& r, const toml::node& n, Rounding& rounding) {
       static constexpr std::string_view words[] = {"afgerond", "exact"};
       rounding.exact_chain = r.choice(n, words).value_or(0) == 1;
     }},
};

template <Figure figure>
void read_printed(Reader& reader, const toml::node& node, Controle& controle) {
  if (figure == Figure::opening && !node.is_table()) {
    if (const auto amount = reader.money(node)) controle.printed.push_back({figure, {}, *amount, reader.place(node)});
    return;
  }
  const toml::table* years =
      reader.table(node, "amounts per year", say("write {} = {{ 2025 = 498_866 }}", to_text(figure)));
  if (years == nullptr) return;
  for (auto&& [key, value] : *years) {
    const std::optional<Year> year = reader.year_key(key);
    const std::optional<Money> amount = reader.money(value);
    if (year && amount) controle.printed.push_back({figure, year, *amount, reader.place(value)});
  }
}

const Field<Controle> controle_fields[] = {
    {"bron", false, [](Reader& r, const toml::node& n, Controle& c) { c.bron = r.text(n).value_or(""); }},
    {"opening", false, read_printed<Figure::opening>},
    {"baten", false, read_printed<Figure::baten>},
    {"lasten", false, read_printed<Figure::lasten>},
    {"saldo", false, read_printed<Figure::saldo>},
    {"eindsaldo", false, read_printed<Figure::eindsaldo>},
    {"eenheid", false,
     [](Reader& r, const toml::node& n, Controle& c) {
       c.eenheid = r.money(n);
       if (c.eenheid && *c.eenheid <= Money()) {
         r.report(Rule::verkeerde_waarde, n, say("a rounding unit is more than zero"));
         c.eenheid.reset();
       }
     }},
    {"tolerantie", false,
     [](Reader& r, const toml::node& n, Controle& c) { c.tolerantie = r.money(n).value_or(Money()); }},
};

void read_blend(Reader& reader, const toml::key& key, const toml::node& node, std::vector<BlendPart>& parts) {
  const std::optional<Ratio> weight = reader.share(node);
  if (weight) parts.push_back({{std::string(key.str()), reader.place(key.source())}, *weight});
}

std::optional<Ratio> read_rate(Reader& reader, const toml::node& node) {
  const std::optional<Ratio> percentage = reader.decimal(node);
  if (!percentage) return std::nullopt;
  const Ratio rate = *percentage * Ratio{1, 100};
  if (rate.num > -rate.den) return rate;
  reader.report(Rule::verkeerde_waarde, node, say("an index cannot take away 100% or more"));
  return std::nullopt;
}

// { 2026 = 2.3, 2027 = 2.0 } is a rate per year, { loon = "2/3", prijs = "1/3" } a blend.
void read_index_table(Reader& reader, const toml::table& table, Index& index) {
  std::vector<YearRate> rates;
  std::vector<BlendPart> parts;
  for (auto&& [key, node] : table) {
    if (const std::optional<Year> year = read_year(key.str())) {
      if (const auto rate = read_rate(reader, node)) rates.push_back({*year, *rate});
    } else {
      read_blend(reader, key, node, parts);
    }
  }
  if (!rates.empty() && !parts.empty())
    reader.report(Rule::verkeerde_waarde, table, say("an index has rates per year or is a blend of others, not both"));
  if (parts.empty()) {
    index.rule = std::move(rates);
    return;
  }
  Ratio sum{0, 1};
  for (const BlendPart& part : parts) sum = sum + part.weight;
  if (!(sum == Ratio{1, 1}))
    reader.report(Rule::delen, table, say("the weights of this blend add up to {}, not to 1", to_text(sum)));
  index.rule = std::move(parts);
}

const Field<Programmalijn> line_fields[] = {
    {"id", true,
     [](Reader& r, const toml::node& n, Programmalijn& line) {
       line.id = r.number_name(n).value_or("");
       line.place = r.place(n);
     }},
    {"naam", true, [](Reader& r, const toml::node& n, Programmalijn& line) { line.naam = r.text(n).value_or(""); }},
    {"onder", false,
     [](Reader& r, const toml::node& n, Programmalijn& line) { line.onder = read_reference<LineId>(r, n); }},
    {"ondergrens", false, [](Reader& r, const toml::node& n, Programmalijn& line) { line.ondergrens = r.money(n); }},
    {"controle", false,
     [](Reader& r, const toml::node& n, Programmalijn& line) { read_controles(r, n, line.controles); }},
};

}  // namespace

void read_plan_table(Reader& reader, const toml::node& node, Part& part) {
  const toml::table* table = reader.table(node, "a table [plan]");
  part.unreadable = part.unreadable || table == nullptr;
  if (table == nullptr) return;
  PlanTable plan;
  plan.place = reader.place(*table);
  read_fields<PlanTable>(reader, *table, "[plan]", plan_fields, plan);
  check_years(reader, *table, plan);
  part.plans.push_back(std::move(plan));
}

void read_indexes(Reader& reader, const toml::node& node, Part& part) {
  const toml::table* table = reader.table(node, "a table [index]");
  part.unreadable = part.unreadable || table == nullptr;
  if (table == nullptr) return;
  for (auto&& [key, value] : *table) {
    reader.check_name(key);
    Index index{std::string(key.str()), reader.place(key.source()), {}};
    if (const toml::table* rates = value.as_table()) read_index_table(reader, *rates, index);
    else index.rule = read_rate(reader, value).value_or(Ratio{});
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

void read_controles(Reader& reader, const toml::node& node, std::vector<Controle>& controles) {
  const auto read = [&](const toml::table& table) {
    Controle controle;
    read_fields<Controle>(reader, table, "[controle]", controle_fields, controle);
    controles.push_back(std::move(controle));
  };
  if (const toml::table* table = node.as_table()) read(*table);
  else for_each_table(reader, node, "a table [controle]", read);
}

std::optional<Rounding> read_rounding(Reader& reader, const toml::node& node) {
  Rounding rounding;
  if (const toml::table* table = node.as_table()) {
    read_fields<Rounding>(reader, *table, "afronding", rounding_fields, rounding);
  } else {
    const std::optional<Money> unit = reader.money(node);
    if (!unit) return std::nullopt;
    rounding.unit = *unit;
  }
  if (rounding.unit > Money()) return rounding;
  reader.report(Rule::verkeerde_waarde, node, say("a rounding unit is more than zero"));
  return std::nullopt;
}

}  // namespace saldo
