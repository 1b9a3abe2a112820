#include "cli/import/import.h"

#include <algorithm>
#include <filesystem>
#include <stdexcept>

#include "base/say.h"
#include "cli/options.h"
#include "intake/actuals.h"
#include "intake/overzicht/as_plan.h"
#include "intake/sha256.h"
#include "plan/source.h"

namespace saldo {

namespace fs = std::filesystem;

namespace {

bool has_errors(const Findings& findings) {
  return std::any_of(findings.begin(), findings.end(),
                     [](const Diagnostic& finding) { return finding.severity == Severity::error; });
}

// Every row with something in it has one fate. What does not add up is a fault of saldo.
void prove(const Imported& imported) {
  const std::size_t rows = imported.table.rows.size();
  if (rows != imported.file.sheet.rows()) throw std::logic_error("import: not every row has a fate");
}

void make_plan(const ImportAsked& asked, Imported& imported) {
  const std::string name = fs::path(asked.path).filename().string();
  PlanNames names{asked.naam, name};
  if (imported.file.sheet.is_of_workbook()) names.bron += ", blad " + imported.file.sheet.name;
  if (names.naam.empty()) names.naam = title_of(imported.file.sheet, imported.table);
  if (names.naam.empty()) names.naam = stem_of(asked.path);
  imported.plan = as_plan(imported.file.sheet, imported.table, names);
}

// False where there is no such file, which was told.
bool take_map(const SourceText& table, ImportAsked& asked, Imported& imported, const Console& console) {
  std::variant<std::string, Message> source = read_source(asked.map);
  if (const auto* trouble = std::get_if<Message>(&source)) {
    usage_error(console, say("--map {}: {}", asked.map, to_text(*trouble, console.language)));
    return false;
  }
  imported.map_text = std::move(std::get<std::string>(source));
  imported.files.push_back(asked.map);
  const auto file = static_cast<FileId>(imported.files.size() - 1);
  const ImportMap map = read_import_map({asked.map, imported.map_text}, file, imported.findings);
  apply_map(map, asked, imported.findings);
  if (map.sha256.empty() || map.sha256 == sha256(table.text)) return true;
  imported.findings.push_back(
      {Rule::import_map, {file}, say("this map was made for another table or another version of it")});
  imported.findings.back().severity = Severity::note;
  return true;
}

}  // namespace

std::string stem_of(const std::string& path) { return fs::path(path).stem().string(); }

std::optional<Imported> import_table(const ImportAsked& written, const Console& console) {
  ImportAsked asked = written;
  std::variant<std::string, Message> source = read_source(asked.path, max_sheet_bytes);
  if (const auto* trouble = std::get_if<Message>(&source)) {
    usage_error(console, say("{}: {}", asked.path, to_text(*trouble, console.language)));
    return std::nullopt;
  }
  Imported imported;
  imported.path = asked.path;
  imported.files.push_back(asked.path);
  const SourceText text{asked.path, std::move(std::get<std::string>(source))};
  if (!asked.map.empty() && !take_map(text, asked, imported, console)) return std::nullopt;
  std::optional<PrintedFile> file = open_printed_file(text, FileId{0}, imported.files, asked.file, imported.findings);
  if (file) {
    imported.file = std::move(*file);
    imported.table = read_overzicht(imported.file.sheet, asked.table, imported.findings);
    prove(imported);
  }
  sort_by_place(imported.findings);
  if (file && !has_errors(imported.findings)) make_plan(asked, imported);
  return imported;
}

}  // namespace saldo
