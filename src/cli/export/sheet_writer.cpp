// --to sheet: a table that people edit and `saldo import` reads, as csv or as a workbook.
#include <algorithm>

#include "base/text.h"
#include "cli/export/export_writer.h"
#include "cli/save_file.h"
#include "render/csv.h"
#include "render/workbook/sheet_file.h"
#include "report/export/sheet_table.h"

namespace saldo {

namespace {

BookCell book_cell(const Cell& cell, ColumnType type) {
  if (const auto* amount = std::get_if<Amount>(&cell)) return {*amount, BookStyle::cents};
  const auto* text = std::get_if<std::string>(&cell);
  if (text == nullptr || text->empty()) return {};
  return {*text, type == ColumnType::text ? BookStyle::code : BookStyle::plain};
}

// Its headings stay in sight, and its columns are as wide as what stands in them, within reason.
Book as_book(const Table& table) {
  constexpr std::size_t narrowest = 12, widest = 60, frozen = 3;
  BookSheet sheet;
  sheet.name = "Begroting";
  sheet.frozen_rows = 1;
  sheet.frozen_columns = frozen;
  sheet.widths.assign(table.columns.size(), narrowest);
  sheet.rows.emplace_back();
  for (const Column& column : table.columns) sheet.rows.back().push_back({std::string(column.key), BookStyle::head});
  for (const Row& row : table.rows) {
    std::vector<BookCell>& cells = sheet.rows.emplace_back();
    for (std::size_t at = 0; at < row.cells.size(); ++at) {
      cells.push_back(book_cell(row.cells[at], table.columns[at].type));
      if (const auto* text = std::get_if<std::string>(&row.cells[at]))
        sheet.widths[at] = std::max(sheet.widths[at], std::min(widest, count_code_points(*text) + 1));
    }
  }
  return {{std::move(sheet)}, {}};
}

class SheetWriter : public ExportWriter {
 public:
  explicit SheetWriter(const ExportTarget& target) : path_(target.path) {}

  std::optional<Message> begin() override { return std::nullopt; }
  std::optional<Message> add(const ExportedPlan& plan) override {
    const Table table = report_sheet(plan.worked);
    const SheetKind kind = sheet_kind(path_).value_or(SheetKind::csv);
    if (kind == SheetKind::csv) return save_file(path_, render_csv({&table, 1}, CsvDialect::rfc4180));
    const std::variant<std::string, Message> bytes = write_book(as_book(table), kind);
    if (const auto* trouble = std::get_if<Message>(&bytes)) return *trouble;
    return save_file(path_, std::get<std::string>(bytes));
  }
  std::optional<Message> finish() override { return std::nullopt; }

 private:
  std::string path_;
};

}  // namespace

std::unique_ptr<ExportWriter> sheet_writer(const ExportTarget& target) { return std::make_unique<SheetWriter>(target); }

}  // namespace saldo
