// [[project]]: its own keys, its posts, and what only shows when all posts are read.
#include <fmt/ranges.h>

#include <algorithm>
#include <numeric>

#include "base/say.h"
#include "plan/link/post_rules.h"
#include "plan/read/part.h"
#include "plan/read/plain.h"

namespace saldo {

namespace {

void read_relations(Reader& reader, const toml::node& node, Project& project) {
  const toml::array* array =
      reader.array(node, marked("a list of project numbers"), [] { return say("write dubbeling_met = [\"3.1\"]"); });
  if (array == nullptr) return;
  for (const toml::node& element : *array)
    if (auto reference = read_reference<ProjectId>(reader, element))
      project.dubbeling_met.own().push_back(std::move(*reference));
}

void nothing(Reader&, const toml::node&, Project&) {}  // read by read_posts, which needs the part as well

constexpr std::string_view restant_words[] = {to_text(Restant::meenemen), to_text(Restant::investeringsbudget),
                                              to_text(Restant::terugbetalen)};

Shape numbers_shape() { return list_of(number_name_shape()); }

// A word, or the nr of a reserve: which names there are shows when all files are read.
void read_restant(Reader& reader, const toml::node& node, Project& project) {
  ProjectMore& more = project.more.own();
  more.restant_place = reader.place(node);
  more.restant_reserve = {};
  const auto written = node.is_integer() ? reader.number_name(node) : std::optional<std::string>(reader.text(node));
  if (!written) return;
  const auto word = std::find(std::begin(restant_words), std::end(restant_words), *written);
  more.restant = static_cast<Restant>(word - std::begin(restant_words) + 1);
  if (word != std::end(restant_words)) return;
  more.restant = Restant::reserve;
  more.restant_reserve = Reference<ProjectId>{*written, more.restant_place};
}

Shape restant_shape() {
  Shape reserve = number_name_shape();
  reserve.type = "the nr of a reserve";
  return either(words_shape(restant_words), std::move(reserve));
}

std::string restant_text(const Project& project) {
  return project.more->restant_reserve ? project.more->restant_reserve->name
                                       : std::string(to_text(project.more->restant));
}

bool same_restant(const PlanVersion& old_plan, const Project& of_old, const PlanVersion& new_plan,
                  const Project& of_new) {
  const ProjectMore &a = *of_old.more, &b = *of_new.more;
  if (a.restant != b.restant || !a.restant_reserve || !b.restant_reserve) return a.restant == b.restant;
  return old_plan.number_of_project[position(*a.restant_reserve->id)] ==
         new_plan.number_of_project[position(*b.restant_reserve->id)];
}

// In order: who is named, not how or in which order.
std::vector<std::uint32_t> dubbelingen(const PlanVersion& version, const Project& project) {
  std::vector<std::uint32_t> numbers;
  for (const Reference<ProjectId>& other : *project.dubbeling_met)
    numbers.push_back(version.number_of_project[position(*other.id)]);
  std::sort(numbers.begin(), numbers.end());
  return numbers;
}

std::string dubbeling_words(const PlanVersion& version, const Project& project) {
  std::vector<std::string> nrs;
  for (const Reference<ProjectId>& other : *project.dubbeling_met) nrs.push_back(version.plan.project(*other.id).nr);
  return nrs.empty() ? "geen" : fmt::to_string(fmt::join(nrs, ", "));
}

std::optional<std::uint32_t> line_number(const PlanVersion& version, const Project& project) {
  if (!project.programmalijn.id) return std::nullopt;
  return version.number_of_line[position(*project.programmalijn.id)];
}

const Field<Project> project_fields[] = {
    {"nr",
     true,
     marked("Number of the project, unique in the plan: \"3.18\"."),
     number_name_shape,
     [](Reader& r, const toml::node& n, Project& project) {
       project.nr = r.number_name(n).value_or("");
       project.place = r.place(n);
     },
     {.example = "nr = \"3.5\"", .counts = "others name the project by it; the order of rows"},
     {.same = same_member<&Project::nr>, .label = "nr", .words = bare_words<&Project::nr>, .is_name = true}},
    naming(plain<&Project::naam>("naam", true, marked("Name of the project."),
                                 {.example = "naam = \"Regionaal mobiliteitsteam\"", .counts = "names its rows"})),
    {"programmalijn",
     false,
     marked("Id of the programmalijn the project belongs to; without it, the project is a row beside those."),
     number_name_shape,
     [](Reader& r, const toml::node& n, Project& project) {
       if (auto line = read_reference<LineId>(r, n)) project.programmalijn = std::move(*line);
     },
     {.absent = "it is a row of its own",
      .example = "programmalijn = \"llo\"",
      .counts = "its figures are in those of the line"},
     {.settable = true,
      .copy = copy_members<&Project::programmalijn>,
      .text = [](const Project& project) { return project.programmalijn.name; },
      .same = [](const PlanVersion& old_plan, const Project& a, const PlanVersion& new_plan,
                 const Project& b) { return line_number(old_plan, a) == line_number(new_plan, b); },
      .label = "programmalijn",
      .words =
          [](const PlanVersion& version, const Project& project) {
            const auto& line = project.programmalijn.id;
            return line ? quoted(version.plan.line(*line).naam) : std::string("geen");
          }}},
    plain<&ProjectMore::own_soort, &ProjectMore::soort_place>(
        "soort", false,
        marked(
            "What it is: project (a running balance), exploitatie (each year by itself) or reserve (what goes in and "
            "out is no baten or lasten of the plan)."),
        {.absent = "that of its programmalijn, or of `[plan]`",
         .example = "soort = \"project\"",
         .counts = "whether it has a balance; how `saldo table` ends; `saldo carryover`"}),
    told_apart(plain<&Project::budget, &Project::budget_place>(
        "budget", false, marked("Budget per 1 januari of the first year of the plan, in euros."),
        {.absent = "0", .example = "budget = 405_467", .counts = "the opening, and so every balance"})),
    plain<&ProjectMore::ondergrens, &ProjectMore::ondergrens_place>(
        "ondergrens", false, marked("The lowest its balance may be on any 31 december; without it, zero."),
        {.absent = "0", .example = "ondergrens = -50_000", .counts = "`saldo check` and `saldo carryover`"}),
    plain<&ProjectMore::einde, &ProjectMore::einde_place>(
        "einde", false, marked("Last year of the project."),
        {.absent = "it does not end",
         .example = "einde = 2027",
         .counts = "nothing grows after it; the year of the `restant`; `saldo check`"}),
    {"restant",
     false,
     marked("What happens with the balance after `einde`: kept (meenemen), to the RIB (investeringsbudget), to a "
            "reserve (its "
            "nr) or paid back (terugbetalen)."),
     restant_shape,
     read_restant,
     {.absent = "not decided",
      .example = "restant = \"meenemen\"",
      .counts = "posts that saldo adds to both projects; `saldo carryover`"},
     {.settable = true,
      .copy = copy_members<&ProjectMore::restant, &ProjectMore::restant_place, &ProjectMore::restant_reserve>,
      .text = restant_text,
      .same = same_restant,
      .label = "restant",
      .words = [](const PlanVersion&, const Project& project) { return restant_text(project); }}},
    plain<&ProjectMore::vertraging, &ProjectMore::vertraging_place>(
        "vertraging", false, marked("How many years after `einde` the restant arrives in the investeringsbudget."),
        {.absent = "0", .example = "vertraging = 1", .counts = "the year of the restant there"}),
    {"dubbeling_met",
     false,
     marked("Numbers of the projects with which money is counted twice: [\"3.1\", \"3.2\"]."),
     numbers_shape,
     read_relations,
     {.absent = "with none", .example = "dubbeling_met = [\"3.19\"]", .counts = "`saldo overlap` and `saldo check`"},
     {.settable = true,
      .copy = copy_members<&Project::dubbeling_met>,
      .same = [](const PlanVersion& old_plan, const Project& a, const PlanVersion& new_plan,
                 const Project& b) { return dubbelingen(old_plan, a) == dubbelingen(new_plan, b); },
      .label = "dubbeling met",
      .words = dubbeling_words}},
    plain<&ProjectMore::kenmerken>(
        "kenmerken", false,
        marked("Labels of your own, for all its posts that do not have them: { financier = \"Provincie\" }."),
        {.absent = "those of its programmalijn",
         .example = "kenmerken = { financier = \"Provincie\", taakveld = \"6.5\" }",
         .counts = "`saldo table --by kenmerk:financier` and `--where financier=Provincie`"}),
    {"post",  // diff pairs and compares the posts themselves
     false,
     marked("The rows of the project: baten or lasten per year."),
     posts_shape,
     nothing,
     {.absent = "it has none", .counts = "every figure"}},
    {"controle",
     false,
     marked("Totals of the project as an approved document prints them."),
     project_controles_shape,
     [](Reader& r, const toml::node& n, Project& project) { read_project_controles(r, n, project.controles.own()); },
     {.absent = "nothing is checked",
      .example = "controle = { bron = \"bladzijde 31\", eindsaldo = { 2025 = 0 } }",
      .counts = "`saldo check`; no figure"},
     setting_of_controles<&Project::controles>()},
};

}  // namespace

Kenmerken read_kenmerken(Reader& reader, const toml::node& node) {
  const toml::table* table =
      reader.table(node, marked("kenmerken"), [] { return say("write kenmerken = {{ financier = \"Provincie\" }}"); });
  if (table == nullptr) return {};
  std::vector<Kenmerk> all;
  for (auto&& [key, value] : *table) {
    reader.check_name(key);
    if (auto text = reader.number_name(value))
      all.push_back({std::string(key.str()), std::move(*text), reader.place(value)});
  }
  if (all.empty()) return {};
  return {std::move(all)};
}

std::string kenmerken_words(const Kenmerken& kenmerken) {
  std::string words;
  for (const auto& [sleutel, waarde] : kenmerken.sorted())
    words.append(words.empty() ? "" : ", ").append(sleutel).append(" = ").append(waarde);
  return words.empty() ? "geen" : words;
}

Shape kenmerken_shape() {
  Shape shape{.kinds = {ValueKind::table}, .families = {named(any_name_pattern, "", number_name_shape())}};
  shape.type = "texts by labels of your own";
  return shape;
}

std::span<const Field<Project>> fields_of_project() { return project_fields; }

template <>
const std::vector<Setting<Project>>& settings_of<Project>() {
  static const std::vector<Setting<Project>> settings = settings_from<Project>(project_fields);
  return settings;
}

const std::vector<std::uint32_t>& PostNumbers::sorted() {
  if (!sorted_.empty()) return sorted_;
  sorted_.resize(project_.posts.size());
  std::iota(sorted_.begin(), sorted_.end(), 0u);
  std::stable_sort(sorted_.begin(), sorted_.end(),
                   [this](std::uint32_t a, std::uint32_t b) { return project_.posts[a].nr < project_.posts[b].nr; });
  return sorted_;
}

std::optional<std::uint32_t> PostNumbers::find(std::string_view nr) {
  const auto found = std::lower_bound(
      sorted().begin(), sorted().end(), nr,
      [this](std::uint32_t post, std::string_view wanted) { return project_.posts[post].nr < wanted; });
  if (found == sorted_.end() || project_.posts[*found].nr != nr) return std::nullopt;
  return *found;
}

void PostNumbers::report_doubles(Reader& reader) {
  const bool by_place =
      std::none_of(project_.posts.begin(), project_.posts.end(), [](const Post& post) { return post.own_nr; });
  if (by_place) return;  // each has another
  for (std::size_t i = 1; i < sorted().size(); ++i) {
    const Post& first = project_.posts[sorted_[i - 1]];
    const Post& second = project_.posts[sorted_[i]];
    if (first.nr != second.nr) continue;
    reader
        .report(Rule::dubbel_nr, second.place, say("project {} has two posts with nr {}", project_.nr, second.nr),
                say("give one of them another nr, such as \"{}b\"", second.nr))
        .related.push_back({first.place, say("the first one is here")});
  }
}

namespace {

void read_posts(Reader& reader, const toml::node& node, Part& part, Project& project) {
  std::vector<const toml::table*> tables;
  if (const toml::array* array = node.as_array()) {
    project.posts.reserve(array->size());
    tables.reserve(array->size());
  }
  for_each_table(reader, node, "[[project.post]]", [&](const toml::table& post) {
    tables.push_back(&post);
    read_post(reader, post, part, project);
  });
  PostNumbers numbers(project);
  numbers.report_doubles(reader);
  link_over(reader, tables, numbers, project);
}

// With the keys of a post that it may have itself, which read_lone reads.
std::span<const Field<Project>> all_project_fields() {
  static const std::vector<Field<Project>> fields = [] {
    std::vector<Field<Project>> all(std::begin(project_fields), std::end(project_fields));
    for (const Field<PostDraft>& field : fields_of_lone_post())
      all.push_back(
          {field.key,
           false,
           field.description,
           field.shape,
           nothing,
           {.absent = "it stands on its posts", .counts = "as on a `[[project.post]]`, of which there is no other"}});
    return all;
  }();
  return fields;
}

// The key of its one post that stands first on the project itself; none: its posts have tables of their own.
const toml::node* find_lone(const toml::table& table, std::string_view& name) {
  for (auto&& [key, node] : table) {
    const std::string_view written = key.str();
    const auto fields = fields_of_lone_post();
    if (std::none_of(fields.begin(), fields.end(), [&](const Field<PostDraft>& field) { return field.key == written; }))
      continue;
    name = written;
    return &node;
  }
  return nullptr;
}

void read_lone(Reader& reader, const toml::table& table, Part& part, Project& project) {
  std::string_view name;
  const toml::node* lone = find_lone(table, name);
  if (lone == nullptr) return;
  if (const toml::node* posts = table.get("post")) {
    reader
        .report(Rule::verkeerde_waarde, *lone,
                say("`{}` stands beside posts: a project has them, or is one itself", name),
                say("move it to a [[project.post]]"))
        .related.push_back({reader.place(*posts), say("the posts are here")});
    return;
  }
  project.is_post = true;
  read_lone_post(reader, table, part, project);
  const std::vector<const toml::table*> tables{&table};
  PostNumbers numbers(project);
  link_over(reader, tables, numbers, project);
}

}  // namespace

void read_projects(Reader& reader, const toml::node& node, Part& part) {
  part.unreadable = part.unreadable || !is_tables(node);
  for_each_table(reader, node, "[[project]]", [&](const toml::table& table) {
    Project project;
    read_fields<Project>(reader, table, "[[project]]", all_project_fields(), project);
    if (const toml::node* posts = table.get("post")) read_posts(reader, *posts, part, project);
    read_lone(reader, table, part, project);
    if (project.nr.empty()) part.unreadable = true;
    check_sluitposten(project, reader.findings());
    part.projects.push_back(std::move(project));
  });
}

Shape projects_shape() { return list_of(table_of<Project>(all_project_fields(), "[[project]]")); }

}  // namespace saldo
