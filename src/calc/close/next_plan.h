// What a plan that begins after a closed year has to be told, beside its own rules: what projects begin with, and the
// amounts that no longer follow from what is left of a rule.
#pragma once

#include <vector>

#include "calc/worked.h"
#include "plan/write/roll.h"

namespace saldo {

// `written` is the plan as its files have it, without begrotingswijzigingen; `closed` the same with all that counts, and
// with `year` closed. Sides that cannot follow from their own rules any more are written out.
Roll next_plan(const Worked& written, const Worked& closed, Year year);

// Sides of `closed` that have other amounts in `next`, and so must be written out as well; projects known by their nr.
void write_out_differences(const Worked& written, const Worked& closed, const Worked& next, Roll& roll);

// Projects whose balances in `next` are not those of `closed`, by nr.
std::vector<std::string> other_balances(const Worked& closed, const Worked& next);

}  // namespace saldo
