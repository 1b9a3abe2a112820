// A project as its budget page shows it, with the place where each post is written and how what follows from a rule came
// about.
#pragma once

#include "report/paper/paper.h"
#include "report/paper/post_words.h"
#include "report/paper/reason_names.h"

namespace saldo {

// Closed until it is asked for. What it explains is added to `explained`.
PageFold project_fold(const PaperInput& input, std::size_t project, const PostWords& words, Explained& explained);

}  // namespace saldo
