// --to sheet: a table that people edit and `saldo import` reads.
#include "cli/export/export_writer.h"
#include "cli/save_file.h"
#include "render/csv.h"
#include "report/export/sheet_table.h"

namespace saldo {

namespace {

class SheetWriter : public ExportWriter {
 public:
  explicit SheetWriter(const ExportTarget& target) : path_(target.path) {}

  std::optional<Message> begin() override { return std::nullopt; }
  std::optional<Message> add(const ExportedPlan& plan) override {
    const Table table = report_sheet(plan.worked);
    return save_file(path_, render_csv({&table, 1}, CsvDialect::rfc4180));
  }
  std::optional<Message> finish() override { return std::nullopt; }

 private:
  std::string path_;
};

}  // namespace

std::unique_ptr<ExportWriter> sheet_writer(const ExportTarget& target) { return std::make_unique<SheetWriter>(target); }

}  // namespace saldo
