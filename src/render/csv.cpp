#include "render/csv.h"

#include <algorithm>
#include <string_view>

#include "base/text.h"

namespace saldo {

namespace {

constexpr std::string_view line_end = "\r\n";
constexpr std::string_view byte_order_mark = "\uFEFF";

// The letters that a date or a number may have beside its digits, in a Dutch Excel and in an English one.
bool is_word_of_number(std::string_view word) {
  constexpr std::string_view words[] = {
      "a",        "p",         "am",   "pm",  "e",       "eur",     "jan", "januari",  "january", "feb",
      "februari", "february",  "mar",  "mrt", "maart",   "march",   "apr", "april",    "may",     "mei",
      "jun",      "juni",      "june", "jul", "juli",    "july",    "aug", "augustus", "august",  "sep",
      "sept",     "september", "oct",  "okt", "oktober", "october", "nov", "november", "dec",     "december"};
  return word.empty() || std::find(std::begin(words), std::end(words), word) != std::end(words);
}

// Whether Excel might take a text for a number, a date, a time or a truth: 3.10, 1-2, 0012, 1E5, 2 mrt, 10:30, waar.
bool reads_as_number(std::string_view text) {
  bool has_digit = false;
  std::string word;
  for (const char c : text) {
    if ((c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z')) {
      word += static_cast<char>(c | 0x20);
      continue;
    }
    if (!is_word_of_number(word)) return false;
    word.clear();
    if (is_digit(c)) has_digit = true;
    else if (std::string_view(" .,:/+-%$()'\u20AC").find(c) == std::string_view::npos) return false;
  }
  constexpr std::string_view truths[] = {"waar", "onwaar", "true", "false"};
  if (word.size() == text.size()) return std::find(std::begin(truths), std::end(truths), word) != std::end(truths);
  return has_digit && is_word_of_number(word);
}

struct Field {
  CsvDialect dialect;

  std::string operator()(Blank) const { return ""; }
  std::string operator()(std::int64_t number) const { return std::to_string(number); }
  std::string operator()(Amount amount) const {
    if (amount.is_absent()) return "";
    if (amount.is_pm()) return "PM";
    return pointed(to_plain(amount.counted()));
  }
  std::string operator()(Decimal decimal) const { return pointed(to_plain(decimal)); }
  std::string operator()(const std::string& text) const {
    if (dialect == CsvDialect::excel_nl && reads_as_number(text)) return "=\"" + text + "\"";
    const bool is_formula = !text.empty() && std::string_view("=+-@\t\r").find(text.front()) != std::string_view::npos;
    return is_formula && dialect == CsvDialect::excel_nl ? "'" + text : text;
  }
  std::string operator()(const Id& id) const { return (*this)(id.text); }

  std::string pointed(std::string plain) const {
    if (dialect == CsvDialect::excel_nl) std::replace(plain.begin(), plain.end(), '.', ',');
    return plain;
  }
};

char separator(CsvDialect dialect) { return dialect == CsvDialect::excel_nl ? ';' : ','; }

void add_quoted_if_needed(const std::string& field, char comma, std::string& out) {
  const bool has_special = field.find_first_of("\"\r\n") != field.npos || field.find(comma) != field.npos;
  if (!has_special && !field.starts_with(' ') && !field.ends_with(' ')) {
    out += field;
    return;
  }
  out += '"';
  for (const char c : field) out += c == '"' ? std::string_view("\"\"") : std::string_view(&c, 1);
  out += '"';
}

std::string line(const std::vector<Cell>& cells, CsvDialect dialect) {
  std::string out;
  for (std::size_t i = 0; i < cells.size(); ++i) {
    if (i > 0) out += separator(dialect);
    const std::string field = std::visit(Field{dialect}, cells[i]);
    // ="3.10" stays as it is: Excel reads it both ways, and who looks for it finds it.
    const bool is_kept_text = dialect == CsvDialect::excel_nl && field.starts_with("=\"");
    if (is_kept_text) out += field;
    else add_quoted_if_needed(field, separator(dialect), out);
  }
  // An empty line would end the table.
  if (out.empty()) out = "\"\"";
  out += line_end;
  return out;
}

void write_table(const TableSource& table, CsvDialect dialect, TextOut& out) {
  std::vector<Cell> keys;
  for (const Column& column : table.head.columns) keys.emplace_back(column.key);
  out += line(keys, dialect);
  table.each_row([&](const Row& row) {
    out += line(row.cells, dialect);
    return out.is_wanted();
  });
}

}  // namespace

void write_csv(std::span<const TableSource> tables, CsvDialect dialect, TextOut& out) {
  if (dialect == CsvDialect::excel_nl) out += byte_order_mark;
  for (std::size_t i = 0; i < tables.size(); ++i) {
    if (i > 0) out += line_end;
    write_table(tables[i], dialect, out);
  }
}

std::string render_csv(std::span<const Table> tables, CsvDialect dialect) {
  return made_text([&](TextOut& out) { write_csv(sources_of(tables), dialect, out); });
}

}  // namespace saldo
