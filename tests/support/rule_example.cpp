#include "support/rule_example.h"

#include "calc/close/bron.h"
#include "cli/computed.h"
#include "cli/import/import.h"
#include "cli/text/author_text.h"
#include "intake/as_record.h"
#include "report/check/example.h"

using namespace saldo;

namespace {

std::string with_byte(std::string text) {
  const std::string written = "\\xE9";
  for (std::size_t at = text.find(written); at != std::string::npos; at = text.find(written))
    text.replace(at, written.size(), "\xE9");
  return text;
}

// What is found in the text of its report.
Findings text_findings(const std::string& folder) {
  if (!text_folder_of(folder)) return {};
  PlanAsked asked;
  asked.plan = folder;
  Computed computed = attempt({load_base(folder), {}, {}}, asked);
  return read_author_text(folder, computed.worked, computed.files).findings;
}

}  // namespace

ExampleFiles files_of(Rule rule, std::string_view example) {
  ExampleFiles files = whole_example(example);
  if (rule == Rule::utf8)
    for (auto& [name, text] : files) text = with_byte(text);
  return files;
}

const std::string* csv_of(const ExampleFiles& files) {
  for (const auto& [name, text] : files)
    if (name.ends_with(".csv")) return &name;
  return nullptr;
}

TakenPlan take_in_csv(const std::string& folder, const ExampleFiles& files) {
  TakenPlan taken{load_actueel(folder), {}, {}};
  const std::string name = *csv_of(files);
  const auto& known = taken.loaded.plan.koppelingen;
  taken.loaded.files.push_back(name);
  taken.actuals = read_actuals(taken.loaded.plan, Year{2025}, {name, files.at(name)},
                               static_cast<FileId>(taken.loaded.files.size() - 1), taken.loaded.files,
                               known.empty() ? nullptr : &known.front(), taken.findings);
  const Afsluiting read = as_record(taken.loaded.plan, taken.actuals);
  for (const Afsluiting& stored : taken.loaded.plan.afsluitingen)
    for (Diagnostic& finding : compare_with_bron(taken.loaded.plan, stored, read))
      taken.findings.push_back(std::move(finding));
  return taken;
}

bool is_import(const ExampleFiles& files) { return !files.contains("plan.toml") && csv_of(files) != nullptr; }

ImportedTable import_csv(const ExampleFiles& files) {
  const std::string name = *csv_of(files);
  ImportedTable imported{{name}, {}, files.at(name)};
  ImportAsked asked;
  if (files.contains("kaart.toml")) {
    imported.files.push_back("kaart.toml");
    const ImportMap map = read_import_map({"kaart.toml", files.at("kaart.toml")}, FileId{1}, imported.findings);
    apply_map(map, asked, imported.findings);
  }
  const std::optional<PrintedFile> file =
      open_printed_file({name, imported.text}, FileId{0}, imported.files, asked.file, imported.findings);
  if (file) read_overzicht(file->sheet, asked.table, imported.findings);
  sort_by_place(imported.findings);
  return imported;
}

Findings all_found(const std::string& folder, const ExampleFiles& files) {
  if (is_import(files)) return import_csv(files).findings;
  Findings findings = check_all(load_actueel(folder));
  for (Diagnostic& finding : text_findings(folder)) findings.push_back(std::move(finding));
  if (csv_of(files) == nullptr) return findings;
  for (Diagnostic& finding : take_in_csv(folder, files).findings) findings.push_back(std::move(finding));
  return findings;
}

std::vector<std::string> messages(const ExampleFiles& files) {
  const TempPlan folder(files);
  std::vector<std::string> lines;
  for (const Diagnostic& finding : all_found(folder.path(), files))
    lines.push_back(std::string(info(finding.rule).id) + ": " + to_text(finding.message));
  return lines;
}
