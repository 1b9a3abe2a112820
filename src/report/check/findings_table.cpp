#include "report/check/findings_table.h"

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

}  // namespace

Table report_findings(std::span<const Diagnostic> findings, const std::function<std::string(FileId)>& file_name) {
  Table table{"bevindingen", Dutch("Bevindingen"), {}, {}};
  for (const char* key : {"rule", "severity", "file"})
    table.columns.push_back({key, std::string(key), ColumnType::text});
  for (const char* key : {"line", "column"}) table.columns.push_back({key, std::string(key), ColumnType::integer});
  for (const char* key : {"message", "help", "related"})
    table.columns.push_back({key, std::string(key), ColumnType::text});
  table.when_empty = Dutch("Geen bevindingen.");
  for (const Diagnostic& finding : findings) {
    std::string related;
    for (const Related& other : finding.related)
      related += (related.empty() ? "" : "; ") + place_text(other.place, file_name) + ": " + to_text(other.message);
    table.rows.push_back(
        {RowKind::item,
         0,
         {std::string(info(finding.rule).id), std::string(to_text(finding.severity)), file_name(finding.place.file),
          position_cell(finding.place.line), position_cell(finding.place.column), to_text(finding.message),
          or_blank(to_text(finding.help)), or_blank(std::move(related))}});
  }
  return table;
}

}  // namespace saldo
