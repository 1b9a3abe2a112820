// Whether the plan as a whole is in balance, by the test its [plan] asks for with `evenwicht`; without that, no test.
//
// The law: the council sees to it that the budget is structurally and really in balance (Gemeentewet art. 189 lid 2;
// Provinciewet art. 193), and a budget that is not needs the approval of its supervisor (Gemeentewet art. 203;
// Provinciewet art. 207). Which baten and lasten are one-off the budget has to list (BBV art. 19); here all are, but for
// the posts marked `structureel`.
#pragma once

#include "base/diagnostic.h"
#include "calc/check/checks.h"

namespace saldo {

// evenwicht = "structureel": every year the structural baten cover the structural lasten, the test of the supervisor.
// An overdracht counts on both sides, so it weighs nothing as long as both its posts are marked alike.
void check_evenwicht_structureel(const CheckInput& input, Findings& findings);

// evenwicht = "sluitend": every year the baten cover the lasten, of all projects together. The balance per 1 januari may
// not cover: what is taken from a reserve stands in a budget as such, beside the baten, before there is a result (BBV
// art. 17). Whoever means to use it writes it down as baten of a post; that no balance falls below zero is the work of
// saldo-ondergrens.
void check_evenwicht_sluitend(const CheckInput& input, Findings& findings);

}  // namespace saldo
