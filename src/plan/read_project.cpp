// [[project]]: its own keys, its posts, and what only shows when all posts are read.
#include <algorithm>
#include <map>
#include <numeric>

#include "plan/part.h"

namespace saldo {

namespace {

void read_relations(Reader& reader, const toml::node& node, Project& project) {
  const toml::array* array = reader.array(node, "a list of project numbers", say("write dubbeling_met = [\"3.1\"]"));
  if (array == nullptr) return;
  for (const toml::node& element : *array)
    if (auto reference = read_reference<ProjectId>(reader, element))
      project.dubbeling_met.push_back(std::move(*reference));
}

void nothing(Reader&, const toml::node&, Project&) {}  // read by read_posts, which needs the part as well

const Field<Project> project_fields[] = {
    {"nr", true,
     [](Reader& r, const toml::node& n, Project& project) {
       project.nr = r.number_name(n).value_or("");
       project.place = r.place(n);
     }},
    {"naam", true, [](Reader& r, const toml::node& n, Project& project) { project.naam = r.text(n).value_or(""); }},
    {"programmalijn", true,
     [](Reader& r, const toml::node& n, Project& project) {
       if (auto line = read_reference<LineId>(r, n)) project.programmalijn = std::move(*line);
     }},
    {"budget", false,
<<<<<<< HEAD
     [](Reader& r, const toml::node& n, Project& project) {
       project.budget = r.amount(n).value_or(Amount());
       project.budget_place = r.place(n);
     }},
=======
     [](Reader& r, const toml::node& n, Project& project) { project.budget = r.amount(n).value_or(Amount()); }},
    {"ondergrens", false, [](Reader& r, const toml::node& n, Project& project) { project.ondergrens = r.money(n); }},
>>>>>>> 66f1fcd9c78f4c7c3c07775857ea31e472777e52
    {"einde", false,
     [](Reader& r, const toml::node& n, Project& project) {
       project.einde = r.year(n);
       project.einde_place = r.place(n);
     }},
    {"restant", false,
     [](Reader& r, const toml::node& n, Project& project) {
       static constexpr std::string_view words[] = {"meenemen", "investeringsbudget", "terugbetalen"};
       if (const auto word = r.choice(n, words)) project.restant = static_cast<Restant>(*word + 1);
       project.restant_place = r.place(n);
     }},
    {"vertraging", false,
     [](Reader& r, const toml::node& n, Project& project) {
       project.vertraging = static_cast<std::int16_t>(r.integer(n, 0, 99).value_or(0));
     }},
    {"dubbeling_met", false, read_relations},
    {"post", false, nothing},
    {"controle", false,
     [](Reader& r, const toml::node& n, Project& project) { read_controles(r, n, project.controles); }},
};

// Which of two sluitposten would bring the project to zero is anyone's guess.
void check_sluitposten(Reader& reader, const Project& project) {
  std::map<Year, const Term*> seen;
  for (const Post& post : project.posts)
    for (const Side* side : {&post.baten, &post.lasten})
      for (const Term& term : side->terms) {
        if (term.kind != TermKind::sluitpost) continue;
        const auto [first, is_new] = seen.emplace(term.year, &term);
        if (is_new) continue;
        reader
            .report(Rule::sluitpost_dubbel, term.place,
                    say("project {} has a second sluitpost in {}", project.nr, term.year))
            .related.push_back({first->second->place, say("the first one is here")});
      }
}

}  // namespace

PostNumbers::PostNumbers(const Project& project) : project_(project), sorted_(project.posts.size()) {
  std::iota(sorted_.begin(), sorted_.end(), 0u);
  std::stable_sort(sorted_.begin(), sorted_.end(),
                   [&](std::uint32_t a, std::uint32_t b) { return project.posts[a].nr < project.posts[b].nr; });
}

std::optional<std::uint32_t> PostNumbers::find(std::string_view nr) const {
  const auto found = std::lower_bound(
      sorted_.begin(), sorted_.end(), nr,
      [this](std::uint32_t post, std::string_view wanted) { return project_.posts[post].nr < wanted; });
  if (found == sorted_.end() || project_.posts[*found].nr != nr) return std::nullopt;
  return *found;
}

void PostNumbers::report_doubles(Reader& reader) const {
  for (std::size_t i = 1; i < sorted_.size(); ++i) {
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
  if (const toml::array* array = node.as_array()) project.posts.reserve(array->size());
  std::vector<const toml::table*> tables;
  for_each_table(reader, node, "[[project.post]]", [&](const toml::table& post) {
    tables.push_back(&post);
    read_post(reader, post, part, project);
  });
  const PostNumbers numbers(project);
  numbers.report_doubles(reader);
  link_over(reader, tables, numbers, project);
}

}  // namespace

void read_projects(Reader& reader, const toml::node& node, Part& part) {
  part.unreadable = part.unreadable || !is_tables(node);
  for_each_table(reader, node, "[[project]]", [&](const toml::table& table) {
    Project project;
    read_fields<Project>(reader, table, "[[project]]", project_fields, project);
    if (const toml::node* posts = table.get("post")) read_posts(reader, *posts, part, project);
    if (project.nr.empty()) part.unreadable = true;
    check_sluitposten(reader, project);
    part.projects.push_back(std::move(project));
  });
}

}  // namespace saldo
