#include "intake/workbook/ods.h"

#include <algorithm>
#include <map>
#include <memory>
#include <pugixml.hpp>
#include <set>

#include "base/finding/written_place.h"
#include "base/say.h"
#include "intake/workbook/ods_cell.h"
#include "intake/workbook/sheet_builder.h"
#include "intake/workbook/xml.h"

namespace saldo {

namespace {

std::uint32_t times(pugi::xml_node node, std::string_view name) {
  return whole_number(attribute(node, name), UINT32_MAX / 4).value_or(1);
}

bool is_hidden(pugi::xml_node node) {
  const std::string_view visibility = attribute(node, "visibility");
  return visibility == "collapse" || visibility == "filter";
}

// Rows and columns stand in groups, as deep as somebody made them; in their order.
std::vector<pugi::xml_node> all_of(pugi::xml_node table, std::string_view name) {
  std::vector<pugi::xml_node> found, open{table.first_child()};
  while (!open.empty()) {
    const pugi::xml_node node = open.back();
    if (!node) {
      open.pop_back();
      continue;
    }
    open.back() = node.next_sibling();
    const std::string_view is = local_name(node);
    if (is == name) found.push_back(node);
    else if (is.starts_with("table-header-") || is.starts_with("table-rows") || is.starts_with("table-columns") ||
             is.ends_with("-group"))
      open.push_back(node.first_child());
  }
  return found;
}

struct ColumnIndent {
  std::uint32_t first = 0, last = 0;
  std::uint8_t indent = 0;
};

class OdsReader {
 public:
  OdsReader(Zip& zip, FileId file, std::vector<std::string>& files, Findings& findings)
      : zip_(zip), file_(file), files_(files), findings_(findings) {}

  std::optional<std::vector<Sheet>> read() {
    if (is_encrypted()) return std::nullopt;
    const auto document = read_xml(zip_, "content.xml", file_, findings_);
    if (!document) return std::nullopt;
    const pugi::xml_node root = document->document_element();
    for (const pugi::xml_node style : child(root, "automatic-styles").children())
      if (attribute(child(style, "table-properties"), "display") == "false")
        hidden_styles_.emplace(attribute(style, "name"));
      else if (const std::uint8_t indent = indent_of(style); indent > 0)
        indents_.emplace(attribute(style, "name"), indent);
    return read_tables(child(child(root, "body"), "spreadsheet"));
  }

 private:
  bool refuse(FileId file, Message message, Message help = say("open it, and save it again as .xlsx or .ods")) {
    findings_.push_back({Rule::bestand, {file}, std::move(message), {}, std::move(help)});
    return false;
  }

  bool is_encrypted() {
    if (!zip_.has("META-INF/manifest.xml")) return false;
    const auto manifest = read_xml(zip_, "META-INF/manifest.xml", file_, findings_);
    if (!manifest) return true;
    for (const pugi::xml_node entry : manifest->document_element().children())
      if (child(entry, "encryption-data")) {
        refuse(file_, say("this workbook is protected with a password"),
               say("open it with its password, and save it without one"));
        return true;
      }
    return false;
  }

  std::optional<std::vector<Sheet>> read_tables(pugi::xml_node spreadsheet) {
    std::vector<Sheet> sheets;
    const auto nodes = spreadsheet.children();
    sheets.reserve(static_cast<std::size_t>(std::distance(nodes.begin(), nodes.end())));
    for (const pugi::xml_node table : nodes) {
      if (local_name(table) != "table") continue;
      Sheet& sheet = sheets.emplace_back();
      sheet.name = attribute(table, "name");
      if (sheet.name.empty()) sheet.name = std::to_string(sheets.size());
      sheet.hidden = hidden_styles_.contains(attribute(table, "style-name"));
      sheet.file = static_cast<FileId>(files_.size());
      files_.push_back(files_[static_cast<std::size_t>(file_)] + '!' + sheet.name);
      if (!read_table(table, sheet)) return std::nullopt;
    }
    if (!sheets.empty()) return sheets;
    refuse(file_, say("this workbook has no sheet with cells"));
    return std::nullopt;
  }

