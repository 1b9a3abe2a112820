// Overdrachten whose two sides do not agree: what one project sends another has to receive, whole and as agreed.
//
// The practice behind it: in the consolidation of Dutch public budgets (BBV, notitie verbonden partijen) mutual baten
// and lasten fall away against each other, which only holds when both sides have the same amount.
//
// Each overdracht gives at most one finding, at the amount of the side that sends. A side that is PM is no error: it is
// not known yet, and pm-open lists it. Nor is nothing, on both sides, or what was sent before the plan begins.
#pragma once

#include "base/diagnostic.h"
#include "calc/check/checks.h"

namespace saldo {

// To a project whose last year lies before the year received, or from one whose last year lies before the year sent.
void check_overdracht_einde(const CheckInput& input, Findings& findings);

void check_overdracht_geen_ontvangst(const CheckInput& input, Findings& findings);
void check_overdracht_geen_verzending(const CheckInput& input, Findings& findings);
void check_overdracht_verschil(const CheckInput& input, Findings& findings);

// Received, whole, in a later year, while no `vertraging` says that it is on its way so long.
void check_overdracht_jaar(const CheckInput& input, Findings& findings);

}  // namespace saldo
