#include "report/check/findings_table.h"

#include <utility>

#include "base/finding/written_place.h"
#include "report/figures.h"

namespace saldo {

namespace {

Cell position_cell(std::uint32_t number) {
  if (number == 0) return Blank();
  return std::int64_t{number};
}

std::string place_text(const Place& place, const std::function<std::string(FileId)>& file_name) {
  return file_name(place.file) + behind_file(place);
}

Table head_of_findings() {
  Table table{"bevindingen", Dutch("Bevindingen"), {}, {}};
  for (const char* key : {"rule", "severity", "file"})
    table.columns.push_back({key, std::string(key), ColumnType::text});
  for (const char* key : {"line", "column"}) table.columns.push_back({key, std::string(key), ColumnType::integer});
  for (const char* key : {"message", "help", "related"})
    table.columns.push_back({key, std::string(key), ColumnType::text});
  table.when_empty = Dutch("Geen bevindingen.");
  return table;
}

Row row_of(const Diagnostic& finding, const std::function<std::string(FileId)>& file_name) {
  std::string related;
  for (const Related& other : finding.related)
    related += (related.empty() ? "" : "; ") + place_text(other.place, file_name) + ": " + to_text(other.message);
  return {RowKind::item,
          0,
          {std::string(info(finding.rule).id), std::string(to_text(finding.severity)), file_name(finding.place.file),
           position_cell(finding.place.line), position_cell(finding.place.column), to_text(finding.message),
           or_blank(to_text(finding.help)), or_blank(std::move(related))}};
}

}  // namespace

TableSource findings_rows(std::span<const Diagnostic> findings, std::function<std::string(FileId)> file_name) {
  return {head_of_findings(), [findings, file_name = std::move(file_name)](const TakeRow& take) {
            for (const Diagnostic& finding : findings)
              if (!take(row_of(finding, file_name))) return;
          }};
}

Table report_findings(std::span<const Diagnostic> findings, const std::function<std::string(FileId)>& file_name) {
  return kept(findings_rows(findings, file_name));
}

}  // namespace saldo