  bool read_table(pugi::xml_node table, Sheet& sheet) {
    SheetBuilder builder(sheet, left_, findings_);
    column_indents_.clear();
    std::uint32_t column = 1;
    for (const pugi::xml_node one : all_of(table, "table-column")) {
      const std::uint32_t last = column + times(one, "number-columns-repeated") - 1;
      if (is_hidden(one)) builder.hide_columns(column, last);
      if (const std::uint8_t indent = indent_named(attribute(one, "default-cell-style-name")); indent > 0)
        column_indents_.push_back({column, last, indent});
      if (last >= max_workbook_columns) break;
      column = last + 1;
    }
    std::uint32_t line = 1;
    for (const pugi::xml_node row : all_of(table, "table-row")) {
      const std::uint32_t repeated = times(row, "number-rows-repeated");
      if (!read_rows(row, line, repeated, sheet, builder)) return false;
      line = std::min(line + repeated, max_workbook_rows + 1);  // what stands beyond the last is refused
    }
    return builder.finish();
  }

  // As many rows as it stands for, where anything is in it: an empty end of a sheet is a million of them.
  bool read_rows(pugi::xml_node row, std::uint32_t first, std::uint32_t repeated, Sheet& sheet, SheetBuilder& builder) {
    for (std::uint32_t i = 0; i < repeated; ++i) {
      const std::size_t before = left_;
      if (!read_row(row, first + i, sheet, builder)) return false;
      if (left_ == before) return true;
      if (is_hidden(row)) builder.hide_row(first + i);
    }
    return true;
  }

  bool read_row(pugi::xml_node row, std::uint32_t line, Sheet& sheet, SheetBuilder& builder) {
    std::uint32_t column = 1;
    for (const pugi::xml_node node : row.children()) {
      const std::string_view is = local_name(node);
      if (is != "table-cell" && is != "covered-table-cell") continue;
      const std::uint32_t repeated = times(node, "number-columns-repeated");
      const std::optional<CellFound> cell = read_ods_cell(node);
      if (!cell) return refuse_cell({sheet.file, line, column, whole_cell});
      const bool has_something = !cell->text.empty() || !cell->formula.empty();
      for (std::uint32_t i = 0; has_something && i < repeated; ++i) {
        CellFound one = *cell;
        one.line = line;
        one.column = column + i;
        one.indent = indent_at(node, one.column);
        if (!builder.add(std::move(one))) return false;
      }
      if (!take_span(node, line, column, builder)) return false;
      column = std::min(column + repeated, max_workbook_columns + 1);
    }
    return true;
  }

  std::uint8_t indent_named(std::string_view style) const {
    const auto known = indents_.find(style);
    return known == indents_.end() ? std::uint8_t{0} : known->second;
  }

  // A cell without a style has that of its column.
  std::uint8_t indent_at(pugi::xml_node cell, std::uint32_t column) const {
    if (const std::string_view style = attribute(cell, "style-name"); !style.empty()) return indent_named(style);
    for (const ColumnIndent& one : column_indents_)
      if (one.first <= column && column <= one.last) return one.indent;
    return 0;
  }

  static bool take_span(pugi::xml_node node, std::uint32_t line, std::uint32_t column, SheetBuilder& builder) {
    const std::uint32_t wide = times(node, "number-columns-spanned"), high = times(node, "number-rows-spanned");
    return (wide == 1 && high == 1) || builder.merge({line, column, line + high - 1, column + wide - 1});
  }

  bool refuse_cell(Place place) {
    findings_.push_back({Rule::bestand,
                         place,
                         say("what this cell says is nothing that a workbook can say"),
                         {},
                         say("open it, and save it again as .xlsx or .ods")});
    return false;
  }

  Zip& zip_;
  FileId file_;
  std::vector<std::string>& files_;
  Findings& findings_;
  std::set<std::string, std::less<>> hidden_styles_;
  std::map<std::string, std::uint8_t, std::less<>> indents_;  // of styles of cells
  std::vector<ColumnIndent> column_indents_;
  std::size_t left_ = max_workbook_cells;
};

}  // namespace

std::optional<std::vector<Sheet>> read_ods(Zip& zip, FileId file, std::vector<std::string>& files, Findings& findings) {
  return OdsReader(zip, file, files, findings).read();
}

}  // namespace saldo
