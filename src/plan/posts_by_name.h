// The posts of many projects by their names, for whoever looks up as many as there are.
#pragma once

#include <cstddef>
#include <span>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "plan/model.h"

namespace saldo {

// Lists the posts of a project when the first of them is asked for.
class PostsByName {
 public:
  // As find_posts() of plan/address.h finds them.
  std::span<const std::size_t> find(const Project& project, std::string_view nr_or_naam);
  // The post with this as a nr of its own, else every post with this naam: for what must stay with a post, as a place in
  // the list does not when another post is put in above it.
  std::span<const std::size_t> find_lasting(const Project& project, std::string_view nr_or_naam);
  std::span<const std::size_t> find_nr(const Project& project, std::string_view nr);

  // Its posts are others than before, or have other names.
  void forget(const Project& project) { listed_.erase(project.nr); }
  // It has a post more, at its end.
  void add_last(const Project& project);

 private:
  struct Listed {
    std::unordered_map<std::string, std::size_t> by_nr;
    std::unordered_map<std::string, std::vector<std::size_t>> by_naam;
  };
  const Listed& listed(const Project& project);
  static void list(const Project& project, std::size_t post, Listed& listed);
  std::span<const std::size_t> find_naam(const Project& project, std::string_view naam);

  std::unordered_map<std::string, Listed> listed_;  // by the nr of the project
};

// How what must stay with a post names it: its own nr, else its naam where no other post of the project has that, else its place.
struct PostName {
  std::string name;
  bool by_naam = false;
};
std::vector<PostName> lasting_names(const Project& project);

}  // namespace saldo
