// What one file adds to a plan, before names are looked up across files. Private to plan/.
#pragma once

#include <cstdint>
#include <span>
#include <string_view>
#include <vector>

#include "plan/reader.h"

namespace saldo {

struct Part {
  struct PlanTable {
    Place place;
    std::string naam;
    Year first, last;
    std::optional<Reference<ProjectId>> investeringsbudget;
    Rounding afronding;
    Evenwicht evenwicht = Evenwicht::geen;
    std::vector<Controle> controles;
  };
  std::vector<PlanTable> plans;
  std::vector<CheckSetting> check_settings;
  std::vector<Negeer> negeer;
  std::vector<Index> indexes;
  std::vector<Programmalijn> lines;
  std::vector<Project> projects;
  // The names posts of this file use as `index`: until link(), Post::index is a position in this list.
  std::vector<std::string> index_names;
  bool is_scenario = false;
  bool unreadable = false;  // what it holds is not known: names that seem unknown elsewhere may be in it
};

Part read_part(FileId file, std::string_view text, Findings& findings);

// Pieces of read_part, one file each.
void read_plan_table(Reader& reader, const toml::node& node, Part& part);
void read_indexes(Reader& reader, const toml::node& node, Part& part);
void read_lines(Reader& reader, const toml::node& node, Part& part);
void read_projects(Reader& reader, const toml::node& node, Part& part);
void read_check(Reader& reader, const toml::node& node, Part& part);
void read_negeer(Reader& reader, const toml::node& node, Part& part);
void read_post(Reader& reader, const toml::table& table, Part& part, Project& project);
void read_side(Reader& reader, const toml::node& node, Side& side);
void read_controles(Reader& reader, const toml::node& node, std::vector<Controle>& controles);
void read_kans(Reader& reader, const toml::node& node, Onzekerheid& onzekerheid);
void read_samen_met(Reader& reader, const toml::node& node, Onzekerheid& onzekerheid);
void read_bandbreedte(Reader& reader, const toml::node& node, Onzekerheid& onzekerheid);
void check_onzekerheid(Reader& reader, const Post& post, const Onzekerheid& onzekerheid);
std::optional<Rounding> read_rounding(Reader& reader, const toml::node& node);

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
Shape bandbreedte_shape();
Shape rounding_shape();

// The posts of a project by nr: an `over` may name posts that come later, so it is looked up when all of them are read.
class PostNumbers {
 public:
  explicit PostNumbers(const Project& project);
  std::optional<std::uint32_t> find(std::string_view nr) const;
  void report_doubles(Reader& reader) const;

 private:
  const Project& project_;
  std::vector<std::uint32_t> sorted_;
};

// `posts` are the tables the posts of the project were read from, in their order.
void link_over(Reader& reader, std::span<const toml::table* const> posts, const PostNumbers& numbers, Project& project);

// A list with something else than tables in it is a finding, and what it was meant to hold is not known.
inline bool is_tables(const toml::node& node) {
  return node.is_array_of_tables() || (node.is_array() && node.as_array()->empty());
}

// Calls `read` for each table of an array of tables; `name` is what the user calls one: "[[project]]".
template <class Read>
void for_each_table(Reader& reader, const toml::node& node, std::string_view name, Read read) {
  const toml::array* array = reader.array(node, name);
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
