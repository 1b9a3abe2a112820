#include "intake/workbook/xlsx.h"

#include <algorithm>
#include <map>
#include <memory>
#include <pugixml.hpp>

#include "base/finding/written_place.h"
#include "base/say.h"
#include "intake/excel.h"
#include "intake/workbook/sheet_builder.h"
#include "intake/workbook/xlsx_cell.h"
#include "intake/workbook/xml.h"

namespace saldo {

namespace {

std::optional<CellName> cell_named(std::string_view name) { return read_cell_name(name, max_workbook_rows); }

// A part that another names: "/xl/a.xml" from the top, "a.xml" and "../a.xml" from where that one is.
std::string part_at(std::string_view folder, std::string_view target) {
  if (target.starts_with('/')) return std::string(target.substr(1));
  while (target.starts_with("../")) {
    target.remove_prefix(3);
    folder = folder.substr(0, folder.find_last_of('/') == folder.npos ? 0 : folder.find_last_of('/'));
  }
  if (target.starts_with("./")) target.remove_prefix(2);
  return folder.empty() ? std::string(target) : std::string(folder) + '/' + std::string(target);
}

struct Relation {
  std::string type, part;
};
using Relations = std::map<std::string, Relation, std::less<>>;

class XlsxReader {
 public:
  XlsxReader(Zip& zip, FileId file, std::vector<std::string>& files, Findings& findings)
      : zip_(zip), file_(file), files_(files), findings_(findings) {}

  std::optional<std::vector<Sheet>> read() {
    if (!find_workbook()) return std::nullopt;
    const auto document = read_xml(zip_, workbook_, file_, findings_);
    if (!document ||
        !read_relations(folder() + "/_rels/" + workbook_.substr(folder().size() + 1) + ".rels", relations_))
      return std::nullopt;
    const pugi::xml_node book = document->document_element();
    shared_.since_1904 = is_true(attribute(child(book, "workbookPr"), "date1904"));
    if (!read_shared()) return std::nullopt;
    return read_sheets(child(book, "sheets"));
  }

 private:
  bool refuse(FileId file, Message message) {
    findings_.push_back(
        {Rule::bestand, {file}, std::move(message), {}, say("open it, and save it again as .xlsx or .ods")});
    return false;
  }

  std::string folder() const { return workbook_.substr(0, workbook_.find_last_of('/')); }

  bool find_workbook() {
    Relations top;
    if (zip_.has("_rels/.rels") && !read_relations("_rels/.rels", top)) return false;
    workbook_ = "xl/workbook.xml";
    for (const auto& [id, relation] : top)
      if (relation.type == "officeDocument") workbook_ = relation.part;
    if (workbook_.find('/') == std::string::npos) return refuse(file_, say("this zip is no workbook"));
    if (!workbook_.ends_with(".bin")) return true;
    return refuse(file_, say("this is a binary workbook (.xlsb)"));
  }

  bool read_relations(const std::string& part, Relations& relations) {
    const auto document = read_xml(zip_, part, file_, findings_);
    if (!document) return false;
    const std::string_view here = part == "_rels/.rels" ? "" : std::string_view(workbook_).substr(0, folder().size());
    for (const pugi::xml_node one : document->document_element().children()) {
      const std::string_view type = attribute(one, "Type");
      relations[std::string(attribute(one, "Id"))] = {std::string(type.substr(type.find_last_of('/') + 1)),
                                                      part_at(here, attribute(one, "Target"))};
    }
    return true;
  }

  bool read_shared() {
    for (const auto& [id, relation] : relations_) {
      if (relation.type != "sharedStrings" && relation.type != "styles") continue;
      const auto document = read_xml(zip_, relation.part, file_, findings_);
      if (!document) return false;
      if (relation.type == "styles") {
        shared_.formats = formats_of(document->document_element());
        shared_.indents = indents_of(document->document_element());
        continue;
      }
      for (const pugi::xml_node item : document->document_element().children())
        if (local_name(item) == "si") shared_.strings.push_back(rich_text(item));
    }
    return true;
  }

