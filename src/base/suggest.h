// The help that names what was likely meant.
#pragma once

#include <optional>
#include <span>
#include <string_view>

#include "base/diagnostic.h"
#include "base/say.h"
#include "base/text.h"

namespace saldo {

inline Message did_you_mean(std::string_view written, std::span<const std::string_view> known) {
  const std::optional<std::string> likely = nearest(written, known);
  return likely ? say("did you mean `{}`?", *likely) : Message{};
}

}  // namespace saldo
