// How the amounts of posts came about that are not just written: by a rule, by a change, or booked.
#pragma once

#include <map>
#include <utility>
#include <vector>

#include "report/paper/paper.h"

namespace saldo {

// By project and post: a line for each side, with its years, in the words of `saldo why`.
using PostWords = std::map<std::pair<std::size_t, std::size_t>, std::vector<TextSpans>>;

PostWords find_post_words(const PaperInput& input);

}  // namespace saldo
