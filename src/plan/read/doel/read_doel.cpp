// [[doel]]: a goal and what is printed of it; geld: the money that serves it.
#include <algorithm>

#include "base/say.h"
#include "base/text.h"
#include "plan/read/doel/rows.h"

namespace saldo {

namespace {

// --- geld ---

// A share that can be of something: above nothing, at most all of it.
std::optional<Ratio> read_part(Reader& reader, const toml::node& node) {
  const std::optional<Ratio> share = reader.share(node);
  if (!share || (share->num > 0 && share->num <= share->den)) return share;
  reader.report(Rule::verkeerde_waarde, node, say("a share of an amount is more than nothing, and at most 100%"),
                say("write \"50%\""));
  return std::nullopt;
}

const Field<Geld> geld_fields[] = {
    {"project",
     false,
     marked("The nr of the project whose money serves the goal."),
     number_name_shape,
     [](Reader& r, const toml::node& n, Geld& geld) { geld.project = read_reference<ProjectId>(r, n); },
     {.absent = "it has `tekst`", .example = "project = \"3.5\"", .counts = "`saldo goals --money`"},
     {.same = [](const PlanVersion&, const Geld& a, const PlanVersion&,
                 const Geld& b) { return (a.project ? a.project->name : "") == (b.project ? b.project->name : ""); }}},
    {"post",
     false,
     marked("One post of it: its nr, or its naam."),
     number_name_shape,
     [](Reader& r, const toml::node& n, Geld& geld) { geld.post = named_at(r, n); },
     {.absent = "the whole project", .example = "project = \"3.5\"\npost = 2", .counts = "`saldo goals --money`"},
     {.same = [](const PlanVersion&, const Geld& a, const PlanVersion&,
                 const Geld& b) { return a.post.name == b.post.name; }}},
    {"deel",
     false,
     marked("So much of every amount of it."),
     share_shape,
     [](Reader& r, const toml::node& n, Geld& geld) {
       geld.deel_place = r.place(n);
       geld.deel = read_part(r, n);
     },
     {.absent = "all of it, shared with other goals that name it and not divided",
      .example = "project = \"3.5\"\ndeel = \"50%\"",
      .counts = "`saldo goals --money`"},
     {.same = same_member<&Geld::deel>}},
    chosen<&Geld::grond, gronden>(
        "grond", false, marked("Why: it has the same name, a note says so, or somebody inferred it."),
        {.absent = "whoever wrote it knows", .example = "project = \"3.5\"\ngrond = \"naam\"", .counts = on_its_page}),
    plain<&Geld::tekst>(
        "tekst", false, marked("Money that is named without being a project or post."),
        {.absent = "it has `project`", .example = "tekst = \"extra toeristenbelasting\"", .counts = on_its_page}),
    {"bedrag",
     false,
     marked("How much that is, where it is printed."),
     money_shape,
     [](Reader& r, const toml::node& n, Geld& geld) { geld.bedrag = r.money(n); },
     {.absent = "not known",
      .example = "tekst = \"bijdrage van het Rijk\"\nbedrag = 1_000_000",
      .counts = "`saldo goal`; no sum"},
     {.same = same_member<&Geld::bedrag>}},
};

void check_geld(Reader& reader, const toml::table& table) {
  const auto there = [&table](std::string_view key) { return table.contains(key); };
  if (there("project") == there("tekst")) {
    reader.report(Rule::ontbrekende_sleutel, table,
                  say("money of a goal is a `project`, or has a `tekst`: one of them"),
                  say("write project = \"3.18\" and post = 9, or tekst = \"subsidie van het Rijk\""));
    return;
  }
  for (const char* key : {"post", "deel"})
    if (there("tekst") && there(key))
      reader.report(Rule::verkeerde_waarde, *table.get(key), say("`{}` goes with a project", key));
  if (there("project") && there("bedrag"))
    reader.report(Rule::verkeerde_waarde, *table.get("bedrag"),
                  say("the amounts of a project stand in the plan: `bedrag` goes with `tekst`"));
}

// --- lists of names ---

// One, or a list of them.
template <class Add>
void read_one_or_more(Reader& reader, const toml::node& node, std::string_view expected, Add add) {
  if (!node.is_array()) {
    if (node.is_table()) reader.wrong_type(node, expected);
    else add(node);
    return;
  }
  for (const toml::node& element : *node.as_array()) add(element);
}

template <class Id>
std::string names_in(const std::vector<Reference<Id>>& references) {
  std::string text;
  for (const Reference<Id>& one : references) text += (text.empty() ? "" : ", ") + one.name;
  return text.empty() ? "geen" : text;
}
std::string names_in(const std::vector<Named>& names) {
  std::string text;
  for (const Named& one : names) text += (text.empty() ? "" : ", ") + one.name;
  return text.empty() ? "geen" : text;
}

// A list that diff compares by its names.
template <auto member>
constexpr Setting<Doel> setting_of_names(std::string_view label) {
  return {.same = [](const PlanVersion&, const Doel& a, const PlanVersion&,
                     const Doel& b) { return names_in(a.*member) == names_in(b.*member); },
          .label = label,
          .words = [](const PlanVersion&, const Doel& doel) { return names_in(doel.*member); }};
}

template <auto member>
constexpr Setting<Doel> setting_of_name(std::string_view label) {
  return {.same =
              [](const PlanVersion&, const Doel& a, const PlanVersion&, const Doel& b) {
                return (a.*member ? (a.*member)->name : "") == (b.*member ? (b.*member)->name : "");
              },
          .label = label,
          .words = [](const PlanVersion&,
                      const Doel& doel) { return doel.*member ? (doel.*member)->name : std::string("geen"); }};
}

Shape names_shape() { return either(number_name_shape(), list_of(number_name_shape())); }
Shape texts_shape() { return list_of(text_shape()); }
Shape ids_shape() { return list_of(text_shape()); }

void read_id(Reader& reader, const toml::node& node, Doel& doel) {
  doel.place = reader.place(node);
  doel.id = reader.text(node).value_or("");
  const bool is_plain = std::all_of(doel.id.begin(), doel.id.end(), [](char c) {
    return static_cast<unsigned char>(c) >= 0x80 || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') ||
           (c >= '0' && c <= '9') || c == '.' || c == '-' || c == '_' || c == '/';
  });
  if (!is_plain)
    reader.report(Rule::verkeerde_waarde, node, say("an id has letters, digits, `.`, `-`, `_` and `/`"),
                  say("write the words of the naam with dashes between them"));
}

void read_zie(Reader& reader, const toml::node& node, Doel& doel) {
  const toml::array* array =
      reader.array(node, marked("a list of goals"), [] { return say("write zie = [\"stadspas\"]"); });
  if (array == nullptr) return;
  for (const toml::node& element : *array)
    if (auto other = read_reference<DoelId>(reader, element)) doel.zie.push_back(std::move(*other));
}

void read_elders(Reader& reader, const toml::node& node, Doel& doel) {
  const toml::array* array =
      reader.array(node, marked("a list of documents"), [] { return say("write elders = [\"Doe-agenda\"]"); });
  if (array == nullptr) return;
  for (const toml::node& element : *array)
    if (const auto text = reader.text(element)) doel.elders.push_back({std::string(*text), reader.place(element)});
}

// --- the goal itself ---

const Field<Doel> doel_fields[] = {
    {"id",
     true,
     marked("Id of the goal: unique in the plan, and the same in every year."),
     text_shape,
     read_id,
     {.example = "id = \"stadspas\"", .counts = "others name the goal by it; `saldo goal`"},
     {.same = same_member<&Doel::id>, .label = "id", .words = bare_words<&Doel::id>, .is_name = true}},
    fixed(chosen<&Doel::soort, doel_soorten, &Doel::soort_place>(
        "soort", true, marked("What it is, in the words of the document."),
        {.example = "soort = \"prestatie\"", .counts = "`saldo goals`; what `saldo check` asks of it"})),
    {"onder",
     false,
     marked("Id of the goal it is under."),
     text_shape,
     [](Reader& r, const toml::node& n, Doel& doel) { doel.onder = read_reference<DoelId>(r, n); },
     {.absent = "it is at the top",
      .example = "onder = \"meedoen\"",
      .counts = "the tree; its money is in that of what it is under"},
     setting_of_name<&Doel::onder>("onder")},
    {"nr",
     false,
     marked("The number that is printed this year; another goal may have it next year."),
     number_name_shape,
     [](Reader& r, const toml::node& n, Doel& doel) {
       doel.nr = r.number_name(n).value_or("");
       doel.nr_place = r.place(n);
     },
     {.absent = "it has none", .example = "nr = \"2.2.2\"", .counts = "what people see; `was` of another plan"},
     {.same = same_member<&Doel::nr>,
      .label = "nr",
      .words = [](const PlanVersion&, const Doel& doel) { return quoted(doel.nr); }}},
    fixed(naming(plain<&Doel::naam, &Doel::naam_place>("naam", true,
                                                       marked("What it is called: a label, not its whole text."),
                                                       {.example = "naam = \"Stadspas\"", .counts = "names its row"}))),
    {"was",  // which goal it is of another plan: diff tells that by pairing them
     false,
     marked("What it was in an older plan: its id there, or a nr that one goal has there."),
     names_shape,
     [](Reader& r, const toml::node& n, Doel& doel) {
       read_one_or_more(r, n, marked("an id or nr, or a list of them"),
                        [&](const toml::node& one) { doel.was.push_back(named_at(r, one)); });
     },
     {.absent = "the goal with the same id", .example = "was = \"2.2.3\"", .counts = "`saldo diff`"}},
    fixed(
        plain<&Doel::tekst>("tekst", false, marked("A fact that goes with it; not the prose of the document."),
                            {.absent = "none", .example = "tekst = \"Twee hubs, één haven\"", .counts = on_its_page})),
    {"project",
     false,
     marked("The nr of the project it stands in: a place, no money."),
     number_name_shape,
     [](Reader& r, const toml::node& n, Doel& doel) { doel.project = read_reference<ProjectId>(r, n); },
     {.absent = "that of what it is under",
      .example = "project = \"3.5\"",
      .counts = "`saldo goals --by programmalijn`"},
     setting_of_name<&Doel::project>("project")},
    {"programmalijn",
     false,
     marked("Id of the programmalijn it belongs to, or of several."),
     names_shape,
     [](Reader& r, const toml::node& n, Doel& doel) {
       read_one_or_more(r, n, marked("the id of a programmalijn, or a list of them"), [&](const toml::node& one) {
         if (auto line = read_reference<LineId>(r, one)) doel.programmalijnen.push_back(std::move(*line));
       });
     },
     {.absent = "that of its project, or of what it is under",
      .example = "programmalijn = [\"wnw\"]",
      .counts = "`saldo goals --by programmalijn`"},
     setting_of_names<&Doel::programmalijnen>("programmalijn")},
    {"streef",
     false,
     marked("What it is to reach: one target on a line."),
     streven_shape,
     read_streven,
     {.absent = "no target: an effort, or a level above others", .counts = "`saldo goals`"}},
    {"resultaat",
     false,
     marked("What it came to."),
     resultaten_shape,
     read_resultaten,
     {.absent = "not known, which is never zero and never reached", .counts = "`saldo goals`"}},
    {"feit",
     false,
     marked("Figures that are no target and no result: what there is now, and who it is about."),
     feiten_shape,
     read_feiten,
     {.absent = "none", .counts = on_its_page}},
    {"geld",
     false,
     marked("The money that serves it: projects, posts, or money that is only named."),
     geld_shape,
     read_geld,
     {.absent = "no money is linked", .counts = "`saldo goals --money`"}},
    {"zie",
     false,
     marked("Ids of other goals that go with it."),
     ids_shape,
     read_zie,
     {.absent = "none", .example = "zie = [\"meedoen\"]", .counts = on_its_page},
     setting_of_names<&Doel::zie>("zie")},
    {"elders",
     false,
     marked("Documents in which its figures are said to stand."),
     texts_shape,
     read_elders,
     {.absent = "none", .example = "elders = [\"Doe-agenda Perspectief op Werk\"]", .counts = on_its_page},
     setting_of_names<&Doel::elders>("elders")},
};

}  // namespace

template <>
const std::vector<Setting<Doel>>& settings_of<Doel>() {
  static const std::vector<Setting<Doel>> settings = settings_from<Doel>(doel_fields);
  return settings;
}

template <>
const std::vector<Setting<Geld>>& settings_of<Geld>() {
  static const std::vector<Setting<Geld>> settings = settings_from<Geld>(geld_fields);
  return settings;
}

void read_geld(Reader& reader, const toml::node& node, Doel& doel) {
  for_each_table(reader, node, "[[doel.geld]]", [&](const toml::table& table) {
    Geld geld;
    geld.place = reader.place(table);
    read_fields<Geld>(reader, table, "[[doel.geld]]", geld_fields, geld);
    check_geld(reader, table);
    doel.geld.push_back(std::move(geld));
  });
}

Shape geld_shape() { return list_of(table_of<Geld>(geld_fields, "[[doel.geld]]")); }

void read_doelen(Reader& reader, const toml::node& node, Part& part) {
  part.unreadable = part.unreadable || !is_tables(node);
  for_each_table(reader, node, "[[doel]]", [&](const toml::table& table) {
    Doel doel;
    doel.place = reader.place(table);
    read_fields<Doel>(reader, table, "[[doel]]", doel_fields, doel);
    check_streef_numbers(reader, doel);
    if (doel.id.empty()) part.unreadable = true;
    part.doelen.push_back(std::move(doel));
  });
}

Shape doelen_shape() { return list_of(table_of<Doel>(doel_fields, "[[doel]]")); }

}  // namespace saldo
