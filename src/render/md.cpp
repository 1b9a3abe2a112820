#include "render/md.h"

#include <string_view>

#include "base/text.h"
#include "render/grid.h"
#include "render/printable.h"

namespace saldo {

namespace {

bool is_word(char c) { return is_digit(c) || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); }

// &copy; and &#169; are characters to Markdown, R&D is not.
bool is_entity(std::string_view text) {
  std::size_t i = 1;
  while (i < text.size() && (is_word(text[i]) || text[i] == '#')) ++i;
  return i > 1 && i < text.size() && text[i] == ';';
}

// Whether the character at `i` would be read as markup: not the _ in een_woord, nor the * in 5 * 3.
bool is_markup(std::string_view text, std::size_t i) {
  const char before = i > 0 ? text[i - 1] : '\0';
  const char after = i + 1 < text.size() ? text[i + 1] : '\0';
  if (text[i] == '*') return before != ' ' || after != ' ';
  if (text[i] == '_') return !is_word(before) || !is_word(after);
  if (text[i] == '&') return is_entity(text.substr(i));
  return std::string_view("|<`[~\\").find(text[i]) != std::string_view::npos;
}

std::string escaped_line(std::string_view line) {
  if (line.ends_with('\r')) line.remove_suffix(1);
  const std::string text = printable(line);
  std::string out;
  for (std::size_t i = 0; i < text.size(); ++i) {
    if (is_markup(text, i)) out += '\\';
    out += text[i];
  }
  return out;
}

std::string escaped(std::string_view text, std::string_view line_break) {
  std::string out;
  for (std::size_t end = text.find('\n'); end != std::string_view::npos; end = text.find('\n')) {
    out += escaped_line(text.substr(0, end)) + std::string(line_break);
    text.remove_prefix(end + 1);
  }
  return out + escaped_line(text);
}

// A paragraph of its own.
std::string paragraph(std::string_view note) { return begun_md(escaped(note, "<br>")); }

std::string label(const GridColumn& column) {
  const std::string label = column.group.empty() ? column.label : column.group + " " + column.label;
  return escaped(label, " ");
}

std::string cell_md(const GridColumn& column, const GridRow& row, const GridCell& cell) {
  std::string text = escaped(cell.text, "<br>");
  while (text.ends_with(' ')) text.pop_back();
  if (text.empty()) return text;
  if (is_sum(row)) text = "**" + text + "**";
  std::string indent;
  for (std::size_t i = 0; column.is_name && i < row.level; ++i) indent += "&nbsp;&nbsp;";
  return indent + text;
}

std::string line(const std::vector<std::string>& cells) {
  std::string out = "|";
  for (const std::string& cell : cells) out += cell.empty() ? " |" : " " + cell + " |";
  return out + '\n';
}

void write_table(const DressedRows& rows, TextOut& out) {
  const GridHead& grid = rows.head();
  std::vector<std::string> labels;
  std::vector<std::string> alignments;
  for (const GridColumn& column : grid.columns) {
    labels.push_back(label(column));
    alignments.emplace_back(is_figure(column) ? "---:" : "---");
  }
  if (!grid.title.empty()) out += "### " + escaped(grid.title, " ") + "\n\n";
  if (!labels.empty()) out += line(labels) + line(alignments);
  rows.each([&](const GridRow& row) {
    std::vector<std::string> cells;
    for (std::size_t i = 0; i < grid.columns.size(); ++i) cells.push_back(cell_md(grid.columns[i], row, row.cells[i]));
    out += line(cells);
    return out.is_wanted();
  });
  for (const std::string& note : grid.notes) out += '\n' + paragraph(note) + '\n';
}

}  // namespace

std::string escaped_md(std::string_view text) { return escaped(text, " "); }

// What begins with "4. " keeps its number: as a list, Markdown would count for itself. "3.1 post 2" is no list.
std::string begun_md(std::string escaped) {
  escaped.erase(0, escaped.find_first_not_of(' '));
  std::size_t digits = 0;
  while (digits < escaped.size() && is_digit(escaped[digits])) ++digits;
  const std::string_view marks = digits > 0 ? ".)" : "-+#>=";
  const bool is_number = digits > 0 && digits + 1 < escaped.size() && escaped[digits + 1] != ' ';
  if (digits < escaped.size() && marks.find(escaped[digits]) != std::string_view::npos && !is_number)
    escaped.insert(digits, "\\");
  return escaped;
}

void write_md(std::span<const TableSource> tables, const Style& style, TextOut& out) {
  for (const TableSource& table : tables) {
    if (out.is_begun()) out += '\n';
    write_table(DressedRows(table, style), out);
  }
}

std::string render_md(std::span<const Table> tables, const Style& style) {
  return made_text([&](TextOut& out) { write_md(sources_of(tables), style, out); });
}

}  // namespace saldo