  std::optional<std::vector<Sheet>> read_sheets(pugi::xml_node list) {
    std::vector<Sheet> sheets;
    const auto nodes = list.children();
    sheets.reserve(static_cast<std::size_t>(std::distance(nodes.begin(), nodes.end())));
    for (const pugi::xml_node one : nodes) {
      const auto relation = relations_.find(attribute(one, "id"));
      if (local_name(one) != "sheet" || relation == relations_.end() || relation->second.type != "worksheet") continue;
      Sheet& sheet = sheets.emplace_back();
      sheet.name = attribute(one, "name");
      if (sheet.name.empty()) sheet.name = std::to_string(sheets.size());
      sheet.hidden = attribute(one, "state") == "hidden" || attribute(one, "state") == "veryHidden";
      sheet.file = static_cast<FileId>(files_.size());
      files_.push_back(files_[static_cast<std::size_t>(file_)] + '!' + sheet.name);
      if (!read_sheet(relation->second.part, sheet)) return std::nullopt;
    }
    if (!sheets.empty()) return sheets;
    refuse(file_, say("this workbook has no sheet with cells"));
    return std::nullopt;
  }

  bool read_sheet(const std::string& part, Sheet& sheet) {
    const auto document = read_xml(zip_, part, file_, findings_);
    if (!document) return false;
    const pugi::xml_node root = document->document_element();
    SheetBuilder builder(sheet, left_, findings_);
    for (const pugi::xml_node columns : child(root, "cols").children())
      if (const auto first = whole_number(attribute(columns, "min"), max_workbook_columns);
          first && is_true(attribute(columns, "hidden")))
        builder.hide_columns(*first, whole_number(attribute(columns, "max"), UINT32_MAX).value_or(*first));
    std::uint32_t line = 0;
    for (const pugi::xml_node row : child(root, "sheetData").children())
      if (local_name(row) == "row" && !read_row(row, line, sheet, builder)) return false;
    for (const pugi::xml_node merged : child(root, "mergeCells").children())
      if (!read_merged(attribute(merged, "ref"), sheet, builder)) return false;
    return builder.finish();
  }

  bool read_row(pugi::xml_node row, std::uint32_t& line, const Sheet& sheet, SheetBuilder& builder) {
    line = whole_number(attribute(row, "r"), max_workbook_rows).value_or(line + 1);
    if (is_true(attribute(row, "hidden"))) builder.hide_row(line);
    std::uint32_t column = 0;
    for (const pugi::xml_node node : row.children()) {
      if (local_name(node) != "c") continue;
      const std::string_view name = attribute(node, "r");
      const CellName at = name.empty() ? CellName{line, column + 1} : cell_named(name).value_or(CellName{});
      std::optional<CellFound> cell = read_xlsx_cell(node, shared_);
      if (at.line != line || !cell) return refuse_cell(name, {line, column + 1}, sheet);
      cell->line = at.line;
      cell->column = column = at.column;
      if (!builder.add(std::move(*cell))) return false;
    }
    return true;
  }

  bool refuse_cell(std::string_view name, CellName likely, const Sheet& sheet) {
    const CellName at = cell_named(name).value_or(likely);
    findings_.push_back({Rule::bestand,
                         {sheet.file, at.line, at.column, whole_cell},
                         say("what this cell says is nothing that a workbook can say"),
                         {},
                         say("open it, and save it again as .xlsx or .ods")});
    return false;
  }

  bool read_merged(std::string_view range, const Sheet& sheet, SheetBuilder& builder) {
    const std::size_t colon = range.find(':');
    const std::optional<CellName> first = cell_named(range.substr(0, colon)),
                                  last = colon == range.npos ? first : cell_named(range.substr(colon + 1));
    if (!first || !last) return refuse(sheet.file, say("its merged cells are not what a spreadsheet makes of them"));
    return builder.merge({first->line, first->column, last->line, last->column});
  }

  Zip& zip_;
  FileId file_;
  std::vector<std::string>& files_;
  Findings& findings_;
  std::string workbook_;  // its part
  Relations relations_;
  XlsxShared shared_;
  std::size_t left_ = max_workbook_cells;
};

}  // namespace

bool is_xlsx(const Zip& zip) { return zip.has("[Content_Types].xml"); }

std::optional<std::vector<Sheet>> read_xlsx(Zip& zip, FileId file, std::vector<std::string>& files,
                                            Findings& findings) {
  return XlsxReader(zip, file, files, findings).read();
}

}  // namespace saldo
