// The file or folder of an export: which one it may write, and where the files of a plan go.
#pragma once

#include <optional>
#include <string>

#include "cli/export/export_writer.h"

namespace saldo {

// What a folder says of itself in saldo.json: that it is an export, of what form, schema and tables. Whoever has another
// form or other tables may not write in it.
std::string folder_mark(const ExportTarget& target);

// Makes it with its mark, or finds that it has the same one. Anything else is told, and left as it is.
std::optional<Message> claim_folder(const ExportTarget& target);

// What is there already under the name of a file must be such an export: a slip of the hand costs nobody a plan.
std::optional<Message> refuse_other_file(const ExportTarget& target);

// Marks an SQLite file as one of ours, in its header.
inline constexpr std::int32_t sqlite_application = 0x53414c44;  // SALD

// With all above it.
std::optional<Message> make_folder(const std::string& folder);

// Makes ORGANISATIE/JAAR/PLAN/VERSIE-STAND under it and gives its name; or tells why not.
struct PlanFolder {
  std::string path;
  std::optional<Message> trouble;
};
PlanFolder make_plan_folder(const std::string& lake, const ExportedPlan& plan);

}  // namespace saldo
