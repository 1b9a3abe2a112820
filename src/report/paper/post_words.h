// How the amounts of posts came about that are not just written: by a rule, by a change, or booked.
#pragma once

#include <map>
#include <string>
#include <tuple>

#include "report/paper/paper.h"

namespace saldo {

// By project, post and side, with its years, in the words of `saldo why`: "2026: 83.000 van 2025 × (1 + 4%) (loon)".
using PostWords = std::map<std::tuple<std::size_t, std::size_t, Direction>, std::string>;

PostWords find_post_words(const PaperInput& input);

}  // namespace saldo
