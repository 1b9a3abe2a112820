// The totals that are printed in a table, beside what its rows come to.
#pragma once

#include "intake/overzicht/overzicht.h"

namespace saldo {

// Of the rows a total can cover (those of its number, those behind the last total or heading, all), the ones with which
// most of its columns are right are taken. Fills `totals`, and counts which way round the saldo columns are.
void add_up_totals(Overzicht& overzicht);

}  // namespace saldo
