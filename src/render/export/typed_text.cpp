#include "render/export/typed_text.h"

#include <fmt/format.h>

#include <iterator>

namespace saldo {

namespace {

void add_quoted(std::string_view text, std::string& out) {
  out += '"';
  for (const char c : text) {
    if (c == '"') out += '"';
    out += c;
  }
  out += '"';
}

void add_text(std::string_view text, std::string& out) {
  const bool is_plain = !text.empty() && text != "\\N" && text.find_first_of(",\"\r\n\t\\") == text.npos &&
                        text.front() != ' ' && text.back() != ' ';
  if (is_plain) out += text;
  else add_quoted(text, out);
}

struct CsvField {
  TypedCsv form;
  std::string& out;

  void operator()(std::monostate) const {
    if (form == TypedCsv::clickhouse) out += "\\N";
  }
  void operator()(std::string_view text) const { add_text(text, out); }
  void operator()(std::int64_t number) const { fmt::format_to(std::back_inserter(out), "{}", number); }
  void operator()(bool truth) const {
    if (form == TypedCsv::clickhouse) out += truth ? '1' : '0';
    else out += truth ? "true" : "false";
  }
  void operator()(Money money) const { out += to_plain(money); }
};

struct CopyField {
  std::string& out;

  void operator()(std::monostate) const { out += "\\N"; }
  void operator()(std::string_view text) const {
    for (const char c : text) {
      if (c == '\\') out += "\\\\";
      else if (c == '\t') out += "\\t";
      else if (c == '\n') out += "\\n";
      else if (c == '\r') out += "\\r";
      else out += c;
    }
  }
  void operator()(std::int64_t number) const { fmt::format_to(std::back_inserter(out), "{}", number); }
  void operator()(bool truth) const { out += truth ? 't' : 'f'; }
  void operator()(Money money) const { out += to_plain(money); }
};

template <class Field>
void add_row(TypedRow row, char between, const Field& field, std::string& out) {
  for (std::size_t i = 0; i < row.size(); ++i) {
    if (i > 0) out += between;
    std::visit(field, row[i]);
  }
  out += '\n';
}

}  // namespace

void add_csv_head(const TypedTable& table, std::string& out) {
  for (std::size_t i = 0; i < table.columns.size(); ++i) {
    if (i > 0) out += ',';
    out += table.columns[i].name;
  }
  out += '\n';
}

void add_csv(TypedRow row, TypedCsv form, std::string& out) { add_row(row, ',', CsvField{form, out}, out); }

void add_copy(TypedRow row, std::string& out) { add_row(row, '\t', CopyField{out}, out); }

}  // namespace saldo
