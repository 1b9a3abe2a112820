// [[wijziging]]: what one change is about, and what it does.
#include <algorithm>

#include "base/say.h"
#include "plan/read/changes.h"

namespace saldo {

namespace {

// A change under way. The part is where names of indexes are kept until the plan is known.
struct ChangeDraft {
  Wijziging change;
  Part* part;
};

// A set of things a change can be about.
using Targets = unsigned;
constexpr Targets bit(Of of) { return 1u << static_cast<unsigned>(of); }
constexpr Targets of_post = bit(Of::post);
constexpr Targets of_posts = of_post | bit(Of::project) | bit(Of::programmalijn);
constexpr Targets of_index = bit(Of::index);

constexpr std::string_view target_names[] = {marked("the plan"),  marked("an index"), marked("a programmalijn"),
                                             marked("a project"), marked("a post"),   marked("a goal")};

void read_named(Reader& reader, const toml::node& node, Named& named) {
  named = {reader.number_name(node).value_or(""), reader.place(node)};
}

// --- which thing a change is about ---

template <Named Wijziging::*thing, Shape (*shape)()>
constexpr Field<ChangeDraft> names(std::string_view key, Marked description, std::string_view absent,
                                   std::string_view example) {
  return {key,
          false,
          description,
          shape,
          [](Reader& r, const toml::node& n, ChangeDraft& d) { read_named(r, n, d.change.*thing); },
          {.absent = absent, .example = example, .counts = "what the change is about"}};
}

constexpr std::string_view of_a_target = "doel = \"stadspas\"\nstreef = 1\nminimaal = 300";

const Field<ChangeDraft> naming_fields[] = {
    names<&Wijziging::project, number_name_shape>("project",
                                                  marked("The nr of the project that changes, or that the post is in."),
                                                  "it is not about a project", "project = \"3.5\"\nbudget = 10_000"),
    names<&Wijziging::post, number_name_shape>(
        "post", marked("The post that changes: its nr, or its naam written out."), "it is not about a post",
        "project = \"3.5\"\npost = \"Materiaal\"\nlasten = { 2026 = 6_000 }"),
    names<&Wijziging::programmalijn, number_name_shape>(
        "programmalijn",
        marked("The id of the programmalijn that changes, with all projects in it; beside `project`, where that "
               "project moves to."),
        "it is not about a programmalijn", "programmalijn = \"wnw\"\nmaal = 1.04"),
    names<&Wijziging::index, text_shape>(
        "index", marked("The index whose rates change; beside `post`, the index that post gets."),
        "it is not about an index", "index = \"loon\"\npercentage = 4.5"),
    names<&Wijziging::doel, text_shape>("doel", marked("The id of the goal of which a target changes."),
                                        "it is not about a goal", of_a_target),
    {"streef",
     false,
     marked("The nr of the target that changes."),
     [] { return integer_shape(1, 999); },
     [](Reader& r, const toml::node& n, ChangeDraft& d) {
       if (const auto nr = r.integer(n, 1, 999)) d.change.streef = static_cast<std::uint32_t>(*nr);
     },
     {.absent = "the only target of the goal", .example = of_a_target, .counts = "what the change is about"}},
};

Of target_of(const toml::table& table) {
  if (table.contains("doel")) return Of::doel;
  if (table.contains("project") || table.contains("post")) return table.contains("post") ? Of::post : Of::project;
  if (table.contains("programmalijn")) return Of::programmalijn;
  return table.contains("index") ? Of::index : Of::plan;
}

bool names_target(std::string_view key, Of of) {
  if (of == Of::doel || key == "doel" || key == "streef") return of == Of::doel && (key == "doel" || key == "streef");
  if (key == "project" || key == "post") return true;
  if (key == "programmalijn") return of == Of::programmalijn;
  return key == "index" && of == Of::index;
}

// --- what it does ---

template <class Value, class ReadValue>
void read_yearly(Reader& reader, const toml::node& node, Yearly<Value>& yearly, ReadValue read) {
  const toml::table* years = node.as_table();
  if (years == nullptr) {
    yearly.every = read(node);
    return;
  }
  if (years->empty()) reader.report(Rule::verkeerde_waarde, node, say("there is no year here"));
  for (auto&& [key, value] : *years) {
    const std::optional<Year> year = reader.year_key(key);
    const std::optional<Value> read_value = read(value);
    if (year && read_value) yearly.years.push_back({*year, *read_value, reader.place(value)});
  }
}

void read_plus(Reader& reader, const toml::node& node, ChangeDraft& draft) {
  if (draft.change.of == Of::index)
    read_yearly(reader, node, draft.change.factor, [&](const toml::node& value) {
      const std::optional<Ratio> points = reader.decimal(value);
      return points ? std::optional(*points * Ratio{1, 100}) : std::nullopt;
    });
  else read_yearly(reader, node, draft.change.bedrag, [&](const toml::node& value) { return reader.money(value); });
}

void read_maal(Reader& reader, const toml::node& node, ChangeDraft& draft) {
  read_yearly(reader, node, draft.change.factor, [&](const toml::node& value) {
    std::optional<Ratio> factor = reader.share(value);
    if (factor && factor->num < 0) {
      reader.report(Rule::verkeerde_waarde, value, say("amounts are multiplied by something less than nothing here"),
                    say("write 1.04 for four percent more, 0.96 for four percent less"));
      factor.reset();
    }
    return factor;
  });
}

void read_schuif(Reader& reader, const toml::node& node, ChangeDraft& draft) {
  const std::optional<Ratio> years = reader.share(node);
  if (!years) return;
  const Wide size = years->num < 0 ? -years->num : years->num;
  const bool whole = years->den != 0 && size % years->den == 0;
  if (size == 0 || (whole && size / years->den > most_delay) || (!whole && size > years->den))
    reader.report(Rule::verkeerde_waarde, node, say("a schuif is a whole number of years, or a part of one"),
                  say("write 1, -1 or \"6/12\"; for a year and a half, two changes"));
  else draft.change.schuif = *years;
}

const Field<Kasschuif> kasschuif_fields[] = {
    {"van",
     true,
     marked("The year the money is taken from."),
     year_shape,
     [](Reader& r, const toml::node& n, Kasschuif& k) { k.van = r.year(n).value_or(Year{}); },
     {.example = "project = \"3.5\"\npost = 2\nkasschuif = { van = 2025, naar = 2026, bedrag = 1_000 }",
      .counts = "the two years; the total stays"}},
    {"naar",
     true,
     marked("The year the money goes to."),
     year_shape,
     [](Reader& r, const toml::node& n, Kasschuif& k) { k.naar = r.year(n).value_or(Year{}); },
     {.example = "project = \"3.5\"\npost = 2\nkasschuif = { van = 2025, naar = 2026, bedrag = 1_000 }",
      .counts = "the two years; the total stays"}},
    {"bedrag",
     true,
     marked("How much, in euros."),
     money_shape,
     [](Reader& r, const toml::node& n, Kasschuif& k) { k.bedrag = r.money(n).value_or(Money()); },
     {.example = "project = \"3.5\"\npost = 2\nkasschuif = { van = 2025, naar = 2026, bedrag = 1_000 }",
      .counts = "the two years; the total stays"}},
};

void read_kasschuif(Reader& reader, const toml::node& node, ChangeDraft& draft) {
  const auto help = [] { return say("write kasschuif = {{ van = 2025, naar = 2026, bedrag = 50_000 }}"); };
  const toml::table* table = reader.table(node, marked("a table { van, naar, bedrag }"), help);
  if (table == nullptr) return;
  Kasschuif& kasschuif = draft.change.kasschuif;
  read_fields<Kasschuif>(reader, *table, "kasschuif", kasschuif_fields, kasschuif);
  if (kasschuif.van != Year{} && kasschuif.van == kasschuif.naar)
    reader.report(Rule::verkeerde_waarde, node, say("this kasschuif stays in one year"));
}

void read_vervalt(Reader& reader, const toml::node& node, ChangeDraft&) {
  if (reader.boolean(node) == false)
    reader.report(Rule::verkeerde_waarde, node, say("what does not vervalt needs no change"), say("leave it out"));
}

void read_percentage(Reader& reader, const toml::node& node, ChangeDraft& draft) {
  read_yearly(reader, node, draft.change.factor, [&](const toml::node& value) { return read_rate(reader, value); });
}

void read_new_posts(Reader& reader, const toml::node& node, ChangeDraft& draft) {
  for_each_table(reader, node, "[[wijziging.nieuwe_post]]", [&](const toml::table& table) {
    draft.change.new_posts.push_back(read_new_post(reader, table, *draft.part));
  });
}

void read_new_projects(Reader& reader, const toml::node& node, ChangeDraft& draft) {
  std::vector<Project>& read = draft.part->projects;
  const auto before = static_cast<std::ptrdiff_t>(read.size());
  read_projects(reader, node, *draft.part);
  draft.change.new_projects.assign(std::make_move_iterator(read.begin() + before), std::make_move_iterator(read.end()));
  read.erase(read.begin() + before, read.end());
}

Shape plus_shape() { return either(money_shape(), per_year_shape(money_shape())); }
Shape maal_shape() { return either(share_shape(), per_year_shape(share_shape())); }
Shape rates_shape() { return either(rate_shape(), per_year_shape(rate_shape())); }
Shape kasschuif_shape() { return table_of<Kasschuif>(kasschuif_fields, "kasschuif"); }

struct OperationField {
  Operation operation;
  Targets targets;
  Field<ChangeDraft> field;
};

const OperationField operation_fields[] = {
    {Operation::plus,
     of_post | of_index,
     {"plus",
      false,
      marked("Adds to each written amount of the post, or to those of some years: 5_000 or { 2026 = 5_000 }; to an "
             "index, percentage points."),
      plus_shape,
      read_plus,
      {.absent = "nothing is done by it",
       .example = "project = \"3.5\"\npost = 2\nplus = { 2025 = 5_000 }",
       .counts = "written amounts; what is derived follows"}}},
    {Operation::maal,
     of_posts | of_index,
     {"maal",
      false,
      marked("Multiplies the written amounts, or those of some years: 1.04 or { 2026 = 1.04 }."),
      maal_shape,
      read_maal,
      {.absent = "nothing is done by it",
       .example = "project = \"3.5\"\npost = 2\nmaal = 1.04",
       .counts = "written amounts; what is derived follows"}}},
    {Operation::schuif,
     of_posts,
     {"schuif",
      false,
      marked("Moves the written amounts to later years: 1, -1, or a part of each amount: \"6/12\"."),
      share_shape,
      read_schuif,
      {.absent = "nothing is done by it",
       .example = "project = \"3.5\"\nschuif = 1",
       .counts = "written amounts; what is derived follows"}}},
    {Operation::kasschuif,
     of_post,
     {"kasschuif",
      false,
      marked("Moves an amount between two years of a post: { van = 2025, naar = 2026, bedrag = 50_000 }."),
      kasschuif_shape,
      read_kasschuif,
      {.absent = "nothing is done by it",
       .example = "project = \"3.5\"\npost = 2\nkasschuif = { van = 2025, naar = 2026, bedrag = 1_000 }",
       .counts = "written amounts; what is derived follows"}}},
    {Operation::percentage,
     of_index,
     {"percentage",
      false,
      marked("The rate of the index: 4.0 for every year, or { 2026 = 4.0 } for some."),
      rates_shape,
      read_percentage,
      {.absent = "nothing is done by it",
       .example = "index = \"loon\"\npercentage = { 2026 = 4.5 }",
       .counts = "posts that follow the index"}}},
    {Operation::vervalt,
     of_posts,
     {"vervalt",
      false,
      marked("true: it is taken out."),
      boolean_shape,
      read_vervalt,
      {.absent = "nothing is done by it",
       .example = "project = \"3.5\"\npost = 2\nvervalt = true",
       .counts = "the whole of it"}}},
    {Operation::nieuwe_post,
     bit(Of::project),
     {"nieuwe_post",
      false,
      marked("Posts that are added to the project, with the keys of [[project.post]]."),
      posts_shape,
      read_new_posts,
      {.absent = "nothing is done by it",
       .example = "project = \"3.5\"\nnieuwe_post = [{ naam = \"Huur\", lasten = { 2025 = 4_000 } }]",
       .counts = "every figure"}}},
    {Operation::nieuw_project,
     bit(Of::plan),
     {"nieuw_project",
      false,
      marked("Projects that are added to the plan, with the keys of [[project]]."),
      projects_shape,
      read_new_projects,
      {.absent = "nothing is done by it",
       .example = "nieuw_project = [{ nr = \"3.6\", naam = \"Nieuw\", programmalijn = \"wnw\" }]",
       .counts = "every figure"}}},
};

const Field<ChangeDraft> general_fields[] = {
    {"kant",
     false,
     marked("Only this side of posts that have both: baten or lasten."),
     one_of<side_words>,
     [](Reader& r, const toml::node& n, ChangeDraft& d) {
       if (const auto word = r.choice(n, side_words)) d.change.kant = static_cast<Direction>(*word);
     },
     {.absent = "both sides",
      .example = "project = \"3.5\"\npost = 1\nkant = \"lasten\"\nmaal = 1.04",
      .counts = "what plus, maal, schuif and kasschuif touch"}},
    {"overheveling",
     false,
     marked(
         "The year whose unspent lasten this plus lets later years spend, as `saldo close --overheveling` writes it."),
     year_shape,
     [](Reader& r, const toml::node& n, ChangeDraft& d) { d.change.overheveling = r.year(n); },
     {.absent = "it is new budget",
      .example = "project = \"3.5\"\npost = 2\nplus = { 2026 = 9_500 }\noverheveling = 2025",
      .counts = "`saldo check`: restant-verlopen, restant-structureel, overheveling-dubbel"}},
    {"toelichting",
     false,
     marked("Why this changes, for whoever reads it."),
     text_shape,
     [](Reader& r, const toml::node& n, ChangeDraft& d) { d.change.toelichting = r.text(n).value_or(""); },
     {.absent = "not said",
      .example = "toelichting = \"cao-akkoord\"\nindex = \"loon\"\nplus = 0.5",
      .counts = "`saldo changes` and `saldo why` print it"}},
};

// --- what it sets ---

template <class Visit>
void visit_settings(Of of, Visit visit) {
  const auto visit_all = [&](const auto& fields) {
    for (const auto& field : fields)
      if (field.setting.settable) visit(field);
  };
  if (of == Of::post) visit_all(fields_of_post());
  if (of == Of::project) visit_all(fields_of_project());
  if (of == Of::programmalijn) visit_all(fields_of_line());
  if (of == Of::plan) visit_all(fields_of_plan());
  if (of == Of::doel) visit_all(fields_of_streef());
}

void start_values(Wijziging& change) {
  if (change.of == Of::post) change.values.emplace<PostDraft>().use = PostDraft::Use::patch;
  if (change.of == Of::project) change.values.emplace<Project>();
  if (change.of == Of::programmalijn) change.values.emplace<Programmalijn>();
  if (change.of == Of::plan) change.values.emplace<PlanTable>();
  if (change.of == Of::doel) change.values.emplace<Streef>();
}

template <class Target>
void read_setting(Reader& reader, const toml::node& node, const Field<Target>& field, Wijziging& change) {
  field.read(reader, node, std::get<Target>(change.values));
  change.keys.push_back(field.key);
  if (field.key == "baten" || field.key == "lasten") change.operation_place = reader.place(node);
}

// --- all keys together ---

bool read_general(Reader& reader, std::string_view key, const toml::node& node, ChangeDraft& draft) {
  const auto read = [&](const auto& fields) {
    for (const Field<ChangeDraft>& field : fields)
      if (field.key == key) {
        field.read(reader, node, draft);
        return true;
      }
    return false;
  };
  if (names_target(key, draft.change.of)) return read(naming_fields);
  return read(general_fields);
}

bool read_operation(Reader& reader, std::string_view key, const toml::node& node, ChangeDraft& draft) {
  const auto found = std::find_if(std::begin(operation_fields), std::end(operation_fields),
                                  [key](const OperationField& o) { return o.field.key == key; });
  if (found == std::end(operation_fields)) return false;
  Wijziging& change = draft.change;
  if ((found->targets & bit(change.of)) == 0) {
    std::string able;
    for (std::size_t i = 0; i < std::size(target_names); ++i)
      if (found->targets >> i & 1) able += (able.empty() ? "" : ", ") + std::string(target_names[i]);
    reader.report(Rule::verkeerde_waarde, node,
                  say("`{}` cannot be done to {}", key, phrase(target_names[static_cast<std::size_t>(change.of)])),
                  key == "plus" || key == "kasschuif" ? say("name the `post` that is meant")
                                                      : say("see which keys belong together in docs/scenarios.md"));
    return true;
  }
  if (change.operation != Operation::set) {
    reader.report(Rule::verkeerde_waarde, node, say("a second operation in one [[wijziging]]"),
                  say("write a [[wijziging]] for each, in the order that is meant"));
    return true;
  }
  found->field.read(reader, node, draft);
  change.operation = found->operation;
  change.operation_place = reader.place(node);
  return true;
}

bool read_setting(Reader& reader, std::string_view key, const toml::node& node, ChangeDraft& draft) {
  bool found = false;
  visit_settings(draft.change.of, [&](const auto& field) {
    if (found || field.key != key) return;
    found = true;
    read_setting(reader, node, field, draft.change);
  });
  return found;
}

std::vector<std::string_view> known_keys(Of of) {
  std::vector<std::string_view> known;
  for (const auto& field : naming_fields)
    if (names_target(field.key, of)) known.push_back(field.key);
  for (const OperationField& operation : operation_fields)
    if ((operation.targets & bit(of)) != 0) known.push_back(operation.field.key);
  visit_settings(of, [&](const auto& field) { known.push_back(field.key); });
  for (const auto& field : general_fields) known.push_back(field.key);
  return known;
}

// Budget that is carried over: so much, of the lasten of one post, to years after it.
void check_overheveling(Reader& reader, const toml::table& table, Wijziging& change) {
  if (!change.overheveling) return;
  const toml::node& written = *table.get("overheveling");
  if (change.operation != Operation::plus || change.of != Of::post)
    reader.report(Rule::verkeerde_waarde, written, say("`overheveling` goes with plus on a post"),
                  say("write plus = {{ {} = 5_000 }} beside it", *change.overheveling + 1));
  if (change.kant == Direction::baten)
    reader.report(Rule::verkeerde_waarde, *table.get("kant"), say("only lasten are carried over to a later year"));
  if (change.bedrag.every)
    reader.report(Rule::verkeerde_waarde, *table.get("plus"),
                  say("what is carried over has a year in which it may be spent"),
                  say("write plus = {{ {} = {} }}", *change.overheveling + 1, *change.bedrag.every));
  for (const auto& of_year : change.bedrag.years)
    if (of_year.year <= *change.overheveling)
      reader.report(
          Rule::verkeerde_waarde, of_year.place,
          say("what was left of {} is spent in a later year, and this is {}", *change.overheveling, of_year.year));
  change.kant = Direction::lasten;
}

// What the keys ask of each other.
void check_change(Reader& reader, const toml::table& table, const Wijziging& change) {
  if (change.of == Of::post && !table.contains("project"))
    reader.report(Rule::ontbrekende_sleutel, change.post.place, say("the project of this post is not named"),
                  say("write project = \"3.4\" beside it"));
  const bool sets_side = table.contains("baten") || table.contains("lasten");
  if (change.of == Of::post && sets_side && change.operation != Operation::set)
    reader.report(Rule::verkeerde_waarde, change.operation_place, say("years are set and changed in one [[wijziging]]"),
                  say("write a [[wijziging]] for each, in the order that is meant"));
  if (change.operation == Operation::vervalt && !change.keys.empty())
    reader.report(Rule::verkeerde_waarde, change.operation_place, say("what vervalt cannot change as well"));
  const bool narrows = change.operation == Operation::plus || change.operation == Operation::maal ||
                       change.operation == Operation::schuif || change.operation == Operation::kasschuif;
  if (change.kant && (!narrows || change.of == Of::index))
    reader.report(Rule::verkeerde_waarde, *table.get("kant"),
                  say("`kant` goes with plus, maal, schuif or kasschuif on posts"));
}

Wijziging read_change(Reader& reader, const toml::table& table, Part& part) {
  ChangeDraft draft{{}, &part};
  Wijziging& change = draft.change;
  change.place = change.operation_place = reader.place(table);
  change.of = target_of(table);
  start_values(change);
  const std::size_t before = reader.found();
  for (auto&& [key, node] : table) {
    const std::string_view name = key.str();
    if (read_general(reader, name, node, draft) || read_operation(reader, name, node, draft) ||
        read_setting(reader, name, node, draft))
      continue;
    if (name == "eenheid" && change.of == Of::plan)
      reader.report(Rule::verkeerde_waarde, node, say("a change cannot have another unit than the plan it changes"),
                    say("leave it out: its amounts are written in the unit of the plan"));
    else reader.unknown_key(key, "[[wijziging]]", known_keys(change.of));
  }
  if (auto* patch = std::get_if<PostDraft>(&change.values); patch != nullptr && patch->index)
    patch->post.index = name_index(part, std::move(*patch->index));
  check_change(reader, table, change);
  check_overheveling(reader, table, change);
  if (change.keys.empty() && change.operation == Operation::set && reader.found() == before)
    reader.report(Rule::ontbrekende_sleutel, table, say("this [[wijziging]] does not say what changes"),
                  say("write lasten = {{ 2026 = 50_000 }}, plus, maal, schuif, kasschuif or vervalt = true"));
  return std::move(change);
}

}  // namespace

void read_changes(Reader& reader, const toml::node& node, Part& part, std::vector<Wijziging>& changes) {
  for_each_table(reader, node, "[[wijziging]]",
                 [&](const toml::table& table) { changes.push_back(read_change(reader, table, part)); });
}

// Which keys go with which is left to the loader: an editor shows what is wrong with one value better than what is wrong
// with a choice between whole tables.
Shape changes_shape() {
  Shape table{.kinds = {ValueKind::table}, .section = "[[wijziging]]"};
  const auto add = [&table](const auto& field) {
    const auto same = [&](const Shape& key) { return key.key == field.key; };
    if (std::any_of(table.keys.begin(), table.keys.end(), same)) return;
    table.keys.push_back(shape_of(field));
    table.keys.back().required = false;  // it changes what is there
  };
  for (const auto& field : naming_fields) add(field);
  for (const OperationField& operation : operation_fields) add(operation.field);
  for (const Of of : {Of::post, Of::project, Of::programmalijn, Of::plan, Of::doel}) visit_settings(of, add);
  for (const auto& field : general_fields) add(field);
  return list_of(std::move(table));
}

}  // namespace saldo
