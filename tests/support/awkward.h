// The hundred names that writers of HTML, svg, Markdown and workbooks stumble over, and plans that are made of them.
#pragma once

#include <string>
#include <vector>

// What ends an element, an attribute, a comment, a cell or a style elsewhere; formulas; numbers that are none; scripts that
// run from right to left; letters of several code points. A plan may have each as a name.
const std::vector<std::string>& awkward_names_of_people();

// What a plan may not have as a name, as nobody sees it: control characters, marks of direction, what has no width.
const std::vector<std::string>& names_nobody_sees();

// As a TOML string, in quotes.
std::string in_toml(const std::string& text);

// Each name is that of a programmalijn, or of a project and one of its posts, in turn.
std::string plan_of_names(const std::vector<std::string>& names);
