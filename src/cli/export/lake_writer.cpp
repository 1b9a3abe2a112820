// A folder of csv, with what reads it: --to csv, duckdb, clickhouse and spark have a folder in it for every plan,
// --to datapackage is one plan.
#include <filesystem>

#include "base/say.h"
#include "cli/export/export_folder.h"
#include "cli/export/export_writer.h"
#include "cli/save_file.h"
#include "render/export/datapackage.h"
#include "render/export/loaders.h"
#include "render/export/typed_text.h"

namespace saldo {

namespace {

struct Loader {
  std::string name;
  std::string text;
};

std::optional<Loader> loader_of(ExportTo to, const SqlTables& all) {
  switch (to) {
    case ExportTo::duckdb: return Loader{"load.sql", duckdb_loader(all)};
    case ExportTo::clickhouse: return Loader{"load.sql", clickhouse_loader(all)};
    case ExportTo::spark: return Loader{"load.py", spark_loader(all)};
    case ExportTo::csv:
    case ExportTo::datapackage:
    case ExportTo::sqlite:
    case ExportTo::postgres:
    case ExportTo::sheet: break;
  }
  return std::nullopt;
}

class LakeWriter : public ExportWriter {
 public:
  explicit LakeWriter(const ExportTarget& target)
      : target_(target),
        form_(target.to == ExportTo::clickhouse ? TypedCsv::clickhouse : TypedCsv::plain),
        tables_(target.tables) {}

  std::optional<Message> begin() override {
    if (std::optional<Message> trouble = claim_folder(target_)) return trouble;
    if (target_.to == ExportTo::duckdb)
      if (std::optional<Message> trouble = make_folder(file_in(target_.path, "parquet"))) return trouble;
    const std::optional<Loader> loader = loader_of(target_.to, tables_.all());
    return loader ? save_file(file_in(target_.path, loader->name), loader->text, target_.path) : std::nullopt;
  }

  // The control sums come last: who loads the folder meanwhile sees that it is not whole.
  std::optional<Message> add(const ExportedPlan& plan) override {
    PlanFolder folder = is_package() ? PlanFolder{target_.path, {}} : make_plan_folder(target_.path, plan);
    if (folder.trouble) return folder.trouble;
    if (is_package()) {
      const std::string package =
          datapackage_json(plan.key.plan, plan.worked.plan.naam, plan.program, files_of(tables_));
      const std::string path = file_in(folder.path, "datapackage.json");
      if (std::optional<Message> trouble = save_file(path, package, target_.path)) return trouble;
    }
    std::optional<SavedFile> file;
    std::optional<Message> trouble;
    std::string line;
    const auto begin = [&](const TypedTable& table) {
      file.emplace(file_in(folder.path, std::string(table.name) + ".csv"), target_.path);
      line.clear();
      add_csv_head(table, line);
      file->write(line);
    };
    const auto row = [&](TypedRow values) {
      line.clear();
      add_csv(values, form_, line);
      file->write(line);
    };
    tables_.for_each_row(plan, begin, row, [&] {
      if (!trouble) trouble = file->keep();
      file.reset();
    });
    return trouble;
  }

  std::optional<Message> finish() override { return std::nullopt; }

 private:
  bool is_package() const { return target_.to == ExportTo::datapackage; }

  static std::vector<TypedTable> files_of(const ChosenTables& tables) {
    std::vector<TypedTable> all(tables.all().tables.begin(), tables.all().tables.end());
    all.push_back(tables.all().control);
    return all;
  }

  static std::string file_in(const std::string& folder, const std::string& name) {
    return (std::filesystem::path(folder) / name).string();
  }

  ExportTarget target_;
  TypedCsv form_;
  ChosenTables tables_;
};

}  // namespace

std::unique_ptr<ExportWriter> lake_writer(const ExportTarget& target) { return std::make_unique<LakeWriter>(target); }

}  // namespace saldo
