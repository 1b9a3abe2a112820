// saldo import SHEET: the plan of a published table. Shown, and only written when that is asked.
#include "cli/import/import.h"

#include <utility>

#include "base/say.h"
#include "cli/carry_out.h"
#include "cli/command.h"
#include "cli/console.h"
#include "cli/disk/new_folder.h"
#include "cli/import/growth.h"
#include "cli/import/import_tables.h"
#include "cli/import/proven_files.h"
#include "cli/options.h"
#include "cli/save_file.h"

namespace saldo {

namespace of_import {
namespace {

constexpr Option sheet_file{
    .name = "SHEET",
    .takes = Takes::file,
    .label = marked("SHEET"),
    .description = marked("the table: a csv, .xlsx or .ods"),
    .required = true,
};
constexpr Option blad{
    .name = "--sheet",
    .takes = Takes::text,
    .label = marked("NAME"),
    .description = marked("which sheet of a workbook: its name or number"),
};
constexpr Option range{
    .name = "--range",
    .takes = Takes::text,
    .label = marked("CELLS"),
    .description = marked("only this part of it: A3:J96"),
};
constexpr Option years{
    .name = "--years",
    .takes = Takes::text,
    .label = marked("YEARS"),
    .description = marked("only the columns of these years: 2025-2028; one year is that of columns that say none"),
};
constexpr OptionWord notations[] = {{"nl", marked("1.234,56")}, {"en", marked("1,234.56")}};
constexpr Option numbers{
    .name = "--numbers",
    .takes = Takes::word,
    .label = marked("NOTATION"),
    .description = marked("how amounts are written, where they do not show it:"),
    .words = notations,
};
constexpr Option unit_asked{
    .name = "--unit",
    .takes = Takes::word,
    .label = marked("EUROS"),
    .description = marked("what amounts are written in: euros, thousands or millions; default is what the table says"),
    .words = option::units,
};
constexpr OptionWord sign_words[] = {{"voordelig", marked("the saldo is baten - lasten")},
                                     {"lasten-baten", marked("the saldo is lasten - baten")},
                                     {"lasten-negatief", marked("lasten have a minus")},
                                     {"baten-negatief", marked("baten have a minus")},
                                     {"vn", marked("a letter V or N says what is voordelig")},
                                     {"lasten-positief", marked("amounts of which nothing says the side are lasten")},
                                     {"baten-positief", marked("amounts of which nothing says the side are baten")}};
constexpr Option signs{
    .name = "--signs",
    .takes = Takes::word,
    .label = marked("SIGNS"),
    .description = marked("which sign is what, where the totals do not show it:"),
    .words = sign_words,
};
constexpr OptionWord encodings[] = {"utf-8", "windows-1252"};
constexpr Option encoding{
    .name = "--encoding",
    .takes = Takes::word,
    .label = marked("ENCODING"),
    .description = marked("the letters of a csv"),
    .words = encodings,
};
constexpr Option delimiter{
    .name = "--delimiter",
    .takes = Takes::text,
    .label = marked("CHARACTER"),
    .description = marked("what stands between the cells of a csv: ; or , or tab"),
};
constexpr Option plan_folder{
    .name = "--output",
    .short_name = "-o",
    .takes = Takes::file,
    .label = marked("FOLDER"),
    .description = marked("write the plan in this new folder; without it, it is only shown"),
};
constexpr Option name{
    .name = "--name",
    .takes = Takes::text,
    .label = marked("NAME"),
    .description = marked("what the plan is called; default is the title above the table"),
};
constexpr Option map{
    .name = "--map",
    .takes = Takes::file,
    .label = marked("FILE"),
    .description = marked("the answers to what the table leaves open, as --write-map gives them to edit"),
};
constexpr Option write_map{
    .name = "--write-map",
    .takes = Takes::file,
    .label = marked("FILE"),
    .description = marked("write what was understood, as a map to edit"),
};
constexpr OptionWord table_words[] = {
    {"bestand", marked("the file and how it is read")},
    {"kolommen", marked("what each column is")},
    {"bestemmingen", marked("how many rows became what")},
    {"totalen", marked("printed totals against computed ones")},
    {"rijen", marked("every row with what became of it; else in csv and json only")},
};
constexpr Option table = option::table(table_words);
constexpr auto options = option_list(sheet_file, plan_folder, name, blad, range, years, numbers, unit_asked, signs,
                                     encoding, delimiter, map, write_map, table, option::of_format);

struct Asked {
  ImportAsked import;
  std::string folder;
  std::string write_map;
  std::string table;
  TablesFormat format;
};

std::optional<Years> read_asked_years(Reading& reading) {
  if (!reading.has(years)) return std::nullopt;
  const std::string text = reading.text(years);
  const auto both = read_first_and_last(text);
  if (both && both->first <= both->last) return *both;
  reading.refuse(say("--years {}: write one year or two, such as 2025-2028", text));
  return std::nullopt;
}

void read_signs(Reading& reading, OverzichtAsked& asked) {
  const std::string word = reading.text(signs);
  if (word == "lasten-positief") asked.bare = PrintedSide::lasten;
  else if (word == "baten-positief") asked.bare = PrintedSide::baten;
  else
    for (const Voorteken teken : {Voorteken::voordelig, Voorteken::lasten_baten, Voorteken::lasten_negatief,
                                  Voorteken::baten_negatief, Voorteken::vn})
      if (word == to_text(teken)) asked.teken = teken;
}

PrintedFileAsked read_file_asked(Reading& reading) {
  PrintedFileAsked asked;
  asked.blad = reading.text(blad);
  if (reading.has(range)) {
    asked.bereik = read_range(reading.text(range));
    if (!asked.bereik) reading.refuse(say("--range {}: write two corners, such as A3:J96", reading.text(range)));
  }
  if (reading.has(encoding)) asked.tekenset = reading.one_of(encoding, {Tekenset::utf_8, Tekenset::windows_1252});
  if (reading.has(delimiter)) {
    const std::string mark = reading.text(delimiter);
    const bool known = mark == ";" || mark == "," || mark == "tab" || mark == "\t" || mark == "|";
    if (known) asked.scheiding = mark == "tab" ? '\t' : mark.front();
    else reading.refuse(say("--delimiter {}: write ; or , or tab", mark));
  }
  return asked;
}

Asked read(Reading& reading) {
  Asked asked;
  asked.import.path = reading.text(sheet_file);
  asked.import.file = read_file_asked(reading);
  asked.import.table.years = read_asked_years(reading);
  if (reading.has(numbers)) asked.import.table.getal = reading.one_of(numbers, {Getal::nl, Getal::punt});
  if (reading.has(unit_asked))
    asked.import.table.unit = reading.one_of(unit_asked, {written_units[0], written_units[1], written_units[2]});
  read_signs(reading, asked.import.table);
  asked.import.naam = reading.text(name);
  asked.import.map = reading.text(map);
  asked.folder = reading.text(plan_folder);
  asked.write_map = reading.text(write_map);
  asked.table = reading.text(table);
  static_cast<RenderOptions&>(asked.format) = read_format(reading);
  return asked;
}

// --- what is shown ---

// The first rows as they will stand in the plan.
std::string first_lines(const NewPlan& plan) {
  constexpr std::size_t lines = 40;
  constexpr std::size_t enough = 3000;
  const NewPlanFiles files(plan);
  std::string text;
  for (std::size_t at = 0; at < files.size() && text.size() <= enough; ++at) {
    const NewFile file = files.make(at);
    text += "\n# " + file.path + "\n" + file.text;
  }
  std::size_t end = 0;
  for (std::size_t line = 0; line < lines && end != text.npos; ++line) end = text.find('\n', end + 1);
  return end == text.npos || end + 1 >= text.size() ? text : text.substr(0, end + 1) + "# …\n";
}

int show(const Imported& imported, const Asked& asked, const Console& console) {
  const bool for_programs = asked.format.format == Format::json || asked.format.format == Format::csv;
  const int shown =
      write_tables(report_import(imported, for_programs || asked.table == "rijen"), asked.table, asked.format, console);
  if (shown != exit_fine || for_programs || !asked.table.empty() || imported.is_open()) return shown;
  return write_output(console, first_lines(*imported.plan) + growth_text(*imported.plan));
}

// --- what is written ---

// What is written is read back, and nothing of it is kept where that goes wrong.
std::optional<Message> save_plan(const std::string& folder, ProvenFiles& files, FolderFile answers) {
  FolderFile now;
  bool is_map_given = false;
  const NextFile next = [&]() -> const FolderFile* {
    std::optional<FolderFile> file = files.next();
    // The answers stand beside the plan, for the table of next year.
    if (!file && !std::exchange(is_map_given, true)) file = std::move(answers);
    if (file) now = std::move(*file);
    return file ? &now : nullptr;
  };
  return save_folder(folder, next, [&](const std::string&) -> std::optional<Message> {
    if (files.findings().empty()) return std::nullopt;
    return say("the table does not make a plan that can be read: nothing is written");
  });
}

// What was read of the table goes before the plan is written, as each is as large as the other.
int write_plan(std::optional<Imported> imported, const Asked& asked, const Console& console) {
  const std::string& folder = asked.folder;
  if (imported->is_open()) {
    tell_line(console, say("nothing is written while questions are open"));
    return exit_failed;
  }
  const std::string kept =
      imported->map_text.empty() ? write_import_map(map_of(*imported, asked.import)) : imported->map_text;
  const std::string name_of_map = "import/" + stem_of(imported->path) + ".kaart.toml";
  const NewPlan plan = std::move(*imported->plan);
  imported.reset();
  ProvenFiles files(plan);
  if (const auto trouble = save_plan(folder, files, {name_of_map, kept})) {
    usage_error(console, *trouble);
    for (const Diagnostic& finding : files.findings())
      tell_line(console, say("{}: {}", files.path(finding.place.file), to_text(finding.message, console.language)));
    return exit_failed;
  }
  const std::string typed = quoted_for_shell(folder);
  tell_line(console, say("written: {}; look at it with `saldo check {}` and `saldo table {}`", folder, typed, typed));
  return exit_fine;
}

int run(const Asked& asked, const Console& console) {
  if (!asked.folder.empty())
    if (const auto trouble = cannot_be_new(asked.folder)) return usage_error(console, *trouble);
  std::optional<Imported> imported = import_table(asked.import, console);
  if (!imported) return exit_failed;
  if (!imported->table.rows.empty())
    if (const int shown = show(*imported, asked, console); shown != exit_fine) return shown;
  if (!imported->findings.empty())
    write_error(console,
                render_findings(imported->findings, file_names(imported->files, FileId{0}, imported->file.text()),
                                error_style(console)));
  if (!asked.write_map.empty() && !imported->table.rows.empty()) {
    if (const auto trouble = save_file(asked.write_map, write_import_map(map_of(*imported, asked.import))))
      return usage_error(console, *trouble);
    tell_line(console, say("written: {}", asked.write_map));
  }
  if (!asked.folder.empty()) return write_plan(std::move(imported), asked, console);
  if (!imported->is_open()) tell_line(console, say("nothing was written; -o FOLDER makes the plan"));
  return imported->is_open() ? exit_failed : exit_fine;
}

constexpr Example examples[] = {
    {"saldo import examples/import/overzicht.csv", marked("shown, not written")},
    {"saldo import examples/import/overzicht.csv --write-map kaart.toml"},
    {"saldo import examples/import/overzicht.csv --years 2026-2027"},
    {"saldo import examples/import/overzicht.csv -o begroting"},
    {"saldo import examples/import/overzicht.csv --table rijen", marked("row by row")},
};

}  // namespace
}  // namespace of_import

extern const Command import_command{
    .name = "import",
    .summary = marked("a plan made of a table that exists: csv, xlsx or ods"),
    .options = of_import::options,
    .examples = of_import::examples,
    .run = carry_out<Needs::nothing, of_import::read, of_import::run>,
};

}  // namespace saldo
