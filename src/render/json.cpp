#include "render/json.h"

#include <algorithm>
#include <array>
#include <nlohmann/json.hpp>
#include <string_view>

namespace saldo {

namespace {

using Json = nlohmann::ordered_json;

constexpr int document_version = 1;

std::string_view name(ColumnType type) {
  constexpr std::array<std::string_view, 4> names = {"text", "amount", "integer", "decimal"};
  return names.at(static_cast<std::size_t>(type));
}

std::string_view name(RowKind kind) {
  constexpr std::array<std::string_view, 4> names = {"item", "subtotal", "total", "note"};
  return names.at(static_cast<std::size_t>(kind));
}

// Whether a text stands between quotes as it is.
bool is_plain(std::string_view text) {
  const auto is_special = [](char c) { return static_cast<unsigned char>(c) < 0x20 || c == '"' || c == '\\'; };
  return std::none_of(text.begin(), text.end(), is_special) && !find_invalid_utf8(text);
}

std::string json_text(std::string_view text) {
  if (is_plain(text)) return ('"' + std::string(text)) + '"';
  return Json(text).dump(-1, ' ', false, Json::error_handler_t::replace);
}

struct Value {
  std::string operator()(Blank) const { return "null"; }
  std::string operator()(const std::string& text) const { return json_text(text); }
  std::string operator()(const Id& id) const { return json_text(id.text); }
  std::string operator()(std::int64_t number) const { return std::to_string(number); }
  std::string operator()(Decimal decimal) const { return json_text(to_plain(decimal)); }
  std::string operator()(Amount amount) const {
    if (amount.is_absent()) return "null";
    return amount.is_pm() ? "\"PM\"" : json_text(to_plain(amount.counted()));
  }
};

Json column_json(const Column& column) {
  const std::string label =
      column.group.empty() ? column.label.text() : column.group.text() + " " + column.label.text();
  return {{"key", column.key}, {"label", label}, {"type", name(column.type)}};
}

// What stands before the value of each cell of a row: its key, on a line of its own.
std::vector<std::string> beginnings(const std::vector<Column>& columns) {
  std::vector<std::string> all;
  for (const Column& column : columns)
    all.push_back((all.empty() ? "\n            " : ",\n            ") + json_text(column.key) + ": ");
  return all;
}

void write_row(const Row& row, const std::vector<std::string>& beginnings, TextOut& out) {
  out += "{\n          \"kind\": \"";
  out += name(row.kind);
  out += "\",\n          \"cells\": {";
  for (std::size_t i = 0; i < beginnings.size(); ++i) {
    out += beginnings[i];
    out += std::visit(Value{}, row.cells.at(i));
  }
  out += beginnings.empty() ? "}\n        }" : "\n          }\n        }";
}

void write_table(const TableSource& table, TextOut& out) {
  out += "{\n      \"id\": " + json_text(table.head.id) + ",\n      \"title\": " + json_text(table.head.title.text());
  out += ",\n      \"columns\": ";
  JsonList columns(out, 6);
  for (const Column& column : table.head.columns) {
    columns.add(column_json(column).dump(2, ' ', false, Json::error_handler_t::replace));
  }
  columns.end();
  out += ",\n      \"rows\": ";
  JsonList rows(out, 6);
  const std::vector<std::string> keys = beginnings(table.head.columns);
  table.each_row([&](const Row& row) {
    rows.begin();
    write_row(row, keys, out);
    return out.is_wanted();
  });
  rows.end();
  out += "\n    }";
}

}  // namespace

JsonList::JsonList(TextOut& out, std::size_t depth) : out_(out), line_('\n' + std::string(depth + 2, ' ')) {
  out += '[';
}

void JsonList::begin() {
  if (!is_empty_) out_ += ',';
  is_empty_ = false;
  out_ += line_;
}

void JsonList::add(std::string_view json) {
  begin();
  for (std::size_t end = json.find('\n'); end != json.npos; end = json.find('\n')) {
    out_ += json.substr(0, end);
    out_ += line_;
    json.remove_prefix(end + 1);
  }
  out_ += json;
}

void JsonList::end() {
  if (!is_empty_) out_ += std::string_view(line_).substr(0, line_.size() - 2);
  out_ += ']';
}

void write_json(std::span<const TableSource> tables, const VariantWords& variant, TextOut& out) {
  Json head = {{"saldo", document_version}};
  for (const VariantWord& word : variant) head["variant"][word.key] = word.values;
  const std::string begun = head.dump(2, ' ', false, Json::error_handler_t::replace);
  out += std::string_view(begun).substr(0, begun.size() - std::string_view("\n}").size());
  out += ",\n  \"tables\": ";
  JsonList list(out, 2);
  for (const TableSource& table : tables) {
    list.begin();
    write_table(table, out);
  }
  list.end();
  out += "\n}\n";
}

std::string render_json(std::span<const Table> tables, const VariantWords& variant) {
  return made_text([&](TextOut& out) { write_json(sources_of(tables), variant, out); });
}

}  // namespace saldo
