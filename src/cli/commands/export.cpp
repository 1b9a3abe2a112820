// saldo export PLAN…: the figures for a database, a spreadsheet or an engine, with the type of every column.
#include <algorithm>
#include <filesystem>

#include "base/say.h"
#include "base/text.h"
#include "cli/carry_out.h"
#include "cli/command.h"
#include "cli/export/export_folder.h"
#include "cli/export/export_plans.h"

namespace saldo {

namespace of_export {
namespace {

constexpr Option plans{
    .name = "PLAN",
    .takes = Takes::plan,
    .description = marked("the plans: folders of TOML files, or files"),
    .required = true,
    .repeated = true,
};
constexpr Option output{
    .name = "--output",
    .short_name = "-o",
    .takes = Takes::file,
    .label = marked("PATH"),
    .description = marked("where it goes: a file for sqlite, postgres and sheet, else a folder"),
};
constexpr OptionWord forms[] = {
    {"csv", marked("a folder of csv")},
    {"datapackage", marked("one plan as csv, with datapackage.json that tells what every column is")},
    {"sqlite", marked("a database file; amounts in cents, and views in euros")},
    {"postgres", marked("one script for psql, loaded whole or not at all")},
    {"duckdb", marked("a folder of csv with load.sql, which makes Parquet of it")},
    {"clickhouse", marked("the same for ClickHouse")},
    {"spark", marked("the same with load.py for PySpark")},
    {"sheet", marked("a row per post, as csv, xlsx or ods, to edit and to import")},
};
constexpr Option to{
    .name = "--to",
    .takes = Takes::word,
    .label = marked("FORM"),
    .description = marked("what comes out; a name that ends in .sqlite, .db, .sql, .csv, .xlsx or .ods says so:"),
    .words = forms,
};
constexpr Option organisation{
    .name = "--organisation",
    .takes = Takes::text,
    .label = marked("CODE"),
    .description = marked("whose plan it is, such as GM0363: once for all plans, or once for each in their order; "
                          "default is the name of the plan"),
    .repeated = true,
};
constexpr Option version{
    .name = "--version",
    .takes = Takes::text,
    .label = marked("NAME"),
    .description = marked("which version of the plan this is; default is 1. The same one is written over"),
};
constexpr Option standing{
    .name = option::standing.name,
    .takes = Takes::word,
    .label = marked("STANDING"),
    .description = marked("without (primitief) or with (actueel) the begrotingswijzigingen, with what was booked in "
                          "closed years (realisatie, which is the default), with what is expected of others "
                          "(prognose), or the first two (beide)"),
    .words = option::two_standings,
};
constexpr OptionWord table_words[] = {"plan",   "programmalijn", "project",    "post",     "kenmerk",
                                      "bedrag", "stand",         "overdracht", "controle", "bevinding"};
constexpr Option tables{
    .name = "--tables",
    .takes = Takes::word,
    .label = marked("TABLES"),
    .description = marked("only these of plan, programmalijn, project, post, kenmerk, bedrag, stand, overdracht, "
                          "controle and bevinding, with a comma between"),
    .words = table_words,
    .listed = true,
};
constexpr auto options = option_list(plans, output, to, organisation, version, standing, option::scenario, option::set,
                                     option::as_of, tables);

// What an ending says for certain; npos where it says nothing.
std::size_t form_of(const std::string& path) {
  constexpr std::pair<std::string_view, std::size_t> endings[] = {
      {".sqlite", 2}, {".sqlite3", 2}, {".db", 2}, {".sql", 3}, {".csv", 7}, {".xlsx", 7}, {".ods", 7}};
  const std::string ending = std::filesystem::path(path).extension().string();
  for (const auto& [known, form] : endings)
    if (ending == known) return form;
  return std::string::npos;
}

ExportTarget read_target(Reading& reading) {
  ExportTarget target;
  target.path = reading.text(output);
  if (target.path.empty()) reading.refuse(say("-o is required: the file or folder to write"));
  std::size_t form = form_of(target.path);
  for (std::size_t i = 0; i < std::size(forms); ++i)
    if (reading.text(to) == forms[i].word) form = i;
  if (form == std::string::npos) {
    if (!target.path.empty())
      reading.refuse(say("{}: say what comes out with --to, or end the name in .sqlite, .sql, .csv, .xlsx or .ods", target.path));
    form = 0;
  }
  target.to = static_cast<ExportTo>(form);
  target.word = forms[form].word;
  std::vector<std::string> wanted = parts_of_list(reading.text(tables));
  for (const ExportTable& table : export_tables())
    if (!reading.has(tables) || std::find(wanted.begin(), wanted.end(), table.table.name) != wanted.end())
      target.tables.push_back(table);
  return target;
}

// It becomes the name of a folder.
void refuse_as_name(const Option& option, const std::string& text, Reading& reading) {
  const bool is_name =
      !text.empty() && text.front() != '.' && text.size() <= 100 && std::none_of(text.begin(), text.end(), [](char c) {
        return c == '/' || static_cast<unsigned char>(c) < 0x20 || c == 0x7F;
      });
  if (!is_name)
    reading.refuse(say("{} {}: give a name of at most 100 characters, without a slash, that does not begin with a dot",
                       option.name, text));
}

std::vector<Standing> read_standings(const Reading& reading) {
  if (reading.text(standing) == "beide") return {Standing::primitief, Standing::actueel};
  return {read_standing(reading.text(standing))};
}

// "scenario loon-6 + set 2.1/budget=5": what makes this another than the plan as it stands.
std::string read_changes(const Reading& reading) {
  std::string changes;
  for (const Option* option : {&option::scenario, &option::set, &option::as_of})
    for (const std::string& typed : reading.texts(*option)) {
      const bool is_file = option == &option::scenario;
      const std::string value = is_file ? std::filesystem::path(typed).stem().string() : typed;
      changes += (changes.empty() ? "" : " + ") + std::string(option->name.substr(2)) + ' ' + value;
    }
  return changes;
}

// Some forms are one plan, and one table of it.
void refuse_several(const ExportAsked& asked, Reading& reading) {
  const ExportTo to_form = asked.target.to;
  if (to_form != ExportTo::datapackage && to_form != ExportTo::sheet) return;
  if (asked.plans.size() * asked.standings.size() > 1)
    reading.refuse(say("--to {} is one plan of one standing: give each a path of its own", asked.target.word));
  if (to_form == ExportTo::sheet && reading.has(tables))
    reading.refuse(say("--to sheet is one table of its own; leave out --tables"));
}

ExportAsked read(Reading& reading) {
  ExportAsked asked;
  asked.plans = reading.texts(plans);
  asked.organisations = reading.texts(organisation);
  asked.version = reading.text(version, "1");
  asked.variant = read_variant(reading);
  asked.standings = read_standings(reading);
  asked.changes = read_changes(reading);
  asked.target = read_target(reading);
  refuse_several(asked, reading);
  for (const std::string& name : asked.organisations) refuse_as_name(organisation, name, reading);
  refuse_as_name(version, asked.version, reading);
  if (asked.organisations.size() > 1 && asked.organisations.size() != asked.plans.size())
    reading.refuse(say("--organisation is there {} times for {} plans: give it once, or once for each",
                       asked.organisations.size(), asked.plans.size()));
  return asked;
}

std::unique_ptr<ExportWriter> writer_for(const ExportTarget& target) {
  switch (target.to) {
    case ExportTo::sqlite: return sqlite_writer(target);
    case ExportTo::postgres: return postgres_writer(target);
    case ExportTo::sheet: return sheet_writer(target);
    case ExportTo::csv:
    case ExportTo::datapackage:
    case ExportTo::duckdb:
    case ExportTo::clickhouse:
    case ExportTo::spark: break;
  }
  return lake_writer(target);
}

int run(const ExportAsked& asked, const Console& console) {
  if (const std::optional<Message> trouble = refuse_other_file(asked.target)) return usage_error(console, *trouble);
  const std::unique_ptr<ExportWriter> writer = writer_for(asked.target);
  return export_plans(asked, *writer, console);
}

constexpr Example examples[] = {
    {"saldo export data/achterhoek-2025-2028 -o begroting.sqlite", marked("a database file")},
    {"saldo export PLAN -o begroting.sql", marked("a script for PostgreSQL: psql -f begroting.sql")},
    {"saldo export PLAN -o lake --to duckdb --organisation GM0363 --version v2",
     marked("beside those of others, for DuckDB and Parquet")},
    {"saldo export PLAN -o begroting.csv", marked("a row per post, as csv, xlsx or ods, to edit and to import")},
    {"saldo export PLAN -o begroting.sqlite --standing beide", marked("as adopted, and as it is now")},
};

}  // namespace
}  // namespace of_export

extern const Command export_command{
    .name = "export",
    .summary = marked("the figures for other programs, each column with its type"),
    .options = of_export::options,
    .examples = of_export::examples,
    .run = carry_out<Needs::nothing, of_export::read, of_export::run>,
};

}  // namespace saldo
