// The text of the author of a report, from the files it stands in to blocks with figures.
#pragma once

#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "base/page/text.h"
#include "calc/worked.h"
#include "plan/text/text_files.h"

namespace saldo {

// What belongs in one part of the paper, and where it was written.
struct PartText {
  std::string_view part;  // one of text_parts
  FileId file{};
  TextBlocks blocks;
};

struct AuthorText {
  std::vector<PartText> parts;  // in the order of text_parts; only those that have a text
  Findings findings;            // by place; the text counts only without any
};

// `files` are those of the plan, and gets those of the text.
AuthorText read_author_text(const TextFolder& where, const Worked& worked, std::vector<std::string>& files,
                            std::span<const std::string_view> parts = text_parts);

// The same of rapport/ in the folder of a plan: nothing where there is none.
AuthorText read_author_text(const std::string& plan, const Worked& worked, std::vector<std::string>& files);

}  // namespace saldo
