// What short texts of a table say: units, absent amounts, totals, numbers of parts. Private to intake/overzicht.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "base/money.h"
#include "intake/overzicht/overzicht.h"
#include "plan/model.h"

namespace saldo {

// "bedragen x € 1.000", "in miljoenen euro's": the unit that a text tells of.
std::optional<Money> unit_in(std::string_view text);

// "x1000", "duizend", "1": the same of a cell in a column of units.
std::optional<Money> unit_of(std::string_view text);

// Without spaces around it, those that do not break too.
std::string_view trimmed(std::string_view text);

// Of a row that says itself what it is: level 1 a programmalijn, 2 a project, an exploitatie or a reserve, 3 a post; 0: it
// says another thing.
struct ToldRow {
  std::size_t level = 0;
  std::optional<Soort> soort = {};  // of a project that is no plain one
};
ToldRow told_row(std::string_view soort);

// "", "-", "n.v.t.": nothing stands there.
bool is_absent_word(std::string_view text);

// "3.1.2": digits, or one letter in front of them, with points or bars between.
bool is_code(std::string_view text);

// "3.1" of "3.1.2"; "" where there is nothing above it.
std::string_view code_above(std::string_view code);

// What a name says of its row, and whether no post is called so: "Totaal", "Saldo van baten en lasten".
struct TotalWord {
  PrintedFate fate = PrintedFate::post;
  bool is_sure = false;
};
TotalWord total_word(std::string_view naam);

// A remark under or between rows, and no heading of posts.
bool is_remark(std::string_view text);

}  // namespace saldo
