// Findings for people: where, what, the user's own line with a caret under it, and what to do.
#pragma once

#include <functional>
#include <optional>
#include <span>
#include <string>

#include "base/finding/diagnostic.h"
#include "base/text.h"
#include "render/style.h"

namespace saldo {

// What a finding needs to know about the user's files; the caller has read them.
struct FileNames {
  std::function<std::string(FileId)> name;  // as the user would type it; may be empty
  // The line itself, raw, with at least so many code points on either side of the place; nothing when it is gone.
  std::function<std::optional<LinePart>(const Place&, std::size_t around)> line;
};

// The findings in the order they come, in the form of design.md section 5; empty when there are none. Whatever comes
// from the user's files is made printable first. Lines longer than style.width are cut around the caret.
void write_findings(std::span<const Diagnostic> findings, const FileNames& files, const Style& style, TextOut& out);
std::string render_findings(std::span<const Diagnostic> findings, const FileNames& files, const Style& style);

}  // namespace saldo
