// The keys of the things a plan is made of, as [[wijziging]] and diff see them: what may be set, how it is written over
// what there is, and whether and how two plans differ in it. Made from the rows of plan/read/read_….cpp, as the schema and
// docs/format.md are, so that a key is one row.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "plan/change.h"
#include "plan/model.h"

namespace saldo {

// A post where it stands: its overdrachten and what is not sure of it stand beside it, in its project.
template <class InProject>
struct PostAt {
  InProject& project;
  std::uint32_t position = 0;
  auto& post() const { return project.posts[position]; }
};

// What the values of a table are written over, and what is compared: the thing itself, or a post where it stands.
template <class Values>
struct ThingOf {
  using Changing = Values&;
  using Seen = const Values&;
};
template <>
struct ThingOf<PostDraft> {
  using Changing = const PostAt<Project>&;
  using Seen = const PostAt<const Project>&;
};

// One of two plans that are compared. Who is who stands in the numbers: a project or programmalijn of the one is that of
// the other when both have the same number.
struct PlanVersion {
  const Plan& plan;
  std::vector<std::uint32_t> number_of_project;  // by ProjectId
  std::vector<std::uint32_t> number_of_line;     // by LineId
};

template <class Values>
struct Setting {
  using Changing = typename ThingOf<Values>::Changing;
  using Seen = typename ThingOf<Values>::Seen;

  std::string_view key = {};
  bool settable = false;  // by a [[wijziging]]; not what others know the thing by, or what makes it what it is

  // Writes the value over that of the thing; none: it is more than a value, and calc/wijziging knows what to do.
  void (*copy)(const Values&, Changing) = nullptr;
  // The value as a text: two changes may set a key when they say the same. None: they may not.
  std::string (*text)(const Values&) = nullptr;

  // How diff compares and tells it. None: with another key, or as a change of its own kind (amounts, an index, a rounding).
  bool (*same)(const PlanVersion&, Seen, const PlanVersion&, Seen) = nullptr;
  std::string_view label = {};
  std::string (*words)(const PlanVersion&, Seen) = nullptr;  // none: only that it was changed
  bool is_name = false;                                      // a change of it is a change of name
};

// In the order of the format.
template <class Values>
const std::vector<Setting<Values>>& settings_of();
template <>
const std::vector<Setting<PlanTable>>& settings_of<PlanTable>();
template <>
const std::vector<Setting<Weergave>>& settings_of<Weergave>();
template <>
const std::vector<Setting<Programmalijn>>& settings_of<Programmalijn>();
template <>
const std::vector<Setting<Project>>& settings_of<Project>();
template <>
const std::vector<Setting<PostDraft>>& settings_of<PostDraft>();
template <>
const std::vector<Setting<Doel>>& settings_of<Doel>();
template <>
const std::vector<Setting<Streef>>& settings_of<Streef>();
template <>
const std::vector<Setting<Resultaat>>& settings_of<Resultaat>();
template <>
const std::vector<Setting<Feit>>& settings_of<Feit>();
template <>
const std::vector<Setting<Geld>>& settings_of<Geld>();

}  // namespace saldo
