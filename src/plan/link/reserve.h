// The reserve side of what is paid to a reserve or taken from one: the posts a user would otherwise type. Private to plan/.
#pragma once

#include "base/finding/diagnostic.h"
#include "plan/model.h"

namespace saldo {

// What makes no sense of a payment to or from a reserve, or is typed at both ends. Every name is found.
void check_reserve_legs(const Plan& plan, Findings& findings);

// Gives every reserve a post for each project that pays it and one for each that takes from it, a spiegel of theirs in
// every year, so that all that computes, lists or explains posts needs to know nothing of it. After add_restanten.
void add_reserve_posts(Plan& plan);

}  // namespace saldo
