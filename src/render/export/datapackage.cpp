#include "render/export/datapackage.h"

#include <fmt/format.h>

#include <nlohmann/json.hpp>

namespace saldo {

namespace {

using Json = nlohmann::ordered_json;

std::string_view field_type(TypedKind kind) {
  switch (kind) {
    case TypedKind::text: return "string";
    case TypedKind::integer: return "integer";
    case TypedKind::boolean: return "boolean";
    case TypedKind::amount:
    case TypedKind::sum: return "number";
  }
  return "";
}

// A key may be an empty text, and readers take every empty field for a missing one: so no text is required.
Json field_of(const TypedColumn& column) {
  Json field{{"name", column.name}, {"type", field_type(column.kind)}, {"description", column.description}};
  if (column.kind == TypedKind::boolean) field.update({{"trueValues", {"true"}}, {"falseValues", {"false"}}});
  if (!column.nullable && column.kind != TypedKind::text) field["constraints"] = {{"required", true}};
  return field;
}

Json resource_of(const TypedTable& table) {
  Json fields = Json::array(), keys = Json::array();
  for (const TypedColumn& column : table.columns) {
    fields.push_back(field_of(column));
    if (column.key) keys.push_back(column.name);
  }
  return {{"name", table.name},
          {"path", fmt::format("{}.csv", table.name)},
          {"type", "table"},
          {"profile", "tabular-data-resource"},
          {"description", table.description},
          {"format", "csv"},
          {"mediatype", "text/csv"},
          {"encoding", "utf-8"},
          {"dialect",
           {{"delimiter", ","},
            {"lineTerminator", "\n"},
            {"quoteChar", "\""},
            {"doubleQuote", true},
            {"header", true},
            {"skipInitialSpace", false}}},
          {"schema", {{"fields", std::move(fields)}, {"missingValues", {""}}, {"primaryKey", std::move(keys)}}}};
}

// Lower case letters, digits and a few marks are all that the name of a package may have.
std::string package_name(std::string_view name) {
  std::string out;
  for (const char c : name) {
    const char lower = c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
    const bool fits = (lower >= 'a' && lower <= 'z') || (lower >= '0' && lower <= '9') || lower == '-' || lower == '.';
    out += fits ? lower : '-';
  }
  return out;
}

}  // namespace

std::string datapackage_json(std::string_view name, std::string_view title, std::string_view made_with,
                             std::span<const TypedTable> tables) {
  Json resources = Json::array();
  for (const TypedTable& table : tables) resources.push_back(resource_of(table));
  const Json package{{"$schema", "https://datapackage.org/profiles/2.0/datapackage.json"},
                     {"profile", "tabular-data-package"},
                     {"name", package_name(name)},
                     {"title", title},
                     {"saldo", made_with},
                     {"resources", std::move(resources)}};
  return package.dump(2) + '\n';
}

}  // namespace saldo
