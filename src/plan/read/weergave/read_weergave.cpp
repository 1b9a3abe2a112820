// [weergave]: the columns, words and sign in which people see a plan.
#include <algorithm>

#include "base/say.h"
#include "plan/read/part.h"
#include "plan/read/plain.h"

namespace saldo {

namespace {

// What stands above columns or rows, as the keys and columns of the format call it.
constexpr std::string_view woord_keys[] = {"programmalijn", "project",   "post",      "opening",    "baten",
                                           "lasten",        "saldo",     "eindsaldo", "totaal",     "verschil",
                                           "procent",       "primitief", "actueel",   "realisatie", "prognose"};

void read_kolommen(Reader& reader, const toml::node& node, Weergave& weergave) {
  const toml::array* array =
      reader.array(node, marked("a list of columns"), [] { return say("write [\"lasten\", \"baten\", \"saldo\"]"); });
  if (array == nullptr) return;
  for (const toml::node& element : *array) {
    const std::optional<std::size_t> word = reader.choice(element, kolom_words);
    if (!word) continue;
    const auto kolom = static_cast<Kolom>(*word);
    std::vector<Kolom>& kolommen = weergave.kolommen;
    if (std::find(kolommen.begin(), kolommen.end(), kolom) == kolommen.end()) kolommen.push_back(kolom);
    else reader.report(Rule::verkeerde_waarde, element, say("the column {} is there twice", to_text(kolom)));
  }
}

void read_woorden(Reader& reader, const toml::node& node, Weergave& weergave) {
  const toml::table* table =
      reader.table(node, marked("a table"), [] { return say("write {{ lasten = \"Uitgaven\" }}"); });
  if (table == nullptr) return;
  for (auto&& [key, value] : *table) {
    const std::string_view word = key.str();
    if (std::find(std::begin(woord_keys), std::end(woord_keys), word) == std::end(woord_keys)) {
      reader.unknown_key(key, "woorden", woord_keys);
    } else if (const auto words = reader.text(value)) {
      weergave.woorden.push_back({std::string(word), std::string(*words)});
    }
  }
}

Shape shown_columns_shape() {
  Shape shape = list_of(words_shape(kolom_words));
  shape.type = "list of columns";
  return shape;
}

Shape woorden_shape() {
  Shape shape{.kinds = {ValueKind::table}, .section = "woorden"};
  constexpr KeyPage page{.absent = "as saldo calls it",
                         .example = "woorden = { lasten = \"Uitgaven\" }",
                         .counts = "headings in text and md"};
  for (const std::string_view key : woord_keys) {
    shape.keys.push_back(named(key, marked("What stands above it, or before it."), text_shape(), false, page));
    shape.keys.back().called = "a word";
  }
  return shape;
}

std::string words_of_kolommen(const PlanVersion&, const Weergave& weergave) {
  std::string text;
  for (const Kolom kolom : weergave.kolommen) text += (text.empty() ? "" : ", ") + std::string(to_text(kolom));
  return text.empty() ? "geen" : text;
}

std::string words_of_woorden(const PlanVersion&, const Weergave& weergave) {
  std::string text;
  for (const Woord& woord : weergave.woorden) text += (text.empty() ? "" : ", ") + woord.of + " = " + woord.words;
  return text.empty() ? "geen" : text;
}

const Field<Weergave> weergave_fields[] = {
    {"kolommen",
     false,
     marked("Which columns a year has in `saldo table` and `saldo project`, and in what order."),
     shown_columns_shape,
     read_kolommen,
     {.absent = "those of the command",
      .example = "kolommen = [\"lasten\", \"baten\", \"saldo\", \"eindsaldo\"]",
      .counts = "text and md; `--columns` wins"},
     {.same = same_member<&Weergave::kolommen>, .label = "kolommen", .words = words_of_kolommen}},
    {"woorden",
     false,
     marked("What readers call what saldo calls a programmalijn, a project, a post, baten, lasten, and so on."),
     woorden_shape,
     read_woorden,
     {.absent = "the words of saldo",
      .example = "woorden = { programmalijn = \"Programma\", project = \"Deelprogramma\" }",
      .counts = "headings in text and md; the keys of csv and json stay"},
     {.same = same_member<&Weergave::woorden>, .label = "woorden", .words = words_of_woorden}},
    {"teken",
     false,
     marked(
         "The sign of a saldo: voordelig (baten - lasten), lasten-baten, lasten-negatief, baten-negatief, or vn for a "
         "letter behind it."),
     one_of<voorteken_words>,
     [](Reader& r, const toml::node& n, Weergave& weergave) {
       weergave.teken = static_cast<Voorteken>(r.choice(n, voorteken_words).value_or(0));
     },
     {.absent = "`voordelig`", .example = "teken = \"vn\"", .counts = "text and md; csv and json are voordelig"},
     {.same = same_member<&Weergave::teken>,
      .label = "teken",
      .words = [](const PlanVersion&, const Weergave& weergave) { return std::string(to_text(weergave.teken)); }}},
};

}  // namespace

template <>
const std::vector<Setting<Weergave>>& settings_of<Weergave>() {
  static const std::vector<Setting<Weergave>> settings = settings_from<Weergave>(weergave_fields);
  return settings;
}

void read_weergave(Reader& reader, const toml::node& node, Part& part) {
  const toml::table* table = reader.table(node, marked("a table [weergave]"));
  if (table == nullptr) return;
  Weergave weergave;
  weergave.place = reader.place(*table);
  read_fields<Weergave>(reader, *table, "[weergave]", weergave_fields, weergave);
  part.weergaven.push_back(std::move(weergave));
}

Shape weergave_shape() { return table_of<Weergave>(weergave_fields, "[weergave]"); }

}  // namespace saldo
