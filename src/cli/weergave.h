// How the plan wants to be seen, and what was asked of one run: which columns, in which unit, words and sign.
#pragma once

#include <vector>

#include "cli/options.h"
#include "plan/model.h"
#include "report/kolommen.h"

namespace saldo {

namespace option {

inline constexpr OptionWord kolommen[] = {"opening",    "baten",       "lasten",    "saldo",  "eindsaldo",
                                          "toevoeging", "onttrekking", "resultaat", "procent"};
inline constexpr Option columns{
    .name = "--columns",
    .takes = Takes::word,
    .label = marked("COLUMNS"),
    .description = marked("which of opening, baten, lasten, saldo, eindsaldo, toevoeging, onttrekking, resultaat and "
                          "procent, in this order, with a comma between; in text and md [weergave] of the plan may say "
                          "it too"),
    .words = kolommen,
    .listed = true,
};

}  // namespace option

// As they were asked; none where they were not.
ColumnChoice read_columns(Reading& reading);

// For who has one standing: there is nothing it would be a part of.
void refuse_procent(const ColumnChoice& asked, Reading& reading);

// Whether the plan has what was asked: toevoegingen, onttrekkingen and a resultaat are there with a reserve or an
// exploitatie. Else it is told.
bool has_columns(const ColumnChoice& asked, const Plan& plan, const Console& console);

// For who shows one project, of which they are no columns.
void refuse_mutaties(const ColumnChoice& asked, Reading& reading);

bool is_for_people(Format format);

// What was asked, else what the plan says to people; `procent` only where standings stand beside each other.
ColumnChoice kolommen_of(const ColumnChoice& asked, const Plan& plan, Format format);

// For what tells amounts in euros where the plan is written in another unit: that it does.
void tell_euros(const Plan& plan, RenderOptions& options);

// What the plan says of words, signs and, where none was asked, the unit.
void dress_as(const Plan& plan, RenderOptions& options);

}  // namespace saldo
