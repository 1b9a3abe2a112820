// --to postgres: one script.
#include "cli/export/export_writer.h"
#include "cli/save_file.h"
#include "render/export/postgres.h"
#include "render/export/typed_text.h"

namespace saldo {

namespace {

class PostgresWriter : public ExportWriter {
 public:
  explicit PostgresWriter(const ExportTarget& target) : tables_(target.tables), file_(target.path) {}

  std::optional<Message> begin() override { return unless(file_.write(postgres_head(known_.all(), export_schema))); }

  std::optional<Message> add(const ExportedPlan& plan) override {
    file_.write(postgres_forget(known_.all(), row_of(plan.key)));
    std::string line;
    tables_.for_each_row(
        plan, [&](const TypedTable& table) { file_.write(postgres_copy(table)); },
        [&](TypedRow row) {
          line.clear();
          add_copy(row, line);
          file_.write(line);
        },
        [&] { file_.write(copy_end); });
    return unless(file_.write(""));
  }

  std::optional<Message> finish() override {
    file_.write(postgres_end(known_.all()));
    return file_.keep();
  }

 private:
  std::optional<Message> unless(bool fine) { return fine ? std::nullopt : file_.keep(); }

  // The database may have plans with other tables: all of them are there, and are looked at.
  ChosenTables known_{{export_tables().begin(), export_tables().end()}};
  ChosenTables tables_;
  SavedFile file_;
};

}  // namespace

std::unique_ptr<ExportWriter> postgres_writer(const ExportTarget& target) {
  return std::make_unique<PostgresWriter>(target);
}

}  // namespace saldo
