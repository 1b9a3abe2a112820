#include "cli/import/import.h"

#include <algorithm>
#include <filesystem>
#include <span>
#include <stdexcept>
#include <utility>

#include "base/say.h"
#include "cli/options.h"
#include "intake/actuals.h"
#include "intake/overzicht/as_plan.h"
#include "base/hash/sha256.h"
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

// What a figure of a row adds to the saldo of its year, in euros. Of reserves there may be only what goes in and out.
Money counted_for(const PrintedRow& row, const PrintedFigure& figure, Amount amount, bool is_of_reserves) {
  const bool adds = figure.kind == ColumnKind::baten || (is_of_reserves && figure.kind == ColumnKind::toevoeging),
             takes = figure.kind == ColumnKind::lasten || (is_of_reserves && figure.kind == ColumnKind::onttrekking);
  if (figure.kind == ColumnKind::bedrag) return row.side == PrintedSide::lasten ? -amount.counted() : amount.counted();
  return adds ? amount.counted() : takes ? -amount.counted() : Money();
}

bool counts_itself(const Overzicht& table, const PrintedRow& row) {
  if (row.fate != PrintedFate::post && row.fate != PrintedFate::project) return false;
  return row.fate == PrintedFate::post || row.part == no_part || table.said_of(row).soort.empty() ||
         !table.parts[row.part].has_parts;
}

std::string sample_of(const Imported& imported, std::size_t row, std::size_t column) {
  const Overzicht& read = imported.table;
  for (std::size_t figure = 0; figure < read.head.figures.size(); ++figure) {
    const Amount amount = read.amounts_of(row)[figure];
    if (read.head.figures[figure].column == column && !amount.is_absent())
      return amount.is_pm() ? "PM" : to_dutch_exact(amount.counted());
  }
  const std::span<const SheetCell> cells = imported.file.sheet.row(row);
  if (is_amounts(read.head.columns[column].kind) || column >= cells.size()) return "";
  return std::string(imported.file.sheet.shown(cells[column]));
}

std::string samples_of(const Imported& imported, std::size_t column) {
  constexpr std::size_t samples = 3;
  const Overzicht& read = imported.table;
  std::string all;
  std::size_t count = 0;
  for (std::size_t row = read.head.row + read.head.rows; row < read.rows.size() && count < samples; ++row) {
    const std::string one = sample_of(imported, row, column);
    if (one.empty()) continue;
    all += (count == 0 ? "" : " | ") + one;
    ++count;
  }
  return all;
}

PlanNames names_of(const ImportAsked& asked, const Imported& imported) {
  PlanNames names{asked.naam, fs::path(asked.path).filename().string()};
  if (imported.file.sheet.is_of_workbook()) names.bron += ", blad " + imported.file.sheet.name;
  if (names.naam.empty()) names.naam = title_of(imported.file.sheet, imported.table);
  if (names.naam.empty()) names.naam = stem_of(asked.path);
  return names;
}

// The plan, and what is shown of the cells: they are not needed behind this.
void make_plan(const ImportAsked& asked, Imported& imported) {
  for (std::size_t column = 0; column < imported.table.head.columns.size(); ++column)
    imported.samples.push_back(samples_of(imported, column));
  if (has_errors(imported.findings)) return;
  const PlanNames names = names_of(asked, imported);
  if (!imported.file.sheet.is_of_workbook()) imported.file.sheet.forget_cells();
  imported.plan = as_plan(imported.file.sheet, imported.table, names);
  prove_amounts(imported.table, *imported.plan);
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

void prove_amounts(const Overzicht& table, const NewPlan& plan) {
  const auto has = [&table](ColumnKind kind) {
    return std::any_of(table.head.figures.begin(), table.head.figures.end(),
                       [kind](const PrintedFigure& figure) { return figure.kind == kind; });
  };
  const bool is_of_reserves = has(ColumnKind::toevoeging) && !has(ColumnKind::baten);
  std::vector<Money> sums(plan.years.size());
  const auto count = [&](const PrintedRow& row, std::span<const Amount> amounts) {
    for (std::size_t at = 0; at < amounts.size(); ++at)
      if (const PrintedFigure& figure = table.head.figures[at]; plan.years.contains(figure.year))
        sums[plan.years.index(figure.year)] += counted_for(row, figure, amounts[at], is_of_reserves);
  };
  for (std::size_t row = 0; row < table.rows.size(); ++row)
    if (counts_itself(table, table.rows[row])) count(table.rows[row], table.amounts_of(row));
  for (const auto& [part, rest] : table.rests) count({}, rest);
  const auto take_off = [&sums](const BothSides<YearAmounts>& amounts) {
    for (std::size_t year = 0; year < amounts.baten.size(); ++year) sums[year] -= amounts.baten[year].counted();
    for (std::size_t year = 0; year < amounts.lasten.size(); ++year) sums[year] += amounts.lasten[year].counted();
  };
  for (const NewProject& project : plan.projects) {
    take_off(project.amounts);
    for (const NewPost& post : project.posts) take_off(post.amounts);
  }
  const bool adds_up =
      std::all_of(sums.begin(), sums.end(), [](Money sum) { return sum == Money() || sum.is_overflow(); });
  if (!adds_up) throw std::logic_error("import: the plan does not come to what the rows come to");
}

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
  SourceText text{asked.path, std::move(std::get<std::string>(source))};
  if (!asked.map.empty() && !take_map(text, asked, imported, console)) return std::nullopt;
  std::optional<PrintedFile> file = open_printed_file(text, FileId{0}, imported.files, asked.file, imported.findings);
  text.text = std::string();  // its text in UTF-8 is in the sheet
  if (file) {
    imported.file = std::move(*file);
    // The sheets that saldo makes to be filled in have the separator of a Dutch spreadsheet, and so its amounts.
    if (imported.file.scheiding == ';') asked.table.getal_of_saldo = Getal::nl;
    imported.table = read_overzicht(imported.file.sheet, asked.table, imported.findings);
    prove(imported);
  }
  sort_by_place(imported.findings);
  if (file) make_plan(asked, imported);
  imported.asked = std::move(asked);  // its texts stay where they are
  return imported;
}

}  // namespace saldo
