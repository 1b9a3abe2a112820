// onderbouwing: the lines of a sub-budget, each with its factors, its amount or both.
#include <algorithm>

#include "base/say.h"
#include "plan/read/part.h"

namespace saldo {

namespace {

Shape factors_shape() {
  Shape named_factor{.kinds = {ValueKind::table}};
  named_factor.families.push_back(named(any_name_pattern, "", decimal_shape()));
  Shape shape = list_of(either(decimal_shape(), std::move(named_factor)));
  shape.filled = true;
  return shape;
}

// 1.720, or 12.500: three decimals, behind one digit or with a zero that a decimal would not have. 0.875 is none, nor is
// 57.805, the price of an hour.
bool is_like_thousand(std::string_view written) {
  const std::size_t point = written.find('.');
  const bool has_three = point >= 1 && point <= 3 && written.size() == point + 4;
  return has_three && written[0] >= '1' && written[0] <= '9' && (point == 1 || written.back() == '0');
}

// What stands between two values of a list, the comma included; more than any gap where they are not on one line.
std::uint32_t gap_between(const toml::node& a, const toml::node& b) {
  const toml::source_region &before = a.source(), &after = b.source();
  return before.end.line == after.begin.line ? after.begin.column - before.end.column : UINT32_MAX;
}

// Two whole numbers with nothing but a comma between them, in a list with more after its other commas: [46, 16, 73,57].
bool is_like_one_number(const toml::array& factors, std::size_t at) {
  if (!factors[at].is_integer() || !factors[at + 1].is_integer() || gap_between(factors[at], factors[at + 1]) != 1)
    return false;
  std::size_t others = 0;
  for (std::size_t i = 0; i + 1 < factors.size(); ++i) {
    const bool is_spaced = gap_between(factors[i], factors[i + 1]) > 1;
    if (is_spaced) ++others;
    else if (i + 1 == at || i == at + 1) return false;
  }
  return others > 0;
}

void note_thousand(Reader& reader, const toml::node& factor, Onderbouwing& line) {
  if (!factor.is_floating_point() || !is_like_thousand(reader.digits(factor))) return;
  std::string meant(reader.digits(factor));
  std::replace(meant.begin(), meant.end(), '.', '_');
  line.more.own().odd.push_back({OddNumber::Kind::thousand, meant, reader.place(factor)});
}

// { tarief = 73.57 }: a factor by the name it has wherever it is used.
void read_named_factor(Reader& reader, const toml::table& table, Onderbouwing& line) {
  if (table.size() != 1) {
    reader.report(Rule::verkeerde_waarde, table, say("a named factor is one name and one number"),
                  say("write {{ tarief = 73.57 }}"));
    return;
  }
  for (auto&& [key, node] : table) {
    reader.check_name(key);
    const auto value = reader.decimal(node);
    if (!value) return;
    line.more.own().named.push_back(
        {std::string(key.str()), static_cast<std::uint32_t>(line.factoren.size()), reader.place(node)});
    line.factoren.push_back(SlimRatio(*value));
    note_thousand(reader, node, line);
  }
}

void read_factors(Reader& reader, const toml::array& factors, Onderbouwing& line) {
  line.factoren.reserve(factors.size());
  for (std::size_t i = 0; i < factors.size(); ++i) {
    if (const toml::table* named = factors[i].as_table()) {
      read_named_factor(reader, *named, line);
      continue;
    }
    const auto value = reader.decimal(factors[i]);
    if (!value) continue;
    line.factoren.push_back(SlimRatio(*value));
    note_thousand(reader, factors[i], line);
    if (i + 1 < factors.size() && is_like_one_number(factors, i)) {
      Place place = reader.place(factors[i]);
      const Place behind = reader.place(factors[i + 1]);
      place.length = behind.column + behind.length - place.column;
      line.more.own().odd.push_back(
          {OddNumber::Kind::comma,
           std::string(reader.digits(factors[i])) + "." + std::string(reader.digits(factors[i + 1])), place});
    }
  }
}

const Field<Onderbouwing> onderbouwing_fields[] = {
    {"naam",
     true,
     marked("What is counted on this line: \"Adviseur\"."),
     text_shape,
     [](Reader& r, const toml::node& n, Onderbouwing& line) { line.naam = r.text(n).value_or(""); },
     {.example = "onderbouwing = [{ naam = \"Adviseur\", factoren = [46, 16, 73.57, 1.21] }]",
      .counts = "names the line in `saldo why`"}},
    {"factoren",
     false,
     marked("Numbers to multiply: weeks, hours, rate, btw: [46, 16, 73.57, 1.21]; one with a name, { tarief = 73.57 }, "
            "must be the same wherever that name is."),
     factors_shape,
     [](Reader& r, const toml::node& n, Onderbouwing& line) {
       const toml::array* factors =
           r.array(n, marked("a list of numbers"), [] { return say("write factoren = [46, 16, 73.57]"); });
       if (factors == nullptr) return;
       if (factors->empty()) r.report(Rule::verkeerde_waarde, n, say("there is nothing to multiply here"));
       read_factors(r, *factors, line);
     },
     {.absent = "only with `bedrag`",
      .example = "onderbouwing = [{ naam = \"Inzet\", factoren = [46, 16, { tarief = 73.57 }] }]",
      .counts = "every amount that is `\"onderbouwing\"`; `saldo check`"}},
    {"bedrag",
     false,
     marked("The amount of this line as a document prints it; it wins over the factors, which are held against it."),
     money_shape,
     [](Reader& r, const toml::node& n, Onderbouwing& line) {
       line.bedrag = r.money(n);
       line.more.own().bedrag_place = r.place(n);
     },
     {.absent = "the product of its factors",
      .example = "onderbouwing = [{ naam = \"Adviseur\", factoren = [46, 16, 73.6, 1.21], bedrag = 65_518.50 }]",
      .counts = "every amount that is `\"onderbouwing\"`; `saldo check`"}},
};

constexpr Marked line_words = marked("a line of an onderbouwing");

}  // namespace

void read_onderbouwing(Reader& reader, const toml::node& node, Post& post) {
  std::vector<Onderbouwing> lines;
  if (const toml::array* array = node.as_array()) lines.reserve(array->size());
  for_each_table(reader, node, marked("a line { naam, factoren }"), [&](const toml::table& table) {
    Onderbouwing line;
    line.place = reader.place(table);
    read_fields<Onderbouwing>(reader, table, line_words, onderbouwing_fields, line);
    if (!table.contains("factoren") && !table.contains("bedrag"))
      reader.report(Rule::ontbrekende_sleutel, table, say("this line has neither `factoren` nor a `bedrag`"),
                    say("write factoren = [46, 16, 73.57], or only its amount: bedrag = 65_518.50"));
    lines.push_back(std::move(line));
  });
  post.more.own().onderbouwing = std::move(lines);
}

Shape onderbouwing_shape() { return list_of(table_of<Onderbouwing>(onderbouwing_fields, "onderbouwing")); }

}  // namespace saldo
