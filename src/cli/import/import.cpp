#include "cli/import/import.h"

#include <algorithm>
#include <filesystem>

#include "base/say.h"
#include "cli/options.h"
#include "intake/actuals.h"
#include "intake/overzicht/as_plan.h"
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

}  // namespace

std::string stem_of(const std::string& path) { return fs::path(path).stem().string(); }

std::optional<Imported> import_table(const ImportAsked& asked, const Console& console) {
  std::variant<std::string, Message> source = read_source(asked.path, max_sheet_bytes);
  if (const auto* trouble = std::get_if<Message>(&source)) {
    usage_error(console, say("{}: {}", asked.path, to_text(*trouble, console.language)));
    return std::nullopt;
  }
  Imported imported;
  imported.path = asked.path;
  imported.files.push_back(asked.path);
  const SourceText text{asked.path, std::move(std::get<std::string>(source))};
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
