// The files of a plan that is to be filled in: what stands in them, and in which years.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "base/language.h"
#include "base/year.h"
#include "cli/disk/new_folder.h"
#include "plan/write/new_plan.h"

namespace saldo {

enum class StartWith : std::uint8_t { leeg, klein, overdrachten, regio };
inline constexpr std::string_view start_words[] = {"leeg", "klein", "overdrachten", "regio"};
constexpr std::string_view to_text(StartWith with) { return start_words[static_cast<std::size_t>(with)]; }

// Each of them but an empty plan tells something that takes this many years.
inline constexpr std::size_t fewest_years_of_example = 3;

enum class CiOf : std::uint8_t { none, github, gitlab };

struct Start {
  std::string folder;  // as it was typed
  std::string naam;
  Years years;
  StartWith with = StartWith::leeg;
  CiOf ci = CiOf::none;
  NewPlan names;                     // programmalijnen and projects to start from; none: those of `with`
  Language language = Language::nl;  // of remarks and of the README
};

// plan.toml first. `check` finds nothing in what they make.
std::vector<FolderFile> start_files(const Start& start);

// The nr of its first project, for who is to look at one.
std::string first_project(const Start& start);

}  // namespace saldo
