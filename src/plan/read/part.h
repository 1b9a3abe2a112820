// What a file, or a few of them, add to a plan, before names are looked up across files. Private to plan/.
#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "base/finding/diagnostic.h"
#include "plan/change.h"
#include "plan/read/reader.h"

namespace saldo {

struct Part {
  std::vector<PlanTable> plans;
  std::vector<CheckSetting> check_settings;
  std::vector<Negeer> negeer;
  std::vector<Index> indexes;
  std::vector<Programmalijn> lines;
  std::vector<Project> projects;
  std::vector<Begrotingswijziging> begrotingswijzigingen;
  std::vector<Afsluiting> afsluitingen;
  std::vector<Jaareinde> jaareindes;
  std::vector<Weergave> weergaven;
  std::vector<Koppeling> koppelingen;
  std::vector<Doel> doelen;
  Scenario scenario;  // its name, and the changes that stand at the top of a file
  // The names that posts use as `index`: until join(), Post::index is a position in this list.
  std::vector<std::string> index_names;
  std::unordered_map<std::string, IndexId> index_numbers;  // their positions
  std::vector<Few<Rounding>> roundings;                    // of posts that have their own: the first few
  bool unreadable = false;  // not all that it holds is known: names that seem unknown elsewhere may be in it
};

// Adds what is written in them, in `unit`, to the part.
void read_part(FileId file, std::string_view text, Money unit, Findings& findings, Part& part);
void read_scenario_part(FileId file, std::string_view text, Money unit, Findings& findings, Part& part);

// Joins the parts of all files, without looking up names but those of indexes. `whole` stands for the plan as a whole:
// where a finding goes that belongs to no line.
struct Joined {
  Plan plan;
  std::vector<Begrotingswijziging> begrotingswijzigingen;  // in the order of their dates, then numbers
};
Joined join(std::vector<Part>& parts, Place whole, Findings& findings);

// Posts that changes bring or give an index know it by its position in their own file until here.
void number_change_indexes(std::vector<Wijziging>& wijzigingen, const std::vector<std::string>& index_names,
                           const Plan& plan, Findings& findings);

// Pieces of read_part, one file each.
void read_plan_table(Reader& reader, const toml::node& node, Part& part);
void read_indexes(Reader& reader, const toml::node& node, Part& part);
void read_lines(Reader& reader, const toml::node& node, Part& part);
void read_projects(Reader& reader, const toml::node& node, Part& part);
void read_check(Reader& reader, const toml::node& node, Part& part);
void read_negeer(Reader& reader, const toml::node& node, Part& part);
void read_post(Reader& reader, const toml::table& table, Part& part, Project& project);

// The keys of a post that may stand on a project, which then has that one post. Those that a project has itself are its own.
std::span<const Field<PostDraft>> fields_of_lone_post();
void read_lone_post(Reader& reader, const toml::table& table, Part& part, Project& project);
void read_begrotingswijzigingen(Reader& reader, const toml::node& node, Part& part);
void read_afsluitingen(Reader& reader, const toml::node& node, Part& part);
void read_jaareinde(Reader& reader, const toml::node& node, Part& part);
void read_weergave(Reader& reader, const toml::node& node, Part& part);
void read_koppelingen(Reader& reader, const toml::node& node, Part& part);
void read_doelen(Reader& reader, const toml::node& node, Part& part);
void read_scenario_table(Reader& reader, const toml::node& node, Part& part);
void read_scenario_changes(Reader& reader, const toml::node& node, Part& part);

// A side, and where `use` is not that of a post of its own project, the names of an `over` for later.
void read_side(Reader& reader, const toml::node& node, PostDraft::Use use, Side& side, std::vector<OverName>& over);

// One post with its own keys checked against each other, for a change; its index a position in part.index_names.
PostDraft read_new_post(Reader& reader, const toml::table& table, Part& part);
IndexId name_index(Part& part, std::string naam);

// The keys a change may set are those of the thing itself.
std::span<const Field<PostDraft>> fields_of_post();
std::span<const Field<Project>> fields_of_project();
std::span<const Field<Programmalijn>> fields_of_line();
std::span<const Field<PlanTable>> fields_of_plan();
std::span<const Field<Streef>> fields_of_streef();
void read_controles(Reader& reader, const toml::node& node, std::vector<Controle>& controles);
void read_project_controles(Reader& reader, const toml::node& node, std::vector<Controle>& controles);
void read_post_controles(Reader& reader, const toml::node& node, std::vector<Controle>& controles);
void read_onderbouwing(Reader& reader, const toml::node& node, Post& post);
bool same_controles(const std::vector<Controle>& a, const std::vector<Controle>& b);
inline bool same_controles(const Few<std::vector<Controle>>& a, const Few<std::vector<Controle>>& b) {
  return same_controles(*a, *b);
}
void read_kans(Reader& reader, const toml::node& node, Onzekerheid& onzekerheid);
void read_samen_met(Reader& reader, const toml::node& node, Onzekerheid& onzekerheid);
void read_bandbreedte(Reader& reader, const toml::node& node, Onzekerheid& onzekerheid);
std::optional<Rounding> read_rounding(Reader& reader, const toml::node& node);
std::optional<Money> read_unit(Reader& reader, const toml::node& node);  // what amounts are written in

Kenmerken read_kenmerken(Reader& reader, const toml::node& node);
std::string kenmerken_words(const Kenmerken& kenmerken);  // "financier = Provincie, taakveld = 6.5"

// What each of them takes.
Shape plan_table_shape();
Shape indexes_shape();
Shape lines_shape();
Shape projects_shape();
Shape check_shape();
Shape negeer_shape();
Shape posts_shape();
Shape side_shape();
Shape controles_shape();
Shape project_controles_shape();
Shape post_controles_shape();
Shape onderbouwing_shape();
Shape bandbreedte_shape();
Shape rounding_shape();
Shape kenmerken_shape();
Shape written_unit_shape();
Shape begrotingswijzigingen_shape();
Shape afsluitingen_shape();
Shape jaareinde_shape();
Shape weergave_shape();
Shape koppelingen_shape();
Shape doelen_shape();
Shape scenario_shape();
Shape changes_shape();
Shape rate_shape();
std::optional<Ratio> read_rate(Reader& reader, const toml::node& node);  // 5.1: as a share; more than -100%

// The posts of a project by nr: an `over` may name posts that come later, so it is looked up when all of them are read.
class PostNumbers {
 public:
  explicit PostNumbers(const Project& project) : project_(project) {}
  std::optional<std::uint32_t> find(std::string_view nr);
  void report_doubles(Reader& reader);

