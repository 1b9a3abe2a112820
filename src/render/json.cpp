#include "render/json.h"

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

struct Value {
  Json operator()(Blank) const { return nullptr; }
  Json operator()(const std::string& text) const { return text; }
  Json operator()(const Id& id) const { return id.text; }
  Json operator()(std::int64_t number) const { return number; }
  Json operator()(Decimal decimal) const { return to_plain(decimal); }
  Json operator()(Amount amount) const {
    if (amount.is_absent()) return nullptr;
    if (amount.is_pm()) return "PM";
    return to_plain(amount.counted());
  }
};

Json column_json(const Column& column) {
  const std::string label =
      column.group.empty() ? column.label.text() : column.group.text() + " " + column.label.text();
  return {{"key", column.key}, {"label", label}, {"type", name(column.type)}};
}

Json row_json(const Row& row, const std::vector<Column>& columns) {
  Json cells = Json::object();
  for (std::size_t i = 0; i < columns.size(); ++i) cells[columns[i].key] = std::visit(Value{}, row.cells.at(i));
  return {{"kind", name(row.kind)}, {"cells", std::move(cells)}};
}

Json table_json(const Table& table) {
  Json columns = Json::array();
  for (const Column& column : table.columns) columns.push_back(column_json(column));
  Json rows = Json::array();
  for (const Row& row : table.rows) rows.push_back(row_json(row, table.columns));
  return {{"id", table.id}, {"title", table.title.text()}, {"columns", std::move(columns)}, {"rows", std::move(rows)}};
}

}  // namespace

std::string render_json(std::span<const Table> tables, const VariantWords& variant) {
  Json list = Json::array();
  for (const Table& table : tables) list.push_back(table_json(table));
  Json document = {{"saldo", document_version}};
  for (const VariantWord& word : variant) document["variant"][word.key] = word.values;
  document["tables"] = std::move(list);
  return document.dump(2, ' ', false, Json::error_handler_t::replace) + '\n';
}

}  // namespace saldo
