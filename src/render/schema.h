// A shape as a JSON Schema (draft-07), which TOML editors complete, explain and check by.
#pragma once

#include <string>
#include <string_view>

#include "base/language.h"
#include "base/shape.h"

namespace saldo {

struct SchemaHead {
  std::string_view id;
  std::string_view title;
  Marked description;
};

// One document. Everything stands where it is used, without references: in draft-07 a reference drops the description
// beside it. Keys keep the order of the shape; only descriptions are in `language`.
std::string render_schema(const SchemaHead& head, const Shape& shape, Language language);

}  // namespace saldo