 private:
  const std::vector<std::uint32_t>& sorted();

  const Project& project_;
  std::vector<std::uint32_t> sorted_;  // made when first asked for: most projects have no `over`
};

// `posts` are the tables the posts of the project were read from, in their order.
void link_over(Reader& reader, std::span<const toml::table* const> posts, PostNumbers& numbers, Project& project);

// A list with something else than tables in it is a finding, and what it was meant to hold is not known.
inline bool is_tables(const toml::node& node) {
  return node.is_array_of_tables() || (node.is_array() && node.as_array()->empty());
}

// Calls `read` for each table of an array of tables; `name` is what the user calls one: "[[project]]".
template <class Read>
void for_each_table(Reader& reader, const toml::node& node, std::string_view name, Read read) {
  const toml::array* array = reader.array(node, name, [&] {
    const bool one_bracket = node.is_table() && name.starts_with('[');
    return one_bracket ? say("write two pairs of brackets: {}", name) : Message{};
  });
  if (array == nullptr) return;
  for (const toml::node& element : *array)
    if (const toml::table* table = reader.table(element, name)) read(*table);
}

template <class Id>
std::optional<Reference<Id>> read_reference(Reader& reader, const toml::node& node) {
  std::optional<std::string> name = reader.number_name(node);
  if (!name) return std::nullopt;
  return Reference<Id>{std::move(*name), reader.place(node)};
}

}  // namespace saldo
