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

// How far a text stands from the left, by the style of its cell, or of its column where the cell has none.
class Indents {
 public:
  void add_style(pugi::xml_node style) {
    if (const std::uint8_t indent = indent_of(style); indent > 0) styles_.emplace(attribute(style, "name"), indent);
  }
  void begin_table() { columns_.clear(); }
  void add_columns(std::uint32_t first, std::uint32_t last, std::string_view style) {
    if (const std::uint8_t indent = of_style(style); indent > 0) columns_.push_back({first, last, indent});
  }
  std::uint8_t of_cell(std::string_view style, std::uint32_t column) const {
    if (!style.empty()) return of_style(style);
    for (const Columns& one : columns_)
      if (one.first <= column && column <= one.last) return one.indent;
    return 0;
  }

 private:
  struct Columns {
    std::uint32_t first = 0, last = 0;
    std::uint8_t indent = 0;
  };

  std::uint8_t of_style(std::string_view name) const {
    const auto known = styles_.find(name);
    return known == styles_.end() ? std::uint8_t{0} : known->second;
  }

  std::map<std::string, std::uint8_t, std::less<>> styles_;
  std::vector<Columns> columns_;
};

// A cell as the file has it, for as many columns as it stands for.
struct OdsCell {
  CellFound found;
  std::uint32_t column = 0, repeated = 0;
  std::uint32_t wide = 1, high = 1;
  std::string_view style;
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
      else indents_.add_style(style);
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
    indents_.begin_table();
    std::uint32_t column = 1;
    for (const pugi::xml_node one : all_of(table, "table-column")) {
      const std::uint32_t last = column + times(one, "number-columns-repeated") - 1;
      if (is_hidden(one)) builder.hide_columns(column, last);
      indents_.add_columns(column, last, attribute(one, "default-cell-style-name"));
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
    if (repeated == 0) return true;
    std::vector<OdsCell> cells;
    const std::optional<Place> wrong = read_cells(row, first, sheet, cells);
    for (std::uint32_t i = 0; i < repeated; ++i) {
      const std::size_t before = left_;
      if (!add_row(cells, first + i, builder)) return false;
      if (wrong) return refuse_cell(*wrong);
      if (left_ == before) return true;
      if (is_hidden(row)) builder.hide_row(first + i);
    }
    return true;
  }

  // Where a cell says what cannot be, its place: those before it are there.
  static std::optional<Place> read_cells(pugi::xml_node row, std::uint32_t line, const Sheet& sheet,
                                         std::vector<OdsCell>& cells) {
    std::uint32_t column = 1;
    for (const pugi::xml_node node : row.children()) {
      const std::string_view is = local_name(node);
      if (is != "table-cell" && is != "covered-table-cell") continue;
      std::optional<CellFound> found = read_ods_cell(node);
      if (!found) return Place{sheet.file, line, column, whole_cell};
      const std::uint32_t repeated = times(node, "number-columns-repeated");
      cells.push_back({std::move(*found), column, repeated, times(node, "number-columns-spanned"),
                       times(node, "number-rows-spanned"), attribute(node, "style-name")});
      column = std::min(column + repeated, max_workbook_columns + 1);
    }
    return std::nullopt;
  }

  bool add_row(const std::vector<OdsCell>& cells, std::uint32_t line, SheetBuilder& builder) const {
    for (const OdsCell& cell : cells) {
      const bool has_something = !cell.found.text.empty() || !cell.found.formula.empty();
      for (std::uint32_t i = 0; has_something && i < cell.repeated; ++i) {
        CellFound one = cell.found;
        one.line = line;
        one.column = cell.column + i;
        one.indent = indents_.of_cell(cell.style, one.column);
        if (!builder.add(std::move(one))) return false;
      }
      const bool is_merged = cell.wide != 1 || cell.high != 1;
      if (is_merged && !builder.merge({line, cell.column, line + cell.high - 1, cell.column + cell.wide - 1}))
        return false;
    }
    return true;
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
  Indents indents_;
  std::size_t left_ = max_workbook_cells;
};

}  // namespace

std::optional<std::vector<Sheet>> read_ods(Zip& zip, FileId file, std::vector<std::string>& files, Findings& findings) {
  return OdsReader(zip, file, files, findings).read();
}

}  // namespace saldo
