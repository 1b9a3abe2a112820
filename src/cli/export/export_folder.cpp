#include "cli/export/export_folder.h"

#include <fmt/format.h>

#include <filesystem>
#include <fstream>

#include "base/hash/sha256.h"
#include "base/say.h"
#include "cli/save_file.h"
#include "plan/source.h"

namespace saldo {

namespace fs = std::filesystem;

namespace {

bool is_empty_or_new(const std::string& folder) {
  std::error_code error;
  if (!fs::exists(folder, error)) return true;
  return fs::is_directory(folder, error) && fs::is_empty(folder, error);
}

// How the bytes of a file of this form begin; "": it is none.
std::string_view beginning_of(ExportTo to) {
  switch (to) {
    case ExportTo::postgres: return "-- psql -v ON_ERROR_STOP=1";
    case ExportTo::sqlite: return "SQLite format 3";
    case ExportTo::sheet: return "soort,nr,naam,";  // a workbook shows not who made it
    case ExportTo::csv:
    case ExportTo::datapackage:
    case ExportTo::duckdb:
    case ExportTo::clickhouse:
    case ExportTo::spark: break;
  }
  return "";
}

bool is_such_a_file(ExportTo to, std::string_view bytes) {
  constexpr std::size_t at_application = 68;
  if (to != ExportTo::sqlite) return bytes.starts_with(beginning_of(to));
  return bytes.starts_with(beginning_of(to)) && bytes.size() > at_application &&
         bytes.substr(at_application, 4) == "SALD";
}

std::string mark_file(const std::string& folder) { return (fs::path(folder) / "saldo.json").string(); }

}  // namespace

std::optional<Message> make_folder(const std::string& folder) {
  std::error_code error;
  fs::create_directories(folder, error);
  if (error) return say("the folder {} cannot be made: {}", folder, system_reason(error.value()));
  return std::nullopt;
}

std::optional<Message> refuse_other_file(const ExportTarget& target) {
  std::error_code error;
  if (beginning_of(target.to).empty() || !fs::is_regular_file(target.path, error)) return std::nullopt;
  std::string bytes(100, '\0');
  std::ifstream file(target.path, std::ios::binary);
  file.read(bytes.data(), static_cast<std::streamsize>(bytes.size()));
  bytes.resize(static_cast<std::size_t>(file.gcount()));
  const bool is_empty = file.is_open() && !file.bad() && bytes.empty();
  if (is_empty || is_such_a_file(target.to, bytes)) return std::nullopt;
  return say("{} is there and is no export of saldo to {}: give another name", target.path, target.word);
}

std::string folder_mark(const ExportTarget& target) {
  std::string tables;
  for (const ExportTable& table : target.tables)
    tables += fmt::format("{}\"{}\"", tables.empty() ? "" : ", ", table.table.name);
  return fmt::format("{{\"saldo\": \"export\", \"schema\": {}, \"to\": \"{}\", \"tables\": [{}]}}\n", export_schema,
                     target.word, tables);
}

std::optional<Message> claim_folder(const ExportTarget& target) {
  const std::string mark = folder_mark(target);
  if (is_empty_or_new(target.path)) {
    if (std::optional<Message> trouble = make_folder(target.path)) return trouble;
    return save_file(mark_file(target.path), mark);
  }
  const std::variant<std::string, Message> found = read_source(mark_file(target.path));
  const auto* text = std::get_if<std::string>(&found);
  if (text == nullptr || !text->starts_with("{\"saldo\": \"export\""))
    return say("{} is not empty and is no export of saldo: give another folder", target.path);
  if (*text != mark)
    return say(
        "{} is an export of another form, or with other tables: give another folder, or the same --to and "
        "--tables as saldo.json in it says",
        target.path);
  return std::nullopt;
}

PlanFolder make_plan_folder(const std::string& lake, const ExportedPlan& plan) {
  const PlanKey& key = plan.key;
  std::string last = fmt::format("{}-{}", key.versie, key.stand);
  // What was changed may be longer than a name can be, and hold slashes.
  if (!key.variant.empty()) last += "-" + sha256(key.variant).substr(0, 12);
  const Plan& of = plan.worked.plan;
  const fs::path folder = fs::path(lake) / key.organisatie /
                          std::to_string(of.begrotingsjaar.value_or(of.years.first).value) / key.plan / last;
  std::optional<Message> trouble = refuse_way_out(lake, folder.string());
  return {folder.string(), trouble ? std::move(trouble) : make_folder(folder.string())};
}

}  // namespace saldo
