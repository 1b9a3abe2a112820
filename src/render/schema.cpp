#include "render/schema.h"

#include <algorithm>
#include <array>
#include <nlohmann/json.hpp>

namespace saldo {

namespace {

using Json = nlohmann::ordered_json;

std::string_view name(ValueKind kind) {
  constexpr std::array<std::string_view, 6> names = {"string", "integer", "number", "boolean", "array", "object"};
  return names.at(static_cast<std::size_t>(kind));
}

bool allows(const Shape& shape, ValueKind kind) {
  return std::find(shape.kinds.begin(), shape.kinds.end(), kind) != shape.kinds.end();
}

class Writer {
 public:
  explicit Writer(Language language) : language_(language) {}

  // What `shape` allows, into `json`, which may hold more already.
  void write(const Shape& shape, Json& json) const {
    if (!shape.description.empty()) json["description"] = description_of(shape);
    for (const Shape& choice : shape.any_of) json["anyOf"].push_back(json_of(choice));
    if (shape.kinds.size() == 1) json["type"] = name(shape.kinds.front());
    for (const ValueKind kind : shape.kinds)
      if (shape.kinds.size() > 1) json["type"].push_back(name(kind));
    if (allows(shape, ValueKind::text)) write_text(shape, json);
    write_limits(shape, json);
    if (allows(shape, ValueKind::list)) write_list(shape, json);
    if (allows(shape, ValueKind::table)) write_table(shape, json);
  }

 private:
  Json json_of(const Shape& shape) const {
    Json json = Json::object();
    write(shape, json);
    return json;
  }

  std::string_view description_of(const Shape& shape) const {
    const bool own = language_ == Language::nl && !shape.dutch.empty();
    return own ? shape.dutch : translated(shape.description, language_);
  }

  static void write_text(const Shape& shape, Json& json) {
    if (!shape.words.empty()) json["enum"] = shape.words;
    else if (!shape.pattern.empty()) json["pattern"] = shape.pattern;
    else json["minLength"] = 1;
    if (shape.words.empty() && shape.longest > 0) json["maxLength"] = shape.longest;
  }

  static void write_limits(const Shape& shape, Json& json) {
    if (shape.least) json["minimum"] = *shape.least;
    if (shape.most) json["maximum"] = *shape.most;
    if (shape.above) json["exclusiveMinimum"] = *shape.above;
  }

  void write_list(const Shape& shape, Json& json) const {
    if (shape.filled) json["minItems"] = 1;
    for (const Shape& element : shape.elements) json["items"] = json_of(element);
  }

  void write_table(const Shape& shape, Json& json) const {
    for (const Shape& key : shape.keys) json["properties"][key.key] = json_of(key);
    Json others = false;
    for (const Shape& family : shape.families) {
      if (family.key.empty()) others = json_of(family);
      else json["patternProperties"][family.key] = json_of(family);
    }
    json["additionalProperties"] = std::move(others);
    for (const Shape& key : shape.keys)
      if (key.required) json["required"].push_back(key.key);
    for (const std::string_view key : shape.together)
      for (const std::string_view other : shape.together)
        if (key != other) json["dependencies"][key].push_back(other);
    if (!shape.apart.empty()) json["not"]["required"] = shape.apart;
  }

  Language language_;
};

}  // namespace

std::string render_schema(const SchemaHead& head, const Shape& shape, Language language) {
  Json json = {{"$schema", "http://json-schema.org/draft-07/schema#"},
               {"$id", head.id},
               {"title", head.title},
               {"description", translated(head.description, language)}};
  Writer(language).write(shape, json);
  return json.dump(2) + '\n';
}

}  // namespace saldo
