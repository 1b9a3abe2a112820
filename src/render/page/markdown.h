// A page as Markdown for a pull request. Pictures stand in files beside it, as forges show no svg that is in a text.
#pragma once

#include <string>

#include "base/page/page.h"
#include "render/style.h"

namespace saldo {

// Where the picture of a chart stands, as seen from the text: "figuren/budget.svg".
std::string picture_path(const Chart& chart);

enum class MdPictures {
  beside,   // each is named by its path: whoever writes the text writes those too
  in_text,  // bars of eighth blocks under its table, where nothing stands beside the text
};
std::string render_markdown(const Page& page, const Style& style, MdPictures pictures = MdPictures::beside);

}  // namespace saldo
