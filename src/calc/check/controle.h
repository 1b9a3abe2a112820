// Printed totals against computed ones. A document's own contradiction shows up here, with both figures.
#pragma once

#include "base/diagnostic.h"
#include "calc/check/checks.h"

namespace saldo {

// What the document rounds to: stated, else to the cent when cents are printed and to the euro when not.
Money unit_of(const Controle& controle, const Printed& printed);

// The eindsaldo of the year before in the same controle that a printed opening contradicts, if it does.
const Printed* contradicted_by(const Plan& plan, const Controle& controle, const Printed& opening);

// Every controle of the plan, its lines and its projects that does not hold, in the unit the document rounds to, with
// what the difference is made of where that can be found. PM and absent count as nothing here: a document prints a total
// of PM posts as "-". An opening that contradicts its own document is left to saldo-opening.
void check_controles(const CheckInput& input, Findings& findings);

// Rule saldo-opening: every printed opening that is not the eindsaldo of the year before in the same controle.
void check_printed_openings(const CheckInput& input, Findings& findings);

}  // namespace saldo
