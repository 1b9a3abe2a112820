// The settings a change may write over those of a plan, a programmalijn, a project or a post: one row a key.
#pragma once

#include "calc/wijziging/changing.h"

namespace saldo {

// Writes the keys a change sets over those of `target`, and remembers that it said so of `thing`; passes over those that
// are more than a value (baten, lasten and the other side of an overdracht).
void write_settings(ChangingPlan& changing, const Wijziging& change, const Conflicts::Thing& thing, Post& target);
void write_settings(ChangingPlan& changing, const Wijziging& change, const Conflicts::Thing& thing, Project& target);
void write_settings(ChangingPlan& changing, const Wijziging& change, const Conflicts::Thing& thing,
                    Programmalijn& target);
void write_settings(ChangingPlan& changing, const Wijziging& change, const Conflicts::Thing& thing, Plan& target);

}  // namespace saldo
