// `restant = "investeringsbudget"`, or a reserve, written out: the posts a user would otherwise type for what a project leaves behind.
// Private to plan/.
#pragma once

#include "base/finding/diagnostic.h"
#include "plan/model.h"

namespace saldo {

// Gives every such project a sluitpost in the year it ends and the investeringsbudget a post that receives it (a reserve
// follows by itself: plan/link/reserve.h), so that
// all that computes, lists or explains posts needs to know nothing of `restant`. A typed post for the same money is a
// finding.
void add_restanten(Plan& plan, Findings& findings);

}  // namespace saldo
