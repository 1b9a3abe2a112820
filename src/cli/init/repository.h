// A new plan as a git repository of its own.
#pragma once

#include <optional>
#include <string>

#include "base/finding/diagnostic.h"

namespace saldo {

// Why `folder`, which is not there yet, cannot become one: there is no git, or it would lie in a repository that is there.
std::optional<Message> cannot_be_repository(const std::string& folder);

// Makes the folder one, with nothing in it that somebody's template would add and git would start. Tells what went wrong.
std::optional<Message> make_repository(const std::string& folder);

}  // namespace saldo
