// Where the text of a report stands: rapport/NAME.md in the folder of a plan, or in a folder of its own, a file for each
// part of the paper. What could be meant as one and is not read is told.
#pragma once

#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "plan/plan_files.h"

namespace saldo {

// The parts of a report that can have a text, in the order of the paper.
inline constexpr std::string_view text_parts[] = {
    "inleiding", "kern",   "beslispunten", "tabellen",   "rib",          "overdrachten", "aansluiting",
    "scenarios", "risico", "doelen",       "afsluiting", "onderbouwing", "bevindingen",  "verantwoording"};

// The folder itself, and the one that no link in it may lead out of.
struct TextFolder {
  std::string folder;
  std::string within;
};
// rapport/ in the folder of a plan; nothing where there is none, or the plan is one file.
std::optional<TextFolder> text_folder_of(const std::string& plan);

struct TextFile {
  std::string_view part;
  std::string path;
};

struct TextFiles {
  std::vector<TextFile> files;    // in the order of `parts`
  std::vector<LeftOut> left_out;  // by path; also the folder itself, where it cannot be read
};

// Only what lies in the folder itself. README.md, hidden files and copies of editors are nobody's text, nor is what is
// not called .md, unless it is called after a part.
TextFiles list_text_files(const TextFolder& where, std::span<const std::string_view> parts = text_parts);

}  // namespace saldo
