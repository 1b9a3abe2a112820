// A plan in a test, «» around where its finding points, and all that is then said about it.
#pragma once

#include <string>
#include <vector>

#include "support/support.h"

// The text without its marks.
std::string without_marks(std::string text);

// Each finding of `text` in one line, all there is to read: "12:7 warning: MESSAGE [RULE]", then " | 9:1 NOTE" for what
// is related and " | help: HELP".
std::vector<std::string> all_found(const std::string& text);

// "12:7", the place that «» mark.
std::string mark_of(const std::string& text);
